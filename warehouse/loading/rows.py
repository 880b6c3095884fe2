"""Rows of frames into tables: checked, in bulk, and only what differs.

Belongs here: steps that work for every table of `transforms.schema`. Does not: what a particular table's rows mean (load.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import polars as pl

from transforms.schema import EXTRACTIONS, SchemaError, Table
from warehouse.ddl import quoted, raw_name


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows a write added, changed and removed."""

    n_added: int
    n_changed: int
    n_removed: int


def checked(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame as rows of the table.

    Raises:
        SchemaError: columns, types, required or accepted values do not fit, or a key stands twice.
    """
    rows = table.conform(frame)
    for column in table.columns:
        if column.accepted:
            odd = rows[column.name].drop_nulls().filter(~rows[column.name].drop_nulls().is_in(column.accepted))
            if odd.len():
                raise SchemaError(f"{table.name}.{column.name}: {odd[0]!r} is not one of {', '.join(column.accepted)}")
    twice = rows.filter(rows.select(table.key).is_duplicated())
    if twice.height:
        raise SchemaError(f"{table.name}: two rows with the key {twice.select(table.key).row(0)}")
    return rows


@contextmanager
def registered(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> Iterator[None]:
    """Let SQL read the frame as the table `name` inside the block."""
    connection.register(name, frame.to_arrow())
    try:
        yield
    finally:
        connection.unregister(name)


def single_value(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> int:
    """The one integer of a statement: what a query returns, or how many rows an insert, update or delete touched."""
    [(value,)] = connection.execute(sql, parameters).fetchall()
    return int(value)


def replace_all(
    connection: duckdb.DuckDBPyConnection, table: Table, incoming: str, *, in_order: bool = False
) -> Difference:
    """Make the table hold exactly the rows of the table `incoming`, touching only rows that differ; as `replace_some`."""
    return replace_some(connection, table, incoming, "true", in_order=in_order)


def replace_some(
    connection: duckdb.DuckDBPyConnection, table: Table, incoming: str, old: str, *, in_order: bool = False
) -> Difference:
    """Put the rows of the table `incoming` in the place of those that the SQL condition `old` names or that have their keys, touching only rows that differ.

    in_order: whether those that are added are sorted by their key: a range of keys is then read without the rest of a large table.
    """
    target = raw_name(table)
    keys = [quoted(key) for key in table.key]
    same_key = " and ".join(f"stored.{key} = incoming.{key}" for key in keys)
    stored_keys = ", ".join(f"stored.{key}" for key in keys)
    given_keys = ", ".join(f"{key} as given_{number}" for number, key in enumerate(keys))
    same_given = " and ".join(f"stored.{key} = given_{number}" for number, key in enumerate(keys))
    # one look at the keys of the table finds all rows that may go; their values are read by row number, so that the wide columns of the others are not
    connection.execute(
        f"create or replace temp table may_go as"
        f" select stored.rowid as row_number, {stored_keys}, given_0 is null as is_gone"
        f" from {target} as stored left join (select distinct {given_keys} from {incoming}) on {same_given}"
        f" where given_0 is not null or ({old})"
    )
    # without one that may stay, comparing would only gather the wide columns of all that comes
    some_stay = single_value(connection, "select count(*) from (select 1 from may_go where not is_gone limit 1)")
    connection.execute(
        f"create or replace temp table outdated as select stored.row_number from ("
        f"   select rowid as row_number, * from {target} where rowid in (select row_number from may_go where not is_gone)"
        f" ) as stored join {incoming} as incoming on {same_key} where {differs(table)}"
        if some_stay
        else "create or replace temp table outdated (row_number bigint)"
    )
    n_removed = single_value(
        connection, f"delete from {target} where rowid in (select row_number from may_go where is_gone)"
    )
    n_changed = single_value(connection, f"delete from {target} where rowid in (from outdated)")
    n_inserted = single_value(
        connection,
        f"insert into {target} select {column_list(table)} from {incoming} as incoming where not exists ("
        f"   select 1 from may_go as stored where {same_key} and not is_gone and row_number not in (from outdated))"
        f"{' order by ' + ', '.join(keys) if in_order else ''}",
    )
    return Difference(n_added=n_inserted - n_changed, n_changed=n_changed, n_removed=n_removed)


def note_read(connection: duckdb.DuckDBPyConnection, stage: str, version: str, read: str) -> None:
    """Note which articles a stage has read in which content, in the place of what it had read of them.

    read: the SQL that selects their `article_id`, `content_hash`, and `n_rows`, how many rows each gave.
    """
    target = raw_name(EXTRACTIONS)
    connection.execute(f"create or replace temp table just_read as {read}")
    connection.execute(
        f"delete from {target} where stage = ? and article_id in (select article_id from just_read)", [stage]
    )
    connection.execute(
        f"insert into {target} by name select article_id, ? as stage, content_hash, ? as version, n_rows from just_read",
        [stage, version],
    )


def differs(table: Table, besides: Collection[str] = ()) -> str:
    """The SQL condition that a `stored` and an `incoming` row of the table hold different values, apart from the columns `besides`."""
    compared = [quoted(name) for name in table.names if name not in besides and name not in table.key]
    return " or ".join(f"stored.{name} is distinct from incoming.{name}" for name in compared) or "false"


def column_list(table: Table) -> str:
    """The table's columns for a select list."""
    return ", ".join(quoted(name) for name in table.names)
