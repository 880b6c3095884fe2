"""Pairs of dates that are one span: "from Monday to Wednesday", "20-22 March", "between 2014 and 2016".

Belongs here: which neighbouring expressions belong together and the days they span. Does not: the expressions (tagger.py).
Each end stays an expression of its own, as TimeML has it; the span is what an event that lasts needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from transforms.temporal.expression import DateExpression
from transforms.temporal.interval import Interval, Precision

REACH: Final = 16  # characters between the two ends
_WEEK: Final = timedelta(days=7)
_JOINT: Final = re.compile(
    r"\s*(?:[-\u2010-\u2014]|to|through|thru|until|till|up to|bis(?: zum)?|hasta|al?|à|au|jusqu'au)\s*(?:the|el|le|den|dem)?\s*"
)
_PAIR: Final = re.compile(r"\s*(?:and|und|y|et)\s*(?:the|el|le|den|dem)?\s*")


@dataclass(frozen=True, slots=True)
class DateRange:
    """The first and last expression of a span, as indices into the list of expressions, and its days."""

    first: int
    last: int
    interval: Interval


def date_ranges(text: str, expressions: Sequence[DateExpression]) -> list[DateRange]:
    """The spans that neighbouring expressions of a text form, in order; `expressions` as `tag` gives them."""
    found = []
    for index in range(len(expressions) - 1):
        interval = _joined(text, expressions[index], expressions[index + 1])
        if interval is not None:
            found.append(DateRange(index, index + 1, interval))
    return found


def _joined(text: str, first: DateExpression, last: DateExpression) -> Interval | None:
    start, end = first.interval, last.interval
    if start is None or end is None or last.start - first.end > REACH:
        return None
    joint = text[first.end : last.start].lower()
    if not (_JOINT.fullmatch(joint) or (first.signal == "between" and _PAIR.fullmatch(joint))):
        return None
    days = start.end, end.end
    if days[1] < days[0] and days[0] - days[1] < _WEEK and end.precision is Precision.DAY:
        days = days[0], days[1] + _WEEK  # "Monday to Wednesday": the Wednesday behind that Monday
    return Interval.of_days(start.start, days[1]) if days[1] >= start.start else None
