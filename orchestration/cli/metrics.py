"""`dateline metrics`: the warehouse in numbers, for Prometheus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.options import WarehouseOption

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

    from warehouse.queries import WarehouseStatus


def metrics(
    warehouse: WarehouseOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file, whole or not at all (node_exporter's textfile collector).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print metrics in the text format of Prometheus: rows, runs, refused inputs, sources and their last success.

    Example: dateline metrics --output /var/lib/node_exporter/dateline.prom
    """
    from prometheus_client import generate_latest

    from orchestration.cli.output import write_whole
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import warehouse_status

    store = Warehouse(warehouse_path(warehouse))
    with store.reading() as db:
        status = warehouse_status(db, store.path)
    text = generate_latest(_registry(status, store.path.stat().st_size)).decode()
    if output is None:
        typer.echo(text, nl=False)
        return
    write_whole(output, text)


def _registry(status: WarehouseStatus, n_bytes: int) -> CollectorRegistry:
    from prometheus_client import CollectorRegistry

    registry = CollectorRegistry()
    _of_the_warehouse(registry, status, n_bytes)
    _of_runs(registry, status)
    _of_sources(registry, status)
    return registry


def _of_the_warehouse(registry: CollectorRegistry, status: WarehouseStatus, n_bytes: int) -> None:
    from prometheus_client import Gauge

    from orchestration import __version__

    build = Gauge("dateline_build_info", "The version of Dateline.", ["version"], registry=registry)
    build.labels(__version__).set(1)
    Gauge("dateline_warehouse_bytes", "Size of the warehouse file.", registry=registry).set(n_bytes)
    rows = Gauge("dateline_rows", "Rows per table.", ["table"], registry=registry)
    for table, n_rows in status.rows.items():
        rows.labels(table).set(n_rows)
    rejected = Gauge("dateline_rejected_articles", "Refused inputs by reason.", ["reason"], registry=registry)
    for reason, n_inputs in status.rejects.items():
        rejected.labels(reason).set(n_inputs)
    Gauge("dateline_undated_events", "Events without a date.", registry=registry).set(status.n_undated)
    if status.newest_article_at:
        newest = Gauge("dateline_newest_article_timestamp_seconds", "Latest publication time.", registry=registry)
        newest.set(status.newest_article_at.timestamp())


def _of_runs(registry: CollectorRegistry, status: WarehouseStatus) -> None:
    from prometheus_client import Gauge

    states = Gauge("dateline_runs", "Runs by state.", ["state"], registry=registry)
    for state, n_runs in status.run_states.items():
        states.labels(state).set(n_runs)
    if finished := status.last_success:
        last = Gauge("dateline_last_success_timestamp_seconds", "When a run last finished.", registry=registry)
        last.set(finished["finished_at"].timestamp())
        Gauge("dateline_last_success_seconds", "How long that run took.", registry=registry).set(finished["seconds"])
    if status.last_run:
        failed = Gauge(
            "dateline_last_run_failed", "Whether the last run failed, was stopped or killed.", registry=registry
        )
        failed.set(status.last_run["state"] in ("failed", "stopped", "killed"))


def _of_sources(registry: CollectorRegistry, status: WarehouseStatus) -> None:
    from prometheus_client import Gauge

    labels = ["source", "group"]
    read = Gauge(
        "dateline_source_last_read_timestamp_seconds",
        "When a source was last read, with success or without.",
        labels,
        registry=registry,
    )
    success = Gauge(
        "dateline_source_last_success_timestamp_seconds",
        "When something was last had of a source; failures leave it as it is.",
        labels,
        registry=registry,
    )
    new = Gauge("dateline_source_new_articles", "New articles when it was last read.", labels, registry=registry)
    failures = Gauge("dateline_source_failures", "Failures when it was last read.", labels, registry=registry)
    for source in status.sources:
        named = (source["source"], source["source_group"])
        if source["finished_at"]:
            read.labels(*named).set(source["finished_at"].timestamp())
        if source["last_success_at"]:
            success.labels(*named).set(source["last_success_at"].timestamp())
        new.labels(*named).set(source["n_new"])
        failures.labels(*named).set(source["n_failures"])
