"""When somebody spoke, as the lead of a report says it: `Merkel said on Friday that ...`.

Belongs here: the day of bare reporting verbs, which are no events themselves. Does not: what inherits that day (inherit.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import Placed, place_actors
from transforms.events.clauses.placed_dates import PlacedDate, place_dates
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.attributive import is_attributive
from transforms.events.dating.read import Dating
from transforms.events.roles.read import represented
from transforms.events.roles.subjects import subject_before
from transforms.events.texts.sentences import Span
from transforms.temporal import DateExpression, Precision
from transforms.vocabulary import word_set

LEAD_SENTENCES: Final = 4
_OPENING: Final = 2  # sentences at the start of a report in which also who does something `saying` something counts
_REACH: Final = 5  # tokens between a reporting verb and its day
_FRESH_DAYS: Final = 10
_VERBS: Final = word_set("clauses", "sayings")
_SPEAKING: Final = word_set("clauses", "speaking")
_QUOTING: Final = frozenset({"quoted", "cited", "quotes", "cites"})


def read_sayings(
    text: str,
    sentences: Sequence[Span],
    expressions: Sequence[DateExpression],
    actors: Sequence[ActorMention],
    published: date | None,
) -> dict[str, Dating]:
    """The day on which each speaker of the lead spoke, by the speaker's name."""
    sayings: dict[str, Dating] = {}
    if published is None:
        return sayings
    for span in sentences[:LEAD_SENTENCES]:
        dates = [item for item in expressions if span.start <= item.start < span.end and _is_fresh_day(item, published)]
        if not dates:
            continue
        sentence = Sentence(text, span)
        sentence.tell_dates([(item.start, item.end) for item in dates])
        placed_actors = place_actors(sentence, [actor for actor in actors if span.start <= actor.start < span.end])
        for at in (index for index, word in enumerate(sentence.words) if word in _VERBS):
            unquoted = [item for item in place_dates(sentence, dates) if not sentence.quoted[item.start]]
            near = [item for item in unquoted if min(abs(item.start - at), abs(at - item.end)) <= _REACH]
            for speaker in _speakers(sentence, at, placed_actors) if near else ():
                _note(sayings, speaker, near[0].expression)
        for placed in place_dates(sentence, dates) if span in sentences[:_OPENING] else ():
            for doer in _doers(sentence, placed, placed_actors):
                _note(sayings, doer, placed.expression)
    return sayings


def _note(sayings: dict[str, Dating], speaker: ActorMention, day: DateExpression) -> None:
    """Note when somebody spoke; a group also by its noun alone: `U.S. bondholders` are "the bondholders" afterwards."""
    assert day.interval is not None and day.basis is not None
    spoken = Dating(day.interval, day.basis, day, day.reason)
    name = represented(speaker).name
    sayings.setdefault(name, spoken)
    if speaker.kind == "group":
        sayings.setdefault(name.split()[-1], spoken)


def _doers(sentence: Sentence, placed: PlacedDate, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who did something on a day that the report opens with, speaking: `Borg tried to calm his voters on Friday, saying ...`."""
    clause = sentence.clauses[sentence.clause_at(placed.start)]
    if sentence.quoted[placed.start] or clause.kind is not Kind.MAIN or is_attributive(sentence, placed):
        return ()
    verb = sentence.first_finite(clause.start, clause.end)
    speaking = sentence.words[clause.end + 1 : clause.end + 2]
    return subject_before(sentence, verb, actors) if verb < clause.end and _SPEAKING.issuperset(speaking) else ()


def _speakers(sentence: Sentence, at: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who speaks by the reporting verb at a token: its subject, or who is quoted: `The magazine quoted Trichet on Saturday as saying`."""
    if sentence.words[at] not in _QUOTING:
        return subject_before(sentence, at, actors)
    behind = [placed.actor for placed in actors if placed.start == at + 1]
    return tuple(behind) if "as" in sentence.words[at : at + 2 * _REACH] else ()


def _is_fresh_day(item: DateExpression, published: date) -> bool:
    interval = item.interval
    if interval is None or item.basis is None or interval.precision is not Precision.DAY:
        return False
    return 0 <= (published - interval.start).days <= _FRESH_DAYS
