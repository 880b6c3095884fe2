"""Write events and their links, and remember what became of event ids that vanish.

Belongs here: the merge stage's input and output, aliases. Does not: deciding which mentions are one event (transforms/merge).
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import polars as pl

from transforms.schema import ARTICLES, EVENT_ALIASES, EVENT_LINKS, EVENT_MENTIONS, EVENTS
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.rows import checked, column_list, registered, replace_all

_MERGE_COLUMNS = ("article_id", "source", "published_at", "published_date", "near_duplicate_of", "title")


@dataclass(frozen=True, slots=True)
class EventCounts:
    """Events in the warehouse after a write, and how many of them it added, changed and removed."""

    n_events: int
    n_added: int
    n_changed: int
    n_removed: int


def mentions_to_merge(db: Warehouse) -> tuple[pl.DataFrame, pl.DataFrame]:
    """All mentions (EVENT_MENTIONS columns) and their articles (`article_id, source, published_at, published_date, near_duplicate_of, title`), by id."""
    if not db.exists():
        return EVENT_MENTIONS.empty(), ARTICLES.empty().select(_MERGE_COLUMNS)
    with db.reading() as connection:
        mentions = connection.sql(
            f"select {column_list(EVENT_MENTIONS)} from {raw_name(EVENT_MENTIONS)} order by mention_id"
        ).pl()
        articles = connection.sql(
            f"select {', '.join(_MERGE_COLUMNS)} from {raw_name(ARTICLES)}"
            f" where article_id in (select article_id from {raw_name(EVENT_MENTIONS)}) order by article_id"
        ).pl()
    return EVENT_MENTIONS.conform(mentions), articles


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
        _find_successors(connection)
        _write_aliases(connection, run_id)
        difference = replace_all(connection, EVENTS, "new_events")
        replace_all(connection, EVENT_LINKS, "new_links")
    return EventCounts(events.height, difference.n_added, difference.n_changed, difference.n_removed)


def _find_successors(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the table `successors`: each event id that vanishes, and the event that takes its place, if any."""
    connection.execute(
        f"""
        create or replace temp table successors as
        with gone as (
            select event_id as alias_id from {raw_name(EVENTS)} where event_id not in (select event_id from new_events)
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
    # a revised article gives its mentions new ids: then the event is known by what is told of it
    connection.execute(
        f"""
        update successors set event_id = alike.event_id from (
            select old_events.event_id as alias_id, min(new_events.event_id) as event_id
            from {raw_name(EVENTS)} as old_events join new_events on
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
