# SPDX-License-Identifier: Apache-2.0
"""Pages from where crawls lie, as data frames with `url`, `text` and what else is known."""
from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import functions as F

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text",
            "text/markdown": "markdown", "application/pdf": "pdf"}
_PAGE = pa.schema([("url", pa.string()), ("text", pa.binary()), ("format", pa.string()),
                   ("retrieved", pa.string())])
_BATCH_BYTES = 8 << 20
# A record's bytes beyond which nothing of it is kept: what follows could not be audited anyway.
_RECORD_BYTES = 64 << 20


def parquet(spark: SparkSession, path: str) -> DataFrame:
    return spark.read.parquet(path)


def json_lines(spark: SparkSession, path: str) -> DataFrame:
    """Lines that are no JSON are left out; Spark keeps them in `_corrupt_record`."""
    pages = spark.read.option("mode", "PERMISSIVE").json(path)
    if "_corrupt_record" not in pages.columns:
        return pages
    return pages.cache().where("_corrupt_record is null").drop("_corrupt_record")


def folder(spark: SparkSession, path: str, pattern: str = "*") -> DataFrame:
    """Every file below a folder whose name fits; `url` is the path below it."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option(
        "pathGlobFilter", pattern).load(path)
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*:", path)
    root = (path if has_scheme else os.path.abspath(path)).rstrip("/").split("://")[-1] + "/"
    name = F.url_decode(F.regexp_replace("path", r"\+", "%2B"))
    begin = F.instr(name, root)
    below = F.when(begin > 0, name.substr(begin + F.lit(len(root)), F.length(name))).otherwise(name)
    return files.select(below.alias("url"), F.col("content").alias("text"))


def _open(uri: str) -> Any:
    from pyarrow import fs

    system, path = fs.FileSystem.from_uri(uri.replace("s3a://", "s3://", 1))
    return system.open_input_stream(path, compression=None)


def _page(record: Any) -> dict[str, Any] | None:
    """Null for what is no page: requests, redirects, images."""
    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type") or "text/html"
    elif record.rec_type != "conversion":
        return None
    form = _FORMATS.get(kind.split(";")[0].strip().lower())
    if form is None:
        return None
    return {"url": record.rec_headers.get_header("WARC-Target-URI"),
            "text": record.content_stream().read(_RECORD_BYTES), "format": form,
            "retrieved": record.rec_headers.get_header("WARC-Date")}


def _records(uri: str) -> Iterator[dict[str, Any]]:
    """The pages of an archive, up to where it is broken."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with _open(uri) as stream:
        try:
            for record in ArchiveIterator(stream):
                page = _page(record)
                if page is not None:
                    yield page
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            yield {"url": f"{uri}#broken", "text": None, "format": None,
                   "retrieved": str(error)[:200]}


def _read_archives(batches: Iterable[Any]) -> Iterator[Any]:
    for batch in batches:
        for uri in batch.column("path").to_pylist():
            pages: list[dict[str, Any]] = []
            size = 0
            for page in _records(uri):
                pages.append(page)
                size += len(page["text"] or b"")
                if size >= _BATCH_BYTES:
                    yield pa.RecordBatch.from_pylist(pages, schema=_PAGE)
                    pages, size = [], 0
            if pages:
                yield pa.RecordBatch.from_pylist(pages, schema=_PAGE)


def warc(spark: SparkSession, path: str) -> DataFrame:
    """Pages of WARC and WET archives, a task for each archive: responses with status 200, and
    conversions. A broken archive gives what stands before the break, and a row whose url ends with
    `#broken`. Executors open archives by Arrow's file systems: local, hdfs://, s3://, gs://."""
    archives = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option(
        "pathGlobFilter", "*.{warc,warc.gz,wet,wet.gz}").load(path).select("path")
    count = max(1, archives.count())
    return archives.repartition(count).mapInArrow(
        _read_archives, "url string, text binary, format string, retrieved string")


READERS = {"parquet": parquet, "jsonl": json_lines, "folder": folder, "warc": warc}
