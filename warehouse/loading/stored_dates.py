"""Articles with the date expressions that were found in them.

Belongs here: reading stored date expressions back. Does not: finding them (transforms.temporal), storing them (load.py).
"""

from __future__ import annotations

import polars as pl

from transforms.schema import DATE_EXPRESSIONS, EXTRACTIONS
from transforms.temporal import FOUND, FOUND_TYPE
from warehouse.connection import Warehouse
from warehouse.ddl import quoted, raw_name
from warehouse.loading.rows import registered


def with_date_expressions(db: Warehouse, articles: pl.DataFrame, version: str) -> pl.DataFrame:
    """The articles with a further column `FOUND`; null where this version of the tagger has not read the article as it is.

    articles: needs `article_id` and `content_hash`; its rows keep their order.
    """
    if articles.is_empty():
        return articles.with_columns(pl.lit(None, dtype=FOUND_TYPE).alias(FOUND))
    fields = ", ".join(f"{quoted(name)} := {quoted(name)}" for name in DATE_EXPRESSIONS.names[1:])
    with db.reading() as connection, registered(connection, "wanted", articles.select("article_id", "content_hash")):
        found = connection.sql(
            f"""
            select
                article_id,
                coalesce(list(struct_pack({fields}) order by text_start) filter (text_start is not null), []) as {FOUND}
            from wanted
            join {raw_name(EXTRACTIONS)} as extractions using (article_id, content_hash)
            left join {raw_name(DATE_EXPRESSIONS)} as expressions using (article_id)
            where extractions.stage = ? and extractions.version = ?
            group by article_id
            """,
            params=[DATE_EXPRESSIONS.name, version],
        ).pl()
    found = found.with_columns(pl.col(FOUND).cast(FOUND_TYPE))
    return articles.join(found, on="article_id", how="left", maintain_order="left")
