"""How each event was known at each moment: the table `event_versions`, brought up to date after a merge.

Belongs here: which events must be told again, reading and writing their versions. Does not: what a version says (transforms/merge/history.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import duckdb
import polars as pl

from transforms.merge import event_history
from transforms.schema import ARTICLES, CHANGED_EVENTS, EVENT_LINKS, EVENT_MENTIONS, EVENT_VERSIONS, EVENTS, Table
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import checked, column_list, registered, single_value
from warehouse.merging.reports import article_fields

EVENTS_PER_BATCH: Final = 50_000

_ARTICLE_COLUMNS: Final = f"{article_fields()}, coalesce(published_at, fetched_at) as known_at"

# What merging has noted since the models were built, an event that it did not touch is known as it was; and, in an upgraded file, what was never told.
_CHANGED: Final = f"""
    select event_id from {raw_name(CHANGED_EVENTS)}
    union
    select event_id from {raw_name(EVENTS)} anti join {raw_name(EVENT_VERSIONS)} using (event_id)
"""
# an event is told again when its row, a mention of it or the time of an article differs from what its versions were worked out from
# by row number, so that the wide columns of the others are not even read
_ORIGINS: Final = f"""
    with articles as (select {_ARTICLE_COLUMNS} from {raw_name(ARTICLES)}),
    links as (select * from {raw_name(EVENT_LINKS)} where event_id in (from changed)),
    mentions as (
        select * from {raw_name(EVENT_MENTIONS)} where rowid in (
            select rowid from {raw_name(EVENT_MENTIONS)} where mention_id in (select mention_id from links)
        )
    ),
    events as (
        select * from {raw_name(EVENTS)}
        where rowid in (select rowid from {raw_name(EVENTS)} where event_id in (from changed))
    ),
    told as (
        select links.event_id, bit_xor(hash(mentions, articles)) as told_hash
        from links join mentions using (mention_id) join articles using (article_id)
        where articles.known_at is not null
        group by links.event_id
    )
    select events.event_id, hash(events, told.told_hash)::varchar as origin_hash from events join told using (event_id)
"""

_GONE: Final = "event_id in (from changed) and event_id not in (select event_id from origins)"


def update_event_versions(db: Warehouse, advance: Callable[[int], None] = lambda _: None) -> int:
    """Tell the events again that have changed since they were last told, a batch at a time; returns how many there were.

    advance: told after each batch how many events it held.

    Raises:
        WarehouseError: as `Warehouse.writing`.
    """
    if not db.exists():
        return 0
    stale, n_gone = _out_of_date(db)
    if n_gone:
        _forget_gone(db)
    for batch in stale.iter_slices(EVENTS_PER_BATCH):
        versions = _told_again(db, batch).join(batch, on="event_id")
        with db.writing() as connection, registered(connection, "versions_now", checked(EVENT_VERSIONS, versions)):
            target = raw_name(EVENT_VERSIONS)
            connection.execute(f"delete from {target} where event_id in (select event_id from versions_now)")
            connection.execute(f"insert into {target} select {column_list(EVENT_VERSIONS)} from versions_now")
        advance(batch.height)
    return stale.height


def _out_of_date(db: Warehouse) -> tuple[pl.DataFrame, int]:
    """`event_id`, `origin_hash` of the events whose versions are missing or out of date, by event_id; and how many versions are of events that are gone."""
    with db.reading() as connection:
        _find_origins(connection)
        stale = connection.sql(
            f"""
            with known as (
                select distinct event_id, origin_hash from {raw_name(EVENT_VERSIONS)} where event_id in (from changed)
            )
            select * from origins anti join known using (event_id, origin_hash) order by event_id
            """
        ).pl()
        return stale, single_value(connection, f"select count(*) from {raw_name(EVENT_VERSIONS)} where {_GONE}")


def _find_origins(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `changed` (event_id), and `origins` (event_id, origin_hash): those of the changed events of which anything is known at some time."""
    connection.execute(f"create or replace temp table changed as {_CHANGED}")
    connection.execute(f"create or replace temp table origins as {_ORIGINS}")


def _forget_gone(db: Warehouse) -> None:
    """Delete the versions of events that no longer exist, or of which nothing is known at any time."""
    with db.writing() as connection:
        _find_origins(connection)
        connection.execute(f"delete from {raw_name(EVENT_VERSIONS)} where {_GONE}")


def _told_again(db: Warehouse, stale: pl.DataFrame) -> pl.DataFrame:
    with db.reading() as connection, registered(connection, "stale", stale.select("event_id")):
        links = f"(select * from {raw_name(EVENT_LINKS)} where event_id in (select event_id from stale))"
        mention_ids = f"mention_id in (select mention_id from {links})"
        mentions = _frame(connection, f"select {column_list(EVENT_MENTIONS)} from {_only(EVENT_MENTIONS, mention_ids)}")
        with registered(connection, "telling", mentions.select("article_id").unique()):
            article_ids = "article_id in (select article_id from telling)"
            articles = _frame(connection, f"select {_ARTICLE_COLUMNS} from {_only(ARTICLES, article_ids)}")
        events = f"select {column_list(EVENTS)} from {_only(EVENTS, 'event_id in (select event_id from stale)')}"
        return event_history(_frame(connection, events), _frame(connection, f"from {links}"), mentions, articles)


def _only(table: Table, condition: str) -> str:
    """Some rows of a table by row number, so that the wide columns of the others are not even read."""
    return f"{raw_name(table)} where rowid in (select rowid from {raw_name(table)} where {condition})"


def _frame(connection: duckdb.DuckDBPyConnection, sql: str) -> pl.DataFrame:
    return connection.sql(sql).pl()
