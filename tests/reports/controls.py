#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Neutral articles are let be: of those named `control` at most 2 % of sentences are flagged and
none at high severity, and every one has a lower risk than every article that advertises.

usage: controls.py CLAIMLINT FOLDER... [--claims] (a folder that is not there is left out)"""
import os
import sys

from reports import SKIP, audit, documents

FLAGGED_AT_MOST = 0.02


def show_claims(name, report):
    for sentence in report["sentences"]:
        for claim in sentence["claims"]:
            if claim["unsupported"]:
                print(f"  {name}: {claim['severity']} {claim['rule']}: {sentence['text'][:120]}")


def check(tool, folder):
    reports = documents(audit(tool, folder))
    controls = {name: report for name, report in reports.items() if "control" in name}
    others = [report for name, report in reports.items() if name not in controls]
    sentences = sum(report["score"]["sentences"] for report in controls.values())
    flagged = sum(report["score"]["flagged"] for report in controls.values())
    print(f"{os.path.basename(folder)}: {flagged} of {sentences} sentences of {len(controls)} "
          f"neutral articles flagged")
    assert controls and others, "no neutral articles, or nothing but them"
    if "--claims" in sys.argv:
        for name, report in controls.items():
            show_claims(name, report)
    assert flagged <= FLAGGED_AT_MOST * sentences, "too many sentences of neutral articles flagged"
    high = [name for name, report in controls.items() if report["score"]["by_severity"]["high"]]
    assert not high, f"neutral articles with claims of high severity: {high}"
    worst = max(controls.values(), key=lambda report: report["score"]["risk"])
    mildest = min(others, key=lambda report: report["score"]["risk"])
    assert worst["score"]["risk"] < mildest["score"]["risk"], \
        f"{worst['path']} ({worst['score']['risk']}) is no lower than " \
        f"{mildest['path']} ({mildest['score']['risk']})"


def main():
    folders = [folder for folder in sys.argv[2:] if os.path.isdir(folder)]
    if not folders:
        print("skipped: no articles")
        return SKIP
    for folder in folders:
        check(sys.argv[1], folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
