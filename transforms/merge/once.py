"""Whether two reports tell of what befalls one and the same person or state once in a year, or in a life, at most.

Belongs here: kinds of events within their types, and whom they befell. Does not: which kinds these are (merging.toml), how far two reports agree otherwise (agreement.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from transforms.merge.agreement import NO_LANDS, Judge
from transforms.merge.groups import Group
from transforms.merge.names import ActorName, Relation

# How long texts recall without a date what befalls somebody once in a year at most.
RECALLED_DAYS: Final = 366


def is_once(report: Group, judge: Judge) -> bool:
    """Whether a report tells of such a kind."""
    return report.kind in judge.traits.once_of_person or report.kind in judge.traits.once_of_state


def may_recall(report: Group, judge: Judge) -> bool:
    """Whether a report without a date of such a kind means the known one; what a state goes through for weeks is told day by day."""
    traits = judge.traits
    return report.kind in traits.once_of_person or (report.kind in traits.once_of_state and not traits.lasting)


def is_once_in_life(report: Group, judge: Judge) -> bool:
    """Whether a report tells of what befalls a person but once, and of whom by full name."""
    return report.kind in judge.traits.once_in_life and bool(names_befallen(report, judge))


def befell_same(a: Group, b: Group, judge: Judge) -> bool:
    """Whether two reports tell of one such kind, and of the same one: a person by full name, or a state."""
    if a.kind != b.kind and "" not in (a.kind, b.kind):
        return False
    if {a.kind, b.kind} <= judge.traits.once_of_person:
        return any(
            judge.actors.relation(one, other) is Relation.SAME
            for one in _befallen(a, judge)
            for other in _befallen(b, judge)
        )
    return a.kind == b.kind in judge.traits.once_of_state and not _states_of(a, judge).isdisjoint(_states_of(b, judge))


def recalls(report: Group, known: Group, judge: Judge) -> bool:
    """Whether a report without a date may recall an earlier one, dated or not, of what befell the same person once in a year at most, or in a life."""
    if report.planned or known.planned or not may_recall(report, judge) or not befell_same(report, known, judge):
        return False
    if {report.kind, known.kind} <= judge.traits.once_in_life:
        return True
    last = known.end if known.dated else known.published_last
    return abs(report.published_first - last) <= RECALLED_DAYS


def names_befallen(report: Group, judge: Judge) -> list[str]:
    """The persons by full name whom what befalls one but once befell, each as first and last word: one name for all ways of writing it but the shortest."""
    if report.kind not in judge.traits.once_of_person:
        return []
    befallen: Iterable[ActorName] = (judge.actors[number] for number in _befallen(report, judge))
    return sorted({" ".join(sorted((actor.words[0], actor.words[-1]))) for actor in befallen})


def _befallen(report: Group, judge: Judge) -> list[int]:
    """Those by full name to whom a report tells that it was done, by number."""
    numbers = judge.main_of(report).all if judge.traits.suffered else report.targets
    actors = judge.actors
    return [
        number
        for number in numbers
        if actors.named[number] and actors[number].kind == "person" and len(actors[number].words) > 1
    ]


def _states_of(report: Group, judge: Judge) -> frozenset[str]:
    """The states to which, or to whose people, a report tells that something was done; without any, that of its place."""
    targets = (judge.actors[number] for number in report.targets)
    states = frozenset(actor.state for actor in targets if actor.kind in ("state", "person") and actor.state)
    at_home = judge.places.lands[report.place] if judge.is_country(report.place) else NO_LANDS
    return states or at_home
