"""The checks of the raw tables as asset checks.

Belongs here: telling Dagster of them. Does not: what they check (warehouse/upkeep/integrity.py), tests of SQL models (assets/models.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import dagster as dg

from orchestration.assets.tables import as_markdown, raw_key, sentence
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from warehouse.upkeep.integrity import CheckResult, integrity_checks, run_check

CHECKS: Final = integrity_checks()
_SEVERITIES: Final = {"error": dg.AssetCheckSeverity.ERROR, "warning": dg.AssetCheckSeverity.WARN}


@dg.multi_asset_check(
    name="raw_table_checks",
    specs=[
        dg.AssetCheckSpec(check.name, asset=raw_key(check.table), description=sentence(check.description))
        for check in CHECKS
    ],
    pool=WAREHOUSE_POOL,
)
def raw_table_checks(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
    """Check schema, keys, references, plausibility and volume of the raw tables."""
    with warehouse.open().reading() as db:
        results = [run_check(db, check) for check in CHECKS]
    yield from map(_as_dagster, results)


def _as_dagster(result: CheckResult) -> dg.AssetCheckResult:
    metadata: dict[str, dg.MetadataValue] = {"failing_rows": dg.MetadataValue.int(result.n_failures)}
    if result.examples:
        rows = [tuple(row.values()) for row in result.examples]
        metadata["examples"] = dg.MetadataValue.md(as_markdown(list(result.examples[0]), rows))
        metadata["remedy"] = dg.MetadataValue.text(result.check.remedy)
    return dg.AssetCheckResult(
        passed=result.passed,
        asset_key=raw_key(result.check.table),
        check_name=result.check.name,
        severity=_SEVERITIES[result.check.severity],
        metadata=metadata,
    )
