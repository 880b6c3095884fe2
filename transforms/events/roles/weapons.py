"""Who uses a weapon that hurts somebody, and whom an attack hurts by a clause of its own: "A bomb planted by rebels killed two guards", "an attack that killed two guards".

Belongs here: actors beside nouns of force that the clause has only at one remove. Does not: subjects (subjects.py), objects (objects.py), agents (agents.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import VerbGroup
from transforms.events.roles.enumerations import joined_behind
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import is_participle_form
from transforms.vocabulary import word_set

_HURTING: Final = word_set("clauses", "hurting")
_RELATIVES: Final = frozenset({"that", "which"})
_REACH: Final = 8  # tokens behind a noun in which its relative clause begins


def users_of_weapon(sentence: Sentence, verb: VerbGroup, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whose weapon the subject of a verb is: `A bomb planted by | rebels | killed two guards`."""
    words, first = sentence.words, sentence.clauses[sentence.clause_at(verb.start)].start
    user = next((item for item in reversed(actors) if item.end == verb.start), None)
    by = before_articles(words, user.start) if user is not None else -1
    if user is None or by <= first + 1 or words[by] != "by" or not is_participle_form(words[by - 1]):
        return ()
    return (user.actor,)


def hurt_by_attack(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom a noun of force hurts by the relative clause about it: `an attack on the base by rebels that killed | two guards`."""
    words, clauses = sentence.words, sentence.clauses
    index = sentence.clause_at(hit.start) + 1
    if hit.verb is not None or index >= len(clauses) or clauses[index].kind is not Kind.RELATIVE:
        return ()
    opening = clauses[index].start + (words[clauses[index].start] == ",")
    if words[opening] not in _RELATIVES or opening - hit.end > _REACH or words[opening + 1] not in _HURTING:
        return ()
    first = next((item for item in actors if item.start > opening + 1), None)
    if first is None or before_articles(words, first.start) != opening + 1:
        return ()
    return joined_behind(words, first, actors)
