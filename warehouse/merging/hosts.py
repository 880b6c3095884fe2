"""Which cores have to look for their hosts again, and what they find.

Belongs here: the SQL that compares cores formed anew with those that they replace, and finds who stands in whose cells. Does not: choosing a host
(transforms/merge), what has to be written for it (outcome.py). Every function takes a connection of `Warehouse.reading`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import duckdb
import polars as pl

from transforms.merge import CELLS_OF_KEY, CROWD_OF_CELL, CROWD_WITHOUT_MONTH
from transforms.schema import EVENT_CORES
from warehouse.loading.rows import registered

# Cores as far as the reports in them tell: all but who their hosts are.
TOLD: Final = [name for name in EVENT_CORES.names if name not in ("core_id", "host_id", "root_id", "host_reason")]


def compare_cores(db: duckdb.DuckDBPyConnection, cores: pl.DataFrame, members: pl.DataFrame) -> None:
    """Put the cores that were formed anew beside those that they replace.

    Fills `new_cores` and `new_members`; `old_cores`: those that they replace; `altered` (core_id): cores that are new, gone or tell something else now; and
    `hosts` (core_id, host_id, root_id, host_reason): of the cores formed anew, with the hosts they had. `all_hosts` holds those of all cores as they stand.
    """
    with registered(db, "found_cores", cores), registered(db, "found_members", members):
        db.execute("create or replace temp table new_cores as from found_cores")
        db.execute("create or replace temp table new_members as from found_members")
    # by row number, so that the wide columns of the others are not even read
    db.execute(
        """
        create or replace temp table old_cores as
        select * from raw.event_cores where rowid in (select rowid from raw.event_cores where core_id in (from replaced))
        """
    )
    same = " and ".join(f"old.{name} is not distinct from new.{name}" for name in TOLD)
    db.execute(
        f"""
        create or replace temp table altered as
        with kept as (select new.core_id from new_cores as new join old_cores as old on old.core_id = new.core_id and {same})
        select core_id from (select core_id from new_cores union select core_id from old_cores) where core_id not in (from kept)
        """
    )
    db.execute(
        """
        create or replace temp table hosts as
        select new.core_id, old.host_id, coalesce(old.root_id, new.core_id) as root_id, old.host_reason
        from new_cores as new left join old_cores as old using (core_id)
        """
    )
    db.execute(
        """
        create or replace temp view all_hosts as
        from hosts
        union all
        select core_id, host_id, root_id, host_reason from raw.event_cores
        where core_id not in (from replaced) and core_id not in (select core_id from hosts)
        """
    )


def first_to_ask(db: duckdb.DuckDBPyConnection) -> set[str]:
    """The cores that have to look for their host again: those that are altered, and those that look where one is or was."""
    return _asking(
        db,
        """
        select distinct unnest(filed) as cell from (
            select filed from old_cores where core_id in (from altered)
            union all
            select filed from new_cores where core_id in (from altered)
        )
        """,
    ) | _core_ids(db, "select core_id from new_cores where core_id in (from altered)")


def next_to_ask(db: duckdb.DuckDBPyConnection, moved: Collection[str]) -> set[str]:
    """The cores that look where one of the cores is filed that moved to another event."""
    if not moved:
        return set()
    with registered(db, "moved", _ids(moved)):
        return _asking(db, f"select distinct unnest(filed) as cell from ({_standing('moved')})")


def _asking(db: duckdb.DuckDBPyConnection, cells: str) -> set[str]:
    """The cores, as they stand, that look in some cells."""
    db.execute(f"create or replace temp table cells as {cells}")
    return _core_ids(db, f"select distinct core_id from ({_in_cells('asked')})")


def _in_cells(kind: str) -> str:
    """The SQL for the cores, as they stand, that are filed or ask in one of `cells`: `core_id`, `cell`."""
    return f"""
        select core_id, cell from (select core_id, unnest({kind}) as cell from raw.event_cores)
        where cell in (from cells) and core_id not in (from replaced)
        union all
        select core_id, cell from (select core_id, unnest({kind}) as cell from new_cores) where cell in (from cells)
    """


def _standing(chosen: str) -> str:
    """The SQL for those cores, as they stand, whose `core_id` is in a table."""
    return f"""
        from new_cores where core_id in (select core_id from {chosen})
        union all by name
        -- by row number, so that the wide columns of the others are not even read
        select * from raw.event_cores where rowid in (
            select rowid from raw.event_cores where core_id in (select core_id from {chosen}) and core_id not in (from replaced)
        )
    """


def cores_around(db: duckdb.DuckDBPyConnection, asking: Collection[str]) -> tuple[pl.DataFrame, set[int]]:
    """The cores that ask and all in the cells in which they look (EVENT_CORES rows), and those cells that are crowded, whose cores are left out."""
    with registered(db, "asking", _ids(asking)):
        db.execute(
            f"create or replace temp table cells as select distinct unnest(asked) as cell from ({_standing('asking')})"
        )
        db.execute(f"create or replace temp table found_there as {_in_cells('filed')}")
        db.execute(
            f"""
            create or replace temp table crowded as
            select cell from found_there group by cell
            having count(*) > if(cell % {CELLS_OF_KEY} = 0, {CROWD_WITHOUT_MONTH}, {CROWD_OF_CELL})
            """
        )
        db.execute(
            """
            create or replace temp table around as
            select core_id from found_there where cell not in (from crowded)
            union
            select core_id from asking
            """
        )
    rows = db.sql(
        f"""
        with standing as ({_standing("around")})
        select
            {", ".join(f"standing.{name}" for name in ("core_id", *TOLD))},
            if(hosts.core_id is null, standing.host_id, hosts.host_id) as host_id,
            coalesce(hosts.root_id, standing.root_id) as root_id,
            if(hosts.core_id is null, standing.host_reason, hosts.host_reason) as host_reason
        from standing left join hosts using (core_id)
        """
    ).pl()
    crowded = {cell for (cell,) in db.execute("from crowded").fetchall()}
    return EVENT_CORES.conform(rows), crowded


def note_hosts(db: duckdb.DuckDBPyConnection, found: pl.DataFrame) -> set[str]:
    """Take over the hosts of some cores; returns those that belong to another event now.

    found: `core_id`, `host_id`, `root_id`, `host_reason`.
    """
    with registered(db, "found", found):
        moved = _core_ids(
            db, "select core_id from found join all_hosts using (core_id) where found.root_id <> all_hosts.root_id"
        )
        db.execute("delete from hosts where core_id in (select core_id from found)")
        db.execute("insert into hosts by name from found")
    return moved


def _core_ids(db: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    return {core_id for (core_id,) in db.execute(sql).fetchall()}


def _ids(core_ids: Collection[str]) -> pl.DataFrame:
    return pl.DataFrame({"core_id": sorted(core_ids)}, schema={"core_id": pl.String})
