"""Whether two reports of one type and time tell one event: what speaks for it, what against.

Belongs here: actors, targets and places of two reports compared. Does not: what a report tells by itself (accounts.py), which reports are compared (within.py, cores.py, hosts.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Final, NamedTuple

from transforms.merge.accounts import BOTH, MAIN, PLACE, REST, SEVERAL, TELLS, Account, Side
from transforms.merge.actors import ActorTable
from transforms.merge.groups import UNNUMBERED, Group
from transforms.merge.names import NUMBER_BITS, Relation
from transforms.merge.places import PlaceRelation, PlaceTable
from transforms.merge.sites import compare_sites, struck_by_name
from transforms.merge.vocabulary import Traits

# What one shared actor is worth as one who did it, by how the two names relate; a state says less than a person or an organisation.
ACTING_POINTS = {Relation.SAME: 2.0, Relation.OFFICE: 1.5, Relation.KINDRED: 1.0}
SAME_STATE_POINTS = 1.5
# What one shared target is worth.
TARGET_POINTS = {Relation.SAME: 1.0, Relation.OFFICE: 0.5, Relation.KINDRED: 0.5}
SAME_PERSON_TARGET_POINTS = 1.5
SAME_GROUP_POINTS = 0.5
SAME_PLACE_POINTS = 1.0
SAME_COUNTRY_POINTS = 0.5
# What one who acts for a state is worth beside the state, in what states do.
STATELY_POINTS = 1.5
# Breaks ties in favour of the report that names the same actors and no others.
LIKENESS_POINTS = 0.25
# The most that one shared actor of a side can be worth.
MOST_ACTING_POINTS: Final = max(SAME_STATE_POINTS, STATELY_POINTS, *ACTING_POINTS.values())
MOST_TARGET_POINTS: Final = max(SAME_PERSON_TARGET_POINTS, SAME_GROUP_POINTS, *TARGET_POINTS.values())
# What a further shared actor adds where roles do not tell events apart.
FURTHER_SHARE = 0.5
# Of two reports that each name somebody whom the other does not, this share of the shorter list must be in both.
SHARED_SHARE = 0.6


class Shared(NamedTuple):
    """What two sides share: points for it, and its foremost actor (or -1). unlike: both tell of somebody, and of nobody alike."""

    points: float
    actor: int
    unlike: bool


class Agreement(NamedTuple):
    """How strongly two reports agree, and the actor (or -1) and place that they share.

    silent: one of them names nobody in particular of those who tell events of the type apart. empty: one of them tells of nobody at all.
    unlike: both tell to whom it was done, and of nobody alike. others: both tell of somebody who tells events of the type apart, and of nobody alike. same_words: both stand in the same words.
    """

    points: float
    actor: int
    same_place: bool
    silent: bool
    empty: bool
    unlike: bool
    others: bool
    same_words: bool = False


NO_LANDS: Final = frozenset[str]()
NOTHING_SOUGHT: Final = frozenset[int]()
# What is not known yet of two accounts; null says that they contradict each other.
UNKNOWN: Final = Agreement(0.0, -1, False, False, False, False, False)


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares reports of one event type."""

    traits: Traits
    actors: ActorTable
    places: PlaceTable
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    # by the number of what a report tells
    _accounts: list[Account] = field(default_factory=list)
    # by the numbers of two accounts
    _known: dict[int, Agreement | None] = field(default_factory=dict)
    # by the numbers of two actors, of types in which states act
    _kin: dict[int, Relation] = field(default_factory=dict)
    _sides: dict[tuple[int, ...], Side] = field(default_factory=dict)
    # by the numbers of two sides
    _acting: dict[int, Shared | None] = field(default_factory=dict)
    _others: dict[int, Shared | None] = field(default_factory=dict)
    # and whether each or any is asked for
    _among: dict[int, bool] = field(default_factory=dict)
    # by the bits of what both tell
    _most: list[float] = field(default_factory=list)
    _mixed: bool = field(init=False)

    def __post_init__(self) -> None:
        self._most.extend(_most_points(tells, self.traits) for tells in range(sum(TELLS) + 1))
        object.__setattr__(self, "_mixed", self.traits.pooled and not self.traits.unnamed)

    def number(self, group: Group) -> int:
        """The number of what a report tells: one for all that tell the same of who, where, which kind and which of a series."""
        number = group.number
        if number == UNNUMBERED:
            told = (group.acting, group.targets, group.place, group.kind, group.counted)
            number = group.number = self._numbers.setdefault(told, len(self._accounts))
            if number == len(self._accounts):
                self._accounts.append(self._account(group))
        return number

    def _account(self, group: Group) -> Account:
        acting, targets, counted = group.acting, group.targets, group.counted
        first, second = self.main(group)
        main, rest = self._side(first), self._side(second)
        lands = self.lands(group) if self.traits.unnamed else NO_LANDS
        several = SEVERAL if len(first) > 1 else 0
        tells = (MAIN if first else 0) | (REST if second else 0) | (PLACE if group.place >= 0 else 0) | several
        series, actors = counted.partition(" ")[0], frozenset(acting + targets)
        struck = struck_by_name(targets, self.actors) if self.traits.unnamed else ()
        return Account(
            acting, targets, group.place, group.kind, counted, main, rest, actors, lands, struck, series, tells
        )

    def _side(self, numbers: tuple[int, ...]) -> Side:
        known = self._sides.get(numbers)
        if known is None:
            actors = self.actors
            named = tuple([number for number in numbers if actors.named[number]])
            offered = tuple([(actors.offers[number], actors.particular[number]) for number in numbers])
            sought = NOTHING_SOUGHT.union(*[actors.seeks[number] for number in numbers])
            known = Side(len(self._sides), numbers, named, self._particular(numbers), offered, sought)
            self._sides[numbers] = known
        return known

    def agreement(self, a: Group, b: Group, least: float = 0.0) -> Agreement | None:
        """How far two reports agree on who and where; null when they contradict each other, or tell too little to agree by `least` points."""
        one = a.number if a.number != UNNUMBERED else self.number(a)
        other = b.number if b.number != UNNUMBERED else self.number(b)
        told, found = self._accounts[one], self._accounts[other]
        if self._most[told.tells & found.tells & BOTH | (told.tells | found.tells) & SEVERAL] < least:
            return None
        if self._mixed and _name_others(told.main, found.main):
            return None
        pair = one << NUMBER_BITS | other
        known = self._known.get(pair, UNKNOWN)
        if known is UNKNOWN:
            known = self._known[pair] = self._compare(told, found)
        return known

    def moved_on(self, a: Group, b: Group) -> bool:
        """Whether two reports tell two places of what happened to somebody: unless a day joins them, the arrest and where they are held."""
        told_apart = self.traits.placed and self.traits.suffered
        return told_apart and self.places.relation(a.place, b.place) is PlaceRelation.APART

    def main_of(self, report: Group) -> Side:
        """Those by whom a report is told apart from others."""
        return self._accounts[self.number(report)].main

    def may_agree(self, report: Group, least: float) -> bool:
        """Whether a report tells enough to agree with any other by so many points."""
        return self._most[self._accounts[self.number(report)].tells | SEVERAL] >= least

    def _compare(self, a: Account, b: Account) -> Agreement | None:
        if a.is_other_number(b):
            return None
        if self.traits.unnamed:
            return self._compare_sites(a, b)
        return None if self.traits.sorted and a.is_other_kind(b) else self._compare_casts(a, b)

    def _compare_sites(self, a: Account, b: Account) -> Agreement | None:
        met = compare_sites(a, b, self.actors, self.places)
        if met is None:
            return None
        points = met.points + LIKENESS_POINTS * _likeness(a.actors, b.actors)
        return Agreement(points, met.struck, met.same_place, True, not met.told, False, False)

    def lands(self, group: Group) -> frozenset[str]:
        """The countries that a report names: of its place, and of the states and bodies in it; of persons only where there are no others."""
        cast = [self.actors[number] for number in group.acting + group.targets]
        states = {actor.state for actor in cast if actor.state and actor.kind != "person"}
        around = self._around(group.place)
        # of the countries that have a Birmingham, the one that is named beside it
        found = frozenset(states | ((around & states) or around))
        return found or frozenset({actor.state for actor in cast if actor.state})

    def _around(self, place: int) -> frozenset[str]:
        return self.places.lands[place] if place >= 0 else frozenset()

    def _compare_casts(self, a: Account, b: Account) -> Agreement | None:
        where = self.places.relation(a.place, b.place)
        if where is PlaceRelation.APART and self.traits.placed and not self._befell_one_person(a, b):
            return None
        if self.traits.hosted and self._other_host(a, b):
            return None
        (first, first_rest), (second, second_rest) = self._aligned(a, b)
        # most that contradict each other do so in those to whom it was done
        whom = self._shared_others(first_rest, second_rest)
        who = self._shared_acting(first, second) if whom else None
        if who is None or whom is None:
            return None
        same_place = where is PlaceRelation.SAME
        here = SAME_COUNTRY_POINTS if self.is_country(a.place) else SAME_PLACE_POINTS
        points = (
            who.points + whom.points + (here if same_place else 0.0) + LIKENESS_POINTS * _likeness(a.actors, b.actors)
        )
        actor = who.actor if who.actor >= 0 else whom.actor
        silent = not (first.named and second.named)
        empty = not (a.actors and b.actors)
        return Agreement(points, actor, same_place, silent, empty, who.unlike or whom.unlike, who.unlike)

    def _befell_one_person(self, a: Account, b: Account) -> bool:
        """Whether both tell of a person by full name to whom it happened, of whom texts name one place or another that is only near in the sentence."""
        return self.traits.suffered and any(
            self.actors[one].kind == "person"
            and min(len(self.actors[one].words), len(self.actors[other].words)) > 1
            and self.actors.relation(one, other) is Relation.SAME
            for one in a.main.named
            for other in b.main.named
        )

    def _shared_acting(self, a: Side, b: Side) -> Shared | None:
        """What two share of those by whom they are told apart; null when both name somebody and nobody is shared."""
        pair = a.number << NUMBER_BITS | b.number
        if pair in self._acting:
            return self._acting[pair]
        found = self._points_acting(a, b)
        known = self._acting[pair] = found and Shared(*found, bool(a.all and b.all) and found[1] < 0)
        return known

    def _shared_others(self, a: Side, b: Side) -> Shared | None:
        """What two share of the others; null when both name persons or states, none is shared, and it matters."""
        pair = a.number << NUMBER_BITS | b.number
        if pair in self._others:
            return self._others[pair]
        found = self._points_others(a, b)
        if found is None and self.traits.suffered:
            found = 0.0, -1
        unlike = found is not None and bool(a.all and b.all) and self._are_unlike(a, b, found[1])
        known = self._others[pair] = found and Shared(*found, unlike)
        return known

    def _are_unlike(self, a: Side, b: Side, shared: int) -> bool:
        """Whether two tell of nobody alike to whom it was done; `shared` is the actor that they share, or -1."""
        return shared < 0 or (
            self.traits.addressed and not any(how is Relation.SAME for *_, how in self._pairs(a.all, b.all))
        )

    def _aligned(self, a: Account, b: Account) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        """Main and other actors of both, with an actor whom one has on the wrong side moved ("the warrant of the court"), where the other tells the sides apart."""
        if not self.traits.suffered:
            return (a.main, a.rest), (b.main, b.rest)
        if not self._befalls_person(a) and self._are_among(a.main, b.rest, each=bool(a.targets)):
            return (self._side(()), self._side(a.main.all + a.rest.all)), (b.main, b.rest)
        if not self._befalls_person(b) and self._are_among(b.main, a.rest, each=bool(b.targets)):
            return (a.main, a.rest), (self._side(()), self._side(b.main.all + b.rest.all))
        return (a.main, a.rest), (b.main, b.rest)

    def _befalls_person(self, account: Account) -> bool:
        """Whether a report says that it was done to a person by name, who is on the right side then."""
        return any(self.actors.named[number] and self.actors[number].kind == "person" for number in account.targets)

    def _are_among(self, side: Side, others: Side, *, each: bool) -> bool:
        """Whether there is somebody on one side, and each of them is on the other, or else any: of those who act together one tells that all of them act."""
        pair = (side.number << NUMBER_BITS | others.number) << 1 | each
        known = self._among.get(pair)
        if known is None:
            found = [any(self.actors.relation(one, o) is Relation.SAME for o in others.all) for one in side.all]
            known = self._among[pair] = bool(found) and (all(found) if each else any(found))
        return known

    def main(self, group: Group) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The actors by whom two events of the type are told apart, and the others."""
        acting, targets = group.acting, group.targets
        if self.traits.pooled:
            return acting + targets, ()
        by_himself = bool(acting) and group.kind in self.traits.own
        return (targets, acting) if self.traits.suffered and targets and not by_himself else (acting, targets)

    def is_country(self, place: int) -> bool:
        """Whether a place, by its number, is a whole country."""
        return place >= 0 and self.places.countries[place]

    def _points_acting(self, a: Side, b: Side) -> tuple[float, int] | None:
        """Points for the shared actors and the foremost of them; null when both name somebody and nobody is shared."""
        pairs = self._pairs(a.all, b.all)
        if not pairs:
            return None if a.named and b.named else (0.0, -1)
        if a.named and b.named:
            shared = [pair for pair in pairs if pair[2] is not Relation.SAME or self.actors.named[pair[0]]]
            if not shared or (self.traits.pooled and self._both_name_others(a.named, b.named, shared)):
                return None
        if len(pairs) == 1:
            return self._acting_points(pairs[0]), pairs[0][0]
        best = max(pairs, key=lambda pair: (self._acting_points(pair), -pair[0], -pair[1]))
        extra = (
            FURTHER_SHARE * self._acting_points(best)
            if self.traits.pooled and min(len({pair[side] for pair in pairs}) for side in (0, 1)) > 1
            else 0.0
        )
        return self._acting_points(best) + extra, best[0]

    def _pairs(self, a: tuple[int, ...], b: tuple[int, ...]) -> list[tuple[int, int, Relation]]:
        relation = self._relation if self.traits.stately else self.actors.relation
        if len(a) == len(b) == 1:
            found = relation(a[0], b[0])
            return [(a[0], b[0], found)] if found else []
        return [(one, other, found) for one in a for other in b if (found := relation(one, other))]

    def _relation(self, a: int, b: int) -> Relation:
        """How two actors relate in what states do: somebody who acts for a state is kin to its bodies."""
        if a != b and self.actors.strangers(a, b):
            return Relation.NONE
        pair = a << NUMBER_BITS | b
        known = self._kin.get(pair)
        if known is None:
            known = self._kin[pair] = self._kinship(a, b)
        return known

    def _kinship(self, a: int, b: int) -> Relation:
        if found := self.actors.relation(a, b):
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

    def _both_name_others(
        self, a: tuple[int, ...], b: tuple[int, ...], shared: list[tuple[int, int, Relation]]
    ) -> bool:
        """Whether each names a person or state that the other does not, and too few are in both."""
        shared_a, shared_b = {pair[0] for pair in shared}, {pair[1] for pair in shared}
        if min(len(shared_a), len(shared_b)) >= SHARED_SHARE * min(len(a), len(b)):
            return False
        return self._particular(set(a) - shared_a) and self._particular(set(b) - shared_b)

    def _particular(self, numbers: Iterable[int]) -> bool:
        return any(self.actors.particular[number] for number in numbers)

    def _points_others(self, a: Side, b: Side) -> tuple[float, int] | None:
        """Points for the shared target; null when both name persons or states and none is shared."""
        pairs = self._pairs(a.all, b.all)
        if not pairs:
            return None if a.particular and b.particular else (0.0, -1)
        best = pairs[0]
        if len(pairs) > 1:
            best = max(pairs, key=lambda pair: (self._target_points(pair), -pair[0], -pair[1]))
        return self._target_points(best), best[0]

    def _target_points(self, pair: tuple[int, int, Relation]) -> float:
        actor = self.actors[pair[0]]
        if not actor.named:
            return SAME_GROUP_POINTS
        tells_apart = actor.kind == "person" or (self.traits.received and actor.kind == "organisation")
        return SAME_PERSON_TARGET_POINTS if tells_apart and pair[2] is Relation.SAME else TARGET_POINTS[pair[2]]

    def _other_host(self, a: Account, b: Account) -> bool:
        """Whether the country that one report gives as place is not among the states that the other gives as hosts."""
        return self._outside(a.place, b.targets) or self._outside(b.place, a.targets)

    def _outside(self, place: int, targets: tuple[int, ...]) -> bool:
        hosts = [self.actors[number] for number in targets if self.actors[number].kind == "state"]
        return (
            bool(hosts) and self.is_country(place) and self.places.folded[place] not in {host.state for host in hosts}
        )


def _name_others(a: Side, b: Side) -> bool:
    """Whether it is seen at once that each of two sides names a person or state that the other does not, and too few can be in both."""
    if not (a.named and b.named) or a.number == b.number:
        return False
    n_shared, others = a.without(b)
    if not others:
        return False
    n_back, others = b.without(a)
    return others and min(n_shared, n_back) < SHARED_SHARE * min(len(a.named), len(b.named))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of actors, by number, that are in both: 1 when the lists are the same."""
    n_shared = len(one & other)
    return n_shared / (len(one) + len(other) - n_shared) if one or other else 1.0


def _most_points(tells: int, traits: Traits) -> float:
    """The most points that come of what two reports both tell, by its bits; of sites there is no telling."""
    if traits.unnamed:
        return inf
    several = FURTHER_SHARE if traits.pooled and tells & SEVERAL else 0.0
    acting = MOST_ACTING_POINTS * (1 + several) if tells & MAIN else 0.0
    target = MOST_TARGET_POINTS if tells & REST else 0.0
    return acting + target + (SAME_PLACE_POINTS if tells & PLACE else 0.0) + LIKENESS_POINTS
