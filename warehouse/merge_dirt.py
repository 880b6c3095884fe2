"""What a merge has to look at again: articles that are new or changed, and the cores and stories that they touch.

Belongs here: the SQL that finds them. Does not: merging (transforms/merge), writing what came of it (event_load.py).
Every function takes a connection of `Warehouse.reading`, and keeps what it finds in temporary tables that end with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import duckdb
import polars as pl

from transforms.merge import CROWD, Set
from transforms.schema import EVENT_CORES, PERSON_STATES
from warehouse.merge_input import mentions_and_articles
from warehouse.rows import registered, single_value

STAGE: Final = "events"
_EPOCH: Final = date(1970, 1, 1).toordinal()

# What events, and the marts made of them, take from an article. Its text and mentions are told by what read them.
_FINGERPRINT: Final = (
    "md5(concat_ws(chr(31), coalesce(source, chr(0)), published_at, published_date, published_basis, coalesce(near_duplicate_of, chr(0)),"
    " coalesce(title, chr(0)), coalesce(url, chr(0)), read.content_hash, read.version))"
)
# Cores as far as the reports in them tell: all but who their hosts are.
_TOLD: Final = [name for name in EVENT_CORES.names if name not in ("core_id", "host_id", "root_id", "host_reason")]


@dataclass(frozen=True, slots=True)
class Dirt:
    """n_articles: those that were read for mentions; n_dirty: those of them that were not merged as they are now."""

    n_articles: int
    n_dirty: int


def find_dirt(db: duckdb.DuckDBPyConnection, version: str) -> Dirt:
    """Fill `told` (article_id, story, fingerprint) and `dirty` (article_id): articles that this version of merging has not seen as they are now."""
    db.execute(
        f"""
        create or replace temp table told as
        select articles.article_id, coalesce(near_duplicate_of, articles.article_id) as story, {_FINGERPRINT} as fingerprint
        from raw.articles as articles
        join raw.extractions as read on read.article_id = articles.article_id and read.stage = 'event_mentions'
        """
    )
    db.execute(
        """
        create or replace temp table dirty as
        select article_id from told anti join (select * from raw.extractions where stage = $stage and version = $version) as merged
            on merged.article_id = told.article_id and merged.content_hash = told.fingerprint
        """,
        {"stage": STAGE, "version": version},
    )
    return Dirt(single_value(db, "select count(*) from told"), single_value(db, "select count(*) from dirty"))


def current_states(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The states of persons as all mentions tell them (PERSON_STATES rows); articles whose mentions would take another state from them become `dirty`."""
    db.execute(
        """
        create or replace temp table persons as
        with each as (
            select mentions.article_id, articles.source, unnest(mentions.actors) as actor
            from raw.event_mentions as mentions left join raw.articles as articles using (article_id)
            where mentions.status <> 'hypothetical'
        )
        select article_id, actor.name as name, actor.state as state from each
        where actor.kind = 'person' and contains(actor.name, ' ') and actor.name is distinct from source
        """
    )
    db.execute(
        """
        create or replace temp table states as
        select name, min(state) as state from persons where state is not null group by name having min(state) = max(state)
        """
    )
    db.execute(
        """
        insert into dirty
        select distinct article_id from persons
        where state is null and article_id not in (from dirty) and name in (
            select name from (
                (from states except select name, state from raw.person_states)
                union all (select name, state from raw.person_states except from states)
            )
        )
        """
    )
    return PERSON_STATES.conform(db.sql("from states order by name").pl())


