"""Dates that a hit has from another sentence of its article.

Belongs here: which dated mention an undated one may take its day from. Does not: dates of the hit's own sentence (dating.py).
Only what the text itself ties together inherits (annotation rule 5: a date of a neighbouring clause of the same happening).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from transforms.events.clauses import DEFINITE, POSSESSIVES, Tense
from transforms.events.dating import Dating
from transforms.events.reading import Candidate
from transforms.events.status import Status
from transforms.temporal import Basis, Precision

_STATEMENTS: Final = frozenset({"speech", "accusation", "demand", "rejection", "threat"})
_OCCASIONS: Final = frozenset({"speech", "meeting", "call", "trial", "visit", "protest"})
_OF_THE_DAY: Final = _STATEMENTS | {"protest"}
_SAYINGS: Final = _STATEMENTS | {"meeting", "call", "publication", "trial"}
_FRESH_DAYS: Final = 10  # the news of a report is no older; older dates belong to its background
_LEAD_SENTENCES: Final = 4
_PRECISE: Final = frozenset({Precision.DAY, Precision.DAYS})


def inherit_dates(candidates: Sequence[Candidate], published: date | None) -> None:
    """Date undated candidates, in place, by the first rule that finds a dated one to follow."""
    rules: tuple[Callable[[Candidate, Sequence[Candidate]], Candidate | None], ...] = (
        _occasion,
        _same_event,
        _same_speaker,
        _day_of_report,
    )
    dated = [item for item in candidates if item.dating is not None and item.dating.interval.precision in _PRECISE]
    if published is not None:
        dated = [
            item for item in dated if item.dating and abs((published - item.dating.interval.start).days) <= _FRESH_DAYS
        ]
    for item in candidates:
        if item.dating is not None or item.status is not Status.HAPPENED:
            continue
        for rule in rules:
            source = rule(item, dated)
            if source is not None:
                item.dating = _inherited(source)
                break


def _inherited(source: Candidate) -> Dating:
    assert source.dating is not None
    words = " ".join(source.sentence.raw[source.hit.start : source.hit.end])
    day = source.dating
    return Dating(day.interval, Basis.INHERITED, day.expression, f"as {words!r} elsewhere in the article: {day.reason}")


def _occasion(item: Candidate, dated: Sequence[Candidate]) -> Candidate | None:
    """The dated occasion that the hit's clause names again: `apologised during the hearing`."""
    words = item.sentence.words
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    for other in dated:
        if other.hit.event_type not in _OCCASIONS or other.hit.verb is not None or other.sentence is item.sentence:
            continue
        noun = other.sentence.words[other.hit.end - 1]
        for at in range(max(clause.start, 2), min(clause.end + 6, len(words))):
            if (
                words[at] == noun
                and words[at - 1] in DEFINITE | POSSESSIVES
                and words[at - 2] in ("at", "during", "in")
            ):
                return other
    return None


def _same_event(item: Candidate, dated: Sequence[Candidate]) -> Candidate | None:
    """A dated mention by the same word with a common actor, when all such mentions agree on the day."""
    same = [
        other for other in dated if other.hit.pattern.lemma == item.hit.pattern.lemma and _names(item) & _names(other)
    ]
    if item.hit.event_type in _STATEMENTS or len({other.dating.interval for other in same if other.dating}) != 1:
        return None
    return same[0]


def _same_speaker(item: Candidate, dated: Sequence[Candidate]) -> Candidate | None:
    """The last dated statement of the same speaker, else one of the lead: what a report of a speech quotes was said there."""
    if item.hit.event_type not in _STATEMENTS or (
        item.hit.verb is not None and item.hit.verb.tense not in (Tense.PAST, Tense.PARTICIPLE)
    ):
        return None
    speakers = _speakers(item)
    said = [
        other
        for other in dated
        if other.hit.event_type in _SAYINGS and speakers & _names(other) and other.sentence is not item.sentence
    ]
    earlier = [other for other in said if other.sentence_index < item.sentence_index]
    lead = [other for other in said if other.sentence_index < _LEAD_SENTENCES]
    return earlier[-1] if earlier else lead[0] if lead else None


def _day_of_report(item: Candidate, dated: Sequence[Candidate]) -> Candidate | None:
    """The one day that a short report is about: where all its fresh dates agree, its plain past statements and protests are of that day."""
    if item.hit.event_type not in _OF_THE_DAY or item.hit.verb is None or item.hit.verb.tense is not Tense.PAST:
        return None
    said = [other for other in dated if other.hit.event_type in _SAYINGS]
    days = {other.dating.interval for other in said if other.dating}
    return said[0] if len(days) == 1 and said[0].sentence_index < _LEAD_SENTENCES else None


def _names(item: Candidate) -> set[str]:
    return {actor.name for actor, _ in item.roles}


def _speakers(item: Candidate) -> set[str]:
    return {actor.name for actor, role in item.roles if role in ("source", "speaker")}
