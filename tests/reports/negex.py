#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures negation on the NegEx test kit (Chapman et al.), kept beside the repository: sentences
of clinical reports, each with a condition that is given and that annotators called negated or not.

usage: negex.py CLAIMLINT SHARED_DIR [--errors]

The conditions are the only concepts of the run; the cues are the shipped ones. Each sentence is a
document; what counts is the stance of the mention of its condition."""
import csv
import os
import re
import sys
import tempfile

from reports import SKIP, audit, documents

BAR = 0.95
NEGATED = ("negated", "refuted")


def read_rows(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [(row[1].strip(), row[2].strip().strip('"'), row[3] == "Negated") for row in rows]


def write_concepts(folder, names):
    with open(os.path.join(folder, "conditions.toml"), "w", encoding="utf-8") as file:
        file.write('why = "the conditions given"\nsource = "the test kit"\n')
        for number, name in enumerate(sorted(names)):
            file.write(f'[[concept]]\nid = "condition.given-{number}"\nname = \'\'\'{name}\'\'\'\n')


def place_of(condition, sentence):
    """Bytes of the condition; the kit writes it in capitals, with what blanks the report had."""
    words = [re.escape(word) for word in condition.split()]
    pattern = r"\s+".join(words)
    found = re.search(pattern.upper(), sentence) or re.search(pattern, sentence, re.IGNORECASE)
    if not found:
        return None
    return tuple(len(sentence[:end].encode()) for end in found.span())


def is_negated(document, place):
    """None where no mention covers the condition."""
    stances = [mention["stance"] for sentence in document["sentences"]
               for mention in sentence["mentions"] if mention["kind"] == "condition"
               and mention["span"][0] < place[1] and place[0] < mention["span"][1]]
    return any(stance in NEGATED for stance in stances) if stances else None


def run(tool, rows):
    with tempfile.TemporaryDirectory() as work:
        texts, lexicon = os.path.join(work, "texts"), os.path.join(work, "lexicon")
        os.mkdir(texts)
        os.mkdir(lexicon)
        write_concepts(lexicon, {" ".join(condition.lower().split()) for condition, _, _ in rows})
        for number, (_, sentence, _) in enumerate(rows):
            with open(os.path.join(texts, f"{number:05}.txt"), "w", encoding="utf-8") as file:
                file.write(sentence + "\n")
        return documents(audit(tool, "--assume-language", "en", "--no-builtin-concepts",
                               "--lexicons", lexicon, texts))


def main():
    tool, shared = sys.argv[1], sys.argv[2]
    path = os.path.join(shared, "data", "negex", "rsAnnotations-1-120-half.txt")
    if not os.path.exists(path):
        print("skipped: no NegEx test kit beside the repository")
        return SKIP
    rows = read_rows(path)
    found = run(tool, rows)
    counts = {"right": 0, "false": 0, "missed": 0, "lost": 0}
    for number, (condition, sentence, negated) in enumerate(rows):
        place = place_of(condition, sentence)
        said = is_negated(found[f"{number:05}.txt"], place) if place else None
        kind = "lost" if said is None else "right" if said and negated else \
            "false" if said else "missed" if negated else None
        if kind:
            counts[kind] += 1
        if kind != "right" and kind and "--errors" in sys.argv:
            print(f"{kind}: {condition}: {sentence}")
    precision = counts["right"] / (counts["right"] + counts["false"])
    recall = counts["right"] / sum(negated for _, _, negated in rows)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"negation: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} over {len(rows)} "
          f"sentences; the condition is not found in {counts['lost']}")
    assert f1 >= BAR, f"F1 below {BAR}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
