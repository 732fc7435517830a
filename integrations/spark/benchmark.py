#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the audit on Spark beside the command-line tool on the same articles: pages per second
and core, what a second executor gives, and what a shuffle moves. Articles are those of corpus/, each
time with a sentence of its own. Executors are processes of this machine, with a core each; one run
before the one that counts starts their Python workers. CPU time is that of the tool, or of driver,
executors and Python workers together.

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


def cpu_seconds() -> float:
    """Of all processes below this one, those that have ended too."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        ticks[int(folder.name)] = sum(map(int, fields[11:15]))

    def is_below(pid: int) -> bool:
        while pid in parents:
            pid = parents[pid]
            if pid == os.getpid():
                return True
        return False

    ended = os.times()
    return (sum(ticks[pid] for pid in parents if is_below(pid)) / os.sysconf("SC_CLK_TCK")
            + ended.children_user + ended.children_system)


class Took(NamedTuple):
    seconds: float
    cpu: float


def timed(run: Callable[[], object]) -> Took:
    began, cpu = time.monotonic(), cpu_seconds()
    run()
    return Took(time.monotonic() - began, cpu_seconds() - cpu)


def run_tool(folder: pathlib.Path) -> None:
    subprocess.run([sys.executable, "-m", "claimlint", "audit", "--jobs", "1", "--quiet", "--format",
                    "jsonl", "--output", str(folder.parent / "report.jsonl"), "--fail-on", "never",
                    "--no-config", str(folder)], check=True)


def session(executors: int) -> SparkSession:
    return SparkSession.builder.master(f"local-cluster[{executors},1,1024]").config(map={
        "spark.sql.shuffle.partitions": "8", "spark.sql.execution.arrow.maxRecordsPerBatch": "32",
        "spark.ui.enabled": "true", "spark.ui.port": "0", "spark.executor.memory": "1g",
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
    return f"{pages / took.seconds:.1f} pages/s, {pages / took.cpu:.1f} pages a second of CPU time"


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
        tool = timed(lambda: run_tool(work / "pages"))
        print(f"tool, one thread: {line(tool, options.pages)}")
        for executors in options.executors:
            plain, behind, moved = run_spark(executors, work)
            print(f"{executors} executors: {line(plain, options.pages)}; for each core "
                  f"{tool.seconds / plain.seconds / executors:.2f} of the tool by the clock, "
                  f"{tool.cpu / plain.cpu:.2f} by CPU time")
            print(f"  behind unique(): {line(behind, options.pages)}; {moved / 1e6:.1f} MB shuffled")
        print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
