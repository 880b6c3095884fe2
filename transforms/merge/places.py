"""Whether two places can be one.

Belongs here: names of places as they are compared. Does not: finding places in text (transforms/events), what a place proves (agreement.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from transforms.events.actors.places.gazetteer import STATE_WEIGHT, places, towns
from transforms.merge.names import fold
from transforms.merge.vocabulary import merging_words


class PlaceRelation(Enum):
    """What two places say of each other; UNKNOWN when one may lie within the other."""

    SAME = "same"
    UNKNOWN = "unknown"
    APART = "apart"


class PlaceTable:
    """The places of a set of mentions by number, with their relations worked out once.

    words: the words of each name; countries: whether each is a whole country; folded: its name, or its usual name when it is a country;
    lands: the countries in which it can lie.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.words = [frozenset(_words(name)) for name in names]
        self.countries = [_country(name) is not None for name in names]
        self.folded = [fold(_country(name) or name) for name in names]
        self.lands = [countries_around(name) for name in names]
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
        if one == other or (self.countries[a] and self.folded[a] == self.folded[b]):
            return PlaceRelation.SAME
        if self.countries[a] and self.countries[b]:
            return PlaceRelation.APART
        if self.lands[a] and self.lands[b] and self.lands[a].isdisjoint(self.lands[b]):
            return PlaceRelation.APART
        if self.countries[a] != self.countries[b] or one <= other or other <= one:
            return PlaceRelation.UNKNOWN
        return PlaceRelation.APART


def _country(name: str) -> str | None:
    """The usual name of a country, when the name is one's."""
    return next((reading.name for reading in places().get(name, ()) if reading.weight == STATE_WEIGHT), None)


def countries_around(name: str) -> frozenset[str]:
    """The countries, folded, in which a place of this name lies, or which it is; empty when that is not known."""
    return frozenset(fold(reading.country) for reading in places().get(name) or towns(name) if reading.country)


def _words(name: str) -> list[str]:
    words = fold(name).split()
    generic = merging_words().generic
    return [word for word in words if word not in generic] or words
