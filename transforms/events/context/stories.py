"""Days of deeds that are told in several sentences: "On May 3, 2012, Borg followed a woman. He is accused of then stabbing her".

Belongs here: sentences that go on from one which a full date opens. Does not: other dates from elsewhere in an article (inherit.py), lists of dated entries (chronicle.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.read import Dating
from transforms.events.event_kinds import CAUSES_OF_DEATH
from transforms.events.status.statuses import Status
from transforms.events.texts.sentences import Span
from transforms.temporal import OF_DAYS, Basis, DateExpression

MAX_SENTENCES: Final = 4  # behind the one with the day
_TOLD: Final = frozenset({Tense.PAST, Tense.PARTICIPLE})
_STATUSES: Final = frozenset({Status.HAPPENED, Status.ALLEGED})
# words that may stand before the day of a story, and no subject or verb
_OPENING: Final = re.compile(
    r"(?:(?:at|about|around|approximately|early|late|shortly|before|after|on|in|the|of|or|near|between|sometime|during"
    r"|morning|afternoon|evening|night|hours|midnight|noon|[ap]\.?m\.?|[\d:]+)[\s,]+)*",
    re.IGNORECASE,
)
# what is told of such a sentence's day happened in a case, and its deeds long before
_OF_CASE: Final = re.compile(
    r"\b(?:arrest|convict|sentenc|charg|indict|arraign|plead|pled|testif|trial|court|jury|verdict|guilty|surrender|search)",
    re.IGNORECASE,
)
_THERE: Final = "scene"  # "died at the scene"
_SHORTEST_NAME: Final = 3  # letters
# what was not on the day that a story is of
_APART: Final = frozenset(
    {
        "later",
        "after",
        "earlier",
        "previously",
        "before",
        "had",
        "since",
        "subsequently",
        "eventually",
        "again",
        "another",
    }
)


def date_stories(
    candidates: Sequence[Candidate], text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression]
) -> None:
    """Date, in place, undated deeds by the day that opens the sentence from which theirs goes on, of one who is named in both."""
    days: dict[int, tuple[int, Dating]] | None = None
    for item in candidates:
        if item.dating is not None or not _is_deed(item):
            continue
        if days is None:
            days = _days_of_stories(text, sentences, expressions)
        first, dating = days.get(item.sentence_index, (-1, None))
        if dating is not None and _is_named(item, text[sentences[first].start : sentences[first].end]):
            item.dating = dating


def _is_deed(item: Candidate) -> bool:
    """Whether a verb tells a deed of force, and its sentence does not put it at another time."""
    hit = item.hit
    if hit.verb is None or hit.verb.tense not in _TOLD or item.status not in _STATUSES:
        return False
    if hit.kind not in CAUSES_OF_DEATH and not (hit.kind == "death" and _THERE in item.sentence.vocabulary):
        return False
    return _APART.isdisjoint(item.sentence.vocabulary)


def _is_named(item: Candidate, told: str) -> bool:
    """Whether the sentence with the day names one of those who have a part in a deed."""
    names = (actor.name.rpartition(" ")[2] for actor, _ in item.roles if actor.name[:1].isupper())
    return any(len(name) >= _SHORTEST_NAME and name in told for name in names)


def _days_of_stories(
    text: str, sentences: Sequence[Span], expressions: Sequence[DateExpression]
) -> dict[int, tuple[int, Dating]]:
    """The sentence with the day, and that day, by the sentence that goes on from it; any other date ends a story."""
    days: dict[int, tuple[int, Dating]] = {}
    starts = [item.start for item in expressions]
    first, story = -1, None
    for index, (start, end) in enumerate(sentences):
        inside = [
            item
            for item in expressions[bisect_left(starts, start) : bisect_left(starts, end)]
            if item.interval is not None
        ]
        if inside:
            of_case = _OF_CASE.search(text, start, end) is not None
            first, story = index, None if of_case else _opening_day(text, start, inside)
        elif story is not None and index - first <= MAX_SENTENCES:
            days[index] = first, story
    return days


def _opening_day(text: str, start: int, inside: Sequence[DateExpression]) -> Dating | None:
    """The one day with its year that opens a sentence; None where others stand there, too."""
    day = inside[0]
    if len({item.interval for item in inside}) > 1 or day.interval is None or day.precision not in OF_DAYS:
        return None
    full = next((item for item in inside if item.basis is Basis.EXPLICIT), None)
    if full is None or not _OPENING.fullmatch(text, start, day.start):
        return None
    return Dating(day.interval, Basis.INHERITED, full, f"in the story that begins on that day: {full.reason}")
