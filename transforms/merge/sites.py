"""Whether two reports tell one event of a type that is known by its kind and country, or by what it befell.

Belongs here: kinds, countries and what was struck, compared. Does not: those who act in an event (agreement.py), names (names.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from transforms.merge.accounts import Account
from transforms.merge.actors import ActorTable
from transforms.merge.names import Relation
from transforms.merge.places import PlaceRelation, PlaceTable
from transforms.merge.vocabulary import merging_words, vague_kinds

SAME_TOWN_POINTS: Final = 1.0
SAME_LAND_POINTS: Final = 1.0
SAME_KIND_POINTS: Final = 1.0
NO_KIND_POINTS: Final = 0.5
# A ship, a plane or a plant by name: what befell it within a month is one accident, whichever word tells it.
STRUCK_POINTS: Final = 1.5


class Met(NamedTuple):
    """How far two reports agree on kind, place, country and what was struck, and the latter (or -1). told: both tell kind or country."""

    points: float
    struck: int
    same_place: bool
    told: bool


def compare_sites(a: Account, b: Account, actors: ActorTable, places: PlaceTable) -> Met | None:
    """How far two reports agree on what they tell of; null when they contradict each other."""
    struck = _struck_in_both(a, b, actors) if _may_be_one_accident(a, b) else -1
    if struck < 0 and (a.is_other_kind(b) or _is_elsewhere(a, b, places)):
        return None
    same_place = places.relation(a.place, b.place) is PlaceRelation.SAME and not places.countries[a.place]
    # a sea lies in no country: those named beside it tell nothing apart
    at_sea = same_place and not places.lands[a.place]
    if a.lands and b.lands and a.lands.isdisjoint(b.lands) and not at_sea:
        return None
    # one town lies in one country, whether that is known or not
    same_land = same_place or not a.lands.isdisjoint(b.lands)
    if struck < 0 and not same_land and _are_daily(a, b) and _tells_where(a) and _tells_where(b):
        return None
    points = SAME_TOWN_POINTS * same_place + SAME_LAND_POINTS * same_land
    points += (SAME_KIND_POINTS if a.kind else NO_KIND_POINTS) if a.kind == b.kind else 0.0
    points += STRUCK_POINTS * (struck >= 0)
    return Met(points, struck, same_place, bool((a.kind or a.lands) and (b.kind or b.lands)))


def struck_by_name(targets: Sequence[int], actors: ActorTable) -> tuple[int, ...]:
    """Those of the targets who are somebody or something in particular, and no state."""
    return tuple(number for number in targets if actors.named[number] and not actors.is_state[number])


def _are_daily(a: Account, b: Account) -> bool:
    """Whether two tell of what happens somewhere every day, so that two places of which nothing is known are two events."""
    return not merging_words().daily.isdisjoint((a.kind, b.kind))


def _tells_where(account: Account) -> bool:
    return account.place >= 0 or bool(account.lands)


def _may_be_one_accident(a: Account, b: Account) -> bool:
    return merging_words().accidents | vague_kinds() >= {a.kind, b.kind} and bool(a.kind or b.kind)


def _struck_in_both(a: Account, b: Account, actors: ActorTable) -> int:
    """The first of those struck whom both name; -1 for none."""
    same = (one for one in a.struck for other in b.struck if actors.relation(one, other) is Relation.SAME)
    return next(same, -1)


def _is_elsewhere(a: Account, b: Account, places: PlaceTable) -> bool:
    wide = not {a.kind, b.kind}.isdisjoint(merging_words().wide)
    return places.relation(a.place, b.place) is PlaceRelation.APART and not wide
