"""Numbers that stand for people without a noun: "Hundreds rallied", "Police arrested 12", "At least 12 were killed".

Belongs here: which words beside a verb are such a number. Does not: numbers with their noun (actors/), which verbs take them (of_verb.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS
from transforms.events.words.quantities import is_number

_HOW_EXACTLY: Final = frozenset(
    {
        "about",
        "almost",
        "around",
        "at",
        "least",
        "many",
        "more",
        "nearly",
        "over",
        "some",
        "than",
        "to",
        "up",
        "as",
        "another",
    }
)
_MANY: Final = frozenset({"dozens", "scores", "hundreds", "thousands"})
_BEFORE_COUNTS: Final = frozenset({",", '"', "that", "-", "–", "—"})  # a dash closes a dateline
_REACH: Final = 4  # tokens of such a number: "as many as 12"
_MOST_DIGITS: Final = 6
_YEARS: Final = range(1800, 2100)


def count_behind(sentence: Sentence, first: int) -> tuple[ActorMention, ...]:
    """The number without a noun that begins at a token: `killed | at least 12 and wounded 30`; none where there is none."""
    words = sentence.words
    if words[first : first + 1] == ["at"] and words[first + 1 : first + 2] != ["least"]:
        return ()  # "attacked at 12"
    for at in range(first, min(len(words), first + _REACH)):
        if words[at] in _HOW_EXACTLY:
            continue
        return (_mention(sentence, first, at),) if _counts(sentence, at) and _is_alone(sentence, at + 1) else ()
    return ()


def count_before(sentence: Sentence, verb: int) -> tuple[ActorMention, ...]:
    """The number without a noun that ends before a verb group and opens its clause: `| At least 12 were killed`; none where there is none."""
    words, at = sentence.words, verb - 1
    start = sentence.clauses[sentence.clause_at(verb)].start
    if at < start or not _counts(sentence, at):
        return ()
    first = at
    while first > start and words[first - 1] in _HOW_EXACTLY:
        first -= 1
    opens = first == start or words[first - 1] in COORDINATORS or words[first - 1] in _BEFORE_COUNTS
    return (_mention(sentence, first, at),) if opens else ()


def _counts(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if at in sentence.dated or not is_number(word):
        return False
    digits = word.replace(",", "")
    if word in _MANY or not digits[0].isdigit():
        return word in _MANY
    return digits.isdigit() and len(digits) <= _MOST_DIGITS and int(digits) not in _YEARS


def _is_alone(sentence: Sentence, behind: int) -> bool:
    """Whether no noun that is counted stands at a token."""
    word = sentence.words[behind] if behind < len(sentence.words) else ""
    if behind in sentence.dated or word in COORDINATORS or not word[:1].isalnum():
        return word not in ("%", "-", "'", "’", "/", ":")
    return word in PREPOSITIONS and word not in ("of", "per", "to")


def _mention(sentence: Sentence, first: int, last: int) -> ActorMention:
    start, end = sentence.starts[first], sentence.ends[last]
    surface = " ".join(sentence.raw[first : last + 1])
    return ActorMention(start, end, surface, surface, "group", None)
