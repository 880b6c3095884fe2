"""Find what an office is for: "Under Secretary for Political Affairs Anna Borg", "Minister for Skills and Training".

Belongs here: the capitalised words behind a role and "for" or "of", up to a name or the last one of a list. Does not: offices in small letters before a comma (appositions.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known, match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

MAX_FIELD: Final = 12  # words between a title and a name: "for Economic Growth, Energy, and the Environment"
MAX_CHARGE: Final = 3  # words between "Chief" and "Officer"
_CHIEF: Final = "chief"
_OFFICER: Final = "officer"
_LINKS: Final = frozenset({"for", "of"})
_INSIDE: Final = frozenset({"and", "the", "of", "for", "in"})
_WITH_FIELDS: Final = word_set("titles", "with_fields")
_FIELDS: Final = word_set("organisations", "fields")
_NO_FIELDS: Final = Flag.POSSESSIVE | Flag.HONORIFIC | Flag.GIVEN | Flag.GAZETTEER | Flag.ROLE


def holder_begin(tokens: Tokens, last: int) -> int:
    """Where the name begins of who holds the office whose title ends before a word; 0 when no words of a field stand between."""
    if not _has_field(tokens, last):
        return 0
    for at in range(last + 1, min(last + 1 + MAX_FIELD, len(tokens) - 1)):
        if not tokens.plain[at] and not _follows_comma(tokens, at):
            return 0
        if at > last + 1 and _begins_holder(tokens, at):
            return at
        if not _is_of_field(tokens, at, tokens.raw[last]):
            return 0
    return 0


def fields_end(tokens: Tokens, last: int) -> int:
    """Where the list ends of what the office is for whose title ends before a word: "Minister for Skills and Training"; 0 where no list follows."""
    if not _has_field(tokens, last) or not tokens.plain[last + 1] or tokens.small(last + 1) not in _FIELDS:
        return 0
    joined = False
    for at in range(last + 2, min(last + 1 + MAX_FIELD, len(tokens))):
        is_joint = tokens.plain[at] and tokens.raw[at] == "and" and not joined
        goes_on = tokens.plain[at] or not joined and _follows_comma(tokens, at)
        listed = tokens.flags[at] & Flag.UPPER and (not tokens.flags[at] & _NO_FIELDS or tokens.small(at) in _FIELDS)
        if not is_joint and not (goes_on and listed):
            return at if joined and tokens.raw[at - 1] != "and" else 0
        joined = joined or is_joint
    return 0


def is_subject_of_office(tokens: Tokens, index: int, at: int) -> bool:
    """Whether ordinary nouns end an office before an unknown name: "Secretary for Democracy and Human Rights Uzra Zeya"."""
    if tokens.flags[at] & tokens.flags[at + 1] != Flag.UPPER or not tokens.plain[at] or not tokens.plain[at + 1]:
        return False
    return tokens.before(index) == "and" and all(tokens.flags[i] & Flag.NOUN for i in range(index, at))


def chief_office_end(tokens: Tokens, index: int) -> int:
    """Where an office ends that "Chief" opens and "Officer" closes: "Chief People Officer"; 0 for other words."""
    if tokens.small(index) != _CHIEF or tokens.flags[index] & Flag.POSSESSIVE:
        return 0
    for at in range(index + 1, min(index + 2 + MAX_CHARGE, len(tokens))):
        if not tokens.plain[at]:
            return 0
        if tokens.small(at) == _OFFICER:
            return at + 1
        if (
            bool(tokens.flags[at] & Flag.UPPER) is not bool(tokens.flags[index] & Flag.UPPER)
            and tokens.raw[at] != "and"
        ):
            return 0
    return 0


def _has_field(tokens: Tokens, last: int) -> bool:
    """Whether a title in capitals ends before a word that leads to what the office is for."""
    if tokens.raw[last : last + 1] == [] or tokens.raw[last] not in _LINKS or not tokens.plain[last]:
        return False
    title = tokens.flags[last - 1]
    if not title & Flag.UPPER or title & (Flag.POSSESSIVE | Flag.SHOUTED):
        return False
    return tokens.small(last - 1) in _WITH_FIELDS


def _follows_comma(tokens: Tokens, at: int) -> bool:
    """Whether a word goes on with a list behind a comma in its sentence."""
    return tokens.gaps[at] == ", " and at not in tokens.firsts


def _begins_holder(tokens: Tokens, at: int) -> bool:
    """Whether a first name behind a capitalised word begins a name, or one that no table has behind the last field of a list."""
    if not tokens.plain[at] or not tokens.plain[at + 1] or not tokens.flags[at - 1] & Flag.UPPER:
        return False
    surname = bool(tokens.flags[at + 1] & Flag.UPPER)
    if tokens.raw[at - 2] == "and" and tokens.small(at - 1) in _FIELDS and tokens.small(at) not in _FIELDS:
        return surname and tokens.flags[at] & ~Flag.GIVEN == Flag.UPPER
    return surname and bool(tokens.flags[at] & Flag.GIVEN) and not tokens.flags[at - 1] & Flag.GIVEN


def _is_of_field(tokens: Tokens, at: int, link: str) -> bool:
    """Whether a word may stand in what an office is for: no other office, and behind "of" no country or body that it belongs to."""
    flags = tokens.flags[at]
    if not flags & Flag.UPPER:
        return tokens.raw[at] in _INSIDE
    if flags & (Flag.POSSESSIVE | Flag.HONORIFIC) or flags & Flag.ROLE and match_term(tokens, at, Flag.ROLE)[0]:
        return False
    return link == "for" or not (flags & Flag.GAZETTEER and match_known(tokens, at)[1])
