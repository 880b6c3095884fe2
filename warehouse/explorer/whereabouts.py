"""Where the rows of an article lie in the file, and which event a mention reports.

Belongs here: finding rows without searching whole tables, which have no index (warehouse/ddl.py says why). Does not: the rows themselves.
An article's rows are written together, so that first and last row number lead to them quickly; where they lie apart, the search is longer but finds them all.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, NamedTuple

import duckdb
import polars as pl

TABLES: Final = ("articles", "event_mentions", "date_expressions")


class Rows(NamedTuple):
    """First and last row number (rowid) of an article in a table; an empty stretch when it has none there."""

    first: int
    last: int


NOWHERE: Final = Rows(0, -1)


@dataclass(frozen=True)
class Whereabouts:
    """Row numbers by article, events by mention.

    articles: for each of TABLES, `article_id` (sorted), `first`, `last`.
    mentions: `mention`, the sorted hashes of mention ids as DuckDB's `hash` gives them, and `position`, that of the event in the catalogue.
    """

    articles: dict[str, pl.DataFrame]
    mentions: pl.DataFrame

    def rows_of(self, table: str, article_id: str) -> Rows:
        """Between which row numbers an article's rows of a table lie."""
        frame = self.articles[table]
        at = bisect_left(frame["article_id"], article_id)
        if at == frame.height or frame["article_id"][at] != article_id:
            return NOWHERE
        return Rows(int(frame["first"][at]), int(frame["last"][at]))

    def position_of(self, mention: int) -> int | None:
        """The position of the event that a mention (its id's hash) reports; None when it reports none."""
        hashes = self.mentions["mention"]
        at = bisect_left(hashes, mention)
        return int(self.mentions["position"][at]) if at < hashes.len() and hashes[at] == mention else None


def load_whereabouts(db: duckdb.DuckDBPyConnection, positions: pl.Series) -> Whereabouts:
    """Read the row numbers.

    positions: for each row number of the mart `timeline`, the event's position in the catalogue.
    """
    articles = {
        table: db.sql(
            f"select article_id, min(rowid) as first, max(rowid) as last from raw.{table} group by article_id"
        )
        .pl()
        .sort("article_id")
        for table in TABLES
    }
    linked = db.sql(
        "select hash(mention_id) as mention, timeline.rowid as row from raw.event_links join main.timeline using (event_id)"
    ).pl()
    mentions = linked.select("mention", position=positions.gather(linked["row"])).sort("mention")
    return Whereabouts(articles, mentions)
