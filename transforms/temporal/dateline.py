"""The date in a text's dateline or header: it says when the report was written.

Belongs here: finding that day and choosing the reference. Does not: other dates (resolve/).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from transforms.temporal.context import Context
from transforms.temporal.grammar import Parsed
from transforms.temporal.meaning import Kind
from transforms.temporal.resolve import resolve

REACH: Final = 200  # characters at the start of a text in which a dateline stands
MAX_DELAY: Final = timedelta(days=7)  # a report is published at most so long after its dateline
# "BEIJING, March 20 (Xinhua) --", "Moscow, 20 March 2023 -"
_BEHIND: Final = re.compile(r"[ \t]*(?:\([^()\n]{2,30}\))?[ \t]*(?:--|[-\u2013\u2014:|])[ \t]|[ \t]*\r?(?:\n|$)")
_BEFORE: Final = re.compile(
    r"(?:\A|\n)[ \t]*(?:date:?|published:?|posted:?|dateline:?|[^\n.!?]{0,60}[,(|\u2013\u2014-])?[ \t]*$", re.IGNORECASE
)


def reference_day(
    text: str, lower: str, lang: str, found: Sequence[tuple[int, Parsed]], published: date | None
) -> date | None:
    """The day that relative expressions count from: the dateline's when it is up to a week before the publication, else the publication's.

    Without a publication day the header's or dateline's full date supplies it.
    """
    for start, parsed in found:
        if start > REACH:
            break
        day = _header_day(text, lower, lang, start, parsed, published)
        if day is not None and (published is None or timedelta(0) < published - day <= MAX_DELAY):
            return day
    return published


def _header_day(text: str, lower: str, lang: str, start: int, parsed: Parsed, published: date | None) -> date | None:
    meaning = parsed.meaning
    if meaning.day is None or meaning.kind not in (Kind.EXPLICIT, Kind.MONTH):
        return None
    end = start + parsed.end - parsed.start
    if not _BEHIND.match(text, end) or not _BEFORE.search(text[:start]) or _heads_caption(text, start, end):
        return None
    resolved = resolve(meaning, Context(lower, lang, published, is_narrative=False), (start, end))
    return resolved.period.start if resolved.period is not None and resolved.period.unit == "day" else None


def _heads_caption(text: str, start: int, end: int) -> bool:
    """Whether a date alone before a colon tells when a photograph was taken: `April 28: A boat makes its way through oil`."""
    return text[end : end + 1] == ":" and not text[text.rfind("\n", 0, start) + 1 : start].strip()
