# SPDX-License-Identifier: Apache-2.0
"""Finds health claims in articles and says which have no support.

    import claimlint

    report = claimlint.Auditor().audit("Our adjustments cure migraine for good.")
    for claim in report.claims:
        print(claim.severity, claim.type, claim.span.of(report.text))

A screening aid, not a legal finding.
"""
from __future__ import annotations

from claimlint import _views
from claimlint._auditor import Auditor, Document, FileName
from claimlint._core import (
    BasisReference,
    Cancel,
    Claim,
    Decision,
    Finding,
    FrameRole,
    Mention,
    Note,
    Origin,
    Report,
    Score,
    ScorePart,
    Sentence,
    SeverityCounts,
    Span,
    Support,
    SupportSource,
    Veto,
    input_formats,
)
from claimlint._core import version as __version__
from claimlint._errors import DecisionError, DecisionProblem, LexiconError, LexiconProblem
from claimlint._tables import to_arrow, to_pandas

__all__ = [
    "Auditor", "BasisReference", "Cancel", "Claim", "Decision", "DecisionError", "DecisionProblem",
    "Document", "Finding", "FrameRole", "LexiconError", "LexiconProblem", "Mention", "Note",
    "Origin", "Report", "Score", "ScorePart", "Sentence", "SeverityCounts", "Span", "Support",
    "SupportSource", "Veto", "__version__", "audit", "input_formats", "to_arrow", "to_pandas",
]


def audit(document: str | bytes, *, format: str | None = None, path: FileName = "") -> Report:
    """Audits one document with the shipped lexicons. For many, keep an Auditor."""
    return Auditor().audit(document, format=format, path=path)


_views.attach()
