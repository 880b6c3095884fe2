r"""A timeline as a JSON document.

Belongs here: the document's shape (the dataclasses below are its schema) and its escaping. Does not: choosing, wording.
Words from articles stand in it exactly as they are, but for the tidied sentences of `summary`; what a terminal or an editor would act on is written as `\uXXXX`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final

from warehouse.timeline.entries import Actor, Entry, Evidence, Sentence, Timeline
from warehouse.timeline.render.style import Style

# C1 controls, marks that reorder or hide text, line separators, lone surrogates; JSON itself escapes C0
_ACTED_UPON: Final = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class EvidenceDocument:
    """One quoted sentence; `trigger` and `date_words` are [start, end] character offsets inside `sentence`, or null."""

    mention_id: str
    article_id: str
    source: str | None
    article_title: str | None
    url: str | None
    published_date: str | None
    published_basis: str | None
    sentence: str
    trigger: list[int] | None
    date_words: list[int] | None
    date_text: str | None
    date_reason: str | None
    date_basis: str | None
    start_date: str | None
    end_date: str | None
    precision: str
    status: str | None
    attributed_to: str | None
    confidence: float
    merge_reason: str | None


@dataclass(frozen=True, slots=True)
class SummarySourceDocument:
    """Where the summary sentence at the same position was quoted from."""

    source: str | None
    article_id: str | None
    mention_id: str | None


@dataclass(frozen=True, slots=True)
class ActorDocument:
    """One actor."""

    name: str
    role: str | None
    kind: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class EntryDocument:
    """One event. Dates are ISO 8601 days, inclusive, null when undated; `when` is the date for people. `evidence` holds its best quotes, `n_more_quotes` counts the others."""

    event_id: str
    start_date: str | None
    end_date: str | None
    precision: str
    edtf: str | None
    when: str
    date_basis: str | None
    headline: str
    summary: list[str]
    summary_sources: list[SummarySourceDocument]
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
    first_reported_date: str | None
    last_reported_date: str | None
    confidence: float
    importance: float
    group: str | None
    evidence: list[EvidenceDocument]
    n_more_quotes: int


@dataclass(frozen=True, slots=True)
class CoverageDocument:
    """What the timeline was made from; `n_left_out` events were cut by the limit. With `counts_days`, days are counted instead."""

    n_events: int
    n_left_out: int
    n_articles: int
    n_sources: int
    counts_days: bool


@dataclass(frozen=True, slots=True)
class TimelineDocument:
    """The whole: `entries` in order of time, `undated` apart in order of first report."""

    title: str
    as_of: str | None
    generated_from: CoverageDocument
    groups: list[str]
    entries: list[EntryDocument]
    undated: list[EntryDocument]


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as indented JSON; the same timeline always gives the same text."""
    text = json.dumps(asdict(document_of(timeline)), ensure_ascii=False, indent=2)
    return _ACTED_UPON.sub(_as_escape, text) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    from pydantic import TypeAdapter

    return TypeAdapter(TimelineDocument).json_schema()


def document_of(timeline: Timeline) -> TimelineDocument:
    """The timeline as the document that is written."""
    return TimelineDocument(
        title=timeline.title,
        as_of=_text(timeline.as_of),
        generated_from=CoverageDocument(**asdict(timeline.generated_from)),
        groups=list(timeline.groups),
        entries=[entry_document(entry) for entry in timeline.entries],
        undated=[entry_document(entry) for entry in timeline.undated],
    )


def entry_document(entry: Entry) -> EntryDocument:
    """An entry as the document that is written."""
    return EntryDocument(
        event_id=entry.event_id,
        start_date=_text(entry.start_date),
        end_date=_text(entry.end_date),
        precision=entry.precision,
        edtf=entry.edtf,
        when=entry.when,
        date_basis=entry.date_basis,
        headline=entry.headline,
        summary=[sentence.text for sentence in entry.summary],
        summary_sources=_summary_sources(entry.summary),
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
        first_reported_date=_text(entry.first_reported_date),
        last_reported_date=_text(entry.last_reported_date),
        confidence=entry.confidence,
        importance=entry.importance,
        group=entry.group,
        evidence=[evidence_document(quote) for quote in entry.evidence],
        n_more_quotes=entry.n_more_quotes,
    )


def evidence_document(quote: Evidence) -> EvidenceDocument:
    """One quote as the document that is written."""
    return EvidenceDocument(
        mention_id=quote.mention_id,
        article_id=quote.article_id,
        source=quote.source,
        article_title=quote.article_title,
        url=quote.url,
        published_date=_text(quote.published_date),
        published_basis=quote.published_basis,
        sentence=quote.sentence,
        trigger=list(quote.trigger) if quote.trigger else None,
        date_words=list(quote.date_words) if quote.date_words else None,
        date_text=quote.date_text,
        date_reason=quote.date_reason,
        date_basis=quote.when.basis,
        start_date=_text(quote.when.start),
        end_date=_text(quote.when.end),
        precision=quote.when.precision,
        status=quote.status,
        attributed_to=quote.attributed_to,
        confidence=quote.confidence,
        merge_reason=quote.merge_reason,
    )


def actor_document(actor: Actor) -> ActorDocument:
    """An actor as the document that is written."""
    return ActorDocument(actor.name, actor.role, actor.kind, actor.state)


def _summary_sources(summary: Iterable[Sentence]) -> list[SummarySourceDocument]:
    return [SummarySourceDocument(each.source, each.article_id, each.mention_id) for each in summary]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _as_escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
