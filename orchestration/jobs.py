"""The one job: articles in, warehouse and timeline out."""

import dagster as dg

build_history = dg.define_asset_job(
    "build_history",
    selection=dg.AssetSelection.all(),
    description="Read articles, find dated events, merge them, build the SQL models and the timeline page.",
)
