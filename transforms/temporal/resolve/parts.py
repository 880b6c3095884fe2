"""Resolve parts of a year: quarters, halves, seasons, and comparisons with the year before.

Belongs here: which year a part belongs to. Does not: months and days (calendar_dates.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.context import Context, Span
from transforms.temporal.meaning import Meaning
from transforms.temporal.period import RANKS, SEASONS, Period
from transforms.temporal.resolve.counted import COARSEST
from transforms.temporal.resolve.resolved import (
    UNRESOLVED,
    Resolved,
    anchor_words,
    as_written,
    dated,
    relative_basis,
    year_anchor,
)

_PARTS: Final = {"quarter": 4, "half": 2, "season": 4}
_PER_YEAR: Final = {"month": 12, "quarter": 4, "half": 2, "year": 1}
_PLANNED_BACKWARD_COST: Final = 1.25
_NARRATIVE_BACKWARD_COST: Final = 1.5
_BACKWARD_COST: Final = 0.75  # a tie goes to the past: results are reported after the quarter


def resolve_part(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """A named quarter, half or season: in its year, a counted year, else the nearest one that the tense allows."""
    parts = _PARTS[meaning.unit]
    index = SEASONS[meaning.value or ""] if meaning.unit == "season" else meaning.index
    if meaning.year is not None:
        return as_written(Period(meaning.unit, meaning.year * parts + index))
    if meaning.of_last and meaning.direction:
        return _beside_last(meaning, index, context)
    anchor = year_anchor(meaning, context, span)
    if meaning.direction == 0:  # "this summer" is the writer's, as "this year" is
        anchor = context.today or anchor
    if anchor is None:
        return UNRESOLVED
    if meaning.of_last or meaning.year_offset is not None:
        year = anchor.within("year").number + (meaning.year_offset or 0)
        period = Period(meaning.unit, year * parts + index)
    else:
        period = _nearest(meaning, index, anchor, context, span)
    return dated(period, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: {period.value}")


def _beside_last(meaning: Meaning, index: int, context: Context) -> Resolved:
    """Read "the following autumn", "the previous spring": the first one behind the last date of the text, or the last one before it."""
    anchor, newest = context.last(meaning.unit) or context.today, context.last(COARSEST)
    if anchor is None or not meaning.direction:
        return UNRESOLVED
    parts = _PARTS[meaning.unit]
    if newest is not None and newest.rank > RANKS[meaning.unit] and anchor.within(newest.unit) != newest:
        if newest.unit != "year":
            return UNRESOLVED  # counted from a time that says no year
        beside = Period(meaning.unit, (newest.number + meaning.direction) * parts + index)
        return dated(beside, relative_basis(context, newest), f"{anchor_words(context, newest)}: {beside.value}")
    now = anchor.within(meaning.unit).number
    steps = (index - now) % parts or parts
    period = Period(meaning.unit, now + (steps if meaning.direction > 0 else (steps % parts) - parts))
    return dated(period, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: {period.value}")


def _nearest(meaning: Meaning, index: int, anchor: Period, context: Context, span: Span) -> Period:
    parts, now = _PARTS[meaning.unit], anchor.within(meaning.unit).number
    year = now // parts
    named = context.row_of_parts(meaning.unit, span[0])
    if named is not None:
        return named.shifted((index - named.number) % parts or parts)
    if anchor.unit == "year" and not context.is_today(anchor):
        return Period(meaning.unit, anchor.number * parts + index)
    candidates = [named * parts + index for named in (year, year - 1, year + 1)]
    way = meaning.direction
    if way:
        candidates = [number for number in candidates if (number - now) * way > 0]
    elif context.is_today(anchor) and way is None:
        tense = 0 if context.is_forecast(*span) else context.tense(*span)
        if tense < 0 or meaning.unit != "quarter":
            candidates = [number for number in candidates if (number - now) * tense >= 0]
        elif tense > 0:
            return Period(meaning.unit, min(candidates, key=lambda number: _planned_distance(number - now)))
    elif way == 0 and meaning.unit == "season" and (index - now) % parts == parts // 2:
        return Period("season", (anchor.start.year + (index == 0)) * parts + index)  # "this summer", said in January
    return Period(meaning.unit, min(candidates, key=lambda number: _distance(number - now, context, anchor)))


def _planned_distance(ahead: int) -> float:
    """Results that are still to come may be those of the quarter that has just ended."""
    return ahead if ahead >= 0 else -ahead * _PLANNED_BACKWARD_COST


def _distance(ahead: int, context: Context, anchor: Period) -> float:
    if context.is_today(anchor):
        return ahead if ahead >= 0 else -ahead * _BACKWARD_COST
    return ahead if ahead >= 0 else -ahead * _NARRATIVE_BACKWARD_COST


def resolve_latest(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """Read "the quarter": the one the text speaks of, else the last finished one; "the weekend": the last one, or the coming one in the future."""
    today = context.today
    quarter = context.quarter
    if meaning.unit == "quarter" and quarter is not None and (today is None or quarter.end < today.start):
        return dated(quarter, relative_basis(context, quarter), "the quarter the text speaks of")
    if today is None:
        return UNRESOLVED
    if meaning.month is not None:
        index = (meaning.month - 2) % 12 // 3  # the calendar quarter of the middle one of its three months
        period = _nearest(meaning, index, today, context, span)
    elif meaning.unit == "weekend":
        ahead = 0 if context.tense(*span) > 0 or today.start.weekday() > 4 else -1
        period = today.within("weekend").shifted(ahead)
    else:
        period = today.within(meaning.unit).shifted(-1)
    return dated(period, relative_basis(context, today), f"{anchor_words(context, today)}: {period.value}")


def resolve_year_before(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """Read "a year ago", "a year earlier", "the year-earlier period": next to a quarter that quarter a year before, else the year before.

    Measured: 16 of 56 "ago" and 11 of 25 "earlier" in the news mean the same quarter.
    """
    quarter, today = context.quarter, context.today
    if meaning.unit == "month":
        return _month_a_year_before(meaning, context)
    named = context.compared_in_sentence(span[0]) if meaning.year is None else None
    if named is not None and (meaning.amount or named.unit == "quarter"):
        before = named.shifted(-_PER_YEAR[named.unit])
        return dated(before, relative_basis(context, named), f"{anchor_words(context, named)}: the year before")
    if quarter is None and meaning.unit == "quarter" and today is not None:
        quarter = today.within("quarter").shifted(-1)
    if quarter is not None:
        year = meaning.year if meaning.year is not None else quarter.first_year - 1
        period = Period("quarter", year * 4 + quarter.number % 4)
        return dated(period, relative_basis(context, quarter), f"{quarter.value}, a year before")
    anchor = today if meaning.amount == 0 or not context.is_narrative else context.last("year")
    if anchor is None:
        return UNRESOLVED
    period = anchor.within("year").shifted(-1) if meaning.year is None else Period("year", meaning.year)
    return dated(period, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: the year before")


def _month_a_year_before(meaning: Meaning, context: Context) -> Resolved:
    """The last month that the text speaks of, a year before."""
    last = context.last("month") or (context.today.within("month").shifted(-1) if context.today is not None else None)
    if last is None:
        return UNRESOLVED
    month = last.within("month")
    year = meaning.year if meaning.year is not None else month.first_year - 1
    period = Period("month", year * 12 + month.number % 12)
    return dated(period, relative_basis(context, month), f"{month.value}, a year before")
