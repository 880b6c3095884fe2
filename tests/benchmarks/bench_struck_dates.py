"""How often a day or year that was struck out of a report is guessed again: "Friday, April 12" read as "Friday", "April 2013" as "April".

usage: python -m tests.benchmarks.bench_struck_dates [--show N]     (N wrong ones of each class)

The gold sets hold some 300 weekdays and 70 months, and contradict each other; reports that write a date out tell which day was meant, thousands of times.
Writers do so where a reader might err, so the shares are lower than for dates in general: compare them with those of another day, not with the gold sets.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tests.benchmarks.gold import GOLD
from tests.benchmarks.measure_dates import bulk_texts
from transforms.temporal import tag

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH: Final = rf"({'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|aug|sept|oct|nov|dec)\.)"
_YEAR: Final = r"((?:19|20)\d\d)(?!\w)"
# in each the first group stays, what follows it is struck out
_PATTERNS: Final = {
    "weekdays": re.compile(
        rf"\b({'|'.join(_WEEKDAYS)})(?:, | \(){_MONTH} (\d{{1,2}})(?!\w)(?:,? {_YEAR})?", re.IGNORECASE
    ),
    "days": re.compile(rf"\b({_MONTH} (\d{{1,2}})),? {_YEAR}", re.IGNORECASE),
    "months": re.compile(rf"(?<!\d )\b({_MONTH}),? {_YEAR}", re.IGNORECASE),
}
BEFORE: Final = 900  # characters of the report that are kept before a date
BEHIND: Final = 400
MAX_DAYS: Final = {"weekdays": 6, "days": 330, "months": 330}


class Struck(NamedTuple):
    """A piece of a report without a part of one date: where that begins, and the TIMEX3 value it had."""

    text: str
    published: date
    start: int
    value: str


def struck_dates(kind: str) -> Iterator[Struck]:
    """The dates of a class in every bulk report, those with the same words before them once."""
    seen: set[str] = set()
    for text, published in bulk_texts(1):
        for match in _PATTERNS[kind].finditer(text) if published is not None else ():
            value = _value(kind, match, published)
            before = text[max(0, match.start() - 60) : match.start()]
            if value is None or before in seen:
                continue
            seen.add(before)
            start = max(0, match.start() - BEFORE)
            kept = text[start : match.end(1)] + text[match.end() : match.end() + BEHIND]
            yield Struck(kept, published, match.start() - start, value)


def _value(kind: str, match: re.Match[str], published: date) -> str | None:
    month = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(match[2].lower().rstrip(".")))
    try:
        if kind == "weekdays":
            return _day_of_weekday(match, month, published)
        day = date(int(match[match.lastindex or 0]), month, int(match[3]) if kind == "days" else 1)
    except ValueError:
        return None
    if abs((day - published).days) > MAX_DAYS[kind]:
        return None
    return day.isoformat()[: len("2013-04-12") if kind == "days" else len("2013-04")]


def _day_of_weekday(match: re.Match[str], month: int, published: date) -> str | None:
    for year in (published.year, published.year - 1, published.year + 1):
        day = date(year, month, int(match[3]))
        if day.weekday() == _WEEKDAYS.index(match[1].lower()) and abs((day - published).days) <= MAX_DAYS["weekdays"]:
            return day.isoformat()
    return None


def main() -> None:
    """Print the share of each class that is read as it was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0)
    shown = parser.parse_args().show
    if not GOLD.exists():
        print(f"no gold data at {GOLD}: nothing measured")
        return
    for kind in _PATTERNS:
        right, wrong = 0, []
        for struck in struck_dates(kind):
            found = (one.value for one in tag(struck.text, struck.published) if one.end > struck.start)
            value = (next(found, None) or "")[: len(struck.value)]
            right += value == struck.value
            if value != struck.value:
                wrong.append((struck, value))
        print(f"{kind}: {right / (right + len(wrong)):.3f} of {right + len(wrong)}")
        for struck, value in random.Random(0).sample(wrong, min(shown, len(wrong))):
            near = struck.text[max(0, struck.start - 120) : struck.start + 80].replace("\n", " ")
            print(f"  {struck.published}: {struck.value}, read as {value or 'nothing'}: {near}")


if __name__ == "__main__":
    main()
