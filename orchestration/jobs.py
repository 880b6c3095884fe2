"""The jobs: articles in, warehouse and timeline out; and days of publication, read again."""

import dagster as dg
from dagster._core.execution.plan.resume_retry import ReexecutionStrategy
from dagster._core.storage.tags import RETRY_STRATEGY_TAG

from orchestration import __version__

# a run that is tried again begins at its beginning: only what is left is done
TAGS = {"dateline/version": __version__, RETRY_STRATEGY_TAG: ReexecutionStrategy.ALL_STEPS.value}
# a warehouse that is in use, or a network that is down, is tried again; what is committed is not done twice
RETRIES = dg.RetryPolicy(max_retries=2, delay=3, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)

RUN_ID_SHOWN = 8

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


def waiting_run(instance: dg.DagsterInstance, tag: str, value: str) -> str | None:
    """The first characters of the id of a run with this tag that has not begun; the one that has may have passed by what is new by now."""
    waiting = dg.RunsFilter(job_name=build_history.name, statuses=[dg.DagsterRunStatus.QUEUED], tags={tag: value})
    return next((run.run_id[:RUN_ID_SHOWN] for run in instance.get_runs(waiting, limit=1)), None)
