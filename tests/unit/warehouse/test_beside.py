"""Which of several warehouses in a folder a page and a folder of kept bytes belong to."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.collect import kept_bytes
from orchestration.sources import Sources
from warehouse.beside import path_beside
from warehouse.connection import Warehouse


def make(folder: Path, *names: str) -> None:
    for name in names:
        with Warehouse(folder / name).writing():
            pass


@pytest.mark.parametrize(
    ("warehouses", "others", "expected"),
    [
        (["a.duckdb"], [], {"a.duckdb": "a.html"}),
        (["a.db"], ["a.csv", "a.html"], {"a.db": "a.html"}),
        (["a.duckdb", "a.db"], [], {"a.duckdb": "a.html", "a.db": "a.db.html"}),
        (["a.duckdb", "a"], [], {"a.duckdb": "a.html", "a": "a.file.html"}),
        (["a.db", "a.ddb"], [], {"a.db": "a.db.html", "a.ddb": "a.ddb.html"}),
        (["a.db"], ["a.db.html"], {"a.db": "a.db.html"}),
        (["a.duckdb", "b.db"], [], {"a.duckdb": "a.html", "b.db": "b.html"}),
    ],
)
def test_each_warehouse_has_a_page_of_its_own(tmp_path: Path, warehouses, others, expected):
    make(tmp_path, *warehouses)
    for name in others:
        (tmp_path / name).write_text("no database")
    assert {name: path_beside(tmp_path / name, ".html").name for name in warehouses} == expected


def test_bytes_that_a_warehouse_has_kept_are_found_when_another_of_its_name_comes(tmp_path: Path):
    make(tmp_path, "a.db")
    old, declared = Warehouse(tmp_path / "a.db"), Sources()
    before = kept_bytes(old, declared).keep(b"before")
    assert (tmp_path / "a.fetched").is_dir()
    make(tmp_path, "a.duckdb")
    after = kept_bytes(old, declared).keep(b"after")
    assert [kept_bytes(old, declared).read(raw_hash) for raw_hash in (before, after)] == [b"before", b"after"]
    assert kept_bytes(Warehouse(tmp_path / "a.duckdb"), declared).read(after) is None
    (tmp_path / "a.duckdb").unlink()
    assert [kept_bytes(old, declared).read(raw_hash) for raw_hash in (before, after)] == [b"before", b"after"]
