"""The events that single sentences report."""

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, ExtractorResource, WarehouseResource
from orchestration.steps import extract_mentions
from transforms.schema import EVENT_MENTIONS


@dg.multi_asset(
    name="event_mentions",
    specs=[table_spec(EVENT_MENTIONS, [raw_key("articles"), raw_key("date_expressions")])],
    pool=WAREHOUSE_POOL,
)
def event_mentions(
    warehouse: WarehouseResource, extractor: ExtractorResource, progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult[None]:
    """Extract the events of new and changed articles, and of all when the extractor has changed."""
    store = warehouse.open()
    written = extract_mentions(store, extractor.create(), progress)
    with store.reading() as db:
        return dg.MaterializeResult(metadata=table_metadata(db, "raw.event_mentions", written=written))
