"""The run's own record: what was read, kept and refused, and how long it took."""

import dagster as dg

from orchestration.assets.tables import table_metadata, table_spec
from orchestration.clock import utc_now
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from transforms.schema import RUNS
from warehouse.loading.run_log import end_run

# a group of its own: it comes after the marts, and groups that need each other are drawn in a circle
GROUP = "records"


@dg.multi_asset(name="runs", specs=[table_spec(RUNS, [dg.AssetKey("timeline_page")], GROUP)], pool=WAREHOUSE_POOL)
def runs(context: dg.AssetExecutionContext, warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """Note that this run has finished, with its counts."""
    store = warehouse.open()
    end_run(store, context.run.run_id, "finished", utc_now())
    with store.reading() as db:
        return dg.MaterializeResult(metadata=table_metadata(db, "raw.runs"))
