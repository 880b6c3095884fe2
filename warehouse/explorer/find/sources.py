"""Sources: the outlets, what they published and how much of it reports events.

Belongs here: counts per outlet. Does not: articles (articles.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from warehouse.asking.user_sql import missing_marts
from warehouse.explorer.errors import NotFoundError
from warehouse.explorer.store import Store
from warehouse.loading.outlets import OUTLET


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One outlet: its articles (how many repeat another one), the events that they report, first and last day of publication."""

    name: str
    n_articles: int
    n_near_duplicates: int
    n_events: int
    first_published: date | None
    last_published: date | None


_SOURCES: Final = f"""
    with published as (
        select {OUTLET} as name, count(*) as n_articles, count(near_duplicate_of) as n_near_duplicates, min(published_date) as first_published,
            max(published_date) as last_published
        from raw.articles where source is not null group by name
    ),
    reported as (select source as name, count(*) as n_events from main.sources_per_event group by source)
    select name, n_articles, n_near_duplicates, coalesce(n_events, 0), first_published, last_published
    from published left join reported using (name) order by n_articles desc, name
"""


def all_sources(store: Store) -> tuple[SourceLine, ...]:
    """All outlets, those with the most articles first.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered("sources", lambda db, _: _all_sources(db))


def _all_sources(db: duckdb.DuckDBPyConnection) -> tuple[SourceLine, ...]:
    with missing_marts():
        return tuple(SourceLine(*row) for row in db.execute(_SOURCES).fetchall())


def source_found(store: Store, name: str) -> SourceLine:
    """One outlet by its name.

    Raises:
        NotFoundError: there is no such outlet.
        WarehouseError: the warehouse cannot be read.
    """
    found = next((source for source in all_sources(store) if source.name == name), None)
    if found is None:
        raise NotFoundError(f"there is no source {name[:80]!r}: look for the name in the list of sources")
    return found
