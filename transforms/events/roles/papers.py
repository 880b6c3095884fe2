"""Whose a paper or a suit is, and to whom: `its letter to Vella`, `the union's lawsuit accusing the bank`.

Belongs here: publications, announcements and suits, whose objects are things. Does not: subjects and objects of other hits (subjects.py, objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense, VerbGroup
from transforms.events.roles.subjects import is_of_the_law
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import COORDINATORS

_ADDRESSING: Final = frozenset({"to", "about", "with"})
_ANNOUNCING: Final = ("announce", "unveil")
_SUITS: Final = frozenset({"lawsuit", "lawsuits", "suit", "suits", "complaint", "petition", "case"})


def is_paper(hit: Hit) -> bool:
    """Whether what a hit gives out is a thing, so that only those have a part who are addressed: `reported that`, `announced the`."""
    return hit.kind == "publication" or hit.kind == "speech" and hit.pattern.lemma.startswith(_ANNOUNCING)


def addressees(
    sentence: Sentence, hit: Hit, objects: Sequence[ActorMention], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Of the objects of a paper those to or about whom it is, but not those of whom it tells: `data showed | banks lent less`."""
    words, addressed = sentence.words, list[ActorMention]()
    addressing = _ADDRESSING | {"on"} if hit.verb is None else _ADDRESSING  # not "posted a video on YouTube"
    for placed in actors:
        at = before_articles(words, placed.start)
        joined = addressed and words[at] in COORDINATORS
        if placed.actor in objects and (joined or at >= hit.end and words[at] in addressing):
            addressed.append(placed.actor)
    return tuple(addressed)


def accusers_in_suit(
    sentence: Sentence, verb: VerbGroup, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Who accuses in a suit: whose it is, and no court that deals with it: `rejected a bid to dismiss the union's | lawsuit accusing the bank`."""
    noun = verb.start - 1
    if verb.tense is not Tense.PARTICIPLE or sentence.words[noun] not in _SUITS:
        return subject
    owners = tuple(item.actor for item in actors if noun - 2 < item.end <= noun)
    return owners or tuple(actor for actor in subject if not is_of_the_law(actor))
