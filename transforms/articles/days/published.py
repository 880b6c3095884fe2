"""Publication dates as documents write them.

Belongs here: a written timestamp, a dated path -> Published. Does not: where in a document it stands (the format's module), dates inside sentences (transforms.temporal).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

from transforms.articles.days.written_days import written_day
from transforms.articles.document import UNDATED, Published

FIRST_YEAR: Final = 1600
"""The first newspapers; earlier years are null dates such as 0001-01-01."""
LAST_YEAR: Final = 2100
MAX_WRITTEN_LENGTH: Final = 60
"""A longer string is not a date."""
MS_FROM: Final = 1e11
"""Epoch numbers from here on are milliseconds (as seconds it would be the year 5138); so much again, micro- and nanoseconds."""
EPOCH_FROM: Final = 1e8
"""Lower numbers (as seconds before March 1973) are years, days of a spreadsheet or durations."""

EPOCH_TO: Final = 1e20
MAX_COMPACT: Final = 10**14
"""Numbers of up to so many digits may be a day, or a day and a time, without signs between them."""

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_DAY_ONLY: Final = re.compile(r"\d{4}-?\d\d-?\d\d$|\d{4}[/.]\d\d?[/.]\d\d?\.?$")
_FIRST_DAY: Final = re.compile(r"(\d{4})([-/.]) ?(\d\d?)\2 ?(\d\d?)(?!\d)")
_EPOCH: Final = re.compile(r"\d{9,19}(?:\.\d+)?$")
_COMPACT: Final = re.compile(
    r"(?:1[6-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$"
)
_ZONE_NAME: Final = re.compile(r"\[[\w/+-]+\]$")
_COLONLESS_ZONE: Final = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_IN_PATH: Final = (
    re.compile(r"(?<!\d)(?P<y>(?:1[6-9]|20)\d\d)(?P<s>[-/_.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:1[6-9]|20)\d\d)/(?P<m>[a-z]{3})/(?P<d>\d\d?)(?!\d)", re.IGNORECASE),
)
_URL_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def published_from(value: object, basis: str) -> Published:
    """What a written timestamp says: ISO 8601, RFC 822, seconds since the epoch or thousandths of them, digits (`20230321`), or a full written date.

    A month or a year alone gives no day and so no publication date.
    """
    if isinstance(value, str):
        return _from_string(value.strip(), basis)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return UNDATED
    written = _from_string(str(value), basis) if isinstance(value, int) and 0 < value < MAX_COMPACT else UNDATED
    return written if written.day is not None else _from_epoch(value, basis)


def published_on(day: date, basis: str) -> Published:
    """A known day without a time: midnight UTC."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return UNDATED
    return Published(day, datetime.combine(day, time(), UTC), basis)


def published_in_path(path: str, basis: str) -> Published:
    """The day that a path or address is filed under: `2023-03-21`, `2023/3/21`, `20230321`, `2023/mar/21`."""
    for pattern in _IN_PATH:
        for match in pattern.finditer(path):
            day = _day_of(match["y"], match["m"], match["d"])
            if day is not None:
                return published_on(day, basis)
    return UNDATED


@lru_cache(maxsize=4096)
def _from_string(text: str, basis: str) -> Published:
    if not text or len(text) > MAX_WRITTEN_LENGTH:
        return UNDATED
    for moment in _readings(text):
        if FIRST_YEAR <= moment.year <= LAST_YEAR:
            return published_on(moment.date(), basis) if _DAY_ONLY.match(text) else _from_moment(moment, basis)
    return UNDATED


def _readings(text: str) -> Iterator[datetime]:
    for reader in (_iso, _compact, _epoch_string, _rfc822, _first_day, _written):
        try:
            moment = reader(text)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
        if moment is not None:
            yield moment


def _iso(text: str) -> datetime | None:
    compact = _COLONLESS_ZONE.sub("", _ZONE_NAME.sub("", text)).replace(" UTC", "Z").replace(" GMT", "Z")
    return datetime.fromisoformat(compact)


def _compact(text: str) -> datetime | None:
    return datetime.strptime(text.ljust(14, "0"), "%Y%m%d%H%M%S") if _COMPACT.match(text) else None


def _epoch_string(text: str) -> datetime | None:
    return _from_epoch(float(text), "none").at if _EPOCH.match(text) else None


def _rfc822(text: str) -> datetime | None:
    return parsedate_to_datetime(text)


def _first_day(text: str) -> datetime | None:
    match = _FIRST_DAY.match(text)
    return datetime(int(match[1]), int(match[3]), int(match[4])) if match else None


def _written(text: str) -> datetime | None:
    day = written_day(text)
    return datetime(day.year, day.month, day.day) if day is not None else None


def _from_epoch(seconds: int | float, basis: str) -> Published:
    if not EPOCH_FROM <= abs(seconds) < EPOCH_TO:
        return UNDATED
    for _ in range(3):
        seconds = seconds / 1000 if abs(seconds) >= MS_FROM else seconds
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return UNDATED
    return _from_moment(moment, basis) if FIRST_YEAR <= moment.year <= LAST_YEAR else UNDATED


def _from_moment(moment: datetime, basis: str) -> Published:
    """The moment; the first one of the epoch is how systems write that they know none."""
    at = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return Published(moment.date(), at, basis, _offset(moment)) if at != EPOCH else UNDATED


def _offset(moment: datetime) -> str | None:
    """`+03:00` for a moment that says its offset."""
    written = moment.strftime("%z")
    return f"{written[:3]}:{written[3:5]}" if written else None


def _day_of(year: str, month: str, day: str) -> date | None:
    number = (
        int(month) if month.isdigit() else (_URL_MONTHS.index(month.lower()) + 1 if month.lower() in _URL_MONTHS else 0)
    )
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
