"""Clock times that head the entries of a live report and look like years: "1334 The army sends troops".

Belongs here: whether a number at the head of a line is such a time. Does not: clock times with words or signs (grammar/clock.py), other numbers (validate.py).
"""

from __future__ import annotations

import re
from typing import Final

_HEADS: Final = 4000  # characters beside a line in which other entries of the report begin
_MINUTES: Final = 60
_NO_YEAR: Final = re.compile(r"\n(?:0\d|2[23])[0-5]\d [A-Z\"'\u201c\u2018]")  # 0931, 2346


def heads_entry_of_report(text: str, start: int, end: int) -> bool:
    """Whether four digits at the head of a line are the time of an entry, as those of its neighbours are, which can be no years."""
    if start and text[start - 1] != "\n" or not text[start:end].isdigit() or end - start != len("1334"):
        return False
    if int(text[end - 2 : end]) >= _MINUTES or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    return _NO_YEAR.search(text, max(0, start - _HEADS), end + _HEADS) is not None
