# SPDX-License-Identifier: Apache-2.0
"""Audits the pages of a crawl that were not audited before: `claimlint-spark IN OUT`, or this file
given to spark-submit."""
from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Optional

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import claimlint
from claimlint._names import SentenceFilter
from claimlint.spark._audit import MAX_BYTES, audit, claims
from claimlint.spark._content import HASH, new_only, unique, with_hash
from claimlint.spark._near import near_duplicates
from claimlint.spark._schema import WRITE_OPTIONS
from claimlint.spark._sites import by_site, site_of
from claimlint.spark.readers import READERS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_SETTINGS = {
    # Pages may be large; a batch is held in memory on both sides.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "32",
    # A batch of this run is replaced, those of others stay.
    "spark.sql.sources.partitionOverwriteMode": "dynamic",
}


def tune(spark: SparkSession) -> SparkSession:
    for name, value in _SETTINGS.items():
        spark.conf.set(name, value)
    return spark


class Output:
    """OUT: pages (an address and its content's hash), documents (a report for each content) and
    claims, all in batches, one a run; sites and near_duplicates over all of them."""

    def __init__(self, spark: SparkSession, folder: str, audited_by: str) -> None:
        self._spark = spark
        self._folder = folder.rstrip("/")
        self._audited_by = audited_by

    def read(self, name: str) -> Optional[DataFrame]:
        """What earlier runs wrote with the same tool; None where there is nothing."""
        from pyspark.errors import AnalysisException

        jvm: Any = self._spark._jvm
        folder = jvm.org.apache.hadoop.fs.Path(f"{self._folder}/{name}")
        # Asked first, because Spark fills a page of its log with what is not there.
        if not folder.getFileSystem(self._spark._jsc.hadoopConfiguration()).exists(folder):
            return None
        try:
            rows = self._spark.read.parquet(folder.toString())
        except AnalysisException:
            return None
        return rows.where(F.col("tool") == self._audited_by)

    def batches(self, name: str) -> set[int]:
        rows = self.read(name)
        return set() if rows is None else {
            int(row["batch"]) for row in rows.select("batch").distinct().collect()}

    def write(self, name: str, rows: DataFrame, batch: int) -> None:
        self._describe(f"claimlint: {name}, batch {batch}")
        named = rows.withColumn("tool", F.lit(self._audited_by)).withColumn("batch", F.lit(batch))
        named.write.options(**WRITE_OPTIONS).mode("overwrite").partitionBy(
            "tool", "batch").parquet(f"{self._folder}/{name}")

    def replace(self, name: str, rows: DataFrame) -> None:
        self._describe(f"claimlint: {name}")
        # The folder as a whole, so that nothing in its place replaces what was there.
        rows.write.mode("overwrite").option("partitionOverwriteMode", "static").parquet(
            f"{self._folder}/{name}/tool={self._audited_by}")

    def _describe(self, what: str) -> None:
        self._spark.sparkContext.setJobDescription(what)


def _fingerprint(auditor: claimlint.Auditor) -> str:
    """What decides what is found: another version, lexicon or option audits everything anew."""
    tool = auditor.tool
    return f"{tool['version']}-{tool['lexicons'][:12]}-{tool['configuration'][:12]}"


def _write_claims(output: Output) -> None:
    """Of every batch that has none yet: also of one whose run was killed in between."""
    for batch in sorted(output.batches("documents") - output.batches("claims")):
        documents = output.read("documents")
        if documents is not None:
            of_batch = documents.where(F.col("batch") == batch).drop("tool", "batch")
            output.write("claims", claims(of_batch), batch)


