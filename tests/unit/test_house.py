"""The rooms of the house: which may import which, and what the pure one may not touch."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RANK = {"transforms": 0, "warehouse": 1, "orchestration": 2}
# the rooms of transforms/events in the order of its README; those of one rank ask each other
EVENT_RANK = {
    "words": 0,
    "texts": 1,
    "actors": 2,
    "clauses": 3,
    "triggers": 4,
    "roles": 5,
    "status": 5,
    "dating": 5,
    "context": 6,
}
IMPURE = {"duckdb", "dagster", "httpx", "requests", "socket", "os", "subprocess"}
MODULES = sorted(path for room in RANK for path in (ROOT / room).rglob("*.py"))


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            names.add((node.module or "").split(".")[0])
    return names


def rooms_imported_by(path: Path) -> set[str]:
    """The rooms of transforms/events from which a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [(node.module or "").split(".") for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {parts[2] for parts in modules if parts[:2] == ["transforms", "events"] and parts[2:3]} & EVENT_RANK.keys()


def test_there_are_modules_to_check():
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path):
    room = path.relative_to(ROOT).parts[0]
    higher = {name for name in imported_names(path) if RANK.get(name, -1) > RANK[room]}
    assert not higher


@pytest.mark.parametrize("room", EVENT_RANK)
def test_rooms_of_events_import_from_those_above_them_only(room: str):
    files = list((ROOT / "transforms/events" / room).rglob("*.py"))
    below = {
        path.name: {name for name in rooms_imported_by(path) if EVENT_RANK[name] > EVENT_RANK[room]} for path in files
    }
    assert files
    assert not {name: rooms for name, rooms in below.items() if rooms}


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.is_relative_to(ROOT / "transforms")], ids=lambda path: path.name
)
def test_transforms_touch_neither_world_nor_database(path: Path):
    assert not imported_names(path) & IMPURE


@pytest.mark.parametrize(
    "path", [p for p in MODULES if not p.is_relative_to(ROOT / "orchestration")], ids=lambda path: path.name
)
def test_only_orchestration_imports_dagster(path: Path):
    assert "dagster" not in imported_names(path)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body


def files_named_but_missing(path: Path, text: str) -> set[str]:
    """The Python files that a text of the file at `path` names and that stand neither beside it nor beside a folder that holds it."""
    named = set(re.findall(r"(?<![\w./*-])[\w/-]+\.py\b", text))
    around = [folder for folder in path.parents if folder.is_relative_to(ROOT)]
    return {name for name in named if not any((folder / name).is_file() for folder in around)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_a_docstring_names_stand_there(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = [ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, documented)]
    assert not files_named_but_missing(path, "\n".join(docstrings))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "dbt_like_sql").rglob("*.sql")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_files_that_a_model_names_stand_there(path: Path):
    assert not files_named_but_missing(path, path.read_text(encoding="utf-8"))


def test_duckdb_is_connected_to_in_one_place_only():
    callers = [p.relative_to(ROOT) for p in MODULES if "duckdb.connect(" in p.read_text(encoding="utf-8")]
    assert callers == [Path("warehouse/connection.py")]


def _calls(tree: ast.AST) -> set[tuple[str, str]]:
    """The methods called on what another call gives: `db.execute(sql).fetchone()` is ("execute", "fetchone")."""
    return {
        (node.func.value.func.attr, node.func.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Call)
        and isinstance(node.func.value.func, ast.Attribute)
    }


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.is_relative_to(ROOT / "warehouse")], ids=lambda path: path.name
)
def test_results_are_read_in_ways_that_duckdb_1_and_2_share(path: Path):
    # in 2 a result of `execute` gives no frames, and blocks its connection until it is read to its end; a relation has no rows to fetch one by one
    frames = {("execute", name) for name in ("pl", "arrow", "fetch_arrow_table", "fetchone", "fetchmany")}
    assert not _calls(ast.parse(path.read_text(encoding="utf-8"))) & (
        frames | {("sql", "fetchone"), ("sql", "fetchmany")}
    )
