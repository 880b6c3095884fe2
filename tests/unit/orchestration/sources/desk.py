"""A folder with sources.toml and a warehouse that collects from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from orchestration.collect import collect, collect_files, read_again
from orchestration.sources import Sources
from orchestration.sources.config import parse_sources
from warehouse.connection import Warehouse
from warehouse.load import LoadCounts

QUICK = """
[fetching]
seconds_between_requests = 0
backoff_seconds = 0.01
timeout_seconds = 5
deadline_seconds = 10
max_megabytes = 1
"""


class Desk:
    """A folder with sources.toml and a warehouse; each `run` is one run on the sources as they are declared then."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.warehouse = Warehouse(folder / "w.duckdb")
        self.n_runs = 0
        self.text = ""

    def declare(self, text: str, fetching: str = QUICK) -> None:
        self.text = fetching + text

    @property
    def sources(self) -> Sources:
        return parse_sources(self.text, self.folder / "sources.toml")

    def run(self) -> LoadCounts:
        self.n_runs += 1
        return collect(self.warehouse, self.sources, self.sources.chosen([], []), f"run-{self.n_runs}")

    def run_on(self, *paths: str, again: bool = False) -> LoadCounts:
        self.n_runs += 1
        named = [self.folder / path for path in paths]
        return collect_files(self.warehouse, named, f"run-{self.n_runs}", again=again)

    def reread(self) -> LoadCounts:
        self.n_runs += 1
        return read_again(self.warehouse, self.sources, self.sources.chosen([], []), f"run-{self.n_runs}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with self.warehouse.reading() as db:
            return db.sql(query).fetchall()

    def change(self, statement: str) -> None:
        with self.warehouse.writing() as db:
            db.execute(statement)


def declare_files(desk: Desk, *paths: str) -> None:
    desk.declare(f'[sources.files]\nkind = "folder"\npaths = {json.dumps(paths)}\n')


def line(article_id: str, text: str = "The minister met the council on Monday.") -> str:
    return (
        json.dumps({"id": article_id, "published": "2023-03-21", "title": f"Title {article_id}", "text": text}) + "\n"
    )
