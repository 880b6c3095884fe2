"""The layout of the raw tables by version: an old file is upgraded when it is opened, a newer one is refused.

Belongs here: which version a file has, and what each upgrade needs beyond the declared tables. Does not: types and `create table` (ddl.py), the models on top.

New tables and new columns come from `transforms.schema` by themselves. An upgrade that does more says so in UPGRADES: the values of a new column that
requires one, statements to run before. A test keeps the layout of every version.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

import duckdb

from transforms.schema import TABLES, Table
from warehouse.ddl import (
    RAW_SCHEMA,
    check_layout,
    create_table,
    found_columns,
    literal,
    quoted,
    raw_name,
    write_comments,
)
from warehouse.errors import WarehouseError

FIRST_VERSION: Final = 1
VERSIONS_TABLE: Final = "schema_versions"
_VERSIONS: Final = f"{RAW_SCHEMA}.{VERSIONS_TABLE}"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """One step to the next version.

    fills: `table.column` -> the SQL expression over the old row that gives a new column its value (null when it is not named).
    before: statements that run first, on the old tables.
    """

    version: int
    what: str
    fills: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()


UPGRADES: Final = (
    Upgrade(
        2,
        "events as they were known at each moment; sources; numbered versions of articles; versions of the layout",
        fills={
            "articles.version": f"(select count(*) from {RAW_SCHEMA}.article_versions as v where v.article_id = articles.article_id)",
            "article_versions.version": "row_number() over (partition by article_id order by first_read_at, content_hash)",
        },
    ),
    Upgrade(
        3,
        "cores of events, from which merging goes on; the states of persons; events that changed since the models were built",
    ),
    Upgrade(4, "when feeds and sitemaps say that pages changed, and their summaries"),
    Upgrade(
        5,
        "the stories of merged mentions; what the models were built from",
        # everything is merged once more, which fills it
        before=(
            f"drop table if exists {RAW_SCHEMA}.core_members",
            f"delete from {RAW_SCHEMA}.extractions where stage = 'events'",
        ),
    ),
    Upgrade(
        6,
        "keys of articles, by which new ones are compared with those that may be like them alone",
        # every article is compared once more, which fills them
        before=(f"delete from {RAW_SCHEMA}.extractions where stage = 'near_duplicates'",),
    ),
    Upgrade(7, "files that were read, with the version of the reader and the articles in them"),
    Upgrade(8, "which of a numbered series a core is"),
    Upgrade(9, "the signals and reasons of date expressions, which extracting events needs"),
    Upgrade(
        10,
        "the keys by which reports of one interval meet",
        # everything is merged once more, which fills them
        before=(
            f"drop table if exists {RAW_SCHEMA}.event_cores",
            f"drop table if exists {RAW_SCHEMA}.core_members",
            f"delete from {RAW_SCHEMA}.extractions where stage = 'events'",
        ),
    ),
    # every upgrade builds the models anew, which is all that these need
    Upgrade(11, "the words and the names of events, by which they are found"),
    Upgrade(
        12,
        "the words in which reports without a date tell their events",
        # everything is merged once more, which fills them
        before=(
            f"drop table if exists {RAW_SCHEMA}.event_cores",
            f"drop table if exists {RAW_SCHEMA}.core_members",
            f"delete from {RAW_SCHEMA}.extractions where stage = 'events'",
        ),
    ),
    Upgrade(13, "the short numbers by which single events are found"),
    # null until an article is read again, which a new version of the extractor does
    Upgrade(14, "the countries and the coordinates of places"),
    # null until the next run, which names the outlets of all articles
    Upgrade(15, "the outlets by the names that count"),
)
LAYOUT_VERSION: Final = UPGRADES[-1].version


class Layout(Enum):
    """What a file holds: no raw tables, those of an older version, those of this one."""

    NONE = "none"
    OLDER = "older"
    CURRENT = "current"


def layout_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The version of the raw tables; None when there are none."""
    try:
        # asked first: listing the tables takes as long as opening the file; and beside the connection, whose transaction would end where there are none
        [(version,)] = connection.cursor().execute(f"select max(version) from {_VERSIONS}").fetchall()
    except duckdb.CatalogException:
        return FIRST_VERSION if found_columns(connection).keys() & {table.name for table in TABLES} else None
    return int(version) if version is not None else FIRST_VERSION


