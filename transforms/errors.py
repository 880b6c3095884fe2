"""The error that reaches a user.

Belongs here: the one base class, and how what a check says is told. Does not: what goes wrong where; each room raises its own subclass.
"""

from __future__ import annotations


class UserError(Exception):
    """Something that a user can mend; the message is one line that names the remedy."""


def said_by_check(message: str) -> str:
    """What a check of a field says, without what pydantic sets before it."""
    return message.removeprefix("Value error, ")
