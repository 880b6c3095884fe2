"""Who has no part in what only stands beside their clause: `Shelling killed three people despite a truce`.

Belongs here: actors that a noun behind "despite" and the like cannot have. Does not: which actors a hit has otherwise (arguments.py, setting.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses import Sentence
from transforms.events.plans import tie_of
from transforms.events.triggers import Hit
from transforms.events.vocabulary import word_set

_BESIDE: Final = frozenset({"despite", "amid", "since", "after", "under"})
_FIGHTING: Final = word_set("clauses", "fighting_parties")
_STRUCK: Final = word_set("clauses", "struck")


def without_bystanders(
    sentence: Sentence, hit: Hit, roles: list[tuple[ActorMention, str]]
) -> list[tuple[ActorMention, str]]:
    """The parties of a truce beside another happening, without those before it who are neither a state nor a force."""
    if hit.event_type != "ceasefire" or hit.verb is not None or tie_of(sentence, hit)[1:2] == ():
        return roles
    if tie_of(sentence, hit)[1] not in _BESIDE:
        return roles
    first = sentence.starts[hit.start]
    return [(actor, role) for actor, role in roles if actor.start >= first or _can_fight(actor)]


def _can_fight(actor: ActorMention) -> bool:
    named = actor.kind != "group" and actor.name[:1].isupper()
    return named or not _FIGHTING.isdisjoint(actor.surface.lower().split())


def is_struck(actor: ActorMention) -> bool:
    """Whether whoever stands before a noun of force is only what was hit: `the embassy bombing`."""
    return actor.kind == "organisation" and actor.name.split()[-1].lower() in _STRUCK
