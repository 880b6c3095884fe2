from __future__ import annotations

import polars as pl
import pytest
from warehouse_rows import rows_of

from transforms.schema import ACTOR, TABLES, TIMESTAMP
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.ddl import create_table, literal, quoted, sql_type
from warehouse.migrations import VERSIONS_TABLE


@pytest.mark.parametrize(
    ("dtype", "expected"),
    [
        (pl.String, "VARCHAR"),
        (pl.Int64, "BIGINT"),
        (TIMESTAMP, "TIMESTAMP WITH TIME ZONE"),
        (pl.List(pl.String), "VARCHAR[]"),
        (pl.List(ACTOR), 'STRUCT("name" VARCHAR, "role" VARCHAR, "kind" VARCHAR, "state" VARCHAR)[]'),
    ],
)
def test_polars_types_have_their_sql_types(dtype, expected):
    assert sql_type(dtype) == expected


@pytest.mark.parametrize("name", ["trigger", 'a "b"', "select"])
def test_any_column_name_can_be_quoted(db, name):
    with db.writing() as connection:
        assert connection.execute(f"select 1 as {quoted(name)}").description[0][0] == name


@pytest.mark.parametrize("text", ["it's", "''", "; drop table x; --", "é🇷🇺", "\0", "it's \0 a\0"])
def test_any_text_can_be_a_literal(db, text):
    with db.writing() as connection:
        assert connection.execute(f"select {literal(text)}").fetchall() == [(text,)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_made_as_declared(db, table):
    with db.writing():
        pass
    columns = rows_of(
        db,
        "select column_name, not is_nullable, comment from duckdb_columns()"
        f" where schema_name = 'raw' and table_name = '{table.name}' order by column_index",
    )
    assert columns == [(column.name, not column.nullable, column.meaning) for column in table.columns]
    assert create_table(table).startswith(f'create table if not exists raw."{table.name}"')


def test_the_tables_in_memory_are_those_of_a_file(db):
    with db.writing():
        pass
    columns = (
        "select table_name, column_name, data_type, is_nullable from duckdb_columns()"
        f" where schema_name = 'raw' and table_name <> '{VERSIONS_TABLE}' order by table_name, column_index"
    )
    assert rows_of(Warehouse(IN_MEMORY), columns) == rows_of(db, columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_gives_back_a_frame_of_its_declared_types(db, table):
    with db.writing() as connection:
        frame = connection.sql(f'from raw."{table.name}"').pl()
    assert frame.schema == table.polars_schema


def test_comments_follow_the_declared_meaning(db):
    with db.writing() as connection:
        connection.execute("comment on column raw.runs.state is 'something old'")
    with db.writing() as connection:
        [(comment,)] = connection.execute(
            "select comment from duckdb_columns() where table_name = 'runs' and column_name = 'state'"
        ).fetchall()
    assert comment == "running, finished, failed, or stopped by Ctrl-C or another signal"
