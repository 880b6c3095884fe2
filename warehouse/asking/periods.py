"""Periods as people write them: `2023`, `2023-03`, `2023-03-20`.

Belongs here: the first and the last day of such words. Does not: dates in articles (transforms.temporal).
"""

from __future__ import annotations

import re
from datetime import date

from transforms.errors import UserError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z", re.ASCII)


def first_day(option: str, words: str | None) -> date | None:
    """The first day of `2023`, `2023-03` or `2023-03-20`; `option` is what the words were given to.

    Raises:
        UserError: the words are no date.
    """
    interval = _interval(option, words)
    return interval and interval[0]


def last_day(option: str, words: str | None) -> date | None:
    """The last day of `2023`, `2023-03` or `2023-03-20`; `option` is what the words were given to.

    Raises:
        UserError: the words are no date.
    """
    interval = _interval(option, words)
    return interval and interval[1]


def _interval(option: str, words: str | None) -> tuple[date, date] | None:
    from transforms.temporal.interval import Interval

    if words is None:
        return None
    try:
        if found := _DAY.match(words.strip()):
            parts = [int(part) for part in found.groups() if part]
            if len(parts) == 3:
                return date(*parts), date(*parts)
            interval = Interval.of_month(*parts) if len(parts) == 2 else Interval.of_year(*parts)
            return interval.start, interval.end
    except ValueError:
        pass
    raise UserError(f"{option} {words}: not a date; write 2023, 2023-03 or 2023-03-20, with years from 0001 to 9999")
