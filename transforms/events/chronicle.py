"""Texts that are lists of dated entries: first the day, then what it brought.

Belongs here: which sentences stand under which entry. Does not: dates inside sentences (dating.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.dating import Dating
from transforms.events.sentences import Span
from transforms.temporal import Basis, DateExpression, Interval, Precision

MIN_ENTRIES: Final = 3
_PRECISE: Final = frozenset({Precision.DAY, Precision.DAYS, Precision.MONTH, Precision.YEAR})
_OPENING: Final = re.compile(r"[\s*•\-–—]*(?:(?:on|in)\s)?$", re.IGNORECASE)
_CLOSING: Final = re.compile(r"\s*(?:,\s*\d{4}\s*)?[\-–—:]")


def read_entries(
    text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression], published: date | None
) -> dict[int, Dating]:
    """The date of the entry that each sentence belongs to, by sentence index; empty when the text is no chronicle."""
    opening = _openings(text, sentences, expressions)
    if len(opening) < MIN_ENTRIES:
        return {}
    entries: dict[int, Dating] = {}
    current: Dating | None = None
    for index in range(len(sentences)):
        if index in opening:
            current = _entry(opening[index], published)
        if current is not None:
            entries[index] = current
    return entries


def _openings(text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression]) -> dict[int, DateExpression]:
    opening: dict[int, DateExpression] = {}
    index = 0
    for item in expressions:
        while index + 1 < len(sentences) and sentences[index].end <= item.start:
            index += 1
        if item.interval is None or item.interval.precision not in _PRECISE or index in opening:
            continue
        if _OPENING.fullmatch(text, sentences[index].start, item.start) and _CLOSING.match(text, item.end):
            opening[index] = item
    return opening


def _entry(item: DateExpression, published: date | None) -> Dating:
    """An entry's date; a day without a year lies before publication, for a chronicle looks back."""
    interval = item.interval
    assert interval is not None
    if (
        published is not None
        and interval.start > published
        and item.basis is Basis.RELATIVE
        and interval.precision is Precision.DAY
    ):
        day = interval.start
        interval = Interval.of_day(date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day))
    return Dating(interval, Basis.INHERITED, item, f"entry {item.text!r} of a chronicle")
