"""Stored articles that a stage works on, read a portion at a time.

Belongs here: which articles a stage has yet to read, and reading their texts in portions that memory bears however many there are. Does not: writing (load.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb
import polars as pl

from transforms.schema import ARTICLES, EXTRACTIONS
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import column_list, registered

BYTES_PER_PORTION: Final = 16 * 2**20
ARTICLES_PER_PORTION: Final = 4_000

_ROWS: Final = pl.Schema(
    {"row_number": pl.Int64, "article_id": pl.String, "content_hash": pl.String, "n_bytes": pl.Int64}
)


def _as_stored(portion: pl.DataFrame) -> pl.DataFrame:
    return portion


@dataclass(frozen=True, slots=True)
class StoredArticles:
    """Some stored articles; their texts are read when their portion's turn comes.

    rows: `row_number`, `article_id`, `content_hash`, `n_bytes` (of the text), one row per article, in the order in which they are stored: a portion lies
    together in the file. completed: what is added to or taken from each portion as it is read.
    """

    db: Warehouse
    rows: pl.DataFrame
    completed: Callable[[pl.DataFrame], pl.DataFrame] = _as_stored

    @property
    def height(self) -> int:
        """The number of articles."""
        return self.rows.height

    def is_empty(self) -> bool:
        """Whether there are none."""
        return self.rows.is_empty()

    def portions(self) -> Iterator[pl.DataFrame]:
        """The articles (ARTICLES columns, and what `completed` makes of them), in frames of bounded size.

        The file is open only while a portion is read. An article that another process has removed meanwhile is left out.
        """
        number = (pl.col("n_bytes").cum_sum() // BYTES_PER_PORTION).rle_id().alias("portion")
        for wanted in self.rows.with_columns(number).partition_by("portion", maintain_order=True):
            for some in wanted.iter_slices(ARTICLES_PER_PORTION):
                yield self.completed(_read(self.db, some))

    def iter_slices(self, n_rows: int) -> Iterator[pl.DataFrame]:
        """The same in frames of at most `n_rows` articles."""
        for portion in self.portions():
            yield from portion.iter_slices(n_rows)


def articles_to_read(db: Warehouse, stage: str, version: str, days: tuple[date, date] | None = None) -> StoredArticles:
    """The articles that the stage has not read in this content and with this version.

    days: only articles published from the first to the last of these days.
    """
    wanted = f"""
        select articles.rowid from {raw_name(ARTICLES)} as articles
        anti join (
            select * from {raw_name(EXTRACTIONS)} where stage = $stage and version = $version
        ) as extractions using (article_id, content_hash)
        where $first::date is null or published_date between $first::date and $last::date
    """
    named: dict[str, object] = {"stage": stage, "version": version, "first": days and days[0], "last": days and days[1]}
    return _stored(db, wanted, named)


def articles_of(db: Warehouse, article_ids: Sequence[str]) -> StoredArticles:
    """The stored articles of some ids."""
    wanted = f"select rowid from {raw_name(ARTICLES)} where article_id in (select unnest($ids::varchar[]))"
    return _stored(db, wanted, {"ids": list(article_ids)})


def _stored(db: Warehouse, wanted: str, named: dict[str, object]) -> StoredArticles:
    """wanted: the SQL that selects row numbers of articles."""
    if not db.exists():
        return StoredArticles(db, pl.DataFrame(schema=_ROWS))
    with db.reading() as connection:
        rows = connection.sql(
            # by row number, so that the texts of the others are not even read
            f"select rowid as row_number, article_id, content_hash, strlen(text) as n_bytes from {raw_name(ARTICLES)}"
            f" where rowid in ({wanted}) order by rowid",
            params=named,
        ).pl()
    return StoredArticles(db, rows.cast(_ROWS))


def _read(db: Warehouse, wanted: pl.DataFrame) -> pl.DataFrame:
    with db.reading() as connection, registered(connection, "wanted_articles", wanted.select("article_id")):
        # in the order in which they are stored
        found = _found(connection, f"articles.rowid between {wanted['row_number'][0]} and {wanted['row_number'][-1]}")
        if found.height < wanted.height:  # rows have moved since: another process has written articles
            found = _found(connection, "true")
    return ARTICLES.conform(found)


def _found(connection: duckdb.DuckDBPyConnection, where: str) -> pl.DataFrame:
    return connection.sql(
        f"""
        select {column_list(ARTICLES)} from {raw_name(ARTICLES)} where rowid in (
            select articles.rowid from {raw_name(ARTICLES)} as articles semi join wanted_articles using (article_id) where {where}
        )
        order by rowid
        """
    ).pl()
