#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Audits the wording of authorised nutrition and health claims (Great Britain's register), kept
beside the repository. Every one is a claim in advertising wording, so nearly all must be found as
efficacy claims; authorised wording is no extreme claim, so hardly any may be rated high.

usage: gb_claims.py CLAIMLINT SHARED_DIR [--missed]"""
import csv
import os
import sys
import tempfile

from reports import SKIP, audit, documents

FOUND_AT_LEAST = 0.90
HIGH_AT_MOST = 0.05


def read_claims(path):
    with open(path, encoding="utf-8") as file:
        return sorted({" ".join(row["claim_text_exact"].split()) for row in csv.DictReader(file)
                       if row["claim_text_exact"].strip()})


def efficacy_claims(document):
    return [claim for sentence in document["sentences"] for claim in sentence["claims"]
            if claim["type"].startswith("efficacy.") and not claim["vetoed"]]


def main():
    tool, shared = sys.argv[1], sys.argv[2]
    path = os.path.join(shared, "data", "gb-health-claims", "claims_repository.csv")
    if not os.path.exists(path):
        print("skipped: no register of authorised claims beside the repository")
        return SKIP
    claims = read_claims(path)
    with tempfile.TemporaryDirectory() as work:
        for number, claim in enumerate(claims):
            with open(os.path.join(work, f"{number:05}.txt"), "w", encoding="utf-8") as file:
                file.write(claim.rstrip(".") + ".\n")
        reports = documents(audit(tool, "--assume-language", "en", work))
    found = [efficacy_claims(reports[f"{number:05}.txt"]) for number in range(len(claims))]
    missed = [claim for claim, own in zip(claims, found) if not own]
    high = [claim for claim, number in zip(claims, range(len(claims)))
            if any(c["severity"] == "high" for s in reports[f"{number:05}.txt"]["sentences"]
                   for c in s["claims"] if not c["vetoed"])]
    if "--missed" in sys.argv:
        print("\n".join(["missed: " + claim for claim in missed] + ["high: " + c for c in high]))
    share = 1 - len(missed) / len(claims)
    print(f"authorised claims: {share:.1%} of {len(claims)} found as efficacy claims, "
          f"{len(high) / len(claims):.1%} rated high")
    assert share >= FOUND_AT_LEAST, f"fewer than {FOUND_AT_LEAST:.0%} are found"
    assert len(high) <= HIGH_AT_MOST * len(claims), f"more than {HIGH_AT_MOST:.0%} are rated high"
    return 0


if __name__ == "__main__":
    sys.exit(main())
