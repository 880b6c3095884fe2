"""Which stored articles repeat another one.

Belongs here: reading what is compared, writing what was found. Does not: comparing (transforms.articles).
"""

from __future__ import annotations

import polars as pl

from transforms.schema import ARTICLES
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.rows import registered, single_value


def articles_to_compare(db: Warehouse) -> pl.DataFrame:
    """All articles (ARTICLES columns), by `article_id`."""
    with db.reading() as connection:
        frame = connection.sql(f"select * from {raw_name(ARTICLES)} order by article_id").pl()
    return ARTICLES.conform(frame)


def write_near_duplicates(db: Warehouse, marked: pl.DataFrame) -> int:
    """Set `near_duplicate_of` where it differs; returns the number of rows changed.

    marked: `article_id`, `near_duplicate_of`.
    """
    with db.writing() as connection, registered(connection, "marked", marked.select("article_id", "near_duplicate_of")):
        return single_value(
            connection,
            f"update {raw_name(ARTICLES)} as articles set near_duplicate_of = marked.near_duplicate_of from marked"
            " where articles.article_id = marked.article_id"
            " and articles.near_duplicate_of is distinct from marked.near_duplicate_of",
        )
