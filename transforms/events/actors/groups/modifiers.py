"""Words before a noun that describe or count it: "former opposition", "at least 20", "as many as a dozen", "two of the".

Belongs here: where such words begin. Does not: which nouns belong together (noun_groups.py).
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from transforms.events.actors.groups.ranks import is_rank
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS
from transforms.vocabulary import read_vocabulary, word_set

DESCRIBERS: Final = Flag.ROLE_MODIFIER | Flag.GROUP_MODIFIER
COUNTERS: Final = Flag.NUMBER | Flag.QUANTIFIER
MAX_MODIFIERS: Final = 4  # words of one kind before a noun

_ACTING: Final = Flag.UPPER | Flag.GROUP | Flag.ROLE | Flag.ORG_NOUN | Flag.PRONOUN | Flag.DEED
_MODIFYING: Final = COUNTERS | DESCRIBERS
_ALSO_VERBS: Final = word_set("groups", "also_verbs")
_ROUND: Final = frozenset({"dozen", "hundred", "thousand", "million", "couple", "score"})
_NEARLY: Final = frozenset({"about", "around", "over"})
_ABOUT: Final = (("as", "many", "as"), ("as", "few", "as"), ("up", "to"), ("close", "to"))
_MONTHS: Final = frozenset(chain.from_iterable(read_vocabulary("articles")["months"].values()))
_ENDS_OF_ABOUT: Final = frozenset(words[-1] for words in _ABOUT)


def before_count(tokens: Tokens, first: int) -> int:
    """Where the count of a noun begins that stands at `first`, or the same place where nothing counts it."""
    first = _before_number(tokens, before_words(tokens, first, COUNTERS))
    while (of := _measured(tokens, first)) and tokens.flags[of - 1] & Flag.MEASURE:
        first = _before_number(tokens, before_words(tokens, of - 1, COUNTERS | DESCRIBERS))
    if tokens.small(first) == "up" and tokens.small(first + 1) != "to":
        return first + 1  # "rounded up twelve men"
    if tokens.small(first) in _NEARLY and not tokens.flags[first + 1] & COUNTERS and not _is_number(tokens, first + 1):
        return first + 1  # "wondered about others"
    return first + 1 if _is_day(tokens, first) or is_rank(tokens, first) else first


def _is_day(tokens: Tokens, index: int) -> bool:
    """Whether a number is the day of the month before it: "an April 2 leaders summit", "since May 25 officials", but not "In May 25 officials"."""
    if tokens.before(index) not in _MONTHS or not tokens.small(index).isdigit() or not tokens.plain[index]:
        return False
    return tokens.raw[index - 1].istitle() and tokens.before(index - 1) != "in"


def _is_number(tokens: Tokens, index: int) -> bool:
    return tokens.small(index) == "a" or tokens.small(index)[:1].isdigit()


def before_words(tokens: Tokens, first: int, mask: int) -> int:
    """Where the words begin that stand before a noun and can be something of `mask`; articles and verbs end them."""
    low = first - MAX_MODIFIERS
    while first > low and tokens.plain[first]:
        flags = tokens.flags[first - 1]
        if not flags & mask or flags & (Flag.DETERMINER | Flag.POSSESSIVE) or is_deed(tokens, first - 1):
            break
        first -= 1
    return first


def _measured(tokens: Tokens, first: int) -> int:
    """The place of the "of" before a noun and its article, or 0: "hundreds of people", "two of the men"."""
    if tokens.plain[first] and tokens.flags[first - 1] & Flag.DETERMINER:
        first -= 1
    return first - 1 if tokens.before(first) == "of" and tokens.plain[first - 1] else 0


def _before_number(tokens: Tokens, first: int) -> int:
    """Where "a dozen", "at least", "as many as" begin whose last word, or the number behind them, stands at `first`."""
    if tokens.small(first) in _ROUND and tokens.before(first) == "a":
        first = before_words(tokens, first - 1, COUNTERS)
    if tokens.small(first) in ("least", "most") and tokens.before(first) == "at":
        return first - 1
    if tokens.before(first) not in _ENDS_OF_ABOUT:
        return first  # nearly always
    for words in _ABOUT:
        start = first - len(words)
        before = tuple(tokens.small(at) for at in range(start, first))
        if before == words and all(tokens.plain[at] for at in range(start + 1, first + 1)):
            return start
    return first


def is_deed(tokens: Tokens, index: int) -> bool:
    """Whether a modifier tells what the one before it did, or has done: `the court jailed opposition leader Borg`, but not `the jailed leader`."""
    if tokens.small(index) not in _ALSO_VERBS:
        return False
    before, word = tokens.flags[index - 1], tokens.small(index - 1)
    if not tokens.plain[index]:  # "Anna Berg, the minister, appointed Vice President Borg"
        return tokens.gaps[index].strip() == "," and not before & DESCRIBERS
    if before & (Flag.POSSESSIVE | Flag.DETERMINER):
        return False
    # "rebels from the north accused opposition leader Borg"
    return bool(before & _ACTING) or not (before & _MODIFYING or word in PREPOSITIONS or word in COORDINATORS)
