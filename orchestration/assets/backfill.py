"""Articles by day of publication, read again by the extractor as it is now."""

import warnings
from typing import Final

import dagster as dg

from orchestration.assets.tables import raw_key
from orchestration.clock import utc_now
from orchestration.partitions import days_of, publication_days
from orchestration.paths import page_path
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, ExtractorResource, WarehouseResource
from orchestration.steps import backfill, write_page
from warehouse.loading.backfill import Period
from warehouse.loading.run_log import begin_run, end_run

DAYS_SHOWN: Final = 31
# Dagster says so of backfill policies at each import, in the middle of what users read
warnings.filterwarnings("ignore", message="Parameter `backfill_policy`", category=dg.BetaWarning)


class BackfillConfig(dg.Config):
    """What a backfill does with articles that this version of the extractor has read already: reads them again, or passes them over."""

    reextract: bool = False


@dg.asset(
    name="days_read",
    group_name="backfill",
    deps=[raw_key("articles")],
    partitions_def=publication_days,
    backfill_policy=dg.BackfillPolicy.single_run(),
    pool=WAREHOUSE_POOL,
    kinds={"polars", "duckdb"},
)
def days_read(
    context: dg.AssetExecutionContext,
    config: BackfillConfig,
    warehouse: WarehouseResource,
    extractor: ExtractorResource,
    progress: dg.ResourceParam[Progress],
) -> dg.MaterializeResult[None]:
    """The articles of one day of publication as the present extractor reads them; one run takes any number of days, and brings events and models up to date."""
    store, period = warehouse.open(), Period(*days_of(context))
    begin_run(store, context.run.run_id, utc_now())
    done = backfill(store, period, config.reextract, extractor.create(), context.run.run_id, progress)
    write_page(store, page_path(store.path))
    end_run(store, context.run.run_id, "finished", utc_now())
    days = [f"| {day} | {n_articles} |" for day, n_articles in list(done.articles.items())[:DAYS_SHOWN]]
    return dg.MaterializeResult(
        metadata={
            "articles": sum(done.articles.values()),
            "date_expressions": done.n_date_expressions,
            "mentions": done.n_mentions,
            "events": done.events.n_events,
            "events_changed": done.events.n_added + done.events.n_changed + done.events.n_removed,
            "days": dg.MetadataValue.md("\n".join(["| day | articles |", "| --- | --- |", *days])),
        }
    )
