"""What is talked about on an occasion or laid down in an agreement: it takes no part, and is not where it was.

Belongs here: topics behind a preposition or an infinitive of purpose. Does not: objects (objects.py), places (where.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.attachment import has_infinitive
from transforms.events.triggers.hit import Hit
from transforms.vocabulary import word_set

_TOPICAL: Final = word_set("clauses", "topical")  # prepositions of a topic
# "met to discuss the war in Syria", "flew to Paris to seek support"
_WITH_PURPOSES: Final = frozenset({"meeting", "call", "visit", "deployment"})
_WITH_TOPICS: Final = frozenset({"meeting", "call", "agreement", "speech", "peace_plan"})
_TALKED_OVER: Final = frozenset({"discuss", "debate"})  # what stands right behind these is the topic itself
_TAKING_PART: Final = frozenset({"with", "between", "among"})


def is_topic(sentence: Sentence, hit: Hit, first: int) -> bool:
    """Whether what begins at a token behind a hit is only what it is about: `met on Monday to discuss Syria`, `talks on Greece`, `the treaty on the rights of women`."""
    if first < hit.end:
        return False
    if hit.kind in _WITH_PURPOSES and has_infinitive(sentence, hit.end, first):
        return True
    if hit.kind not in _WITH_TOPICS:
        return False
    words = sentence.words
    between = [words[at] for at in range(hit.end, first) if at + 1 not in sentence.dated]
    taking_part = max((at for at, word in enumerate(between) if word in _TAKING_PART), default=-1)
    if hit.pattern.lemma in _TALKED_OVER and taking_part < 0:
        return True
    return not _TOPICAL.isdisjoint(between[taking_part + 1 :])
