"""Run the SQL models and their tests on a warehouse.

Belongs here: one build in one transaction, so that readers see the old marts or the new ones. Does not: what the models are (sql_models/project.py).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from transforms.schema import MODEL_BUILDS
from warehouse.asking.as_of import create_macros
from warehouse.ddl import literal, quoted, raw_name
from warehouse.errors import WarehouseError, first_line
from warehouse.loading.rows import single_value
from warehouse.sql_models.project import Model, Project, load_project
from warehouse.sql_models.tests import ModelTest


@dataclass(frozen=True, slots=True)
class ModelResult:
    """One model after a build: its rows (null for a view that was left as it is), and the seconds it took."""

    name: str
    n_rows: int | None
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
    create_schemas(db, project)
    kinds = relation_kinds(db)
    results = [build_model(db, model, kinds.get((model.schema, model.name))) for model in project.models]
    if any(model.name == "event_history" for model in project.models):
        create_macros(db)
    note_built(db, project, "select event_id from raw.changed_events")
    return results


def make_models(db: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Make all models in a database that lives in memory, where nobody asks for counts, comments or what was built.

    Raises:
        WarehouseError: the SQL of a model fails.
    """
    create_schemas(db, project)
    for model in project.models:
        make(db, model, None)
        index(db, model)


def create_schemas(connection: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Create the schemas of the models where they are missing."""
    for schema in sorted({model.schema for model in project.models}):
        connection.execute(f"create schema if not exists {quoted(schema)}")


def sql_hash(model: Model) -> str:
    """What tells whether a model is still built as its file says."""
    return hashlib.sha256(f"{model.materialized}\0{model.sql}".encode()).hexdigest()[:16]


def note_built(db: duckdb.DuckDBPyConnection, project: Project, changed: str) -> None:
    """Note that the models are built as they are, and that the events that `changed` selects are in them."""
    db.execute(f"delete from raw.changed_events where event_id in ({changed})")
    db.execute(f"delete from {raw_name(MODEL_BUILDS)}")
    hashes = {model.name: sql_hash(model) for model in project.models}
    db.execute(
        f"insert into {raw_name(MODEL_BUILDS)} select unnest($names), unnest($hashes)",
        {"names": list(hashes), "hashes": list(hashes.values())},
    )


def is_noted(db: duckdb.DuckDBPyConnection, name: str, made: str) -> bool:
    """Whether something that is made of the models was noted with this hash since they were last built."""
    noted = db.execute(f"select sql_hash from {raw_name(MODEL_BUILDS)} where model = $name", {"name": name})
    return noted.fetchall() == [(made,)]


def note_made(db: duckdb.DuckDBPyConnection, name: str, made: str) -> None:
    """Note something that is made of the models, by a hash; the note goes when they are built again."""
    db.execute(f"delete from {raw_name(MODEL_BUILDS)} where model = $name", {"name": name})
    db.execute(f"insert into {raw_name(MODEL_BUILDS)} values ($name, $made)", {"name": name, "made": made})


def relation_kinds(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """Whether each relation, by schema and name, is a table or a view."""
    rows = connection.execute(
        "select schema_name, table_name, 'table' from duckdb_tables() where database_name = current_database()"
        " union all select schema_name, view_name, 'view' from duckdb_views() where database_name = current_database()"
    ).fetchall()
    return {(schema, name): kind for schema, name, kind in rows}


@contextmanager
def naming_file(model: Model) -> Iterator[None]:
    """Say of an error of DuckDB in the block in which model's file it is.

    Raises:
        WarehouseError: there was one.
    """
    try:
        yield
    except duckdb.Error as error:
        raise WarehouseError(f"{model.layer}/{model.name}.sql: {first_line(error)}") from error


def build_model(connection: duckdb.DuckDBPyConnection, model: Model, existing: str | None) -> ModelResult:
    """Build one model; `existing` tells whether a table or view of its name is there.

    Raises:
        WarehouseError: its SQL fails.
    """
    started = time.perf_counter()
    make(connection, model, existing)
    with naming_file(model):
        index(connection, model)
        n_rows = single_value(connection, f"select count(*) from {model.relation}")
        comment_on(connection, model)
    return ModelResult(model.name, n_rows, time.perf_counter() - started)


def make(connection: duckdb.DuckDBPyConnection, model: Model, existing: str | None) -> None:
    """Make the table or view of a model, as `build_model`, without indexes and comments.

    Raises:
        WarehouseError: its SQL fails.
    """
    with naming_file(model):
        if existing not in (None, model.materialized):
            connection.execute(f"drop {existing} {model.relation}")
        connection.execute(f"create or replace {model.materialized} {model.relation} as {model.sql}")


def index(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Make the indexes of a model that was built."""
    for columns in model.indexes if model.materialized == "table" else ():
        name = quoted("_".join((model.name, *columns)))
        connection.execute(f"create index {name} on {model.relation} ({', '.join(map(quoted, columns))})")


def comment_on(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Describe a model and its columns where SQL tools show it."""
    connection.execute(f"comment on {model.materialized} {model.relation} is {literal(model.description)}")
    for name, description in model.columns.items():
        connection.execute(f"comment on column {model.relation}.{quoted(name)} is {literal(description)}")


def run_tests(db: duckdb.DuckDBPyConnection, tests: Iterable[ModelTest] | None = None) -> list[TestResult]:
    """Run all tests, or these, on the models as this connection sees them.

    Raises:
        WarehouseError: a model is missing or the SQL of a test fails.
    """
    return [_run_test(db, test) for test in (load_project().tests if tests is None else tests)]


def _run_test(connection: duckdb.DuckDBPyConnection, test: ModelTest) -> TestResult:
    try:
        n_failures = single_value(connection, f"select count(*) from ({test.sql}\n)")
    except duckdb.CatalogException as error:
        raise WarehouseError(f"test {test.name}: {first_line(error)}: build the models with `dateline run`") from error
    except duckdb.Error as error:
        raise WarehouseError(f"test {test.name}: {first_line(error)}") from error
    return TestResult(test.name, test.model, test.column, test.kind, n_failures, test.sql)
