"""Resolve units counted from another date: last year, two weeks ago, three days later, that month, tonight.

Belongs here: from which date and to what precision. Does not: calendar names (calendar_dates.py), quarters and seasons (parts.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.context import Context, Span
from transforms.temporal.meaning import Meaning
from transforms.temporal.period import RANKS, Period, day_after
from transforms.temporal.resolve.resolved import UNRESOLVED, Resolved, anchor_words, dated, relative_basis

_FRIDAY: Final = 4
_WEEK_DAYS: Final = 7
COARSEST: Final = "millennium"  # the last date of any size


def resolve_offset(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """Counted from the reference day; in a narrative from the last date of that size, but "this year" is the writer's."""
    is_today = meaning.unit == "day" and meaning.amount == 0 and not meaning.time
    if is_today and (context.is_narrative or context.is_essay):
        return Resolved(None, "PRESENT_REF", None, "'today' in a narrative or essay is the time of writing")
    if meaning.direction is None and not meaning.amount and (named := context.named_before(meaning.unit, span[0])):
        return dated(named, relative_basis(context, named), f"as named right before: {named.value}")
    is_this = meaning.direction == 0 and context.today is not None
    anchor = context.today if is_this else context.anchor(meaning.unit)
    if is_this and meaning.unit == "weekend" and anchor is not None and _is_last_weekend(anchor, context, span):
        last = anchor.within("weekend").shifted(-1)
        return dated(
            last, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: {last.value}, as it is past"
        )
    return _counted(anchor, meaning, context) if anchor is not None else UNRESOLVED


def _is_last_weekend(today: Period, context: Context, span: Span) -> bool:
    """Whether "this weekend" is over: told in the past on a day before it."""
    return today.start.weekday() < _FRIDAY and context.tense(*span) < 0


def resolve_narrative_offset(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """Counted from the last date of the text that is known to the unit or better, else from the reference day."""
    if (aside := context.aside_before(meaning.unit, span[0])) is not None:
        return _counted(aside, meaning, context)
    anchor = context.last(meaning.unit) or (None if context.is_narrative else context.today)
    if meaning.direction == 0 and meaning.unit == "month" and not context.is_narrative:
        anchor = context.near(meaning.unit, span[0]) or context.today or anchor  # "at the end of the month" is this one
    newest = context.last(COARSEST)
    if anchor is not None and newest is not None and newest.rank > anchor.rank and not _lies_in(anchor, newest):
        is_ahead = meaning.amount > 0 and not context.is_narrative and context.tense(*span) > 0
        if meaning.direction != 0 and not is_ahead:
            return _some_day_of(newest, meaning, context)
        if is_ahead or context.lang == "en" and not context.is_narrative:
            anchor = (
                context.today or anchor
            )  # "begun in 1999, it will go on for [the next month]", "[later in the day]", but "an [diesem Tag]"
    return _counted(anchor, meaning, context) if anchor is not None else UNRESOLVED


def _some_day_of(newest: Period, meaning: Meaning, context: Context) -> Resolved:
    """Read "the same day" where only its month is known, as that month (`2013-03-XX`, WikiWars); "eight days later" has no day to count from."""
    if meaning.unit != "day" or meaning.amount or newest.unit != "month":
        return UNRESOLVED
    reason = f"{anchor_words(context, newest)}: a day of {newest.value}"
    return Resolved(newest, f"{newest.value}-XX", relative_basis(context, newest), reason)


def _lies_in(period: Period, other: Period) -> bool:
    return period.within(other.unit) == other


def _counted(anchor: Period, meaning: Meaning, context: Context) -> Resolved:
    steps = meaning.value if meaning.value in RANKS else meaning.unit
    if steps != meaning.unit or steps == "fortnight":
        unit = "day" if meaning.unit == "fortnight" else meaning.unit
        period = Period.of(unit, day_after(anchor.start, steps, meaning.amount))
    else:
        period = anchor.within(meaning.unit).shifted(meaning.amount)
    if meaning.weekday is not None:
        period = _nearest_weekday(period, meaning.weekday)
    moved = f"{meaning.amount:+d} {steps}: " if meaning.amount else ""
    return dated(period, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: {moved}{period.value}")


def _nearest_weekday(day: Period, weekday: int) -> Period:
    """Read "today, Tuesday" in a text that came out on Wednesday as that Tuesday."""
    ahead = (weekday - day.start.weekday()) % _WEEK_DAYS
    return day.shifted(ahead if ahead <= _WEEK_DAYS // 2 else ahead - _WEEK_DAYS)
