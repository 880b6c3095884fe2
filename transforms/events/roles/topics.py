"""What is talked about on an occasion or laid down in an agreement: it takes no part, and is not where it was.

Belongs here: topics behind a preposition or an infinitive of purpose. Does not: objects (objects.py), places (where.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.crossings import has_infinitive
from transforms.events.triggers.hit import Hit
from transforms.vocabulary import word_set

_TOPICAL: Final = word_set("clauses", "topical")  # prepositions of a topic
# "met to discuss the war in Syria", "flew to Paris to seek support"
_WITH_PURPOSES: Final = frozenset({"meeting", "call", "visit", "deployment"})
_WITH_TOPICS: Final = frozenset({"meeting", "call", "agreement", "speech", "peace_plan"})
_TALKED_OVER: Final = frozenset({"discuss", "debate"})  # what stands right behind these is the topic itself
_BUYING: Final = frozenset({"acquire", "buy", "purchase"})
_BOUGHT_REACH: Final = 4  # tokens from "to" to who is bought: "to buy its smaller rival"
_TAKING_PART: Final = frozenset({"with", "between", "among"})


def _is_to_buy(words: list[str], hit: Hit, first: int) -> bool:
    """Whether talks are about buying whom an actor is, who then is a party to them: `in talks to buy | Norfield Bank`."""
    right_behind = first - hit.end <= _BOUGHT_REACH and words[hit.end : hit.end + 1] == ["to"]
    return hit.kind == "meeting" and right_behind and words[hit.end + 1] in _BUYING


def is_topic(sentence: Sentence, hit: Hit, first: int) -> bool:
    """Whether what begins at a token behind a hit is only what it is about: `met on Monday to discuss Syria`, `talks on Greece`, `the treaty on the rights of women`."""
    if first < hit.end:
        return False
    if hit.kind in _WITH_PURPOSES and has_infinitive(sentence, hit.end, first):
        return not _is_to_buy(sentence.words, hit, first)
    if hit.kind not in _WITH_TOPICS:
        return False
    words = sentence.words
    between = [words[at] for at in range(hit.end, first) if at + 1 not in sentence.dated]
    taking_part = max((at for at, word in enumerate(between) if word in _TAKING_PART), default=-1)
    if hit.pattern.lemma in _TALKED_OVER and taking_part < 0:
        return True
    return not _TOPICAL.isdisjoint(between[taking_part + 1 :])
