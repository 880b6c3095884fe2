"""The days of other calendars are those of the library `holidays`.

After an upgrade of the library: `python tests/unit/transforms/temporal/test_holiday_days.py` writes `transforms/data/holiday_days.toml` anew.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tomli

from transforms.temporal import holidays

DATA = Path(holidays.__file__).parents[1] / "data"
DAYS = DATA / "holiday_days.toml"
RULES = tomli.loads((DATA / "holidays.toml").read_text(encoding="utf-8"))
OTHER_CALENDARS = {name: rule for name, rule in RULES.items() if "country" in rule}
YEARS = range(1900, 2101)
DAYS_PER_LINE = 10
HEADER = """\
# The first day of the days of other calendars, by year, as the library `holidays` knows them. Written by
# tests/unit/transforms/temporal/test_holiday_days.py; importing the library takes longer than reading a hundred articles.
"""


def days_of(country: str, name: str) -> list[date]:
    """The first day of that name in each year that the library knows."""
    from holidays import country_holidays

    known = country_holidays(country, years=YEARS, language="en_US")
    by_year: dict[int, list[date]] = {}
    for day in known.get_named(name, lookup="startswith"):
        by_year.setdefault(day.year, []).append(day)
    return [min(by_year[year]) for year in sorted(by_year) if year in YEARS]


def lines_of(name: str, days: list[date]) -> str:
    lines = [", ".join(map(str, days[at : at + DAYS_PER_LINE])) for at in range(0, len(days), DAYS_PER_LINE)]
    return f"\n{name} = [\n" + "".join(f"    {line},\n" for line in lines) + "]\n"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", OTHER_CALENDARS)
def test_days_of_other_calendars_are_those_of_the_library(name):
    rule = OTHER_CALENDARS[name]
    days = days_of(rule["country"], rule["name"])
    assert days == tomli.loads(DAYS.read_text(encoding="utf-8"))[name]
    assert holidays.holiday(name, days[-1].year) == days[-1]


def test_a_year_without_such_a_day_is_refused():
    with pytest.raises(ValueError, match="no passover in 1800"):
        holidays.holiday("passover", 1800)


if __name__ == "__main__":
    tables = [lines_of(name, days_of(rule["country"], rule["name"])) for name, rule in OTHER_CALENDARS.items()]
    DAYS.write_text(HEADER + "".join(tables), encoding="utf-8")
