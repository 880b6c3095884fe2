"""What a grammar rule is.

Belongs here: the shape of a rule and of the phrase it reads. Does not: the rules themselves (dates.py, decades.py, weekdays.py, weeks.py, units.py, parts.py, durations.py, clock.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from transforms.temporal.grammar.first import first_classes
from transforms.temporal.meaning import Meaning
from transforms.temporal.token import Token


@dataclass(slots=True)
class Phrase:
    """The tokens `start` to `end` (exclusive) of a stretch, which a rule matched; `letters` are their classes."""

    stretch: Sequence[Token]
    start: int
    end: int
    letters: str
    lang: str
    tokens: Sequence[Token] = field(init=False)
    _classes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.stretch[self.start : self.end]
        self._classes = frozenset(self.letters)

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
        return not self._classes.isdisjoint(letters)

    def count(self, letters: str) -> int:
        """How many tokens are of one of the classes."""
        return sum(letter in letters for letter in self.letters)

    def value(self, letters: str) -> int | str | None:
        """The value of the first token of one of the classes."""
        if self._classes.isdisjoint(letters):
            return None
        return next(token.value for token in self.tokens if token.letter in letters)

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
    """A pattern over token classes, the classes it can begin with, and what its phrase means, null when it is no date after all."""

    pattern: str
    first: frozenset[str]
    build: Builder


def rule(pattern: str, build: Builder) -> Rule:
    """A rule from its pattern as text; `t` stands for both kinds of article, `1` for those that always belong to the date."""
    spelled = _ARTICLE.sub(_both_articles, pattern)
    return Rule(spelled, first_classes(spelled), build)


_ARTICLE: Final = re.compile(r"\[[^]]*\]|t")


def _both_articles(match: re.Match[str]) -> str:
    found = match.group()
    return "[t1]" if found == "t" else found.replace("t", "t1")


def first_number(tokens: Sequence[Token], letters: str) -> int | None:
    """The whole number of the first of some tokens that is of one of the classes."""
    return next((token.value for token in tokens if token.letter in letters and isinstance(token.value, int)), None)
