# SPDX-License-Identifier: Apache-2.0
"""Many documents at once."""
from __future__ import annotations

import pathlib
import time
from collections.abc import Iterator

import claimlint
import pytest


def test_reports_come_in_the_order_of_the_documents(
        auditor: claimlint.Auditor, articles: list[pathlib.Path]) -> None:
    texts = [article.read_bytes() for article in articles]
    one_by_one = [auditor.audit(text).to_json() for text in texts]
    for jobs in (1, 2, 5):
        assert [r.to_json() for r in auditor.audit_many(texts, jobs=jobs)] == one_by_one


def test_documents_are_taken_as_reports_are_asked_for(auditor: claimlint.Auditor) -> None:
    taken = 0

    def endless() -> Iterator[claimlint.Document]:
        nonlocal taken
        while True:
            taken += 1
            yield claimlint.Document("Our tea cures migraine.", path=str(taken))

    reports = auditor.audit_many(endless(), jobs=2)
    assert taken == 0
    assert [next(reports).path for _ in range(3)] == ["1", "2", "3"]
    assert taken <= 3 + 4
    reports.close()  # type: ignore[attr-defined]


def test_errors_of_the_iterable_and_of_documents_reach_the_caller(
        auditor: claimlint.Auditor) -> None:
    def broken() -> Iterator[str]:
        yield "Our tea cures migraine."
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(auditor.audit_many(broken(), jobs=2))
    with pytest.raises(ValueError):
        list(auditor.audit_many([claimlint.Document("x", format="wordstar")], jobs=2))
    with pytest.raises(ValueError):
        auditor.audit_many([], jobs=0)


def test_all_reports_after_a_cancel_say_so(auditor: claimlint.Auditor) -> None:
    cancel = claimlint.Cancel()
    reports = auditor.audit_many(["Our tea cures migraine."] * 20, jobs=2, cancel=cancel)
    assert next(reports).status == "audited"
    cancel.request()
    rest = list(reports)
    assert len(rest) == 19
    assert all(report.reasons == ("cancelled",) for report in rest[4:])


def test_whoever_asks_for_no_more_does_not_wait(auditor: claimlint.Auditor) -> None:
    long = "Our tea cures migraine and our adjustments heal asthma. " * 50_000
    took = time.monotonic()
    assert len(auditor.audit(long).sentences) == 50_000
    took = time.monotonic() - took
    reports = auditor.audit_many(["Our tea cures migraine.", long, long], jobs=1)
    next(reports)
    began = time.monotonic()
    reports.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < took / 2
