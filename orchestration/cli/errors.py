"""Errors that a user can mend, and exit statuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

EXIT_FAILED = 1
EXIT_USAGE = 2


class UserError(Exception):
    """One clear line that names the remedy."""


@contextmanager
def user_errors() -> Iterator[None]:
    """Turn the errors of the rooms below that a user can mend into one line each."""
    from orchestration.sources import SourceError
    from transforms.events import OntologyError
    from warehouse.connection import WarehouseError

    try:
        yield
    except (SourceError, OntologyError, WarehouseError) as error:
        raise UserError(str(error)) from error
