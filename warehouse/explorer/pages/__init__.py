"""The pages for people: every address, its parameters and the template it fills. One module per subject that needs more than one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from warehouse.asking.filters import exactly
from warehouse.explorer.api import description
from warehouse.explorer.find import actors, articles, sources
from warehouse.explorer.html import render
from warehouse.explorer.pages.article import article_page
from warehouse.explorer.pages.event import event_page
from warehouse.explorer.pages.frame import frame
from warehouse.explorer.pages.sql import sql_page
from warehouse.explorer.pages.strip import kept_strip
from warehouse.explorer.pages.timeline import timeline_page
from warehouse.explorer.params import (
    ArticleParams,
    ArticlesParams,
    EventParams,
    EventsParams,
    FilterParams,
    ListParams,
    NameParams,
    Params,
    SqlParams,
)
from warehouse.explorer.store import Store


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path, its parameters, and what makes its HTML of the store, the parameters and the parts of the path."""

    path: str
    params: type[Params]
    made: Callable[..., str]


def _actors(store: Store, params: ListParams) -> str:
    return render("actors.html", page=actors.actors_page(store, params), params=params, **frame(store, "Actors"))


def _actor(store: Store, params: NameParams) -> str:
    found = actors.actor_found(store, params.name)
    exact = exactly(params.name)
    of_actor = FilterParams.model_construct(actor=[exact])
    return render("actor.html", found=found, exact=exact, strip=kept_strip(store, of_actor), **frame(store, "Actors"))


def _sources(store: Store, params: Params) -> str:
    found = sources.all_sources(store)
    table = store.kept("sources page", store.catalogue(), lambda: Markup(render("sources_table.html", sources=found)))
    return render("sources.html", table=table, **frame(store, "Sources"))


def _articles(store: Store, params: ArticlesParams) -> str:
    source = sources.source_found(store, params.source) if params.source else None
    page = articles.articles_page(store, params)
    return render("articles.html", page=page, params=params, source=source, **frame(store, "Articles"))


def _api(store: Store, params: Params) -> str:
    return render("api.html", description=description(), **frame(store, "API"))


PAGES: Final = (
    Page("/", EventsParams, timeline_page),
    Page("/events/{event_id}", EventParams, event_page),
    Page("/articles", ArticlesParams, _articles),
    Page("/article", ArticleParams, article_page),
    Page("/actors", ListParams, _actors),
    Page("/actor", NameParams, _actor),
    Page("/sources", Params, _sources),
    Page("/sql", SqlParams, sql_page),
    Page("/api", Params, _api),
)
