"""What an address of the explorer may come to instead of an answer.

Belongs here: errors with their meaning in HTTP. Does not: pages that show them (pages/frame.py), problems of the warehouse (warehouse/errors.py).
"""

from __future__ import annotations

from datetime import date

from transforms.errors import UserError


class BadRequestError(UserError):
    """An address asks for something that cannot be; the message names the remedy."""


class NoPlaceError(BadRequestError):
    """What a page is to begin after is no place in its list."""

    def __init__(self) -> None:
        super().__init__("the parameter after is no place in the list: take it from a link or from `next` of an answer")


class NotFoundError(UserError):
    """There is no such event, article, actor or source."""


class GoneError(UserError):
    """The event was there once: the articles that reported it no longer do."""


class MovedError(UserError):
    """The event has another id now."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"now {event_id}")
        self.event_id = event_id


class IsDayError(UserError):
    """What was asked for is no event but a day, as timelines of days have them."""

    def __init__(self, day: date) -> None:
        super().__init__(f"{day} is a day")
        self.day = day
