"""Which of a numbered series a report tells of: the third round of talks, Resolution 2728, phase two.

Belongs here: numbers in the words around a trigger. Does not: comparing them (agreement.py), words as such (merging.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from transforms.vocabulary import read_vocabulary, words_of

BEFORE_CHARACTERS: Final = 60
AFTER_CHARACTERS: Final = 60
"""So much of its sentence is looked at before and after a trigger."""
# Words that may stand between the number and the trigger: "the third round of peace [talks]", "[held] a second vote".
_BETWEEN: Final = r"(?:[\s-]+[\w'’-]+){0,3}[\s-]*"


@dataclass(frozen=True, slots=True)
class _Patterns:
    counted: re.Pattern[str]
    scope: re.Pattern[str]
    between: re.Pattern[str]
    numbers: Mapping[str, int]


def number_told(before: str, trigger: str, after: str) -> str:
    """The series and the number of what a trigger tells, such as `round 3`; empty when the text counts nothing, or only within a time ("the second vote this week").

    before, after: the words around the trigger in its sentence.
    """
    patterns = _patterns()
    sentence, start, end = before + trigger + after, len(before), len(before) + len(trigger)
    found = [match for match in patterns.counted.finditer(sentence) if _belongs(match, sentence, start, end)]
    if not found:
        return ""
    nearest = min(found, key=lambda match: (max(match.start() - end, start - match.end(), 0), match.start()))
    if patterns.scope.match(sentence, nearest.end()):
        return ""
    series = (nearest["series"] or nearest["named"]).lower()
    written = (nearest["ordinal"] or nearest["cardinal"]).lower()
    number = patterns.numbers.get(written) or int(re.sub(r"\D.*", "", written))
    return f"{series} {number}"


def numbered_words() -> str:
    """A pattern, in the syntax of RE2 too, that finds something in every text in which something may be counted."""
    words = _words()
    return rf"(?i)\b(?:{_any(words.series | words.named)})s?\b"


def _belongs(match: re.Match[str], sentence: str, start: int, end: int) -> bool:
    if match.end() <= start:
        return _patterns().between.fullmatch(sentence, match.end(), start) is not None
    if match.start() >= end:
        return _patterns().between.fullmatch(sentence, end, match.start()) is not None
    return True


@dataclass(frozen=True, slots=True)
class _Words:
    series: frozenset[str]
    named: frozenset[str]
    scope: frozenset[str]
    ordinals: Mapping[str, int]
    cardinals: Mapping[str, int]


@cache
def _words() -> _Words:
    table = read_vocabulary("merging").get("numbers", {})

    def listed(key: str) -> list[str]:
        return words_of("merging", "numbers", table, key)

    series, named, scope = (frozenset(listed(key)) for key in ("series", "named", "scope"))
    ordinals, cardinals = (
        {word: number for number, word in enumerate(listed(key), 1)} for key in ("ordinals", "cardinals")
    )
    return _Words(series, named, scope, ordinals, cardinals)


@cache
def _patterns() -> _Patterns:
    words = _words()
    ordinal = rf"(?P<ordinal>{_any(words.ordinals)}|\d{{1,3}}(?:st|nd|rd|th))"
    series = rf"(?:[\s-]+[a-z]+(?:-[a-z]+)?){{0,2}}?[\s-]+(?P<series>{_any(words.series)})"
    named = rf"(?P<named>{_any(words.named)})\s+(?:no\.?\s*|number\s+)?(?P<cardinal>\d{{1,5}}[a-z]?(?!-)|{_any(words.cardinals)})"
    return _Patterns(
        re.compile(rf"\b(?:{ordinal}{series}|{named})\b", re.IGNORECASE),
        re.compile(rf"(?:\s+[\w'’-]+){{0,3}}?\s+(?:{_any(words.scope)})\b", re.IGNORECASE),
        re.compile(_BETWEEN),
        {**words.ordinals, **words.cardinals},
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
