"""What stands around every page: the way to the other pages, which warehouse this is.

Belongs here: values of base.html. Does not: values of single pages.
"""

from __future__ import annotations

from typing import Any, Final

from transforms.errors import UserError
from warehouse.explorer.html import render
from warehouse.explorer.store import Store

WAYS: Final = (
    ("Timeline", "/"),
    ("Actors", "/actors"),
    ("Sources", "/sources"),
    ("Articles", "/articles"),
    ("SQL", "/sql"),
    ("API", "/api"),
)


def frame(store: Store, here: str) -> dict[str, Any]:
    """The values of the frame of a page; `here` is the way that leads to it."""
    return {"ways": WAYS, "here": here, "warehouse": store.path.name, "is_old": store.is_old}


def problem_page(store: Store, title: str, problem: UserError | str, *, refresh: int | None = None) -> str:
    """A page that says why there is no other, and what to do."""
    return render("problem.html", title=title, problem=str(problem), refresh=refresh, **frame(store, ""))
