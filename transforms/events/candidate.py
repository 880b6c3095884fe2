"""One event as one sentence tells it, before the rest of its article is asked.

Belongs here: the value that reading.py makes, the room context/ judges and extract.py makes a row of. Does not: making and judging it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.events.actors import ActorMention
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.read import Dating
from transforms.events.status.statuses import Status
from transforms.events.triggers.hit import Hit


@dataclass(slots=True)
class Candidate:
    """One hit with everything its own sentence says about it."""

    sentence: Sentence
    sentence_index: int
    hit: Hit
    status: Status
    dating: Dating | None
    roles: list[tuple[ActorMention, str]]
    attributed_to: str | None
    score: float = 0.0
    is_located: bool = False  # of what strikes a place as it does somebody: the clause says where
    in_entry: bool = False  # of a chronicle, which tells what was in the present tense
    others: list[Hit] = field(default_factory=list)
