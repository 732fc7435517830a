#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Imports the vocabularies kept beside the repository, tags annotated abstracts with nothing else,
and compares the mentions with the annotation and with a plain dictionary look-up.

usage: vocabularies.py CLAIMLINT SHARED_DIR

The look-up is that of data/DICT_BASELINES.txt: longest match on lower-case words, three characters
at least, the plural -s folded; here over the same vocabularies. Function words are taken out of its
dictionary, which is better for it. The abstracts come as words without their boundaries, so they
are audited in pages of ten sentences, the length of an abstract."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

from reports import SKIP, audit

MARGIN = 0.08
PAGE = 10
FUNCTION_WORDS = set("the all can and was for not are has had its who how may one two out use "
                     "this that with from were".split())

DOID = [("doid_2016-01-15.obo", ["--prefix", "2016"]),
        ("doid_current_en_labels_synonyms.tsv", ["--columns", "id=id,name=text", "--merge-rows"])]
MESH = ("mesh_2017_tree.tsv", ["--columns", "id=Desc Ui,name=Term"])
HPO = ("hpo_layperson_synonyms.tsv",
       ["--columns", "id=?term,name=?term_label,synonyms=?layperson"])
UBERON = [("uberon_2011-history.obo", ["--prefix", "2011"]),
          ("uberon_musculoskeletal_2026.obo", ["--prefix", "ms"]),
          ("uberon_vertebrate-head_2026.obo", ["--prefix", "head"])]
SETS = {
    "ncbi-disease": ("condition", "NCBI-disease-IOB.devel.tsv", ["C"], [*DOID, HPO], []),
    # Its one class holds tumours as well.
    "anatem": ("anatomy", "AnatEM-IOB.devel.tsv", ["A", "C04"], UBERON, ["--adjectives"]),
}


