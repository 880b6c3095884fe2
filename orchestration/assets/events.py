"""Events in the world, the mentions that report them, and ids that were merged away."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from orchestration.steps import merge_events
from transforms.schema import EVENT_ALIASES, EVENT_LINKS, EVENTS

_FROM = [raw_key("articles"), raw_key("event_mentions")]


@dg.multi_asset(
    name="events",
    specs=[table_spec(table, _FROM) for table in (EVENTS, EVENT_LINKS, EVENT_ALIASES)],
    pool=WAREHOUSE_POOL,
)
def events(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.MaterializeResult[None]]:
    """Merge the reports of many articles into events; rows that did not change are not written."""
    store = warehouse.open()
    counts = merge_events(store, context.run.run_id, progress)
    with store.reading() as db:
        described = {
            EVENTS.name: table_metadata(
                db, "raw.events", added=counts.n_added, changed=counts.n_changed, removed=counts.n_removed
            ),
            EVENT_LINKS.name: table_metadata(db, "raw.event_links"),
            EVENT_ALIASES.name: table_metadata(db, "raw.event_aliases"),
        }
    for name, metadata in described.items():
        yield dg.MaterializeResult(asset_key=raw_key(name), metadata=metadata)
