"""The words before a trigger in which one of those that it needs must stand.

Belongs here: how far ahead they may stand, over dates and over what is inserted behind the subject. Does not: the words behind a trigger
(needed_words.py), who the subject is (roles/subjects.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import before_date
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS, before_helpers

_REACH: Final = 6  # tokens in which a word of `before` must stand
_INSERTED: Final = frozenset({Kind.RELATIVE, Kind.PARTICIPLE, Kind.PARENTHESIS, Kind.TEMPORAL})


def words_ahead(sentence: Sentence, start: int, is_verb: bool) -> list[str]:
    """The words in which one of `before` must stand; a date right before a verb is not counted: `the court in the early hours of Monday struck it down`."""
    first = before_date(sentence.words, start, sentence.dated)
    words = sentence.words[max(0, first - _REACH) : start]
    verb = _verb_behind_insertion(sentence, first) if is_verb else 0
    if not verb:
        return words
    index = sentence.clause_at(first)
    relative = index and sentence.clauses[index - 1].kind is Kind.RELATIVE
    own = sentence.words[verb:start] if relative else words  # "the mayor, who used to be a judge, dismissed it"
    return own + _before_insertion(sentence, verb, index)


def _verb_behind_insertion(sentence: Sentence, at: int) -> int:
    """The token with which a verb begins right behind a comma, its auxiliaries and adverbs included; 0 where no comma stands."""
    at = before_helpers(sentence.words, at)
    return at if at and sentence.words[at - 1] == "," else 0


def _before_insertion(sentence: Sentence, verb: int, index: int) -> list[str]:
    """The words of the subject where commas enclose what is said of it before its verb: `the court, which sits in Norfield, struck it down`."""
    words = sentence.words
    if sentence.clauses[index].kind is Kind.RESUMED:
        index -= 1
        while index and sentence.clauses[index].kind in _INSERTED:
            index -= 1
    clause = sentence.clauses[index]
    first = clause.start + (words[clause.start] == ",")
    joined = range(first, min(clause.end, verb) - 1)
    first = next((token + 2 for token in reversed(joined) if _joins(words, token)), first)
    last = next((token for token in range(first, min(clause.end, verb)) if words[token] == ","), clause.end)
    if words[first] in PREPOSITIONS or last >= verb - 1 or sentence.first_finite(first, last) < last:
        return []  # "In court, Borg, who had fled, denied it"
    return words[max(first, last - _REACH) : last]


def _joins(words: list[str], comma: int) -> bool:
    """Whether another subject begins behind a comma: `the case was long, and the bank, which paid for it, dropped it`."""
    return words[comma] == "," and words[comma + 1] in COORDINATORS
