"""Names of places that only the words beside them tell: `the town of Ayn Issa`, `the villages of Anna Marouf and Tell Hamis`, `Karl Borg, 30, Mission Norfield, was`.

Belongs here: names behind or before such a noun and their lists, homes behind ages. Does not: known places (places/gazetteer.py), prepositions of place (standing.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known
from transforms.events.actors.words.phrases import match_known, match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import BE, COORDINATORS, HAVE, PREPOSITIONS
from transforms.vocabulary import word_set

_SEVERAL: Final = word_set("actions", "several_settlements")
_SETTLEMENTS: Final = word_set("actions", "settlements") | _SEVERAL
_BEHIND_NAMES: Final = word_set("actions", "places_behind_names")
_NO_HOMES: Final = (
    Flag.GIVEN | Flag.HONORIFIC | Flag.COMPANY | Flag.TIME | Flag.SHOUTED | Flag.POSSESSIVE | Flag.INITIAL
)
_CLOSING: Final = (",", ";", ".")
_CLOSING_WORDS: Final = PREPOSITIONS | COORDINATORS | BE | HAVE  # behind these no noun group goes on
MIN_BEFORE_HOME: Final = 2  # words before it: a name and an age
MAX_HOME: Final = 3  # words of the name of somebody's home


def home_end(tokens: Tokens, index: int) -> int:
    """Where the home ends that stands behind somebody's age, between commas: `Karl Borg, 30, | Mission Norfield |, was`; 0 where none begins at a word.

    Another person, whose age follows, is none, nor is an office or what ends as a body's name does.
    """
    before = index - 1 if tokens.before(index) == "of" else index
    if tokens.gaps[before] != ", " or before < MIN_BEFORE_HOME or before in tokens.firsts:
        return 0
    if not tokens.is_age(before - 1) or tokens.gaps[before - 1] != ", " or not tokens.flags[before - 2] & Flag.UPPER:
        return 0
    end = index
    while end < len(tokens) and tokens.flags[end] & Flag.UPPER and (end == index or tokens.plain[end]):
        if tokens.flags[end] & _NO_HOMES or end - index == MAX_HOME or match_term(tokens, end, Flag.ROLE)[0]:
            return 0
        end += 1
    if end >= len(tokens) or tokens.gaps[end].strip() not in _CLOSING or tokens.is_age(end):
        return 0
    return 0 if tokens.flags[end - 1] & Flag.ORG_HEAD or match_known(tokens, index)[1] else end


class Settlements:
    """The names of a text, told one after the other, of which each may be behind the noun of a settlement or go on with a list that opens there."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._list_end = -1  # of the last name of an open list

    def named(self, first: int, last: int) -> Known | None:
        """What the name of these words is when it is told to be a settlement; None for other names."""
        tokens = self._tokens
        if self._is_before_noun(first, last):
            return Known("place", " ".join(tokens.raw[first:last]))
        noun = tokens.raw[first - 2] if tokens.before(first) == "of" else ""
        goes_on = self._goes_on(first)
        if noun not in _SETTLEMENTS and not goes_on or tokens.flags[last - 1] & Flag.POSSESSIVE:
            return None
        self._list_end = last if goes_on or noun in _SEVERAL else -1
        return Known("place", " ".join(tokens.raw[first:last]))

    def _is_before_noun(self, first: int, last: int) -> bool:
        """Whether the noun of a place closes a group behind a name: `the | Zamsa | hills`, `attacked | Zamsa | village on Monday`, but not `Zamsa town hall`."""
        tokens = self._tokens
        if tokens.before(first) == "the":
            return tokens.after(last) in _BEHIND_NAMES
        if tokens.after(last) not in _SETTLEMENTS:
            return False
        return not tokens.plain[last + 1] or tokens.raw[last + 1] in _CLOSING_WORDS

    def _goes_on(self, first: int) -> bool:
        """Whether a word goes on with the open list: `the towns of Norfield, | Eastham and | Vella`."""
        end = self._list_end
        if first == end + 1:
            return self._tokens.raw[end] == "and"
        return first == end and self._tokens.gaps[first].strip() == ","
