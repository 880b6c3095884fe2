"""Tag the date expressions of one text: find, resolve, validate in one pass.

Belongs here: the order of the stages. Does not: what happens in each.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Final

from transforms.temporal.context import Context
from transforms.temporal.dateline import reference_day
from transforms.temporal.expression import DateExpression
from transforms.temporal.find import find
from transforms.temporal.grammar import Parsed
from transforms.temporal.interval import Interval, Precision
from transforms.temporal.lexicon import LANGUAGES
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.mode import excursions, is_essay, is_narrative, written_dates
from transforms.temporal.resolve import Resolved, resolve
from transforms.temporal.scan import lowered
from transforms.vocabulary import vocabulary_text

_CODE_VERSION: Final = "23"
TAGGER_VERSION: Final = hashlib.sha256(
    "\n".join([_CODE_VERSION, *(vocabulary_text(f"dates_{lang}") for lang in (*LANGUAGES, "other"))]).encode()
).hexdigest()[:16]
MODES: Final = ("auto", "news", "narrative")

_SIGNAL_AFTER: Final = re.compile(r"\s{1,3}(after|before)\b")
_SIGNALS_BEFORE: Final = frozenset(
    [
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "between",
        "and",
        "before",
        "after",
        "on",
        "in",
        "for",
        "during",
        "through",
    ]
)
_OPENING: Final = "([\"'\u2018\u201c\u2013\u2014-"
# what stands between a time of day and its day: "10:00 local time (0800 UTC) on Friday", "8:30 a.m. to 4:30 p.m. Monday"
_BEFORE_DAY: Final = re.compile(
    r"[\s,)]{0,3}(?:\([^()\n]{1,16}\)\s)?(?:[^\W\d]{1,20} time\s)?(?:trad(?:e|ing)\s)?(?:(?:on|to|until|and|or|-|\u2013)\s?)?"
)
# by names of their own: Python 3.11 takes 0.1 to 0.3 us to look up a member of an enumeration
_TIME: Final = Kind.TIME
_YEAR_BEFORE: Final = Kind.YEAR_BEFORE
_NARRATIVE_OFFSET: Final = Kind.NARRATIVE_OFFSET
_OFFSET: Final = Kind.OFFSET
_SINCE: Final = " since "  # "the most since [March 2009], after a fall the month before"
_REACH: Final = 12  # characters beside an expression in which its signal stands
_APPROXIMATE_MODS: Final = frozenset({"START", "MID", "END", "APPROX"})


def tag(text: str, reference: date | None, lang: str = "en", mode: str = "auto") -> list[DateExpression]:
    """The date expressions of a text, ordered by start, never overlapping.

    `reference` is the publication day; without it only what the text itself dates is resolved. `mode` is "news", "narrative" (relative
    expressions count from the last date of the text) or "auto".

    Raises:
        ValueError: the mode is not one of `MODES`.
    """
    if mode not in MODES:
        raise ValueError(f"mode must be one of {', '.join(MODES)}, not {mode!r}")
    lower = lowered(text, lang)
    found = find(text, lower, lang)
    narrative = mode == "narrative" or (mode == "auto" and is_narrative(text, found, reference, lang))
    reference = reference if narrative else reference_day(text, lower, lang, found, reference)
    aside = excursions(found) if narrative else frozenset()
    written = written_dates(found, aside) if narrative else ()
    context = Context(lower, lang, reference, narrative, is_essay=is_essay(found, len(text), lang), written=written)
    expressions = []
    for index, (start, parsed) in enumerate(found):
        if parsed.meaning.is_background and not narrative:
            continue
        if parsed.meaning.kind is _TIME:
            _remember_day_behind(found, index, context)
        expressions.append(_expression(text, start, parsed, context, moves=start not in aside))
    return expressions


def _remember_day_behind(found: list[tuple[int, Parsed]], index: int, context: Context) -> None:
    """A time of day belongs to the day that follows in its sentence: "at 10:00 local time (0800 UTC) on Friday"."""
    start, parsed = found[index]
    end = start + parsed.end - parsed.start
    behind = (one for one in found[index + 1 : index + 3] if one[1].meaning.kind is not _TIME)
    following, day = next(behind, (end, parsed))
    if day is parsed or not _BEFORE_DAY.fullmatch(context.lower, end, following):
        return
    stop = following + day.end - day.start
    period = resolve(day.meaning, context, (following, stop)).period
    if period is not None and period.unit == "day":
        context.remember(period, end)


def _expression(text: str, start: int, parsed: Parsed, context: Context, *, moves: bool) -> DateExpression:
    end = start + parsed.end - parsed.start
    meaning = parsed.meaning
    resolved = resolve(meaning, context, (start, end))
    counts_from_last = meaning.of_last or meaning.kind is _NARRATIVE_OFFSET
    moves = moves and not (counts_from_last and context.aside_before("year", start) is not None)
    if resolved.period is not None and not moves:
        context.remember_aside(resolved.period, end)
    elif resolved.period is not None and not _looks_back(meaning, context, start):
        context.remember(resolved.period, end)
    elif meaning.type == "DURATION":
        context.remember_length(meaning.value or "")
    interval = _interval(resolved, meaning.mod)
    return DateExpression(
        start,
        end,
        text[start:end],
        meaning.type,
        _value(meaning, resolved),
        meaning.mod,
        interval,
        interval.precision if interval else Precision.UNKNOWN,
        resolved.basis,
        _signal(context.lower, start, end, meaning.type),
        resolved.reason,
    )


def _value(meaning: Meaning, resolved: Resolved) -> str | None:
    """The TIMEX3 value; a length of time keeps its own where the text also says when it lies ("vor zwei Jahren")."""
    if meaning.type == "DURATION" and meaning.value is not None:
        return meaning.value
    return resolved.value + meaning.time if resolved.value else resolved.value


def _looks_back(meaning: Meaning, context: Context, start: int) -> bool:
    """Whether a date only compares with the past, or is one that somebody looks ahead to ("two years ago", "by next summer" in a history): the text goes on from where it was."""
    if meaning.kind is _YEAR_BEFORE or (meaning.kind is _NARRATIVE_OFFSET and meaning.amount < 0):
        return True
    if not context.is_narrative:
        return meaning.month is not None and context.lower.endswith(_SINCE, 0, start)
    is_next = meaning.direction == 1 and meaning.kind is not _NARRATIVE_OFFSET and not meaning.of_last
    return is_next or meaning.kind is _OFFSET and meaning.amount < 0


def _interval(resolved: Resolved, mod: str | None) -> Interval | None:
    interval = resolved.period.interval if resolved.period else None
    if interval is None or mod not in _APPROXIMATE_MODS:
        return interval
    if mod != "APPROX" and interval.precision is Precision.DAY:
        return interval  # "late on Monday" is that day and no other
    return Interval(interval.start, interval.end, interval.precision, approximate=True)


def _signal(lower: str, start: int, end: int, kind: str) -> str | None:
    if kind == "DURATION":
        behind = _SIGNAL_AFTER.match(lower, end, end + _REACH)
        if behind:
            return behind.group(1)
    before = lower[start - _REACH if start > _REACH else 0 : start]
    if not before[-1:].isspace():
        return None
    words = before.split()
    word = words[-1].lstrip(_OPENING) if words else ""
    return word if word in _SIGNALS_BEFORE else None
