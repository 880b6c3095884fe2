"""What a grammar rule is.

Belongs here: the shape of a rule and of the phrase it reads. Does not: the rules themselves (dates.py, units.py, durations.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from transforms.temporal.meaning import Meaning
from transforms.temporal.token import Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `start` to `end` (exclusive) of a stretch, which a rule matched."""

    stretch: Sequence[Token]
    start: int
    end: int
    lang: str

    @property
    def tokens(self) -> Sequence[Token]:
        """The matched tokens."""
        return self.stretch[self.start : self.end]

    @property
    def before(self) -> Sequence[Token]:
        """The tokens in front of the match, nearest first."""
        return self.stretch[: self.start][::-1]

    @property
    def behind(self) -> Sequence[Token]:
        """The tokens behind the match."""
        return self.stretch[self.end :]

    def has(self, letters: str) -> bool:
        """Whether a token of one of the classes is there."""
        return any(token.letter in letters for token in self.tokens)

    def count(self, letters: str) -> int:
        """How many tokens are of one of the classes."""
        return sum(token.letter in letters for token in self.tokens)

    def value(self, letters: str) -> int | str | None:
        """The value of the first token of one of the classes."""
        return next((token.value for token in self.tokens if token.letter in letters), None)

    def number(self, letters: str) -> int | None:
        """The whole number of the first token of one of the classes."""
        value = self.value(letters)
        return value if isinstance(value, int) else None

    def word(self, letters: str) -> str:
        """The text value of the first token of one of the classes; empty when there is none."""
        value = self.value(letters)
        return value if isinstance(value, str) else ""


Builder = Callable[[Phrase], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over token classes and what its phrase means; null when the phrase is no date after all."""

    pattern: re.Pattern[str]
    build: Builder


def rule(pattern: str, build: Builder) -> Rule:
    """A rule from its pattern as text; `t` stands for both kinds of article, `1` for those that always belong to the date."""
    return Rule(re.compile(_ARTICLE.sub(_both_articles, pattern)), build)


_ARTICLE: Final = re.compile(r"\[[^]]*\]|t")


def _both_articles(match: re.Match[str]) -> str:
    found = match.group()
    return "[t1]" if found == "t" else found.replace("t", "t1")


def first_number(tokens: Sequence[Token], letters: str) -> int | None:
    """The whole number of the first of some tokens that is of one of the classes."""
    return next((token.value for token in tokens if token.letter in letters and isinstance(token.value, int)), None)
