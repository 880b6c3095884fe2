"""`dateline export` and `dateline import`: a warehouse as a folder of Parquet files, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli.options import WarehouseOption
from transforms.errors import UserError


def export_tables(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.", show_default=False)],
    everything: Annotated[
        bool, typer.Option("--all", help="Every table: a backup that `dateline import` reads.")
    ] = False,
    warehouse: WarehouseOption = None,
) -> None:
    """Write the warehouse as Parquet files, all as of one moment; any tool that knows Parquet can read them.

    Example: dateline export --all backup-2023-03/
    """
    if not everything:
        raise UserError("say what to export: --all writes every table, as a backup")
    from orchestration.cli.progress_bar import progress_display
    from orchestration.paths import warehouse_path
    from warehouse.backup import export_tables as write_tables
    from warehouse.connection import Warehouse

    store = Warehouse(warehouse_path(warehouse))
    with progress_display() as progress:
        progress.begin(f"Exporting {store.path}", None)
        written = write_tables(store, folder, lambda _: progress.advance(1))
    typer.echo(f"wrote {sum(written.rows.values())} rows of {len(written.rows)} tables to {folder}")


def import_tables(
    folder: Annotated[Path, typer.Argument(help="A folder that `dateline export --all` wrote.", show_default=False)],
    warehouse: WarehouseOption = None,
) -> None:
    """Make a new warehouse from a backup, with the SQL models built; an existing warehouse is never overwritten.

    Example: dateline import backup-2023-03/ --warehouse restored.duckdb
    """
    from orchestration.cli.progress_bar import progress_display
    from orchestration.paths import warehouse_path
    from warehouse.backup import import_tables as read_tables
    from warehouse.connection import Warehouse

    store = Warehouse(warehouse_path(warehouse))
    with progress_display() as progress:
        progress.begin(f"Importing {folder}", None)
        read = read_tables(store, folder, lambda _: progress.advance(1))
    typer.echo(f"read {sum(read.rows.values())} rows of {len(read.rows)} tables into {store.path}")
