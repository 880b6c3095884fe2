"""Given rows in the raw tables, expected rows in a model: the whole project is built on each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

from transforms.schema import TABLES, Column
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import registered
from warehouse.models import run_models
from warehouse.sql_models.project import load_project

Rows = list[dict[str, Any]]
Given = dict[str, Rows]
Ask = Callable[..., list[tuple[Any, ...]]]

_TABLES = {table.name: table for table in TABLES}
_DEFAULTS = {pl.String: "x", pl.Int64: 0, pl.Float64: 0.5}


@pytest.fixture(scope="session")
def project():
    return load_project()


@pytest.fixture
def ask(project) -> Ask:
    """`ask(given, sql)`: the rows that the SQL finds once the models are built on the given rows."""

    def answer(given: Given, sql: str) -> list[tuple[Any, ...]]:
        with Warehouse(IN_MEMORY).writing() as connection:
            for name, rows in given.items():
                table = _TABLES[name]
                complete = [{column.name: _default(column) for column in table.columns} | row for row in rows]
                with registered(connection, "given", table.frame(complete)):
                    connection.execute(f"insert into {raw_name(table)} from given")
            run_models(connection, project)
            return connection.execute(sql).fetchall()

    return answer


def _default(column: Column) -> object:
    """A value for a required column that a test does not care about; null for the others."""
    if column.nullable:
        return None
    if column.accepted:
        return column.accepted[0]
    return [] if isinstance(column.dtype, pl.List) else _DEFAULTS[column.dtype]
