"""The actors of a set of mentions by number: what tells most pairs of them apart at once, and how the others relate.

Belongs here: tables over all actors, worked out once. Does not: one name, how two names relate (names.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import count

import polars as pl

from transforms.merge.names import NUMBER_BITS, ActorName, Relation, relation
from transforms.spelling import spelling

# The mark of a name without words, which may be any.
ANY = 0


class ActorTable:
    """The actors of a set of mentions by number, with their relations worked out once.

    named: whether each is somebody in particular; particular: whether it is also a person or a state, of which another tells another event.
    offers, seeks: the marks of each: two actors are related only if one offers what the other seeks.
    """

    def __init__(self, actors: Sequence[ActorName]) -> None:
        self.actors = actors
        self.named = [actor.named for actor in actors]
        self.particular = [actor.named and actor.kind in ("person", "state") for actor in actors]
        self.is_state = [actor.kind == "state" for actor in actors]
        self.offers, self.seeks = _marks(actors)
        self._relations: dict[int, Relation] = {}

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The actors as they are stored, in the order of their numbers: `name`, `kind`, `state`."""
        return pl.DataFrame(
            {
                "name": [actor.name for actor in self.actors],
                "kind": [actor.kind for actor in self.actors],
                "state": [actor.given_state for actor in self.actors],
            },
            schema={"name": pl.String, "kind": pl.String, "state": pl.String},
        )

    def __getitem__(self, number: int) -> ActorName:
        return self.actors[number]

    def relation(self, a: int, b: int) -> Relation:
        """How two actors relate, by their numbers."""
        if a == b and self.named[a]:
            return Relation.SAME
        if self.strangers(a, b):
            return Relation.NONE
        pair = a << NUMBER_BITS | b if a < b else b << NUMBER_BITS | a
        known = self._relations.get(pair)
        if known is None:
            known = self._relations[pair] = relation(self.actors[a], self.actors[b])
        return known

    def strangers(self, a: int, b: int) -> bool:
        """Whether two actors are seen at once to have nothing to do with each other, as most pairs have not."""
        return self.offers[a].isdisjoint(self.seeks[b])


def _marks(actors: Sequence[ActorName]) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
    """What each actor offers and seeks: its words and its state. Two persons of one state who are both told by name are not related by it."""
    numbers: defaultdict[tuple[str, str], int] = defaultdict(count(ANY + 1).__next__)
    anybody = any(not actor.words for actor in actors)
    offers, seeks = [], []
    for actor in actors:
        short = [] if actor.kind in ("person", "state") else [spelling(actor.initials)]
        words = {numbers["word", word] for word in (*actor.words, *short) if word}
        if anybody:
            words.add(ANY)
        person = actor.kind == "person" and actor.named
        state = [numbers[who, actor.state] for who in ("person of", "of")] if actor.state else []
        offers.append(frozenset(words.union(state[:1] if person else state[1:])))
        seeks.append(frozenset(words.union(state[1:] if person else state)))
    return offers, seeks
