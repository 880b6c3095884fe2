"""Join a state's adjective and a trade to the name behind them: "Finnish phone maker Nokia", "Lebanese militant group Hezbollah".

Belongs here: which words before a name only say what bears it. Does not: roles of persons (noun_groups.py), appositions between commas (appositions.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.units import Unit
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known
from transforms.events.actors.words.lexicon import DETERMINERS
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS
from transforms.vocabulary import word_set

_TRADES: Final = word_set("organisations", "trades")
_MAKER: Final = "maker"
_BEARERS: Final = frozenset({"name", "organisation", "place"})
_SAYING_WHERE: Final = frozenset({"adjective", "state"})
_SMALL_WORDS: Final = PREPOSITIONS | COORDINATORS | frozenset(DETERMINERS)
MAX_TRADE: Final = 4  # words between a state's adjective and a name: "oil and gas group"


def join_trade(tokens: Tokens, groups: list[NounGroup], group: NounGroup) -> bool:
    """Take the words before a name into its group where they only say what bears it, drop the groups they made, and say whether they do."""
    bearer = group.parts[0]
    if bearer.sort not in _BEARERS or not groups:
        return False
    apart = len(groups) > 1 and groups[-1].parts[0].sort == "noun" and groups[-1].last == bearer.first
    before = groups[-2] if apart else groups[-1]  # "German trading firm Norfield" has three
    where = before.parts[0]
    if where.sort not in _SAYING_WHERE or before.complement or before.apposed:
        return False
    if not _names_trade(tokens, where, bearer.first):
        return False
    if group.head is bearer and len(group.parts) == 1:
        group.first = before.first
        group.apposed = [*group.apposed, where]
        _make_firm(tokens, bearer)
    del groups[-1 - apart :]
    return True


def _names_trade(tokens: Tokens, where: Unit, first: int) -> bool:
    """Whether nothing but the words of a trade stand between a state's adjective, or its owner's form, and a name."""
    if not 0 < first - where.last <= MAX_TRADE or not tokens.plain[first]:
        return False
    if where.sort == "state" and not (
        tokens.flags[where.last - 1] & Flag.POSSESSIVE or tokens.raw[where.last - 1].endswith(".")
    ):
        return False  # "Malta bank Vella", but "U.S. planemaker Vella"
    trade = tokens.raw[first - 1]
    if trade not in _TRADES and not trade.endswith(_MAKER):
        return False
    return all(_is_of_trade(tokens, at) for at in range(where.last, first))


def _is_of_trade(tokens: Tokens, at: int) -> bool:
    word = tokens.raw[at]
    if not tokens.plain[at] or tokens.flags[at] & (Flag.UPPER | Flag.DEED | Flag.POSSESSIVE | Flag.PRONOUN):
        return False
    return word == "and" or word not in _SMALL_WORDS


def _make_firm(tokens: Tokens, bearer: Unit) -> None:
    """Read a name behind a trade as that of a firm or a body, unless it begins with a first name: "Dutch developer Anna Berg"."""
    if bearer.sort == "organisation" or tokens.flags[bearer.first] & (Flag.GIVEN | Flag.SURNAME_FIRST):
        return
    if bearer.last - bearer.first == 1:
        bearer.sort, bearer.known, bearer.sure = "name", None, True
    else:
        bearer.sort, bearer.known = "organisation", Known("company", "")
