"""When somebody spoke, as the lead of a report says it: `Merkel said on Friday that ...`.

Belongs here: the day of bare reporting verbs, which are no events themselves. Does not: what inherits that day (inherit.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses import Sentence
from transforms.events.dating import Dating, place_dates
from transforms.events.roles import Placed, place_actors, represented, subject_before
from transforms.events.sentences import Span
from transforms.events.vocabulary import word_set
from transforms.temporal import DateExpression, Precision

LEAD_SENTENCES: Final = 4
_REACH: Final = 5  # tokens between a reporting verb and its day
_FRESH_DAYS: Final = 10
_VERBS: Final = word_set("clauses", "sayings")
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
        sentence = Sentence(text, span, [(item.start, item.end) for item in dates])
        placed_actors = place_actors(sentence, [actor for actor in actors if span.start <= actor.start < span.end])
        for at in (index for index, word in enumerate(sentence.words) if word in _VERBS):
            unquoted = [item for item in place_dates(sentence, dates) if not sentence.quoted[item.start]]
            near = [item for item in unquoted if min(abs(item.start - at), abs(at - item.end)) <= _REACH]
            for speaker in _speakers(sentence, at, placed_actors) if near else ():
                day = near[0].expression
                assert day.interval is not None and day.basis is not None
                sayings.setdefault(represented(speaker).name, Dating(day.interval, day.basis, day, day.reason))
    return sayings


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
