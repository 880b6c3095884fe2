"""`dateline doctor`: what is wrong here, and what mends it."""

from __future__ import annotations

import typer

from orchestration.cli.errors import EXIT_FAILED
from orchestration.cli.options import WarehouseOption

MARKS = {"ok": "ok     ", "warning": "warning", "error": "error  "}


def doctor(warehouse: WarehouseOption = None) -> None:
    """Examine the environment and the warehouse; the exit status is 1 when something is wrong. Warnings alone leave it 0.

    Example: dateline doctor
    """
    from orchestration.environment import environment_findings, sources_in_use
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.timeline.render.marks import counted
    from warehouse.upkeep.health import warehouse_findings

    path = warehouse_path(warehouse)
    findings = [*environment_findings(path), *warehouse_findings(Warehouse(path), sources_in_use())]
    for finding in findings:
        typer.echo(f"{MARKS[finding.level]}  {finding.what}")
        if finding.remedy:
            typer.echo(f"         -> {finding.remedy}")
    counts = {level: sum(finding.level == level for finding in findings) for level in MARKS}
    typer.echo(f"{counted(counts['error'], 'error')}, {counted(counts['warning'], 'warning')}, {counts['ok']} in order")
    if counts["error"]:
        raise typer.Exit(EXIT_FAILED)
