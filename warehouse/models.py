"""Run the SQL models and their tests on a warehouse.

Belongs here: one build in one transaction, so that readers see the old marts or the new ones. Does not: what the models are (dbt_project.py).
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import duckdb

from warehouse.as_of import create_macros
from warehouse.dbt_project import Model, Project, load_project
from warehouse.dbt_tests import ModelTest
from warehouse.ddl import literal, quoted
from warehouse.errors import WarehouseError, first_line
from warehouse.rows import single_value


@dataclass(frozen=True, slots=True)
class ModelResult:
    """One model after a build: its rows, and the seconds it took."""

    name: str
    n_rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test after a run; `example_sql` shows the rows that fail. `column` is null for tests of a whole model."""

    __test__ = False

    name: str
    model: str
    column: str | None
    kind: str
    n_failures: int
    example_sql: str


def run_models(db: duckdb.DuckDBPyConnection, project: Project | None = None) -> list[ModelResult]:
    """Build all models on a connection of `Warehouse.writing`, whose one transaction makes them visible all at once.

    Raises:
        WarehouseError: the SQL of a model fails.
    """
    project = project or load_project()
    for schema in sorted({model.schema for model in project.models}):
        db.execute(f"create schema if not exists {quoted(schema)}")
    kinds = _relation_kinds(db)
    results = [_build(db, model, kinds.get((model.schema, model.name))) for model in project.models]
    if any(model.name == "event_history" for model in project.models):
        create_macros(db)
    return results


def _relation_kinds(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    rows = connection.execute(
        "select schema_name, table_name, 'table' from duckdb_tables() where database_name = current_database()"
        " union all select schema_name, view_name, 'view' from duckdb_views() where database_name = current_database()"
    ).fetchall()
    return {(schema, name): kind for schema, name, kind in rows}


def _build(connection: duckdb.DuckDBPyConnection, model: Model, existing: str | None) -> ModelResult:
    started = time.perf_counter()
    try:
        if existing not in (None, model.materialized):
            connection.execute(f"drop {existing} {model.relation}")
        connection.execute(f"create or replace {model.materialized} {model.relation} as {model.sql}")
        for columns in model.indexes if model.materialized == "table" else ():
            name = quoted("_".join((model.name, *columns)))
            connection.execute(f"create index {name} on {model.relation} ({', '.join(map(quoted, columns))})")
        n_rows = single_value(connection, f"select count(*) from {model.relation}")
        _comment(connection, model)
    except duckdb.Error as error:
        raise WarehouseError(f"{model.layer}/{model.name}.sql: {first_line(error)}") from error
    return ModelResult(model.name, n_rows, time.perf_counter() - started)


def _comment(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    connection.execute(f"comment on {model.materialized} {model.relation} is {literal(model.description)}")
    for name, description in model.columns.items():
        connection.execute(f"comment on column {model.relation}.{quoted(name)} is {literal(description)}")


def run_tests(db: duckdb.DuckDBPyConnection, project: Project | None = None) -> list[TestResult]:
    """Run all tests on the models as this connection sees them.

    Raises:
        WarehouseError: a model is missing or the SQL of a test fails.
    """
    project = project or load_project()
    return [_run_test(db, test) for test in project.tests]


def _run_test(connection: duckdb.DuckDBPyConnection, test: ModelTest) -> TestResult:
    try:
        n_failures = single_value(connection, f"select count(*) from ({test.sql}\n)")
    except duckdb.CatalogException as error:
        raise WarehouseError(f"test {test.name}: {first_line(error)}: build the models with `dateline run`") from error
    except duckdb.Error as error:
        raise WarehouseError(f"test {test.name}: {first_line(error)}") from error
    return TestResult(test.name, test.model, test.column, test.kind, n_failures, test.sql)
