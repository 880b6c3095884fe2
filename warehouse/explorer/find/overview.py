"""The whole warehouse in a few lines, and the event types with how often each occurs.

Belongs here: counts over everything. Does not: counts of a filter (matches.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transforms.events import load_ontology
from transforms.events.ontology import EventType
from warehouse.asking.filters import EventFilter
from warehouse.explorer.store import Store
from warehouse.loading.running import living_runs
from warehouse.upkeep.status import WarehouseStatus, warehouse_status


@dataclass(frozen=True, slots=True)
class TypeLine:
    """One event type: id, family, label and definition (None for types that the built-in ontology does not know), events in the warehouse."""

    event_type: str
    family: str | None
    label: str
    definition: str | None
    plover: tuple[str, ...]
    cameo: tuple[str, ...]
    n_events: int


def overview(store: Store) -> WarehouseStatus:
    """Counts, runs, refused inputs.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    # a run that is killed writes nothing more: the file looks as before
    living = living_runs(store.path)
    return store.remembered(("overview", living), lambda db, _: warehouse_status(db, store.path))


def all_types(store: Store) -> tuple[TypeLine, ...]:
    """The event types, those with the most events first.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    _, matches = store.matches(EventFilter())
    counts = dict(matches.facets["event_type"])
    known = _ontology_types()
    lines = [_line(name, known.get(name), counts.get(name, 0)) for name in {**known, **counts}]
    return tuple(sorted(lines, key=lambda line: (-line.n_events, line.event_type)))


@cache
def _ontology_types() -> Mapping[str, EventType]:
    return load_ontology().types


def _line(name: str, kind: EventType | None, n_events: int) -> TypeLine:
    if kind is None:
        return TypeLine(name, None, name.replace("_", " "), None, (), (), n_events)
    return TypeLine(name, kind.family, kind.label, kind.definition, kind.plover, kind.cameo, n_events)
