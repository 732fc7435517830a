#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the audit on Spark beside the command-line tool on the same articles: pages per second
and core, what a second executor gives, and what a shuffle moves. Articles are those of corpus/, each
time with a sentence of its own, in four tasks. Executors are processes of this machine, with a core
each; runs before the one that counts start their Python workers, and let the JVM compile what it
runs. The tool runs before and after, for machines change, with as many threads as there are
executors. CPU time is that of the tool, or of executors and Python workers; the driver's is told
beside it.

usage: benchmark.py SOURCE_DIR [--pages N] [--executors 1 2] [--sentences all flagged] [--warm-up N]"""
from __future__ import annotations

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

import claimlint.spark as on_spark
import pyspark
from claimlint._names import SentenceFilter
from pyspark.sql import DataFrame, SparkSession


def write_pages(source: str, folder: pathlib.Path, count: int) -> int:
    texts = [file.read_bytes() for file in sorted(pathlib.Path(source, "corpus").glob("*.txt"))]
    size = 0
    for i in range(count):
        page = texts[i % len(texts)] + f"\n\nThis is page {i}.\n".encode()
        (folder / f"{i:06}.txt").write_bytes(page)
        size += len(page)
    return size


class Took(NamedTuple):
    """Seconds by the clock, and of CPU time: Python workers, the executors' JVM, the driver's."""

    clock: float = 0
    python: float = 0
    executors: float = 0
    driver: float = 0

    def __sub__(self, other: Took) -> Took:
        return Took(*(a - b for a, b in zip(self, other)))

    @property
    def cpu(self) -> float:
        return self.python + self.executors


def _kind(command: str) -> str:
    if "CoarseGrainedExecutorBackend" in command:
        return "executors"
    return "python" if "pyspark.daemon" in command else "driver"


def so_far() -> Took:
    """Of all processes below this one that are alive: none of those measured ends in between."""
    parents: dict[int, int] = {}
    spent: dict[int, tuple[str, float]] = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            kind = _kind((folder / "cmdline").read_bytes().decode(errors="replace"))
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        spent[int(folder.name)] = kind, sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def is_below(pid: int) -> bool:
        while pid in parents:
            pid = parents[pid]
            if pid == os.getpid():
                return True
        return False

    sums = dict.fromkeys(("python", "executors", "driver"), 0.0)
    for pid, (kind, seconds) in spent.items():
        if is_below(pid):
            sums[kind] += seconds
    return Took(time.monotonic(), **sums)


def timed(run: Callable[[], object]) -> Took:
    began = so_far()
    run()
    return so_far() - began


def run_tool(folder: pathlib.Path, jobs: int, sentences: str) -> Took:
    began, children = time.monotonic(), os.times()
    subprocess.run([sys.executable, "-m", "claimlint", "audit", "--jobs", str(jobs), "--quiet",
                    "--format", "jsonl", "--sentences", sentences, "--output",
                    str(folder.parent / "report.jsonl"), "--fail-on", "never", "--no-config",
                    str(folder)], check=True)
    ended = os.times()
    spent = (ended.children_user + ended.children_system
             - children.children_user - children.children_system)
    return Took(time.monotonic() - began, python=spent)


def session(executors: int) -> SparkSession:
    return SparkSession.builder.master(f"local-cluster[{executors},1,1024]").config(map={
        "spark.sql.shuffle.partitions": "8", "spark.sql.execution.arrow.maxRecordsPerBatch": "32",
        "spark.ui.enabled": "true", "spark.ui.port": "0", "spark.executor.memory": "1g",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.log.level": "ERROR"}).getOrCreate()


def shuffled(spark: SparkSession) -> int:
    """Bytes that executors wrote for others so far."""
    executors = spark.sparkContext._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))


class Runs(NamedTuple):
    """Of the audit, written nowhere and to Parquet; behind the shuffle by content, and what that
    moved; the bytes of Parquet."""

    first: Took
    unwritten: Took
    plain: Took
    behind: Took
    moved: int
    size: int


def run_spark(executors: int, sentences: SentenceFilter, warm_up: int, work: pathlib.Path) -> Runs:
    spark = session(executors)
    out = work / "out.parquet"
    try:
        pages = spark.read.parquet(str(work / "pages.parquet")).repartition(4).localCheckpoint()

        def audited(made: DataFrame) -> Took:
            reports = on_spark.audit(made, sentences=sentences)
            writer = reports.write.options(**on_spark.WRITE_OPTIONS).mode("overwrite")
            return timed(lambda: writer.parquet(str(out)))

        first = [audited(pages) for _ in range(warm_up)][0]
        plain = audited(pages)
        size = sum(file.stat().st_size for file in out.glob("*.parquet"))
        nowhere = on_spark.audit(pages, sentences=sentences).write.mode("overwrite").format("noop")
        unwritten = timed(nowhere.save)
        before = shuffled(spark)
        behind = audited(on_spark.unique(pages))
        return Runs(first, unwritten, plain, behind, shuffled(spark) - before, size)
    finally:
        spark.stop()


def line(took: Took, pages: int) -> str:
    return f"{pages / took.clock:.1f} pages/s, {pages / took.cpu:.1f} pages a second of CPU time"


def parts(took: Took, pages: int) -> str:
    return ", ".join(f"{name} {seconds / pages * 1000:.2f}" for name, seconds in (
        ("Python", took.python), ("executors", took.executors), ("driver", took.driver)))


def compare(executors: int, sentences: SentenceFilter, options: argparse.Namespace,
            work: pathlib.Path) -> None:
    pages = options.pages
    before = run_tool(work / "pages", executors, sentences)
    runs = run_spark(executors, sentences, options.warm_up, work)
    after = run_tool(work / "pages", executors, sentences)
    clock, cpu = (before.clock + after.clock) / 2, (before.cpu + after.cpu) / 2
    print(f"{executors} executors, {sentences} sentences; load {os.getloadavg()[0]:.1f}")
    for which, took in (("before", before), ("after", after)):
        print(f"  tool {which}, {executors} threads: {line(took, pages)}, "
              f"{took.cpu / pages * 1000:.2f} ms")
    for name, took in (("first run", runs.first), ("to Parquet", runs.plain),
                       ("written nowhere", runs.unwritten), ("behind unique()", runs.behind)):
        print(f"  {name}: {line(took, pages)}; of the tool {clock / took.clock:.2f} by the clock, "
              f"{cpu / took.cpu:.2f} by CPU time; CPU milliseconds a page: {parts(took, pages)}")
    print(f"  {runs.moved / 1e6:.1f} MB shuffled, {runs.size / pages:.0f} bytes of Parquet a page",
          flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--executors", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--sentences", nargs="+", default=["all", "flagged"])
    parser.add_argument("--warm-up", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        os.environ |= {"SPARK_HOME": os.path.dirname(pyspark.__file__),
                       "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                       "SPARK_LOCAL_HOSTNAME": "localhost", "SPARK_WORKER_DIR": str(work / "worker")}
        (work / "pages").mkdir()
        size = write_pages(options.source, work / "pages", options.pages)
        import pyarrow as pa
        import pyarrow.parquet as pq

        files = sorted((work / "pages").iterdir())
        pq.write_table(pa.table({"url": [file.name for file in files],
                                 "text": [file.read_bytes() for file in files]}),
                       work / "pages.parquet")
        print(f"{options.pages} pages, {size / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f}")
        for sentences in options.sentences:
            for executors in options.executors:
                compare(executors, sentences, options, work)


if __name__ == "__main__":
    main()
