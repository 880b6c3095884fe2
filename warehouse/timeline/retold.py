"""Leave out what a timeline tells already: a day's sentence that another entry quotes, a report without a date of what stands there with one.

Belongs here: entries that tell a reader nothing beside another one, though they may be events of their own. Does not: entries that are one event (join.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from transforms.merge import says_only_what
from warehouse.timeline.entries import Entry


def without_retold(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, of which each sentence stands below the most important one of its days alone: a reader would read it twice.

    "Borg met Vella and agreed to build the bridge" is one line, not a meeting and an agreement: an entry of which no sentence is left is left out.
    """
    by_days: dict[tuple[object, object], list[Entry]] = {}
    for entry in entries:
        by_days.setdefault((entry.start_date, entry.end_date), []).append(entry)
    fresh: dict[str, Entry | None] = {}
    for same in by_days.values():
        told: set[str] = set()
        for entry in sorted(same, key=_rank) if len(same) > 1 else ():
            fresh[entry.event_id] = _without_sentences(entry, told)
            told |= _sentences(entry)
    return [left for entry in entries if (left := fresh.get(entry.event_id, entry)) is not None]


def _without_sentences(entry: Entry, told: Set[str]) -> Entry | None:
    """The entry without some sentences of its summary; None when none is left."""
    left = tuple(sentence for sentence in entry.summary if sentence.text not in told)
    return replace(entry, summary=left) if left or not entry.summary else None


def without_dated(undated: Iterable[Entry], dated: Iterable[Entry]) -> tuple[Entry, ...]:
    """The undated entries without those that say in the same words what a dated one says, or quote nothing but what it quotes."""
    told = tuple(dated)
    lines = {(entry.headline, entry.status) for entry in told if not says_only_what(entry.headline)}
    summaries = [summary for entry in told if (summary := _sentences(entry))]
    return tuple(
        entry
        for entry in undated
        if (entry.headline, entry.status) not in lines
        and not ((own := _sentences(entry)) and any(own <= summary for summary in summaries))
    )


def _rank(entry: Entry) -> tuple[float, str]:
    return -entry.importance, entry.event_id


def _sentences(entry: Entry) -> set[str]:
    return {sentence.text for sentence in entry.summary}
