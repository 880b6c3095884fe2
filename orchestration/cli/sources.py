"""`dateline sources`: what is declared in sources.toml, and what each source has given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from orchestration.cli.options import SourcesOption, WarehouseOption

if TYPE_CHECKING:
    from orchestration.sources import Source, Sources

COLUMNS = (
    "source",
    "kind",
    "group",
    "last_run_at",
    "n_new",
    "n_new_in_all",
    "n_refused",
    "n_failures",
    "waits_until",
)


def sources(
    file: SourcesOption = None,
    warehouse: WarehouseOption = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Only say whether the file is right and what it names is there; no warehouse is needed."
        ),
    ] = False,
    example: Annotated[bool, typer.Option("--example", help="Print a documented sources.toml to begin with.")] = False,
    output_format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """List the declared sources with their last run, new articles and failures.

    Example: dateline sources --example > sources.toml

    Example: dateline sources --check
    """
    from orchestration.sources import example_sources, load_sources, sources_path

    if example:
        typer.echo(example_sources(), nl=False)
        return
    path = sources_path(file)
    if path is None:
        typer.echo(
            "There is no sources.toml here. Save this as sources.toml, change it, and run `dateline run`:\n", err=True
        )
        typer.echo(example_sources(), nl=False)
        return
    declared = load_sources(path)
    if check:
        _say_right(path, declared)
        return
    rows = _rows(declared, warehouse)
    if output_format == "json":
        from orchestration.cli.output import write_json_lines

        write_json_lines(rows)
        return
    _print_sources(path, declared, rows)


def _print_sources(path: Path, declared: Sources, rows: list[dict[str, Any]]) -> None:
    from orchestration.cli.tables import print_table
    from warehouse.timeline.render.marks import counted

    headings = [column.removeprefix("n_").replace("_", " ") for column in COLUMNS]
    n_gone = len(rows) - len(declared.sources)
    gone = f", and {n_gone} that it declares no longer" if n_gone else ""
    title = f"{counted(len(declared.sources), 'source')} in {path}{gone}"
    print_table(headings, ([row[column] for column in COLUMNS] for row in rows), title)
    for row in rows:
        if row["last_failure"]:
            typer.echo(f"{row['source']}: {row['last_failure']}")


def _say_right(path: Path, declared: Sources) -> None:
    from orchestration.sources.folder import NOTHING_THERE, missing_paths
    from warehouse.timeline.render.marks import counted

    groups = ", ".join(
        f"{name} ({declared.schedules[name].cron}): {len(members)}" for name, members in declared.by_group().items()
    )
    n_disabled = sum(not source.enabled for source in declared.sources.values())
    warnings = [
        f"sources.{name}: {missing}: {NOTHING_THERE}"
        for name, source in declared.sources.items()
        for missing in missing_paths(source, declared.folder)
    ]
    warnings += [
        f"sources.{name}: {address}: not on the public internet; it is read only with allow_private = true"
        for name, source in declared.sources.items()
        for address in _unreached(source)
    ]
    if not declared.sources:
        warnings.append("it declares no source; `dateline sources --example` shows how")
    for warning in warnings:
        typer.echo(f"warning: {path}: {warning}", err=True)
    found = f"{counted(len(declared.sources), 'source')}, {n_disabled} of them disabled; {groups or 'no group has a source'}"
    typer.echo(f"{path} {'can be read, with warnings' if warnings else 'is right'}: {found}")


def _unreached(source: Source) -> list[str]:
    """The addresses of a source from which it will not read, as one can see without asking the network."""
    from orchestration.sources.declared import FolderSource
    from orchestration.sources.fetching.addresses import is_written_private

    if isinstance(source, FolderSource) or source.allow_private:
        return []
    return [address for address in source.addresses() if is_written_private(address)]


def _rows(declared: Sources, warehouse: Path | None) -> list[dict[str, Any]]:
    """Each declared source, then those that are no longer declared but have given something."""
    from orchestration.clock import utc_now
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.loading.source_state import source_summary

    store = Warehouse(warehouse_path(warehouse))
    read = (
        {row["source"]: row for row in source_summary(store, utc_now()).iter_rows(named=True)} if store.exists() else {}
    )
    rows = [
        {
            "source": name,
            "kind": source.kind,
            "group": source.group,
            "enabled": source.enabled,
            "declared": True,
            **_given(read.pop(name, {})),
        }
        for name, source in declared.sources.items()
    ]
    gone = [
        {
            "source": name,
            "kind": row["kind"],
            "group": row["source_group"],
            "enabled": False,
            "declared": False,
            **_given(row),
        }
        for name, row in read.items()
    ]
    return rows + gone


def _given(row: dict[str, Any]) -> dict[str, Any]:
    columns = (
        "n_items",
        "n_unchanged",
        "n_new",
        "n_changed",
        "n_refused",
        "n_failures",
        "n_new_in_all",
        "n_items_failed",
        "n_items_refused",
        "last_failure",
        "waits_until",
    )
    return {"last_run_at": row.get("started_at"), **{column: row.get(column) for column in columns}}
