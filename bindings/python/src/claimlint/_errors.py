# SPDX-License-Identifier: Apache-2.0
"""What is wrong in files of the caller's. Content of articles is never an error."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class LexiconProblem(NamedTuple):
    """One thing wrong in a lexicon file. Line and column count from 1, columns in bytes."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class LexiconError(ValueError):
    """Lexicon files that cannot be used, with every problem found."""

    problems: tuple[LexiconProblem, ...]

    def __init__(self, problems: Iterable[tuple[str, int, int, str]]) -> None:
        self.problems = tuple(LexiconProblem(*problem) for problem in problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[LexiconError], tuple[tuple[LexiconProblem, ...]]]:
        return type(self), (self.problems,)


class DecisionProblem(NamedTuple):
    """One thing wrong in a decisions file."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


class DecisionError(ValueError):
    """A decisions file that cannot be used, with every problem found."""

    problems: tuple[DecisionProblem, ...]

    def __init__(self, problems: Iterable[tuple[int, str]]) -> None:
        self.problems = tuple(DecisionProblem(*problem) for problem in problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DecisionError], tuple[tuple[DecisionProblem, ...]]]:
        return type(self), (self.problems,)
