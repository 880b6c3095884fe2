"""Relative clauses whose object is what they describe: "the man whom police arrested".

Belongs here: which clauses those are. Does not: their subjects (roles/subjects.py), objects behind a verb (roles/objects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import behind_date
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import BE, COORDINATORS, DETERMINERS, PREPOSITIONS, REPORTING
from transforms.vocabulary import word_set

_PRONOUNS: Final = frozenset({"who", "whom", "which"})
_GROUP: Final = 4  # tokens before "that" in which the article of what it describes stands
_TOLD: Final = REPORTING | word_set("clauses", "told_nouns")  # behind these "that" opens what is told


def object_relative(sentence: Sentence, start: int, head: int) -> int:
    """The token of the pronoun that stands for the object of a verb group from `start` to `head`, or -1: `the man | whom police arrested on Monday`."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(head)]
    first = clause.start
    if first == 0 or start - first < 2 or not _opens_relative(sentence, first, clause.kind):
        return -1
    verb = sentence.first_finite(first + 1, head + 1)
    if words[first + 1] in PREPOSITIONS or not start <= verb <= head:
        return -1
    if sentence.dated.issuperset(range(first + 1, start)):  # "the bank, which last month asked for help"
        return -1
    if not BE.isdisjoint(words[start:head]):
        return -1
    behind = behind_date(head + 1, sentence.dated)
    following = words[behind] if behind < len(words) else ""
    if following in COORDINATORS and sentence.finite[behind + 1 : behind + 2] == [True]:
        return first  # "the man whom police arrested and charged"
    lacks_object = not following[:1].isalnum() or following in PREPOSITIONS or sentence.finite[behind]
    return first if lacks_object and following not in ("to", '"', "“") else -1


def _opens_relative(sentence: Sentence, first: int, kind: Kind) -> bool:
    words = sentence.words
    if words[first] in _PRONOUNS:
        return kind is Kind.RELATIVE
    if words[first] != "that" or kind not in (Kind.RELATIVE, Kind.CONTENT) or words[first - 1] in _TOLD:
        return False
    return not sentence.finite[first - 1] and not DETERMINERS.isdisjoint(words[max(0, first - _GROUP) : first])
