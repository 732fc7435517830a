# SPDX-License-Identifier: Apache-2.0
"""Reports as tables: a claim, sentence, mention or document a row."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, Union

from claimlint import _core

if TYPE_CHECKING:
    import pandas
    import pyarrow

Rows = Literal["claims", "sentences", "mentions", "documents"]
Reports = Union[_core.Report, Iterable[_core.Report]]

# Column and type. Types are those of Arrow, by name; lists are of strings.
_DOCUMENT = {"path": "string", "url": "string", "site": "string"}
_SENTENCE = {"sentence": "int64", "line": "int64", "column": "int64", "block": "string"}
_PLACE = {"begin": "int64", "end": "int64", "byte_begin": "int64", "byte_end": "int64"}
_COLUMNS: dict[Rows, dict[str, str]] = {
    "claims": {
        **_DOCUMENT, **_SENTENCE, "id": "string", "type": "string", "rule": "string",
        "severity": "string", "confidence": "string", "voice": "string", "stance": "string",
        "target": "string", "vulnerable": "list", "support": "string", "basis": "list",
        "counts": "bool", **_PLACE, "text": "string", "message": "string", "instead": "string",
    },
    "sentences": {
        **_DOCUMENT, **_SENTENCE, "heading": "string", "claims": "int64", **_PLACE,
        "text": "string",
    },
    "mentions": {
        **_DOCUMENT, **_SENTENCE, "kind": "string", "concept": "string", "value": "double",
        "unit": "string", "stance": "string", "repaired": "bool", **_PLACE, "text": "string",
    },
    "documents": {
        **_DOCUMENT, "format": "string", "language": "string", "bytes": "int64",
        "sha256": "string", "content_sha256": "string", "status": "string", "reasons": "list",
        "risk": "double", "band": "string", "sentences": "int64", "flagged": "int64",
        "claims": "int64", "high": "int64", "medium": "int64", "low": "int64",
    },
}

Row = dict[str, Any]


def _document(report: _core.Report) -> Row:
    return {"path": report.path, "url": report.source.url, "site": report.source.site}


def _sentence(report: _core.Report, sentence: _core.Sentence) -> Row:
    return {**_document(report), "sentence": sentence.index, "line": sentence.line,
            "column": sentence.column, "block": sentence.block}


def _place(span: _core.Span) -> Row:
    return {"begin": span.begin, "end": span.end, "byte_begin": span.byte_begin,
            "byte_end": span.byte_end}


def _claim(claim: _core.Claim) -> Row:
    return {
        "id": claim.id, "type": claim.type, "rule": claim.rule, "severity": claim.severity,
        "confidence": claim.confidence, "voice": claim.voice, "stance": claim.stance,
        "target": claim.target, "vulnerable": list(claim.vulnerable),
        "support": claim.support.status, "basis": [each.id for each in claim.basis],
        "counts": claim.counts, "message": claim.message, "instead": claim.instead,
        **_place(claim.span),
    }


def _claims(report: _core.Report) -> Iterator[Row]:
    for sentence in report.sentences:
        head = _sentence(report, sentence)
        for claim in sentence.claims:
            yield {**head, **_claim(claim), "text": sentence.text}


def _sentences(report: _core.Report) -> Iterator[Row]:
    for sentence in report.sentences:
        counting = sum(claim.counts for claim in sentence.claims)
        yield {**_sentence(report, sentence), "heading": sentence.heading, "claims": counting,
               **_place(sentence.span), "text": sentence.text}


def _mentions(report: _core.Report) -> Iterator[Row]:
    for sentence in report.sentences:
        head = _sentence(report, sentence)
        for each in sentence.mentions:
            yield {**head, "kind": each.kind, "concept": each.concept, "value": each.value,
                   "unit": each.unit, "stance": each.stance, "repaired": each.repaired,
                   **_place(each.span), "text": each.text}


def _documents(report: _core.Report) -> Iterator[Row]:
    row: Row = {
        **_document(report), "format": report.format, "language": report.language,
        "bytes": report.bytes, "sha256": report.sha256,
        "content_sha256": report.content_sha256, "status": report.status,
        "reasons": list(report.reasons),
    }
    score = report.score
    if score is not None:
        row |= {"risk": score.risk, "band": score.band, "sentences": score.sentences,
                "flagged": score.flagged, "claims": score.claims,
                "high": score.by_severity.high, "medium": score.by_severity.medium,
                "low": score.by_severity.low}
    yield row


_OF: dict[Rows, Callable[[_core.Report], Iterator[Row]]] = {
    "claims": _claims, "sentences": _sentences, "mentions": _mentions, "documents": _documents,
}


def table_rows(reports: Reports, rows: Rows) -> list[Row]:
    if rows not in _OF:
        raise ValueError(f"rows is one of {', '.join(_OF)}")
    each = [reports] if isinstance(reports, _core.Report) else reports
    return [row for report in each for row in _OF[rows](report)]


def to_arrow(reports: Reports, rows: Rows = "claims") -> pyarrow.Table:
    """One report or many as an Arrow table; needs pyarrow. Vetoed claims are among the claims
    where the auditor keeps them: `counts` is false."""
    import pyarrow as pa

    found = table_rows(reports, rows)
    schema = pa.schema([
        (name, pa.list_(pa.string()) if kind == "list" else pa.type_for_alias(kind))
        for name, kind in _COLUMNS[rows].items()
    ])
    return pa.Table.from_pylist(found, schema=schema)


def to_pandas(reports: Reports, rows: Rows = "claims") -> pandas.DataFrame:
    """One report or many as a pandas data frame; needs pandas."""
    import pandas as pd

    return pd.DataFrame(table_rows(reports, rows), columns=list(_COLUMNS[rows]))
