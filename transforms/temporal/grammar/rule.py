"""What a grammar rule is.

Belongs here: the shape of a rule and of the phrase it reads. Does not: the rules themselves (dates.py, units.py, durations.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transforms.temporal.meaning import Meaning
from transforms.temporal.tokens import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens that a rule matched."""

    tokens: Sequence[Token]

    @property
    def letters(self) -> str:
        """The classes of the tokens as one string."""
        return "".join(token.letter for token in self.tokens)

    def has(self, letters: str) -> bool:
        """Whether a token of one of the classes is there."""
        return any(token.letter in letters for token in self.tokens)

    def value(self, letters: str) -> int | str | None:
        """The value of the first token of one of the classes."""
        return next((token.value for token in self.tokens if token.letter in letters), None)

    def number(self, letters: str, default: int = 0) -> int:
        """The whole number of the first token of one of the classes."""
        value = self.value(letters)
        return value if isinstance(value, int) else default

    def word(self, letters: str) -> str:
        """The text value of the first token of one of the classes; empty when there is none."""
        value = self.value(letters)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over token classes and what its phrase means; null when the phrase is no date after all."""

    pattern: re.Pattern[str]
    build: Callable[[Phrase], Meaning | None]


def rule(pattern: str, build: Callable[[Phrase], Meaning | None]) -> Rule:
    """A rule from its pattern as text."""
    return Rule(re.compile(pattern), build)
