# SPDX-License-Identifier: Apache-2.0
"""A report as a piece of HTML: the article with its claims marked."""
from __future__ import annotations

from collections.abc import Iterable
from html import escape

from claimlint import _core
from claimlint._names import Severity

_RANK: dict[Severity, int] = {"none": 0, "low": 1, "medium": 2, "high": 3}
_COLOUR: dict[Severity, str] = {
    "none": "#e8e8e8", "low": "#fff3b0", "medium": "#ffd59e", "high": "#ffb3ad",
}
_CAUTION = "A screening aid, not a legal finding."


def _note(claim: _core.Claim) -> str:
    note = f"{claim.severity} {claim.type}: {claim.message}"
    return f"{note} Safer: {claim.instead}" if claim.instead else note


def _mark(words: str, claims: Iterable[_core.Claim]) -> str:
    worst: Severity = max((claim.severity for claim in claims), key=lambda each: _RANK[each])
    title = escape("\n".join(_note(claim) for claim in claims), quote=True)
    return (f'<mark style="background:{_COLOUR[worst]};color:#000" title="{title}">'
            f"{escape(words)}</mark>")


def _marked_text(text: str, claims: list[_core.Claim]) -> str:
    """The text cut wherever a claim begins or ends, each piece with the claims over it."""
    edges = sorted({0, len(text), *(edge for claim in claims
                                    for edge in (claim.span.begin, claim.span.end))})
    open_claims: list[_core.Claim] = []
    waiting = sorted(claims, key=lambda claim: claim.span.begin, reverse=True)
    pieces = []
    for begin, end in zip(edges, edges[1:]):
        while waiting and waiting[-1].span.begin <= begin:
            open_claims.append(waiting.pop())
        open_claims = [claim for claim in open_claims if claim.span.end > begin]
        words = text[begin:end]
        pieces.append(_mark(words, open_claims) if open_claims else escape(words))
    return "".join(pieces)


def _marked_sentences(report: _core.Report) -> str:
    """Where markup stands between the words, a sentence is marked as a whole."""
    lines = []
    for sentence in report.sentences:
        claims = [claim for claim in sentence.claims if claim.counts]
        lines.append(_mark(sentence.text, claims) if claims else escape(sentence.text))
    return "\n".join(lines)


def _head(report: _core.Report) -> str:
    name = f"<b>{escape(report.path)}</b> " if report.path else ""
    if report.score is None:
        why = ", ".join(report.reasons) or "unknown"
        return f"{name}{escape(report.status)}: {escape(why)}"
    score = report.score
    return (f"{name}risk {score.risk:.1f} {score.band}, {score.claims} claims in {score.flagged} of "
            f"{score.sentences} sentences")


def article(report: _core.Report) -> str:
    claims = [claim for claim in report.claims if claim.counts]
    plain = report.format == "text" and report.text is not None
    body = _marked_text(report.text or "", claims) if plain else _marked_sentences(report)
    return (f'<div class="claimlint"><p>{_head(report)}<br><small>{_CAUTION}</small></p>'
            f'<div style="white-space:pre-wrap">{body}</div></div>')
