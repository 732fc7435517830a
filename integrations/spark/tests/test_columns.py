# SPDX-License-Identifier: Apache-2.0
"""Reports as columns, without Spark around them."""
from __future__ import annotations

import gc
import io
import pathlib

import claimlint
import pyarrow as pa
import pyarrow.json as pa_json
import pytest
from claimlint import _core
from claimlint._names import SentenceFilter
from claimlint.spark._schema import REPORT, Reports

CLAIM = "Our adjustments cure migraine for good."
ODD = [b"", b"\xff\xfe\x00\xd8\x01" + bytes(range(256)) * 8, b'"It cures\\all"\t caf\xe9. ' +
       CLAIM.encode(), f"\u202e\u00dcber \U0001f642 \u2028 \x7f: {CLAIM}".encode()]


@pytest.mark.parametrize("sentences", ["all", "annotated", "flagged"])
def test_columns_are_what_arrow_reads_in_the_json(
        articles: list[pathlib.Path], sentences: SentenceFilter) -> None:
    auditor = claimlint.Auditor(with_vetoed=True)
    documents = [file.read_bytes() for file in articles] + ODD
    reports = [auditor.audit(document, path=f"\u00e9/{i}", title='a "title"' if i % 2 else None)
               for i, document in enumerate(documents)]
    columns = Reports()
    size = sum(columns.add(report, sentences) for report in reports)
    batch = columns.take()
    batch.validate(full=True)

    lines = "\n".join(report.to_json(sentences) for report in reports).encode()
    expected = pa_json.read_json(
        io.BytesIO(lines), read_options=pa_json.ReadOptions(block_size=len(lines) + 1),
        parse_options=pa_json.ParseOptions(explicit_schema=REPORT,
                                           unexpected_field_behavior="ignore"))
    assert batch.schema.equals(expected.schema)
    assert batch.to_pylist() == expected.to_pylist()
    assert size + len(reports) - 1 == len(lines)
    assert len(columns.take()) == 0


def test_columns_outlive_what_they_were_gathered_in() -> None:
    columns = Reports()
    columns.add(claimlint.Auditor().audit(CLAIM, path="a"), "all")
    sentences = columns.take().column("sentences")
    del columns
    gc.collect()
    assert sentences.to_pylist()[0][0]["text"] == CLAIM


def test_a_member_that_reports_do_not_have_is_null() -> None:
    schema = pa.schema([("path", pa.string()), ("nothing", pa.list_(pa.bool_())),
                        ("score", pa.struct([("nothing", pa.bool_()), ("claims", pa.int64())]))])
    columns = _core._ReportColumns(schema)
    columns.add(claimlint.Auditor().audit(CLAIM, path="a"), "all")

    class Taken:
        def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
            return schema.__arrow_c_schema__(), columns.take()

    batch = pa.record_batch(Taken())
    batch.validate(full=True)
    assert batch.to_pylist() == [{
        "path": "a", "nothing": None, "score": {"nothing": None, "claims": 1}}]


def test_a_type_that_reports_do_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="tdD"):
        _core._ReportColumns(pa.schema([("path", pa.date32())]))
    with pytest.raises(ValueError):
        _core._ReportColumns(pa.schema([("bytes", pa.bool_())])).add(
            claimlint.Auditor().audit(CLAIM), "all")
