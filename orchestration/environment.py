"""Whether this machine has what Dateline needs: findings, each with its remedy.

Belongs here: Python, installed packages, disk, folders, sources.toml. Does not: the warehouse (warehouse/upkeep/health.py).
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from orchestration import __version__
from orchestration.paths import dagster_home
from orchestration.sources.config import load_sources, sources_path
from transforms.errors import UserError
from warehouse.upkeep.health import Finding

LEAST_PYTHON: Final = (3, 11)
LEAST_FREE_BYTES: Final = 2**30
GIGABYTE: Final = 2**30
DISTRIBUTION: Final = "dateline"


def environment_findings(warehouse: Path) -> list[Finding]:
    """What is right and wrong with this machine and the folder of the warehouse."""
    return [_python(), *_packages(), _reading(), *_disk(warehouse.parent), _home(warehouse), *_sources()]


def sources_in_use() -> frozenset[str] | None:
    """The names of the enabled sources that are declared here; None where no file says so, or one that is wrong."""
    path = sources_path()
    if path is None:
        return None
    try:
        return frozenset(load_sources(path).chosen([], []))
    except UserError:
        return None


def _python() -> Finding:
    words = f"Dateline {__version__} on Python {platform.python_version()}"
    if sys.version_info < LEAST_PYTHON:
        return Finding("error", words, f"install Python {'.'.join(map(str, LEAST_PYTHON))} or newer")
    return Finding("ok", words)


def _packages() -> Iterator[Finding]:
    """Each dependency that is missing or of another version than declared."""
    from packaging.requirements import Requirement

    try:
        declared = [Requirement(text) for text in requires(DISTRIBUTION) or ()]
    except PackageNotFoundError:
        yield Finding("warning", "Dateline is not installed as a package", "install it with `pip install .`")
        return
    needed = [
        requirement
        for requirement in declared
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    ]
    wrong = 0
    for requirement in needed:
        try:
            found = version(requirement.name)
        except PackageNotFoundError:
            found = ""
        if not found or not requirement.specifier.contains(found, prereleases=True):
            wrong += 1
            words = f"{requirement.name} {found or 'is missing'}; Dateline needs {requirement}"
            yield Finding("error", words, f"pip install '{requirement}'")
    yield Finding(
        "ok", f"{len(needed) - wrong} of {len(needed)} packages are installed as declared; DuckDB {version('duckdb')}"
    )


def _reading() -> Finding:
    spec = find_spec("transforms.temporal.find")
    if spec is not None and spec.origin is not None and not spec.origin.endswith(".py"):
        return Finding("ok", "dates and events are read by compiled modules")
    return Finding("ok", "dates and events are read by interpreted modules; `make compile` makes that faster")


def _disk(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield Finding("error", f"there is no folder {folder}", "make it, or name another warehouse with --warehouse")
        return
    if not os.access(folder, os.W_OK):
        yield Finding(
            "error", f"{folder} cannot be written", "change its permissions, or name another warehouse with --warehouse"
        )
    free = shutil.disk_usage(folder).free
    words = f"{free / GIGABYTE:.1f} GB free in {folder}"
    yield (
        Finding("ok", words)
        if free >= LEAST_FREE_BYTES
        else Finding("warning", words, "free some space; `dateline vacuum` may help")
    )


def _home(warehouse: Path) -> Finding:
    home = dagster_home(warehouse)
    if not home.exists():
        return Finding("ok", f"Dagster's folder {home} will be made by the first run")
    if not home.is_dir():
        return Finding("error", f"Dagster's folder {home} is a file", "move it away or set DAGSTER_HOME to a folder")
    if not os.access(home, os.W_OK):
        return Finding(
            "error", f"Dagster's folder {home} cannot be written", "change its permissions or set DAGSTER_HOME"
        )
    named = os.environ.get("DAGSTER_HOME")
    if named and not Path(named).is_absolute():
        return Finding(
            "warning",
            f"DAGSTER_HOME is {named}, which is another folder wherever a command runs, and Dagster's own commands refuse it",
            f"set it to {home}",
        )
    return Finding("ok", f"Dagster's folder is {home}")


def _sources() -> Iterator[Finding]:
    path = sources_path()
    if path is None:
        return
    try:
        sources = load_sources(path)
    except UserError as error:
        yield Finding("error", str(error), "`dateline sources --example` shows a file that is in order")
        return
    yield Finding("ok", f"{path} declares {len(sources.sources)} sources")
