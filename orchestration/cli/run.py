"""`dateline run`: the whole job, in this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.errors import EXIT_FAILED
from orchestration.cli.job import run_job_shown
from orchestration.cli.options import (
    EngineOption,
    LlmModelOption,
    LlmUrlOption,
    OntologyOption,
    SourceNamesOption,
    SourcesOption,
    WarehouseOption,
    named_path,
)
from orchestration.logs import json_log, logs_json, say_error

SHOWN_ENTRIES = 40

if TYPE_CHECKING:
    from orchestration.execution import Outcome
    from orchestration.extractors import ExtractorSettings
    from orchestration.inputs import Inputs
    from warehouse.connection import Warehouse
    from warehouse.queries import WarehouseStatus


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            parser=named_path,
            help="Files or folders of articles.",
            show_default="the sources of sources.toml, else $DATELINE_INBOX, else the bundled sample where the warehouse holds nothing else",
        ),
    ] = None,
    sources: SourcesOption = None,
    source: SourceNamesOption = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group", help="Read only the sources of this group; may be repeated.", show_default=False),
    ] = None,
    reread: Annotated[
        bool,
        typer.Option(
            "--reread",
            help="Read again what has not changed since it was read, after an upgrade: files, and pages and feeds as they were fetched, without the network.",
        ),
    ] = False,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
    engine: EngineOption = "rules",
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
    show: Annotated[bool, typer.Option("--show", help="Print the timeline at the end.")] = False,
) -> None:
    """Read articles, find their dated events, merge them and build the warehouse and the timeline.

    Running it again reads only what is new or has changed. A run that was killed is repaired by the next one.

    Example: dateline run news/ more.jsonl feed.xml

    Example: dateline run --sources sources.toml --group hourly
    """
    from orchestration.extractors import ExtractorSettings, create_extractor
    from orchestration.inputs import Inputs
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse

    store = Warehouse(warehouse_path(warehouse))
    inputs = Inputs([str(path) for path in paths or []], sources, source or [], group or [], reread)
    # what a user can mend is said before the run starts
    inputs.check()
    settings = ExtractorSettings(engine, ontology, llm_url, llm_model)
    create_extractor(settings)
    with store.writing():
        pass
    nothing = _why_nothing(inputs, store)
    failed_checks = _run(store, inputs, settings)
    if show:
        _print_timeline(store)
    _report(store, nothing)
    if failed_checks:
        say_error("checks_failed", f"{len(failed_checks)} checks failed: {', '.join(failed_checks)}")
        raise typer.Exit(EXIT_FAILED)


def _run(store: Warehouse, inputs: Inputs, settings: ExtractorSettings) -> tuple[str, ...]:
    outcome = run_job_shown(store.path, inputs, settings)
    _log(store, outcome)
    return outcome.failed_checks


def _log(store: Warehouse, outcome: Outcome) -> None:
    if not logs_json():
        return
    from warehouse.queries import warehouse_status

    with store.reading() as db:
        counts = warehouse_status(db, store.path).last_run or {}
    json_log().info("run_finished", warehouse=str(store.path), failed_checks=outcome.failed_checks, **counts)


def _print_timeline(store: Warehouse) -> None:
    from orchestration.cli.output import print_timeline
    from warehouse.queries import EventFilter
    from warehouse.timeline import build_timeline

    with store.reading() as db:
        drawn = build_timeline(db, EventFilter(limit=SHOWN_ENTRIES))
    print_timeline(drawn, warehouse=store.path)


def _why_nothing(inputs: Inputs, store: Warehouse) -> str:
    """What is said when nothing was there to be read."""
    from orchestration.cli.read import NO_FILES

    if inputs.names_nothing(store):
        return "no file or folder is named, and there is no sources.toml here; the sample is not read beside articles of your own"
    return f"{', '.join(inputs.paths)}: {NO_FILES}" if inputs.paths else ""


def _report(store: Warehouse, nothing: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from orchestration.cli.output import in_other_languages, warehouse_option
    from orchestration.paths import page_path
    from warehouse.queries import languages_without_events, warehouse_status
    from warehouse.timeline.render.marks import counted

    with store.reading() as db:
        status = warehouse_status(db, store.path)
        others = languages_without_events(db)
        tried = db.sql("select event_id from timeline order by n_sources desc, event_id limit 1").fetchall()
    last = status.last_run or {}
    refused = ", ".join(f"{reason} {count}" for reason, count in status.rejects.items())
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_row("read", f"{counted(last['n_read'], 'input')} in {last['seconds']:.1f} s")
    table.add_row("kept", f"{counted(last['n_kept'], 'article')}, {last['n_new']} of them new")
    if last["n_unchanged"]:
        table.add_row(
            "unchanged", f"{counted(last['n_unchanged'], 'article')} of files and pages that were read before"
        )
    table.add_row(
        "refused", counted(last["n_refused"], "input") + (f" (in the warehouse: {refused})" if refused else "")
    )
    for line in _failures(status):
        table.add_row("failed", Text(line))
    if nothing and not (last["n_read"] or last["n_unchanged"]):
        table.add_row("nothing", Text(nothing))
    table.add_row("mentions", str(last["n_mentions"]))
    table.add_row("events", f"{last['n_events']}, {status.n_undated} of them without a date")
    if others:
        table.add_row("no events", in_other_languages(others))
    table.add_row("warehouse", str(store.path))
    table.add_row("timeline", str(page_path(store.path)))
    console = Console(soft_wrap=True, highlight=False)
    console.print()
    console.print(table)
    console.print("\nNext, try:")
    option = warehouse_option(store.path)
    for command in _next_commands(tried[0][0] if tried else None):
        console.print(f"  dateline {command}{option}", markup=False)


def _failures(status: WarehouseStatus) -> list[str]:
    """Each source of which the last run could not have something."""
    run_id = (status.last_run or {}).get("run_id")
    return [
        _failed(source["source"], source["n_failures"], source["n_items"], source["last_failure"])
        for source in status.sources
        if source["run_id"] == run_id and source["n_failures"]
    ]


def _failed(source: str, n_failures: int, n_items: int, last: str) -> str:
    """How many files and addresses of a source failed, and what was wrong with one."""
    told = f"source {source}, {n_failures:,} of {max(n_items, n_failures):,} files and addresses"
    return f"{told}: {last}" if n_failures == 1 else f"{told}; the last: {last}"


def _next_commands(event_id: str | None) -> list[str]:
    return [
        "timeline --limit 20",
        f"show {event_id}" if event_id else "status",
        'sql "select start_date, title, n_sources from timeline order by n_sources desc limit 10"',
    ]
