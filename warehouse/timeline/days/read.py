"""Read what a timeline of days is made from: the articles on a subject, and the days that they name.

Belongs here: SQL and the shapes of its frames. Does not: weighing (salience.py), telling (tell.py).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.asking.query_words import query_pattern, says
from warehouse.loading.outlets import OUTLET

if TYPE_CHECKING:
    from datetime import date

    import duckdb

    from warehouse.queries import EventFilter

MANY_ARTICLES: Final = 50  # fewer articles than this do not show which days matter; their events are all told
MOST_ARTICLES: Final = 20_000  # the texts of more articles would not be read in a bearable time

_COLUMNS: Final = f"article_id, title, text, {OUTLET} as source, url, published_date, published_basis"
# small letters once for all words
_SEARCHED: Final = (
    "(select *, lower(text) as small_text, lower(article_title) as small_title from staging.stg_articles) as searched"
)


def asks_for_days(filter: EventFilter) -> bool:
    """Whether a filter names a subject and a period only; everything else it can ask is a matter of single events."""
    of_events = (
        filter.actor,
        filter.event_type,
        filter.place,
        filter.basis,
        filter.status,
        filter.precision,
        filter.min_sources,
    )
    return query_pattern(filter.query) is not None and not any(of_events)


def articles_on_subject(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> pl.DataFrame | None:
    """The dated articles that hold a word of the query, without near-duplicates; None when they are too few or too many for days.

    Columns: article_id, title, text, source, url, published_date, published_basis; by article_id.
    """
    found = db.sql(
        f"""
        with found as materialized (
            select {_COLUMNS}
            from {_SEARCHED}
            where not is_near_duplicate
                and {_is_on_subject(filter.query)}
                and published_date <= coalesce($as_of::date, published_date)
            -- who has seen too many need not look at the others
            limit {MOST_ARTICLES + 1}
        )
        select * from found where (select count(*) from found) between {MANY_ARTICLES} and {MOST_ARTICLES}
        """,
        params={"as_of": filter.as_of},
    ).pl()
    return found.sort("article_id") if found.height else None


def articles_of_day(db: duckdb.DuckDBPyConnection, day: date, query: str | None) -> pl.DataFrame:
    """The dated articles, without near-duplicates, that name a day or, with a query, hold a word of it and name that day or were published on it.

    Columns as of articles_on_subject.
    """
    is_on_subject = _is_on_subject(query) if query_pattern(query) else "true"
    published = "or published_date = $day" if query_pattern(query) else ""
    return db.sql(
        f"""
        select {_COLUMNS}
        from {_SEARCHED}
        where not is_near_duplicate and published_date is not null and {is_on_subject} and (
            article_id in (
                select article_id from staging.stg_date_expressions
                where precision = 'day' and earliest = $day and latest = $day
            )
            {published}
        )
        order by article_id
        """,
        params={"day": day},
    ).pl()


def _is_on_subject(query: str | None) -> str:
    """The SQL condition that an article holds a word of the query."""
    return f"({says('text', query, 'small_text')} or {says('article_title', query, 'small_title')})"


def named_days(db: duckdb.DuckDBPyConnection, articles: pl.DataFrame) -> pl.DataFrame:
    """The date expressions of these articles that mean one day.

    Columns: article_id, text_start, date_text, day, basis; by article_id and text_start.
    """
    return db.sql(
        """
        select article_id, text_start, text as date_text, earliest as day, basis
        from staging.stg_date_expressions
        where precision = 'day' and earliest = latest and article_id in (select unnest(from_json($ids, '["varchar"]')))
        order by article_id, text_start
        """,
        # one text: thousands of values take a second as parameters, and a tenth as constants
        params={"ids": json.dumps(articles["article_id"].to_list())},
    ).pl()
