"""The articles that a run reads, and the inputs that it refuses."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, InputResource, WarehouseResource
from orchestration.steps import read_articles, utc_now
from transforms.schema import ARTICLE_VERSIONS, ARTICLES, REJECTED_ARTICLES
from warehouse.run_log import begin_run, note_counts

NOTED = ("n_read", "n_kept", "n_new", "n_refused")


@dg.multi_asset(
    name="articles",
    specs=[table_spec(table) for table in (ARTICLES, ARTICLE_VERSIONS, REJECTED_ARTICLES)],
    pool=WAREHOUSE_POOL,
)
def articles(
    context: dg.AssetExecutionContext,
    warehouse: WarehouseResource,
    inputs: InputResource,
    progress: dg.ResourceParam[Progress],
) -> Iterator[dg.MaterializeResult[None]]:
    """Read files and folders; keep new and changed articles, and every refused input with its reason."""
    store = warehouse.open()
    begin_run(store, context.run.run_id, utc_now())
    counts = read_articles(store, inputs.documents(), context.run.run_id, progress)
    note_counts(store, context.run.run_id, {name: getattr(counts, name) for name in NOTED})
    with store.reading() as db:
        kept = table_metadata(db, "raw.articles", read=counts.n_read, new=counts.n_new, changed=counts.n_changed)
        versions = table_metadata(db, "raw.article_versions")
        refused = table_metadata(db, "raw.rejected_articles", refused=counts.n_refused)
    yield dg.MaterializeResult(asset_key=raw_key("articles"), metadata=kept)
    yield dg.MaterializeResult(asset_key=raw_key("article_versions"), metadata=versions)
    yield dg.MaterializeResult(asset_key=raw_key("rejected_articles"), metadata=refused)
