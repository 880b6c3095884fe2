"""`dateline vacuum`: a small warehouse again."""

from __future__ import annotations

import typer

from orchestration.cli.options import WarehouseOption

MEGABYTE = 2**20


def vacuum(warehouse: WarehouseOption = None) -> None:
    """Drop rows that nothing refers to and give the space of deleted rows back to the disk.

    The file is written anew beside the old one and takes its place when it is whole: killed at any moment, this loses nothing.

    Example: dateline vacuum
    """
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.vacuum import vacuum as vacuum_warehouse

    store = Warehouse(warehouse_path(warehouse))
    done = vacuum_warehouse(store)
    dropped = ", ".join(f"{n_rows} of {table}" for table, n_rows in done.dropped.items() if n_rows)
    sizes = f"{done.bytes_before / MEGABYTE:.1f} MB -> {done.bytes_after / MEGABYTE:.1f} MB"
    typer.echo(f"{store.path}: {sizes}; rows dropped: {dropped or 'none'}")
