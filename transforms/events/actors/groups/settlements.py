"""Names of places that only the noun before them tells: `the town of Ayn Issa`, `the villages of Anna Marouf and Tell Hamis`.

Belongs here: names behind such a noun and their lists. Does not: known places (places/gazetteer.py), prepositions of place (standing.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_SEVERAL: Final = word_set("actions", "several_settlements")
_SETTLEMENTS: Final = word_set("actions", "settlements") | _SEVERAL


class Settlements:
    """The names of a text, told one after the other, of which each may be behind the noun of a settlement or go on with a list that opens there."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._list_end = -1  # of the last name of an open list

    def named(self, first: int, last: int) -> Known | None:
        """What the name of these words is when it is told to be a settlement; None for other names."""
        tokens = self._tokens
        noun = tokens.raw[first - 2] if tokens.before(first) == "of" else ""
        goes_on = self._goes_on(first)
        if noun not in _SETTLEMENTS and not goes_on or tokens.flags[last - 1] & Flag.POSSESSIVE:
            return None
        self._list_end = last if goes_on or noun in _SEVERAL else -1
        return Known("place", " ".join(tokens.raw[first:last]))

    def _goes_on(self, first: int) -> bool:
        """Whether a word goes on with the open list: `the towns of Norfield, | Eastham and | Vella`."""
        end = self._list_end
        if first == end + 1:
            return self._tokens.raw[end] == "and"
        return first == end and self._tokens.gaps[first].strip() == ","
