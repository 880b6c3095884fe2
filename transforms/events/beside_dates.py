"""The tokens right before and right behind a date of a sentence.

Belongs here: where dates begin and end. Does not: what they date (attachment.py), clause borders (borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.function_words import AUXILIARIES

_JOINING: Final = frozenset({"and", "or", "to"})
_OWNERS: Final = frozenset({"'s", "’s"})  # "is", too: `Norfield's on Monday said`


def behind_date(index: int, dated: frozenset[int]) -> int:
    """The first token from one on that is part of no date."""
    while index in dated:
        index += 1
    return index


def behind_dates(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The first token from one on that is part of no date nor joins two: `in May and June | it rose`."""
    behind = behind_date(index, dated)
    while behind > index and behind + 1 in dated and words[behind] in _JOINING:
        behind = behind_date(behind + 1, dated)
    return behind


def before_date(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token with which the date right before one begins, with its preposition: `expected | on Friday | to plead`; the token itself where none does."""
    start = index
    while start - 1 in dated:
        start -= 1
    return start - (start < index and words[start - 1] in ("on", "in"))


def before_inserted_date(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token with which the date between an auxiliary and its verb begins: `will | on Friday | meet`; the verb itself otherwise."""
    start = before_date(words, index, dated)
    helped = start > 0 and words[start - 1] in AUXILIARIES and words[start - 1] not in _OWNERS
    return start if helped else index
