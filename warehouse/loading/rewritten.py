"""Articles that have neither id nor address, corrected in their files, or in others that took their place.

Belongs here: giving such an article the id that it has in the warehouse. Does not: which version counts (load.py), ids that articles come with.
The id of such an article is a hash of its words (transforms.articles.identity): corrected, it would be another article, and the old one would stay.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import duckdb
import polars as pl

from transforms.articles.identity import ID_OF_WORDS
from transforms.articles.versions import are_versions
from transforms.schema import ARTICLE_VERSIONS, ARTICLES
from warehouse.ddl import raw_name
from warehouse.loading.rows import registered

IsGone = Callable[[str], bool]

MIN_SHARED_ELSEWHERE: Final = 0.8
"""Share of common words from which a text of the same headline and day under the name of another file is a correction."""


def nothing_gone(origin: str) -> bool:
    """Of no file it is known that it has gone."""
    return False


def with_known_ids(
    connection: duckdb.DuckDBPyConnection, articles: pl.DataFrame, is_gone: IsGone = nothing_gone
) -> pl.DataFrame:
    """The same articles; one whose id is a hash of its words gets that of the article which it is a version of, if there is one.

    That is the article which has had these very words, or else the last one that was read of the same file, when the file holds one article now and
    half of the words are the same, or else one of a file that is gone, of the same headline, day and outlet and with most words the same.
    articles: ARTICLES columns. is_gone: whether a file is no longer where it was read. Returns the same columns and rows in the same order.
    """
    of_words = articles.filter(pl.col("url").is_null() & pl.col("article_id").str.contains(ID_OF_WORDS))
    if of_words.is_empty():
        return articles
    alone = of_words.filter(pl.col("origin").is_unique() & ~pl.col("origin").is_in(_several(articles)))
    with registered(connection, "of_words", of_words.select("article_id", "content_hash")):
        known = _of_these_words(connection)
    columns = ("article_id", "origin", "text", "title", "published_date", "source")
    with registered(connection, "alone", alone.select(columns)):
        known = _of_a_gone_file(connection, is_gone) | _of_the_same_file(connection) | known
    return articles.with_columns(pl.col("article_id").replace(known))


def _several(articles: pl.DataFrame) -> list[str]:
    """The files that hold several articles."""
    return articles.group_by("origin").len().filter(pl.col("len") > 1)["origin"].to_list()


def _of_these_words(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute(
        f"""
        select of_words.article_id, min(versions.article_id)
        from of_words join {raw_name(ARTICLE_VERSIONS)} as versions using (content_hash)
        where of_words.article_id not in (select article_id from {raw_name(ARTICLES)})
            and regexp_matches(versions.article_id, $of_words)
        group by of_words.article_id
        """,
        {"of_words": ID_OF_WORDS},
    )
    return dict(rows.fetchall())


def _of_the_same_file(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute(
        f"""
        with stored as (
            select origin, arg_max(article_id, (fetched_at, rowid)) as known_id, arg_max(rowid, (fetched_at, rowid)) as known_row
            from {raw_name(ARTICLES)}
            where origin in (select origin from alone) and url is null and regexp_matches(article_id, $of_words)
            group by origin
        ),
        -- by row number, so that the texts of the others are not even read
        texts as (
            select rowid as known_row, text as known_text from {raw_name(ARTICLES)}
            where rowid in (select known_row from stored)
        )
        select alone.article_id, known_id, alone.text, known_text
        from alone join stored using (origin) join texts using (known_row)
        where alone.article_id not in (select article_id from {raw_name(ARTICLES)})
        """,
        {"of_words": ID_OF_WORDS},
    )
    return {found: known for found, known, text, known_text in rows.fetchall() if are_versions(text, known_text)}


def _of_a_gone_file(connection: duckdb.DuckDBPyConnection, is_gone: IsGone) -> dict[str, str]:
    rows = connection.execute(
        f"""
        with stored as (
            select articles.rowid as known_row, alone.article_id as given_id
            from alone join {raw_name(ARTICLES)} as articles using (title, published_date)
            where articles.origin <> alone.origin and articles.source is not distinct from alone.source
                and articles.url is null and regexp_matches(articles.article_id, $of_words)
        ),
        -- by row number, so that the texts of the others are not even read
        texts as (
            select rowid as known_row, article_id as known_id, origin as known_origin, text as known_text
            from {raw_name(ARTICLES)} where rowid in (select known_row from stored)
        )
        select given_id, known_id, known_origin, alone.text, known_text
        from stored join texts using (known_row) join alone on alone.article_id = given_id
        where given_id not in (select article_id from {raw_name(ARTICLES)})
        order by known_id
        """,
        {"of_words": ID_OF_WORDS},
    )
    return {
        found: known
        for found, known, origin, text, known_text in rows.fetchall()
        if are_versions(text, known_text, MIN_SHARED_ELSEWHERE) and is_gone(origin)
    }
