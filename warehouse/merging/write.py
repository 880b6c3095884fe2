"""Write events and their links, and remember what became of event ids that vanish.

Belongs here: the merge stage's input and output, aliases. Does not: deciding which mentions are one event (transforms/merge).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import polars as pl

from transforms.merge import ARTICLE_FIELDS, READ_MENTIONS, Merged, merge_version
from transforms.schema import (
    ARTICLES,
    CHANGED_EVENTS,
    CORE_MEMBERS,
    EVENT_ALIASES,
    EVENT_CORES,
    EVENT_LINKS,
    EVENT_MENTIONS,
    EVENTS,
    EXTRACTIONS,
    PERSON_STATES,
    Table,
)
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.errors import WarehouseError
from warehouse.loading.rows import checked, column_list, note_read, registered, replace_all, replace_some, single_value
from warehouse.merging.dirt import STAGE
from warehouse.merging.kept_frames import KeptFrames
from warehouse.merging.reports import mentions_and_articles


@dataclass(frozen=True, slots=True)
class EventCounts:
    """Events in the warehouse after a write, and how many of them it added, changed and removed."""

    n_events: int
    n_added: int
    n_changed: int
    n_removed: int


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What one merge of new and changed articles gave.

    events: the events that were made again, with all their links. old_events: ids of the stored events in whose place they come.
    cores, members: EVENT_CORES and CORE_MEMBERS rows that are new or differ. old_cores: ids of the stored cores that go or are written anew;
    replaced_cores: those of them whose members go or are written anew too. states: all PERSON_STATES rows.
    merged: `article_id`, `fingerprint` of the articles that were merged. seen: the state of the tables from which it was worked out (`merge_state`).
    """

    events: Merged
    old_events: Sequence[str]
    cores: pl.DataFrame
    members: pl.DataFrame
    old_cores: Sequence[str]
    replaced_cores: Sequence[str]
    states: pl.DataFrame
    merged: pl.DataFrame
    seen: int


def mentions_to_merge(db: Warehouse) -> tuple[pl.DataFrame, pl.DataFrame]:
    """All mentions and their articles (as `mentions_and_articles`), by id."""
    if not db.exists():
        return READ_MENTIONS.empty(), ARTICLES.empty().select(ARTICLE_FIELDS)
    with db.reading() as connection:
        mentions, articles = mentions_and_articles(connection)
    return mentions.sort("mention_id"), articles.sort("article_id")


def merge_state(connection: duckdb.DuckDBPyConnection) -> int:
    """A number that changes with the stored cores and their hosts."""
    return single_value(
        connection, f"select coalesce(bit_xor(hash(core_id, root_id)), 0)::hugeint from {raw_name(EVENT_CORES)}"
    )


def write_events(db: Warehouse, merged_events: pl.DataFrame, merged_links: pl.DataFrame, run_id: str) -> EventCounts:
    """Make the warehouse hold exactly these events and links, touching only rows that differ.

    merged_events: EVENTS columns. merged_links: EVENT_LINKS columns. An event id that vanishes becomes an alias of the event
    that now holds most of its mentions, else of one with the same type, title and dates, else of none: nothing reports it any more.

    Raises:
        SchemaError: a frame does not fit its table.
    """
    events, links = checked(EVENTS, merged_events), checked(EVENT_LINKS, merged_links)
    with (
        db.writing() as connection,
        registered(connection, "new_events", events),
        registered(connection, "new_links", links),
    ):
        return _replace_events(connection, run_id)


def write_all_events(
    db: Warehouse, merged: KeptFrames, states: pl.DataFrame, told: pl.DataFrame, run_id: str, memory: str
) -> EventCounts:
    """Make the warehouse hold exactly these events, with all that is needed to go on from them.

    merged: rows of EVENTS, EVENT_LINKS, EVENT_CORES and CORE_MEMBERS. states: all PERSON_STATES rows. told: `article_id`, `fingerprint` of all articles that were merged.
    memory: as of `Warehouse.writing`.
    """
    with db.writing(memory=memory) as connection:
        with _given(connection, "new_events", EVENTS, merged), _given(connection, "new_links", EVENT_LINKS, merged):
            counts = _replace_events(connection, run_id)
        for table in (EVENT_CORES, CORE_MEMBERS):
            with _given(connection, "incoming_rows", table, merged):
                replace_all(connection, table, "incoming_rows")
        with registered(connection, "incoming_rows", checked(PERSON_STATES, states)):
            replace_all(connection, PERSON_STATES, "incoming_rows")
        connection.execute(f"delete from {raw_name(EXTRACTIONS)} where stage = ?", [STAGE])
        _note_merged(connection, told)
    return counts


def write_event_changes(db: Warehouse, changes: EventChanges, run_id: str) -> EventCounts:
    """Put the events that were made again in the place of the old ones, and note what was merged.

    Raises:
        WarehouseError: another run has merged since this one read what it merged.
    """
    events, links = checked(EVENTS, changes.events.events), checked(EVENT_LINKS, changes.events.links)
    old = pl.DataFrame({"event_id": changes.old_events}, schema={"event_id": pl.String})
    with (
        db.writing() as connection,
        registered(connection, "new_events", events),
        registered(connection, "new_links", links),
        registered(connection, "old_ids", old),
    ):
        if merge_state(connection) != changes.seen:
            raise WarehouseError(f"another run has merged events in {db.path} meanwhile: run `dateline run` again")
        _find_successors(connection, "select event_id from old_ids")
        _write_aliases(connection, run_id)
        # links first: they tell which mentions the old events had
        replace_some(connection, EVENT_LINKS, "new_links", "event_id in (select event_id from old_ids)")
        difference = replace_some(connection, EVENTS, "new_events", "event_id in (select event_id from old_ids)")
        _note_changed(connection, "select event_id from old_ids union select event_id from new_events")
        _write_cores(connection, changes)
        _note_merged(connection, changes.merged)
        n_events = single_value(connection, f"select count(*) from {raw_name(EVENTS)}")
    return EventCounts(n_events, difference.n_added, difference.n_changed, difference.n_removed)


