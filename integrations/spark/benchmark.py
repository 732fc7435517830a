#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the audit on Spark beside the command-line tool on the same articles: pages per second
and core, what a second executor gives, and what a shuffle moves. Articles are those of corpus/, each
time with a sentence of its own. Executors are processes of this machine, with a core each; one run
before the one that counts starts their Python workers, and lets the JVM compile what it runs. CPU
time is that of the tool, or of executors and Python workers; the driver's is told beside it.

usage: benchmark.py SOURCE_DIR [--pages N] [--executors 1 2]"""
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
from pyspark.sql import SparkSession


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


def run_tool(folder: pathlib.Path) -> Took:
    began, children = time.monotonic(), os.times()
    subprocess.run([sys.executable, "-m", "claimlint", "audit", "--jobs", "1", "--quiet", "--format",
                    "jsonl", "--output", str(folder.parent / "report.jsonl"), "--fail-on", "never",
                    "--no-config", str(folder)], check=True)
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


def run_spark(executors: int, work: pathlib.Path) -> tuple[Took, Took, int]:
    """Of the audit, of the audit behind the shuffle by content, and what that moved."""
    spark = session(executors)
    try:
        pages = spark.read.parquet(str(work / "pages.parquet")).repartition(8).localCheckpoint()
        times: list[Took] = []
        moved = 0
        for made in (pages, pages, on_spark.unique(pages)):
            before = shuffled(spark)
            writer = on_spark.audit(made).write.mode("overwrite")
            times.append(timed(lambda: writer.parquet(str(work / "out.parquet"))))
            moved = shuffled(spark) - before
        return times[1], times[2], moved
    finally:
        spark.stop()


def line(took: Took, pages: int) -> str:
    return f"{pages / took.clock:.1f} pages/s, {pages / took.cpu:.1f} pages a second of CPU time"


def parts(took: Took, pages: int) -> str:
    return ", ".join(f"{name} {seconds / pages * 1000:.2f}" for name, seconds in (
        ("Python", took.python), ("executors", took.executors), ("driver", took.driver)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--executors", type=int, nargs="+", default=[1, 2])
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
        tool = run_tool(work / "pages")
        print(f"tool, one thread: {line(tool, options.pages)}")
        for executors in options.executors:
            plain, behind, moved = run_spark(executors, work)
            print(f"{executors} executors: {line(plain, options.pages)}; for each core "
                  f"{tool.clock / plain.clock / executors:.2f} of the tool by the clock, "
                  f"{tool.cpu / plain.cpu:.2f} by CPU time; load {os.getloadavg()[0]:.1f}")
            print(f"  CPU milliseconds a page: {parts(plain, options.pages)}")
            print(f"  behind unique(): {line(behind, options.pages)}; {moved / 1e6:.1f} MB shuffled")


if __name__ == "__main__":
    main()
