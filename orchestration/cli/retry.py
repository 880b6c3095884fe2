"""`dateline retry`: refused inputs, tried again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.job import run_job_shown
from orchestration.cli.options import OntologyOption, SourcesOption, WarehouseOption
from transforms.errors import UserError

if TYPE_CHECKING:
    import polars as pl

    from orchestration.extractors import ExtractorSettings
    from warehouse.connection import Warehouse

MOST_NAMED = 10
"""So many files that are no longer there are named."""


def retry(
    rejected: Annotated[bool, typer.Option("--rejected", help="Try the refused inputs again.")] = False,
    reason: Annotated[
        list[str] | None,
        typer.Option("--reason", help="Only those refused for this reason; may be repeated.", show_default=False),
    ] = None,
    forget_gone: Annotated[
        bool,
        typer.Option("--forget-gone", help="Drop the rows of refused files that are no longer there."),
    ] = False,
    sources: SourcesOption = None,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Try refused inputs again: after a file was mended, a program updated, or a permission given.

    Files are read at once; addresses of feeds and pages are asked again when their source is next read. What is accepted
    now leaves `raw.rejected_articles`; what is still refused stays, and so does what was refused of files that are no
    longer there, until --forget-gone drops it.

    Example: dateline retry --rejected --reason encoding --reason unreadable
    """
    from orchestration.extractors import ExtractorSettings
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.loading.rejects import rejected_origins

    if not rejected:
        raise UserError("say what to try again: --rejected tries the refused inputs")
    reasons = _known_reasons(reason or [])
    store = Warehouse(warehouse_path(warehouse))
    with store.reading() as db:
        origins = rejected_origins(db, reasons)
    if origins.is_empty():
        typer.echo("no refused inputs" + (f" for the reason {' or '.join(reasons)}" if reasons else ""))
        return
    _try_again(store, origins, reasons, sources, ExtractorSettings(ontology=ontology))
    _tell_gone(store, origins, forget_gone)


def _known_reasons(asked: list[str]) -> list[str]:
    from transforms.schema import REJECT_REASONS

    for word in asked:
        if word not in REJECT_REASONS:
            raise UserError(f"--reason {word}: there is no such reason; there are {', '.join(REJECT_REASONS)}")
    return asked


def _try_again(
    store: Warehouse, origins: pl.DataFrame, reasons: list[str], sources: Path | None, settings: ExtractorSettings
) -> None:
    from orchestration.inputs import Inputs
    from orchestration.sources.files import is_gone
    from warehouse.loading.rejects import ask_again, is_address, rejected_origins

    named = origins["origin"].unique(maintain_order=True).to_list()
    n_before = int(origins["n_inputs"].sum())
    files = [origin for origin in named if not is_address(origin) and not is_gone(origin)]
    inputs = Inputs(sources=sources, retried=files)
    if files:
        inputs.check()
    ask_again(store, reasons)
    if files:
        run_job_shown(store.path, inputs, settings)
    with store.reading() as db:
        n_after = int(rejected_origins(db, reasons)["n_inputs"].sum())
    typer.echo(f"tried {n_before} refused inputs again: {n_before - n_after} accepted, {n_after} left")
    n_addresses = sum(is_address(origin) for origin in named)
    if n_addresses:
        typer.echo(f"{n_addresses} of their addresses will be asked when their source is next read: dateline run")


def _tell_gone(store: Warehouse, origins: pl.DataFrame, forget: bool) -> None:
    """Say which refused files are no longer there, and drop their rows when asked to."""
    from orchestration.sources.files import is_gone
    from warehouse.loading.rejects import forget_files

    gone = [origin for origin in origins["origin"].unique(maintain_order=True) if is_gone(origin)]
    if forget:
        typer.echo(f"dropped {forget_files(store, gone)} refused inputs of files that are no longer there")
        return
    for origin in gone[:MOST_NAMED]:
        typer.echo(f"dateline: {origin}: no such file any more; its row stays", err=True)
    if len(gone) > MOST_NAMED:
        typer.echo(f"dateline: and {len(gone) - MOST_NAMED} more files", err=True)
    if gone:
        typer.echo(
            "dateline: `dateline retry --rejected --forget-gone` drops the rows of files that are no longer there",
            err=True,
        )
