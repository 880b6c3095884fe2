"""By which name the outlet of each stored article counts.

Belongs here: reading what articles say of their outlets, writing the names that count. Does not: which names are one outlet (transforms.articles.outlets).
"""

from __future__ import annotations

from typing import Final

import duckdb
import polars as pl

from transforms.articles.outlets import Claim, outlets_of
from transforms.schema import ARTICLES
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import registered, single_value

OUTLET: Final = "coalesce(outlet, source)"
"""The outlet of a row of `raw.articles` in SQL; null where nothing says it."""

_HOST: Final = "lower(regexp_extract(coalesce(url, ''), '^https?://(?:www\\.)?([^/?#:]+)', 1, 'i'))"
_CLAIMED: Final = (
    f"select {_HOST} as host, source, outlet from {raw_name(ARTICLES)} where source is not null group by all"
)
_TOLD: Final = {"host": pl.String, "source": pl.String, "told": pl.String}


def name_outlets(db: Warehouse) -> int:
    """Set `outlet` where it differs from what all articles together tell; returns the number of articles changed."""
    if not db.exists():
        return 0
    with db.reading() as connection:
        told = _told(connection)
    if told.is_empty():
        return 0
    with db.writing() as connection, registered(connection, "told", told):
        return single_value(
            connection,
            f"update {raw_name(ARTICLES)} as articles set outlet = told.told from told"
            f" where articles.source = told.source and {_HOST} = told.host and outlet is distinct from told.told",
        )


def _told(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The claims of which some articles have another outlet noted: `host`, `source`, and `told`, the one that counts (null where it is the source)."""
    claimed = connection.execute(_CLAIMED).fetchall()
    outlets = outlets_of(Claim(host, source) for host, source, _ in claimed)
    told = {claim: None if outlet == claim.source else outlet for claim, outlet in outlets.items()}
    stale = {Claim(host, source) for host, source, noted in claimed if noted != told[Claim(host, source)]}
    return pl.DataFrame([(*claim, told[claim]) for claim in sorted(stale)], schema=_TOLD, orient="row")
