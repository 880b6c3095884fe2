"""`dateline status`: what the warehouse holds, its runs, what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from orchestration.cli.options import WarehouseOption

if TYPE_CHECKING:
    from rich.table import Table

RUN_COLUMNS = ("run_id", "started_at", "state", "n_read", "n_new", "n_refused", "n_mentions", "n_events", "seconds")


def status(
    warehouse: WarehouseOption = None,
    output_format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """Show runs, row counts and refused inputs with their reasons.

    Example: dateline status --format json
    """
    from dataclasses import asdict

    from orchestration.cli.output import write_json_lines
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import warehouse_status

    store = Warehouse(warehouse_path(warehouse))
    with store.reading() as db:
        found = warehouse_status(db)
        refused = db.sql("select reason, origin, detail from raw.rejected_articles order by all").fetchall()
    if output_format == "json":
        inputs = [{"reason": reason, "origin": origin, "detail": detail} for reason, origin, detail in refused]
        write_json_lines([{"warehouse": str(store.path), **asdict(found), "refused": inputs}])
        return
    from rich.console import Console

    console = Console(highlight=False)
    span = f"{found.first_date} to {found.last_date}" if found.first_date else "none dated"
    console.print(
        f"{store.path}: {found.rows['events']} events ({span}; {found.n_undated} without a date)", soft_wrap=True
    )
    console.print(
        _table(
            f"last {len(found.runs)} of {found.n_runs} runs",
            RUN_COLUMNS,
            [[_run_cell(run[c]) for c in RUN_COLUMNS] for run in found.runs],
        )
    )
    console.print(_table("rows", ("table", "rows"), [[name, str(count)] for name, count in found.rows.items()]))
    if refused:
        console.print(
            _table("refused inputs", ("reason", "input", "what was wrong"), [list(map(str, row)) for row in refused])
        )


def _table(title: str, columns: tuple[str, ...], rows: list[list[str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _run_cell(value: object) -> str:
    from datetime import datetime

    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return f"{value:.1f}"
    return "" if value is None else str(value)[:8]
