"""Numbers of people and things that open with a preposition.

Belongs here: where such a number stands. Does not: who is counted (actors/), days and spans of time (transforms/temporal).
"""

from __future__ import annotations

from typing import Final

from transforms.vocabulary import word_set

_NUMBERS: Final = word_set("groups", "numbers")
_APPROXIMATE: Final = word_set("clauses", "approximate")
_MEASURES: Final = word_set("clauses", "measures")
_OPENINGS: Final = {"at": {"least", "most"}, "as": {"many", "few"}, "up": {"to"}, "upwards": {"of"}}
_QUANTITIES: Final = frozenset({"few", "many", "much"})  # "as many as 20 people marched"


def is_number(word: str) -> bool:
    """Whether a word in small letters counts: `12`, `twelve`, `dozens`."""
    return word[0].isdigit() or word in _NUMBERS


def opens_number(words: list[str], at: int) -> bool:
    """Whether a preposition opens a number of people or things, which is an object: `killed at least 20`, `abducted about 30 women`, but not `killed about 30 miles away`."""
    if words[at : at + 1] == []:
        return False
    if words[at] in _APPROXIMATE:
        return _is_count(words, at + 1)
    return words[at] in _OPENINGS and words[at + 1 : at + 2] != [] and words[at + 1] in _OPENINGS[words[at]]


def _is_count(words: list[str], at: int) -> bool:
    if words[at : at + 1] in (["a"], ["half"]):
        at += 1
    if at >= len(words) or not is_number(words[at]):
        return False
    return _MEASURES.isdisjoint(words[at + 1 : at + 2]) and ":" not in words[at] and "/" not in words[at]


def is_of_quantity(words: list[str], index: int) -> bool:
    """Whether "as" belongs to a number: `as many as 20 people`, but not `as many buildings fell`."""
    return (
        words[index + 2 : index + 3] == ["as"]
        and words[index + 1] in _QUANTITIES
        or (index > 1 and words[index - 1] in _QUANTITIES and words[index - 2] == "as")
    )
