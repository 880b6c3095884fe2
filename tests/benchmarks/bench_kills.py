"""Kill runs at random moments, repair them, and compare: every table equals that of an undisturbed run, row for row.

usage: python -m tests.benchmarks.bench_kills [--articles 2000] [--kills 20] [--seed 1]

Each trial starts `dateline run` on the first articles of ../shared/gold/bulk in a new folder, sends SIGKILL at a random moment of the time that an
undisturbed run takes, to it and its processes or to it alone in turn, runs it again, and compares all raw tables and marts. When and by which run a row was first written may
differ, and so may ids that were merged away; nothing else.
"""

from __future__ import annotations

import argparse
import gzip
import os
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random

import duckdb

BULK = Path(__file__).resolve().parents[3] / "shared" / "gold" / "bulk" / "articles-20k.jsonl.gz"
WHEN = frozenset(
    {
        "fetched_at",
        "first_read_at",
        "run_id",
        "rejected_at",
        "checked_at",
        "read_at",
        "upgraded_at",
        "started_at",
        "finished_at",
        "seconds",
    }
)
BOOKKEEPING = frozenset({"runs", "event_aliases", "schema_versions"})

Tables = dict[str, tuple[int, int]]


def start(folder: Path, source: Path) -> subprocess.Popen[bytes]:
    """One run, in a process group of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DAGSTER_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "orchestration.cli", "run", str(source)],
        cwd=folder,
        env=own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def whole_run(folder: Path, source: Path) -> float:
    """Run to the end; the seconds it took."""
    begun = time.perf_counter()
    if start(folder, source).wait() != 0:
        raise SystemExit(f"a run that nobody killed failed in {folder}")
    return time.perf_counter() - begun


def killed_run(folder: Path, source: Path, after: float, *, alone: bool) -> bool:
    """Start a run and kill it after so many seconds, with its processes or alone; whether it still ran."""
    process = start(folder, source)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def tables(folder: Path) -> Tables:
    """The number of rows of each table, and the hash of all of them whatever their order."""
    with duckdb.connect(folder / "dateline.duckdb", read_only=True) as db:
        names = db.sql(
            "select schema_name, table_name from duckdb_tables() where not internal and schema_name in ('raw', 'main')"
        ).fetchall()
        return {
            f"{schema}.{name}": db.sql(_digest(db, f'"{schema}"."{name}"')).fetchall()[0]
            for schema, name in sorted(names)
            if name not in BOOKKEEPING
        }


def _digest(db: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = [f'"{name}"' for name in db.sql(f"from {table} limit 0").columns if name not in WHEN]
    return f"select count(*), coalesce(sum(hash(row({', '.join(columns)}))::hugeint), 0) from {table}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000, help="how many articles a run reads")
    parser.add_argument("--kills", type=int, default=20, help="how many runs are killed")
    parser.add_argument("--seed", type=int, default=1, help="which random moments")
    asked = parser.parse_args()
    if not BULK.exists():
        print(f"{BULK} is absent: nothing to measure")
        return
    random = Random(asked.seed)
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        source = top / "articles.jsonl"
        with gzip.open(BULK, "rt", encoding="utf-8") as lines:
            source.write_text("".join(islice(lines, asked.articles)), encoding="utf-8")
        (top / "undisturbed").mkdir()
        seconds = whole_run(top / "undisturbed", source)
        expected = tables(top / "undisturbed")
        print(f"undisturbed: {asked.articles} articles in {seconds:.1f} s, {len(expected)} tables", flush=True)
        equal = sum(
            _trial(top / f"killed-{n}", source, random.uniform(0, seconds), expected, alone=n % 2 == 1)
            for n in range(asked.kills)
        )
    print(f"{equal} of {asked.kills} killed and repaired runs equal the undisturbed one, row for row")
    if equal < asked.kills:
        raise SystemExit(1)


def _trial(folder: Path, source: Path, after: float, expected: Tables, *, alone: bool) -> bool:
    folder.mkdir()
    killed = killed_run(folder, source, after, alone=alone)
    whole_run(folder, source)
    found = tables(folder)
    differing = sorted(table for table in expected.keys() | found.keys() if expected.get(table) != found.get(table))
    how = f"killed {'alone ' if alone else ''}after {after:.1f} s" if killed else f"had ended after {after:.1f} s"
    print(f"{how}: {'equal' if not differing else 'differ: ' + ', '.join(differing)}", flush=True)
    return not differing


if __name__ == "__main__":
    main()
