"""What is still to come where an article has announced it before: "will visit Malta on May 3. During the visit he will meet ...".

Belongs here: nouns that only name again what was planned. Does not: what one sentence says of its own plans (status/), other dates from elsewhere (inherit.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.sentence import Sentence
from transforms.events.context.inherit import inherited
from transforms.events.status.statuses import Status
from transforms.events.words.function_words import DEFINITE, FUTURE, POSSESSIVES

_ANNOUNCED: Final = frozenset({"visit", "meeting", "exercise", "election"})
_GROUP: Final = 4  # tokens before a noun in which its article or owner stands
_NO_PRESENT: Final = frozenset({"was", "has", "does"})


def carry_plans(candidates: Sequence[Candidate]) -> None:
    """Make planned, in place, the nouns that name again what the article has only announced, with its days."""
    told: dict[str, list[Candidate]] = {}
    for item in candidates:
        earlier = told.setdefault(item.hit.event_type, [])
        if _names_again(item) and earlier and all(other.status is Status.PLANNED for other in earlier):
            item.status = Status.PLANNED
            source = next((other for other in earlier if other.dating is not None), None)
            item.dating = inherited(source) if source is not None else None
        earlier.append(item)


def _names_again(item: Candidate) -> bool:
    """Whether a noun with an article or an owner, undated and taken for past, stands in a clause of the present or the future."""
    hit, sentence = item.hit, item.sentence
    if hit.verb is not None or hit.kind not in _ANNOUNCED or item.status is not Status.HAPPENED or item.dating:
        return False
    before = sentence.words[max(0, hit.start - _GROUP) : hit.start]
    known = not (DEFINITE | POSSESSIVES).isdisjoint(before)
    return known and _tells_no_past(sentence, hit.start)


def _tells_no_past(sentence: Sentence, at: int) -> bool:
    """Whether the first verb of the sentence is of the future or the present: `the visit | includes`, `During the visit he | will | meet them`."""
    verb = sentence.first_finite(0, len(sentence.words))
    if verb == len(sentence.words) or sentence.quoted[at]:
        return False
    word = sentence.words[verb]
    return word in FUTURE or word in ("is", "are") or word.endswith("s") and word not in _NO_PRESENT
