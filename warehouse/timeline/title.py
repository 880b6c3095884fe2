"""Name a timeline after what was asked for.

Belongs here: a filter in people's words. Does not: what a filter lets through (warehouse/asking/filters.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from warehouse.timeline.dates import BASES, When, period_in_words

if TYPE_CHECKING:
    from warehouse.queries import EventFilter

EVERYTHING: Final = "Timeline"
# How a date is known, behind "dates".
_BASES: Final = BASES | {"published": "of publication"}
_PRECISIONS: Final = {"days": "known to several days", "unknown": "not known exactly"}


def title_of(filter: EventFilter) -> str:
    """`Xi Jinping or Vladimir Putin, denied visit, in Moscow, March 2023, dates written out`; `Timeline` when nothing was asked for."""
    title = ", ".join(_parts(filter)) or EVERYTHING
    return title[0].upper() + title[1:]


def title_of_comparison(filter: EventFilter, subjects: tuple[str, str]) -> str:
    """`Xi | Putin, denied events, March 2023`: two subjects, and what is asked of both."""
    return ", ".join([" | ".join(subjects), *_parts(replace(filter, actor=None, query=None))])


def _parts(filter: EventFilter) -> list[str]:
    parts = [
        " or ".join(map(_unquoted, _several(filter.actor))),
        _what(_several(filter.status), _either(filter.event_type).replace("_", " ")),
        _behind("in ", _either(filter.place)),
        _quoted(filter.query or ""),
        _period(filter.since, filter.until),
        _behind("dates ", " or ".join(_BASES[name] for name in _several(filter.basis))),
        " or ".join(_PRECISIONS.get(name, f"known to the {name}") for name in _several(filter.precision)),
        f"reported by at least {filter.min_sources} sources" if (filter.min_sources or 0) > 1 else "",
    ]
    return [part for part in parts if part]


def _what(statuses: Sequence[str], types: str) -> str:
    """`denied visit`, `denied or alleged events`; a type alone where no status is asked for."""
    if not statuses:
        return types
    if list(statuses) == ["happened"]:
        return f"{types or 'events'} that happened"
    return f"{' or '.join(statuses)} {types or 'events'}"


def _quoted(query: str) -> str:
    words = query.replace('"', "").strip()
    return f"“{words}”" if words else ""


def _unquoted(name: str) -> str:
    """A name without the quotes that say that this one alone is meant."""
    from warehouse.asking.filters import name_in_quotes

    whole = name_in_quotes(name) or ""
    return whole if whole.strip() else name


def _behind(preposition: str, words: str) -> str:
    return preposition + words if words else ""


def _either(value: str | Sequence[str] | None) -> str:
    return " or ".join(_several(value))


def _several(value: str | Sequence[str] | None) -> list[str]:
    """The values that hold any words."""
    return [each for each in ([value] if isinstance(value, str) else value or ()) if each.strip()]


def _period(since: date | None, until: date | None) -> str:
    if since and until:
        return period_in_words(since, until, ("year", "month"))
    if since:
        return f"from {When(since, since, 'day').words}"
    return f"up to {When(until, until, 'day').words}" if until else ""
