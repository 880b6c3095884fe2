"""The page for the reader's own SQL.

Belongs here: values of sql.html, cells in words. Does not: running it (find/sql.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from numbers import Number
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from transforms.errors import UserError
from warehouse.explorer.find.sql import EXAMPLES, FILE_ROWS, SECONDS, SHOWN_ROWS, all_tables, json_value, sql_found
from warehouse.explorer.html import link, render
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.params import SqlParams
from warehouse.explorer.store import Store
from warehouse.timeline.render.plain import plain

CELL_LENGTH: Final = 300
# Characters up to which a cell stays on one line, and from which on it gets a width of its own.
SHORT: Final = 24
LONG: Final = 80


class Cell(NamedTuple):
    """One value of a row: in words (None: null), its classes, and the page it leads to ("" where none)."""

    words: str | None
    look: str
    href: str


def sql_page(store: Store, params: SqlParams, problem: UserError | None = None) -> str:
    """The HTML of the page; with `problem` it shows what is wrong with the statement and runs nothing."""
    described = all_tables(store)
    tables = store.kept("tables page", store.catalogue(), lambda: Markup(render("sql_tables.html", tables=described)))
    found = sql_found(store, params.sql) if params.sql and problem is None else None
    return render(
        "sql.html",
        params=params,
        found=found,
        rows=[list(_cells(found.rows.columns, row)) for row in found.rows.iter_rows()] if found else [],
        problem=str(problem) if problem else None,
        examples=_examples(),
        tables=tables,
        limits={"seconds": SECONDS, "shown": SHOWN_ROWS, "file": FILE_ROWS},
        **frame(store, "SQL"),
    )


@cache
def _examples() -> list[tuple[str, str]]:
    """What each example is called, and the address that runs it."""
    return [(name, link("/sql", sql=sql)) for name, sql in EXAMPLES]


def _cells(columns: list[str], row: tuple[Any, ...]) -> Iterator[Cell]:
    for column, value in zip(columns, row, strict=True):
        if value is None:
            yield Cell(None, "nowrap", "")
            continue
        words = plain(str(json_value(value) if isinstance(value, bytes | list | dict) else value), CELL_LENGTH)
        look = "nowrap" if len(words) <= SHORT else "long" if len(words) > LONG else ""
        yield Cell(words, f"number {look}" if isinstance(value, Number) else look, _page(column, value))


def _page(column: str, value: object) -> str:
    if column == "event_id":
        return f"/events/{quote(str(value), safe='')}"
    return link("/article", id=value) if column == "article_id" else ""
