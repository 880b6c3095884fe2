"""A folder in which the command runs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

# what a rerun may change: the record of the runs, and of upgrades of the file
BOOKKEEPING = {"runs", "schema_versions"}


@dataclass(frozen=True)
class Folder:
    """A folder of its own with a warehouse, and the command run in it."""

    path: Path

    @property
    def warehouse(self) -> Path:
        return self.path / "dateline.duckdb"

    def environment(self) -> dict[str, str]:
        own = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "DAGSTER_"))}
        return own | {"NO_COLOR": "1", "COLUMNS": "160"}

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "orchestration.cli", *map(str, arguments)]

    def dateline(self, *arguments: str | Path, piped: str | None = None) -> subprocess.CompletedProcess[str]:
        """The command's output; piped: what another program sends it."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.path,
            env=self.environment(),
            input=piped,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, *arguments: str | Path, **options: Any) -> subprocess.Popen[str]:
        """The command in a process of its own, without output; options: of Popen, instead of these."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(
            self.command(*arguments), cwd=self.path, env=self.environment(), text=True, **silent | options
        )

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(self.warehouse, read_only=True) as db:
            return db.sql(query).fetchall()

    def tables(self, without: frozenset[str] = frozenset()) -> dict[str, list[tuple]]:
        """Every row of every raw table and mart; `without` names columns to leave out."""
        with duckdb.connect(self.warehouse, read_only=True) as db:
            names = db.sql(
                "select schema_name || '.' || table_name from duckdb_tables() where not internal order by all"
            ).fetchall()
            return {
                name: sorted(map(repr, db.sql(_select(db, name, without)).fetchall()))
                for (name,) in names
                if name.split(".")[1] not in BOOKKEEPING
            }


def _select(db: duckdb.DuckDBPyConnection, table: str, without: frozenset[str]) -> str:
    columns = [column for column in db.sql(f"select * from {table} limit 0").columns if column not in without]
    return f"select {', '.join(columns)} from {table}"
