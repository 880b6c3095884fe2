"""What stands between two dates, or beside one that heads an entry: "to", "and", the dash of a chronicle.

Belongs here: how one date goes on from the date before it. Does not: which date that was (context.py), what the later one then means (resolve/).
"""

from __future__ import annotations

import re
from typing import Final

_RANGE_JOINT: Final = re.compile(
    r"\s?(?:to|until|till|through|al?|hasta|à|au|bis(?:\szum)?|[-\u2013\u2014])\s?(?:(?:the|el|le|den|dem)\s)?"
)
_ENTRY: Final = re.compile(r" ?(?:--|[-\u2013\u2014]|:)\s")  # what follows the date of an entry in a chronicle
_ENTRY_START: Final = re.compile(r"(?:^|[.\n*•\u2013\u2014-])\s*$")
_YEAR_JOINT: Final = re.compile(r"[,:]?[ \n]|:? ?(?:--?|[\u2013\u2014]) |:\n{1,2}")  # between a year and a month of it
_YEAR_AHEAD: Final = re.compile(rf"\b(?:1\d|20)\d\d(?:{_YEAR_JOINT.pattern})$")
_YEAR_REACH: Final = 9  # characters of a year and what parts it from a month
_BESIDE: Final = re.compile(r"(?:[ -]?[^\W\d]{1,2}\.|\.)?[,\u060c、]?\s?(?:[^\W\d]{1,6}\.?\s){0,2}")
_WEEKDAY_JOINT: Final = re.compile(r"(?: ?[^\W\d]{1,2})?\.?[,\u060c、]\s?| \(?")
_YEAR_BEHIND: Final = re.compile(r"[,\u060c]?\s?(?:(?:[^\W\d]\.){1,3}\s|[^\W\d]{1,6}\.?\s){0,2}([12]\d{3})(?!\d)")
_BETWEEN: Final = re.compile(r"\bbetween (?:early |late |mid-)?[a-z]{3,9}\.?[\d ,]*$")
_ENTRY_FRONT: Final = 4  # characters before the date of an entry
_BETWEEN_REACH: Final = 40  # characters from "between" to behind the first date
_BETWEEN_JOINT: Final = re.compile(r",? and (?:early |late )?")
_ROW_JOINT: Final = re.compile(r",?\s(?:and|or|und|oder|y|o|et|ou)\s(?:(?:on|el|le|am)\s)?|,\s")


def ends_range(lower: str, start: int, end: int, *, is_day: bool) -> bool:
    """Whether the words between two dates make them a span: "from 17 January [to] 13 October", "between April 16[, and] April 30" of days."""
    is_between = is_day and _BETWEEN.search(lower, max(0, start - _BETWEEN_REACH), start) is not None
    return (_BETWEEN_JOINT if is_between else _RANGE_JOINT).fullmatch(lower, start, end) is not None


def is_next_in_row(lower: str, start: int, end: int) -> bool:
    """Whether the words between two dates make them a row: "on Monday [and] Tuesday"."""
    return _ROW_JOINT.fullmatch(lower, start, end) is not None


def parts_year(lower: str, start: int, end: int) -> bool:
    """Whether what stands between a year and a month puts the month into that year: "2001[, ]Dec", "1997[ ]March 3"."""
    return _YEAR_JOINT.fullmatch(lower, start, end) is not None


def is_behind_year(lower: str, start: int) -> bool:
    """Whether a year stands before a month and parts it so: "[2001, ]Dec"."""
    return _YEAR_AHEAD.search(lower, max(0, start - _YEAR_REACH), start) is not None


def is_beside(lower: str, start: int, end: int) -> bool:
    """Whether hardly anything stands between a year and a month: "2015[ թ. ]հունվարի 3"."""
    return _BESIDE.fullmatch(lower, start, end) is not None


def tells_weekday(lower: str, start: int, end: int) -> bool:
    """Whether what stands between a day and a weekday says that the day is one: "3 January 2015[, ]Saturday", "2015. január 3.[, ]szombat"."""
    return _WEEKDAY_JOINT.fullmatch(lower, start, end) is not None


def year_behind(lower: str, end: int) -> int | None:
    """The year that stands behind a day but for a word or two: "3 มกราคม[ ค.ศ. 2015]"."""
    match = _YEAR_BEHIND.match(lower, end)
    return int(match[1]) if match else None


def heads_entry(lower: str, end: int) -> bool:
    """Whether a date heads an entry of a chronicle by what follows it: "Nov. 7[ - ]They meet again"."""
    return _ENTRY.match(lower, end) is not None


def opens_entry(lower: str, start: int) -> bool:
    """Whether a date stands where an entry of a chronicle may begin: at the start of a line or behind a full stop."""
    return _ENTRY_START.search(lower, max(0, start - _ENTRY_FRONT), start) is not None
