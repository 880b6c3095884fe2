"""Whether two reports tell of what befalls one and the same person or state once in a year at most.

Belongs here: kinds of events within their types, and whom they befell. Does not: which kinds these are (merging.toml), how far two reports agree otherwise (agreement.py).
"""

from __future__ import annotations

from transforms.merge.agreement import NO_LANDS, Judge
from transforms.merge.groups import Group
from transforms.merge.names import Relation


def is_once(report: Group, judge: Judge) -> bool:
    """Whether a report tells of such a kind."""
    return report.kind in judge.traits.once_of_person or report.kind in judge.traits.once_of_state


def befell_same(a: Group, b: Group, judge: Judge) -> bool:
    """Whether two reports tell of one such kind, and of the same one: a person by full name, or a state."""
    if a.kind != b.kind:
        return False
    if a.kind in judge.traits.once_of_person:
        return any(_is_one_person(one, other, judge) for one in a.targets for other in b.targets)
    return a.kind in judge.traits.once_of_state and not _states_of(a, judge).isdisjoint(_states_of(b, judge))


def _is_one_person(one: int, other: int, judge: Judge) -> bool:
    actors = judge.actors
    by_full_name = min(len(actors[one].words), len(actors[other].words)) > 1
    return actors[one].kind == "person" and by_full_name and actors.relation(one, other) is Relation.SAME


def _states_of(report: Group, judge: Judge) -> frozenset[str]:
    """The states to which, or to whose people, a report tells that something was done; without any, that of its place."""
    targets = (judge.actors[number] for number in report.targets)
    states = frozenset(actor.state for actor in targets if actor.kind in ("state", "person") and actor.state)
    at_home = judge.places.lands[report.place] if judge.is_country(report.place) else NO_LANDS
    return states or at_home