def read_iob(path):
    """Sentences as lists of (word, tag)."""
    with open(path, encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    return [[(line.split("\t")[0], line.split("\t")[-1]) for line in block.splitlines() if line]
            for block in blocks if block.strip()]


def gold_spans(sentence):
    spans, begin = set(), None
    for i, tag in enumerate([tag for _, tag in sentence] + ["O"]):
        if begin is not None and not tag.startswith("I"):
            spans.add((begin, i))
            begin = None
        if tag.startswith("B") or (tag.startswith("I") and begin is None):
            begin = i
    return spans


def score(found, gold):
    def f1(p, r):
        return 2 * p * r / (p + r) if p + r else 0.0

    def touches(span, others):
        return any(span[0] < b and a < span[1] for a, b in others)

    n, g = sum(map(len, found)), sum(map(len, gold))
    exact = sum(len(a & b) for a, b in zip(found, gold))
    p_over = sum(touches(s, b) for a, b in zip(found, gold) for s in a) / max(n, 1)
    r_over = sum(touches(s, a) for a, b in zip(found, gold) for s in b) / max(g, 1)
    p, r = exact / max(n, 1), exact / max(g, 1)
    return {"exact": (p, r, f1(p, r)), "overlap": (p_over, r_over, f1(p_over, r_over))}


# --- the dictionary look-up

def obo_names(path):
    term, names = False, []
    with open(path, encoding="utf-8") as file:
        for stanza in file.read().split("\n["):
            if not stanza.startswith("Term]") or "\nis_obsolete: true" in stanza:
                continue
            names += re.findall(r"^name: (.*)$", stanza, re.M)
            names += re.findall(r'^synonym: "((?:[^"\\]|\\.)*)"', stanza, re.M)
    return names


def table_names(path, begin):
    with open(path, encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if "mesh" in path:
        return [row[2] for row in rows[1:] if row[0].startswith(begin)]
    if "hpo" in path:
        return [cell.strip('"') for row in rows[1:] for cell in row[1:]]
    return [row[2] for row in rows[1:]]


def singular(word):
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def words_of(name):
    return tuple(singular(word) for word in re.findall(r"\w+|[^\w\s]", name.lower()))


def look_up(names, sentences):
    dictionary = {words_of(name) for name in names if len(name) >= 3}
    dictionary -= {(word,) for word in FUNCTION_WORDS} | {()}
    longest = max(map(len, dictionary))
    found = []
    for sentence in sentences:
        words = [singular(word.lower()) for word, _ in sentence]
        spans, i = set(), 0
        while i < len(words):
            fits = (j for j in range(min(len(words), i + longest), i, -1)
                    if tuple(words[i:j]) in dictionary)
            j = next(fits, None)
            if j:
                spans.add((i, j))
            i = j or i + 1
        found.append(spans)
    return found


# --- the tool

def tagged(tool, lexicons, kind, sentences, folder):
    """The spans of mentions in words, by sentence."""
    found = [set() for _ in sentences]
    places = {}  # page -> byte offset -> (sentence, word)
    for page in range(0, len(sentences), PAGE):
        text, starts = b"", {}
        for i in range(page, min(page + PAGE, len(sentences))):
            for j, (word, _) in enumerate(sentences[i]):
                starts[len(text)] = (i, j)
                text += word.encode() + b" "
            text = text[:-1] + b"\n\n"
        name = f"{page:06}.txt"
        places[name] = starts
        with open(os.path.join(folder, name), "wb") as file:
            file.write(text)
    report = audit(tool, "--assume-language", "en", "--lexicons", lexicons,
                   "--no-builtin-concepts", folder)
    for document in map(json.loads, report.splitlines()):
        if document["kind"] != "document":
            continue
        starts = places[os.path.basename(document["path"])]
        offsets = sorted(starts)
        for sentence in document["sentences"]:
            for mention in sentence["mentions"]:
                if mention["kind"] != kind:
                    continue
                begin, end = mention["span"]
                inside = [starts[o] for o in offsets if begin <= o < end]
                before = [starts[o] for o in offsets if o <= begin]
                first = before[-1]
                last = inside[-1] if inside else first
                if first[0] == last[0]:
                    found[first[0]].add((first[1], last[1] + 1))
    return found


def import_all(tool, data, kind, trees, files, options, folder):
    names = []
    branches = [(MESH[0], [*MESH[1], "--rows", f"Tree Number={tree}", "--prefix", tree], tree)
                for tree in trees]
    for name, own, tree in [*((name, own, "") for name, own in files), *branches]:
        path = os.path.join(data, "lexicons", name)
        output = os.path.join(folder, os.path.splitext(name)[0] + tree + ".toml")
        subprocess.run([tool, "lexicon", "import", path, "--kind", kind, "--quiet", "--output",
                        output, *own, *options], check=True)
        names += obo_names(path) if name.endswith(".obo") else table_names(path, tree)
    return names


def main():
    tool, data = os.path.abspath(sys.argv[1]), os.path.join(sys.argv[2], "data")
    if not os.path.isdir(data):
        print(f"skipped: there are no vocabularies in {data}")
        return SKIP
    failed = False
    for corpus, (kind, file, trees, files, options) in SETS.items():
        sentences = read_iob(os.path.join(data, corpus, file))
        gold = [gold_spans(sentence) for sentence in sentences]
        with tempfile.TemporaryDirectory() as lexicons, tempfile.TemporaryDirectory() as pages:
            names = import_all(tool, data, kind, trees, files, options, lexicons)
            scores = {"look-up": score(look_up(names, sentences), gold),
                      "claimlint": score(tagged(tool, lexicons, kind, sentences, pages), gold)}
        for who, result in scores.items():
            print(f"{corpus} devel, {who}: " + "; ".join(
                f"{how} P {p:.3f} R {r:.3f} F1 {f:.3f}" for how, (p, r, f) in result.items()))
        margin = scores["claimlint"]["exact"][2] - scores["look-up"]["exact"][2]
        print(f"{corpus}: {margin:+.3f} exact F1 over the look-up, {MARGIN} wanted")
        failed |= margin < MARGIN
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
