"""A timeline as flat rows, one per entry: what CSV and Parquet hold.

Belongs here: the columns, in order. Does not: how a format writes them (comma_separated.py, parquet.py).
"""

from __future__ import annotations

from typing import Any, Final

import polars as pl

from warehouse.timeline.entries import Entry, Timeline

_COLUMNS: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "start_date": pl.Date,
    "end_date": pl.Date,
    "precision": pl.String,
    "edtf": pl.String,
    "when": pl.String,
    "headline": pl.String,
    "status": pl.String,
    "event_type": pl.String,
    "group": pl.String,
    "actors": pl.List(pl.String),
    "place": pl.String,
    "country": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
    "summary": pl.List(pl.String),
    "sources": pl.List(pl.String),
    "urls": pl.List(pl.String),
    "n_articles": pl.Int64,
    "n_sources": pl.Int64,
    "date_basis": pl.String,
    "confidence": pl.Float64,
    "importance": pl.Float64,
    "first_reported_date": pl.Date,
    "last_reported_date": pl.Date,
    "event_id": pl.String,
}
SCHEMA: Final = pl.Schema(_COLUMNS)


def rows_of(timeline: Timeline) -> pl.DataFrame:
    """The entries in order of time, then the undated ones (columns of SCHEMA); words exactly as they are."""
    return pl.DataFrame([_row(entry) for entry in timeline.everything], schema=SCHEMA)


def _row(entry: Entry) -> dict[str, Any]:
    own = {name: getattr(entry, name) for name in SCHEMA if name not in ("actors", "summary", "sources", "urls")}
    return {
        **own,
        "actors": list(dict.fromkeys(actor.name for actor in entry.actors)),
        "summary": [sentence.text for sentence in entry.summary],
        "sources": list(entry.sources),
        "urls": list(dict.fromkeys(quote.url for quote in entry.evidence if quote.url)),
    }
