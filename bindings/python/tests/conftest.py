# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pathlib

import claimlint
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def auditor() -> claimlint.Auditor:
    return claimlint.Auditor()


@pytest.fixture(scope="session")
def articles() -> list[pathlib.Path]:
    """Every tenth article of the corpus."""
    found = sorted((ROOT / "corpus").glob("*.txt"))[::10]
    assert len(found) > 10
    return found
