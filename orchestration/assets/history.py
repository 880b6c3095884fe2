"""Events as they were known at each moment since their first report."""

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from orchestration.steps import remember_events
from transforms.schema import EVENT_VERSIONS

_FROM = [raw_key(name) for name in ("articles", "event_mentions", "events", "event_links")]


@dg.multi_asset(name="event_versions", specs=[table_spec(EVENT_VERSIONS, _FROM)], pool=WAREHOUSE_POOL)
def event_versions(warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult[None]:
    """Tell the events again that have changed since they were last told."""
    store = warehouse.open()
    told = remember_events(store, progress)
    with store.reading() as db:
        return dg.MaterializeResult(metadata=table_metadata(db, "raw.event_versions", told_again=told))
