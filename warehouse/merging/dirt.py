"""What a merge has to look at again: articles that are new or changed, or that take the state of a person from such.

Belongs here: the SQL that finds them. Does not: the cores that they touch (sets.py), merging (transforms/merge).
Every function takes a connection of `Warehouse.reading`, and keeps what it finds in temporary tables that end with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import duckdb
import polars as pl

from transforms.schema import PERSON_STATES
from warehouse.loading.outlets import OUTLET
from warehouse.loading.rows import single_value

STAGE: Final = "events"

# What events, and the marts made of them, take from an article. Its text and mentions are told by what read them.
_FINGERPRINT: Final = (
    f"md5(concat_ws(chr(31), coalesce({OUTLET}, chr(0)), published_at, published_date, published_basis, coalesce(near_duplicate_of, chr(0)),"
    " coalesce(title, chr(0)), coalesce(url, chr(0)), read.content_hash, read.version))"
)


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


# Persons by full name as single mentions tell of them, and the state that each gives.
_PERSONS: Final = f"""
    with each as (
        select mentions.article_id, {OUTLET} as source, unnest(mentions.actors) as actor
        from raw.event_mentions as mentions left join raw.articles as articles using (article_id)
        where mentions.status <> 'hypothetical'
    )
    select article_id, actor.name as name, actor.state as state from each
    where actor.kind = 'person' and contains(actor.name, ' ') and actor.name is distinct from source
"""


def all_states(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The states of persons as all mentions tell them (PERSON_STATES rows)."""
    return PERSON_STATES.conform(db.sql(f"from ({_states(f'({_PERSONS})')}) order by name").pl())


def _states(persons: str) -> str:
    return f"select name, min(state) as state from {persons} where state is not null group by name having min(state) = max(state)"


def current_states(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The same as `all_states`; articles whose mentions would take another state from them become `dirty`."""
    db.execute(f"create or replace temp table persons as {_PERSONS}")
    db.execute(f"create or replace temp table states as {_states('persons')}")
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
