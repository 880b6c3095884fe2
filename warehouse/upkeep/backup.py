"""A warehouse as a folder of Parquet files, and back.

Belongs here: writing and reading such a folder. Does not: the models, which are built again from the raw tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.schema import FETCHED_DOCUMENTS, TABLES
from warehouse.connection import Warehouse
from warehouse.ddl import RAW_SCHEMA, quoted, raw_name
from warehouse.errors import WarehouseError, first_line, remedy_for_writing
from warehouse.loading.rows import single_value
from warehouse.migrations import LAYOUT_VERSION, step_back
from warehouse.models import run_models

MANIFEST: Final = "manifest.json"
ROWS_PER_BATCH: Final = 100_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder holds: the version of the tables' layout, the rows of each table, and how many fetched answers; null where these were left out."""

    layout_version: int
    rows: dict[str, int]
    n_fetched: int | None = None


def export_tables(
    db: Warehouse,
    folder: Path,
    advance: Callable[[str], None] = lambda _: None,
    keep: Callable[[Sequence[str]], int] | None = None,
) -> Manifest:
    """Write every raw table as `TABLE.parquet`, all as of one moment, and a manifest last: a folder without one is not whole.

    advance: told the name of each table before it is written. keep: adds the bytes of fetched answers, of which it is given the hashes; how many there were.

    Raises:
        WarehouseError: there is no warehouse, the folder is not empty, or it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WarehouseError(f"{folder} is not an empty folder: name a new one")
    try:
        with db.reading() as connection:
            folder.mkdir(parents=True, exist_ok=True)
            rows = {}
            for table in TABLES:
                advance(table.name)
                rows[table.name] = _write(connection, raw_name(table), folder / f"{table.name}.parquet")
            hashes = connection.execute(
                f"select distinct raw_hash from {raw_name(FETCHED_DOCUMENTS)} order by raw_hash"
            ).fetchall()
        n_fetched = keep([raw_hash for (raw_hash,) in hashes]) if keep else None
        manifest = Manifest(LAYOUT_VERSION, rows, n_fetched)
        (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise WarehouseError(
            f"cannot write {folder}: {error.strerror}; {remedy_for_writing(error)} or name another folder"
        ) from error
    return manifest


def _write(connection: duckdb.DuckDBPyConnection, relation: str, file: Path) -> int:
    batches = connection.sql(f"from {relation}").to_arrow_reader(ROWS_PER_BATCH)
    n_rows = 0
    with pq.ParquetWriter(file, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            n_rows += batch.num_rows
    return n_rows


def import_tables(
    db: Warehouse,
    folder: Path,
    advance: Callable[[str], None] = lambda _: None,
    keep: Callable[[Manifest], object] = lambda _: None,
) -> Manifest:
    """Make a new warehouse from a folder that `export_tables` wrote, upgraded if it is older, with its models built. Whole or not at all.

    advance: told the name of each table before it is read. keep: takes over the bytes of fetched answers, before the warehouse is there.

    Raises:
        WarehouseError: there is a warehouse already; the folder is not whole, damaged or of a newer version.
    """
    if db.path.exists():
        raise WarehouseError(f"{db.path} exists already: move it away, or name another file with --warehouse")
    manifest = _manifest(folder)
    made = Warehouse(db.path.with_name(f"{db.path.name}.importing"))
    made.path.unlink(missing_ok=True)
    try:
        _fill(made, folder, manifest, advance)
        keep(manifest)
        if db.path.exists():
            raise WarehouseError(
                f"{db.path} has been made in the meantime: move it away, or name another file with --warehouse"
            )
        made.path.replace(db.path)
    finally:
        made.path.unlink(missing_ok=True)
    return manifest


def _fill(made: Warehouse, folder: Path, manifest: Manifest, advance: Callable[[str], None]) -> None:
    with made.writing() as connection:
        if manifest.layout_version < LAYOUT_VERSION:
            step_back(connection, manifest.layout_version)
        for name, n_rows in manifest.rows.items():
            advance(name)
            _read(connection, name, folder / f"{name}.parquet", n_rows)
    # opening it again upgrades an older one
    with made.writing() as connection:
        advance("SQL models")
        run_models(connection)


def _manifest(folder: Path) -> Manifest:
    if not folder.is_dir():
        raise WarehouseError(f"there is no folder {folder}: name one that `dateline export --all` wrote")
    try:
        written = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        n_fetched = written.get("n_fetched")
        manifest = Manifest(
            int(written["layout_version"]),
            {str(k): int(v) for k, v in written["rows"].items()},
            None if n_fetched is None else int(n_fetched),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WarehouseError(
            f"{folder} is no whole export ({MANIFEST}: {first_line(error)}): write one with `dateline export --all {folder}`"
        ) from error
    if manifest.layout_version > LAYOUT_VERSION:
        raise WarehouseError(
            f"{folder} was written by a newer version of Dateline (its tables have version {manifest.layout_version}, this one knows"
            f" {LAYOUT_VERSION}): upgrade with `pip install -U dateline`"
        )
    unknown = sorted(manifest.rows.keys() - {table.name for table in TABLES})
    if unknown and manifest.layout_version == LAYOUT_VERSION:
        raise WarehouseError(
            f"{folder}: {MANIFEST} names tables that there are not: {', '.join(unknown)}; export it again"
        )
    return manifest


def _read(connection: duckdb.DuckDBPyConnection, name: str, file: Path, n_rows: int) -> None:
    target = f"{RAW_SCHEMA}.{quoted(name)}"
    try:
        with pq.ParquetFile(file) as parquet:
            _insert(
                connection, f"create table if not exists {target} as from incoming", parquet.schema_arrow.empty_table()
            )
            for batch in parquet.iter_batches(ROWS_PER_BATCH):
                _insert(connection, f"insert into {target} by name from incoming", pa.Table.from_batches([batch]))
    except (OSError, pa.ArrowException, duckdb.Error) as error:
        raise WarehouseError(f"{file} cannot be read ({first_line(error)}): export the warehouse again") from error
    found = single_value(connection, f"select count(*) from {target}")
    if found != n_rows:
        raise WarehouseError(f"{file} holds {found} rows and {MANIFEST} says {n_rows}: export the warehouse again")


def _insert(connection: duckdb.DuckDBPyConnection, statement: str, rows: pa.Table) -> None:
    connection.register("incoming", rows)
    try:
        connection.execute(statement)
    finally:
        connection.unregister("incoming")
