"""Lengths that end on the day of publication: `killed in clashes in the past two days`, `arrested over the past week`.

Belongs here: the days that such a length means for an event. Does not: lengths that say how long something took (read.py), weeks and months of the calendar (transforms/temporal).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.temporal import Basis, DateExpression, Interval

_PAST: Final = re.compile(r"(?:the )?(?:past|last|previous) ", re.IGNORECASE)
_PAST_UNIT: Final = re.compile(r"the past (day|week|month)", re.IGNORECASE)  # the tagger reads the calendar's
_WITHIN: Final = frozenset({"in", "during", "over", "within"})  # not "held for the past two years"
_VALUE: Final = re.compile(r"P(T?)(\d{1,2})([HDWM])")
_HOURS: Final = 24  # of a day
_UNITS: Final = {"D": relativedelta(days=1), "W": relativedelta(weeks=1), "M": relativedelta(months=1)}


def till_now(sentence: Sentence, dates: Sequence[PlacedDate], published: date | None) -> list[PlacedDate]:
    """The dates of a sentence, of which past lengths behind "in" and the like have the days up to publication."""
    if published is None:
        return list(dates)
    return [
        item._replace(expression=_with_days(item.expression, published)) if _is_within(sentence, item) else item
        for item in dates
    ]


def _is_within(sentence: Sentence, placed: PlacedDate) -> bool:
    return placed.start > 0 and sentence.words[placed.start - 1] in _WITHIN


def _with_days(expression: DateExpression, published: date) -> DateExpression:
    """A past length with the days that it means before publication; as it was where it is none or has no number."""
    length = _length(expression)
    if length is None:
        return expression
    days = Interval.of_days(published - length, published)
    reason = f"{expression.text} up to the day of publication, {published}"
    return expression._replace(interval=days, precision=days.precision, basis=Basis.RELATIVE, reason=reason)


def _length(expression: DateExpression) -> relativedelta | None:
    if unit := _PAST_UNIT.fullmatch(expression.text):
        return _UNITS[unit[1][0].upper()]
    match = _VALUE.fullmatch(expression.value or "")
    if expression.interval is not None or match is None or not _PAST.match(expression.text):
        return None
    number = int(match[2])
    if match[1]:
        return relativedelta(days=-(-number // _HOURS)) if match[3] == "H" else None
    return _UNITS[match[3]] * number if number else None
