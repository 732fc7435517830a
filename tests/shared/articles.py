#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Audits real articles kept beside the repository and checks what an expert would look for.

usage: articles.py CLAIMLINT SHARED_DIR"""
import json
import os
import subprocess
import sys

SKIP = 77


def audit(tool, *arguments):
    run = subprocess.run([tool, "audit", "--format", "jsonl", "--fail-on", "never", *arguments],
                         capture_output=True, check=True)
    return run.stdout


def documents(jsonl):
    parsed = [json.loads(line) for line in jsonl.splitlines()]
    return {os.path.basename(d["path"]): d for d in parsed if d["kind"] == "document"}


def check_spans(folder, reports):
    """Every span, cut out of the file's bytes, is the text beside it."""
    for name, report in reports.items():
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        for sentence in report["sentences"]:
            items = [sentence, *sentence["mentions"]]
            for claim in sentence["claims"]:
                begin, end = claim["span"]
                assert sentence["span"][0] <= begin < end <= sentence["span"][1], (name, claim)
                items += claim["frame"]
            for item in items:
                begin, end = item["span"]
                assert data[begin:end].decode() == item["text"], (name, item)


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
    one = audit(tool, "--jobs", "1", folder)
    assert one == audit(tool, "--jobs", "2", folder), "two threads give other bytes than one"
    reports = documents(one)
    assert len(reports) == 5, sorted(reports)
    check_spans(folder, reports)
    check_findings(reports)
    print(f"{len(reports)} articles: spans, findings and repeatability hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
