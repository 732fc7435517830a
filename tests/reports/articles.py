#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Audits real articles kept beside the repository and checks what an expert would look for.

usage: articles.py CLAIMLINT SHARED_DIR"""
import os
import sys

from reports import SKIP, check_repeatable, check_spans, documents


def sentence_with(report, words):
    found = [s for s in report["sentences"] if words in s["text"]]
    assert len(found) == 1, (report["path"], words, len(found))
    return found[0]


def claims(sentence, claim_type):
    return [c for c in sentence["claims"] if c["type"] == claim_type and c["unsupported"]]


def check_findings(reports):
    def of(prefix):
        return next(r for name, r in reports.items() if name.startswith(prefix))

    threshold = sentence_with(of("004_"), "¼ of amillimeter")
    assert [c["severity"] for c in claims(threshold, "cause.precision")] == ["high"], threshold
    quantities = [m for m in threshold["mentions"] if m["kind"] == "quantity"]
    assert [(m["value"], m["unit"], m["repaired"]) for m in quantities] == [(0.25, "mm", True)]

    volume = sentence_with(of("003_"), "35,000+")
    assert claims(volume, "evidence.experience"), volume
    experience = sentence_with(of("000_"), "in our clinical experience")
    assert any(c["unsupported"] for c in experience["claims"]), experience
    anatomy = sentence_with(of("000_"), "connect the uppermost vertebra in the neck")
    assert not anatomy["claims"], anatomy
    for name, report in reports.items():
        assert report["status"] == "audited" and report["score"]["flagged"] > 0, name


def main():
    tool, shared = sys.argv[1:3]
    folder = os.path.join(shared, "articles")
    if not os.path.isdir(folder):
        print(f"skipped: there is no {folder}")
        return SKIP
    reports = documents(check_repeatable(tool, folder))
    assert len(reports) == 5, sorted(reports)
    check_spans(folder, reports)
    check_findings(reports)
    print(f"{len(reports)} articles: spans, findings and repeatability hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
