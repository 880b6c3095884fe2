"""Where what somebody tells begins without "that": behind the hearer, the day or the occasion.

Belongs here: the words between a verb of telling and what is told. Does not: whether a clause really opens there (borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import BEFORE_DATES, behind_date
from transforms.events.words.function_words import DETERMINERS, INDEFINITE_ARTICLES, PREPOSITIONS, SUBJECT_PRONOUNS
from transforms.events.words.quantities import opens_number
from transforms.vocabulary import word_set

_SAID: Final = word_set("clauses", "said")
_TELLING: Final = word_set("clauses", "telling")
_AGENCIES: Final = word_set("clauses", "agencies")  # that hear, and describe nothing behind them
_HEARERS: Final = word_set("clauses", "hearers")
_SPOKEN_AT: Final = word_set("clauses", "spoken_at")
_BEFORE_OCCASIONS: Final = frozenset({"in", "at", "during", "on", "through"})
_OPENING: Final = DETERMINERS | SUBJECT_PRONOUNS | {"there"}
_PAUSES: Final = frozenset({"late", "early", "earlier"})
_DESCRIBING: Final = frozenset({"broadcast", "given", "held", "made", "read", "seen", "sent", "to"})
_MAKING_KNOWN: Final = frozenset(
    {"reported", "announced", "revealed", "disclosed", "confirmed", "reports", "announces"}
)
_OF_THINGS: Final = INDEFINITE_ARTICLES | {"its", "their"}
_HEARER_LENGTH: Final = 4  # tokens behind "told" in which the hearer ends: "told a packed news conference"
_OCCASION_LENGTH: Final = 6  # tokens behind "said" in which an occasion ends: "said in a brief written statement"
_TOLD_OBJECT: Final = 8  # tokens behind "told" in which the day stands
REPORT_LENGTH: Final = 12  # tokens of a reporting clause


def tells(word: str) -> bool:
    """Whether whom somebody tells stands behind a word."""
    return word in _TELLING


def has_object(words: list[str], index: int) -> bool:
    """Whether what a verb makes known stands behind it, and not who does: `reported | a loss of 5 percent`, but not `reported the Norfield Times`."""
    return words[index] in _MAKING_KNOWN and not _OF_THINGS.isdisjoint(words[index + 1 : index + 2])


def beginnings(words: list[str], index: int, dated: frozenset[int]) -> list[int]:
    """The tokens at which may begin what a verb at `index` tells; none where it tells nothing."""
    if words[index] in _TELLING:
        return [at for at in (_behind_told(words, index, dated), _behind_hearer(words, index)) if at]
    end = index + 1
    while end - index < REPORT_LENGTH and end < len(words) and _is_pause(words, end, dated):
        end += 1
    behind = _behind_occasion(words, index, dated)
    return [*range(index + 1, end + 1), *([behind] if behind else [])]


def begins(words: list[str], index: int, dated: frozenset[int]) -> bool:
    """Whether a token is the first of what somebody tells."""
    back = index - 1
    while back > 0 and _is_pause(words, back, dated):
        back -= 1
    if words[back] in _SAID:
        return not _is_pause(words, index, dated)
    if words[index] in PREPOSITIONS or not words[index][0].isalnum():
        return False
    for at in range(back, max(-1, back - _TOLD_OBJECT), -1):
        if words[at] in _TELLING:
            return index in (_behind_told(words, at, dated), _behind_hearer(words, at))
        if words[at] in _SAID:
            return _behind_occasion(words, at, dated) == index
    return False


def _is_pause(words: list[str], index: int, dated: frozenset[int]) -> bool:
    """Whether a word can stand between a reporting verb and what it tells: the day on which it was said."""
    return index in dated or words[index] in _PAUSES or words[index] in BEFORE_DATES and index + 1 in dated


def _behind_told(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token behind the day on which somebody was told something: `told reporters in Rome on Monday | Malta would pay`; 0 where there is none."""
    for at in range(index + 1, min(len(words), index + _TOLD_OBJECT)):
        if at in dated:
            is_day = words[at].endswith("day") or words[at - 1] == "on"  # not "the German daily"
            return behind_date(at, dated) if is_day and index + 1 < at else 0
        if not words[at][0].isalnum() or words[at] == "that":
            return 0
    return 0


def _behind_hearer(words: list[str], index: int) -> int:
    """The token behind whoever is told something: `told reporters | three people had died`; 0 where none is known."""
    for at in range(index + 1, min(len(words) - 1, index + 1 + _HEARER_LENGTH)):
        word, following = words[at], words[at + 1]
        if word in PREPOSITIONS or not word[0].isalnum():
            return 0
        if word in _AGENCIES and following[0].isalnum() and following != "that" and following not in _HEARERS:
            return at + 1
        if word in _HEARERS:
            opens = following in _OPENING and following != "that" or opens_number(words, at + 1)
            return at + 1 if opens or following[0].isdigit() else 0
    return 0


def _describes(word: str) -> bool:
    """Whether a word behind an occasion says more about it: `in a statement | emailed to reporters`."""
    return word.endswith("ed") or word in _DESCRIBING or word in PREPOSITIONS


def _behind_occasion(words: list[str], index: int, dated: frozenset[int]) -> int:
    """The token behind the occasion on which something is said, and its day: `said in a statement on Monday | it would pay`; 0 where there is none."""
    if words[index + 1 : index + 2] == [] or words[index + 1] not in _BEFORE_OCCASIONS:
        return 0
    for at in range(index + 2, min(len(words), index + 2 + _OCCASION_LENGTH)):
        if words[at] in PREPOSITIONS or not words[at][0].isalnum():
            return 0
        if words[at] in _SPOKEN_AT and words[at + 1 : at + 2] != ["call"]:
            end = at + 1
            while end < len(words) and _is_pause(words, end, dated):
                end += 1
            return 0 if words[end : end + 1] and _describes(words[end]) else end
    return 0
