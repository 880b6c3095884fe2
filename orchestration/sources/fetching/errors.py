"""What can go wrong when an address is fetched.

Belongs here: the one exception and the statuses of HTTP that raise it. Does not: connecting, retrying.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Final

PASSING: Final = frozenset({408, 425, 429, *range(500, 600)})
"""Statuses that may be gone on another attempt."""
FORBIDDING: Final = frozenset({401, 402, 403, 407, 451})


class FetchError(Exception):
    """An address gave no bytes.

    reason: a schema REJECT_REASONS word. is_passing: whether asking again can help. is_final: not in this run. retry_at: not before this
    moment, as the server says.
    """

    def __init__(
        self,
        reason: str,
        detail: str,
        *,
        is_passing: bool = False,
        is_final: bool = False,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.is_passing = is_passing
        self.asks_again = is_passing and not is_final
        self.retry_at = retry_at


def of_declared(error: FetchError) -> FetchError:
    """The error of an address that sources.toml names: where it will not pass by itself, that is the place to look at."""
    if error.is_passing or error.reason != "unreachable":
        return error
    return FetchError(error.reason, f"{error.detail}; check the address in sources.toml")


def of_status(status: int, retry_at: datetime | None = None) -> FetchError:
    """What a status other than success and redirect means."""
    try:
        words = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        words = str(status)
    if status in PASSING:
        return FetchError("unreachable", f"the server answers {words}", is_passing=True, retry_at=retry_at)
    return FetchError("disallowed" if status in FORBIDDING else "unreachable", f"the server answers {words}")
