"""Date what is planned on a trip by the days of the trip.

Belongs here: the stops and meetings of a traveller whose days a sentence before gives. Does not: other dates from elsewhere (inherit.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.candidate import Candidate
from transforms.events.clauses.verbs import Tense
from transforms.events.status.statuses import Status
from transforms.temporal import OF_DAYS, Interval

_ON_TRIPS: Final = frozenset({"visit", "meeting", "speech", "call"})


def trips_of(candidates: Sequence[Candidate]) -> dict[str, Candidate]:
    """The planned trip of each traveller, by name; those for whom several with different days are planned have none."""
    found: dict[str, Candidate] = {}
    several = set[str]()
    for item in candidates:
        if item.hit.kind != "visit" or item.status is not Status.PLANNED or _days(item) is None:
            continue
        for name in _travellers(item):
            if _days(found.setdefault(name, item)) != _days(item):
                several.add(name)
    return {name: item for name, item in found.items() if name not in several}


def trip_of(item: Candidate, trips: dict[str, Candidate]) -> Candidate | None:
    """The trip, told before, on which the traveller will do what a hit tells: `will travel to Oslo on May 3 and 4. He will also meet students`."""
    if item.hit.kind not in _ON_TRIPS or item.hit.verb is None or item.hit.verb.tense is not Tense.FUTURE:
        return None
    planned = (trips[name] for name in _travellers(item) if name in trips)
    return next((trip for trip in planned if trip.sentence_index < item.sentence_index), None)


def _days(item: Candidate) -> Interval | None:
    interval = item.dating.interval if item.dating else None
    return interval if interval is not None and interval.precision in OF_DAYS else None


def _travellers(item: Candidate) -> list[str]:
    return [actor.name for actor, role in item.roles if role != "target" and actor.kind == "person"]
