#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what Python adds to an audit, and what a second thread gives. Articles are those of
corpus/, cut or joined to about 5 kB. The native time is that of Auditor::audit() alone, from within
the extension's own loop. CPU time of the thread, but for the two jobs, which are by the clock; runs
are interleaved, and ratios are of the least times.

usage: benchmark.py SOURCE_DIR [--rounds N] [--articles N]"""
from __future__ import annotations

import argparse
import pathlib
import time
from collections.abc import Callable

import claimlint

SIZE = 5000


def pages(source: str, count: int) -> list[bytes]:
    texts = [file.read_bytes() for file in sorted(pathlib.Path(source, "corpus").glob("*.txt"))]
    made = []
    for i in range(count):
        text = texts[i % len(texts)]
        while len(text) < SIZE:
            text += b"\n\n" + texts[(i + len(made)) % len(texts)]
        made.append(text[:text.rfind(b"\n", 0, SIZE + 1)])
    return made


def walk(report: claimlint.Report) -> int:
    """What a program does with a report: every claim with its words."""
    text = report.text or ""
    return sum(len(claim.span.of(text)) + len(claim.type) for claim in report.claims if claim.counts)


def seconds(run: Callable[[], object], clock: Callable[[], float]) -> float:
    began = clock()
    run()
    return clock() - began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args()
    articles = pages(options.source, options.articles)
    texts = [article.decode() for article in articles]
    auditor = claimlint.Auditor()
    runs: dict[str, Callable[[], object]] = {
        "native": lambda: auditor._core._audit_all(articles),
        "audit(bytes)": lambda: [auditor.audit(article) for article in articles],
        "audit(str), claims read": lambda: [walk(auditor.audit(text)) for text in texts],
        "audit(str), to_json()": lambda: [auditor.audit(text).to_json() for text in texts],
    }
    jobs: dict[str, Callable[[], object]] = {
        "1 job": lambda: list(auditor.audit_many(texts, jobs=1)),
        "2 jobs": lambda: list(auditor.audit_many(texts, jobs=2)),
    }
    least = dict.fromkeys([*runs, *jobs], float("inf"))
    spent = dict.fromkeys(jobs, float("inf"))
    for _ in range(options.rounds):
        for name, run in runs.items():
            least[name] = min(least[name], seconds(run, time.thread_time))
        for name, run in jobs.items():
            began = time.process_time()
            least[name] = min(least[name], seconds(run, time.perf_counter))
            spent[name] = min(spent[name], time.process_time() - began)
    size = sum(map(len, articles)) / len(articles)
    print(f"{len(articles)} articles of {size:.0f} bytes, least of {options.rounds} rounds")
    for name in runs:
        value = least[name]
        print(f"| {name} | {value / len(articles) * 1000:.2f} ms | {value / least['native']:.3f} |")
    print(f"audit_many: {least['1 job']:.2f} s with one thread, {least['2 jobs']:.2f} s with two: "
          f"{least['1 job'] / least['2 jobs']:.2f} times as fast, for "
          f"{spent['2 jobs'] / spent['1 job']:.2f} times the CPU time")


if __name__ == "__main__":
    main()
