"""Plots in an asset's metadata, as PNG inside Markdown; only where the extra [charts] is installed, as it is for the Dagster UI.

Belongs here: drawing for Dagster. Does not: drawings of timelines (warehouse/timeline/render).
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

import dagster as dg
import duckdb
import polars as pl
from dagster._core.definitions.data_version import DATA_VERSION_TAG

WIDTH: Final = 640
HEIGHT: Final = 220
NAME: Final = "events_per_month"
VERSION_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot as metadata, and the version of the numbers that it shows."""

    metadata: dict[str, dg.MetadataValue]
    version: dg.DataVersion


def events_per_month(db: duckdb.DuckDBPyConnection, instance: dg.DagsterInstance, key: dg.AssetKey) -> Plot:
    """The number of events per month as metadata `events_per_month`; no metadata without the libraries, or without dated events.

    key: the asset of which it is told. Drawing takes more than a second: where its last plot shows the same months, that one is told again.
    """
    months = db.execute(
        "select month::varchar, sum(n_events)::bigint from main.events_by_month where month is not null group by all order by all"
    ).fetchall()
    version = dg.DataVersion(hashlib.sha256(repr(months).encode()).hexdigest()[:VERSION_DIGITS])
    if not months or not (find_spec("altair") and find_spec("vl_convert")):
        return Plot({}, version)
    return Plot({NAME: _told_before(instance, key, version) or _drawn(months)}, version)


def _told_before(instance: dg.DagsterInstance, key: dg.AssetKey, version: dg.DataVersion) -> dg.MetadataValue | None:
    last = instance.get_latest_materialization_event(key)
    told = last.asset_materialization if last else None
    if told is None or (told.tags or {}).get(DATA_VERSION_TAG) != version.value:
        return None
    return told.metadata.get(NAME)


def _drawn(months: list[tuple[str, int]]) -> dg.MetadataValue:
    # heavy, and needed by nobody else
    import altair as alt
    import vl_convert

    chart = (
        alt.Chart(pl.DataFrame(months, ["month", "n_events"], orient="row"))
        .mark_bar()
        .encode(alt.X("month:T", title=None), alt.Y("n_events:Q", title="events"))
        .properties(width=WIDTH, height=HEIGHT)
    )
    png = base64.b64encode(vl_convert.vegalite_to_png(chart.to_dict())).decode()
    return dg.MetadataValue.md(f"![events per month](data:image/png;base64,{png})")
