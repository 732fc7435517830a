#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the audit of folders: growth of memory, what a second job gives, and what a second run
over a results store costs against reading, hashing and writing the same bytes with no audit.

The articles are those of the corpus, cut short, each with a sentence of its own.

usage: batch.py CLAIMLINT FLOOR SOURCE_DIR [--articles N] [--bytes N] [--folder DIR]
                [--only memory|jobs|reuse]"""
import argparse
import glob
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

SAMPLE_SECONDS = 0.1
REPEATS = 7
JOBS_ARTICLES = 2000


def write_articles(source, folder, count, size):
    texts = []
    for name in sorted(glob.glob(os.path.join(source, "corpus", "*.txt"))):
        with open(name, encoding="utf-8") as file:
            text = file.read()
        end = text.rfind("\n", 0, size)
        texts.append(text if len(text) <= size else text[:end if end > 0 else size])
    for i in range(count):
        below = os.path.join(folder, f"{i // 1000:03}", f"{i // 100 % 10}")
        os.makedirs(below, exist_ok=True)
        with open(os.path.join(below, f"{i:06}.txt"), "w", encoding="utf-8") as file:
            file.write(f"{texts[i % len(texts)]}\n\nThis is page {i}.\n")


class Audit:
    def __init__(self, tool, folder):
        self.tool = tool
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, *arguments):
        return [self.tool, "audit", *arguments, "--format", "json", "--output",
                self.path("report.json"), "--fail-on", "never", "--quiet"]

    def seconds(self, *arguments):
        began = time.monotonic()
        subprocess.run(self.command(*arguments), check=True)
        return time.monotonic() - began

    def store(self):
        return ["--store", self.path("audit.db"), "--jobs", "2"]

    def record(self):
        with open(self.path("report.json.run.json"), encoding="utf-8") as file:
            return json.load(file)


def resident(process):
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as file:
            return next((int(line.split()[1]) * 1024 for line in file
                         if line.startswith("VmRSS:")), 0)
    except OSError:
        return 0


def done_so_far(folder):
    """Documents in the report that is being written: each is a line."""
    partial = glob.glob(os.path.join(folder, ".report.json.*.partial"))
    return os.path.getsize(partial[0]) if partial else 0


def measure_memory(audit, articles, count):
    process = subprocess.Popen(audit.command(articles, *audit.store()))
    samples = []
    while process.poll() is None:
        samples.append((done_so_far(audit.folder), resident(process.pid)))
        time.sleep(SAMPLE_SECONDS)
    if process.returncode != 0:
        raise SystemExit("the audit failed")
    total = os.path.getsize(audit.path("report.json"))
    first = [size for written, size in samples if written * count <= total * 1000]
    rest = [size for written, size in samples if written * count > total * 1000]
    mib = 1 << 20
    print(f"memory: {max(first) / mib:.1f} MiB at most in the first 1000 of {count} documents, "
          f"{max(rest, default=0) / mib:.1f} MiB after; peak {audit.record()['peak_memory'] / mib:.1f} MiB; "
          f"{audit.record()['wall_seconds']:.1f} s, {len(samples)} samples")
    shares = [0] * 10
    for written, size in samples:
        share = min(9, written * 10 // total)
        shares[share] = max(shares[share], size)
    print("  by tenths of the run, MiB:", " ".join(f"{size / mib:.0f}" for size in shares))


def measure_jobs(audit, source, size):
    articles = audit.path("some")
    write_articles(source, articles, JOBS_ARTICLES, size)
    times = {jobs: [] for jobs in ("1", "2")}
    for _ in range(3):
        for jobs, values in times.items():
            values.append(audit.seconds(articles, "--jobs", jobs))
    one, two = (min(times[jobs]) for jobs in ("1", "2"))
    print(f"jobs: {JOBS_ARTICLES} documents in {one:.2f} s with one, {two:.2f} s with two: "
          f"{one / two:.2f} times as fast")


def measure_reuse(audit, floor, articles):
    if not os.path.exists(audit.path("audit.db")):
        audit.seconds(articles, *audit.store())
    shutil.copy(audit.path("report.json"), audit.path("first.json"))
    again, floors = [], []
    for _ in range(REPEATS):
        began = time.monotonic()
        subprocess.run([floor, articles, audit.path("first.json"), audit.path("floor.out")],
                       check=True, stdout=subprocess.DEVNULL)
        floors.append(time.monotonic() - began)
        again.append(audit.seconds(articles, *audit.store()))
    with open(audit.path("first.json"), "rb") as a, open(audit.path("report.json"), "rb") as b:
        same = a.read() == b.read()
    record = audit.record()
    low, high = statistics.median(floors), statistics.median(again)
    print(f"reuse: floor {low:.3f} s, second run {high:.3f} s "
          f"(medians of {REPEATS}; least {min(floors):.3f} and {min(again):.3f}): "
          f"{high / low:.2f} times the floor; {record['reused']} of {record['documents']} reused, "
          f"report of {os.path.getsize(audit.path('report.json')) / 1e6:.0f} MB "
          f"{'the same' if same else 'NOT THE SAME'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("tool")
    parser.add_argument("floor")
    parser.add_argument("source")
    parser.add_argument("--articles", type=int, default=20000)
    parser.add_argument("--bytes", type=int, default=1500)
    parser.add_argument("--folder")
    parser.add_argument("--only", choices=("memory", "jobs", "reuse"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        audit = Audit(os.path.abspath(options.tool), folder)
        articles = audit.path("articles")
        write_articles(options.source, articles, options.articles, options.bytes)
        if options.only in (None, "memory"):
            measure_memory(audit, articles, options.articles)
        if options.only in (None, "reuse"):
            measure_reuse(audit, os.path.abspath(options.floor), articles)
        if options.only in (None, "jobs"):
            measure_jobs(audit, options.source, options.bytes)


if __name__ == "__main__":
    main()
