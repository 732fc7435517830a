# SPDX-License-Identifier: Apache-2.0
"""The values that fields of reports take; docs/report.md says what they mean."""
from __future__ import annotations

from typing import Literal

Status = Literal["audited", "partial", "not_audited"]
Severity = Literal["none", "low", "medium", "high"]
Band = Literal["low", "medium", "high"]
Confidence = Literal["low", "medium", "high"]
BlockKind = Literal[
    "prose", "heading", "list_item", "quote", "table_cell", "hidden", "boilerplate"
]
MentionKind = Literal["anatomy", "condition", "treatment", "quantity", "citation", "provider"]
Stance = Literal["asserted", "hedged", "conditional", "question", "negated", "refuted"]
Voice = Literal["author", "testimonial", "quoted"]
Target = Literal["wellness", "structure_function", "symptom", "disease"]
SupportStatus = Literal["none", "cited", "evidence", "contradicted", "textbook"]
Outcome = Literal["applies", "accepted"]
Coordinates = Literal["source", "extracted"]
Offsets = Literal["code-points", "bytes"]
OffsetUnit = Literal["bytes", "code-points", "utf-16", "line-column"]
SentenceFilter = Literal["all", "annotated", "flagged"]
LineBreaks = Literal["auto", "hard", "soft"]