def find_touched(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The sets of reports (see `sets_of`) to which dirty articles contribute, as they were when last merged.

    Fills `dirty_stories` (story): those of dirty articles and of mentions that are gone, as they are and as they were; and `touched` (core_id): the cores
    to which they contribute.
    """
    db.execute(
        """
        create or replace temp table dirty_stories as
        select story from told where article_id in (from dirty)
        union
        select members.story
        from raw.core_members as members left join raw.event_mentions as mentions using (mention_id)
        where mentions.mention_id is null or mentions.article_id in (from dirty)
        """
    )
    db.execute(
        """
        create or replace temp table touched as
        select distinct members.core_id
        from raw.core_members as members
        left join raw.event_mentions as mentions using (mention_id)
        left join told using (article_id)
        where members.story in (from dirty_stories) or told.story in (from dirty_stories)
        """
    )
    return db.sql(
        """
        select distinct event_type, start_date, end_date, if(start_date is null, published_first, null) as published
        from raw.event_cores where core_id in (from touched)
        """
    ).pl()


def mentions_of_dirty_stories(db: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """All mentions of the dirty stories, and their articles."""
    db.execute(
        "create or replace temp table wanted as select mention_id from raw.event_mentions"
        " where article_id in (select article_id from told where story in (from dirty_stories))"
    )
    return wanted_mentions(db)


def wanted_mentions(db: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The mentions whose ids stand in the table `wanted`, and their articles (as `mentions_and_articles`)."""
    return mentions_and_articles(db, "mention_id in (select mention_id from wanted)")


def sets_of(rows: pl.DataFrame) -> set[Set]:
    """Sets of reports from rows of `event_type`, `start_date`, `end_date`, `published`."""
    found: set[Set] = set()
    for event_type, start, end, published in rows.iter_rows():
        first, last = (start, end) if start is not None else (published, published)
        days = [day.toordinal() if day is not None else -1 for day in (first, last)]
        found.add((event_type, (start is not None, days[0], days[1])))
    return found


def _sets_frame(sets: Iterable[Set]) -> pl.DataFrame:
    rows = [
        (event_type, first if dated else None, last if dated else None, None if dated or first < 0 else first)
        for event_type, (dated, first, last) in sets
    ]
    names = ("start_date", "end_date", "published")
    frame = pl.DataFrame(rows, schema={"event_type": pl.String} | dict.fromkeys(names, pl.Int64), orient="row")
    return frame.with_columns((pl.col(name) - _EPOCH).cast(pl.Int32).cast(pl.Date) for name in names)


def mentions_of_sets(db: duckdb.DuckDBPyConnection, sets: Collection[Set]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """All mentions of the stories that contribute to some sets of reports, of these types, and their articles; fills `replaced` (core_id): the cores of the sets."""
    with registered(db, "sets", _sets_frame(sets)):
        db.execute(
            """
            create or replace temp table replaced as
            select cores.core_id from raw.event_cores as cores semi join sets
                on sets.event_type = cores.event_type
                and coalesce(sets.start_date, date '0001-01-01') = coalesce(cores.start_date, date '0001-01-01')
                and coalesce(sets.end_date, date '0001-01-01') = coalesce(cores.end_date, date '0001-01-01')
                and coalesce(sets.published, date '0001-01-01')
                    = coalesce(if(cores.start_date is null, cores.published_first, null), date '0001-01-01')
            """
        )
    db.execute(
        """
        create or replace temp table wanted as
        with mentions as (
            select mention_id, event_type, story
            from raw.event_mentions join told using (article_id)
        ),
        contributing as (
            select distinct event_type, story from mentions
            where mention_id in (select mention_id from raw.core_members where core_id in (from replaced))
        )
        select mention_id from mentions semi join contributing using (event_type, story)
        union
        select mention_id from mentions where story in (from dirty_stories)
        """
    )
    return wanted_mentions(db)


def compare_cores(db: duckdb.DuckDBPyConnection, cores: pl.DataFrame, members: pl.DataFrame) -> None:
    """Put the cores that were formed anew beside those that they replace.

    Fills `new_cores` and `new_members`; `altered` (core_id): cores that are new, gone or tell something else now; `hosts` (core_id, host_id, root_id,
    host_reason): of all cores as they stand, those formed anew with the hosts they had; and `filed` and `asked` (core_id, cell) of all cores of these types.
    """
    with registered(db, "found_cores", cores), registered(db, "found_members", members):
        db.execute("create or replace temp table new_cores as from found_cores")
        db.execute("create or replace temp table new_members as from found_members")
    same = " and ".join(f"old.{name} is not distinct from new.{name}" for name in _TOLD)
    db.execute(
        f"""
        create or replace temp table altered as
        with old as (select * from raw.event_cores where core_id in (from replaced)),
        kept as (select new.core_id from new_cores as new join old on old.core_id = new.core_id and {same})
        select core_id from (select core_id from new_cores union select core_id from old) where core_id not in (from kept)
        """
    )
    db.execute(
        """
        create or replace temp table hosts as
        select core_id, host_id, root_id, host_reason from raw.event_cores where core_id not in (from replaced)
        union all
        select new.core_id, old.host_id, coalesce(old.root_id, new.core_id), old.host_reason
        from new_cores as new left join raw.event_cores as old using (core_id)
        """
    )
    for kind in ("filed", "asked"):
        db.execute(
            f"""
            create or replace temp table {kind} as
            with types as (
                select event_type from new_cores
                union select event_type from raw.event_cores where core_id in (from replaced)
            )
            select core_id, unnest({kind}) as cell from raw.event_cores
            where core_id not in (from replaced) and event_type in (from types)
            union all
            select core_id, unnest({kind}) from new_cores
            """
        )


def first_to_ask(db: duckdb.DuckDBPyConnection) -> set[str]:
    """The cores that have to look for their host again: those that are altered, and those that look where one is or was."""
    rows = db.execute(
        """
        with cells as (
            select unnest(filed) as cell from raw.event_cores where core_id in (from altered)
            union
            select unnest(filed) from new_cores where core_id in (from altered)
        )
        select core_id from asked where cell in (from cells)
        union
        select core_id from new_cores where core_id in (from altered)
        """
    ).fetchall()
    return {core_id for (core_id,) in rows}


def next_to_ask(db: duckdb.DuckDBPyConnection, moved: Collection[str]) -> set[str]:
    """The cores that look where one of the cores is filed that moved to another event."""
    with registered(db, "moved", _ids(moved)):
        rows = db.execute(
            "select distinct core_id from asked where cell in (select cell from filed where core_id in (select core_id from moved))"
        ).fetchall()
    return {core_id for (core_id,) in rows}


def cores_around(db: duckdb.DuckDBPyConnection, asking: Collection[str]) -> tuple[pl.DataFrame, set[int]]:
    """The cores that ask and all in the cells in which they look (EVENT_CORES rows), and those cells that are crowded, whose cores are left out."""
    with registered(db, "asking", _ids(asking)):
        db.execute(
            f"""
            create or replace temp table crowded as
            select cell from filed where cell in (select cell from asked where core_id in (select core_id from asking))
            group by cell having count(*) > {CROWD}
            """
        )
        rows = db.sql(
            f"""
            with around as (
                select core_id from filed where cell in (
                    select cell from asked where core_id in (select core_id from asking) and cell not in (from crowded)
                )
                union
                select core_id from asking
            ),
            -- by row number, so that the wide columns of the others are not even read
            stored as (
                select * from raw.event_cores where rowid in (
                    select rowid from raw.event_cores where core_id in (from around) and core_id not in (from replaced)
                )
                union all by name
                select * from new_cores where core_id in (from around)
            )
            select {", ".join(f"stored.{name}" for name in ("core_id", *_TOLD))}, hosts.host_id, hosts.root_id, hosts.host_reason
            from stored join hosts using (core_id)
            """
        ).pl()
        crowded = {cell for (cell,) in db.execute("from crowded").fetchall()}
    return EVENT_CORES.conform(rows), crowded


def note_hosts(db: duckdb.DuckDBPyConnection, found: pl.DataFrame) -> set[str]:
    """Take over the hosts of some cores; returns those that belong to another event now.

    found: `core_id`, `host_id`, `root_id`, `host_reason`.
    """
    with registered(db, "found", found):
        moved = db.execute(
            "select core_id from found join hosts using (core_id) where found.root_id <> hosts.root_id"
        ).fetchall()
        db.execute("delete from hosts where core_id in (select core_id from found)")
        db.execute("insert into hosts by name from found")
    return {core_id for (core_id,) in moved}


def touched_events(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The mentions of all events that have to be made again: `mention_id`, `root_id`, `merge_reason` (null for the one that founded the event).

    Fills `wanted` with these mentions, `rehosted` (core_id): cores that were not formed anew and have another host or event now, and `old_events`
    (event_id): the events that are made again or are gone.
    """
    db.execute(
        """
        create or replace temp table rehosted as
        select cores.core_id from raw.event_cores as cores join hosts using (core_id)
        where core_id not in (from replaced) and (
            cores.root_id <> hosts.root_id
            or cores.host_id is distinct from hosts.host_id
            or cores.host_reason is distinct from hosts.host_reason
        )
        """
    )
    db.execute(
        """
        create or replace temp table stirred as
        with old_members as (select * from raw.core_members where core_id in (from replaced))
        select core_id from altered
        union select core_id from touched
        union select core_id from rehosted
        union select core_id from new_members join raw.event_mentions using (mention_id) where article_id in (from dirty)
        union select core_id from (select mention_id, core_id, join_reason from new_members except select mention_id, core_id, join_reason from old_members)
        union select core_id from (select mention_id, core_id, join_reason from old_members except select mention_id, core_id, join_reason from new_members)
        -- a core that was formed anew as it was may have another host
        union select core_id from new_cores join hosts using (core_id) join raw.event_cores as cores using (core_id)
        where cores.root_id <> hosts.root_id or cores.host_id is distinct from hosts.host_id or cores.host_reason is distinct from hosts.host_reason
        """
    )
    db.execute(
        """
        create or replace temp table roots as
        select root_id from hosts where core_id in (from stirred)
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
        with stored as (
            select mention_id, core_id, join_reason from raw.core_members where core_id not in (from replaced)
            union all
            select mention_id, core_id, join_reason from new_members
        )
        select
            mention_id,
            root_id,
            coalesce(join_reason, if(mention_id = core_id, host_reason, null)) as merge_reason
        from stored join hosts using (core_id)
        where root_id in (from roots)
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
            from new_cores union all by name from raw.event_cores where core_id in (from rehosted)
        )
        select {", ".join(f"told.{name}" for name in ("core_id", *_TOLD))}, hosts.host_id, hosts.root_id, hosts.host_reason
        from told join hosts using (core_id)
        """
    ).pl()
    return EVENT_CORES.conform(cores), db.sql("from new_members").pl(), db.sql("from replaced union from rehosted").pl()


def _ids(core_ids: Collection[str]) -> pl.DataFrame:
    return pl.DataFrame({"core_id": sorted(core_ids)}, schema={"core_id": pl.String})


def values(db: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    """The first column of a query."""
    return [row[0] for row in db.execute(sql).fetchall()]
