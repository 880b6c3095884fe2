"""What came of a merge step by step: which events are made again, and which cores are written.

Belongs here: the SQL that finds them. Does not: making events (transforms/merge), writing them (write.py). Every function takes a connection of
`Warehouse.reading`.
"""

from __future__ import annotations

from typing import Any, Final

import duckdb
import polars as pl

from transforms.schema import EVENT_CORES
from warehouse.loading.rows import registered
from warehouse.merging.hosts import TOLD

# whether a core had another host or event, or the same one for another reason
_HOSTED_OTHERWISE: Final = """
    (
        cores.root_id <> hosts.root_id
        or cores.host_id is distinct from hosts.host_id
        or cores.host_reason is distinct from hosts.host_reason
    )
"""


def _find_stirred(db: duckdb.DuckDBPyConnection) -> None:
    """Fill `rehosted`, and `stirred` (core_id): all cores for which something is different, new ones and those that are gone."""
    db.execute(
        f"""
        create or replace temp table rehosted as
        select cores.core_id
        from (select core_id, host_id, root_id, host_reason from raw.event_cores) as cores join hosts using (core_id)
        where core_id not in (from replaced) and {_HOSTED_OTHERWISE}
        """
    )
    db.execute(
        f"""
        create or replace temp table stirred as
        with old_members as (
            select mention_id, core_id, join_reason from raw.core_members where core_id in (from replaced)
        ),
        formed_members as (select mention_id, core_id, join_reason from new_members)
        select core_id from altered
        union select core_id from touched
        union select core_id from rehosted
        union select core_id from new_members join raw.event_mentions using (mention_id) where article_id in (from dirty)
        union select core_id from (from formed_members except from old_members)
        union select core_id from (from old_members except from formed_members)
        -- a core that was formed anew as it was may have another host
        union select core_id from new_cores join hosts using (core_id) join old_cores as cores using (core_id)
        where {_HOSTED_OTHERWISE}
        """
    )


def touched_events(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The mentions of all events that have to be made again: `mention_id`, `root_id`, `merge_reason` (null for the one that founded the event).

    Fills `wanted` with these mentions, `rehosted` (core_id): cores that were not formed anew and have another host or event now, and `old_events`
    (event_id): the events that are made again or are gone.
    """
    _find_stirred(db)
    db.execute(
        """
        create or replace temp table roots as
        select root_id from all_hosts where core_id in (from stirred)
        union select root_id from raw.event_cores where core_id in (from stirred)
        """
    )
    db.execute(
        """
        create or replace temp table old_events as
        select distinct event_id from raw.event_links where mention_id in (
            select mention_id from raw.core_members where core_id in (
                select core_id from raw.event_cores where root_id in (from roots)
            )
        )
        """
    )
    members = db.sql(
        """
        with remade as (select core_id, root_id, host_reason from all_hosts where root_id in (from roots)),
        members as (
            select mention_id, core_id, join_reason from raw.core_members where core_id not in (from replaced)
            union all
            select mention_id, core_id, join_reason from new_members
        )
        select
            mention_id,
            root_id,
            coalesce(join_reason, if(mention_id = core_id, host_reason, null)) as merge_reason
        from members join remade using (core_id)
        """
    ).pl()
    with registered(db, "remade", members):
        db.execute("create or replace temp table wanted as select mention_id from remade")
    return members


def stored_cores(db: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """What to write: cores (EVENT_CORES rows) that were formed anew or have other hosts, their members (CORE_MEMBERS rows), and ids of cores to take away."""
    cores = db.sql(
        f"""
        with told as (
            from new_cores
            union all by name
            -- by row number, so that the wide columns of the others are not even read
            select * from raw.event_cores where rowid in (select rowid from raw.event_cores where core_id in (from rehosted))
        )
        select {", ".join(f"told.{name}" for name in ("core_id", *TOLD))}, hosts.host_id, hosts.root_id, hosts.host_reason
        from told join hosts using (core_id)
        """
    ).pl()
    return EVENT_CORES.conform(cores), db.sql("from new_members").pl(), db.sql("from replaced union from rehosted").pl()


def values(db: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    """The first column of a query."""
    return [row[0] for row in db.execute(sql).fetchall()]
