"""When an event happened: the date expression that governs a hit, made the event's own interval.

Belongs here: what a date means for a hit: spans from durations, "since", "late July", weeks cut at publication. Does not: which date belongs to
which hit (attachment.py), windows beside other events (windows.py), what other sentences give (context/inherit.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from transforms.events.clauses.placed_dates import PlacedDate, is_effective, length_before, opening_of
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.attachment import distance, is_explained
from transforms.events.dating.attributive import is_attributive
from transforms.events.dating.background import is_known, is_long_over, is_past_subject, is_sudden
from transforms.events.dating.crossings import has_infinitive
from transforms.events.dating.described_dates import is_of_described, is_of_described_subject
from transforms.events.dating.elsewhere import is_of_past_decision
from transforms.events.dating.joined_dates import MAX_SPAN_DAYS, joined
from transforms.events.dating.parts_of_dates import part_of
from transforms.events.dating.past_months import (
    as_it_was_to_be,
    is_bare,
    is_last_month,
    is_weekday,
    of_year,
    was_to_be,
)
from transforms.events.dating.said_there import is_of_paper
from transforms.events.dating.since_phrases import is_state_since
from transforms.events.event_kinds import ARRANGED, CAUSES_OF_DEATH, STATEMENTS
from transforms.events.status.of_verb import is_ranked
from transforms.events.status.statuses import Status
from transforms.events.triggers.hit import Hit
from transforms.temporal import OF_DAYS, Basis, DateExpression, Interval, Precision
from transforms.vocabulary import word_set

_DAYS: Final = re.compile(r"P(\d{1,2})([DW])")
_WEEK: Final = 7  # days
_BETWEEN_REACH: Final = (
    6  # tokens before the second date of "between May 2009 and June 2012, when" in which the first begins
)
_DURATION_REACH: Final = 3  # tokens between a duration and the noun it measures
_CLOSING_REACH: Final = 3  # tokens before a length in which its end is told: `end of its`
_CLOSED_REACH: Final = 2  # tokens behind an event in which its end is told: `that ended`
_COARSE: Final = frozenset({Precision.DECADE, Precision.CENTURY})
_CUT: Final = frozenset({Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR})
_SPANS: Final = frozenset({"visit", "meeting", "exercise", "protest", "attack", "trial"})
_LASTING: Final = word_set("clauses", "lasting")
_PERIODS: Final = frozenset({Precision.YEAR, Precision.QUARTER, Precision.HALF})
_AIMED: Final = frozenset({"demand", "speech", "threat"})
_CLOSING: Final = ("end", "conclud", "finish", "wrap", "complet")
_CLOSES: Final = frozenset({"close", "closes"})  # and not "closed", which says who may come
_SIDE: Final = re.compile(r"(earlier|later)\b", re.IGNORECASE)
_THIS: Final = re.compile(r"\b(?:this|current)\b", re.IGNORECASE)
_LATER: Final = re.compile(
    "later", re.IGNORECASE
)  # "will arrive later on Friday", in a text that came out past midnight
_WEEKDAY: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
MAX_DATES: Final = 12  # dates of a sentence that are looked at for one hit, the nearest ones
_FAR_AHEAD: Final = 30  # days; a nearer day may well be the one to come
# types whose day is known long before
_ANNOUNCED: Final = ARRANGED - {"call"} | {"legislation"}


class Dating(NamedTuple):
    """When a hit happened, which words say so, and how that was worked out."""

    interval: Interval
    basis: Basis
    expression: DateExpression | None
    reason: str


def date_hit(
    sentence: Sentence, hit: Hit, status: Status, dates: Sequence[PlacedDate], published: date | None
) -> Dating | None:
    """The date that the hit's own sentence gives it, or None."""
    if len(dates) > MAX_DATES:  # a table or a list
        dates = sorted(dates, key=lambda placed: abs(placed.start - hit.start))[:MAX_DATES]
    counted = _counted_from(sentence, hit, dates)
    fitting = [
        placed
        for placed in dates
        if placed.start >= counted
        and _fits(sentence, hit, status, placed, published)
        and not _is_aim(sentence, hit, status, placed, published)
    ]
    ranked = [
        (far, index) for index, placed in enumerate(fitting) if (far := distance(sentence, hit, placed)) is not None
    ]
    if not ranked:
        return None
    nearest = _finer(sentence, hit, fitting[min(ranked)[1]], fitting)
    chosen, basis = nearest.expression, nearest.expression.basis
    explained = is_explained(sentence, nearest, sentence.clause_at(hit.start))
    ends = explained and "between" in sentence.words[max(0, nearest.start - _BETWEEN_REACH) : nearest.start]
    interval = chosen.interval if ends else joined(sentence, nearest, dates, lasts=hit.kind in CAUSES_OF_DEATH)
    assert interval is not None and basis is not None
    if _goes_on_since(sentence, hit, nearest, explained=explained):
        return _since(chosen, interval, published)
    interval = _on_its_side(sentence, hit, status, nearest, interval, published)
    if hit.verb is None and is_attributive(sentence, nearest):
        interval = _last_year(hit, chosen, interval, published)
    own = own_days(chosen, interval, status, published)
    spanned = _with_duration(sentence, hit, dates, own)
    reason = chosen.reason if spanned == chosen.interval else f"{chosen.reason}; for this event {spanned.edtf}"
    return Dating(spanned, basis, chosen, reason)


