"""Days that have a name: Christmas, Easter, Thanksgiving, Yom Kippur.

Belongs here: on which day of a year they fall. Does not: which year is meant (resolve/).
Days of other calendars (Jewish, Islamic, Chinese) stand by year in a table that is made from the library `holidays`; days that a rule in a line of
TOML gives need no table: the library knows days of law by country and year, so Halloween, Pentecost and the years before a law are missing.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from transforms.vocabulary import read_vocabulary


@cache
def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year, the first one when it lasts longer.

    Raises:
        KeyError: there is no such holiday in `transforms/data/holidays.toml`.
        ValueError: the holiday is not known for the year, or the year is outside the calendar.
    """
    rule = read_vocabulary("holidays")[name]
    if "country" in rule:
        return _listed_day(name, year)
    if "easter" in rule:
        return easter(year, EASTER_WESTERN) + timedelta(days=rule["easter"])
    if "orthodox_easter" in rule:
        return easter(year, EASTER_ORTHODOX) + timedelta(days=rule["orthodox_easter"])
    if "nth" in rule:
        return _nth_weekday(year, rule["month"], rule["weekday"], rule["nth"], rule.get("after", 1))
    return date(year, rule["month"], rule["day"])


def _listed_day(name: str, year: int) -> date:
    days: list[date] = read_vocabulary("holiday_days")[name]
    index = year - days[0].year
    if not 0 <= index < len(days):
        raise ValueError(f"no {name} in {year}")
    return days[index]


def _nth_weekday(year: int, month: int, weekday: int, nth: int, first_day: int) -> date:
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, first_day)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
