"""`dateline status`: what the warehouse holds, its runs, what was refused."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from orchestration.cli.options import WarehouseOption

RUN_ID_SHOWN = 8
RUN_COLUMNS = ("started_at", "state", "n_read", "n_new", "n_refused", "n_mentions", "n_events", "seconds")


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
    from orchestration.cli.tables import print_table

    span = f"{found.first_date} to {found.last_date}" if found.first_date else "none dated"
    typer.echo(f"{store.path}: {found.rows['events']} events ({span}; {found.n_undated} without a date)")
    runs = ([run["run_id"][:RUN_ID_SHOWN], *(run[column] for column in RUN_COLUMNS)] for run in found.runs)
    headings = ["run", *(column.removeprefix("n_") for column in RUN_COLUMNS)]
    print_table(headings, runs, f"last {len(found.runs)} of {found.n_runs} runs")
    print_table(("table", "rows"), found.rows.items(), "rows")
    if refused:
        print_table(("reason", "input", "what was wrong"), refused, "refused inputs")
