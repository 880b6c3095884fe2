"""Plots in an asset's metadata, as PNG inside Markdown; only where the extra [charts] is installed, as it is for the Dagster UI.

Belongs here: drawing for Dagster. Does not: drawings of timelines (warehouse/timeline/render).
"""

from __future__ import annotations

import base64
from importlib.util import find_spec
from typing import Final

import dagster as dg
import duckdb

WIDTH: Final = 640
HEIGHT: Final = 220


def events_per_month(db: duckdb.DuckDBPyConnection) -> dict[str, dg.MetadataValue]:
    """The number of events per month as metadata `events_per_month`; nothing without the libraries, or without dated events."""
    if not (find_spec("altair") and find_spec("vl_convert")):
        return {}
    months = db.sql(
        "select month, sum(n_events)::bigint as n_events from main.events_by_month group by month order by month"
    ).pl()
    if months.is_empty():
        return {}
    # heavy, and needed by nobody else
    import altair as alt
    import vl_convert

    chart = (
        alt.Chart(months)
        .mark_bar()
        .encode(alt.X("month:T", title=None), alt.Y("n_events:Q", title="events"))
        .properties(width=WIDTH, height=HEIGHT)
    )
    png = base64.b64encode(vl_convert.vegalite_to_png(chart.to_dict())).decode()
    return {"events_per_month": dg.MetadataValue.md(f"![events per month](data:image/png;base64,{png})")}
