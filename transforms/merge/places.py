"""Whether two places can be one.

Belongs here: names of places as they are compared. Does not: finding places in text (transforms/events), what a place proves (agreement.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache

from babel import Locale

from transforms.merge.names import fold
from transforms.merge.vocabulary import merging_words


class PlaceRelation(Enum):
    """What two places say of each other; UNKNOWN when one may lie within the other."""

    SAME = "same"
    UNKNOWN = "unknown"
    APART = "apart"


class PlaceTable:
    """The places of a set of mentions by number, with their relations worked out once."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.words = [frozenset(_words(name)) for name in names]
        self.folded = [fold(name) for name in names]
        self.countries = [name in country_names() for name in self.folded]
        self._relations: dict[tuple[int, int], PlaceRelation] = {}

    def relation(self, a: int, b: int) -> PlaceRelation:
        """How two places relate, by their numbers; -1 stands for no place."""
        if a < 0 or b < 0:
            return PlaceRelation.UNKNOWN
        if a == b:
            return PlaceRelation.SAME
        pair = (a, b) if a < b else (b, a)
        known = self._relations.get(pair)
        if known is None:
            known = self._relations[pair] = self._compare(a, b)
        return known

    def _compare(self, a: int, b: int) -> PlaceRelation:
        one, other = self.words[a], self.words[b]
        if one == other:
            return PlaceRelation.SAME
        if self.countries[a] != self.countries[b] or one <= other or other <= one:
            return PlaceRelation.UNKNOWN
        return PlaceRelation.APART


@cache
def country_names() -> frozenset[str]:
    """The names of countries and territories in English, folded as names are compared."""
    return frozenset(fold(name) for code, name in Locale("en").territories.items() if code.isalpha())


def _words(name: str) -> list[str]:
    words = fold(name).split()
    generic = merging_words().generic
    return [word for word in words if word not in generic] or words
