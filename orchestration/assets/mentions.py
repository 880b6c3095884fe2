"""The events that single sentences report."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, ExtractorResource, WarehouseResource
from orchestration.steps import extract_mentions
from transforms.schema import EVENT_MENTIONS, EXTRACTIONS

_FROM = [raw_key("articles"), raw_key("date_expressions")]


@dg.multi_asset(
    name="event_mentions",
    specs=[table_spec(table, _FROM) for table in (EVENT_MENTIONS, EXTRACTIONS)],
    pool=WAREHOUSE_POOL,
)
def event_mentions(
    context: dg.AssetExecutionContext,
    warehouse: WarehouseResource,
    extractor: ExtractorResource,
    progress: dg.ResourceParam[Progress],
) -> Iterator[dg.MaterializeResult[None]]:
    """Extract the events of new and changed articles, and of all when the extractor has changed."""
    store = warehouse.open()
    engine = extractor.create()
    written = extract_mentions(store, engine, context.run.run_id, progress)
    with store.reading() as db:
        mentions = table_metadata(db, "raw.event_mentions", written=written) | dict(engine.usage)
        extractions = table_metadata(db, "raw.extractions")
    yield dg.MaterializeResult(asset_key=raw_key("event_mentions"), metadata=mentions)
    yield dg.MaterializeResult(asset_key=raw_key("extractions"), metadata=extractions)
