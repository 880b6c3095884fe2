"""Which stored articles repeat another one.

Belongs here: reading what is compared, writing what was found. Does not: comparing (transforms.articles).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import duckdb
import polars as pl

from transforms.articles import MAX_COMPARED, MIN_SHARED_KEYS, SKETCH, near_duplicate_keys, sketches
from transforms.schema import ARTICLE_KEYS, ARTICLES
from warehouse.connection import LOADING_MEMORY, Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.portions import StoredArticles, articles_of, articles_to_read
from warehouse.loading.rows import note_read, registered, single_value

STAGE: Final = "near_duplicates"


COMPARED: Final = pl.Schema(
    {
        "article_id": pl.String(),
        "content_hash": pl.String(),
        "published_at": pl.Datetime("us", "UTC"),
        "sketch": SKETCH,
    }
)


def articles_to_compare(db: Warehouse, version: str, advance: Callable[[int], object] = lambda _: None) -> pl.DataFrame:
    """The articles (COMPARED columns), by `article_id`, that have not been compared yet, and all that may be like one of them, or like one that may be.

    What is found among them is what would be found among all articles; of articles that share boilerplate alone, those published next to a new one are taken.
    advance: told how many articles more have been read.
    """
    fresh = articles_to_read(db, STAGE, version)
    if fresh.is_empty():
        return pl.DataFrame(schema=COMPARED)
    sketched = _sketched(fresh, advance)
    with db.reading() as connection:
        if fresh.height == single_value(connection, f"select count(*) from {raw_name(ARTICLES)}"):
            return sketched.sort("article_id")
    keys = sketched.select("article_id", near_duplicate_keys(sketched["sketch"]).alias("keys"))
    with db.reading() as connection, registered(connection, "fresh_keys", keys):
        _find_alike(connection)
        others = connection.sql(
            "select article_id from alike where article_id not in (select article_id from fresh_keys)"
        ).pl()
    of_others = _sketched(articles_of(db, others["article_id"].to_list()), advance)
    return pl.concat([sketched, of_others]).sort("article_id")


def _sketched(articles: StoredArticles, advance: Callable[[int], object]) -> pl.DataFrame:
    frames = [pl.DataFrame(schema=COMPARED)]
    for portion in articles.portions():
        # values of their own: a column of a portion holds all of it in memory, the texts too
        values = {name: portion[name].to_list() for name in COMPARED.names()[:-1]}
        frames.append(pl.DataFrame({**values, "sketch": sketches(portion["text"])}, schema=COMPARED))
        advance(portion.height)
    return pl.concat(frames)


def _find_alike(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `alike` (article_id): the articles of `fresh_keys` and those that share enough keys with one of them, as it is or as it was, and so on.

    Keys that many originals share are boilerplate: nothing is followed from one article to the next by them alone. A fresh one meets its neighbours by them.
    """
    connection.execute("create or replace temp table alike as select article_id, 0 as step from fresh_keys")
    connection.execute(
        f"""
        create or replace temp table asking as
        select article_id, keys from {_STORED} where article_id in (select article_id from fresh_keys)
        union all
        select article_id, keys from fresh_keys
        """
    )
    connection.execute(f"create or replace temp table common as {_COMMON}")
    step, found = 1, single_value(connection, f"insert into alike select article_id, 1 from ({_NEIGHBOURS})")
    found += single_value(connection, f"insert into alike select article_id, 1 from ({_ALIKE})")
    while found:
        connection.execute(
            f"create or replace temp table asking as select article_id, keys from {_STORED} where article_id in (select article_id from alike where step = {step})"
        )
        connection.execute(f"create or replace temp table common as {_COMMON}")
        step += 1
        found = single_value(connection, f"insert into alike select article_id, {step} from ({_ALIKE})")


