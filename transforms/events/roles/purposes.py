"""What an infinitive behind a trigger is for: "agreed to support the nominees", "resigned to lead the bank".

Belongs here: actors that are only the infinitive's own. Does not: what is talked about (topics.py), whom a trigger is directed at (objects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import DETERMINERS, INFINITIVES
from transforms.vocabulary import word_set

_WITH_PURPOSES: Final = frozenset(
    {"agreement", "charge", "election", "investigation", "protest", "publication", "resignation", "trial"}
)
_TOWARDS: Final = frozenset({"to", "with", "between", "among"})  # "agreed to provide loans to Malta"
_DEALING: Final = word_set("clauses", "dealing")  # what stands behind these is a party to the deal or bought by it


def is_of_purpose(sentence: Sentence, hit: Hit, first: int) -> bool:
    """Whether what begins at a token behind a hit is only what an infinitive between them is about: `agreed to support two nominees`, but not `agreed to buy the bank`."""
    if hit.kind not in _WITH_PURPOSES or "to" not in sentence.words[hit.end : first]:
        return False
    words = sentence.words
    last = next((at for at in range(first - 2, hit.end - 1, -1) if _opens_purpose(words, hit, at, first)), -1)
    if last < 0 or hit.kind != "agreement":
        return last >= 0
    return words[last + 1] not in _DEALING and _TOWARDS.isdisjoint(words[last + 1 : first])


def _opens_purpose(words: list[str], hit: Hit, at: int, first: int) -> bool:
    """Whether an infinitive begins at a token, also one that could be a noun but for the article or the actor behind it: `agreed to support | two nominees`."""
    if words[at] != "to" or words[at + 1] in DETERMINERS:
        return False
    if words[at + 1] in INFINITIVES:
        return True
    return hit.verb is not None and at == hit.end and (at + 2 == first or words[at + 2] in DETERMINERS)
