# SPDX-License-Identifier: Apache-2.0
"""The report (docs/report.md) as columns: the names and the order of its JSON."""
from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pyarrow.json as pa_json

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


def read_reports(lines: list[bytes]) -> Any:
    """Documents of a JSON Lines report as an Arrow table, without a Python object a value."""
    joined = b"\n".join(lines)
    return pa_json.read_json(
        io.BytesIO(joined),
        # A block has to hold a document.
        read_options=pa_json.ReadOptions(use_threads=False, block_size=len(joined) + 1),
        parse_options=pa_json.ParseOptions(
            explicit_schema=REPORT, newlines_in_values=False, unexpected_field_behavior="ignore"))
