"""`dateline status`: what the warehouse holds, its sources and runs, what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import typer

from orchestration.cli.job import RUN_ID_SHOWN
from orchestration.cli.options import WarehouseOption

SOURCE_HEADINGS = ("source", "group", "last read", "lag", "new", "changed", "refused", "failures", "last failure")
RUN_COLUMNS = (
    "started_at",
    "state",
    "n_read",
    "n_new",
    "n_unchanged",
    "n_refused",
    "n_mentions",
    "n_events",
    "seconds",
)


def status(
    warehouse: WarehouseOption = None,
    output_format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """Show sources with their lag, runs, row counts, and refused inputs by reason.

    Example: dateline status --format json
    """
    from dataclasses import asdict

    from orchestration.cli.output import write_json_lines
    from orchestration.clock import utc_now
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import languages_without_events, warehouse_status

    store = Warehouse(warehouse_path(warehouse))
    with store.reading() as db:
        found = warehouse_status(db, store.path)
        others = languages_without_events(db)
        refused = db.sql("select reason, origin, detail from raw.rejected_articles order by all").fetchall()
    if output_format == "json":
        inputs = [{"reason": reason, "origin": origin, "detail": detail} for reason, origin, detail in refused]
        write_json_lines([{"warehouse": str(store.path), **asdict(found), "without_events": others, "refused": inputs}])
        return
    from orchestration.cli.output import in_other_languages
    from orchestration.cli.tables import print_table
    from warehouse.timeline.render.marks import counted

    newest = f"; newest article of {found.newest_article_at:%Y-%m-%d %H:%M} UTC" if found.newest_article_at else ""
    span = f"{found.first_date} to {found.last_date}" if found.first_date else "none dated"
    typer.echo(
        f"{store.path}: {counted(found.rows['events'], 'event')} ({span}; {found.n_undated} without a date){newest}"
    )
    if others:
        typer.echo(f"no events: {in_other_languages(others)}")
    runs = ([run["run_id"][:RUN_ID_SHOWN], *(run[column] for column in RUN_COLUMNS)] for run in found.runs)
    headings = ["run", *(column.removeprefix("n_") for column in RUN_COLUMNS)]
    print_table(headings, runs, f"last {len(found.runs)} of {found.n_runs} runs")
    print_table(("table", "rows"), found.rows.items(), "rows")
    if found.sources:
        print_table(SOURCE_HEADINGS, (_source_row(source, utc_now()) for source in found.sources), "sources")
    if refused:
        print_table(("reason", "refused inputs"), found.rejects.items(), "by reason")
        print_table(("reason", "input", "what was wrong"), refused, "refused inputs")


def _source_row(source: Mapping[str, Any], now: datetime) -> tuple[object, ...]:
    last = source["finished_at"] or source["started_at"]
    counts = (source[name] for name in ("n_new", "n_changed", "n_refused", "n_failures"))
    return (source["source"], source["source_group"], last, _lag(now - last), *counts, source["last_failure"])


def _lag(since: timedelta) -> str:
    """How long ago, in the largest unit that gives two of them."""
    hours = since.total_seconds() / 3600
    return (
        f"{hours / 24:.0f} days" if hours >= 48 else f"{hours:.0f} hours" if hours >= 2 else f"{hours * 60:.0f} minutes"
    )
