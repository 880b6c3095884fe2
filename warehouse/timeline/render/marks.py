"""Marks that say how sure a line is, the same in every format.

Belongs here: signs and words for precision and status, counts in words. Does not: layout of any format.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from transforms.temporal.interval import Precision
from warehouse.timeline.dates import When


class Mark(NamedTuple):
    """A sign, a machine's name for it (CSS classes), and what it means for people."""

    sign: str
    name: str
    meaning: str


DAY: Final = Mark("●", "day", "exact day")
SPAN: Final = Mark("━", "span", "exact days")
WINDOW: Final = Mark("◌", "window", "some day in between")
VAGUE: Final = Mark("░", "vague", "only roughly known")
NO_DATE: Final = Mark("·", "undated", "no date")
PRECISION_MARKS: Final = (DAY, SPAN, WINDOW, VAGUE, NO_DATE)

HAPPENED: Final = Mark("●", "happened", "reported as done")
# `happened` needs no mark in a list: it is what a timeline is about.
STATUS_MARKS: Final = {
    "ongoing": Mark("▶", "ongoing", "still going on"),
    "planned": Mark("◇", "planned", "announced, not reported as done"),
    "alleged": Mark("?", "alleged", "claimed, not confirmed"),
    "denied": Mark("✕", "denied", "somebody denies it"),
}


def precision_mark(when: When) -> Mark:
    """The mark for how exactly a date is known."""
    if when.start is None:
        return NO_DATE
    if when.is_window:
        return WINDOW
    if when.precision == Precision.DAY and when.start == when.end:
        return VAGUE if when.approximate else DAY
    if when.is_exact:
        return SPAN
    return VAGUE


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """`1 source`, `4 sources`, `1,200 sources`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def reporters(n_sources: int, n_articles: int) -> str:
    """`4 sources`; where no article says its source, `2 articles`."""
    return counted(n_sources, "source") if n_sources else counted(n_articles, "article")


def articles_told(n_articles: int, n_sources: int, joint: str = "of") -> str:
    """`3 articles of 2 sources`; without the sources where no article says its own."""
    articles = counted(n_articles, "article")
    return f"{articles} {joint} {counted(n_sources, 'source')}" if n_sources else articles
