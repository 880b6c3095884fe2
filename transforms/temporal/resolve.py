"""What a meaning stands for, given its context.

Belongs here: meaning + context -> TIMEX3 value, period, basis and the reason. Does not: finding (find.py), plausibility (validate.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from transforms.temporal.context import Context
from transforms.temporal.interval import Basis
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.period import SEASONS, Period, day_after

_DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED_UNIT: Final = {"fortnight": "day"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A period or a bare TIMEX3 value, with its basis (null for values that are no date) and the reason for people."""

    period: Period | None
    value: str | None
    basis: Basis | None
    reason: str


_UNRESOLVED: Final = Resolved(None, None, None, "nothing in the text or its publication date says which")


def resolve(meaning: Meaning, context: Context, start: int) -> Resolved:
    """The period and value of a meaning at an offset of its text.

    Days that do not exist ("30 February") and dates outside the calendar stay unresolved: nothing is invented.
    """
    try:
        return _RESOLVERS[meaning.kind](meaning, context, start)
    except (ValueError, OverflowError):
        return _UNRESOLVED


def _value(meaning: Meaning, _context: Context, _start: int) -> Resolved:
    return Resolved(None, meaning.value, None, "as written")


def _explicit(meaning: Meaning, _context: Context, _start: int) -> Resolved:
    return _dated(explicit_period(meaning, meaning.year or 0), Basis.EXPLICIT, "as written")


def explicit_period(meaning: Meaning, year: int) -> Period:
    """The period that the calendar parts of a meaning name in a year."""
    if meaning.day is not None and meaning.month is not None:
        return Period("day", date(year, meaning.month, meaning.day).toordinal())
    if meaning.month is not None:
        return Period("month", year * 12 + meaning.month - 1)
    return Period("decade", year // 10) if meaning.unit == "decade" else Period("year", year)


def _month(meaning: Meaning, context: Context, start: int) -> Resolved:
    anchor = context.anchor
    if anchor is None:
        return _UNRESOLVED
    origin = anchor.start
    if meaning.direction:
        return _dated(_directed_month(meaning, origin), Basis.RELATIVE, f"the one {_side(meaning)} {origin}")
    years = (origin.year, origin.year - 1, origin.year + 1)
    candidates = [explicit_period(meaning, year) for year in years if _exists(meaning, year)]
    nearest = min(candidates, key=lambda period: abs((period.start - origin).days))
    return _dated(nearest, _basis(context), f"the year that brings it nearest to {origin}")


def _side(meaning: Meaning) -> str:
    return "before" if meaning.direction == -1 else "after"


def _exists(meaning: Meaning, year: int) -> bool:
    try:
        explicit_period(meaning, year)
    except ValueError:
        return False
    return True


def _directed_month(meaning: Meaning, origin: date) -> Period:
    this_year = explicit_period(meaning, origin.year)
    if meaning.direction == -1:
        return this_year if this_year.end < origin else explicit_period(meaning, origin.year - 1)
    return this_year if this_year.start > origin else explicit_period(meaning, origin.year + 1)


def _weekday(meaning: Meaning, context: Context, start: int) -> Resolved:
    anchor = context.anchor
    if anchor is None or meaning.weekday is None:
        return _UNRESOLVED
    origin = anchor.start
    back = (origin.weekday() - meaning.weekday) % 7
    name = _DAY_NAMES[meaning.weekday]
    said = f"published {_DAY_NAMES[origin.weekday()]} {origin}"
    if meaning.direction == 1 or (meaning.direction is None and context.is_future(start)):
        day = Period("day", origin.toordinal() + (7 - back if back else 7 if meaning.direction else 0))
        return _dated(day, _basis(context), f"'{name}', {said}: the next {name} = {day.value}")
    if meaning.direction == -1 and back == 0:
        back = 7
    day = Period("day", origin.toordinal() - back)
    return _dated(day, _basis(context), f"'{name}', {said}: the latest {name} on or before = {day.value}")


def _offset(meaning: Meaning, context: Context, _start: int) -> Resolved:
    anchor = Period.of("day", context.reference) if context.reference and not context.is_narrative else context.anchor
    return _from(anchor, meaning, _basis(context))


def _narrative_offset(meaning: Meaning, context: Context, _start: int) -> Resolved:
    return _from(context.last or context.anchor, meaning, Basis.NARRATIVE)


def _from(anchor: Period | None, meaning: Meaning, basis: Basis) -> Resolved:
    if anchor is None:
        return _UNRESOLVED
    unit = _COUNTED_UNIT.get(meaning.unit, meaning.unit)
    period = Period.of(unit, day_after(anchor.start, meaning.unit, meaning.amount)) if meaning.unit != unit else None
    period = period or anchor.within(unit).shifted(meaning.amount)
    return _dated(period, basis, f"{meaning.amount:+d} {meaning.unit} from {anchor.value}")


def _part(meaning: Meaning, context: Context, _start: int) -> Resolved:
    anchor = context.anchor
    parts, index = (
        (4, SEASONS[meaning.value or ""]) if meaning.unit == "season" else (_parts(meaning.unit), meaning.index)
    )
    if meaning.year is not None:
        return _dated(Period(meaning.unit, meaning.year * parts + index), Basis.EXPLICIT, "as written")
    if anchor is None:
        return _UNRESOLVED
    origin = anchor.start
    now = Period.of(meaning.unit, origin).number
    candidates = [Period(meaning.unit, (origin.year + shift) * parts + index) for shift in (0, -1, 1)]
    if meaning.direction == -1:
        candidates = [period for period in candidates if period.number < now]
    if meaning.direction == 1:
        candidates = [period for period in candidates if period.number > now]
    nearest = min(candidates, key=lambda period: abs(period.number - now))
    return _dated(nearest, _basis(context), f"the one nearest to {origin}")


def _parts(unit: str) -> int:
    return {"quarter": 4, "half": 2}[unit]


def _basis(context: Context) -> Basis:
    return Basis.NARRATIVE if context.is_narrative and context.last is not None else Basis.RELATIVE


def _dated(period: Period, basis: Basis, reason: str) -> Resolved:
    return Resolved(period, period.value, basis, reason)


_RESOLVERS: Final[dict[Kind, Callable[[Meaning, Context, int], Resolved]]] = {
    Kind.VALUE: _value,
    Kind.EXPLICIT: _explicit,
    Kind.MONTH: _month,
    Kind.WEEKDAY: _weekday,
    Kind.OFFSET: _offset,
    Kind.NARRATIVE_OFFSET: _narrative_offset,
    Kind.PART: _part,
}
