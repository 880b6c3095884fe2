"""How each event was known at each moment: the table `event_versions`, brought up to date after a merge.

Belongs here: which events must be told again, reading and writing their versions. Does not: what a version says (transforms/merge/history.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import duckdb
import polars as pl

from transforms.merge import ARTICLE_FIELDS, event_history
from transforms.schema import ARTICLES, CHANGED_EVENTS, EVENT_LINKS, EVENT_MENTIONS, EVENT_VERSIONS, EVENTS
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.rows import checked, column_list, registered, single_value

EVENTS_PER_BATCH: Final = 50_000

_ARTICLE_COLUMNS: Final = f"{', '.join(ARTICLE_FIELDS)}, coalesce(published_at, fetched_at) as known_at"

# What merging has noted since the models were built, an event that it did not touch is known as it was; and, in an upgraded file, what was never told.
_CHANGED: Final = f"""
    select event_id from {raw_name(CHANGED_EVENTS)}
    union
    select event_id from {raw_name(EVENTS)} anti join {raw_name(EVENT_VERSIONS)} using (event_id)
"""
# an event is told again when its row, a mention of it or the time of an article differs from what its versions were worked out from
_ORIGINS: Final = f"""
    with articles as (select {_ARTICLE_COLUMNS} from {raw_name(ARTICLES)}),
    links as (select * from {raw_name(EVENT_LINKS)} where event_id in ({_CHANGED})),
    told as (
        select links.event_id, bit_xor(hash(mentions, articles)) as told_hash
        from links
        join {raw_name(EVENT_MENTIONS)} as mentions using (mention_id)
        join articles using (article_id)
        where articles.known_at is not null
        group by links.event_id
    )
    select events.event_id, hash(events, told.told_hash)::varchar as origin_hash
    from {raw_name(EVENTS)} as events join told using (event_id)
"""


def update_event_versions(db: Warehouse, advance: Callable[[int], None] = lambda _: None) -> int:
    """Tell the events again that have changed since they were last told, a batch at a time; returns how many there were.

    advance: told after each batch how many events it held.

    Raises:
        WarehouseError: as `Warehouse.writing`.
    """
    if not db.exists():
        return 0
    stale = _stale_events(db)
    _forget_gone(db)
    for batch in stale.iter_slices(EVENTS_PER_BATCH):
        versions = _told_again(db, batch).join(batch, on="event_id")
        with db.writing() as connection, registered(connection, "versions_now", checked(EVENT_VERSIONS, versions)):
            target = raw_name(EVENT_VERSIONS)
            connection.execute(f"delete from {target} where event_id in (select event_id from versions_now)")
            connection.execute(f"insert into {target} select {column_list(EVENT_VERSIONS)} from versions_now")
        advance(batch.height)
    return stale.height


def _stale_events(db: Warehouse) -> pl.DataFrame:
    """`event_id`, `origin_hash` of the events whose versions are missing or out of date, by event_id."""
    with db.reading() as connection:
        return connection.sql(
            f"""
            with origins as ({_ORIGINS}),
            known as (
                select distinct event_id, origin_hash from {raw_name(EVENT_VERSIONS)} where event_id in ({_CHANGED})
            )
            select * from origins anti join known using (event_id, origin_hash) order by event_id
            """
        ).pl()


def _forget_gone(db: Warehouse) -> None:
    """Delete the versions of events that no longer exist, or of which nothing is known at any time."""
    gone = f"event_id in ({_CHANGED}) and event_id not in (select event_id from ({_ORIGINS}))"
    with db.reading() as connection:
        if not single_value(connection, f"select count(*) from {raw_name(EVENT_VERSIONS)} where {gone}"):
            return
    with db.writing() as connection:
        connection.execute(f"delete from {raw_name(EVENT_VERSIONS)} where {gone}")


def _told_again(db: Warehouse, stale: pl.DataFrame) -> pl.DataFrame:
    with db.reading() as connection, registered(connection, "stale", stale.select("event_id")):
        links = f"(select * from {raw_name(EVENT_LINKS)} where event_id in (select event_id from stale))"
        mentions = (
            f"(select {column_list(EVENT_MENTIONS)} from {raw_name(EVENT_MENTIONS)}"
            f" where mention_id in (select mention_id from {links}))"
        )
        return event_history(
            _frame(
                connection, f"select {column_list(EVENTS)} from {raw_name(EVENTS)} semi join stale using (event_id)"
            ),
            _frame(connection, f"from {links}"),
            _frame(connection, f"from {mentions}"),
            _frame(
                connection,
                f"select {_ARTICLE_COLUMNS} from {raw_name(ARTICLES)} where article_id in (select article_id from {mentions})",
            ),
        )


def _frame(connection: duckdb.DuckDBPyConnection, sql: str) -> pl.DataFrame:
    return connection.sql(sql).pl()
