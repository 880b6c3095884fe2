"""Publication dates that stand in the first lines of a text: date headers and newspaper datelines.

Belongs here: ` date 2023-03-21 ...`, `21 March 2023` on a line of its own, `MOSCOW, March 21 (Harbour Wire) - ...`.
Does not: dates inside sentences (transforms.temporal).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Final

from transforms.articles.days.published import published_from, published_in_path, published_on
from transforms.articles.document import UNDATED, Published
from transforms.articles.vocabulary import vocabulary

N_LINES: Final = 12
"""A header or dateline stands within the first lines."""
N_CHARACTERS: Final = 4000
MAX_HEADER_LENGTH: Final = 40
"""A line that is a date and nothing more is at most this long."""
MAX_YEAR_EVIDENCE: Final = 20_000
"""So many characters are searched for the year that a dateline leaves out."""

_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_UPPER_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ .,/'’&-]+[^\W\d_]+){0,7}\.?")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that dates the text: its number, its date, the words after the date (header) or the agency (dateline)."""

    number: int
    published: Published
    rest: str = ""
    source: str | None = None


NO_DATE_LINE: Final = DateLine(-1, UNDATED)


def find_date_line(text: str, filed_on: date | None = None) -> DateLine:
    """The first line that dates the text; `filed_on` (the day in the file name) supplies the year a dateline leaves out."""
    for number, line in enumerate(islice(text[:N_CHARACTERS].split("\n"), N_LINES)):
        found = _header(number, line) or _dateline(number, line, text, filed_on)
        if found is not None:
            return found
    return NO_DATE_LINE


def published_by_words_or_address(text: str, url: str | None) -> Published:
    """For an article that carries no date of its own: the line that dates its text, else the day its address is filed under."""
    published = find_date_line(text).published
    return published if published.day is not None else published_in_path(url or "", "url")


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(vocabulary().date_headers.labels, key=len, reverse=True)))
    return re.compile(rf"\s*(?:{labels})\b\s*[:=]?\s*", re.IGNORECASE)


@cache
def _month_day() -> str:
    months = "|".join(sorted(vocabulary().month_numbers, key=len, reverse=True))
    return rf"(?:(?P<month>{months})\.?\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{months})\.?)(?:,?\s+(?P<year>\d{{4}}))?"


@cache
def _dateline_pattern() -> re.Pattern[str]:
    place = r"(?:(?P<place>[^\W\d_][^\d\n()]{1,60}?)(?P<comma>,)?\s+)?"
    agency = r"(?:\s*\((?P<source>[^()\n]{2,40})\))?"
    return re.compile(rf"[ \t]*{place}{_month_day()}{agency}\s*(?:--?|[–—:])\s", re.IGNORECASE)


@cache
def _month_year() -> re.Pattern[str]:
    months = "|".join(sorted(vocabulary().month_numbers, key=len, reverse=True))
    return re.compile(rf"\b(?:{months})\.?\s+(?:\d{{1,2}},?\s+)?(?P<year>(?:1[6-9]|20)\d\d)\b", re.IGNORECASE)


def _header(number: int, line: str) -> DateLine | None:
    label = _label().match(line)
    start = label.end() if label else len(line) - len(line.lstrip())
    day = _ISO_DAY.match(line, start)
    if day is not None and (label or not line[day.end() :].strip()):
        return _dated(number, published_from(day[0], "header"), line[day.end() :].strip())
    written = line[start:].strip()
    if label is None and not _is_date_in_words(written):
        return None
    return _dated(number, published_from(written, "header"), "")


def _is_date_in_words(line: str) -> bool:
    return (
        len(line) <= MAX_HEADER_LENGTH
        and re.search(rf"(?:^|\s){_month_day()}$", line, re.IGNORECASE) is not None
        and line[-4:].isdigit()
    )


def _dated(number: int, published: Published, rest: str) -> DateLine | None:
    return DateLine(number, published, rest) if published.day is not None else None


def _dateline(number: int, line: str, text: str, filed_on: date | None) -> DateLine | None:
    match = _dateline_pattern().match(line)
    if match is None or not _is_dateline(match):
        return None
    month = vocabulary().month_numbers[(match["month"] or match["month2"]).lower()]
    day = int(match["day"] or match["day2"])
    found = _with_year(month, day, match["year"], text, filed_on)
    published = published_on(found, "dateline") if found else UNDATED
    return DateLine(number, published, source=(match["source"] or "").strip() or None)


def _is_dateline(match: re.Match[str]) -> bool:
    """A place in capitals, or a named place with a comma before the date, or an agency after it; not `On March 21 - `."""
    place = match["place"]
    if place is None:
        return match["source"] is not None
    if _UPPER_WORDS.fullmatch(place) is None:
        return False
    if place.isupper() and len(place) > 2:
        return True
    capitalised = all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", place))
    return capitalised and (match["comma"] is not None or match["source"] is not None)


def _with_year(month: int, day: int, year: str | None, text: str, filed_on: date | None) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    if filed_on is not None:
        days = [_day(filed_on.year + shift, month, day) for shift in (-1, 0, 1)]
        return min((found for found in days if found), key=lambda found: abs(found - filed_on), default=None)
    likely = _likely_year(text)
    return _day(likely, month, day) if likely else None


def _likely_year(text: str) -> int | None:
    """The year that the text's own month-and-year dates name most; the later one of equals."""
    years = Counter(int(match["year"]) for match in _month_year().finditer(text[:MAX_YEAR_EVIDENCE]))
    return max(years, key=lambda year: (years[year], year), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
