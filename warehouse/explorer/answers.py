"""Read what was found into the documents that the API answers.

Belongs here: from the results of find/ to the shapes of documents.py. Does not: the shapes, finding (find/), addresses (api.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from warehouse.explorer.documents import (
    Actor,
    Actors,
    ActorWithPartners,
    Article,
    ArticleInList,
    Articles,
    Count,
    Dated,
    DateExpression,
    DensityBar,
    DensityStrip,
    Event,
    Events,
    EventType,
    EventTypes,
    EventWithEvidence,
    Mention,
    Partner,
    Source,
    Sources,
    SqlColumn,
    SqlRows,
    Status,
    Summary,
)
from warehouse.explorer.find.actors import ActorFound, ActorLine, ActorsPage
from warehouse.explorer.find.articles import ArticleFound, ArticleLine, ArticlesPage
from warehouse.explorer.find.events import EventFound, EventsPage
from warehouse.explorer.find.overview import TypeLine
from warehouse.explorer.find.sources import SourceLine
from warehouse.explorer.find.sql import SqlFound, json_value
from warehouse.explorer.matches import Density, Matches
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry
from warehouse.timeline.render.document import actor_document, evidence_document
from warehouse.upkeep.status import WarehouseStatus


def event(entry: Entry) -> Event:
    """One event of a list."""
    told = entry.summary[0] if entry.summary else None
    return Event(
        event_id=entry.event_id,
        start_date=entry.start_date,
        end_date=entry.end_date,
        precision=entry.precision,
        edtf=entry.edtf,
        when=entry.when,
        date_basis=entry.date_basis,
        headline=entry.headline,
        event_type=entry.event_type,
        status=entry.status,
        actors=[actor_document(actor) for actor in entry.actors],
        place=entry.place,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        n_mentions=entry.n_mentions,
        n_articles=entry.n_articles,
        n_sources=entry.n_sources,
        sources=list(entry.sources),
        first_reported_date=entry.first_reported_date,
        last_reported_date=entry.last_reported_date,
        confidence=entry.confidence,
        quote=told.text if told else None,
        quote_source=told.source if told else None,
    )


def events(page: EventsPage, unknown_names: dict[str, list[str]]) -> Events:
    """A page of events."""
    return Events(
        n_events=page.matches.n_events,
        previous=str(page.previous) if page.previous else None,
        next=str(page.next) if page.next else None,
        events=[event(entry) for entry in page.entries],
        unknown_names=unknown_names,
    )


def event_with_evidence(found: EventFound) -> EventWithEvidence:
    """One event."""
    return EventWithEvidence(
        event=event(found.entry),
        reported_dates=[Dated(**_dated(each.when), n_mentions=each.n_mentions) for each in found.reported],
        n_quotes=found.n_quotes,
        next=found.next,
        evidence=[evidence_document(quote) for quote in found.quotes],
    )


def _dated(when: When) -> dict[str, Any]:
    return {
        "start_date": when.start,
        "end_date": when.end,
        "precision": when.precision,
        "edtf": when.edtf,
        "when": when.words,
        "date_basis": when.basis,
    }


def summary(matches: Matches) -> Summary:
    """The counts of a filter."""
    counts = {name: [Count(value=value, n_events=n) for value, n in facet] for name, facet in matches.facets.items()}
    return Summary(
        n_events=matches.n_events,
        n_dated=matches.n_dated,
        event_types=counts["event_type"],
        statuses=counts["status"],
        precisions=counts["precision"],
        date_bases=counts["date_basis"],
        density=_density(matches.density) if matches.density else None,
    )


def _density(density: Density) -> DensityStrip:
    return DensityStrip(
        unit=density.unit,
        first_date=density.first,
        last_date=density.last,
        n_earlier=density.n_earlier,
        n_later=density.n_later,
        bars=[
            DensityBar(first_date=bar.first, last_date=bar.last, n_events=bar.n_events, n_rough=bar.n_rough)
            for bar in density.bars
        ],
    )


def articles(page: ArticlesPage) -> Articles:
    """A page of articles."""
    return Articles(next=page.next, articles=[_article_in_list(line) for line in page.articles])


def _article_in_list(line: ArticleLine) -> ArticleInList:
    return ArticleInList(**{name: getattr(line, name) for name in ArticleInList.model_fields})


def article(found: ArticleFound) -> Article:
    """One article."""
    return Article(
        **{name: getattr(found, name) for name in Article.model_fields if name not in ("date_expressions", "mentions")},
        date_expressions=[
            DateExpression(
                start=each.start,
                end=each.end,
                text=each.text,
                type=each.type,
                value=each.value,
                start_date=each.when.start,
                end_date=each.when.end,
                precision=each.when.precision,
                date_basis=each.when.basis,
            )
            for each in found.dates
        ],
        mentions=[
            Mention(
                headline=each.title,
                when=each.when.words,
                **each.offsets._asdict(),
                **{name: getattr(each, name) for name in ("mention_id", "event_id", "event_type", "status")},
            )
            for each in found.mentions
        ],
    )


def _actor(line: ActorLine) -> Actor:
    return Actor(**{name: getattr(line, name) for name in Actor.model_fields})


def actors(page: ActorsPage) -> Actors:
    """A page of actors."""
    return Actors(next=page.next, actors=[_actor(line) for line in page.actors])


def actor(found: ActorFound) -> ActorWithPartners:
    """One actor."""
    return ActorWithPartners(
        actor=_actor(found.actor),
        summary=summary(found.matches),
        partners=[Partner(name=name, n_events=n) for name, n in found.partners],
    )


def source(line: SourceLine) -> Source:
    """One outlet."""
    return Source(**{name: getattr(line, name) for name in Source.model_fields})


def sources(lines: Iterable[SourceLine]) -> Sources:
    """All outlets."""
    return Sources(sources=[source(line) for line in lines])


def event_types(lines: Iterable[TypeLine]) -> EventTypes:
    """All event types."""
    return EventTypes(
        event_types=[
            EventType(**{name: _as_list(getattr(line, name)) for name in EventType.model_fields}) for line in lines
        ]
    )


def _as_list(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def sql_rows(found: SqlFound) -> SqlRows:
    """The rows of a statement.

    Raises:
        BadRequestError: reading them into the document takes too long.
    """
    return SqlRows(
        columns=[SqlColumn(name=name, type=str(dtype)) for name, dtype in found.rows.schema.items()],
        rows=[_sql_row(found, row) for row in found.rows.iter_rows()],
        has_more=found.has_more,
        seconds=round(found.seconds, 4),
    )


def _sql_row(found: SqlFound, row: tuple[Any, ...]) -> list[Any]:
    found.deadline.check()
    return [json_value(value) for value in row]


def status(found: WarehouseStatus) -> Status:
    """The whole warehouse."""
    run = found.last_run
    return Status(
        rows=dict(found.rows),
        first_date=found.first_date,
        last_date=found.last_date,
        n_undated=found.n_undated,
        n_runs=found.n_runs,
        last_run_started_at=run["started_at"] if run else None,
        last_run_state=run["state"] if run else None,
        refused=dict(found.rejects),
    )