def layout_of(connection: duckdb.DuckDBPyConnection, path: Path) -> Layout:
    """What the file holds.

    Raises:
        WarehouseError: tables of a newer version than this one knows.
    """
    version = layout_version(connection)
    if version is None:
        return Layout.NONE
    if version > LAYOUT_VERSION:
        raise WarehouseError(
            f"{path} was made by a newer version of Dateline (its tables have version {version}, this one knows {LAYOUT_VERSION}):"
            " upgrade with `pip install -U dateline`"
        )
    return Layout.OLDER if version < LAYOUT_VERSION else Layout.CURRENT


def create_all_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the schema `raw` in a new database that lives in memory, where nobody asks for its version or for what columns mean."""
    connection.execute(f"create schema {RAW_SCHEMA}")
    connection.execute(";".join(map(create_table, TABLES)))


def prepare_tables(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Create what is missing of the schema `raw`, upgrade older tables, keep the comments in step; whether tables were upgraded.

    Raises:
        WarehouseError: the tables are newer, or have columns that no version had.
    """
    layout = layout_of(connection, path)
    if layout is Layout.NONE:
        connection.execute(f"create schema if not exists {RAW_SCHEMA}")
    elif layout is Layout.OLDER:
        # steps may name tables that the file lacks
        _create_missing_tables(connection, found_columns(connection))
        _upgrade(connection, layout_version(connection) or FIRST_VERSION)
    _create_tables(connection)
    if layout is not Layout.CURRENT:
        _note_version(connection)
    return layout is Layout.OLDER


def _create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    found = found_columns(connection)
    for table in TABLES:
        if table.name in found:
            check_layout(table, {name: type_ for name, (type_, _) in found[table.name].items()})
    _create_missing_tables(connection, found)
    for table in TABLES:
        write_comments(connection, table, found.get(table.name, {}))


def _create_missing_tables(connection: duckdb.DuckDBPyConnection, found: Container[str]) -> None:
    for table in TABLES:
        if table.name not in found:
            connection.execute(create_table(table))
            connection.execute(f"comment on table {raw_name(table)} is {literal(table.grain)}")


def _upgrade(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    steps = [step for step in UPGRADES if step.version > version]
    for step in steps:
        for statement in step.before:
            connection.execute(statement)
    fills = {name: value for step in steps for name, value in step.fills.items()}
    found = found_columns(connection)
    for table in TABLES:
        if table.name in found:
            _rebuild(connection, table, {name: type_ for name, (type_, _) in found[table.name].items()}, fills)


def _rebuild(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    found: Mapping[str, str],
    fills: Mapping[str, str],
) -> None:
    """Give a table its declared columns in their declared order, because rows are inserted by position, and their constraints."""
    # a column that nobody declared is not thrown away: checking the layout then names it
    if found.keys() - set(table.names):
        check_layout(table, found)
    values = {
        name: quoted(name) if name in found else fills.get(f"{table.name}.{name}", "null") for name in table.names
    }
    new_name = f"{table.name}__upgraded"
    connection.execute(create_table(table, new_name))
    selected = ", ".join(f"{value} as {quoted(name)}" for name, value in values.items())
    connection.execute(f"insert into {RAW_SCHEMA}.{quoted(new_name)} by name select {selected} from {raw_name(table)}")
    connection.execute(f"drop table {raw_name(table)}")
    connection.execute(f"alter table {RAW_SCHEMA}.{quoted(new_name)} rename to {quoted(table.name)}")
    connection.execute(f"comment on table {raw_name(table)} is {literal(table.grain)}")


def step_back(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    """Make room in a new file for the tables of an older version, which the next opening upgrades."""
    for table in TABLES:
        connection.execute(f"drop table {raw_name(table)}")
    connection.execute(f"update {_VERSIONS} set version = ?", [version])


def _note_version(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        f"create table if not exists {_VERSIONS} (version BIGINT not null, what VARCHAR, upgraded_at TIMESTAMP WITH TIME ZONE)"
    )
    connection.execute(
        f"comment on table {_VERSIONS} is 'one version of the layout of the raw tables that this file has had'"
    )
    connection.execute(f"insert into {_VERSIONS} values (?, ?, now())", [LAYOUT_VERSION, UPGRADES[-1].what])
