"""Events dated by another event: `days after the court issued a warrant`.

Belongs here: the two sides of an "after" or "before" clause. Does not: the arithmetic of windows (transforms.temporal).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_dates import PlacedDate, length_before, opening_of
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.read import Dating
from transforms.events.triggers.hit import Hit
from transforms.temporal import Basis, Interval, Precision, window

_REACTIONS: Final = frozenset({"rejection", "accusation"})
_ANTECEDENT_REACH: Final = 12  # tokens between the words of an event and the clause that tells how it was received
_OF_TERMS: Final = frozenset({"to", "for", "of"})  # before how long somebody is jailed
_SHORTLY: Final = frozenset({"shortly", "soon", "immediately"})
_COARSE: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.YEAR})
_YEARS: Final = re.compile(r"P\d{1,3}Y")
_VAGUE_UNITS: Final = {"hours": "PTXH", "days": "PXD", "weeks": "PXW", "months": "PXM", "years": "PXY"}


def window_behind(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], anchor: Dating) -> Dating | None:
    """The days of a hit inside an "after" or "before" clause, from the date of the clause before it."""
    border = opening_of(sentence, hit.start)
    signal = _signal(sentence, border)
    return _window(sentence, dates, border, anchor, "before" if signal == "after" else "after") if signal else None


def dating_before(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate]) -> Dating | None:
    """The day of the clause before an "after" clause that a length of time counts from: `fell on Monday, two days after prosecutors charged him`."""
    border = opening_of(sentence, hit.start)
    length = length_before(dates, border)
    if length is None or _signal(sentence, border) != "after":
        return None
    own = sentence.clauses[sentence.clause_at(border) - 1]
    for item in dates:
        interval, basis = item.expression.interval, item.expression.basis
        if own.start <= item.start < length.start and interval is not None and basis is not None:
            years = interval.precision is Precision.YEAR and _YEARS.fullmatch(length.expression.value or "")
            exact = interval.precision is Precision.DAY or bool(years)
            return Dating(interval, basis, item.expression, item.expression.reason) if exact else None
    return None


def window_ahead(sentence: Sentence, dates: Sequence[PlacedDate], border: int, anchor: Dating) -> Dating | None:
    """The days of a hit before an "after" or "before" clause at token `border`, from the date of that clause."""
    signal = _signal(sentence, border)
    return _window(sentence, dates, border, anchor, signal) if signal else None


def window_behind_opening(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], anchor: Dating) -> Dating | None:
    """The days of a hit behind a phrase that opens its sentence, from the date of that phrase: `Two days before the vote on Monday, troops were deployed`."""
    index = sentence.clause_at(hit.start)
    if sentence.clauses[index].kind is not Kind.RESUMED or index < 2:
        return None
    return window_ahead(sentence, dates, sentence.clauses[index - 1].start, anchor)


def window_of_reaction(
    sentence: Sentence, hit: Hit, event: Hit, anchor: Dating, published: date | None
) -> Dating | None:
    """The days of a reaction in a relative clause: between the event that it answers and the report, `published a plan last month, which was rejected`."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    told = hit.verb is not None and hit.verb.tense in (Tense.PAST, Tense.PERFECT)
    relative = clause.kind is Kind.RELATIVE and sentence.words[clause.start] in ("which", "that")
    near = (
        0 <= clause.start - event.end <= _ANTECEDENT_REACH
        and sentence.first_finite(event.end, clause.start) == clause.start
    )
    if hit.kind not in _REACTIONS or not (told and relative and near):
        return None
    if published is None or anchor.interval.start > published:
        return None
    days = Interval.of_days(anchor.interval.start, published)
    return Dating(days, Basis.EVENT, anchor.expression, f"between {anchor.interval.edtf} and publication")


def until_report(dating: Dating, published: date | None) -> Dating:
    """The days of what has happened, of which those behind the report are none: `days after the vote on Monday`, told on Tuesday."""
    days = dating.interval
    if published is None or not days.start <= published < days.end:
        return dating
    return dating._replace(interval=Interval.of_days(days.start, published))


def _signal(sentence: Sentence, border: int) -> str | None:
    clause = sentence.clauses[sentence.clause_at(border)]
    word = sentence.words[border]
    return word if clause.kind is Kind.TEMPORAL and border and word in ("after", "before") else None


def _window(
    sentence: Sentence, dates: Sequence[PlacedDate], border: int, anchor: Dating, direction: str
) -> Dating | None:
    """The window beside an anchor's first day; a vague length may also be less than a day, so that this day belongs to it."""
    placed = length_before(dates, border)
    if placed is not None and sentence.words[placed.start - 1] in _OF_TERMS:
        return None  # "sentenced to 15 years after his conviction"
    value = placed.expression.value if placed else _VAGUE_UNITS.get(sentence.words[border - 1])
    if value is None and sentence.words[border - 1] in _SHORTLY and anchor.interval.precision in _COARSE:
        return Dating(
            anchor.interval, Basis.EVENT, None, f"{sentence.words[border - 1]} {direction} {anchor.interval.edtf}"
        )
    first = anchor.interval if direction == "after" else Interval.of_day(anchor.interval.start)
    days = window(first, value, direction) if value else None
    if days is None or value is None:
        return None
    if "X" in value:
        days = Interval.of_days(min(days.start, first.start), max(days.end, first.end))
    words = placed.expression.text if placed else sentence.words[border - 1]
    return Dating(
        days, Basis.EVENT, placed.expression if placed else None, f"{words} {direction} {anchor.interval.edtf}"
    )
