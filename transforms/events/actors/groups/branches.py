"""Firms and bodies with a country in how they are called: "Norfield China", "Greenpeace Russia", "Britain's second-biggest drugs group".

Belongs here: where such a name or description ends. Does not: other names (units.py, organisations.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.standing import deed_at
from transforms.events.actors.places.gazetteer import LISTED_WEIGHT, places
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known
from transforms.events.actors.words.phrases import match_known
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import PREPOSITIONS
from transforms.vocabulary import word_set

_WITH_BRANCHES: Final = word_set("organisations", "with_branches")
_KINDS_OF_STATE: Final = word_set("organisations", "kinds_of_state")
_RANKS: Final = word_set("organisations", "ranks")
_RANKED: Final = word_set("organisations", "ranked_nouns")
MAX_RANKED: Final = 7  # words of such a description
_CONTINENTS: Final = frozenset({"Africa", "Asia", "Europe"})
_BEFORE_NAMES: Final = frozenset(
    {"", "the", "of", "for", "by", "to", "with", "against", "and", "at", "from", "that", "said"}
)
_OPENING: Final = ("ing", "ed", "ly")  # endings of ordinary words that open a sentence: "Punishing Malta"
_ENDS: Final = (",", ".", ";", ")", ":", "?", "!")


def branched_end(tokens: Tokens, first: int, last: int, known: Known | None, *, named: bool) -> int:
    """Where a name of words `first` to `last` ends with the country or the second firm behind it: "Norfield China rejected", but not "NATO Russia talks"; 0 where none follows.

    `known` is what the name stands for, `named` says that it is only known to be a name.
    """
    if not tokens.plain[last] or not tokens.flags[last] & Flag.UPPER or tokens.flags[last - 1] & Flag.POSSESSIVE:
        return 0
    may_have = _may_be_firm(tokens, first, last) if named else _has_branches(tokens, first, last, known)
    end = _country_end(tokens, last) if may_have else 0
    if may_have and not named and not end and _is_listed(tokens, last):
        end = last + 1
    return end if end and _is_closed(tokens, end) else 0


def _has_branches(tokens: Tokens, first: int, last: int, known: Known | None) -> bool:
    if known is not None and known.sort == "company" or tokens.flags[last - 1] & Flag.COMPANY:
        return True
    return tokens.text[tokens.starts[first] : tokens.end(last - 1)] in _WITH_BRANCHES


def _may_be_firm(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name is a single unknown word that is no person's and no word for a kind of state."""
    personal = tokens.flags[first] & (Flag.GIVEN | Flag.FAMOUS | Flag.STARTER | Flag.SURNAME)
    if last - first != 1 or personal or tokens.bare(first) in _KINDS_OF_STATE:
        return False
    if tokens.soft_start(first) and tokens.small(first).endswith(_OPENING):
        return False
    return tokens.before(first) in _BEFORE_NAMES


def _country_end(tokens: Tokens, at: int) -> int:
    """Where a state, a continent or a known firm ends that begins at a word; 0 for none."""
    length, known = match_known(tokens, at)
    if known is not None and known.sort in ("state", "company"):
        return at + length
    return at + 1 if tokens.bare(at) in _CONTINENTS else 0


def _is_listed(tokens: Tokens, at: int) -> bool:
    """Whether a word is a part of a state, or its capital: "NHS England"."""
    return any(reading.weight == LISTED_WEIGHT for reading in places().get(tokens.bare(at), ()))


def _is_closed(tokens: Tokens, end: int) -> bool:
    """Whether no noun goes on behind a name: a verb, a stop or a preposition follows, or it owns something."""
    if tokens.flags[end - 1] & Flag.POSSESSIVE or end >= len(tokens) or end in tokens.firsts:
        return True
    if not tokens.plain[end]:
        return tokens.gaps[end].strip()[:1] in _ENDS
    return deed_at(tokens, end, firm=True) or tokens.small(end) in (
        "on",
        "in",
        "and",
        "has",
        "had",
        "was",
        "is",
        "will",
        "of",
    )


def ranked_end(tokens: Tokens, last: int) -> int:
    """Where the description of a firm ends that a state before `last` owns: "Britain's second-biggest drugs group"; 0 where none does."""
    if not tokens.plain[last] or tokens.raw[last] not in _RANKS:
        return 0
    end = 0
    for at in range(last + 1, min(last + MAX_RANKED, len(tokens))):
        numbered = tokens.raw[at].isdigit() and tokens.gaps[at] in (" ", ". ")  # "No. 2"
        if not (tokens.plain[at] or numbered) or tokens.flags[at] & (Flag.UPPER | Flag.DETERMINER):
            break
        if tokens.small(at) in PREPOSITIONS or tokens.flags[at] & Flag.FIRM_DEED:
            break
        if tokens.raw[at] in _RANKED or tokens.raw[at].endswith("-maker"):
            end = at + 1
    return end


def is_named_beside(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a description of words `first` to `end` (exclusive) stands beside the name of whom it describes: "Malta's biggest bank Borg", "Borg, Malta's biggest bank, said"."""
    if end >= len(tokens) or end in tokens.firsts:
        return not tokens.plain[first] and first not in tokens.firsts
    named = bool(tokens.flags[end] & Flag.UPPER) and not tokens.flags[end] & Flag.TIME
    if tokens.plain[end]:
        return named
    return tokens.gaps[end].strip() == "," and (named or not tokens.plain[first] and first not in tokens.firsts)
