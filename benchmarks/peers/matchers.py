# SPDX-License-Identifier: Apache-2.0
"""Measures spaCy's PhraseMatcher or medspaCy's ConText in one process, on articles that are parted by
form feeds: prints bytes per second of CPU time, seconds to prepare, and a note, tabs between them.

usage: matchers.py phrases|context TEXT TERMS SECONDS
"""
import pathlib
import sys
import time

import spacy


def phrases(terms):
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("TERM", list(nlp.tokenizer.pipe(terms)))
    return lambda text: len(matcher(nlp.make_doc(text))), f"{len(terms)} names"


def context(terms):
    from medspacy.context import ConText
    from medspacy.ner import TargetMatcher, TargetRule

    nlp = spacy.blank("en")
    sentences = nlp.add_pipe("sentencizer")
    targets = TargetMatcher(nlp)
    targets.add([TargetRule(term, "CONDITION") for term in terms])
    modifiers = ConText(nlp)

    def run(text):
        return len(modifiers(targets(sentences(nlp.make_doc(text)))).ents)

    return run, f"{len(terms)} names; its own rules of negation and the like"


def rate(run, articles, seconds):
    begin = time.process_time()
    size = found = at = 0
    while time.process_time() - begin < seconds:
        found += run(articles[at % len(articles)])
        size += len(articles[at % len(articles)].encode())
        at += 1
    return size / (time.process_time() - begin), found


def main():
    what, text, terms, seconds = sys.argv[1:5]
    articles = [part for part in pathlib.Path(text).read_text(encoding="utf-8").split("\f") if part.strip()]
    names = pathlib.Path(terms).read_text(encoding="utf-8").splitlines()
    begin = time.process_time()
    run, note = {"phrases": phrases, "context": context}[what](names)
    prepared = time.process_time() - begin
    rate(run, articles, float(seconds) / 4)
    bytes_per_second, found = rate(run, articles, float(seconds))
    print(f"{bytes_per_second}\t{prepared}\t{note}{'' if found else '; nothing found'}")


if __name__ == "__main__":
    main()
