"""What the API answers: the shape of every document.

Belongs here: the API's contract, from which its OpenAPI description is made. Does not: addresses (api.py), filling documents (answers.py).
Dates are ISO 8601 days, inclusive, null when undated; `when` is the date for people. Words from articles stand in it exactly as they are.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from warehouse.timeline.render.document import ActorDocument, EvidenceDocument


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
    country: str | None
    latitude: float | None
    longitude: float | None
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
    unknown_names: dict[str, list[str]] = Field(
        description="Actors and places of the filter that no event names, each with the names that are spelled nearly so."
    )


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
    """How many events begin when. Few events far from the others stand outside: `n_earlier`, `n_later`."""

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
