"""Headers of a page that no line break parts from the report behind them: time stamps, datelines, credits of photographs.

Belongs here: where such a header ends, and whether a date is part of one. Does not: headers on lines of their own (headers.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SPACE: Final = r"\s"

_AGENCIES: Final = r"\(\s?(?:Reuters|AP|AFP|CNN|UPI|Xinhua|DPA|IANS)\s?\)\s?(?:--|[-–—])\s"
_CLOCK: Final = r"\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?\s)?(?:BST|GMT|EDT|EST|IST|UTC|CET|JST)\b|\d{1,2}:\d{2}\s[AP]M\b"
# "Photograph: Anna Borg/AFP/Getty Images", "Photograph : Anna Borg\\/AP", "Photograph: Rex Features"
_AGENCY: Final = r"(?:pool\b|[A-Z][\w-]{1,15})(?: (?:Images|Press|Features|News)\b)?"
_ALONE: Final = r"(?:AFP|AP|EPA|Getty Images|Getty|PA|Reuters|Rex Features|Rex)"
_CREDIT: Final = (
    rf"(?:Photograph|Photo|Picture) ?: (?:[^.:\n]{{0,40}}?[A-Z][^.:/\n]{{1,20}}(?:/{_AGENCY}){{1,3}}|{_ALONE})\s"
)
_CENTURY: Final = r"(?:19|20)"
# behind a century, "Friday 5 August 2005 00.01 BST", "Thu May 19, 2011 11:27 pm IST", "August 5, 2010; 5:07 PM"
_STAMP: Final = rf"\d\d[,;]?\s(?:{_CLOCK})\s"
# below what a reader wrote, behind a century: "April 6, 2011 at 10:30 am | Reply"
_ANSWER: Final = r"\|\s?(?:Reply|Report abuse|Permalink)\b"
_SIGNED: Final = rf"\d\d\sat\s\d{{1,2}}:\d\d\s?[ap]\.?m\.?\s?{_ANSWER}\s"
_REPORT: Final = r"(?=[\"“'‘`]*[A-Z0-9])"  # begins behind a header
# each choice begins with one character, by which the engine skips all else without a try
_HEADER: Final = re.compile(
    rf"{_AGENCIES}{_REPORT}|{_CREDIT}{_REPORT}"
    rf"|19{_STAMP}{_REPORT}|20{_STAMP}{_REPORT}|19{_SIGNED}|20{_SIGNED}"
)
_PHOTOGRAPH: Final = ("Photo", "Picture")
_WORDS: Final = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")  # more than the place and day of a dateline
_END: Final = re.compile(
    rf"(?:{_AGENCIES.removesuffix(_SPACE)}|{_CREDIT.removesuffix(_SPACE)}|{_CENTURY}{_STAMP.removesuffix(_SPACE)})\Z"
)
_STAMPED: Final = re.compile(rf"{_CENTURY}\d\d[,;]?\s(?:{_CLOCK})\Z")
_REACH: Final = 120  # characters at the end of a header in which its last part begins
_FIRST: Final = 8  # sentences, among which are the headers before a lead
# the moment of a reader's comment, or of an entry of a page, before its words: "March 21, 2011 at 5:14 pm | Vella ..."
_MOMENT_REACH: Final = 16  # characters behind a date in which its hour and the sign behind it stand
_MOMENT: Final = re.compile(r"(?:19|20)\d\d[^|\n]{0,16}?\d:\d\d[^|\n]{0,12}\|\s")
_BEHIND_DATE: Final = re.compile(rf"[,;]?\s(?:{_CLOCK})|\s?{_AGENCIES}|\s?{_ANSWER}")


def glued_ends(text: str, start: int, end: int) -> list[int]:
    """The offsets inside a stretch of text behind which a report begins: `hits port Friday 5 August 2005 00.01 BST | Waugh ...`, `VELLA, May 5 (Reuters) - | Waugh ...`."""
    ends = list[int]()
    for match in _HEADER.finditer(text, start, end):
        if ends or match[0].startswith(_PHOTOGRAPH) or "|" in match[0] or _WORDS.search(text, start, match.start()):
            ends.append(match.end())
    return ends


def n_headers(text: str, sentences: Sequence[tuple[int, int]]) -> int:
    """How many of the first sentences of a text are headers, so that its lead comes as many later."""
    return sum(bool(_END.search(text, max(start, end - _REACH), end)) for start, end in sentences[:_FIRST])


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a date only says when a report was written: `May 19, 2011 11:27 pm IST`, `May 5` before `(Reuters) -`, `May 5, 2011 at 5:14 pm |`."""
    if _BEHIND_DATE.match(text, end) or _STAMPED.search(text, start, end):
        return True
    return "|" in text[end : end + _MOMENT_REACH] and _MOMENT.search(text, start, end + _MOMENT_REACH) is not None
