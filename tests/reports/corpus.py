#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Audits corpus/ and checks what must hold for every rule set: repeatable bytes, exact spans, each
claim type found by a rule where the annotation has it, neutral pages below marketing ones.

usage: corpus.py CLAIMLINT CORPUS_DIR"""
import json
import os
import subprocess
import sys

from reports import check_repeatable, check_spans, documents


def types_of(tool):
    listing = subprocess.run([tool, "rules"], capture_output=True, check=True).stdout.decode()
    return {line.split()[-1] for line in listing.splitlines() if "." in line}


def annotated(folder, name):
    with open(os.path.join(folder, name.removesuffix(".txt") + ".json"), encoding="utf-8") as file:
        return json.load(file)


def found_types(folder, reports):
    """The types that a claim names in a sentence annotated with them."""
    found = set()
    for name, report in reports.items():
        wanted = annotated(folder, name)["sentences"]
        for sentence in report["sentences"]:
            for claim in sentence["claims"]:
                middle = sum(claim["span"]) // 2
                found |= {claim["type"] for s in wanted
                          if s["span"][0] <= middle < s["span"][1] and claim["type"] in s["types"]}
    return found


def check_types(tool, folder, reports):
    annotations = [annotated(folder, name) for name in reports]
    wanted = {t for a in annotations for s in a["sentences"] for t in s["types"]}
    assert len(wanted) == 22, sorted(wanted)
    assert wanted <= types_of(tool), f"without a rule: {sorted(wanted - types_of(tool))}"
    missing = wanted - found_types(folder, reports)
    assert not missing, f"never found in {folder}: {sorted(missing)}"


def check_controls(reports):
    risks = {name: report["score"]["risk"] for name, report in reports.items()}
    controls = [risk for name, risk in risks.items() if "-control-" in name]
    selling = [risk for name, risk in risks.items() if "-control-" not in name and "-mixed-" not in name]
    assert controls and selling
    assert max(controls) < sum(selling) / len(selling), "a neutral page outranks the usual advert"


def main():
    tool, folder = sys.argv[1:3]
    reports = documents(check_repeatable(tool, folder))
    assert len(reports) >= 49, len(reports)
    check_spans(folder, reports)
    check_types(tool, folder, reports)
    check_controls(reports)
    print(f"{len(reports)} articles: spans, types, controls and repeatability hold")


if __name__ == "__main__":
    main()
