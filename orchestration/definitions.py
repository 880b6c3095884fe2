"""Everything that Dagster knows of Dateline.

Belongs here: assembling. Does not: assets, schedules, sensors themselves.
"""

from __future__ import annotations

import dagster as dg

from orchestration.assets import ASSETS
from orchestration.checks import raw_table_checks
from orchestration.jobs import backfill_days, build_history
from orchestration.progress import Silent
from orchestration.resources import ExtractorResource, InputResource, WarehouseResource
from orchestration.schedules import schedules_of
from orchestration.sensors import sensors_of
from orchestration.sources import Sources, load_sources, sources_path


def build_definitions(declared: Sources | None = None, **overrides: object) -> dg.Definitions:
    """The definitions, with resources replaced by name: `build_definitions(warehouse=WarehouseResource(path="x.duckdb"))`.

    declared: the sources that have schedules and, if they are folders, a sensor.
    """
    resources: dict[str, object] = {
        "warehouse": WarehouseResource(),
        "inputs": InputResource(),
        "extractor": ExtractorResource(),
        "progress": Silent(),
    }
    return dg.Definitions(
        assets=ASSETS,
        asset_checks=[raw_table_checks],
        jobs=[build_history, backfill_days],
        schedules=schedules_of(declared),
        sensors=sensors_of(declared),
        resources=resources | overrides,
        # one process: DuckDB lets only one write
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """What Dagster's UI and daemon load: with the schedules and folders of sources.toml, where there is one."""
    path = sources_path()
    return build_definitions(load_sources(path) if path else None)
