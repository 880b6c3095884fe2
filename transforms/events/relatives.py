"""Relative clauses whose object is what they describe: "the man whom police arrested".

Belongs here: which clauses those are. Does not: their subjects (subjects.py), objects behind a verb (objects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.beside_dates import behind_date
from transforms.events.borders import Kind
from transforms.events.clauses import Sentence
from transforms.events.function_words import BE, PREPOSITIONS, REPORTING
from transforms.events.vocabulary import word_set

_PRONOUNS: Final = frozenset({"who", "whom", "which"})
_TOLD: Final = REPORTING | word_set("clauses", "told_nouns")  # behind these "that" opens what is told


def object_relative(sentence: Sentence, start: int, head: int) -> int:
    """The token of the pronoun that stands for the object of a verb group from `start` to `head`, or -1: `the man | whom police arrested on Monday`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(head)]
    first = clause.start
    if first == 0 or start - first < 2 or not _opens_relative(words, first, clause.kind):
        return -1
    if words[first + 1] in PREPOSITIONS or sentence.first_finite(first + 1, head + 1) < start:
        return -1
    if not BE.isdisjoint(words[start:head]):
        return -1
    behind = behind_date(head + 1, sentence.dated)
    following = words[behind] if behind < len(words) else ""
    lacks_object = not following[:1].isalnum() or following in PREPOSITIONS or sentence.finite[behind]
    return first if lacks_object and following not in ("to", '"', "“") else -1


def _opens_relative(words: list[str], first: int, kind: Kind) -> bool:
    if words[first] in _PRONOUNS:
        return kind is Kind.RELATIVE
    return words[first] == "that" and kind in (Kind.RELATIVE, Kind.CONTENT) and words[first - 1] not in _TOLD
