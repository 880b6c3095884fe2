"""`dateline sql`: read-only SQL on the warehouse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from orchestration.cli.options import WarehouseOption

if TYPE_CHECKING:
    import polars as pl


def sql(
    query: Annotated[
        str, typer.Argument(help="One SELECT statement; `-` reads it from standard input.", show_default=False)
    ],
    warehouse: WarehouseOption = None,
    output_format: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", "-f", help="How to print.")
    ] = "table",
) -> None:
    """Query the warehouse with SQL; it cannot be changed this way.

    Example: dateline sql "select start_date, title, n_sources from timeline order by n_sources desc limit 10"
    """
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import run_query

    statement = sys.stdin.read() if query == "-" else query
    with Warehouse(warehouse_path(warehouse)).reading() as db:
        rows = run_query(db, statement)
    _print(rows, output_format)


def _print(rows: pl.DataFrame, output_format: str) -> None:
    if output_format == "json":
        from orchestration.cli.output import write_json_lines

        write_json_lines(rows.iter_rows(named=True))
    elif output_format == "csv":
        import csv

        from orchestration.cli.output import as_json

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows(map(as_json, row) for row in rows.iter_rows())
    else:
        from orchestration.cli.tables import print_table

        print_table(rows.columns, rows.iter_rows(), f"{rows.height} row{'' if rows.height == 1 else 's'}")
