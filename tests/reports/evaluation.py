#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `claimlint eval` with the reference scorer kept beside the repository.

usage: evaluation.py CLAIMLINT SHARED_DIR CORPUS..."""
import json
import os
import re
import subprocess
import sys
import tempfile

from reports import SKIP, audit


def reference(tool, shared, corpus):
    report = audit(tool, corpus)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(report)
        file.flush()
        scorer = os.path.join(shared, "eval", "score.py")
        return json.loads(subprocess.run([sys.executable, scorer, corpus, file.name, "--json"],
                                         capture_output=True, check=True).stdout)


def ours(tool, corpus):
    """The table of `claimlint eval` as {row: [figures]}."""
    text = subprocess.run([tool, "eval", corpus], capture_output=True, check=True).stdout.decode()
    rows = {}
    for line in text.splitlines():
        match = re.match(r"\s*(\S.*?)\s{2,}(-?[0-9. ]+)$", line)
        if match:
            rows[match[1]] = [float(x) for x in match[2].split()]
    return rows


def expected(figures):
    def row(r):
        return [r["p"], r["r"], r["f1"], float(r["n"])]

    rows = {"flagged sentences": "unsupported", "types": "types", "families of types": "family"}
    wanted = {ours_name: row(figures[name]) for ours_name, name in rows.items()}
    wanted |= {key: row(value) for key, value in figures["per_type"].items()}
    for how, name in (("exact", "exact"), ("overlapping", "overlap")):
        for kind, value in figures[f"mentions_{name}"].items():
            wanted[f"{kind}, {how}"] = row(value)
    singles = {"types, macro F1 (n >= 10)": "types_macro_f1",
               "recall of severity 3": "severity3_recall",
               "precision of high flags": "high_flags_precision",
               "severity, Spearman": "severity_spearman", "risk, Spearman": "risk_spearman",
               "claims outside": "claims_outside_gold_sentences"}
    for ours_name, name in singles.items():
        if figures[name] is not None:
            wanted[ours_name] = [float(figures[name])]
    return wanted


def main():
    tool, shared, corpora = sys.argv[1], sys.argv[2], sys.argv[3:]
    if not os.path.isdir(os.path.join(shared, "eval")):
        print(f"skipped: there is no reference scorer in {shared}")
        return SKIP
    for corpus in corpora:
        wanted, found = expected(reference(tool, shared, corpus)), ours(tool, corpus)
        assert len(wanted) > 20, wanted
        for name, figures in wanted.items():
            assert name in found, f"{corpus}: no row {name}; rows: {sorted(found)}"
            assert all(abs(a - b) < 0.0011 for a, b in zip(found[name], figures, strict=True)), \
                f"{corpus}: {name}: {found[name]}, the reference says {figures}"
        print(f"{corpus}: {len(wanted)} rows agree")
    return 0


if __name__ == "__main__":
    sys.exit(main())
