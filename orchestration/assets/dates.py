"""The date expressions of all articles."""

import dagster as dg

from orchestration.assets.tables import raw_key, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from orchestration.steps import tag_dates
from transforms.schema import DATE_EXPRESSIONS


@dg.multi_asset(
    name="date_expressions", specs=[table_spec(DATE_EXPRESSIONS, [raw_key("articles")])], pool=WAREHOUSE_POOL
)
def date_expressions(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult[None]:
    """Find and resolve the date expressions of new and changed articles."""
    store = warehouse.open()
    written = tag_dates(store, context.run.run_id, progress)
    with store.reading() as db:
        return dg.MaterializeResult(metadata=table_metadata(db, "raw.date_expressions", written=written))
