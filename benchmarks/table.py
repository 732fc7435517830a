#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the figures of claimlint-text-stages (JSON) as a table, with ratios to ICU's words.

usage: benchmarks/table.py FILE
"""
import json
import pathlib
import re
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ("icu_words_utf8", "icu_words_utf16")
ROWS = {
    "icu_words_utf8": "ICU word iteration, UTF-8 through UText",
    "icu_words_utf16": "ICU word iteration, UTF-16",
    "icu_sentences_utf8": "ICU sentence iteration, UTF-8 through UText",
    "icu_sentences_utf16": "ICU sentence iteration, UTF-16",
    "icu_utf8_to_utf16": "ICU UTF-8 to UTF-16",
    "decode": "decode",
    "fold": "fold",
    "tokens": "tokens",
    "sentences": "sentences",
    "segment": "**fold, tokens and sentences**",
    "blocks": "blocks of a plain text",
    "language": "language detection (CLD2)",
    "read_text": "read plain text: decode, check, blocks",
    "read_html": "read HTML",
    "read_markdown": "read Markdown",
}


def speeds(report):
    """Median megabytes (10^6 bytes) per second of CPU time, by stage and set of articles."""
    runs = {}
    for run in report["benchmarks"]:
        if run["run_type"] == "iteration":
            stage, articles = run["name"].split("/")[:2]
            runs.setdefault((stage, articles), []).append(run["bytes_per_second"] / 1e6)
    return {key: statistics.median(values) for key, values in runs.items()}


def cpu_model():
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found.group(1) if found else "unknown"


def commit():
    def git(*arguments):
        done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--", "lib", "benchmarks") else ""
    return git("rev-parse", "--short", "HEAD") + changed


def main():
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = speeds(report)
    context = report["context"]
    peer = {name: max(found[p, name] for p in PEERS) for name in ("articles", "one_text")}
    print("# Text stages beside ICU\n")
    print("Command: `benchmarks/run`. Median of nine interleaved runs, in 10^6 bytes of UTF-8 (of")
    print("markup, where that is read) per second of CPU time, one thread. The ratio is to the faster")
    print("of ICU's two word iterations over the same text in the same run.\n")
    print(f"- date: {context['date'][:10]}, commit {commit()}")
    print(f"- host: {cpu_model()}, {context['num_cpus']} cores\n")
    print("| | articles one by one | ratio | one text of 4 MB | ratio |")
    print("|---|---:|---:|---:|---:|")
    for stage, title in ROWS.items():
        cells = []
        for name in ("articles", "one_text"):
            speed = found[stage, name]
            cells += [f"{speed:.0f}", f"{speed / peer[name]:.2f}"]
        print(f"| {title} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