def _on_its_side(
    sentence: Sentence, hit: Hit, status: Status, nearest: PlacedDate, interval: Interval, published: date | None
) -> Interval:
    """The days of an expression on the side of publication on which the event lies."""
    chosen = nearest.expression
    if published is not None and status is Status.PLANNED and was_to_be(sentence, hit):
        interval = as_it_was_to_be(interval, published) if is_bare(chosen) else interval
    else:
        interval = _next_week(chosen, interval, status, published)
    if published is None or interval.start <= published:
        return interval
    known = status is Status.HAPPENED and (is_known(sentence, hit) or is_past_subject(sentence, hit, nearest))
    done = status is Status.HAPPENED and nearest.start >= hit.end and _is_done(sentence, hit)
    known_day = known or status is Status.HAPPENED and is_sudden(sentence, hit, nearest)
    if known_day and is_weekday(chosen) or done and is_weekday(chosen) and "next" not in chosen.text.lower():
        return Interval.of_day(interval.start - timedelta(days=_WEEK))
    if known and is_bare(chosen) or is_last_month(sentence, hit, nearest):
        return of_year(interval, interval.start.year - 1)
    return interval


def _is_done(sentence: Sentence, hit: Hit) -> bool:
    """Whether an infinitive or a gerund names what is over by then: `was the first | to be elected on Monday`, `was forced to resign`, `after raising its forecast`."""
    verb = hit.verb
    if verb is None or verb.tense not in (Tense.INFINITIVE, Tense.PARTICIPLE):
        return False
    if verb.tense is Tense.PARTICIPLE:
        return sentence.words[verb.start - 1] == "after"
    before = sentence.words[sentence.clauses[sentence.clause_at(verb.head)].start : verb.start]
    return verb.governor.endswith("ed") or before[-2:] == ["went", "on"] or is_ranked(before)


def _counted_from(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate]) -> int:
    """The token before which dates are only what a length before the hit's "after" counts from: `fell on Monday, two days after prosecutors charged him`."""
    border = opening_of(sentence, hit.start)
    length = length_before(dates, border) if sentence.words[border] == "after" else None
    return length.start if length is not None else 0


def own_days(chosen: DateExpression, interval: Interval, status: Status, published: date | None) -> Interval:
    """The days of an expression that an event can have: the part that "late" names, and of the present week or month the part before or behind publication."""
    beside = _beside_publication(chosen, interval, published)
    if beside is not None:
        return beside
    own = part_of(chosen, interval)
    return _cut_at_publication(own, status, published) if _THIS.search(chosen.text) else own


def _finer(sentence: Sentence, hit: Hit, nearest: PlacedDate, dates: Sequence[PlacedDate]) -> PlacedDate:
    """The date beside one that only counts or names the event: `its first meeting of 2012 last week`, `the spring meeting held on 24 April`."""
    coarse, clause = nearest.expression.interval, sentence.clause_at(nearest.start)
    if coarse is None:
        return nearest
    counts = nearest.start > 0 and sentence.words[nearest.start - 1] == "of" or _THIS.match(nearest.expression.text)
    names = hit.verb is None and nearest.end == hit.start and coarse.precision is Precision.SEASON
    if not (counts and coarse.precision is Precision.YEAR or names):
        return nearest
    for other in dates:
        fine = other.expression.interval
        if sentence.clause_at(other.start) != clause or fine is None:
            continue
        if coarse.start <= fine.start and fine.end <= coarse.end and fine != coarse:
            return other
    return nearest


