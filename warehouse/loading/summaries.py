"""Tell mere summaries of an article from its full text.

Belongs here: which of the versions under one id say less than another one from elsewhere. Does not: storing versions (load.py).
A feed announces with two sentences the article whose page or file holds all of them: which of the two is read later says nothing.
"""

from __future__ import annotations

from typing import Final

import duckdb

from transforms.schema import ARTICLES
from warehouse.ddl import raw_name

MAX_SHARE_OF_SUMMARY: Final = 0.5
"""A text of less than this share of another one's length, which is told on no later day, is a summary of it."""


def mark_summaries(connection: duckdb.DuckDBPyConnection) -> None:
    """Note of the versions in `compared` in the table `fullness`: `position`, `is_summary` (of another one that is given or stored), `outdoes_stored`.

    Of one file or address the newer version counts, however short it is.
    """
    connection.execute(
        f"""
        create or replace temp table fullness as
        with given as (
            select position, stored_row, article_id, origin, published_date, length(text) as n_characters
            from compared where not is_conflict
        ),
        -- by row number, so that the texts of the others are not even read
        stored as (
            select rowid as stored_row, article_id, origin, published_date, length(text) as n_characters
            from {raw_name(ARTICLES)}
            where rowid in (
                select stored_row from compared where content_hash <> known_hash and origin <> known_origin
            )
        ),
        versions as (
            select article_id, origin, published_date, n_characters from given
            union all by name
            select article_id, origin, published_date, n_characters from stored
        ),
        summaries as (
            select distinct given.position from given join versions using (article_id) where {_is_summary("given", "versions")}
        ),
        outdoing as (
            select given.position from given join stored using (stored_row) where {_is_summary("stored", "given")}
        )
        select
            position,
            position in (select position from summaries) as is_summary,
            position in (select position from outdoing) as outdoes_stored
        from given
        """
    )


def _is_summary(one: str, other: str) -> str:
    return f"""
        {one}.origin <> {other}.origin
        and {one}.n_characters < {other}.n_characters * {MAX_SHARE_OF_SUMMARY}
        and coalesce({one}.published_date <= {other}.published_date, true)
    """
