"""Clock times that head the entries of a live report and look like years: "1334 The army sends troops".

Belongs here: whether a number at the head of a line is such a time. Does not: clock times with words or signs (grammar/clock.py), other numbers (validate.py).
"""

from __future__ import annotations

import re
from typing import Final

_BESIDE: Final = 4000  # characters beside a line in which other entries of the report begin
_MINUTES: Final = 60
_RECENT: Final = 1900  # lists of later years often begin with the last one
_NO_YEAR: Final = re.compile(r"\n(?:0\d|2[23])[0-5]\d [A-Z\"'\u201c\u2018]")  # 0931, 2346
_HEAD: Final = re.compile(r"\n(\d{4}) [A-Z\"'\u201c\u2018]")


def heads_entry_of_report(text: str, start: int, end: int) -> bool:
    """Whether four digits at the head of a line are the time of an entry: those beside it can be no years, or the entry below is earlier."""
    if start and text[start - 1] != "\n" or not text[start:end].isdigit() or end - start != len("1334"):
        return False
    if int(text[end - 2 : end]) >= _MINUTES or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    if _NO_YEAR.search(text, max(0, start - _BESIDE), end + _BESIDE) is not None:
        return True
    year = int(text[start:end])
    below = _HEAD.search(text, end, end + _BESIDE)
    above = [int(head) for head in _HEAD.findall(text, max(0, start - _BESIDE), start - 1)][-1:]
    return year < _RECENT and (below is not None and int(below[1]) < year or any(head > year for head in above))
