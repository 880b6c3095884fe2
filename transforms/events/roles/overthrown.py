"""By whom and whom, where force is what a participle before it was done in: "Idris, overthrown by Vella in the 1969 putsch".

Belongs here: participles with "by" before a noun of force. Does not: agents behind a noun (done_by.py), the participle's own event (of_verb.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.subjects import subject_before
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import BEFALLING

_REACH: Final = 12  # tokens from such a participle to the noun
_AGENT_REACH: Final = 4  # tokens from "by" to who is named behind it
_MEANS: Final = frozenset({"in", "during"})


class Overthrow(NamedTuple):
    """Who used force, and whom it befell."""

    doers: tuple[ActorMention, ...]
    befallen: tuple[ActorMention, ...]


def overthrow_in(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Overthrow | None:
    """Who overthrew, killed or freed whom in what a noun of force names; None where no participle with "by" tells it."""
    if hit.kind != "attack" or hit.verb is not None:
        return None
    words, first = sentence.words, sentence.clauses[sentence.clause_at(hit.start)].start
    for at in range(hit.start - 3, max(first, hit.start - _REACH) - 1, -1):
        if words[at] in BEFALLING and words[at + 1] == "by":
            doer = next((item for item in actors if at + 1 < item.start <= at + 1 + _AGENT_REACH), None)
            if doer is None or doer.end >= hit.start or words[doer.end] not in _MEANS:
                return None
            beside = tuple(item.actor for item in actors if item.end == at - 1 and words[at - 1] == ",")
            befallen = beside or subject_before(sentence, at, actors)
            return Overthrow((doer.actor,), tuple(actor for actor in befallen if actor != doer.actor))
    return None
