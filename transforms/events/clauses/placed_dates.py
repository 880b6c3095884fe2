"""Date expressions at the tokens of their sentence.

Belongs here: where dates stand. Does not: which hit they date (dating/attachment.py), what they mean for it (dating/read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import Sentence
from transforms.temporal import DateExpression, Precision
from transforms.vocabulary import word_set

_MEDIEVAL_HOURS: Final = 14  # 1000 to 1359
_MINUTES: Final = 60
_ARTICLE_AND_SEASON: Final = 2  # tokens
_WEATHER: Final = word_set("clauses", "weather")
_BESIDE_HOURS: Final = frozenset({"between", "and", "until", "till", "after", "before", "by", "from", "to", "around"})


class PlacedDate(NamedTuple):
    """A date expression at tokens `start`..`end` (end exclusive) of its sentence."""

    expression: DateExpression
    start: int
    end: int


def place_dates(sentence: Sentence, expressions: Sequence[DateExpression]) -> list[PlacedDate]:
    """The date expressions of a sentence with their tokens, without days of birth, seasons of the weather and hours that look like years: `at 2100 on 15 January`, `between 1100 and 1200`."""
    placed = [
        PlacedDate(item, sentence.token_at(item.start), sentence.token_at(item.end - 1) + 1) for item in expressions
    ]
    return [
        item
        for item in placed
        if not _is_of_birth(sentence, item)
        and not _is_kind_of_season(sentence, item)
        and not (item.expression.text.isdigit() and _is_hour(sentence, item))
    ]


def opening_of(sentence: Sentence, token: int) -> int:
    """The token with which the clause of another one begins, before an insertion where it only goes on: `after | Waugh, its head | , resigned`."""
    index = sentence.clause_at(token)
    return sentence.clauses[index - 1 if _goes_on(sentence, index) else index].start


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a clause goes on from an "after" clause that lacks its verb, rather than from what that clause only opens: not `a day | after the vote | , she resigned`."""
    clauses = sentence.clauses
    if not index or clauses[index].kind is not Kind.RESUMED or clauses[index - 1].kind is not Kind.TEMPORAL:
        return False
    opening, start, end = clauses[index - 1], clauses[index].start, clauses[index].end
    if sentence.first_finite(opening.start, opening.end) < opening.end or sentence.finite[start + 1 : start + 2] != [
        True
    ]:
        return False
    behind = sentence.first_finite(end, len(sentence.words))
    return sentence.first_finite(0, opening.start) < opening.start or behind < len(sentence.words)


def length_before(dates: Sequence[PlacedDate], border: int) -> PlacedDate | None:
    """The length of time right before a clause that begins at a token: `two days | after prosecutors charged him`."""
    return next(
        (item for item in dates if item.end in (border, border + 1) and item.expression.type == "DURATION"), None
    )


def _is_of_birth(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date only tells when somebody was born: `Anna Berg (*1963)`, `(born 3 May 1963)`."""
    return sentence.words[max(0, placed.start - 2) : placed.start] in (["(", "*"], ["(", "born"])


def _is_kind_of_season(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a bare season only says what weather it was, or which of several: `the winter storm`, `the fourth heatwave of the summer`."""
    if placed.expression.precision is not Precision.SEASON or placed.end - placed.start > _ARTICLE_AND_SEASON:
        return False
    words = sentence.words
    if words[placed.start] not in ("the", words[placed.end - 1]):
        return False  # "last winter"
    return not _WEATHER.isdisjoint(words[placed.end : placed.end + 1]) or words[placed.start - 1] == "of"


def _is_hour(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether four digits tell the time: behind "at", or of the first centuries of the calendar's second thousand years, of which no news tells."""
    before = sentence.words[placed.start - 1] if placed.start else ""
    digits = placed.expression.text
    if len(digits) != len("1100"):
        return False
    hour, minute = int(digits[:2]), int(digits[2:])
    return before == "at" or hour < _MEDIEVAL_HOURS and minute < _MINUTES and before in _BESIDE_HOURS


def is_effective(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether what has been decided comes with a date: `resigned, effective May 1`, `effective on May 1`."""
    return "effective" in sentence.words[max(0, placed.start - 2) : placed.start]
