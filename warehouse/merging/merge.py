"""Merge what is new or changed into the stored events.

Belongs here: when everything is merged at once and when step by step, and the order of the steps. Does not: their SQL (dirt.py, sets.py, hosts.py, outcome.py), reading all portion by portion (at_once.py), merging itself
(transforms/merge), writing (write.py). The work between reading and writing holds no write lock.
"""

from __future__ import annotations

from typing import Final

import duckdb

from transforms.merge import (
    HandOut,
    events_of,
    find_hosts,
    found_cores,
    merge_mentions,
    merge_version,
    told_reports,
)
from warehouse.connection import Warehouse
from warehouse.loading.rows import single_value
from warehouse.merging import dirt, hosts, outcome, sets
from warehouse.merging.at_once import merge_at_once
from warehouse.merging.write import (
    EventChanges,
    EventCounts,
    mentions_to_merge,
    merge_state,
    write_event_changes,
    write_events,
)

# With more of the articles than this to merge, merging everything at once costs less than finding out what it touches.
MOST_DIRTY_SHARE: Final = 0.15


def merge_events(
    db: Warehouse, run_id: str, most_dirty: float = MOST_DIRTY_SHARE, hand_out: HandOut = map
) -> EventCounts:
    """Merge the mentions of articles that are new, changed or were merged by another version, and write the events that differ for it.

    most_dirty: the share of articles up to which only the events they touch are worked out; hand_out: else, how portions of all mentions are merged. The events are
    the same either way.
    """
    if not db.exists():
        return EventCounts(0, 0, 0, 0)
    with db.reading() as connection:
        found = dirt.find_dirt(connection, merge_version())
        if not found.n_dirty:
            return EventCounts(single_value(connection, "select count(*) from raw.events"), 0, 0, 0)
        changes = None
        if found.n_dirty <= most_dirty * found.n_articles and _was_merged(connection):
            changes = _changes(connection)
        told = connection.sql("select article_id, fingerprint from told").pl()
    if changes is not None:
        return write_event_changes(db, changes, run_id)
    return merge_at_once(db, told, run_id, hand_out)


def merge_once(db: Warehouse, run_id: str) -> EventCounts:
    """Merge all mentions, as `merge_events`, in a warehouse from which no later merge goes on: nothing is kept for one, which is most of the work for a few thousand mentions."""
    merged = merge_mentions(*mentions_to_merge(db))
    return write_events(db, merged.events, merged.links, run_id)


def _was_merged(connection: duckdb.DuckDBPyConnection) -> bool:
    return single_value(connection, "select count(*) from raw.core_members") > 0


def _changes(connection: duckdb.DuckDBPyConnection) -> EventChanges:
    states = dirt.current_states(connection)
    sets.find_touched(connection)
    sets.find_replaced(connection, told_reports(*sets.wanted_mentions(connection), states))
    mentions, articles, forming = sets.mentions_to_form(connection)
    formed = found_cores(mentions, articles, states, forming)
    hosts.compare_cores(connection, formed.cores, formed.members)
    asking = hosts.first_to_ask(connection)
    while asking:
        cores, crowded = hosts.cores_around(connection, asking)
        moved = hosts.note_hosts(connection, find_hosts(cores, asking, crowded))
        asking = hosts.next_to_ask(connection, moved)
    members = outcome.touched_events(connection)
    events = events_of(*sets.wanted_mentions(connection), states, members)
    cores, new_members, gone = outcome.stored_cores(connection)
    return EventChanges(
        events=events,
        old_events=outcome.values(connection, "from old_events"),
        cores=cores,
        members=new_members,
        old_cores=gone["core_id"].to_list(),
        replaced_cores=outcome.values(connection, "from replaced"),
        states=states,
        merged=connection.sql("select article_id, fingerprint from told where article_id in (from dirty)").pl(),
        seen=merge_state(connection),
    )