def run(pages: DataFrame, out: str, auditor: claimlint.Auditor, *, text: str, id: str,
        about: dict[str, str], similarity: Optional[float],
        sentences: SentenceFilter = "all") -> None:
    """Audits what is new in `pages` and brings `out` up to date. Runs again, or after it was
    killed, to the same result."""
    output = Output(tune(pages.sparkSession), out, f"{_fingerprint(auditor)}-{sentences}")
    hashed = with_hash(pages.where(F.col(id).isNotNull()), text)
    _write_documents(
        output, hashed, id,
        lambda new: audit(new, text, id, keep=[HASH], auditor=auditor, sentences=sentences,
                          **about),
        text)
    _write_pages(output, hashed, id, about)
    _write_claims(output)
    _write_totals(output, similarity)


def _write_documents(output: Output, hashed: DataFrame, id: str,
                     audited: Callable[[DataFrame], DataFrame], text: str) -> None:
    known = output.read("documents")
    new = hashed if known is None else new_only(hashed, known)
    batch = max(output.batches("documents"), default=-1) + 1
    output.write("documents", audited(unique(new, text, id)), batch)


def _write_pages(output: Output, hashed: DataFrame, id: str, about: dict[str, str]) -> None:
    site = F.col(about["site"]).cast("string") if "site" in about else site_of(id)
    pages = hashed.select(
        F.col(id).cast("string").alias("page"), site.alias("site"), HASH).distinct()
    known = output.read("pages")
    new = pages if known is None else pages.join(known.select("page", HASH), ["page", HASH],
                                                 "left_anti")
    output.write("pages", new, max(output.batches("pages"), default=-1) + 1)


def _write_totals(output: Output, similarity: Optional[float]) -> None:
    pages, documents, found = (output.read(name) for name in ("pages", "documents", "claims"))
    if pages is not None and documents is not None:
        output.replace("sites", by_site(pages, documents))
    if similarity is not None and found is not None:
        output.replace("near_duplicates", near_duplicates(found, similarity))


def _arguments(given: Optional[list[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="claimlint-spark", description=__doc__)
    parser.add_argument("input", metavar="IN")
    parser.add_argument("output", metavar="OUT")
    parser.add_argument("--format", choices=sorted(READERS), default="parquet",
                        help="how pages lie in IN (default parquet)")
    parser.add_argument("--text", default="text", help="column of the pages (default text)")
    parser.add_argument("--id", default="url", help="column that tells them apart (default url)")
    parser.add_argument("--site", help="column of the site (default: the host of the id)")
    parser.add_argument("--input-format", metavar="COLUMN", help="column of the pages' formats")
    parser.add_argument("--near-duplicates", type=float, metavar="SHARE",
                        help="gather claims that share this much of their words, such as 0.8")
    parser.add_argument("--sentences", choices=("all", "annotated", "flagged"), default="all",
                        help="which of them reports keep (default all)")
    parser.add_argument("--max-bytes", type=int, default=MAX_BYTES,
                        help="larger pages are not audited (default %(default)s)")
    parser.add_argument("--jurisdiction", default="", help="us, uk, au, eu; by comma (default all)")
    parser.add_argument("--lexicons", help="folder of lexicon files, on every executor")
    return parser.parse_args(given)


def main(given: Optional[list[str]] = None) -> None:
    options = _arguments(given)
    auditor = claimlint.Auditor(
        max_bytes=options.max_bytes, lexicons=options.lexicons,
        jurisdictions=[each for each in options.jurisdiction.split(",") if each])
    if "PYSPARK_GATEWAY_PORT" not in os.environ:
        # Not by spark-submit: executors are of this machine.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("claimlint").getOrCreate()
    pages = READERS[options.format](spark, options.input)
    about = {name: column for name, column in (
        ("site", options.site), ("format", options.input_format),
        ("url", options.id if options.id == "url" else None)) if column}
    if "format" not in about and options.format == "warc":
        about |= {"format": "format", "retrieved": "retrieved"}
    run(pages, options.output, auditor, text=options.text, id=options.id, about=about,
        similarity=options.near_duplicates, sentences=options.sentences)
    spark.stop()


if __name__ == "__main__":
    main()
