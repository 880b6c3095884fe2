"""Nouns of organisations that name nobody where they stand: "in court", "in Department C-40", "in the commission of a robbery".

Belongs here: what rules out that such a noun is an actor. Does not: which organisation one means (coreference.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.wording import small_text
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import DETERMINERS
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_ARTICLELESS: Final = word_set("organisations", "articleless")


def names_nobody(tokens: Tokens, group: NounGroup, noun: str) -> bool:
    """Whether a noun alone, without what says whose it is, names no organisation where it stands."""
    return _is_bare(tokens, group) or _is_room(tokens, group) or _is_committing(tokens, group, noun)


def _is_bare(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a noun stands without article and modifiers where that names nobody ("in court")."""
    first = group.first
    if first != group.head.first or first in tokens.firsts or tokens.flags[first] & (Flag.UPPER | Flag.SHOUTED):
        return False
    return tokens.before(first) not in DETERMINERS and small_text(tokens, group.head) not in _ARTICLELESS


def _is_room(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a number says that a noun is a room: `in Department C-40`."""
    following = tokens.small(group.last) if tokens.plain[group.last] else ""
    return any(map(str.isdigit, following)) and not following[0].isdigit()


def _is_committing(tokens: Tokens, group: NounGroup, noun: str) -> bool:
    """Whether a commission is a deed: `shot in the commission of a robbery`."""
    in_it = tokens.before(group.first - 1) in ("in", "during") and tokens.before(group.first) == "the"
    return noun == "commission" and in_it and tokens.after(group.last) == "of"
