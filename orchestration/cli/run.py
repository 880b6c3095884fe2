"""`dateline run`: the whole job, in this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.errors import EXIT_FAILED, UserError, user_errors
from orchestration.cli.options import OntologyOption, WarehouseOption

if TYPE_CHECKING:
    from rich.console import Console

    from warehouse.connection import Warehouse


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders of articles. [default: $DATELINE_INBOX, else the bundled sample]", show_default=False),
    ] = None,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
    show: Annotated[bool, typer.Option("--show", help="Print the timeline at the end.")] = False,
) -> None:
    """Read articles, find their dated events, merge them and build the warehouse and the timeline.

    Running it again reads only what is new or has changed. A run that was killed is repaired by the next one.

    Example: dateline run news/ more.jsonl feed.xml
    """
    from rich.console import Console

    from orchestration.cli.progress_bar import ProgressBar
    from orchestration.execution import run_job
    from orchestration.extractors import read_ontology
    from orchestration.paths import input_paths, warehouse_path
    from orchestration.sources import check_paths
    from warehouse.connection import Warehouse

    file = warehouse_path(warehouse)
    with user_errors():
        # what a user can mend is said before a run starts
        check_paths(input_paths([str(path) for path in paths or []]))
        read_ontology(ontology)
        Warehouse(file).check()
    with ProgressBar() as progress:
        outcome = run_job(file, paths or [], ontology, progress)
    if outcome.error:
        typer.echo(f"dateline: run {outcome.run_id[:8]} failed: {outcome.error}", err=True)
        raise typer.Exit(EXIT_FAILED)
    with user_errors():
        _report(Console(), Warehouse(file), outcome.failed_checks)
        if show:
            _show_timeline(Warehouse(file))


def _report(console: Console, warehouse: Warehouse, failed_checks: tuple[str, ...]) -> None:
    from orchestration.paths import page_path
    from warehouse.queries import warehouse_status

    with warehouse.reading() as db:
        status = warehouse_status(db)
    ...
