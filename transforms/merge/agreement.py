"""Whether two reports of one type and time tell one event: what speaks for it, what against.

Belongs here: actors, targets and places of two reports compared. Does not: their dates (grouping.py), which reports are compared (within.py, across.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from transforms.merge.names import ActorTable, Relation
from transforms.merge.places import PlaceRelation, PlaceTable
from transforms.merge.vocabulary import Traits, merging_words

# What one shared actor is worth as one who did it, by how the two names relate; a state says less than a person or an organisation.
ACTING_POINTS = {Relation.SAME: 2.0, Relation.OFFICE: 1.5, Relation.KINDRED: 1.0}
SAME_STATE_POINTS = 1.5
# What one shared target is worth.
TARGET_POINTS = {Relation.SAME: 1.0, Relation.OFFICE: 0.5, Relation.KINDRED: 0.5}
SAME_PERSON_TARGET_POINTS = 1.5
SAME_GROUP_POINTS = 0.5
SAME_PLACE_POINTS = 1.0
SAME_COUNTRY_POINTS = 0.5
# Of events that are known by kind and country.
SAME_KIND_POINTS = 1.0
NO_KIND_POINTS = 0.5
SAME_LAND_POINTS = 1.0
# What one who acts for a state is worth beside the state, in what states do.
STATELY_POINTS = 1.5
# Breaks ties in favour of the report that names the same actors and no others.
LIKENESS_POINTS = 0.25
# Of two reports that each name somebody whom the other does not, this share of the shorter list must be in both.
SHARED_SHARE = 0.6


# The actors by whom two events of a type are told apart, and the others.
Sides = tuple[tuple[int, ...], tuple[int, ...]]


class Told(Protocol):
    """What a report says of who, where, which kind and which of a series: numbers in the tables of actors and places, place -1, kind and counted "" when not given."""

    acting: tuple[int, ...]
    targets: tuple[int, ...]
    place: int
    kind: str
    counted: str


class Agreement(NamedTuple):
    """How strongly two reports agree, and the actor (or -1) and place that they share.

    silent: one of them names nobody in particular of those who tell events of the type apart. empty: one of them tells of nobody at all.
    unlike: both tell to whom it was done, and of nobody alike.
    """

    points: float
    actor: int
    same_place: bool
    silent: bool
    empty: bool
    unlike: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares reports of one event type."""

    traits: Traits
    actors: ActorTable
    places: PlaceTable
    _known: dict[tuple[object, ...], Agreement | None] = field(default_factory=dict)

    def agreement(self, a: Told, b: Told) -> Agreement | None:
        """How far two reports agree on who and where; null when they contradict each other."""
        pair = (a.acting, a.targets, a.place, a.kind, a.counted, b.acting, b.targets, b.place, b.kind, b.counted)
        if pair in self._known:
            return self._known[pair]
        compare = self._compare_sites if self.traits.unnamed else self._compare
        found = self._known[pair] = None if self._other_kind(a, b) or _other_number(a, b) else compare(a, b)
        return found

    def _other_kind(self, a: Told, b: Told) -> bool:
        return self.traits.sorted and bool(a.kind and b.kind) and a.kind != b.kind

    def _compare_sites(self, a: Told, b: Told) -> Agreement | None:
        """How far two reports agree on kind, place and country, for types that are known by them alone."""
        where, wide = self.places.relation(a.place, b.place), not {a.kind, b.kind}.isdisjoint(merging_words().wide)
        lands, others = self.lands(a), self.lands(b)
        if (where is PlaceRelation.APART and not wide) or (lands and others and lands.isdisjoint(others)):
            return None
        same_place = where is PlaceRelation.SAME and not self.is_country(a.place)
        points = SAME_PLACE_POINTS * same_place + SAME_LAND_POINTS * (not lands.isdisjoint(others))
        points += (SAME_KIND_POINTS if a.kind else NO_KIND_POINTS) if a.kind == b.kind else 0.0
        told = (a.kind or lands) and (b.kind or others)
        return Agreement(points + LIKENESS_POINTS * _likeness(a, b), -1, same_place, True, not told, False)

    def lands(self, told: Told) -> frozenset[str]:
        """The countries that a report names: of its place, and of the states and bodies in it; of persons only where there are no others."""
        cast = [self.actors[number] for number in told.acting + told.targets]
        states = {actor.state for actor in cast if actor.state and actor.kind != "person"} | self._around(told.place)
        return frozenset(states or {actor.state for actor in cast if actor.state})

    def _around(self, place: int) -> frozenset[str]:
        return self.places.lands[place] if place >= 0 else frozenset()

    def _compare(self, a: Told, b: Told) -> Agreement | None:
        where = self.places.relation(a.place, b.place)
        if (where is PlaceRelation.APART and self.traits.placed) or (self.traits.hosted and self._other_host(a, b)):
            return None
        (first, first_rest), (second, second_rest) = self._aligned(self.main(a), self.main(b))
        who, whom = self._acting(first, second), self._secondary(first_rest, second_rest)
        if who is None or whom is None:
            return None
        same_place = where is PlaceRelation.SAME
        place_points = (SAME_COUNTRY_POINTS if self.is_country(a.place) else SAME_PLACE_POINTS) if same_place else 0.0
        points = who[0] + whom[0] + place_points + LIKENESS_POINTS * _likeness(a, b)
        unlike = (bool(first and second) and who[1] < 0) or (bool(first_rest and second_rest) and whom[1] < 0)
        if self.traits.addressed and first_rest and second_rest:
            unlike = unlike or not any(how is Relation.SAME for *_, how in self._pairs(first_rest, second_rest))
        silent = not (self._names(first) and self._names(second))
        empty = not ((a.acting or a.targets) and (b.acting or b.targets))
        return Agreement(points, who[1] if who[1] >= 0 else whom[1], same_place, silent, empty, unlike)

    def _aligned(self, a: Sides, b: Sides) -> tuple[Sides, Sides]:
        """The same, with an actor whom one report has on the wrong side moved ("the warrant of the court"), where the other tells the sides apart."""
        if not self.traits.suffered:
            return a, b
        if a[0] and self._all_among(a[0], b[1]):
            return ((), a[0] + a[1]), b
        if b[0] and self._all_among(b[0], a[1]):
            return a, ((), b[0] + b[1])
        return a, b

    def _all_among(self, numbers: tuple[int, ...], others: tuple[int, ...]) -> bool:
        return all(any(self.actors.relation(one, other) is Relation.SAME for other in others) for one in numbers)

    def main(self, told: Told) -> Sides:
        """The actors by whom two events of the type are told apart, and the others."""
        if self.traits.pooled:
            return told.acting + told.targets, ()
        if self.traits.suffered:
            return (told.targets, told.acting) if told.targets else (told.acting, ())
        return told.acting, told.targets

    def _secondary(self, a: tuple[int, ...], b: tuple[int, ...]) -> tuple[float, int] | None:
        found = self._targets(a, b)
        return (0.0, -1) if found is None and self.traits.suffered else found

    def _names(self, numbers: tuple[int, ...]) -> bool:
        return any(self.actors.named[number] for number in numbers)

    def is_country(self, place: int) -> bool:
        """Whether a place, by its number, is a whole country."""
        return place >= 0 and self.places.countries[place]

    def _acting(self, a: tuple[int, ...], b: tuple[int, ...]) -> tuple[float, int] | None:
        """Points for the shared actors and the foremost of them; null when both name somebody and nobody is shared."""
        pairs = self._pairs(a, b)
        named_a, named_b = [n for n in a if self.actors.named[n]], [n for n in b if self.actors.named[n]]
        if named_a and named_b:
            shared = [pair for pair in pairs if pair[2] is not Relation.SAME or self.actors.named[pair[0]]]
            if not shared or (self.traits.pooled and self._both_name_others(named_a, named_b, shared)):
                return None
        if not pairs:
            return 0.0, -1
        best = max(pairs, key=lambda pair: (self._acting_points(pair), -pair[0], -pair[1]))
        extra = 0.5 * self._acting_points(best) if self.traits.pooled and len({pair[0] for pair in pairs}) > 1 else 0.0
        return self._acting_points(best) + extra, best[0]

    def _pairs(self, a: tuple[int, ...], b: tuple[int, ...]) -> list[tuple[int, int, Relation]]:
        return [(one, other, found) for one in a for other in b if (found := self._relation(one, other))]

    def _relation(self, a: int, b: int) -> Relation:
        """How two actors relate; in what states do, somebody who acts for a state is kin to its bodies."""
        found = self.actors.relation(a, b)
        if found or not self.traits.stately:
            return found
        one, other = self.actors[a], self.actors[b]
        kin = bool(one.state) and one.state == other.state and {one.kind, other.kind} == {"person", "organisation"}
        return Relation.KINDRED if kin else Relation.NONE

    def _acting_points(self, pair: tuple[int, int, Relation]) -> float:
        if pair[2] is Relation.SAME and not self.actors.named[pair[0]]:
            return SAME_GROUP_POINTS
        return SAME_STATE_POINTS if pair[2] is Relation.SAME and self.actors.is_state[pair[0]] else self._worth(pair[2])

    def _worth(self, how: Relation) -> float:
        return STATELY_POINTS if how is Relation.KINDRED and self.traits.stately else ACTING_POINTS[how]

    def _both_name_others(self, a: list[int], b: list[int], shared: list[tuple[int, int, Relation]]) -> bool:
        """Whether each names a person or state that the other does not, and too few are in both."""
        others_a = set(a) - {pair[0] for pair in shared}
        others_b = set(b) - {pair[1] for pair in shared}
        if not (self._particular(others_a) and self._particular(others_b)):
            return False
        return min(len({pair[0] for pair in shared}), len({pair[1] for pair in shared})) < SHARED_SHARE * min(
            len(a), len(b)
        )

    def _particular(self, numbers: set[int]) -> bool:
        return any(self.actors.particular[number] for number in numbers)

    def _targets(self, a: tuple[int, ...], b: tuple[int, ...]) -> tuple[float, int] | None:
        """Points for the shared target; null when both name persons or states and none is shared."""
        pairs = self._pairs(a, b)
        if not pairs:
            return None if self._particular(set(a)) and self._particular(set(b)) else (0.0, -1)
        best = max(pairs, key=lambda pair: (self._target_points(pair), -pair[0], -pair[1]))
        return self._target_points(best), best[0]

    def _target_points(self, pair: tuple[int, int, Relation]) -> float:
        actor = self.actors[pair[0]]
        if not actor.named:
            return SAME_GROUP_POINTS
        return (
            SAME_PERSON_TARGET_POINTS if pair[2] is Relation.SAME and actor.kind == "person" else TARGET_POINTS[pair[2]]
        )

    def _other_host(self, a: Told, b: Told) -> bool:
        """Whether the country that one report gives as place is not among the states that the other gives as hosts."""
        return self._outside(a.place, b.targets) or self._outside(b.place, a.targets)

    def _outside(self, place: int, targets: tuple[int, ...]) -> bool:
        hosts = [self.actors[number] for number in targets if self.actors[number].kind == "state"]
        return (
            bool(hosts) and self.is_country(place) and self.places.folded[place] not in {host.state for host in hosts}
        )


def _other_number(a: Told, b: Told) -> bool:
    """Whether two reports tell different numbers of one series ("the second vote", "the third vote")."""
    return a.counted != b.counted and a.counted.partition(" ")[0] == b.counted.partition(" ")[0]


def _likeness(a: Told, b: Told) -> float:
    """The share of actors, by number, that are in both: 1 when the lists are the same."""
    one, other = set(a.acting + a.targets), set(b.acting + b.targets)
    return len(one & other) / len(one | other) if one or other else 1.0
