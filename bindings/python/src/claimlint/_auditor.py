# SPDX-License-Identifier: Apache-2.0
"""The auditor, one document at a time or many at once."""
from __future__ import annotations

import datetime
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, Union

from claimlint import _core
from claimlint._names import LineBreaks

MAX_BYTES = 64 << 20


class Document(NamedTuple):
    """An article with what is known of it, for Auditor.audit_many()."""

    text: Union[str, bytes]
    path: str = ""
    format: Union[str, None] = None
    url: Union[str, None] = None
    site: Union[str, None] = None
    title: Union[str, None] = None
    retrieved: Union[str, None] = None
    language: Union[str, None] = None


class Auditor:
    """Audits documents.

        report = claimlint.Auditor().audit("Our adjustments cure migraine for good.")
        for claim in report.claims:
            print(claim.severity, claim.type, claim.span.of(report.text))

    Immutable: one instance serves any number of threads, and audits without holding the
    interpreter's lock. Pickles by its options: lexicons and decisions are files that must be where
    they were. Content is never an exception; what could not be audited says so in Report.status and
    Report.reasons.

    lexicons -- folder of lexicon files, layered over the shipped ones
    lexicon_cache -- folder that keeps what they compile to
    jurisdictions -- whose rules count: us, uk, au, eu; none given: all
    with_vetoed -- keep what was found and not reported, each with its reason
    assume_language -- take every document to be in this language ("en")
    line_breaks -- what line ends of plain text mean: auto, hard or soft
    rules_only -- leave the confidence model out
    inline_decisions -- heed what comments in the article ask to be passed over
    decisions -- file of what reviewers decided
    today -- the day on which decisions hold; default: today, UTC
    max_bytes -- larger documents are not audited, for the reason "budget"

    Raises LexiconError, DecisionError; ValueError for options that do not exist.
    """

    __slots__ = ("_core", "_options")

    def __init__(
        self,
        *,
        lexicons: str | os.PathLike[str] | None = None,
        lexicon_cache: str | os.PathLike[str] | None = None,
        jurisdictions: Iterable[str] = (),
        with_vetoed: bool = False,
        assume_language: str | None = None,
        line_breaks: LineBreaks = "auto",
        rules_only: bool = False,
        inline_decisions: bool = False,
        decisions: str | os.PathLike[str] | None = None,
        today: datetime.date | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._options: dict[str, Any] = {
            "lexicons": None if lexicons is None else os.fspath(lexicons),
            "lexicon_cache": None if lexicon_cache is None else os.fspath(lexicon_cache),
            "jurisdictions": list(jurisdictions),
            "with_vetoed": with_vetoed,
            "assume_language": assume_language,
            "line_breaks": line_breaks,
            "rules_only": rules_only,
            "inline_decisions": inline_decisions,
            "decisions": None if decisions is None else os.fspath(decisions),
            "today": today or datetime.datetime.now(datetime.timezone.utc).date(),
            "max_bytes": max_bytes,
        }
        read = {"today": self._options["today"].isoformat(), "decisions": None}
        if decisions is not None:
            with open(decisions, encoding="utf-8") as file:
                read["decisions"] = file.read()
        self._core = _core.Auditor(**{**self._options, **read})

    def audit(
        self,
        document: str | bytes | bytearray | memoryview,
        *,
        format: str | None = None,
        path: str = "",
        url: str | None = None,
        site: str | None = None,
        title: str | None = None,
        retrieved: str | None = None,
        language: str | None = None,
    ) -> _core.Report:
        """Audits one document. A str is text already: what a page declares of its encoding is not
        heeded. `path` is copied to the report, and its extension helps to choose the format."""
        if isinstance(document, (bytearray, memoryview)):
            document = bytes(document)
        return self._core.audit(
            document, path=path, format=format, url=url, site=site, title=title,
            retrieved=retrieved, language=language,
        )

    def audit_many(
        self, documents: Iterable[str | bytes | Document], *, jobs: int | None = None
    ) -> Iterator[_core.Report]:
        """The reports of many documents, in their order, made by `jobs` threads (default: one for
        each core). Documents are taken from the iterable as reports are asked for, and no more than
        twice as many as there are threads ahead of them."""
        count = (os.cpu_count() or 1) if jobs is None else jobs
        if count < 1:
            raise ValueError("jobs is 1 or more")
        return self._in_order(documents, count)

    def _in_order(
        self, documents: Iterable[str | bytes | Document], jobs: int
    ) -> Iterator[_core.Report]:
        ahead: deque[Future[_core.Report]] = deque()
        with ThreadPoolExecutor(jobs, thread_name_prefix="claimlint") as pool:
            try:
                for document in documents:
                    ahead.append(pool.submit(self._audit_one, document))
                    if len(ahead) >= 2 * jobs:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                for future in ahead:
                    future.cancel()

    def _audit_one(self, document: str | bytes | Document) -> _core.Report:
        if isinstance(document, Document):
            about = document._asdict()
            return self.audit(about.pop("text"), **about)
        return self.audit(document)

    @property
    def tool(self) -> dict[str, str]:
        """The versions, lexicons and options that decide what is found."""
        return self._core.tool

    def __reduce__(self) -> tuple[Any, ...]:
        return _auditor, (self._options,)

    def __repr__(self) -> str:
        given = {name: value for name, value in self._options.items() if value}
        return f"claimlint.Auditor({', '.join(f'{name}={value!r}' for name, value in given.items())})"


def _auditor(options: dict[str, Any]) -> Auditor:
    return Auditor(**options)
