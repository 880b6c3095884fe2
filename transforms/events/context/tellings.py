"""Which words of one sentence tell of the same event of a type, and which of one more: "Borg resigned on Monday, and Vella has quit, too".

Belongs here: verbs behind "and" with doers of their own. Does not: which of the words for one event is kept (judge.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.verbs import Tense
from transforms.events.roles.read import DOING
from transforms.events.status.confidence import MIN_CONFIDENCE
from transforms.events.status.statuses import Status

_LATEST: Final = 40  # tellings of a sentence whose doers are compared, so that a hostile one takes linear time
_UNTOLD: Final = frozenset({Tense.INFINITIVE, Tense.PARTICIPLE})


def number_tellings(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate, in the order of the text, which telling of its type it belongs to in its sentence, from 0."""
    first: dict[tuple[int, str], list[set[str]]] = {}
    numbers = []
    for item in candidates:
        told = first.setdefault((item.sentence_index, item.hit.event_type), [])
        doers = {actor.name for actor, role in item.roles if role in DOING}
        if not told or _opens_another(item, doers, told):
            told.append(doers)
        numbers.append(len(told) - 1)
    return numbers


def _opens_another(item: Candidate, doers: set[str], told: Sequence[set[str]]) -> bool:
    """Whether a verb behind "and" has doers of its own, who did nothing of what was told before: `The US closed its embassy, and Malta | recalled | its envoy`."""
    verb = item.hit.verb
    if verb is None or verb.tense in _UNTOLD or item.status is Status.HYPOTHETICAL or item.score < MIN_CONFIDENCE:
        return False
    clause = item.sentence.clauses[item.sentence.clause_at(item.hit.start)]
    if clause.kind is not Kind.COORDINATE or not doers or not _has_subject(item, clause.start):
        return False
    return bool(told[-1]) and all(doers.isdisjoint(others) for others in told[-_LATEST:])


def _has_subject(item: Candidate, start: int) -> bool:
    """Whether one of its doers stands between the beginning of its clause at a token and its verb: not `cut its forecast and warned of losses`."""
    assert item.hit.verb is not None
    starts = item.sentence.starts
    first, last = starts[start], starts[item.hit.verb.start]
    return any(first <= actor.start < last for actor, role in item.roles if role in DOING)
