# SPDX-License-Identifier: Apache-2.0
"""The report (docs/report.md) as columns: the names and the order of its JSON."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

import claimlint
from claimlint import _core
from claimlint._names import SentenceFilter

_TEXT = pa.string()
_COUNT = pa.int64()
_SPAN = pa.list_(_COUNT)


def _struct(**fields: Any) -> Any:
    return pa.struct(list(fields.items()))


_BASIS = pa.list_(_struct(id=_TEXT, jurisdiction=_TEXT, outcome=_TEXT))
_SEVERITIES = _struct(high=_COUNT, medium=_COUNT, low=_COUNT)
_MENTION = _struct(
    kind=_TEXT, concept=_TEXT, value=pa.float64(), unit=_TEXT, text=_TEXT, span=_SPAN,
    parts=pa.list_(_SPAN), stance=_TEXT, repaired=pa.bool_())
_SOURCE = _struct(
    kind=_TEXT, name=_TEXT, id=_TEXT, url=_TEXT, span=_SPAN, distance=_COUNT, verdict=_TEXT,
    certainty=_TEXT)
_CLAIM = _struct(
    id=_TEXT, type=_TEXT, rule=_TEXT, span=_SPAN, parts=pa.list_(_SPAN), link=_TEXT, voice=_TEXT,
    stance=_TEXT, severity=_TEXT, severity_reasons=pa.list_(_TEXT), confidence=_TEXT,
    unsupported=pa.bool_(), vetoed=_struct(reason=_TEXT, cue=_TEXT, span=_SPAN),
    decision=_struct(action=_TEXT, by=_TEXT, reason=_TEXT, expires=_TEXT, origin=_TEXT),
    target=_TEXT, vulnerable=pa.list_(_TEXT),
    frame=pa.list_(_struct(role=_TEXT, concept=_TEXT, text=_TEXT, span=_SPAN,
                           parts=pa.list_(_SPAN))),
    support=_struct(status=_TEXT, sources=pa.list_(_SOURCE)), basis=_BASIS, message=_TEXT,
    instead=_TEXT)
_SENTENCE = _struct(
    index=_COUNT, span=_SPAN, parts=pa.list_(_SPAN), line=_COUNT, column=_COUNT, text=_TEXT,
    block=_TEXT, heading=_TEXT, mentions=pa.list_(_MENTION), claims=pa.list_(_CLAIM))
_SCORE = _struct(
    risk=pa.float64(), percentile=pa.float64(), band=_TEXT, sentences=_COUNT, flagged=_COUNT,
    claims=_COUNT, by_severity=_SEVERITIES,
    breakdown=pa.list_(_struct(reason=_TEXT, points=pa.float64())))

REPORT = pa.schema(list(dict(
    path=_TEXT, source=_struct(url=_TEXT, site=_TEXT, title=_TEXT, retrieved=_TEXT), format=_TEXT,
    encoding=_TEXT, language=_TEXT, bytes=_COUNT, sha256=_TEXT, content_sha256=_TEXT,
    coordinates=_TEXT, offsets=_TEXT, status=_TEXT, reasons=pa.list_(_TEXT),
    notes=pa.list_(_struct(code=_TEXT, message=_TEXT, span=_SPAN)),
    findings=pa.list_(_struct(id=_TEXT, type=_TEXT, severity=_TEXT, message=_TEXT, basis=_BASIS,
                              span=_SPAN)),
    score=_SCORE, sentences=pa.list_(_SENTENCE)).items()))


def _spark_type(kind: Any) -> str:
    if pa.types.is_list(kind):
        return f"array<{_spark_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        fields = (kind.field(i) for i in range(kind.num_fields))
        return f"struct<{', '.join(f'`{f.name}`: {_spark_type(f.type)}' for f in fields)}>"
    return {pa.int64(): "bigint", pa.float64(): "double", pa.bool_(): "boolean"}.get(kind, "string")


def spark_columns() -> str:
    """The columns of REPORT as Spark writes a schema."""
    return ", ".join(f"`{field.name}` {_spark_type(field.type)}" for field in REPORT)


def _counts(kind: Any, path: str) -> Iterator[str]:
    """Where whole numbers lie in Parquet."""
    if pa.types.is_list(kind):
        yield from _counts(kind.value_type, f"{path}.list.element")
    elif pa.types.is_struct(kind):
        for i in range(kind.num_fields):
            yield from _counts(kind.field(i).type, f"{path}.{kind.field(i).name}")
    elif kind == _COUNT:
        yield path


# What a writer of Parquet is best told of reports. Numbers, most of them places, hardly come twice:
# a dictionary of them costs time, and is given up when it is full.
WRITE_OPTIONS = {"compression": "zstd"} | {
    f"parquet.enable.dictionary#{path}": "false"
    for field in REPORT for path in _counts(field.type, field.name)}


class Reports:
    """Reports of one batch, gathered as columns without a Python object a value."""

    def __init__(self) -> None:
        self._columns = _core._ReportColumns(REPORT)

    def add(self, report: claimlint.Report, sentences: SentenceFilter) -> int:
        """The bytes of the report's JSON."""
        return self._columns.add(report, sentences)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        return REPORT.__arrow_c_schema__(), self._columns.take()

    def take(self) -> Any:
        """What was added since the last time, as an Arrow record batch."""
        return pa.record_batch(self)
