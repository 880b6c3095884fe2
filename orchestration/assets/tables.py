"""What every raw-table asset has in common: its spec and its metadata, derived from the schema.

Belongs here: specs, previews, counts. Does not: single assets.
"""

from __future__ import annotations

from datetime import timedelta

import dagster as dg
import duckdb

from transforms.schema import Table

PREVIEW_ROWS = 5
PREVIEW_CELL = 60
RAW = "raw"
# the daily schedule has run, or one run of it was missed, or more
FRESHNESS = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=49), warn_window=timedelta(hours=25))


def raw_key(name: str) -> dg.AssetKey:
    """The asset key of a raw table."""
    return dg.AssetKey([RAW, name])


def sentence(words: str) -> str:
    """Words that describe something, as Dagster's UI shows them."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def table_spec(table: Table, deps: list[dg.AssetKey] | None = None, group: str = RAW) -> dg.AssetSpec:
    """The asset of one raw table: description, column schema, dependencies."""
    columns = [
        dg.TableColumn(c.name, str(c.dtype), c.meaning, dg.TableColumnConstraints(c.nullable)) for c in table.columns
    ]
    return dg.AssetSpec(
        raw_key(table.name),
        deps=deps or [],
        description=sentence(table.grain),
        group_name=group,
        kinds={"polars", "duckdb"},
        freshness_policy=FRESHNESS,
        metadata={"dagster/column_schema": dg.TableSchema(columns), "dagster/table_name": f"{RAW}.{table.name}"},
    )


def table_metadata(db: duckdb.DuckDBPyConnection, relation: str, **counts: int) -> dict[str, dg.MetadataValue]:
    """Row count, a preview and the counts of one step, for a table or view."""
    n_rows = db.sql(f"select count(*) from {relation}").fetchall()[0][0]
    preview = db.sql(f"select * from {relation} limit {PREVIEW_ROWS}")
    metadata: dict[str, dg.MetadataValue] = {
        "dagster/row_count": dg.MetadataValue.int(n_rows),
        "preview": dg.MetadataValue.md(as_markdown(preview.columns, preview.fetchall())),
    }
    return metadata | {name: dg.MetadataValue.int(count) for name, count in counts.items()}


def as_markdown(names: list[str], rows: list[tuple[object, ...]]) -> str:
    """Rows as a Markdown table, cells cut to `PREVIEW_CELL` characters."""
    lines = [names, ["---"] * len(names), *[[_cell(value) for value in row] for row in rows]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    text = " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= PREVIEW_CELL else f"{text[:PREVIEW_CELL]}…"
