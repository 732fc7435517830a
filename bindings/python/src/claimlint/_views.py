# SPDX-License-Identifier: Apache-2.0
"""What a report can do that is easier said in Python than in C++."""
from __future__ import annotations

import json
from typing import Any

from claimlint import _core, _html

_State = tuple[str, bytes, bool, int, list[list[str]]]


def restored(*state: Any) -> _core.Report:
    """A pickled report; by this name in pickles."""
    return _core._report(*state)


def _to_dict(report: _core.Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(report.to_json())
    return document


def _repr_html_(report: _core.Report) -> str:
    return _html.article(report)


def _reduce(report: _core.Report) -> tuple[Any, _State]:
    return restored, report._state()


def attach() -> None:
    for name, method in (("to_dict", _to_dict), ("_repr_html_", _repr_html_),
                         ("__reduce__", _reduce)):
        setattr(_core.Report, name, method)
