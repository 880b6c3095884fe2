"""Date expressions at the tokens of their sentence.

Belongs here: where dates stand. Does not: which hit they date (attachment.py), what they mean for it (dating.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transforms.events.clauses import Sentence
from transforms.temporal import DateExpression


class PlacedDate(NamedTuple):
    """A date expression at tokens `start`..`end` (end exclusive) of its sentence."""

    expression: DateExpression
    start: int
    end: int


def place_dates(sentence: Sentence, expressions: Sequence[DateExpression]) -> list[PlacedDate]:
    """The date expressions of a sentence with their tokens; four digits behind "at" are an hour, not a year: `at 2100 on 15 January`."""
    placed = [
        PlacedDate(item, sentence.token_at(item.start), sentence.token_at(item.end - 1) + 1) for item in expressions
    ]
    return [
        item
        for item in placed
        if not (item.start and sentence.words[item.start - 1] == "at" and item.expression.text.isdigit())
    ]
