"""What the API answers: the shape of every document, and reading answers into it.

Belongs here: the API's contract, from which its OpenAPI description is made. Does not: addresses (api.py), answering (find/).
Dates are ISO 8601 days, inclusive, null when undated; `when` is the date for people. Words from articles stand in it exactly as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from warehouse.explorer.find.actors import ActorFound, ActorLine, ActorsPage
from warehouse.explorer.find.articles import ArticleFound, ArticleLine, ArticlesPage
from warehouse.explorer.find.events import EventFound, EventsPage
from warehouse.explorer.find.overview import TypeLine
from warehouse.explorer.find.sources import SourceLine
from warehouse.explorer.find.sql import SqlFound, json_value
from warehouse.explorer.matches import Density, Matches
from warehouse.status import WarehouseStatus
from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry
from warehouse.timeline.render.document import ActorDocument, EvidenceDocument, evidence_document


class Problem(BaseModel):
    """Why there is no answer, and what to do about it."""

    error: str


class Event(BaseModel):
    """One event. `quote` is the beginning of the best sentence that reports it."""

    event_id: str
    start_date: date | None
    end_date: date | None
    precision: str
    edtf: str | None
    when: str
    date_basis: str | None
    headline: str
    event_type: str
    status: str
    actors: list[ActorDocument]
    place: str | None
    n_mentions: int
    n_articles: int
    n_sources: int
    sources: list[str]
    first_reported_date: date | None
    last_reported_date: date | None
    confidence: float
    quote: str | None
    quote_source: str | None


class Events(BaseModel):
    """A page of events in order of time, undated ones last. `next` and `previous` are values for `after` and `before`; null at the ends."""

    n_events: int = Field(description="Events that the filter lets through.")
    previous: str | None
    next: str | None
    events: list[Event]


class Dated(BaseModel):
    """A date that reports of an event give, and how many mentions give it."""

    start_date: date | None
    end_date: date | None
    precision: str
    edtf: str | None
    when: str
    date_basis: str | None
    n_mentions: int


class EventWithEvidence(BaseModel):
    """One event with quoted sentences in order of rank. `next` is a value for `after`; null when these are the last ones."""

    event: Event
    reported_dates: list[Dated]
    n_quotes: int
    next: int | None
    evidence: list[EvidenceDocument]


class Count(BaseModel):
    """A value and how many events have it."""

    value: str
    n_events: int


class DensityBar(BaseModel):
    """Events that began in one unit of time: known to the unit, and known less exactly."""

    first_date: date
    last_date: date
    n_events: int
    n_rough: int


class DensityStrip(BaseModel):
    """How many events lie where in time. Few events far from the others stand outside: `n_earlier`, `n_later`."""

    unit: str
    first_date: date
    last_date: date
    n_earlier: int
    n_later: int
    bars: list[DensityBar]


class Summary(BaseModel):
    """How many events a filter lets through, of which kinds, and how they lie in time."""

    n_events: int
    n_dated: int
    event_types: list[Count]
    statuses: list[Count]
    precisions: list[Count]
    date_bases: list[Count]
    density: DensityStrip | None


class ArticleInList(BaseModel):
    """One article without its text."""

    article_id: str
    source: str | None
    title: str | None
    published_date: date | None
    lang: str | None
    near_duplicate_of: str | None
    n_characters: int


class Articles(BaseModel):
    """A page of articles, the latest first. `next` is a value for `after`; null at the end."""

    next: str | None
    articles: list[ArticleInList]


class DateExpression(BaseModel):
    """One date expression: `text[start:end]` of the article, its TIMEX3 type and value, and the interval it stands for."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    start_date: date | None
    end_date: date | None
    precision: str
    date_basis: str | None


class Mention(BaseModel):
    """One event as the article reports it; offsets count the characters of the article's text."""

    mention_id: str
    event_id: str
    headline: str
    event_type: str
    status: str
    when: str
    sentence_start: int
    sentence_end: int
    trigger_start: int
    trigger_end: int
    date_text_start: int | None
    date_text_end: int | None


class Article(BaseModel):
    """One article with its date expressions and the events it reports."""

    article_id: str
    url: str | None
    source: str | None
    title: str | None
    text: str
    lang: str | None
    published_at: datetime | None
    published_date: date | None
    published_basis: str
    near_duplicate_of: str | None
    origin: str
    date_expressions: list[DateExpression]
    mentions: list[Mention]


class Actor(BaseModel):
    """One actor and how many events it is in, as whom."""

    name: str
    kind: str | None
    state: str | None
    n_events: int
    n_as_source: int
    n_as_target: int
    event_types: list[str]
    first_date: date | None
    last_date: date | None


class Actors(BaseModel):
    """A page of actors, the most active first. `next` is a value for `after`; null at the end."""

    next: str | None
    actors: list[Actor]


class Partner(BaseModel):
    """Another actor, and in how many events both are."""

    name: str
    n_events: int


class ActorWithPartners(BaseModel):
    """One actor, the kinds of its events, and those it acts with most often."""

    actor: Actor
    summary: Summary
    partners: list[Partner]


class Source(BaseModel):
    """One outlet."""

    name: str
    n_articles: int
    n_near_duplicates: int
    n_events: int
    first_published: date | None
    last_published: date | None


class Sources(BaseModel):
    """All outlets, those with the most articles first."""

    sources: list[Source]


class EventType(BaseModel):
    """One event type with its PLOVER and CAMEO codes."""

    event_type: str
    family: str | None
    label: str
    definition: str | None
    plover: list[str]
    cameo: list[str]
    n_events: int


class EventTypes(BaseModel):
    """All event types, those with the most events first."""

    event_types: list[EventType]


class SqlColumn(BaseModel):
    """One column of an answer: its name and its polars type."""

    name: str
    type: str


class SqlRows(BaseModel):
    """The rows of a statement; `has_more` when the limit cut them."""

    columns: list[SqlColumn]
    rows: list[list[Any]]
    has_more: bool
    seconds: float


class Status(BaseModel):
    """What the warehouse holds: rows per table, days that events span, refused inputs by reason, and the latest run."""

    rows: dict[str, int]
    first_date: date | None
    last_date: date | None
    n_undated: int
    n_runs: int
    last_run_started_at: datetime | None
    last_run_state: str | None
    refused: dict[str, int]


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
        actors=[ActorDocument(actor.name, actor.role, actor.kind, actor.state) for actor in entry.actors],
        place=entry.place,
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


def events(page: EventsPage) -> Events:
    """A page of events."""
    return Events(
        n_events=page.matches.n_events,
        previous=str(page.previous) if page.previous else None,
        next=str(page.next) if page.next else None,
        events=[event(entry) for entry in page.entries],
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
    """The rows of a statement."""
    return SqlRows(
        columns=[SqlColumn(name=name, type=str(dtype)) for name, dtype in found.rows.schema.items()],
        rows=[[json_value(value) for value in row] for row in found.rows.iter_rows()],
        has_more=found.has_more,
        seconds=round(found.seconds, 4),
    )


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
