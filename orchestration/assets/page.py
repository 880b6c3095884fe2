"""The timeline as one HTML file beside the warehouse."""

import dagster as dg

from orchestration.paths import page_path
from orchestration.resources import WarehouseResource
from orchestration.steps import write_page


@dg.asset(deps=["timeline", "event_evidence"], group_name="marts", kinds={"html"})
def timeline_page(warehouse: WarehouseResource) -> dg.MaterializeResult[None]:
    """The timeline of everything in the warehouse as one self-contained HTML page; drawn again when the models were built again."""
    store = warehouse.open()
    page = page_path(store.path)
    n_entries = write_page(store, page)
    told = {} if n_entries is None else {"entries": n_entries}
    return dg.MaterializeResult(metadata={"page": dg.MetadataValue.path(page), **told})