def _goes_on_since(sentence: Sentence, hit: Hit, placed: PlacedDate, *, explained: bool) -> bool:
    """Whether what a hit tells of has gone on since a date, which describes no noun: `have shelled the town since Monday`."""
    describes = hit.verb is None and is_attributive(sentence, placed)
    since = placed.expression.signal == "since" and not describes and not explained
    return (since or _opens_since(sentence, hit, placed)) and not is_state_since(hit)


def _opens_since(sentence: Sentence, hit: Hit, placed: PlacedDate) -> bool:
    """Whether a perfect verb is dated by a phrase with "since": `Since the election in May, the office has named 20 people`."""
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    perfect = hit.verb is not None and hit.verb.tense is Tense.PERFECT
    return perfect and "since" in sentence.words[clause.start : placed.start]


def _fits(sentence: Sentence, hit: Hit, status: Status, placed: PlacedDate, published: date | None) -> bool:
    """Whether a hit can have a date: no future date for a past verb, no bare "until" or "by"."""
    expression = placed.expression
    interval = expression.interval
    if (
        interval is None
        or expression.basis is None
        or interval.precision in _COARSE
        or expression.signal in ("until", "till")
    ):
        return False
    if _is_over(status, expression, interval, published) and not was_to_be(sentence, hit):
        return False
    if sentence.words[placed.end : placed.end + 1] == ["deadline"]:  # "set a Saturday deadline"
        return False
    if status is Status.PLANNED and (
        is_of_past_decision(sentence, hit, placed, published) or is_of_paper(sentence, hit, placed)
    ):
        return False
    if is_of_described(sentence, hit, placed, published) or is_of_described_subject(sentence, hit, placed):
        return False
    if status is Status.ONGOING and is_long_over(sentence, hit, placed, published):
        return False
    if status is Status.PLANNED and _is_of_past_clause(sentence, hit, placed, published):
        return False
    ahead = published is not None and interval.start > published
    if ahead and expression.signal == "by" and status is not Status.PLANNED:
        return False
    past = status is Status.HAPPENED and hit.verb is not None and hit.verb.tense in (Tense.PAST, Tense.PERFECT)
    said = status in (Status.HAPPENED, Status.ONGOING) and hit.kind in STATEMENTS - {"speech"}
    return not ((past or said) and ahead) or is_effective(sentence, placed) or is_last_month(sentence, hit, placed)


def _is_of_past_clause(sentence: Sentence, hit: Hit, placed: PlacedDate, published: date | None) -> bool:
    """Whether a day before publication is that of another clause than what is planned: `They marched on Saturday and more protests are planned`."""
    interval = placed.expression.interval
    if interval is None or published is None or interval.end >= published:
        return False
    return sentence.clause_at(placed.start) != sentence.clause_at(hit.start)


def _is_over(status: Status, expression: DateExpression, interval: Interval, published: date | None) -> bool:
    """Whether a date lies behind what is planned; a bare weekday may be read as the one to come."""
    if status is not Status.PLANNED or published is None or interval.end >= published or is_bare(expression):
        return False
    return not is_weekday(expression)


def _is_aim(sentence: Sentence, hit: Hit, status: Status, placed: PlacedDate, published: date | None) -> bool:
    """Whether a day to come, or one that may be it, belongs to what is decided, not to the decision: `votes to withdraw its mission on December 31`."""
    interval = placed.expression.interval
    if status is Status.PLANNED or interval is None or published is None:
        return False
    ahead = interval.start > published
    to_come = is_bare(placed.expression) and (published - interval.end).days > _FAR_AHEAD
    if _is_current_period(interval, published) and placed.start > hit.end and hit.kind in _AIMED:
        to_come = True  # "told them to expect growth this fiscal year"
    return (ahead or to_come) and has_infinitive(sentence, hit.end, placed.start)


def _is_current_period(interval: Interval, published: date) -> bool:
    return interval.precision in _PERIODS and interval.start <= published <= interval.end


def _since(chosen: DateExpression, interval: Interval, published: date | None) -> Dating | None:
    if published is None or interval.start > published:
        return None
    exact = interval.precision in OF_DAYS or interval.start == published
    days = (
        Interval.of_days(interval.start, published)
        if exact
        else Interval(interval.start, published, interval.precision)
    )
    return Dating(days, Basis.RELATIVE, chosen, f"since {chosen.text}, up to publication")


