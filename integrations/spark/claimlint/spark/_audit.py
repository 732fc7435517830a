# SPDX-License-Identifier: Apache-2.0
"""The audit of a data frame, and what is read off it without a second audit."""
from __future__ import annotations

import functools
import pickle
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import functions as F

import claimlint
from claimlint._names import SentenceFilter
from claimlint.spark._schema import REPORT, Reports, spark_columns

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# A page of more bytes is not audited: it would hold up a task for minutes, and is no article.
MAX_BYTES = 4 << 20
# What is gathered before it leaves the worker: bytes of JSON.
_BATCH_BYTES = 16 << 20
# Begins the names of columns that are arguments of the audit, and not kept.
_ARGUMENT = "claimlint argument "
_ABOUT = ("format", "url", "site", "title", "retrieved", "language")


@functools.lru_cache(maxsize=4)
def _unpickled(pickled: bytes) -> claimlint.Auditor:
    auditor: claimlint.Auditor = pickle.loads(pickled)
    return auditor


def _value(scalar: Any) -> Any:
    """What stands in a column; a string of Spark's that is no UTF-8 as its bytes."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()


def _words(scalar: Any) -> str | None:
    value = _value(scalar)
    return value.decode(errors="replace") if isinstance(value, bytes) else value


def _audited(auditor: claimlint.Auditor, id: Any, row: dict[str, Any]) -> claimlint.Report:
    about: dict[str, Any] = {name: _words(row[name]) for name in _ABOUT if name in row}
    if about.get("format") not in claimlint.input_formats:
        about["format"] = None
    key = _value(id)
    path = key if isinstance(key, (str, bytes)) else "" if key is None else str(key)
    document = _value(row["text"]) or b""
    return auditor.audit(document, path=path, **about)


def _joined(keys: Any, reports: Any) -> Any:
    return pa.RecordBatch.from_arrays([*keys.columns, *reports.columns],
                                      names=[*keys.schema.names, *reports.schema.names])


def _audit_batches(
    pickled: bytes, sentences: SentenceFilter, batches: Iterable[Any]
) -> Iterator[Any]:
    auditor = _unpickled(pickled)
    reports = Reports()
    for batch in batches:
        names = batch.schema.names
        keys = batch.select([name for name in names if not name.startswith(_ARGUMENT)])
        arguments = {name.removeprefix(_ARGUMENT): batch.column(name)
                     for name in names if name.startswith(_ARGUMENT)}
        begin = size = 0
        # A row at a time, for one page may be as large as all others.
        for i in range(batch.num_rows):
            row = {name: column[i] for name, column in arguments.items()}
            size += reports.add(_audited(auditor, keys.column(0)[i], row), sentences)
            if size >= _BATCH_BYTES or i + 1 == batch.num_rows:
                yield _joined(keys.slice(begin, i + 1 - begin), reports.take())
                begin, size = i + 1, 0


def audit(
    df: DataFrame,
    text: str = "text",
    id: str = "url",
    *,
    keep: Iterable[str] = (),
    auditor: claimlint.Auditor | None = None,
    sentences: SentenceFilter = "all",
    **about: str,
) -> DataFrame:
    """The report of each page as a row: the id column, those to keep, and what docs/report.md says
    of a document.

    `text` names a column of strings or binary, `id` one that tells pages apart; it becomes the
    report's `path`. `about` names the columns for what else is known: format, url, site, title,
    retrieved, language. `sentences` keeps all, those with a mention or claim ("annotated"), or
    those with a claim that counts ("flagged"): a report with all is some sixteen times as large as
    its page. No page fails the job: what could not be audited says so in `status`.

    Rows come in the partitions and the order of `df`. Spark makes Arrow batches of
    `spark.sql.execution.arrow.maxRecordsPerBatch` rows, 10000 by default: set it to some dozens
    where pages are large, as the job does.
    """
    unknown = set(about) - set(_ABOUT)
    if unknown:
        raise TypeError(f"audit() knows no column for {', '.join(sorted(unknown))}")
    keys = [id, *keep]
    taken = set(keys) & {field.name for field in REPORT}
    if taken:
        raise ValueError(f"a report has a column {', '.join(sorted(taken))} of its own")
    pickled = pickle.dumps(auditor or claimlint.Auditor(max_bytes=MAX_BYTES))
    kinds = ", ".join(f"`{key}` {df.schema[key].dataType.simpleString()}" for key in keys)
    columns = [*map(F.col, keys), F.col(text).alias(_ARGUMENT + "text"),
               *(F.col(column).cast("string").alias(_ARGUMENT + name)
                 for name, column in about.items())]
    return df.select(*columns).mapInArrow(
        functools.partial(_audit_batches, pickled, sentences), f"{kinds}, {spark_columns()}")


def claims(reports: DataFrame) -> DataFrame:
    """A row for each claim of what audit() gave: the columns before `path` (the page's id and what
    was kept), where the page is from, the sentence, and the claim as `claim`."""
    names = reports.columns
    keys = names[:names.index("path")]
    sentences = reports.select(
        *keys, "path", "source", F.explode("sentences").alias("sentence"))
    found = sentences.select(
        *keys, "path", *(F.col(f"source.{name}").alias(f"source_{name}" if name in keys else name)
                         for name in ("url", "site")),
        F.col("sentence.index").alias("sentence"), "sentence.text", "sentence.line",
        "sentence.column", "sentence.block", "sentence.heading",
        F.explode("sentence.claims").alias("claim"))
    return found.withColumn(
        "counts", F.col("claim.unsupported") & F.col("claim.vetoed").isNull())
