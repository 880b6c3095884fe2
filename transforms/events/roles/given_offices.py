"""Who is given an office by a participle that reads as a verb: "Karl Borg named chief executive of Norfield Bank", "ANNA VELLA ELECTED CHAIR".

Belongs here: seeing such passives, which headlines have without "was". Does not: verbs with their objects (of_verb.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import DETERMINERS, POSSESSIVES
from transforms.vocabulary import word_set

_GIVING: Final = frozenset({"appointed", "confirmed", "elected", "named", "nominated"})
_HEADS: Final = frozenset(role.split()[-1] for role in word_set("titles", "roles"))
_BEHIND_HEAD: Final = re.compile(r" (?:at|for|in|of|to)\b")


def holders_of_given_office(
    sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """The persons before such a participle, where an office without article and holder stands right behind it; none for other verbs."""
    verb = hit.verb
    if verb is None or verb.passive or verb.start != verb.head or sentence.words[verb.head] not in _GIVING:
        return ()
    office = next((item for item in actors if item.start == verb.head + 1), None)
    if office is None or not _is_office(sentence, office):
        return ()
    return subject if subject and all(actor.kind == "person" for actor in subject) else ()


def _is_office(sentence: Sentence, item: Placed) -> bool:
    """Whether an actor is an office that nobody is named for."""
    words = sentence.words
    if item.actor.kind != "person" or item.actor.pronoun or words[item.start] in DETERMINERS | POSSESSIVES:
        return False
    return _BEHIND_HEAD.split(item.actor.surface.lower())[0].split()[-1] in _HEADS
