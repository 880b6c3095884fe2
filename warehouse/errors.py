"""What goes wrong with a warehouse, said to people in one line.

Belongs here: the error that every module of the warehouse raises. Does not: how it is found or shown.
"""

from __future__ import annotations

from transforms.errors import UserError


class WarehouseError(UserError):
    """A warehouse cannot do what was asked; the message is one line and names the remedy."""
