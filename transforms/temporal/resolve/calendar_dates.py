"""Resolve dates that name calendar parts: years, months, days, holidays.

Belongs here: which year, month or day of a month is meant. Does not: weekdays (weekdays.py), counting units (counted.py), quarters and seasons (parts.py).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from transforms.temporal.ahead import is_long_known
from transforms.temporal.context import Context, Span
from transforms.temporal.holidays import holiday
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.period import RANKS, Period
from transforms.temporal.resolve.resolved import (
    UNRESOLVED,
    Resolved,
    anchor_words,
    as_written,
    dated,
    relative_basis,
    year_anchor,
)

_YEAR_OF_ATTACKS: Final = 2001
_DAY_OF_ATTACKS: Final = (9, 11)
_ATTACKS: Final = re.compile(r"\s(?:terror(?:ist)?\s)?(?:attacks|hijackings|tragedy|victims?)\b")
_ATTACKS_OF: Final = re.compile(
    r"(?:\b(?:attacks|hijackings|tragedy|victims|outrages|atrocities|events)\sof\s|\bpost-)$"
)
_ATTACKS_REACH: Final = 24  # characters before a date in which it is said of what it is the day
_LEAP_DAY: Final = 29
_WEEK_DAYS: Final = 7
_MONTH_DAYS: Final = 30.4
# a narrative moves on: going back costs this many times the distance of going forward
BACKWARD_COST: Final = 1.6
# and hardly beyond the next date that says its year: that costs so many months (2 to 6 give the same, half of WikiWars)
MONTHS_PAST_NEXT: Final = 4.0
# in the news a tense that disagrees with the direction of a month, or of a day, counts as this many months of distance
MONTHS_AGAINST_TENSE: Final = {"month": 8.0, "day": 6.0}
# English tells its past by simple forms; "hat", "a" and "ha" are verbs of the present, too
ENGLISH_MONTHS_AGAINST_TENSE: Final = {"month": 9.5, "day": 8.0}
# within so many months every day of the month has been every weekday, but for a few
MONTHS_TO_WEEKDAY: Final = 7
# a month so far ahead is hardly meant where the one of the same name has just passed: reports on last month's figures are due, forecast and expected, too
FARTHEST_AHEAD: Final = 8.7


def resolve_explicit(meaning: Meaning) -> Resolved:
    """Dates that say their year."""
    return as_written(_named(meaning, meaning.year or 0))


def _named(meaning: Meaning, year: int) -> Period:
    """The period that the calendar parts of a meaning name in a year."""
    if meaning.day is not None and meaning.month is not None:
        if year < 1:
            return Period("month", year * 12 + meaning.month - 1)
        day = Period("day", date(year, meaning.month, meaning.day).toordinal())
        return _with_unit(day, meaning.unit)
    if meaning.month is not None:
        month = Period("month", year * 12 + meaning.month - 1)
        if meaning.unit == "day":
            return Period("day", month.end.toordinal())
        return month if meaning.weekday is None else _weekday_of(month, meaning.weekday, meaning.index)
    if meaning.unit == "decade":
        return Period("decade", year // 10)
    return Period("century", year // 100) if meaning.unit == "century" else Period("year", year)


def _weekday_of(month: Period, weekday: int, index: int) -> Period:
    """The first, second, third or fourth such weekday of a month; the last one when `index` is -1."""
    if index < 0:
        last = month.end
        return Period("day", last.toordinal() - (last.weekday() - weekday) % _WEEK_DAYS)
    first = month.start
    return Period("day", first.toordinal() + (weekday - first.weekday()) % _WEEK_DAYS + (index - 1) * _WEEK_DAYS)


def _position(period: Period) -> float:
    """Where a period begins, in months: days as parts of a month, so that years before 1 can be compared too."""
    if RANKS[period.unit] > 1:
        return period.first_month
    day = period.start
    return day.year * 12 + day.month - 1 + (day.day - 1) / _MONTH_DAYS


def _in_years(years: Iterable[int], name: Callable[[int], Period]) -> list[Period]:
    """The periods of several years, without years that have no such day."""
    found = []
    for year in years:
        try:
            found.append(name(year))
        except ValueError:
            continue
    return found


def resolve_month(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """A month, or a day of a month, without a year.

    In the news the nearest one (94.7 % of days, 81.7 % of months), moved by tense; in a narrative the one that follows the last date.
    """
    if meaning.year is not None:
        return as_written(_named(meaning, meaning.year))
    if meaning.of_last and meaning.direction:
        return _beside_last(meaning, context, span)
    if meaning.of_last or meaning.year_offset is not None:
        return _in_counted_year(meaning, context, span)
    if meaning.amount:
        return _first_of_months(meaning, context, span)
    if _is_that_of_2001(meaning, context, span):
        return as_written(_named(meaning, _YEAR_OF_ATTACKS))
    anchor = context.anchor("year")
    if anchor is None:
        return UNRESOLVED
    if meaning.direction == 0:  # "this March 10" is the writer's, as "this year" is
        anchor = context.today or anchor
        return dated(_named(meaning, anchor.first_year), relative_basis(context, anchor), anchor_words(context, anchor))
    if meaning.direction is None and (year := context.year_beside(*span)) is not None:
        return as_written(_named(meaning, year.number))
    chosen = _beside_date(meaning, context, span) if meaning.direction is None else None
    chosen = chosen or _chosen(meaning.direction, _around(meaning, anchor), anchor, context, span)
    if chosen is None:
        return UNRESOLVED
    return dated(
        chosen,
        relative_basis(context, anchor),
        f"{anchor_words(context, anchor)}: {chosen.value} is the nearest that fits",
    )


def _first_of_months(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """Read "July" of "July-September": it lies before that September which the tense and the distance favour; a span that is not over is meant itself."""
    today = context.today
    if today is not None and not context.is_narrative:
        now = today.within("month")
        first = now.shifted(-((now.number - (meaning.month or 1) + 1) % 12))
        if first.number <= now.number <= first.number + meaning.amount:
            return dated(first, relative_basis(context, today), anchor_words(context, today))
    last = resolve_month(Meaning(Kind.MONTH, month=((meaning.month or 1) + meaning.amount - 1) % 12 + 1), context, span)
    if last.period is None or last.basis is None:
        return UNRESOLVED
    return dated(last.period.shifted(-meaning.amount), last.basis, last.reason)


def _on_weekday(meaning: Meaning, days: list[Period]) -> list[Period]:
    """Of the same day in several years the one that is the weekday it is said to be ("Wednesday, March 18"); all when none is."""
    if meaning.weekday is None or meaning.day is None:
        return days
    return [day for day in days if day.start.weekday() == meaning.weekday] or days


def _beside_date(meaning: Meaning, context: Context, span: Span) -> Period | None:
    """What the date right before an expression makes of it: the end of the span that it begins, the next entry of its chronicle."""
    # "from 17 January to 13 October", "from March 2006 to March"
    if (start := context.range_start(span[0])) is not None:
        candidates = _around(meaning, start)
        if not candidates or start.unit != candidates[0].unit:
            return None
        is_part = bool(meaning.time or meaning.mod)  # "from noon to 4 p.m. on March 9", "from mid-July to late July"
        later = [one for one in candidates if _position(one) > _position(start) or is_part and one == start]
        return min(later, key=_position) if later else None
    if (entry := context.entry_before(*span)) is not None:  # a chronicle mostly goes forward
        steps = [(_position(period) - _position(entry), period) for period in _around(meaning, entry)]
        return min(steps, key=lambda step: step[0] if step[0] >= 0 else -step[0] * BACKWARD_COST, default=(0, None))[1]
    return None


def _around(meaning: Meaning, other: Period) -> list[Period]:
    """A month or day in the year of another date, first, and in those beside it; 29 February in more of them."""
    year = other.first_year
    years = (year, year - 1, year + 1) if meaning.day != _LEAP_DAY else range(year - 4, year + 5)
    return _on_weekday(meaning, _in_years(years, lambda named: _named(meaning, named)))


def _is_that_of_2001(meaning: Meaning, context: Context, span: Span) -> bool:
    """Whether 11 September is known by what it is called after: "the September 11 attacks", "the attacks of September 11"."""
    if (meaning.month, meaning.day) != _DAY_OF_ATTACKS or context.lang != "en":
        return False
    anchor = context.anchor("year")
    is_later = anchor is None or anchor.first_year >= _YEAR_OF_ATTACKS
    start, end = span
    named = _ATTACKS.match(context.lower, end) or _ATTACKS_OF.search(
        context.lower[max(start - _ATTACKS_REACH, 0) : start]
    )
    return is_later and named is not None


def _beside_last(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """The next month of a name behind the last date of the text, or the one before it."""
    anchor = context.last("year") or context.today
    if anchor is None:
        return UNRESOLVED
    years = (anchor.first_year + step for step in (0, meaning.direction or 0))
    chosen = _chosen(meaning.direction, _in_years(years, lambda year: _named(meaning, year)), anchor, context, span)
    return dated(chosen, relative_basis(context, anchor), anchor_words(context, anchor)) if chosen else UNRESOLVED


def _in_counted_year(meaning: Meaning, context: Context, span: Span) -> Resolved:
    anchor = year_anchor(meaning, context, span)
    if anchor is None:
        return UNRESOLVED
    year = anchor.within("year").number + (meaning.year_offset or 0)
    return dated(_named(meaning, year), relative_basis(context, anchor), anchor_words(context, anchor))


def _chosen(
    direction: int | None, candidates: list[Period], anchor: Period, context: Context, span: Span
) -> Period | None:
    """The candidate that the direction, the tense and the distance favour."""
    origin = _position(anchor)
    placed = [(_position(period) - origin, period) for period in candidates]
    if direction:
        placed = [(ahead, period) for ahead, period in placed if ahead * direction > 0 and not _holds(period, anchor)]
    if not placed:
        return None
    if context.is_today(anchor):
        return _nearest_in_news(placed, anchor, context, span if direction is None else None)
    if context.ends_span(span[0]):  # "in January they rose, and fought until [September]"
        placed = [place for place in placed if place[0] >= 0 or _holds(place[1], anchor)] or placed
    if anchor.rank >= RANKS["half"]:
        return min((period for _, period in placed), key=lambda period: abs(period.first_year - anchor.first_year))
    following = context.next_written(span[1])
    reach = following - origin if following is not None and following >= origin else math.inf
    return min(placed, key=lambda place: _told_distance(place[0], reach))[1]


def _told_distance(ahead: float, reach: float) -> float:
    """How far in months a narrative goes to a date; `reach` is how far ahead the next one lies that says its year."""
    distance = ahead if ahead >= 0 else -ahead * BACKWARD_COST
    return distance + MONTHS_PAST_NEXT if ahead >= reach else distance


def _holds(period: Period, anchor: Period) -> bool:
    return period.rank > anchor.rank and anchor.within(period.unit) == period


def _nearest_in_news(placed: list[tuple[float, Period]], anchor: Period, context: Context, span: Span | None) -> Period:
    """The nearest of some periods, given with how many months ahead they begin; a tense that disagrees counts as distance, when a span is given.

    What was just said to have happened ("convicted in June") lies behind, what will ("will expire in June") ahead.
    """
    unit = placed[0][1].unit  # all are of one
    if RANKS[unit] > RANKS[anchor.unit]:
        held = anchor.within(unit)
        placed = [(0.0 if period == held else ahead, period) for ahead, period in placed]
    distances = sorted(abs(ahead) for ahead, _ in placed)
    costs = ENGLISH_MONTHS_AGAINST_TENSE if context.lang == "en" else MONTHS_AGAINST_TENSE
    against = costs["month" if unit == "month" else "day"]
    if span is not None and context.is_to_come(*span):
        placed = [place for place in placed if place[0] >= 0] or placed
        distances = distances[:1]
    elif span is not None and context.is_done(*span):
        placed = [place for place in placed if place[0] <= 0] or placed
        distances = distances[:1]
    tense = 0
    if span is not None and len(distances) > 1 and distances[1] - distances[0] <= against:
        tense = context.tense(*span)
    if tense > 0 and span is not None and not is_long_known(context.lower, *span):
        placed = [place for place in placed if place[0] <= FARTHEST_AHEAD] or placed
    return min(placed, key=lambda place: abs(place[0]) + (against if place[0] * tense < 0 else 0))[1]


def resolve_day_of_month(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """A day of an unnamed month: the nearest such day to the reference; in a narrative the next one from the last day on."""
    anchor = context.anchor("month")
    if anchor is None or meaning.day is None:
        return UNRESOLVED
    day, month = meaning.day, anchor.first_month
    if meaning.unit == "month" and context.today is not None:  # "the 15th of last month"
        named = _in_years([context.today.first_month + meaning.amount], lambda one: _day_in(one, day))
        return (
            dated(named[0], relative_basis(context, context.today), anchor_words(context, context.today))
            if named
            else UNRESOLVED
        )
    if anchor.unit == "day" and not context.is_today(anchor):
        month += day < anchor.start.day
        following = _day_in(month, day)
        return dated(following, relative_basis(context, anchor), anchor_words(context, anchor))
    reach = 1 if meaning.weekday is None else MONTHS_TO_WEEKDAY
    near = sorted(range(month - reach, month + reach + 1), key=lambda named: abs(named - month))
    candidates = _in_years(near, lambda named: _day_in(named, day))
    chosen = _chosen(meaning.direction, _on_weekday(meaning, candidates), anchor, context, span)
    return dated(chosen, relative_basis(context, anchor), anchor_words(context, anchor)) if chosen else UNRESOLVED


def _day_in(month: int, day: int) -> Period:
    """A day of the month that is so many months from year 0; ValueError when it has no such day."""
    return Period("day", date(month // 12, month % 12 + 1, day).toordinal())


def resolve_holiday(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """A named day, in its year or in the nearest one; with a unit the week or weekend that holds it."""
    name = meaning.value or ""
    if meaning.year is not None:
        return as_written(_with_unit(Period("day", holiday(name, meaning.year).toordinal()), meaning.unit))
    anchor = context.anchor("year")
    if anchor is None:
        return UNRESOLVED
    year = anchor.first_year
    candidates = _in_years((year, year - 1, year + 1), lambda named: Period("day", holiday(name, named).toordinal()))
    chosen = _chosen(meaning.direction, candidates, anchor, context, span)
    if chosen is None:
        return UNRESOLVED
    return dated(_with_unit(chosen, meaning.unit), relative_basis(context, anchor), anchor_words(context, anchor))


def _with_unit(day: Period, unit: str) -> Period:
    """The day itself, its week, or its weekend; that of a Monday lies before it ("Labor Day weekend")."""
    is_monday = day.start.weekday() == 0
    return day.shifted(-1 if unit == "weekend" and is_monday else 0).within(unit) if unit else day
