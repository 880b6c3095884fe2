"""Months and days without a year that lie ahead, but that a verb in the past dates: those of the year before.

Belongs here: which expressions are bare, and what shows that they are past. Does not: what a date means otherwise (read.py).
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.event_kinds import HARMFUL
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BE, HAVE
from transforms.temporal import Basis, DateExpression, Interval, Precision
from transforms.vocabulary import word_set

_DAY_DIGITS: Final = 2
_PARTS: Final = frozenset({"early", "late", "mid"})  # of a month
_WEEKDAY: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_IN: Final = (["in"], ["on"])
_WHERE: Final = frozenset(
    {"in", "on", "at", "near", "across", "out", "the", "to"}
)  # words of a place, which may stand before the day
_WAS: Final = frozenset({"was", "were", "been"})
_DUE: Final = word_set("clauses", "due")
_PREDICATE_REACH: Final = 4  # tokens behind a noun in which stands that it was to be
_LOOK_BACK: Final = 12  # tokens before a noun in which stands that it had been planned
_GROUP: Final = 4  # tokens before an infinitive in which stands the verb that it depends on
_JUST_PASSED: Final = 60  # days
_AUXILIARIES: Final = BE | HAVE
_PLANS: Final = word_set("clauses", "planned_verbs")
_SUDDEN: Final = HARMFUL | {"arrest"}  # whatever their verb has as its object, its day is theirs
_TO_COME: Final = frozenset({"to", "ahead"})  # "arrested 40 people ahead of the vote on 20 March"
_BEGAN: Final = word_set("clauses", "irregular_beginnings")


def is_last_month(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a bare month or day to come stands behind a plainly past verb, which it dates: `proposed in December that ...`, `Riots broke out in Rome in March`."""
    own, other = sentence.clause_at(hit.start), sentence.clause_at(placed.start)
    if not is_bare(placed.expression) or own != other and not _is_described(sentence, hit, other):
        return False
    verb = hit.end - 1
    if hit.verb is None:
        verb = sentence.first_finite(hit.end, placed.start)
        if verb == placed.start or not _is_past(sentence.words[verb]):
            return False
    elif hit.verb.tense is not Tense.PAST or hit.verb.passive:
        return False
    between = sentence.raw[verb + 1 : placed.start]
    if hit.verb is not None and hit.kind in _SUDDEN:
        return between[-1:] in _IN and _TO_COME.isdisjoint(between)
    return between[-1:] in _IN and all(word[:1].isupper() or word in _WHERE for word in between)


def _is_described(sentence: Sentence, hit: Hit, other: int) -> bool:
    """Whether a clause describes the noun right before it: `the earthquake | that hit Malta in June`."""
    clause = sentence.clauses[other]
    return hit.verb is None and clause.kind is Kind.RELATIVE and clause.start == hit.end


def _is_past(word: str) -> bool:
    """Whether a finite verb is one of the past, and none that plans."""
    return word not in _AUXILIARIES and word not in _PLANS and (word.endswith("ed") or word in _BEGAN)


def was_to_be(sentence: Sentence, hit: Hit) -> bool:
    """Whether a past verb tells when something was to be, so that its day may have passed: `was due to arrive on 3 July`, `The trial was scheduled for May`."""
    words, verb = sentence.words, hit.verb
    if verb is None:
        return any(
            before in _WAS and due in _DUE for before, due in pairwise(words[hit.end : hit.end + _PREDICATE_REACH])
        ) or _had_been_due(words[max(0, hit.start - _LOOK_BACK) : hit.start])
    if not _DUE.isdisjoint(words[verb.head : hit.end]):
        return words[verb.head] in _WAS
    if verb.tense is not Tense.INFINITIVE or verb.governor not in _DUE | _WAS:
        return False
    if verb.governor in _WAS:
        return True
    return not _WAS.isdisjoint(words[max(0, verb.start - _GROUP) : verb.start])


def _had_been_due(before: list[str]) -> bool:
    """Whether the words before a noun say that it had been planned: `had been due to speak at the | conference`."""
    return any(before[at : at + 2] == ["had", "been"] and before[at + 2] in _DUE for at in range(len(before) - 2))


def as_it_was_to_be(interval: Interval, published: date) -> Interval:
    """The days of a bare day or month that was to be: those just passed rather than those of a year later."""
    year = interval.start.year - 1
    before = of_year(interval, year)
    return before if 0 <= (published - before.end).days <= _JUST_PASSED else interval


def of_year(interval: Interval, year: int) -> Interval:
    """The same days or month of a year, by their first day."""
    if interval.precision is Precision.MONTH:
        return Interval.of_month(year, interval.start.month)
    try:
        first = interval.start.replace(year=year)
        if interval.start == interval.end:
            return Interval.of_day(first)
        last = interval.end.replace(year=year + interval.end.year - interval.start.year)
        return Interval(first, last, interval.precision)
    except ValueError:  # 29 February
        return interval


def is_weekday(expression: DateExpression) -> bool:
    """Whether an expression is a day of the week: of something planned it is the next one."""
    return expression.precision is Precision.DAY and _WEEKDAY.search(expression.text) is not None


def is_named_day(expression: DateExpression) -> bool:
    """Whether an expression is a day by its month: `3 January`, `on 3 January 2020`, and neither a weekday nor "yesterday"."""
    return expression.precision is Precision.DAY and (expression.basis is Basis.EXPLICIT or is_bare(expression))


def is_bare(expression: DateExpression) -> bool:
    """Whether an expression is only a month, or a day of one, without its year: of something planned it is the next one."""
    if expression.basis is not Basis.RELATIVE:
        return False
    words = expression.text.replace(",", "").split()
    numbers = [word for word in words if word.isdigit()]
    if expression.precision is Precision.MONTH:
        name = words[-1].removeprefix("mid-")
        return len(words) == 1 + (words[0] in _PARTS) and name[:1].isupper()
    named = all(word[:1].isupper() for word in words if not word.isdigit())
    return expression.precision is Precision.DAY and named and len(numbers) == 1 and len(numbers[0]) <= _DAY_DIGITS
