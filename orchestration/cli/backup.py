"""`dateline export` and `dateline import`: a warehouse as a folder of Parquet files, with the bytes that it has fetched, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from orchestration.cli.options import SourcesOption, WarehouseOption
from transforms.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orchestration.sources.kept import KeptBytes
    from warehouse.connection import Warehouse
    from warehouse.upkeep.backup import Manifest

FETCHED_FOLDER: Final = "fetched"


def export_tables(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.", show_default=False)],
    everything: Annotated[
        bool, typer.Option("--all", help="Every table and all fetched bytes: a backup that `dateline import` reads.")
    ] = False,
    without_fetched: Annotated[
        bool, typer.Option("--without-fetched", help="Leave out the bytes of fetched pages and feeds.")
    ] = False,
    sources: SourcesOption = None,
    warehouse: WarehouseOption = None,
) -> None:
    """Write the warehouse as Parquet files, all as of one moment; any tool that knows Parquet can read them.

    Example: dateline export --all backup-2023-03/
    """
    if not everything:
        raise UserError("say what to export: --all writes every table, as a backup")
    from orchestration.cli.progress_bar import progress_display
    from orchestration.paths import warehouse_path
    from orchestration.sources.kept import KeptBytes
    from warehouse.connection import Warehouse
    from warehouse.upkeep.backup import export_tables as write_tables

    store = Warehouse(warehouse_path(warehouse))
    kept, backup = _kept_bytes(store, sources), KeptBytes(folder / FETCHED_FOLDER)
    n_referred = 0

    def keep(hashes: Sequence[str]) -> int:
        nonlocal n_referred
        n_referred = len(hashes)
        return kept.give(hashes, backup)

    with progress_display() as progress:
        progress.begin(f"Exporting {store.path}", None)
        written = write_tables(store, folder, lambda _: progress.advance(1), None if without_fetched else keep)
    typer.echo(f"wrote {sum(written.rows.values())} rows of {len(written.rows)} tables{_with(written)} to {folder}")
    if missing := n_referred - (written.n_fetched or 0):
        typer.echo(
            f"dateline: the bytes of {missing} fetched answers are missing or damaged in {kept.folder}", err=True
        )


def import_tables(
    folder: Annotated[Path, typer.Argument(help="A folder that `dateline export --all` wrote.", show_default=False)],
    sources: SourcesOption = None,
    warehouse: WarehouseOption = None,
) -> None:
    """Make a new warehouse from a backup, with the SQL models built; an existing warehouse is never overwritten.

    Example: dateline import backup-2023-03/ --warehouse restored.duckdb
    """
    from orchestration.cli.progress_bar import progress_display
    from orchestration.paths import warehouse_path
    from orchestration.sources.kept import KeptBytes
    from warehouse.connection import Warehouse
    from warehouse.upkeep.backup import import_tables as read_tables

    store = Warehouse(warehouse_path(warehouse))
    kept, backup = _kept_bytes(store, sources), KeptBytes(folder / FETCHED_FOLDER)

    def keep(manifest: Manifest) -> None:
        found = backup.give(backup.hashes(), kept)
        if found < (manifest.n_fetched or 0):
            raise UserError(
                f"{backup.folder} holds the bytes of {found} fetched answers and should hold {manifest.n_fetched}: export the warehouse again"
            )

    with progress_display() as progress:
        progress.begin(f"Importing {folder}", None)
        read = read_tables(store, folder, lambda _: progress.advance(1), keep)
    typer.echo(f"read {sum(read.rows.values())} rows of {len(read.rows)} tables{_with(read)} into {store.path}")


def _kept_bytes(store: Warehouse, sources: Path | None) -> KeptBytes:
    from orchestration.collect import kept_bytes
    from orchestration.sources import Sources, load_sources, sources_path

    path = sources_path(sources)
    return kept_bytes(store, load_sources(path) if path else Sources())


def _with(manifest: Manifest) -> str:
    return f" and the bytes of {manifest.n_fetched} fetched answers" if manifest.n_fetched else ""
