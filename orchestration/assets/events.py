"""Events in the world, the mentions that report them, and ids that were merged away."""

from collections.abc import Iterator

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from orchestration.steps import merge_events
from transforms.schema import (
    CHANGED_EVENTS,
    CORE_MEMBERS,
    EVENT_ALIASES,
    EVENT_CORES,
    EVENT_LINKS,
    EVENTS,
    PERSON_STATES,
)

# beside the events, what merging needs to go on from here
_KEPT = (EVENT_ALIASES, EVENT_CORES, CORE_MEMBERS, PERSON_STATES, CHANGED_EVENTS)
_FROM = [raw_key("articles"), raw_key("event_mentions")]


@dg.multi_asset(
    name="events",
    specs=[table_spec(table, _FROM) for table in (EVENTS, EVENT_LINKS, *_KEPT)],
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
        }
        described |= {table.name: table_metadata(db, f"raw.{table.name}") for table in _KEPT}
    for name, metadata in described.items():
        yield dg.MaterializeResult(asset_key=raw_key(name), metadata=metadata)
