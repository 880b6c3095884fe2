"""What somebody calls something: "described the men who hold the port as terrorists".

Belongs here: the words behind the "as" of a verb, however far off. Does not: which verbs and words make a reproach (data/ontology.toml).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import PREPOSITIONS

_REACH: Final = 22  # tokens from a verb to its "as"
_GROUP: Final = 5  # tokens of what something is called
_BREAKING: Final = frozenset({",", ";", "but", "said", "says", "that", "who", "which"})
_LIKE: Final = frozenset({"well", "soon", "long", "far", "much", "many", "he", "she", "they", "it", "we"})


def is_called(sentence: Sentence, end: int, names: frozenset[str]) -> bool:
    """Whether one of these words stands in the noun group behind the "as" of a verb."""
    words, last = sentence.words, min(end + _REACH, len(sentence.words) - 1)
    for at in range(end, last):
        if words[at] in _BREAKING:
            return False
        if words[at] == "as" and words[at + 1] not in _LIKE:
            group = words[at + 1 : at + 1 + _GROUP]
            stop = next((i for i, word in enumerate(group) if word in PREPOSITIONS or word in _BREAKING), len(group))
            return not names.isdisjoint(group[:stop])
    return False