@contextmanager
def _given(connection: duckdb.DuckDBPyConnection, name: str, table: Table, rows: KeptFrames) -> Iterator[None]:
    """Let SQL read the kept rows of a table as the table `name` inside the block; what memory does not hold of it goes to the disk."""
    connection.execute(f"create temp table {name} as select {column_list(table)} from {raw_name(table)} limit 0")
    for portion in rows.portions(table):
        with registered(connection, "kept_rows", portion):
            connection.execute(f"insert into {name} from kept_rows")
    try:
        yield
    finally:
        connection.execute(f"drop table {name}")


def _replace_events(connection: duckdb.DuckDBPyConnection, run_id: str) -> EventCounts:
    """Put the tables `new_events` and `new_links` in the place of the stored ones."""
    _note_changed(connection, f"select event_id from {raw_name(EVENTS)} union select event_id from new_events")
    _find_successors(connection, f"select event_id from {raw_name(EVENTS)}")
    _write_aliases(connection, run_id)
    difference = replace_all(connection, EVENTS, "new_events", in_order=True)
    replace_all(connection, EVENT_LINKS, "new_links", in_order=True)
    n_events = single_value(connection, "select count(*) from new_events")
    return EventCounts(n_events, difference.n_added, difference.n_changed, difference.n_removed)


def _write_cores(connection: duckdb.DuckDBPyConnection, changes: EventChanges) -> None:
    for table, rows, gone in (
        (EVENT_CORES, changes.cores, changes.old_cores),
        (CORE_MEMBERS, changes.members, changes.replaced_cores),
    ):
        ids = pl.DataFrame({"core_id": gone}, schema={"core_id": pl.String})
        with (
            registered(connection, "incoming_rows", checked(table, rows)),
            registered(connection, "gone", ids),
        ):
            replace_some(connection, table, "incoming_rows", "core_id in (select core_id from gone)")
    with registered(connection, "incoming_rows", checked(PERSON_STATES, changes.states)):
        replace_all(connection, PERSON_STATES, "incoming_rows")


def _note_merged(connection: duckdb.DuckDBPyConnection, told: pl.DataFrame) -> None:
    with registered(connection, "told_articles", told):
        mentions = f"select article_id, count(*) as n_rows from {raw_name(EVENT_MENTIONS)} group by article_id"
        read = (
            "select article_id, fingerprint as content_hash, coalesce(n_rows, 0) as n_rows"
            f" from told_articles left join ({mentions}) using (article_id)"
        )
        note_read(connection, STAGE, merge_version(), read)


def _note_changed(connection: duckdb.DuckDBPyConnection, event_ids: str) -> None:
    changed = raw_name(CHANGED_EVENTS)
    connection.execute(
        f"insert into {changed} select event_id from ({event_ids}) where event_id not in (from {changed})"
    )


def _find_successors(connection: duckdb.DuckDBPyConnection, old_ids: str) -> None:
    """Fill the table `successors`: each of some event ids that vanishes, and the event that takes its place, if any."""
    connection.execute(
        f"""
        create or replace temp table successors as
        with gone as (
            select event_id as alias_id from {raw_name(EVENTS)}
            where event_id in ({old_ids}) and event_id not in (select event_id from new_events)
        ),
        moved as (
            select old_links.event_id as alias_id, new_links.event_id, count(*) as n_mentions
            from {raw_name(EVENT_LINKS)} as old_links join new_links using (mention_id)
            where old_links.event_id in (select alias_id from gone)
            group by all
        ),
        main as (
            select alias_id, event_id from moved
            qualify row_number() over (partition by alias_id order by n_mentions desc, event_id) = 1
        )
        select gone.alias_id, main.event_id from gone left join main using (alias_id)
        """
    )
    if not single_value(connection, "select count(*) from successors where event_id is null"):
        return
    # a revised article gives its mentions new ids: then the event is known by what is told of it
    connection.execute(
        f"""
        update successors set event_id = alike.event_id from (
            select old_events.event_id as alias_id, min(new_events.event_id) as event_id
            from {raw_name(EVENTS)} as old_events join (
                select event_id, event_type, title, start_date, end_date from new_events
                union all
                select event_id, event_type, title, start_date, end_date from {raw_name(EVENTS)} where event_id not in ({old_ids})
            ) as new_events on
                new_events.event_type = old_events.event_type
                and new_events.title = old_events.title
                and new_events.start_date is not distinct from old_events.start_date
                and new_events.end_date is not distinct from old_events.end_date
            where old_events.event_id in (select alias_id from successors where event_id is null)
            group by old_events.event_id
        ) as alike
        where successors.alias_id = alike.alias_id
        """
    )


def _write_aliases(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    aliases = raw_name(EVENT_ALIASES)
    connection.execute(f"delete from {aliases} where alias_id in (select event_id from new_events)")
    connection.execute(
        f"update {aliases} as aliases set event_id = successors.event_id, run_id = ?"
        " from successors where aliases.event_id = successors.alias_id",
        [run_id],
    )
    connection.execute(
        f"insert into {aliases} (alias_id, event_id, run_id) select alias_id, event_id, ? from successors", [run_id]
    )
