"""Everything that Dagster knows of Dateline.

Belongs here: assembling. Does not: assets, schedules, sensors themselves.
"""

from __future__ import annotations

import dagster as dg

from orchestration.assets import ASSETS
from orchestration.jobs import build_history
from orchestration.progress import Silent
from orchestration.resources import ExtractorResource, InputResource, WarehouseResource
from orchestration.schedules import daily
from orchestration.sensors import inbox


def build_definitions(**overrides: object) -> dg.Definitions:
    """The definitions, with resources replaced by name: `build_definitions(warehouse=WarehouseResource(path="x.duckdb"))`."""
    resources: dict[str, object] = {
        "warehouse": WarehouseResource(),
        "inputs": InputResource(),
        "extractor": ExtractorResource(),
        "progress": Silent(),
    }
    return dg.Definitions(
        assets=ASSETS,
        jobs=[build_history],
        schedules=[daily],
        sensors=[inbox],
        resources=resources | overrides,
        # one process: DuckDB lets only one write
        executor=dg.in_process_executor,
    )


defs = build_definitions()
