"""When an event happened: the date expression that governs a hit.

Belongs here: which of a sentence's dates belongs to which hit, spans from durations, windows beside other events. Does not: what the
expressions mean (transforms.temporal), what a paragraph or an earlier mention gives (inherit.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from transforms.events.clauses import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, Kind, Sentence, Tense, looks_finite
from transforms.events.triggers import Hit
from transforms.temporal import Basis, DateExpression, Interval, Precision, window

_SHARING: Final = frozenset({Kind.COORDINATE, Kind.PARTICIPLE, Kind.RESUMED, Kind.SIMULTANEOUS, Kind.PARENTHESIS})
_OTHER_CLAUSE: Final = 100  # distance added for each clause border between a hit and a date
_HEADER_REACH: Final = (
    100  # characters at the start of a text in which a header or dateline gives the day of the report
)
_HEADER: Final = re.compile(r"(?:[^a-z]|\bdate\b|[A-Z][a-z]+)*$")
_DAYS: Final = re.compile(r"P(\d{1,2})([DW])")
_MAX_SPAN_DAYS: Final = 31
_DURATION_REACH: Final = 3  # tokens between a duration and the noun it measures
_VAGUE_UNITS: Final = {"hours": "PTXH", "days": "PXD", "weeks": "PXW", "months": "PXM", "years": "PXY"}
_COARSE: Final = frozenset({Precision.DECADE, Precision.CENTURY})
_NEVER_MODIFIED: Final = (
    PREPOSITIONS | ADVERBS | PRONOUNS | DETERMINERS | {"and", "or", "but", "to", "when", "where", "if", "while"}
)
_SPANS: Final = frozenset({"visit", "meeting", "exercise", "protest", "attack", "trial"})


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date expression at tokens `start`..`end` (end exclusive) of its sentence."""

    expression: DateExpression
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dating:
    """When a hit happened, which words say so, and how that was worked out."""

    interval: Interval
    basis: Basis
    expression: DateExpression | None
    reason: str


def is_header(text: str, expression: DateExpression, published: date | None) -> bool:
    """Whether a date only heads the text, as `date 2023-03-21` or `SAN SALVADOR, 3 JAN 90 --` do."""
    interval = expression.interval
    if expression.start > _HEADER_REACH or interval is None or published is None:
        return False
    before = text[: expression.start]
    if interval.precision is not Precision.DAY or abs((interval.start - published).days) > 1:
        return False
    if re.search(r"\b(?:on|in|since|by)\s*$", before, re.IGNORECASE):
        return False
    behind = text[expression.end : expression.end + 40]
    return bool(
        re.match(r"\s*date\s*$", before)
        or "|" in before
        or re.match(r"[^.\n]{0,30}?(?:--|—|\||BST|GMT|EST|EDT|\bET\b)", behind)
    )


def place_dates(sentence: Sentence, expressions: Sequence[DateExpression]) -> list[PlacedDate]:
    """The date expressions of a sentence with their tokens."""
    return [
        PlacedDate(item, sentence.token_at(item.start), sentence.token_at(item.end - 1) + 1) for item in expressions
    ]


def date_hit(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], published: date | None) -> Dating | None:
    """The date that the hit's own sentence gives it, or None."""
    ranked = [(distance, placed) for placed in dates if (distance := _distance(sentence, hit, placed)) is not None]
    fitting = [(distance, placed) for distance, placed in ranked if _fits(hit, placed.expression, published)]
    if not fitting:
        return None
    chosen = min(fitting, key=lambda pair: pair[0])[1].expression
    interval, basis = chosen.interval, chosen.basis
    if interval is None or basis is None:
        return None
    if chosen.signal == "since":
        return _since(hit, chosen, interval, published)
    spanned = _with_duration(sentence, hit, dates, interval)
    reason = chosen.reason if spanned is interval else f"{chosen.reason}; lasts {spanned.n_days} days"
    return Dating(spanned, basis, chosen, reason)


def _fits(hit: Hit, expression: DateExpression, published: date | None) -> bool:
    """Whether a hit can have a date: no future date for a past verb, no bare "until" or "by"."""
    interval = expression.interval
    if (
        interval is None
        or expression.basis is None
        or interval.precision in _COARSE
        or expression.signal in ("until", "till")
    ):
        return False
    past = hit.verb is not None and hit.verb.tense in (Tense.PAST, Tense.PERFECT)
    return not (past and published is not None and interval.start > published)


def _since(hit: Hit, chosen: DateExpression, interval: Interval, published: date | None) -> Dating | None:
    if published is None or interval.start > published:
        return None
    return Dating(
        Interval.of_days(interval.start, published), Basis.RELATIVE, chosen, f"since {chosen.text}, up to publication"
    )


def _distance(sentence: Sentence, hit: Hit, placed: PlacedDate) -> int | None:
    """How far a date is from a hit in tokens and clause borders; None when it cannot govern the hit."""
    if placed.expression.interval is None:
        return None
    own, other = sentence.clause_at(hit.start), sentence.clause_at(placed.start)
    gap = placed.start - hit.end if placed.start >= hit.end else hit.start - placed.end
    attributive = _is_attributive(sentence, placed)
    if attributive:
        return (
            gap
            if _modifies(sentence, placed, hit)
            else (gap + _OTHER_CLAUSE if own == other and hit.verb is not None else None)
        )
    if own == other:
        return gap + (2 if placed.start < hit.start else 0)
    crossed = _borders(sentence, own, other)
    return None if crossed is None else gap + crossed * _OTHER_CLAUSE


