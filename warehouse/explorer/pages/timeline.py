"""The timeline page: filters, the density strip, and a page of entries under years and months.

Belongs here: values of timeline.html. Does not: what a filter lets through (matches.py), which entries a page holds (find/events.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from transforms.errors import UserError
from transforms.schema import DATE_BASES, PRECISIONS, STATUSES
from warehouse.asking.filters import EventFilter
from warehouse.explorer.find.events import LATEST, EventsPage, events_page, names_nowhere
from warehouse.explorer.find.overview import all_types
from warehouse.explorer.html import render
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.pages.strip import kept_strip
from warehouse.explorer.params import EventsParams, FilterParams
from warehouse.explorer.store import Store
from warehouse.timeline.dates import BASES
from warehouse.timeline.order import by_year_and_month
from warehouse.timeline.title import title_of

_CHIPS: Final = {
    "query": "words",
    "since": "from",
    "until": "to",
    "min_sources": "at least so many sources",
    "as_of": "as known on",
    "basis": "date",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a filter can have: how many of the events shown have it (None: not counted), and whether it is chosen."""

    value: str
    label: str
    n_events: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition of the filter, in words, and the address without it."""

    name: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class Meant:
    """A name that no event has, and those that are spelled nearly so: each with the address of its events."""

    asked: str
    names: tuple[tuple[str, str], ...]


def timeline_page(store: Store, params: EventsParams) -> str:
    """The HTML of the page."""
    page = events_page(store, params)
    # what depends on the filter alone is drawn once for all pages of the list
    filter = params.only_filter()
    address = filter.address()
    return render(
        "timeline.html",
        params=params,
        page=page,
        title="All events" if not address else title_of(params.filter()),
        years=by_year_and_month([entry for entry in page.entries if entry.start_date]),
        undated=[entry for entry in page.entries if not entry.start_date],
        strip=kept_strip(store, filter),
        form=store.kept(("form", address), page.catalogue, lambda: _form(store, filter, page)),
        chips=list(_chips(filter)),
        meant=list(_meant(store, filter, page.matches.n_events)),
        problem=None,
        latest=LATEST,
        **frame(store, "Timeline"),
    )


def refused_timeline_page(store: Store, given: Iterable[tuple[str, str]], problem: UserError) -> str:
    """The page with the form as it was filled in, and what is wrong with it."""
    values: dict[str, Any] = {}
    names = {field.alias or name: name for name, field in FilterParams.model_fields.items()}
    for alias, value in given:
        name = names.get(alias)
        if name and isinstance(FilterParams.model_fields[name].default, list):
            values.setdefault(name, []).append(value)
        elif name:
            values[name] = value
    params = EventsParams.model_construct(**values)
    return render(
        "timeline.html",
        params=params,
        page=None,
        title="Timeline",
        years=[],
        undated=[],
        strip="",
        form=_form(store, params, None),
        chips=[],
        meant=[],
        problem=str(problem),
        latest=LATEST,
        **frame(store, "Timeline"),
    )


def _chips(params: FilterParams) -> Iterable[Chip]:
    for name, field in FilterParams.model_fields.items():
        given = getattr(params, name)
        alias = field.alias or name
        for value in given if isinstance(given, list) else [given] if given else []:
            others = [other for other in given if other != value] if isinstance(given, list) else None
            rest = params.address(**{alias: others})
            yield Chip(_CHIPS.get(name, name), str(value).replace("_", " "), f"/?{rest}" if rest else "/")


def _meant(store: Store, params: FilterParams, n_events: int) -> Iterable[Meant]:
    unknown = names_nowhere(store, params.filter(), n_events)
    for field, given in (("actor", params.actor), ("place", params.place)):
        for asked in given:
            if asked in unknown:
                others = [other for other in given if other != asked]
                names = ((name, f"/?{params.address(**{field: [*others, name]})}") for name in unknown[asked])
                yield Meant(asked, tuple(names))


def _form(store: Store, params: FilterParams, page: EventsPage | None) -> Markup:
    """The form as it is filled in; it offers what occurs in the warehouse, families of types with their types."""
    facets = {name: dict(counts) for name, counts in page.matches.facets.items()} if page else {}
    _, everything = store.matches(EventFilter())
    occurring = {name: dict(counts) for name, counts in everything.facets.items()}
    families: dict[str, list[Option]] = {}
    for line in all_types(store):
        if line.n_events or line.event_type in params.type:
            option = _option(line.event_type, line.label, facets.get("event_type"), params.type)
            families.setdefault(line.family or "other", []).append(option)
    form = render(
        "filters.html",
        params=params,
        n_conditions=len(list(_chips(params))),
        families=families,
        statuses=_options(STATUSES, occurring["status"], facets.get("status"), params.status),
        bases=_options(DATE_BASES, occurring["date_basis"], facets.get("date_basis"), params.basis, BASES),
        precisions=_options(PRECISIONS, occurring["precision"], facets.get("precision"), params.precision),
    )
    return Markup(form)


def _options(
    values: Iterable[str],
    occurring: dict[str, int],
    counts: dict[str, int] | None,
    chosen: list[str],
    labels: dict[str, str] | None = None,
) -> list[Option]:
    return [
        _option(value, (labels or {}).get(value, value), counts, chosen)
        for value in values
        if value in occurring or value in chosen
    ]


def _option(value: str, label: str, counts: dict[str, int] | None, chosen: list[str]) -> Option:
    """Where others are chosen, what was not chosen has no count: its events are not among those shown."""
    counted = counts is not None and (not chosen or value in chosen)
    return Option(value, label, (counts or {}).get(value, 0) if counted else None, value in chosen)
