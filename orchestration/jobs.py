"""The jobs: articles in, warehouse and timeline out; and days of publication, read again."""

import dagster as dg

from orchestration import __version__

TAGS = {"dateline/version": __version__}
# a warehouse that is in use, or a network that is down, is tried again; what is committed is not done twice
RETRIES = dg.RetryPolicy(max_retries=2, delay=3, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)

build_history = dg.define_asset_job(
    "build_history",
    selection=dg.AssetSelection.all() - dg.AssetSelection.groups("backfill"),
    description="Read articles, find dated events, merge them, build the SQL models and the timeline page.",
    tags=TAGS,
    op_retry_policy=RETRIES,
)
backfill_days = dg.define_asset_job(
    "backfill_days",
    selection=dg.AssetSelection.groups("backfill"),
    description="Read the articles of some days of publication again, in one run, and bring events and models up to date.",
    tags=TAGS,
    op_retry_policy=RETRIES,
)
