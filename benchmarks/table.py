#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the figures of claimlint-text-stages or claimlint-audit-stages (JSON) as a table, with
ratios to ICU's words.

usage: benchmarks/table.py FILE
"""
import json
import pathlib
import statistics
import sys

from host import commit, cpu_model

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
    "audit": "**whole audit in memory**",
    "mend": "mend glued and misspelt words",
    "tag": "tag: mentions and cues",
    "cue_patterns": "of it, the expressions of cues",
    "context": "context: stance and voice",
    "claims": "claims",
    "rule_patterns": "of it, the expressions of rules",
    "judge": "judge: evidence, law, severity",
    "weigh": "weigh: the confidence model",
}
SETS = {"articles": "articles one by one", "one_text": "one text of 4 MB"}


def speeds(report):
    """Median megabytes (10^6 bytes) per second of CPU time, by stage and set of articles."""
    runs = {}
    for run in report["benchmarks"]:
        if run["run_type"] == "iteration" and "bytes_per_second" in run:
            stage, articles = run["name"].split("/")[:2]
            runs.setdefault((stage, articles), []).append(run["bytes_per_second"] / 1e6)
    return {key: statistics.median(values) for key, values in runs.items()}


def main():
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = speeds(report)
    context = report["context"]
    sets = {name: title for name, title in SETS.items() if any(key[1] == name for key in found)}
    peer = {name: max(found.get((p, name), 0) for p in PEERS) for name in sets}
    whole = any(stage == "audit" for stage, _ in found)
    print(f"# {'The audit' if whole else 'Text stages'} beside ICU\n")
    print("Command: `benchmarks/run`. Median of interleaved runs, in 10^6 bytes of UTF-8 (of markup, where")
    print("that is read) per second of CPU time, one thread. The ratio is to the faster of ICU's word")
    print("iterations over the same text in the same run.\n")
    print(f"- date: {context['date'][:10]}, commit {commit()}")
    print(f"- host: {cpu_model()}, {context['num_cpus']} cores\n")
    print("| | " + " | ratio | ".join(sets.values()) + " | ratio |")
    print("|---|" + "---:|---:|" * len(sets))
    for stage, title in ROWS.items():
        cells = []
        for name in sets:
            if (stage, name) not in found:
                continue
            speed = found[stage, name]
            cells += [f"{speed:.0f}" if speed >= 10 else f"{speed:.1f}", f"{speed / peer[name]:.2f}"]
        if cells:
            print(f"| {title} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
