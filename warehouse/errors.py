"""What goes wrong with a warehouse, said to people in one line.

Belongs here: the error that every module of the warehouse raises, and what is told of DuckDB's own. Does not: how it is found or shown.
"""

from __future__ import annotations

from transforms.errors import UserError


class WarehouseError(UserError):
    """A warehouse cannot do what was asked; the message is one line and names the remedy."""


def first_line(error: BaseException) -> str:
    """The first line of an error's message."""
    return str(error).strip().partition("\n")[0]
