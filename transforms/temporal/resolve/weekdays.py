"""Resolve bare weekdays: "on Friday", "the previous Monday", "Tuesday last week".

Belongs here: which week's day is meant. Does not: days of months that a weekday stands beside (calendar_dates.py).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.temporal.ahead import was_due, was_to_be
from transforms.temporal.context import Context, Span
from transforms.temporal.meaning import Meaning
from transforms.temporal.period import Period
from transforms.temporal.resolve.resolved import UNRESOLVED, Resolved, anchor_words, as_written, dated, relative_basis

_DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JUST_DONE: Final = re.compile(r"\b(?:said|told\s\w+|met|came|held|died|won|[a-z]{3,}ed)\s(?:on\s|late\s|early\s)*$")
_OPENS_PAST: Final = re.compile(r",(?: [\w'’-]+){1,6}? (?:said|told|met|came|held|died|won|[a-z]{3,}ed)\b")
_VERB_REACH: Final = 24  # characters before a weekday
_HALF_WEEK: Final = 3
_OWNER: Final = "'s "  # stands before what somebody owns
_WEEK_DAYS: Final = 7


def resolve_weekday(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """The latest such day up to and including the reference (90.7 %); the next one when the clause speaks of the future.

    "The previous Friday" and "the following Monday" count from the last day of the text.
    """
    anchor = (context.last("day") if meaning.of_last else None) or context.anchor("week")
    if anchor is None or meaning.weekday is None:
        return UNRESOLVED
    if meaning.direction is None and (beside := context.day_beside(meaning.weekday, span[0])) is not None:
        return as_written(beside)
    if meaning.unit == "week":
        monday = anchor.within("week").shifted(meaning.amount).start
        day = Period("day", monday.toordinal() + meaning.weekday)
        return dated(day, relative_basis(context, anchor), f"{anchor_words(context, anchor)}: {day.value}")
    origin = anchor.start
    back = (origin.weekday() - meaning.weekday) % 7
    name = _DAY_NAMES[meaning.weekday]
    if meaning.direction is None and (context.is_label or context.lang == "en" and _is_nearest(context.lower, span)):
        day = Period("day", origin.toordinal() - back + (7 if back > _HALF_WEEK else 0))
        return dated(
            day,
            relative_basis(context, anchor),
            f"'{name}', {anchor_words(context, anchor)}: the nearest one = {day.value}",
        )
    if meaning.direction is None and (behind := _behind_other(meaning.weekday, anchor, context, span)):
        return dated(behind, relative_basis(context, anchor), f"'{name}', the first one behind the day before it")
    if meaning.direction is None and (told := _told_before(meaning.weekday, context, span)):
        return dated(told, relative_basis(context, anchor), f"'{name}', the day that was told of before = {told.value}")
    is_next = meaning.direction == 1 or (meaning.direction is None and context.tense(*span, modals=False) > 0)
    if is_next and back == 1 and meaning.direction is None and context.lang == "en" and was_due(context.lower, span[0]):
        is_next = False  # "was due in court [Tuesday]", said on Wednesday
    if meaning.direction == 0:
        is_next = context.tense_before(span[0]) >= 0
    if meaning.direction is None and not is_next and _is_told_ahead(meaning.weekday, back, context, span):
        is_next = True
    if is_next:
        ahead = 7 - back if back else (7 if meaning.direction == 1 else 0)
        day, which = Period("day", origin.toordinal() + ahead + meaning.amount), "next"
        context.ahead.add(meaning.weekday)
    else:
        back = 7 if meaning.direction == -1 and back == 0 else back
        day, which = Period("day", origin.toordinal() - back + meaning.amount), "latest"
    side = "on or after" if is_next else "on or before"
    reason = f"'{name}', {anchor_words(context, anchor)}: the {which} {name} {side} = {day.value}"
    return dated(day, relative_basis(context, anchor), reason)


def _is_nearest(text: str, span: Span) -> bool:
    """Whether a weekday is the one nearest to publication: "was to meet on Friday", and "will meet later on Friday" in a text that came out past midnight."""
    return was_to_be(text, *span) or text.startswith("later ", span[0])


def _behind_other(weekday: int, anchor: Period, context: Context, span: Span) -> Period | None:
    """The first such day behind the one named right before: it ends a span ("from Monday to [Friday]") or follows one that lies ahead ("for Monday and [Tuesday]")."""
    other = context.range_start(span[0]) or context.row_start(span[0])
    if other is None or other.unit != "day" or abs(other.number - anchor.start.toordinal()) > _WEEK_DAYS:
        return None
    ahead = (weekday - other.start.weekday()) % _WEEK_DAYS
    is_row_of_today = context.is_today(other) and context.range_start(span[0]) is None
    return other.shifted(ahead) if ahead == 1 or ahead and not is_row_of_today else None


def _is_told_ahead(weekday: int, back: int, context: Context, span: Span) -> bool:
    """Whether the text has told of this weekday as lying ahead, and it is nearer than the one that is over: it goes on speaking of it.

    Not right behind a verb in the past ("said on Friday"), nor where it opens a sentence in the past ("On Friday, the council passed").
    """
    if back <= _HALF_WEEK or weekday not in context.ahead or context.is_narrative:
        return False
    if _JUST_DONE.search(context.lower, max(0, span[0] - _VERB_REACH), span[0]):
        return False
    return not _OPENS_PAST.match(context.lower, span[1])


def _told_before(weekday: int, context: Context, span: Span) -> Period | None:
    """The day of "Xi's Monday visit" when the text has just told of that Monday: what is owned is known already, whatever verb follows."""
    last = context.last("day")
    if context.reference is None or last is None or last.unit != "day" or last.start.weekday() != weekday:
        return None
    owned = context.lower[max(0, span[0] - len(_OWNER)) : span[0]].replace("’", "'") == _OWNER
    return last if owned and 0 <= (context.reference - last.start).days < _WEEK_DAYS else None
