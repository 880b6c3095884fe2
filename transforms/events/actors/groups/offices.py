"""Find what an office is for between its title and its holder: "Under Secretary for Political Affairs Anna Borg".

Belongs here: the capitalised words behind a role and "for" or "of", up to a name. Does not: offices in small letters before a comma (appositions.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known, match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

MAX_FIELD: Final = 12  # words between a title and a name: "for Economic Growth, Energy, and the Environment"
_LINKS: Final = frozenset({"for", "of"})
_INSIDE: Final = frozenset({"and", "the", "of", "for", "in"})
_WITH_FIELDS: Final = word_set("titles", "with_fields")


def holder_begin(tokens: Tokens, last: int) -> int:
    """Where the name begins of who holds the office whose title ends before a word; 0 when no words of a field stand between."""
    if tokens.raw[last : last + 1] == [] or tokens.raw[last] not in _LINKS or not tokens.plain[last]:
        return 0
    title = tokens.flags[last - 1]
    if not title & Flag.UPPER or title & (Flag.POSSESSIVE | Flag.SHOUTED):
        return 0
    if tokens.small(last - 1) not in _WITH_FIELDS:
        return 0
    for at in range(last + 1, min(last + 1 + MAX_FIELD, len(tokens) - 1)):
        if not tokens.plain[at] and not _follows_comma(tokens, at):
            return 0
        if at > last + 1 and _begins_holder(tokens, at):
            return at
        if not _is_of_field(tokens, at, tokens.raw[last]):
            return 0
    return 0


def _follows_comma(tokens: Tokens, at: int) -> bool:
    """Whether a word goes on with a list behind a comma in its sentence."""
    return tokens.gaps[at] == ", " and at not in tokens.firsts


def _begins_holder(tokens: Tokens, at: int) -> bool:
    """Whether a first name behind a capitalised word begins a name."""
    if not tokens.plain[at] or not tokens.plain[at + 1] or not tokens.flags[at - 1] & Flag.UPPER:
        return False
    surname = bool(tokens.flags[at + 1] & Flag.UPPER)
    return surname and bool(tokens.flags[at] & Flag.GIVEN) and not tokens.flags[at - 1] & Flag.GIVEN


def _is_of_field(tokens: Tokens, at: int, link: str) -> bool:
    """Whether a word may stand in what an office is for: no other office, and behind "of" no country or body that it belongs to."""
    flags = tokens.flags[at]
    if not flags & Flag.UPPER:
        return tokens.raw[at] in _INSIDE
    if flags & (Flag.POSSESSIVE | Flag.HONORIFIC) or flags & Flag.ROLE and match_term(tokens, at, Flag.ROLE)[0]:
        return False
    return link == "for" or not (flags & Flag.GAZETTEER and match_known(tokens, at)[1])