def _next_week(chosen: DateExpression, interval: Interval, status: Status, published: date | None) -> Interval:
    """A bare weekday, day or month of a planned event lies ahead."""
    if status is Status.PLANNED and published is not None and interval.end < published and is_bare(chosen):
        return of_year(interval, interval.start.year + 1)
    bare = (
        status is Status.PLANNED
        and chosen.basis is Basis.RELATIVE
        and _WEEKDAY.search(chosen.text)
        and not _LATER.match(chosen.text)
        and interval.precision in OF_DAYS
    )
    if not bare or published is None or not interval.end < published or (published - interval.start).days >= _WEEK:
        return interval
    start, end = interval.start + timedelta(days=_WEEK), interval.end + timedelta(days=_WEEK)
    return Interval.of_day(start) if start == end else Interval.of_days(start, end)


def _beside_publication(chosen: DateExpression, interval: Interval, published: date | None) -> Interval | None:
    """The side of a current period that is meant: `earlier this year` ends with publication, `later this month` begins with it."""
    side = _SIDE.match(chosen.text)
    if side is None or published is None or not interval.start <= published <= interval.end:
        return None
    if interval.start == interval.end:
        return None
    if side.group(1).lower() == "earlier":
        return _within(interval, interval.start, published)
    return _within(interval, published, interval.end)


def _within(period: Interval, start: date, end: date) -> Interval:
    """A part of a period on some day of which something was; a part of one day is that day."""
    return Interval(start, end, period.precision) if start < end else Interval.of_day(start)


def _last_year(hit: Hit, chosen: DateExpression, interval: Interval, published: date | None) -> Interval:
    """A day or month without a year before a noun of a type that is not announced lies behind: `the October 23 ceasefire agreement`, `the March earthquake`."""
    if published is None or hit.kind in _ANNOUNCED or chosen.basis is not Basis.RELATIVE:
        return interval
    if (interval.start - published).days < _FAR_AHEAD or interval.precision not in (Precision.DAY, Precision.MONTH):
        return interval
    return of_year(interval, interval.start.year - 1)


def _cut_at_publication(interval: Interval, status: Status, published: date | None) -> Interval:
    """A week, month, quarter or year that holds the day of publication: what happened lies before it, what is planned behind it."""
    if published is None or interval.precision not in _CUT or not interval.start <= published <= interval.end:
        return interval
    if status is Status.PLANNED and published < interval.end:
        return _within(interval, published, interval.end)
    if status is Status.PLANNED and interval.precision is Precision.WEEK:  # said on its last day: the week that begins
        return Interval.of_days(published, published + timedelta(days=6))
    if status is Status.HAPPENED and interval.start < published:
        return _within(interval, interval.start, published)
    return interval


def _with_duration(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate], interval: Interval) -> Interval:
    """A day extended by the length that the text gives the event: `arrived on Monday on a three-day visit`, `ended a two-day visit on Monday`."""
    if interval.precision is not Precision.DAY or hit.kind not in _SPANS:
        return interval
    length = _length(sentence, hit, dates)
    if length is None:
        return interval
    rest = timedelta(days=length.n_days - 1)
    if _is_last_day(sentence, hit, length):
        return Interval.of_days(interval.start - rest, interval.start)
    return Interval.of_days(interval.start, interval.start + rest)


class _Length(NamedTuple):
    """How many days an event lasts, and the token at which that is told."""

    n_days: int
    at: int


def _is_last_day(sentence: Sentence, hit: Hit, length: _Length) -> bool:
    """Whether the day is that on which it ends: `ended a two-day visit`, `at the end of its two-day meeting`, `the two-day meeting ending on`."""
    before = sentence.words[max(0, length.at - _CLOSING_REACH) : length.at]
    following = sentence.words[hit.end : hit.end + _CLOSED_REACH]
    around = [sentence.words[hit.start], *before, *([] if "to" in following else following)]
    return any(word.startswith(_CLOSING) or word in _CLOSES for word in around)


def _length(sentence: Sentence, hit: Hit, dates: Sequence[PlacedDate]) -> _Length | None:
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    for placed in dates:
        match = _DAYS.fullmatch(placed.expression.value or "") if placed.expression.type == "DURATION" else None
        if (
            match is None
            or not clause.start <= placed.start < clause.end
            or placed.expression.signal in ("after", "before", "in")
        ):
            continue
        n_days = int(match.group(1)) * (7 if match.group(2) == "W" else 1)
        if 1 < n_days <= MAX_SPAN_DAYS and not _LASTING.isdisjoint(
            sentence.words[placed.end : placed.end + _DURATION_REACH]
        ):
            return _Length(n_days, placed.start)
    return None
