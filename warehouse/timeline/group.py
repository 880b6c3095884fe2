"""Tell the entries of a timeline apart: by actor, type or place, or as two subjects side by side.

Belongs here: which group an entry stands in, and the order of the groups. Does not: how a format shows them (render/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from transforms.merge import is_named
from warehouse.timeline.entries import Entry, Timeline, count_outlets
from warehouse.timeline.order import in_order

Grouping = Literal["actor", "type", "place"]
MOST_GROUPS: Final = 12  # more headings tell nothing apart; the entries of the smaller ones stand together
OTHERS: Final = "Others"


class Group(NamedTuple):
    """The entries of one group, in order of time."""

    name: str
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def grouped(timeline: Timeline, by: Grouping) -> Timeline:
    """The timeline with a group for each entry; the largest groups first, ties by name, and the rest together.

    An entry of several actors stands with the one of them that has most entries, so that a story is not torn apart; one that names nobody in particular stands with the rest.
    """
    counts = Counter(name for entry in timeline.everything for name in _NAMES[by](entry))
    rank = {name: place for place, (name, _) in enumerate(sorted(counts.items(), key=lambda each: (-each[1], each[0])))}
    chosen = {
        entry.event_id: min(_NAMES[by](entry), key=rank.__getitem__, default=OTHERS) for entry in timeline.everything
    }
    sizes = Counter(name for name in chosen.values() if name != OTHERS)
    kept = sorted(sizes, key=lambda name: (-sizes[name], name))[:MOST_GROUPS]
    assigned = {event_id: name if name in kept else OTHERS for event_id, name in chosen.items()}
    groups = (*kept, OTHERS) if OTHERS in assigned.values() else tuple(kept)
    return _with_groups(timeline, assigned, groups)


def compared(
    one: Timeline,
    other: Timeline,
    names: tuple[str, str],
    title: str | None = None,
    events: tuple[Set[str], Set[str]] | None = None,
    limit: int | None = None,
) -> Timeline:
    """Two timelines as one whose groups are the two subjects and, between them, what belongs to both; headed by both names without a title.

    events: the ids of all events of each subject, also of those that its timeline leaves out; the entries' own when None.
    limit: at most so many entries, the most important ones.
    """
    ids = events or (_ids_of(one), _ids_of(other))
    both = f"{names[0]} and {names[1]}"
    entries = {entry.event_id: entry for timeline in (one, other) for entry in timeline.everything}
    if limit is not None:
        strongest = sorted(entries.values(), key=lambda entry: (-entry.importance, entry.event_id))[:limit]
        entries = {entry.event_id: entry for entry in strongest}
    assigned = {
        event_id: both if event_id in ids[0] & ids[1] else names[event_id not in ids[0]] for event_id in entries
    }
    dated, undated = in_order(entries.values())
    groups = tuple(name for name in (names[0], both, names[1]) if name != both or ids[0] & ids[1])
    n_events = len(ids[0] | ids[1])
    coverage = replace(
        one.generated_from,
        n_events=n_events,
        n_left_out=n_events - len(entries),
        n_articles=len({quote.article_id for entry in entries.values() for quote in entry.evidence}),
        n_sources=count_outlets(entries.values()),
    )
    joined = Timeline(title or " | ".join(names), dated, undated, one.as_of, coverage)
    return replace(_with_groups(joined, assigned, groups), is_comparison=True)


def _ids_of(timeline: Timeline) -> Set[str]:
    return {entry.event_id for entry in timeline.everything}


def by_group(timeline: Timeline) -> list[Group]:
    """The groups in their order; those without entries are left out."""
    groups = [
        Group(
            name,
            tuple(entry for entry in timeline.entries if entry.group == name),
            tuple(entry for entry in timeline.undated if entry.group == name),
        )
        for name in timeline.groups
    ]
    return [group for group in groups if group.entries or group.undated]


def _with_groups(timeline: Timeline, assigned: Mapping[str, str], groups: Sequence[str]) -> Timeline:
    def marked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
        return tuple(replace(entry, group=assigned[entry.event_id]) for entry in entries)

    return replace(timeline, entries=marked(timeline.entries), undated=marked(timeline.undated), groups=tuple(groups))


def _actors(entry: Entry) -> list[str]:
    return list(dict.fromkeys(actor.name for actor in entry.actors if is_named(actor.name, actor.kind)))


_NAMES: Final[Mapping[Grouping, Callable[[Entry], list[str]]]] = {
    "actor": _actors,
    "type": lambda entry: [entry.type_label],
    "place": lambda entry: [entry.place] if entry.place else [],
}
