"""Participles that a sign joins to a name: "U.N.-imposed sanctions", "invested in Norfield Space, selected by the agency".

Belongs here: who acts or is described by the name right before the sign. Does not: participles right behind a noun (of_verb.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import VerbGroup
from transforms.events.triggers.hit import Hit


def hyphened_participle(sentence: Sentence, hit: Hit) -> int:
    """The participle that a hyphen joins to the name of who did it, a verb itself or right before a sanction: `U.N.-| imposed sanctions`; -1 where there is none."""
    first = hit.start if hit.verb is None else hit.verb.start
    for at in (first, first - (hit.kind == "sanction")):
        if at > 1 and sentence.words[at - 1] == "-" and sentence.ends[at - 1] == sentence.starts[at]:
            return at
    return -1


def before_sign(verb: VerbGroup, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """The actor whose name ends right before the sign in front of a participle."""
    return tuple(placed.actor for placed in actors if placed.end == verb.start - 1)


def describes_name(sentence: Sentence, hit: Hit, verb: VerbGroup) -> bool:
    """Whether a participle with its agent describes a name behind a verb and before a comma: `invested in Norfield Space, selected by the agency`."""
    words, at = sentence.words, verb.start
    if at < 2 or not verb.passive or verb.head != at or words[at - 1] != "," or words[hit.end : hit.end + 1] != ["by"]:
        return False
    clause = sentence.clauses[sentence.clause_at(at - 2)]
    return sentence.raw[at - 2][:1].isupper() and sentence.first_finite(clause.start, at - 1) < at - 2
