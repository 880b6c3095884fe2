"""The API: every address, what it may ask for and what it answers, in one table that the OpenAPI description is made of.

Belongs here: addresses of the API. Does not: shapes (documents.py), the description's form (openapi.py), pages for people (pages/).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from warehouse.asking.periods import last_day
from warehouse.explorer import answers, documents
from warehouse.explorer.find import actors, articles, events, overview, sources, sql
from warehouse.explorer.params import (
    ArticleParams,
    ArticlesParams,
    EventParams,
    EventsParams,
    FilterParams,
    ListParams,
    NameParams,
    Params,
    SqlFileParams,
)
from warehouse.explorer.store import Store

MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


@dataclass(frozen=True, slots=True)
class File:
    """An answer that is a file and no JSON; `has_more` when a limit cut it."""

    name: str
    media_type: str
    content: bytes
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its path, parameters and answer. `can_miss` when what is asked for may not exist, `can_move` when an id may have changed."""

    path: str
    name: str
    summary: str
    params: type[Params]
    answer: type[BaseModel]
    answered: Callable[..., BaseModel | File]
    can_miss: bool = False
    can_move: bool = False
    files: tuple[str, ...] = ()


def _events(store: Store, params: EventsParams) -> BaseModel:
    page = events.events_page(store, params)
    return answers.events(page, events.names_nowhere(store, params.filter(), page.matches.n_events))


def _summary(store: Store, params: FilterParams) -> BaseModel:
    return answers.summary(store.matches(params.filter())[1])


def _event(store: Store, params: EventParams, event_id: str) -> BaseModel:
    found = events.event_found(store, event_id, params.after, last_day("as_of", params.as_of or None))
    return answers.event_with_evidence(found)


def _types(store: Store, params: Params) -> BaseModel:
    return answers.event_types(overview.all_types(store))


def _articles(store: Store, params: ArticlesParams) -> BaseModel:
    return answers.articles(articles.articles_page(store, params))


def _article(store: Store, params: ArticleParams) -> BaseModel:
    return answers.article(articles.article_found(store, params.id))


def _actors(store: Store, params: ListParams) -> BaseModel:
    return answers.actors(actors.actors_page(store, params))


def _actor(store: Store, params: NameParams) -> BaseModel:
    return answers.actor(actors.actor_found(store, params.name))


def _sources(store: Store, params: Params) -> BaseModel:
    return answers.sources(sources.all_sources(store))


def _source(store: Store, params: NameParams) -> BaseModel:
    return answers.source(sources.source_found(store, params.name))


def _sql(store: Store, params: SqlFileParams) -> BaseModel | File:
    if params.format == "json":
        return answers.sql_rows(sql.sql_found(store, params.sql))
    found = sql.sql_found(store, params.sql, sql.FILE_ROWS, max_bytes=sql.FILE_BYTES)
    content = sql.as_csv(found) if params.format == "csv" else sql.as_parquet(found.rows)
    found.deadline.check()
    name = f"dateline-first-{sql.FILE_ROWS}-rows" if found.has_more else "dateline"
    return File(f"{name}.{params.format}", MEDIA_TYPES[params.format], content, found.has_more)


def _status(store: Store, params: Params) -> BaseModel:
    return answers.status(overview.overview(store))


ADDRESSES: Final = (
    Address("/api/events", "list_events", "Events in order of time", EventsParams, documents.Events, _events),
    Address(
        "/api/events/{event_id}", "read_event", "One event with its evidence", EventParams, documents.EventWithEvidence, _event, can_miss=True, can_move=True
    ),
    Address("/api/summary", "summarise_events", "How many events, of which kinds, and when", FilterParams, documents.Summary, _summary),
    Address("/api/types", "list_types", "Event types", Params, documents.EventTypes, _types),
    Address("/api/actors", "list_actors", "Actors, the most active first", ListParams, documents.Actors, _actors),
    Address("/api/actor", "read_actor", "One actor and whom it acts with", NameParams, documents.ActorWithPartners, _actor, can_miss=True),
    Address("/api/sources", "list_sources", "Outlets", Params, documents.Sources, _sources),
    Address("/api/source", "read_source", "One outlet", NameParams, documents.Source, _source, can_miss=True),
    Address("/api/articles", "list_articles", "Articles, the latest first", ArticlesParams, documents.Articles, _articles),
    Address("/api/article", "read_article", "One article with its dates and events", ArticleParams, documents.Article, _article, can_miss=True),
    Address("/api/sql", "run_sql", "Rows of one read-only SQL statement", SqlFileParams, documents.SqlRows, _sql, files=tuple(MEDIA_TYPES)),
    Address("/api/status", "read_status", "What the warehouse holds", Params, documents.Status, _status),
)  # fmt: skip


@cache
def description() -> dict[str, Any]:
    """The OpenAPI description of all addresses."""
    from warehouse.explorer.openapi import describe

    return describe(ADDRESSES, {name: MEDIA_TYPES[name].partition(";")[0] for name in MEDIA_TYPES})
