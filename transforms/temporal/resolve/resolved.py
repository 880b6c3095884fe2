"""The outcome of resolving.

Belongs here: its shape and how it is made. Does not: the rules (calendar_dates.py, counted.py, parts.py).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from transforms.temporal.context import Context, Span
from transforms.temporal.interval import Basis
from transforms.temporal.meaning import Meaning
from transforms.temporal.period import Period

# by names of their own: Python 3.11 takes 0.1 to 0.3 us to look up a member of an enumeration
_RELATIVE: Final = Basis.RELATIVE
_NARRATIVE: Final = Basis.NARRATIVE


class Resolved(NamedTuple):
    """A period or a bare TIMEX3 value, with its basis (null for values that are no date) and the reason for people."""

    period: Period | None
    value: str | None
    basis: Basis | None
    reason: str


UNRESOLVED: Final = Resolved(None, None, None, "nothing in the text or its publication date says which")


def dated(period: Period, basis: Basis, reason: str) -> Resolved:
    """A resolved date."""
    return Resolved(period, period.value, basis, reason)


def as_written(period: Period) -> Resolved:
    """A date that needs no context."""
    return dated(period, Basis.EXPLICIT, "as written")


def relative_basis(context: Context, anchor: Period) -> Basis:
    """Relative to the publication, or narrative when the anchor is another date of the text."""
    return _RELATIVE if context.is_today(anchor) else _NARRATIVE


def year_anchor(meaning: Meaning, context: Context, span: Span) -> Period | None:
    """The year that a month, season or quarter counts from: "of that year" counts from the last one named, also in passing."""
    if meaning.of_last:
        return context.aside_before("year", span[0]) or context.last("year")
    return context.anchor("year")


def anchor_words(context: Context, anchor: Period) -> str:
    """The anchor for people: "published Tuesday 2023-03-21" or "counted from 1941-06"."""
    if context.is_today(anchor):
        return context.published
    return f"counted from {anchor.value}"
