"""Who only looks on at what a noun names: "criticised the king in the aftermath of protests", "rejected the ultimatum".

Belongs here: nouns that hang on another noun, or that somebody only answers. Does not: who judges or sparks it (bystanders.py), victims (objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.judged import verb_before
from transforms.events.event_kinds import STATEMENTS
from transforms.events.status.plans import tie_of
from transforms.events.triggers.hit import Hit
from transforms.vocabulary import word_set

_ASIDE: Final = word_set("clauses", "onlooking_nouns")  # "in the aftermath of the protests"
_OF: Final = frozenset({"of", "to", "for"})
_ANSWERING: Final = word_set("clauses", "answering_verbs")  # "ignored calls for reform"
_TRUSTING: Final = word_set("clauses", "trusting_words")  # "to comply with the peace plan"
_BESIDE: Final = frozenset({"amid", "despite", "over", "with", "behind"})
_AGREED: Final = frozenset({"peace_plan", "ceasefire"})
_DONE_BY_OTHERS: Final = frozenset({"protest", "sanction", "legislation", "resignation", *_AGREED}) | STATEMENTS
_LISTENING: Final = frozenset({"listen", "listens", "listened", "listening"})
_FUNERAL: Final = "funeral"


def only_looks_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether the subject of its clause has no part in what a noun names: `rejects the ultimatum`, `the sound of protests woke the king`."""
    if hit.pattern.lemma == _FUNERAL:
        return True  # "mourners gathered for the funeral of the king"
    if hit.kind not in _DONE_BY_OTHERS:
        return False
    if hit.kind in STATEMENTS and verb_before(sentence, hit, _ANSWERING) >= 0:
        return True
    tie = tie_of(sentence, hit)
    if not tie:
        return False
    noun, preposition = tie
    if noun in _ASIDE and preposition in _OF:
        return True
    return hit.kind in _AGREED and noun in _TRUSTING and preposition in _BESIDE | _OF


def heard_before(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom others listen to on an occasion: `workers listened to | the governor | during a speech`."""
    words = sentence.words
    at = next((at for at in range(hit.start - 1, 0, -1) if words[at] == "to" and words[at - 1] in _LISTENING), -1)
    inside = (item.actor for item in actors if 0 < at < item.start and item.end <= hit.start)
    return tuple(actor for actor in inside if actor.kind == "person")[:1]