def _borders(sentence: Sentence, own: int, other: int) -> int | None:
    """The number of clause borders that a date may cross to reach a hit, or None when one of them keeps it out."""
    if other < own:
        kinds = [sentence.clauses[index].kind for index in range(other + 1, own + 1)]
        if sentence.clauses[own].kind is Kind.RESUMED and sentence.clauses[other].kind in (
            Kind.RELATIVE,
            Kind.TEMPORAL,
            Kind.CONTENT,
            Kind.SUBORDINATE,
        ):
            return None
        if sentence.clauses[own].kind in _SHARING and sentence.clauses[other].kind not in (
            Kind.RELATIVE,
            Kind.TEMPORAL,
            Kind.REPORT,
        ):
            return len([kind for kind in kinds if kind in _SHARING])
        return None
    kinds = [sentence.clauses[index].kind for index in range(own + 1, other + 1)]
    return len(kinds) if all(kind in _SHARING for kind in kinds) else None


def _is_attributive(sentence: Sentence, placed: PlacedDate) -> bool:
    """Whether a date stands before a noun that it describes: `Monday's attack`, `the August 2017 rally`."""
    words = sentence.words
    following = words[placed.end] if placed.end < len(words) else ""
    if following in ("'s", "’s", "'", "’"):
        return True
    previous = words[placed.start - 1] if placed.start else ""
    if previous not in DETERMINERS or not following[:1].isalpha():
        return False
    return following not in _NEVER_MODIFIED and not looks_finite(words, placed.end)


def _modifies(sentence: Sentence, placed: PlacedDate, hit: Hit) -> bool:
    if not placed.end <= hit.start <= placed.end + 6:
        return False
    between = sentence.words[placed.end : hit.start]
    return not any(word in PREPOSITIONS or word in (",", "and", "that") for word in between)


def _with_duration(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], interval: Interval) -> Interval:
    """A day extended by the length that the text gives the event: `arrived on Monday on a three-day visit`."""
    if interval.precision is not Precision.DAY or hit.event_type not in _SPANS:
        return interval
    n_days = _length(sentence, hit, dates)
    return interval if n_days is None else Interval.of_days(interval.start, interval.start + timedelta(days=n_days - 1))


def _length(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate]) -> int | None:
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    nouns = (
        "visit",
        "trip",
        "tour",
        "summit",
        "meeting",
        "talks",
        "conference",
        "stay",
        "stopover",
        "exercise",
        "drill",
        "exercises",
        "drills",
        "strike",
        "protest",
    )
    for placed in dates:
        match = _DAYS.fullmatch(placed.expression.value or "") if placed.expression.type == "DURATION" else None
        if (
            match is None
            or not clause.start <= placed.start < clause.end
            or placed.expression.signal in ("after", "before", "in")
        ):
            continue
        near = sentence.words[placed.end : placed.end + _DURATION_REACH]
        n_days = int(match.group(1)) * (7 if match.group(2) == "W" else 1)
        if 1 < n_days <= _MAX_SPAN_DAYS and any(word in nouns for word in near):
            return n_days
    return None


def window_beside(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], anchor: Dating) -> Dating | None:
    """The days of a hit in an "after" or "before" clause: `arrived on Monday just days after the court issued a warrant`.

    `anchor` dates the clause before. A vague length may also be less than a day, so that the anchor's own day belongs to the window.
    """
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    signal = sentence.words[clause.start]
    if clause.kind is not Kind.TEMPORAL or signal not in ("after", "before") or clause.start == 0:
        return None
    return _window(sentence, dates, clause.start, anchor, "before" if signal == "after" else "after")


def window_ahead(
    sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], other: int, anchor: Dating
) -> Dating | None:
    """The days of a hit before an "after" or "before" clause whose own event is dated: `met a week after the vote on 3 March`."""
    clause = sentence.clauses[other]
    signal = sentence.words[clause.start]
    if (
        clause.kind is not Kind.TEMPORAL
        or signal not in ("after", "before")
        or sentence.clause_at(hit.start) != other - 1
    ):
        return None
    return _window(sentence, dates, clause.start, anchor, signal)


def _window(
    sentence: Sentence, dates: Sequence[PlacedDate], border: int, anchor: Dating, direction: str
) -> Dating | None:
    placed = next((item for item in dates if item.end == border and item.expression.type == "DURATION"), None)
    value = placed.expression.value if placed else _VAGUE_UNITS.get(sentence.words[border - 1])
    if value is None:
        return None
    days = window(anchor.interval if direction == "after" else Interval.of_day(anchor.interval.start), value, direction)
    if days is None:
        return None
    if "X" in value:
        days = Interval.of_days(min(days.start, anchor.interval.start), max(days.end, anchor.interval.start))
    words = placed.expression.text if placed else sentence.words[border - 1]
    return Dating(
        days, Basis.EVENT, placed.expression if placed else None, f"{words} {direction} {anchor.interval.edtf}"
    )
