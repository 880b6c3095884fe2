"""Which stored articles repeat another one.

Belongs here: reading what is compared, writing what was found. Does not: comparing (transforms.articles).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from transforms.schema import ARTICLES, EXTRACTIONS
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.load import articles_to_read
from warehouse.rows import registered, single_value

STAGE: Final = "near_duplicates"


def articles_to_compare(db: Warehouse, version: str) -> pl.DataFrame:
    """All articles (ARTICLES columns), by `article_id`, when one of them has not been compared yet; else none."""
    if articles_to_read(db, STAGE, version).is_empty():
        return ARTICLES.empty()
    with db.reading() as connection:
        frame = connection.sql(f"select * from {raw_name(ARTICLES)} order by article_id").pl()
    return ARTICLES.conform(frame)


def write_near_duplicates(db: Warehouse, compared: pl.DataFrame, version: str) -> int:
    """Set `near_duplicate_of` where it differs and note what was compared; returns the number of rows changed.

    compared: `article_id`, `content_hash`, `near_duplicate_of` of all articles.
    """
    rows = compared.select("article_id", "content_hash", "near_duplicate_of")
    with db.writing() as connection, registered(connection, "near_duplicates", rows):
        changed = single_value(
            connection,
            f"update {raw_name(ARTICLES)} as articles set near_duplicate_of = near_duplicates.near_duplicate_of from near_duplicates"
            " where articles.article_id = near_duplicates.article_id"
            " and articles.near_duplicate_of is distinct from near_duplicates.near_duplicate_of",
        )
        connection.execute(f"delete from {raw_name(EXTRACTIONS)} where stage = ?", [STAGE])
        connection.execute(
            f"insert into {raw_name(EXTRACTIONS)} select article_id, ?, content_hash, ?, (near_duplicate_of is not null)::bigint from near_duplicates",
            [STAGE, version],
        )
    return changed