def _pairs(articles: str) -> str:
    """Each two keys that an article has, boilerplate alone apart: who shares two keys shares such a pair."""
    pairs = f"select article_id, a, unnest(list_filter(keys, lambda key: key > a)) as b from (select article_id, keys, unnest(keys) as a from {articles})"
    return f"select * from ({pairs}) where not (a in (from common) and b in (from common))"


_STORED: Final = raw_name(ARTICLE_KEYS)

_COMMON: Final = f"""
select key
from (select article_id, unnest(keys) as key from {_STORED})
semi join (select distinct unnest(keys) as key from asking) as asked using (key)
semi join (select article_id from {raw_name(ARTICLES)} where near_duplicate_of is null) as originals using (article_id)
group by key
having count(*) > {MAX_COMPARED}
"""

_NEIGHBOURS: Final = f"""
with members as (
    select article_id, unnest(keys) as key, false as is_fresh from {_STORED} where article_id not in (select article_id from fresh_keys)
    union all
    select article_id, unnest(keys) as key, true as is_fresh from fresh_keys
),
placed as (
    select members.article_id, bool_or(is_fresh) over near as is_near
    from members semi join common using (key) join {raw_name(ARTICLES)} as articles using (article_id)
    where is_fresh or near_duplicate_of is null
    window near as (
        partition by key order by published_at nulls last, article_id
        rows between {MAX_COMPARED} preceding and {MAX_COMPARED} following
    )
)
select distinct article_id from placed where is_near and article_id not in (select article_id from alike)
"""

# Never a row for two articles that share something: of texts with one footer that would be as many as the square of their number.
_ALIKE: Final = f"""
with asked as (select key from (select distinct unnest(keys) as key from asking) anti join common using (key)),
asked_alone as (select keys[1] as key from asking where len(keys) = 1 and keys[1] not in (from common)),
asked_pairs as (select distinct a, b from ({_pairs("asking")})),
stored as (select article_id, keys from {_STORED} where article_id not in (select article_id from alike)),
touched as (select distinct article_id from (select article_id, unnest(keys) as key from stored) semi join asked using (key)),
near as materialized (select article_id, keys from stored semi join touched using (article_id)),
-- what was found by boilerplate alone is not lost when one of the two is compared again
marked as (
    select article_id, near_duplicate_of from {raw_name(ARTICLES)} where near_duplicate_of is not null
)
select article_id from near where len(keys) < {MIN_SHARED_KEYS}
union
select article_id from (select article_id, unnest(keys) as key from near) semi join asked_alone using (key)
union
select article_id from ({_pairs("near")}) semi join asked_pairs using (a, b)
union
select near_duplicate_of from marked where article_id in (select article_id from asking) and near_duplicate_of in (select article_id from stored)
union
select article_id from marked where near_duplicate_of in (select article_id from asking) and article_id in (select article_id from stored)
"""


def write_near_duplicates(db: Warehouse, compared: pl.DataFrame, version: str) -> int:
    """Set `near_duplicate_of` where it differs and note what was compared; returns the number of rows changed.

    compared: `article_id`, `content_hash`, `near_duplicate_of`, `sketch` of the articles that were compared.
    """
    keys = near_duplicate_keys(compared["sketch"])
    rows = compared.select("article_id", "content_hash", "near_duplicate_of", keys)
    with db.writing(memory=LOADING_MEMORY) as connection, registered(connection, "near_duplicates", rows):
        changed = single_value(
            connection,
            f"update {raw_name(ARTICLES)} as articles set near_duplicate_of = near_duplicates.near_duplicate_of from near_duplicates"
            " where articles.article_id = near_duplicates.article_id"
            " and articles.near_duplicate_of is distinct from near_duplicates.near_duplicate_of",
        )
        marked = (
            "select article_id, content_hash, (near_duplicate_of is not null)::bigint as n_rows from near_duplicates"
        )
        note_read(connection, STAGE, version, marked)
        connection.execute(f"delete from {_STORED} where article_id in (select article_id from near_duplicates)")
        connection.execute(f"insert into {_STORED} select article_id, near_duplicate_keys from near_duplicates")
    return changed
