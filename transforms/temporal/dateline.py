"""The date in a text's dateline or header: it says when the report was written.

Belongs here: finding that day and choosing the reference. Does not: other dates (resolve/).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from transforms.temporal.context import Context
from transforms.temporal.expression import DateExpression
from transforms.temporal.grammar import Parsed
from transforms.temporal.interval import Basis, Precision
from transforms.temporal.meaning import Kind
from transforms.temporal.resolve import resolve

REACH: Final = 200  # characters at the start of a text in which a dateline stands
MAX_DELAY: Final = timedelta(days=7)  # a report is published at most so long after its dateline
# "BEIJING, March 20 (Xinhua) --", "Moscow, 20 March 2023 -", "ROME, March 20, 2023 /Newswire/ --"
_BEHIND: Final = re.compile(
    r"\)?[ \t]*(?:\([^()\n]{2,30}\)|/[^/\n]{2,60}/)?[ \t]*(?:(?:--|[-\u2013\u2014:|])[ \t]|\r?(?:\n|$))"
)
_BEFORE: Final = re.compile(
    r"(?:\A|\n)[ \t]*(?:date:?|published:?|posted:?|dateline:?|(?:for immediate )?released?:?|[^\n.!?]{0,60}[,(|\u2013\u2014-])?[ \t]*$",
    re.IGNORECASE,
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
    if not _stands_in_dateline(text, start, end):
        return None
    resolved = resolve(meaning, Context(lower, lang, published, is_narrative=False), (start, end))
    return resolved.period.start if resolved.period is not None and resolved.period.unit == "day" else None


def written_day(text: str, expressions: Sequence[DateExpression], published: date | None) -> date | None:
    """The day a text was written, from its date expressions: its dateline's when that has its year and is up to a week before the publication, else the publication's.

    A text in which several such dates head a line is a chronicle, and written when it was published.
    """
    if published is None:
        return None
    heads = [item.start for item in expressions if _may_head(item, published)]
    if not heads or heads[0] > REACH:
        return published
    standing = [
        item for item in expressions if _may_head(item, published) and _stands_in_dateline(text, item.start, item.end)
    ]
    days = {item.interval.start for item in standing if item.interval is not None}
    return days.pop() if len(days) == 1 and standing[0].start <= REACH else published


def _may_head(item: DateExpression, published: date) -> bool:
    """Whether an expression is a full date of the week before the publication."""
    interval = item.interval
    if interval is None or item.basis is not Basis.EXPLICIT or interval.precision is not Precision.DAY:
        return False
    return timedelta(0) < published - interval.start <= MAX_DELAY


def _stands_in_dateline(text: str, start: int, end: int) -> bool:
    """Whether what stands around a date makes it that of a dateline or header."""
    around = _BEHIND.match(text, end) and _BEFORE.search(text[:start])
    return bool(around) and not _heads_caption(text, start, end)


def _heads_caption(text: str, start: int, end: int) -> bool:
    """Whether a date alone before a colon tells when a photograph was taken: `April 28: A boat makes its way through oil`."""
    return text[end : end + 1] == ":" and not text[text.rfind("\n", 0, start) + 1 : start].strip()
