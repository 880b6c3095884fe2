"""The tokens right before and right behind a date of a sentence, or a phrase between commas.

Belongs here: where dates begin and end. Does not: what they date (dating/attachment.py), clause borders (borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.words.function_words import AUXILIARIES, PREPOSITIONS, S_ENDINGS

BEFORE_DATES: Final = frozenset({"on", "in", "over", "at", "during"})  # prepositions of a day or a period
_JOINING: Final = frozenset({"and", "or", "to"})
_GOVERNING: Final = BEFORE_DATES | {"by", "from"}
_BEFORE_ASIDES: Final = PREPOSITIONS | {"after", "before", "despite", "following", "amid", "as"}
_ASIDE: Final = 10  # tokens of a phrase between commas
_RELATIVE: Final = frozenset({"last", "this", "next", "past", "previous"})


def behind_date(index: int, dated: frozenset[int]) -> int:
    """The first token from one on that is part of no date."""
    while index in dated:
        index += 1
    return index


def behind_dates(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token behind the dates that begin at one, perhaps with their preposition: `in May and June | it rose`; the token itself where none does."""
    first = index + (index + 1 in dated and words[index] in PREPOSITIONS)
    behind = behind_date(first, dated)
    while behind > first and behind + 1 in dated and words[behind] in _JOINING:
        behind = behind_date(behind + 1, dated)
    return behind


def before_date(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token with which the date right before one begins, with its preposition: `expected | on Friday | to plead`; the token itself where none does."""
    start = index
    while start - 1 in dated or start < index and start - 2 in dated and words[start - 1] in _JOINING:
        start -= 1
    return start - (start < index and words[start - 1] in _GOVERNING)


def before_inserted_date(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token with which the date between an auxiliary and its verb begins: `will | on Friday | meet`; the verb itself otherwise."""
    start = before_date(words, index, dated)
    helped = (
        start > 0 and words[start - 1] in AUXILIARIES and words[start - 1] not in S_ENDINGS
    )  # `Norfield's on Monday said`
    return start if helped else index


def without_dates(words: list[str], start: int, end: int, dated: frozenset[int]) -> list[str]:
    """The words of tokens `start`..`end` (end exclusive) that are of no date, nor a preposition right before one."""
    return [
        words[at] for at in range(start, end) if at not in dated and not (at + 1 in dated and words[at] in _GOVERNING)
    ]


def behind_undated(start: int, n_tokens: int, dated: frozenset[int]) -> int:
    """The token behind so many from one on, not counting those of dates: `charged him | in the early hours of Monday | with fraud`."""
    at, end = start, start + n_tokens
    while at < end:
        end += at in dated
        at += 1
    return end


def is_period(words: list[str], at: int, dated: frozenset[int]) -> bool:
    """Whether a word names the period of a date, and no length: `was imprisoned last month`."""
    return at > 0 and words[at - 1] in _RELATIVE and at - 1 in dated


def before_aside(words: list[str], index: int) -> int:
    """The comma with which a phrase between commas right before a token begins: `decided | , after a long debate, | to recall`; the token itself where none does."""
    if index < 1 or words[index - 1] != ",":
        return index
    opening = next((at for at in range(index - 3, max(0, index - _ASIDE), -1) if words[at] == ","), -1)
    return opening if opening > 0 and words[opening + 1] in _BEFORE_ASIDES else index
