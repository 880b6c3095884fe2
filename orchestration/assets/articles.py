"""The articles that a run reads, and the inputs that it refuses."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.clock import utc_now
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, InputResource, WarehouseResource
from transforms.schema import (
    ARTICLE_KEYS,
    ARTICLE_VERSIONS,
    ARTICLES,
    FETCHED_DOCUMENTS,
    REJECTED_ARTICLES,
    SOURCE_ITEMS,
    SOURCE_RUNS,
)
from warehouse.loading.run_log import begin_run, note_counts

READ = (ARTICLES, ARTICLE_VERSIONS, ARTICLE_KEYS, REJECTED_ARTICLES, SOURCE_RUNS, SOURCE_ITEMS, FETCHED_DOCUMENTS)
NOTED = ("n_read", "n_kept", "n_new", "n_refused", "n_unchanged")


@dg.multi_asset(
    name="articles",
    specs=[table_spec(table) for table in READ],
    pool=WAREHOUSE_POOL,
)
def articles(
    context: dg.AssetExecutionContext,
    warehouse: WarehouseResource,
    inputs: InputResource,
    progress: dg.ResourceParam[Progress],
) -> Iterator[dg.MaterializeResult[None]]:
    """Read files and declared sources; keep new and changed articles, and every refused input with its reason."""
    store = warehouse.open()
    begin_run(store, context.run.run_id, utc_now())
    counts = inputs.create().read(store, context.run.run_id, progress)
    note_counts(store, context.run.run_id, {name: getattr(counts, name) for name in NOTED})
    noted = {
        ARTICLES.name: {
            "read": counts.n_read,
            "new": counts.n_new,
            "changed": counts.n_changed,
            "unchanged": counts.n_unchanged,
        },
        REJECTED_ARTICLES.name: {"refused": counts.n_refused},
    }
    with store.reading() as db:
        described = {table.name: table_metadata(db, f"raw.{table.name}", **noted.get(table.name, {})) for table in READ}
    for name, metadata in described.items():
        yield dg.MaterializeResult(asset_key=raw_key(name), metadata=metadata)
