"""Rules for the weeks, weekends and halves that are told by a month or a day: "the week of March 6", "the second half of May".

Belongs here: phrases whose month or day only says which week, weekend or half is meant. Does not: months and days themselves (dates.py), halves of a
year (parts.py).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.calendars import LONGEST_MONTH
from transforms.temporal.grammar.rule import Phrase, Rule, rule
from transforms.temporal.meaning import Kind, Meaning

_WEEKS: Final = frozenset({"week", "weekend"})


def _week_of_day(phrase: Phrase) -> Meaning | None:
    """Read "the week of March 6", "the weekend of October 11-12": the one that holds the day."""
    day, year = phrase.number("NO"), phrase.number("Y")
    if phrase.lang != "en" or phrase.word("U") not in _WEEKS or day is None or not 1 <= day <= LONGEST_MONTH:
        return None
    return Meaning(_kind(year), unit=phrase.word("U"), year=year, month=phrase.number("M"), day=day)


def _week_of_month(phrase: Phrase) -> Meaning | None:
    """Read "the first week of March", "the last week of January 2022": an edge of that month, never the week before the report."""
    if phrase.lang != "en" or phrase.word("U") not in _WEEKS:
        return None
    edge = "END" if phrase.has("l") else "START" if phrase.number("O") == 1 else None
    month, year = phrase.number("M"), phrase.number("Y")
    return Meaning(_kind(year), month=month, year=year, mod=edge)


def _edge_day_of_month(phrase: Phrase) -> Meaning | None:
    """Read "the first day of March", "the last day of January 2022": that day."""
    index = -1 if phrase.has("l") else phrase.number("O")
    if phrase.lang != "en" or phrase.word("U") != "day" or index not in (1, -1):
        return None
    month, year = phrase.number("M"), phrase.number("Y")
    if index == 1:
        return Meaning(_kind(year), month=month, year=year, day=1)
    return Meaning(_kind(year), month=month, year=year, unit="day", index=-1)


def _half_of_month(phrase: Phrase) -> Meaning | None:
    """Read "the second half of May", "the first half of May 2012": an edge of that month."""
    unit, _, index = phrase.word("5").partition(":")
    if phrase.lang != "en" or unit != "half":
        return None
    month, year = phrase.number("M"), phrase.number("Y")
    return Meaning(_kind(year), month=month, year=year, mod="START" if index.startswith("0") else "END")


def _kind(year: int | None) -> Kind:
    return Kind.MONTH if year is None else Kind.EXPLICIT


_OF_YEAR: Final = r"(?:,?o?Y)?"
RULES: Final[tuple[Rule, ...]] = (
    rule(rf"t[Ol]UoM{_OF_YEAR}", _week_of_month),
    rule(rf"t?[Ol]UoM{_OF_YEAR}", _edge_day_of_month),
    rule(rf"tUo(?:M[NO](?:[-&][NO])?|[NO](?:[-&][NO])?o?M){_OF_YEAR}", _week_of_day),
    rule(rf"t?5oM{_OF_YEAR}", _half_of_month),
)
