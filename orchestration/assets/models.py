"""The SQL models of dbt_like_sql: one asset each, their tests as asset checks, built in one transaction."""

from collections.abc import Iterator

import dagster as dg
import duckdb

from orchestration.assets.plots import events_per_month
from orchestration.assets.tables import FRESHNESS, raw_key, sentence, table_metadata, table_spec
from orchestration.progress import Progress
from orchestration.resources import WAREHOUSE_POOL, WarehouseResource
from orchestration.steps import build_models
from transforms.schema import MODEL_BUILDS
from warehouse.sql_models.project import Model, load_project

PROJECT = load_project()
PLOTTED = "events_by_month"


def _spec(model: Model) -> dg.AssetSpec:
    columns = [dg.TableColumn(name, description=description) for name, description in model.columns.items()]
    return dg.AssetSpec(
        dg.AssetKey(model.name),
        deps=[raw_key(name) for name in model.sources] + [dg.AssetKey(name) for name in model.depends_on],
        description=sentence(model.description),
        group_name=model.layer,
        kinds={"sql", "duckdb", model.materialized},
        freshness_policy=FRESHNESS,
        metadata={
            "dagster/column_schema": dg.TableSchema(columns),
            "dagster/table_name": f"{model.schema}.{model.name}",
        },
    )


_CHECKS = [
    dg.AssetCheckSpec(test.name, asset=dg.AssetKey(test.model), description=sentence(test.description))
    for test in PROJECT.tests
]


@dg.multi_asset(
    name="sql_models",
    specs=[*(_spec(model) for model in PROJECT.models), table_spec(MODEL_BUILDS, [raw_key("events")])],
    check_specs=_CHECKS,
    pool=WAREHOUSE_POOL,
)
def sql_models(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Build every SQL model and test it."""
    store = warehouse.open()
    build = build_models(store, progress)
    with store.reading() as db:
        described = {
            model.name: table_metadata(db, model.relation) | _column_schema(db, model) for model in PROJECT.models
        }
        plot = events_per_month(db, context.instance, dg.AssetKey(PLOTTED))
        builds = table_metadata(db, "raw.model_builds")
    yield dg.MaterializeResult(asset_key=raw_key(MODEL_BUILDS.name), metadata=builds)
    described[PLOTTED] |= plot.metadata
    for name, metadata in described.items():
        version = plot.version if name == PLOTTED else None
        yield dg.MaterializeResult(asset_key=dg.AssetKey(name), metadata=metadata, data_version=version)
    for test in build.tests:
        yield dg.AssetCheckResult(
            passed=test.n_failures == 0,
            asset_key=dg.AssetKey(test.model),
            check_name=test.name,
            metadata={"failing_rows": test.n_failures, "sql": test.example_sql},
        )


def _column_schema(db: duckdb.DuckDBPyConnection, model: Model) -> dict[str, dg.MetadataValue]:
    """The columns with their types, which only the built model has."""
    built = db.sql(f"from {model.relation} limit 0")
    columns = [
        dg.TableColumn(name, str(dtype).lower(), model.columns.get(name))
        for name, dtype in zip(built.columns, built.types, strict=True)
    ]
    return {"dagster/column_schema": dg.MetadataValue.table_schema(dg.TableSchema(columns))}
