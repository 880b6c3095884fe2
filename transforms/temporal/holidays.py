"""Days that have a name: Christmas, Easter, Thanksgiving.

Belongs here: on which day of a year they fall. Does not: which year is meant (resolve/).
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files


@cache
def _rules() -> dict[str, dict[str, int]]:
    return tomllib.loads((files("transforms") / "data" / "holidays.toml").read_text(encoding="utf-8"))


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year.

    Raises:
        KeyError: there is no such holiday in `transforms/data/holidays.toml`.
        ValueError: the year is outside 1 to 9999.
    """
    rule = _rules()[name]
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "nth" in rule:
        return _nth_weekday(year, rule["month"], rule["weekday"], rule["nth"], rule.get("after", 1))
    return date(year, rule["month"], rule["day"])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int, first_day: int) -> date:
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = following - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, first_day)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
