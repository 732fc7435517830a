#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the instructions of an audit, which tell of a slowdown without a quiet machine.

usage: benchmarks/instructions.py CLAIMLINT BUILD_TYPE [--write]

Fails where a count is more than 5 % above benchmarks/results/instructions.json, or far enough below
it that the file should be written anew; `--write` does so. Exits with 77 where there is nothing to
compare: without valgrind, and for another build type than the counts are of.
"""
import hashlib
import json
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "instructions.json"
ARTICLES = ("01-upper-cervical-vertigo.txt", "02-joint-supplement.txt", "03-acupuncture-fertility.txt",
            "04-knee-prp-stem-cell.txt", "05-cbd-anxiety-sleep.txt")
ALLOWED = 1.05
SKIPPED = 77


def count(claimlint, files):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", claimlint, "audit", *files,
             "--jobs", "1", "--quiet", "--fail-on", "never", "--allow-incomplete", "--format", "jsonl",
             "--output", pathlib.Path(folder) / "report.jsonl"],
            capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def measure(claimlint):
    articles = [ROOT / "corpus" / name for name in ARTICLES]
    start = count(claimlint, articles[:1])
    whole = count(claimlint, articles)
    size = sum(path.stat().st_size for path in articles[1:])
    return {"one page": start, "per byte": round((whole - start) / size)}


def digest():
    """Of what decides how much there is to do, besides the program."""
    parts = hashlib.sha256()
    for name in ARTICLES:
        parts.update((ROOT / "corpus" / name).read_bytes())
    return parts.hexdigest()


def main():
    claimlint, build_type = sys.argv[1:3]
    if not shutil.which("valgrind"):
        print("skipped: there is no valgrind")
        return SKIPPED
    if "--write" in sys.argv:
        kept = {"command": "benchmarks/instructions.py CLAIMLINT BUILD_TYPE --write",
                "build type": build_type, "machine": platform.machine(), "articles": digest(),
                "instructions": measure(claimlint)}
        RESULTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
        return 0
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    if (kept["build type"], kept["machine"]) != (build_type, platform.machine()):
        print(f"skipped: the counts are of {kept['build type']} on {kept['machine']}")
        return SKIPPED
    if kept["articles"] != digest():
        print(f"the articles have changed: write {RESULTS.name} anew")
        return 1
    failed = False
    for name, found in measure(claimlint).items():
        before = kept["instructions"][name]
        print(f"{name}: {found}, kept {before} ({found / before - 1:+.1%})")
        failed = failed or not before / ALLOWED <= found <= before * ALLOWED
    if failed:
        print("a change of more than 5 %: where it is meant, write the file anew with --write")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
