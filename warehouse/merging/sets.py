"""Which stored cores have to be formed anew: those of reports that are new, changed or gone, and of all that these meet in their sets.

Belongs here: the SQL that finds them and what it takes to form them. Does not: which articles are dirty (dirt.py), forming cores (transforms/merge).
A set are the reports of one type and interval, or of one day of publication where they give none. Two of its reports meet where one is filed under a key
under which the other asks; what becomes of a report depends on those alone that it meets, directly or through others. Every function takes a connection of
`Warehouse.reading`, and keeps what it finds in temporary tables that end with it.
"""

from __future__ import annotations

import duckdb
import polars as pl

from warehouse.loading.rows import registered, single_value
from warehouse.merging.reports import mentions_and_articles


def find_touched(db: duckdb.DuckDBPyConnection) -> None:
    """Fill `dirty_stories`, `touched` and `wanted`.

    `dirty_stories` (story): those of dirty articles and of mentions that are gone, as they are and as they were. `touched` (core_id): the cores to which
    they contributed when they were last merged. And `wanted` (mention_id): all mentions of the dirty stories.
    """
    db.execute(
        "create or replace temp table dirty_mentions as select mention_id from raw.event_mentions where article_id in (from dirty)"
    )
    db.execute(
        """
        create or replace temp table dirty_stories as
        select story from told where article_id in (from dirty)
        union
        select story from raw.core_members where mention_id in (from dirty_mentions)
        union
        select story from raw.core_members anti join raw.event_mentions using (mention_id)
        """
    )
    # what they tell now
    db.execute(
        "create or replace temp table wanted as select mention_id from raw.event_mentions"
        " where article_id in (select article_id from told where story in (from dirty_stories))"
    )
    db.execute(
        """
        create or replace temp table touched as
        select core_id from raw.core_members where story in (from dirty_stories)
        union
        select core_id from raw.core_members where mention_id in (from wanted)
        """
    )


def wanted_mentions(db: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The mentions whose ids stand in the table `wanted`, and their articles (as `mentions_and_articles`)."""
    return mentions_and_articles(db, "mention_id in (select mention_id from wanted)")


def find_replaced(db: duckdb.DuckDBPyConnection, told: pl.DataFrame) -> None:
    """Fill `replaced` (core_id): the cores that are touched, and all that their reports or those told now meet, directly or through others.

    told: the reports of the dirty stories as `told_reports` gives them.
    """
    with registered(db, "told_reports", told):
        _find_sets(db)
        db.execute("create or replace temp table replaced as from touched")
        db.execute(
            f"""
            create or replace temp table reaching as
            select number, filed_keys, asked_keys from told_reports join sets on {_same_set("told_reports")}
            union all
            select number, filed_keys, asked_keys from set_cores where core_id in (from touched)
            """
        )
    while _reach_further(db):
        pass


def _find_sets(db: duckdb.DuckDBPyConnection) -> None:
    """Fill `sets`, those of the reports and of the cores that are touched, by number; and `set_cores`, with the keys of all cores in them."""
    db.execute(
        """
        create or replace temp table cores as
        select core_id, event_type, start_date, end_date, if(start_date is null, published_first, null) as published from raw.event_cores
        """
    )
    db.execute(
        """
        create or replace temp table sets as
        select row_number() over () as number, * from (
            select event_type, start_date, end_date, published from told_reports
            union
            select event_type, start_date, end_date, published from cores where core_id in (from touched)
        )
        """
    )
    db.execute(
        f"""
        create or replace temp table set_cores as
        with numbered as (select core_id, number from cores join sets on {_same_set("cores")})
        select core_id, number, filed_keys, asked_keys
        from numbered join raw.event_cores using (core_id)
        """
    )
    for kind in ("filed", "asked"):
        db.execute(
            f"create or replace temp table set_{kind} as select core_id, number, unnest({kind}_keys) as key from set_cores"
        )


def _same_set(relation: str) -> str:
    columns = ("event_type", "start_date", "end_date", "published")
    return " and ".join(f"sets.{name} is not distinct from {relation}.{name}" for name in columns)


def _reach_further(db: duckdb.DuckDBPyConnection) -> int:
    """Add to `replaced` the cores that the reports in `reaching` meet, which are the next to reach others; how many there were."""
    db.execute(
        """
        create or replace temp table met as
        with asked as (select distinct number, unnest(asked_keys) as key from reaching),
        filed as (select distinct number, unnest(filed_keys) as key from reaching)
        select core_id from (
            select core_id from set_filed semi join asked using (number, key)
            union
            select core_id from set_asked semi join filed using (number, key)
        )
        where core_id not in (from replaced)
        """
    )
    db.execute(
        "create or replace temp table reaching as select number, filed_keys, asked_keys from set_cores where core_id in (from met)"
    )
    return single_value(db, "insert into replaced from met")


def mentions_to_form(db: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame, pl.Series]:
    """All mentions of the stories, by type, that tell of a replaced core, their articles, and the ids of the mentions that are formed into cores."""
    db.execute(
        """
        create or replace temp table forming as
        from wanted
        union
        select mention_id from raw.core_members where core_id in (from replaced)
        """
    )
    db.execute(
        """
        create or replace temp table wanted as
        with contributing as (
            select distinct event_type, story
            from raw.core_members join raw.event_cores using (core_id)
            where core_id in (from replaced) and story not in (from dirty_stories)
        ),
        articles as (select article_id, story from told where story in (select story from contributing))
        from wanted
        union
        select mention_id
        from raw.event_mentions join articles using (article_id) semi join contributing using (event_type, story)
        """
    )
    return *wanted_mentions(db), db.sql("from forming").pl()["mention_id"]
