# SPDX-License-Identifier: Apache-2.0
"""The auditor, one document at a time or many at once."""
from __future__ import annotations

import datetime
import math
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, Union

from claimlint import _core
from claimlint._names import LineBreaks

FileName = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]


class Document(NamedTuple):
    """An article with what is known of it, for Auditor.audit_many()."""

    text: Union[str, bytes]
    path: FileName = ""
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
    max_bytes -- larger documents are not audited, and what unpacks to more; default: what is larger
        than 64 MiB, as the command-line tool has it
    max_sentences -- only so many are audited, from the first on
    max_seconds -- only as many sentences are audited as there is time for

    What a limit leaves out makes the report partial or not audited, for the reason "budget":
    Report.incomplete.

    Raises LexiconError, DecisionError; ValueError for options that do not exist.
    """

    __slots__ = ("_core", "_options")

    def __init__(
        self,
        *,
        lexicons: FileName | None = None,
        lexicon_cache: FileName | None = None,
        jurisdictions: Iterable[str] = (),
        with_vetoed: bool = False,
        assume_language: str | None = None,
        line_breaks: LineBreaks = "auto",
        rules_only: bool = False,
        inline_decisions: bool = False,
        decisions: FileName | None = None,
        today: datetime.date | None = None,
        max_bytes: int | None = None,
        max_sentences: int | None = None,
        max_seconds: float | None = None,
    ) -> None:
        limits = {"max_bytes": max_bytes, "max_sentences": max_sentences, "max_seconds": max_seconds}
        for name, limit in limits.items():
            if limit is not None and not 0 <= limit < math.inf:
                raise ValueError(f"{name} is 0 or more")
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
            **limits,
        }
        core = {**self._options, "today": self._options["today"].isoformat()}
        seconds = core.pop("max_seconds")
        core["max_milliseconds"] = None if seconds is None else math.ceil(seconds * 1000)
        if decisions is not None:
            with open(decisions, encoding="utf-8") as file:
                core["decisions"] = file.read()
        self._core = _core.Auditor(**core)

    def audit(
        self,
        document: str | bytes | bytearray | memoryview,
        *,
        format: str | None = None,
        path: FileName = "",
        url: str | None = None,
        site: str | None = None,
        title: str | None = None,
        retrieved: str | None = None,
        language: str | None = None,
        cancel: _core.Cancel | None = None,
    ) -> _core.Report:
        """Audits one document. A str is text already: what a page declares of its encoding is not
        heeded. `path` is copied to the report, and its extension helps to choose the format. Asked
        to stop by `cancel`, it ends after the stage it is in: not audited, for "cancelled"."""
        if isinstance(document, (bytearray, memoryview)):
            document = bytes(document)
        return self._core.audit(
            document, path=os.fspath(path), format=format, url=url, site=site, title=title,
            retrieved=retrieved, language=language, cancel=cancel,
        )

    def audit_many(
        self,
        documents: Iterable[str | bytes | Document],
        *,
        jobs: int | None = None,
        cancel: _core.Cancel | None = None,
    ) -> Iterator[_core.Report]:
        """The reports of many documents, in their order, made by `jobs` threads (default: one for
        each core). Documents are taken from the iterable as reports are asked for, and no more than
        twice as many as there are threads ahead of them. Once `cancel` was requested, all reports
        that are not made yet say so."""
        count = (os.cpu_count() or 1) if jobs is None else jobs
        if count < 1:
            raise ValueError("jobs is 1 or more")
        return self._in_order(documents, count, cancel)

    def _in_order(
        self,
        documents: Iterable[str | bytes | Document],
        jobs: int,
        cancel: _core.Cancel | None,
    ) -> Iterator[_core.Report]:
        # Whoever asks for no more reports does not wait for those that were begun.
        mine = _core.Cancel()
        ahead: deque[Future[_core.Report]] = deque()
        with ThreadPoolExecutor(jobs, thread_name_prefix="claimlint") as pool:
            try:
                for document in documents:
                    ahead.append(pool.submit(self._audit_one, document, cancel or mine))
                    if len(ahead) >= 2 * jobs:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                mine.request()
                for future in ahead:
                    future.cancel()

    def _audit_one(self, document: str | bytes | Document, cancel: _core.Cancel) -> _core.Report:
        if isinstance(document, Document):
            about = document._asdict()
            return self.audit(about.pop("text"), cancel=cancel, **about)
        return self.audit(document, cancel=cancel)

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
