"""Resolve bare times of day: at noon, in the afternoon, 5:20 p.m.

Belongs here: on which day they lie. Does not: times with their day ("Monday night"), which the grammar reads as one.
"""

from __future__ import annotations

import re
from typing import Final

from transforms.temporal.context import Context, Span
from transforms.temporal.interval import Basis
from transforms.temporal.lexicon import beside_words
from transforms.temporal.meaning import Meaning
from transforms.temporal.period import Period
from transforms.temporal.resolve.resolved import UNRESOLVED, Resolved, dated

# "(Updated 5:31 p.m. (0031 in Cairo)) Borg says ...": when an entry of a live report was written, unless its own weekday stands there, too
_UPDATED: Final = re.compile(r"\(\s*updated?\b(?:(?!day\b)[^()\n])*$")
_STAMP_REACH: Final = 60  # characters between the bracket and a time of day of the stamp
# lines that say when what a transcript holds began and ended: "END 5:20 P.M. EST", "11:14 A.M. EDT", but not "9:00 a.m." in a programme
_TRANSCRIBED: Final = re.compile(
    r"(?:(?:end|begin) )?\d{1,2}[:.]\d\d [ap]\.?m\.? [a-z]{2,5}|(?:end|begin) \d{1,2}[:.]\d\d [ap]\.?m\.?.{0,30}"
)
_LINE_REACH: Final = 40  # characters beside a time in which its line begins and ends
_TRADED_WORDS: Final = 4  # words behind a time of which one says that markets trade then
_TRADED_REACH: Final = 48
_SATURDAY: Final = 5


def resolve_time(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """A bare time of day: on the last day mentioned, else on the reference day.

    On the reference day, too: stamps of live reports and transcripts, and what markets trade at ("up 3 percent in afternoon trading").
    """
    last = context.last("day")
    day = context.today if _is_of_today(last, context, span) else last or context.today
    if day is None:
        return UNRESOLVED
    basis = Basis.RELATIVE if context.is_today(day) else Basis.NARRATIVE
    return dated(day, basis, f"on {day.value}, the day the text speaks of")


def _is_of_today(last: Period | None, context: Context, span: Span) -> bool:
    today, (start, end) = context.today, span
    if today is None or last is None or last == today or context.is_narrative:
        return False
    if _is_stamp(context.lower, start, end):
        return True
    if context.near("day", start) is not None:
        return False
    return today.start.weekday() < _SATURDAY and _is_traded_at(context, end)


def _is_stamp(lower: str, start: int, end: int) -> bool:
    if _UPDATED.search(lower, max(0, start - _STAMP_REACH), start):
        return True
    before, behind = lower[max(0, start - _LINE_REACH) : start], lower[end : end + _LINE_REACH]
    line = before.rpartition("\n")[2] + lower[start:end] + behind.partition("\n")[0]
    return _TRANSCRIBED.fullmatch(" ".join(line.split())) is not None


def _is_traded_at(context: Context, end: int) -> bool:
    """Whether a time is one of a market: `in early afternoon | trade on Nasdaq`."""
    words = re.split(r"[.,;\n]", context.lower[end : end + _TRADED_REACH], maxsplit=1)[0].split()
    return not beside_words(context.lang, "trading").isdisjoint(words[:_TRADED_WORDS])
