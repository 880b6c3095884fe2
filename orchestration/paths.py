"""Where things lie: the warehouse, Dagster's home, the page, the inbox.

Belongs here: defaults and the environment variables that change them. Does not: opening or reading anything.
"""

from __future__ import annotations

import errno
import os
from contextlib import AbstractContextManager
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from transforms.errors import UserError
from warehouse.beside import path_beside

FULL_DISK = (errno.ENOSPC, errno.EDQUOT)
WAREHOUSE_VARIABLE = "DATELINE_WAREHOUSE"
INBOX_VARIABLE = "DATELINE_INBOX"
ONTOLOGY_VARIABLE = "DATELINE_ONTOLOGY"
SAMPLE = "orchestration/sample"
DEFAULT_WAREHOUSE = "dateline.duckdb"
BESIDE_WAREHOUSE = frozenset({".html", ".partial", ".wal", ".tmp", ".fetched"})
DAGSTER_FOLDER = ".dateline"

# one run at a time writes the file; one whose process is gone makes room for the next and is tried once more; Dagster's telemetry and its invitation to a
# newsletter stay off
DAGSTER_CONFIG = """\
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
  pools:
    granularity: run
    default_limit: 1
run_launcher:
  module: orchestration.run_launcher
  class: WatchedRunLauncher
run_monitoring:
  enabled: true
  start_timeout_seconds: 600
run_retries:
  enabled: true
  max_retries: 1
"""
# SHA-256 of what earlier versions laid there; what somebody has changed stays
EARLIER_CONFIGS = frozenset(
    {
        "269e2df32a475f4ed4e680438911e22649dd3218db5c4b02a83f48fee4393df2",
        "7efad5a6ad918f8e93af001ec13e6664b190af7522dfbfadd600a2c6719978a1",
    }
)


def warehouse_path(named: Path | None = None) -> Path:
    """The warehouse file: as named, else `DATELINE_WAREHOUSE`, else `./dateline.duckdb`.

    Raises:
        UserError: the name is that of a file which a run writes beside a warehouse, and would overwrite it.
    """
    path = Path(named or os.environ.get(WAREHOUSE_VARIABLE) or DEFAULT_WAREHOUSE).resolve()
    if path.suffix.lower() in BESIDE_WAREHOUSE:
        raise UserError(f"{path.name}: files ending in {path.suffix} are written beside a warehouse; name it *.duckdb")
    return path


def ontology_path(named: Path | None = None) -> Path | None:
    """The TOML file of the user's own event types: as named, else `DATELINE_ONTOLOGY`; None when neither is given."""
    set_path = os.environ.get(ONTOLOGY_VARIABLE)
    return named or (Path(set_path) if set_path else None)


def page_path(warehouse: Path) -> Path:
    """The HTML timeline beside a warehouse."""
    return path_beside(warehouse, ".html")


def sample_path() -> Path:
    """The folder of the bundled sample articles."""
    return Path(str(files("orchestration") / SAMPLE.rpartition("/")[2]))


def input_paths(named: list[str]) -> list[Path]:
    """What a run reads: the named files and folders, else the inbox, else the sample."""
    return [Path(name) for name in named] or inbox_paths() or [sample_path()]


def inbox_paths() -> list[Path]:
    """The folders in `DATELINE_INBOX`, separated as in `PATH`; none when it is not set."""
    return [Path(part) for part in os.environ.get(INBOX_VARIABLE, "").split(os.pathsep) if part]


def dagster_home(warehouse: Path) -> Path:
    """Dagster's folder: `DAGSTER_HOME`, else one beside the warehouse."""
    return Path(os.environ.get("DAGSTER_HOME") or warehouse.parent / DAGSTER_FOLDER).resolve()


def one_at_a_time(home: Path) -> AbstractContextManager[object]:
    """Holds off the other processes that want to prepare the same Dagster folder; two that make its databases at once spoil them."""
    from filelock import FileLock

    return FileLock(home / "prepare.lock")


def prepare_dagster_home(warehouse: Path) -> Path:
    """Set `DAGSTER_HOME` to a folder beside the warehouse unless it is set, and lay a configuration there, in place of that of an earlier version, too.

    Raises:
        UserError: the folder cannot be made or written.
    """
    home = dagster_home(warehouse)
    config = home / "dagster.yaml"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(home):
            if not config.exists() or sha256(config.read_bytes()).hexdigest() in EARLIER_CONFIGS:
                config.write_text(DAGSTER_CONFIG, encoding="utf-8")
    except OSError as error:
        remedy = "free some space" if error.errno in FULL_DISK else "change its permissions"
        raise UserError(
            f"Dagster's folder {home} cannot be written ({error.strerror or error}): {remedy}, or set DAGSTER_HOME to another folder"
        ) from error
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ[WAREHOUSE_VARIABLE] = str(warehouse)
    return home
