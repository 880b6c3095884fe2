"""The page for the reader's own SQL.

Belongs here: values of sql.html. Does not: running it (find/sql.py).
"""

from __future__ import annotations

from markupsafe import Markup

from transforms.errors import UserError
from warehouse.explorer.find.sql import EXAMPLES, FILE_ROWS, SECONDS, SHOWN_ROWS, all_tables, sql_found
from warehouse.explorer.html import render
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.params import SqlParams
from warehouse.explorer.store import Store


def sql_page(store: Store, params: SqlParams, problem: UserError | None = None) -> str:
    """The HTML of the page; with `problem` it shows what is wrong with the statement and runs nothing."""
    described = all_tables(store)
    tables = store.kept("tables page", store.catalogue(), lambda: Markup(render("sql_tables.html", tables=described)))
    found = sql_found(store, params.sql) if params.sql and problem is None else None
    return render(
        "sql.html",
        params=params,
        found=found,
        problem=str(problem) if problem else None,
        examples=EXAMPLES,
        tables=tables,
        limits={"seconds": SECONDS, "shown": SHOWN_ROWS, "file": FILE_ROWS},
        **frame(store, "SQL"),
    )
