"""Dates of mentions that only refer back to an event which the article dates elsewhere: `the genocide`, `he will then travel to Kuwait`.

Belongs here: dates for mentions that say nothing new, given after these are judged: such a date is no evidence for them.
Does not: dates that neighbouring clauses of one happening share (inherit.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.context.inherit import inherited, is_earlier
from transforms.events.event_kinds import SCHEDULED, STATEMENTS
from transforms.events.status.statuses import Status
from transforms.events.words.function_words import DEFINITE, INDEFINITE_ARTICLES, POSSESSIVES
from transforms.temporal import OF_DAYS, Interval

_DETERMINED: Final = DEFINITE | POSSESSIVES
_GROUP: Final = 3  # tokens before a noun in which its article stands
_TERM_REACH: Final = 3  # tokens behind a verdict in which its term stands
_WITH_TERMS: Final = frozenset({"verdict"})
_Named = dict[tuple[str, str], list[Candidate]]


@dataclass(slots=True)
class _Dated:
    """The dated candidates of an article: plans by type and actor, deeds by word and actor, and both by type alone."""

    plans: _Named = field(default_factory=dict)
    deeds: _Named = field(default_factory=dict)
    plans_of: dict[str, list[Candidate]] = field(default_factory=dict)
    deeds_of: dict[str, list[Candidate]] = field(default_factory=dict)

    def add(self, item: Candidate) -> None:
        planned = item.status is Status.PLANNED
        known, key = (self.plans, item.hit.event_type) if planned else (self.deeds, item.hit.pattern.lemma)
        for name in _names(item):
            known.setdefault((key, name), []).append(item)
        (self.plans_of if planned else self.deeds_of).setdefault(item.hit.event_type, []).append(item)


def refer_back(candidates: Sequence[Candidate], published: date | None) -> None:
    """Date undated candidates, in place, by the dated one that they refer to, when all that could be meant agree."""
    dated = _Dated()
    for item in candidates:
        if item.dating is not None:
            dated.add(item)
    if not (dated.plans_of or dated.deeds_of):
        return
    told: dict[tuple[str, str], Candidate] = {}  # the last dated one by type and actor
    for item in candidates:
        if item.dating is None and item.hit.kind not in STATEMENTS:
            source = _source(item, dated)
            if source is not None and _may_follow(item, source, published) and not _is_other_step(item, source, told):
                item.dating = inherited(source)
        elif item.dating is not None:
            told.update({(item.hit.event_type, name): item for name in _names(item)})


def _is_other_step(item: Candidate, source: Candidate, told: Mapping[tuple[str, str], Candidate]) -> bool:
    """Whether a deed goes on from one of another day right before it: `On May 3 Borg was convicted. | He was sentenced | to a year`, with a sentence of 1990 elsewhere."""
    if item.hit.verb is None or item.status is Status.PLANNED or item.sentence is source.sentence:
        return False
    before = (told.get((item.hit.event_type, name)) for name in _names(item))
    near = [other for other in before if other is not None and 0 <= item.sentence_index - other.sentence_index <= 1]
    own, other_term = _term(item), _term(source)
    of_other = bool(own and other_term) and own != other_term
    return of_other or any(_day(other) != _day(source) for other in near)


def _term(item: Candidate) -> list[str]:
    """How long somebody is jailed: `sentenced to | 15 years`, `jailed for | two years`; empty where nothing tells it."""
    words = item.sentence.words[item.hit.end : item.hit.end + _TERM_REACH]
    return words[1:] if item.hit.kind in _WITH_TERMS and words[:1] and words[0] in ("to", "for") else []


def _source(item: Candidate, dated: _Dated) -> Candidate | None:
    if item.status is Status.PLANNED:
        return _only_one(item, dated.plans_of) or _agreed(_shared(item, dated.plans, item.hit.event_type))
    if item.status is not Status.HAPPENED or is_earlier(item):
        return None
    return _agreed(_shared(item, dated.deeds, item.hit.pattern.lemma)) or _only_one(item, dated.deeds_of)


def _may_follow(item: Candidate, source: Candidate, published: date | None) -> bool:
    """Whether a source's date can be the item's: what happened does not lie ahead."""
    assert source.dating is not None
    return item.status is Status.PLANNED or published is None or source.dating.interval.start <= published


def _shared(item: Candidate, known: Mapping[tuple[str, str], list[Candidate]], key: str) -> list[Candidate]:
    """The candidates of a key that share the most actors with an item."""
    if _is_new(item):
        return []
    names = _names(item)
    alike = (other for name in sorted(names) for other in known.get((key, name), ()) if not _is_of_others(item, other))
    found = {id(other): other for other in alike}
    common = {at: len(names & _names(other)) for at, other in found.items()}
    most = max(common.values(), default=0)
    return [other for at, other in found.items() if common[at] == most]


def _only_one(item: Candidate, dated: Mapping[str, list[Candidate]]) -> Candidate | None:
    """The only date of the events of its type, for a definite noun by which one of them is called."""
    words, hit = item.sentence.words, item.hit
    if hit.verb is not None or _DETERMINED.isdisjoint(words[max(0, hit.start - _GROUP) : hit.start]):
        return None
    others = [other for other in dated.get(hit.event_type, ()) if not _is_of_others(item, other)]
    called = [other for other in others if other.sentence.words[other.hit.end - 1] == words[hit.end - 1]]
    if item.status is not Status.PLANNED and hit.kind in SCHEDULED and not all(map(_is_of_days, others)):
        return None  # "the summit" is hardly that of which the text only tells the year
    return _agreed(called if item.status is Status.PLANNED else others) if called else None


def _is_of_days(item: Candidate) -> bool:
    return item.dating is not None and item.dating.interval.precision in OF_DAYS


def _is_new(item: Candidate) -> bool:
    """Whether a noun tells of something for the first time: `after a two-day meeting`."""
    words, hit = item.sentence.words, item.hit
    before = words[max(0, hit.start - _GROUP) : hit.start]
    return hit.verb is None and not INDEFINITE_ARTICLES.isdisjoint(before) and _DETERMINED.isdisjoint(before)


def _is_of_others(item: Candidate, other: Candidate) -> bool:
    """Whether two candidates name different people or things, though perhaps the same state: BP's spill is not the Exxon Valdez spill."""
    one, two = _proper_words(item), _proper_words(other)
    return bool(one and two) and one.isdisjoint(two)


def _proper_words(item: Candidate) -> set[str]:
    """The words of the names of its actors that are no states: "Oqueli" may be the "Hector Oqueli" of another sentence."""
    named = (actor.name for actor, _ in item.roles if actor.kind != "state" and actor.name[:1].isupper())
    return {word for name in named for word in name.split()}


def _agreed(found: Iterable[Candidate]) -> Candidate | None:
    """One of the candidates, when all have the same date."""
    days = {_day(other): other for other in found}
    return next(iter(days.values())) if len(days) == 1 else None


def _day(item: Candidate) -> Interval | None:
    return item.dating.interval if item.dating else None


def _names(item: Candidate) -> set[str]:
    return {actor.name for actor, _ in item.roles}
