"""The error that reaches a user.

Belongs here: the one base class. Does not: what goes wrong where; each room raises its own subclass.
"""


class UserError(Exception):
    """Something that a user can mend; the message is one line that names the remedy."""
