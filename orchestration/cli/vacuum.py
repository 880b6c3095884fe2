"""`dateline vacuum`: a small warehouse again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.options import SourcesOption, WarehouseOption

if TYPE_CHECKING:
    from pathlib import Path

    from orchestration.sources.kept import KeptBytes
    from warehouse.connection import Warehouse

MEGABYTE = 2**20


def vacuum(
    warehouse: WarehouseOption = None,
    sources: SourcesOption = None,
    kept_in: Annotated[
        bool,
        typer.Option(
            "--kept-in",
            help="Also sweep a folder that sources.toml names as kept_in, or that another warehouse of this name may use. Only where none keeps its bytes there.",
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be dropped and removed.")] = False,
) -> None:
    """Drop rows that nothing refers to, remove fetched bytes that no row refers to and files that killed runs left half made, and give the space back to the disk.

    The file is written anew beside the old one and takes its place when it is whole: killed at any moment, this loses nothing. Fetched bytes stay for
    at least a day.

    Example: dateline vacuum --dry-run
    """
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse

    store = Warehouse(warehouse_path(warehouse))
    folder = _kept_bytes(store, sources, kept_in)
    _vacuum_rows(store, dry_run)
    if folder:
        _sweep(store, folder, dry_run)


def _vacuum_rows(store: Warehouse, dry_run: bool) -> None:
    from warehouse.upkeep.vacuum import unreferred_rows
    from warehouse.upkeep.vacuum import vacuum as vacuum_warehouse

    if dry_run:
        typer.echo(f"{store.path}: rows that would be dropped: {_listed(unreferred_rows(store))}")
        return
    done = vacuum_warehouse(store)
    sizes = f"{done.bytes_before / MEGABYTE:.1f} MB -> {done.bytes_after / MEGABYTE:.1f} MB"
    typer.echo(f"{store.path}: {sizes}; rows dropped: {_listed(done.dropped)}")


def _listed(dropped: dict[str, int]) -> str:
    return ", ".join(f"{n_rows} of {table}" for table, n_rows in dropped.items() if n_rows) or "none"


def _kept_bytes(store: Warehouse, sources: Path | None, kept_in: bool) -> KeptBytes | None:
    """The folder to sweep; none where another warehouse may use it too, or where there is none."""
    from orchestration.collect import kept_bytes
    from orchestration.sources import Sources, load_sources, sources_path
    from warehouse.beside import namesakes

    path = sources_path(sources)
    declared = load_sources(path) if path else Sources()
    kept = kept_bytes(store, declared)
    if (declared.fetching.kept_in or namesakes(store.path)) and not kept_in:
        typer.echo(f"{kept.folder}: left alone; --kept-in sweeps it where no other warehouse keeps its bytes there")
        return None
    return kept if kept.folder.is_dir() else None


def _sweep(store: Warehouse, kept: KeptBytes, dry_run: bool) -> None:
    from orchestration.clock import utc_now
    from orchestration.sweep import sweep

    swept = sweep(store, kept, utc_now(), dry_run=dry_run)
    words = "that would be removed" if dry_run else "removed"
    typer.echo(f"{kept.folder}: fetched answers {words}: {swept.n_files} ({swept.n_bytes / MEGABYTE:.1f} MB)")
