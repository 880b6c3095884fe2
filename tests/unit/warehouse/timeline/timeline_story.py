"""Rows of the marts `timeline` and `event_evidence` for one small story, as the warehouse gives them.

Belongs here: rows that tests of timelines and of pages share. Does not: tests. The facts are those of spring 2023; outlets and sentences are invented.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

import polars as pl

from transforms.schema import ACTOR, TIMESTAMP
from transforms.temporal.interval import Interval, Precision
from warehouse.asking.packed import EVENT_FIELDS, QUOTE_FIELDS, QUOTES_PACKED, unpacked
from warehouse.timeline.build import assemble
from warehouse.timeline.choose import most_important, with_importance
from warehouse.timeline.entries import Timeline

SENTENCE_START = 40  # where in its article every sentence stands
TITLE = "Xi Jinping and Vladimir Putin, spring 2023"

TIMELINE_COLUMNS = {
    "event_id": pl.String, "event_type": pl.String, "status": pl.String, "start_date": pl.Date, "end_date": pl.Date,
    "precision": pl.String, "edtf": pl.String, "date_basis": pl.String, "title": pl.String, "actors": pl.List(ACTOR),
    "actor_names": pl.List(pl.String), "place": pl.String, "country": pl.String, "latitude": pl.Float64, "longitude": pl.Float64,
    "n_mentions": pl.Int64, "n_articles": pl.Int64, "n_sources": pl.Int64,
    "sources": pl.List(pl.String), "first_reported_at": TIMESTAMP, "last_reported_at": TIMESTAMP, "confidence": pl.Float64,
    "packed": pl.String,
}  # fmt: skip
EVIDENCE_COLUMNS = {
    "event_id": pl.String, "mention_id": pl.String, "article_id": pl.String, "source": pl.String, "article_title": pl.String,
    "url": pl.String, "published_at": TIMESTAMP, "published_date": pl.Date, "published_basis": pl.String, "sentence": pl.String,
    "sentence_start": pl.Int64, "sentence_end": pl.Int64, "trigger": pl.String, "trigger_start": pl.Int64, "trigger_end": pl.Int64,
    "date_text": pl.String, "date_text_start": pl.Int64, "date_text_end": pl.Int64, "date_reason": pl.String, "date_basis": pl.String,
    "start_date": pl.Date, "end_date": pl.Date, "precision": pl.String, "status": pl.String, "attributed_to": pl.String,
    "confidence": pl.Float64, "merge_reason": pl.String, "evidence_rank": pl.Int64,
}  # fmt: skip


@dataclass(frozen=True)
class Quote:
    """One sentence of one article."""

    source: str | None
    sentence: str
    trigger: str
    date_text: str | None = None
    reason: str | None = None
    published: str = "2023-03-21"
    title: str | None = "Xi and Putin meet in Moscow"
    url: str | None = "https://news.example/2023/moscow"
    confidence: float = 0.9


@dataclass(frozen=True)
class Event:
    """One event as tests write it; `when` is "start" or "start/end", empty when undated."""

    event_id: str
    event_type: str
    title: str
    when: str
    quotes: tuple[Quote, ...]
    precision: str = "day"
    basis: str = "relative"
    status: str = "happened"
    actors: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    at: tuple[float, float] | None = None
    confidence: float = 0.9
    edtf: str | None = field(default=None)


def timeline_frame(events: list[Event]) -> pl.DataFrame:
    """The rows of mart `timeline`."""
    return pl.DataFrame([_event_row(event) for event in events], schema=TIMELINE_COLUMNS)


def evidence_frame(events: list[Event]) -> pl.DataFrame:
    """The rows of mart `event_evidence`."""
    rows = [_quote_row(event, rank) for event in events for rank in range(1, len(event.quotes) + 1)]
    return pl.DataFrame(rows, schema=EVIDENCE_COLUMNS)


def timeline_of(
    events: list[Event], *, title: str = TITLE, limit: int | None = None, as_of: date | None = None, sentences: int = 2
) -> Timeline:
    """The timeline of these events, as `build_timeline` makes it from the same rows of a warehouse."""
    rows = timeline_frame(events)
    kept = most_important(with_importance(rows), limit)
    importance = dict(kept.select("event_id", "importance").iter_rows())
    told = [unpacked(packed) for packed in kept["packed"]]
    timeline = assemble(told, importance, title=title, as_of=as_of, sentences=sentences)
    coverage = replace(timeline.generated_from, n_events=rows.height, n_left_out=rows.height - kept.height)
    return replace(timeline, generated_from=coverage)


def _event_row(event: Event) -> dict[str, object]:
    sources = sorted({quote.source for quote in event.quotes if quote.source})
    published = sorted(quote.published for quote in event.quotes)
    row = {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "status": event.status,
        **_dates(event),
        "edtf": event.edtf or _edtf(event),
        "title": event.title,
        "actors": [{"name": name, "role": "source", "kind": "person", "state": None} for name in event.actors],
        "actor_names": list(event.actors),
        "place": event.place,
        "country": event.country,
        "latitude": event.at[0] if event.at else None,
        "longitude": event.at[1] if event.at else None,
        "n_mentions": len(event.quotes),
        "n_articles": len(event.quotes),
        "n_sources": len(sources),
        "sources": sources,
        "first_reported_at": _midnight(published[0]),
        "last_reported_at": _midnight(published[-1]),
        "confidence": event.confidence,
    }
    quotes = [_quote_row(event, rank) for rank in range(1, min(len(event.quotes), QUOTES_PACKED) + 1)]
    return row | {
        "packed": json.dumps([_packed(EVENT_FIELDS, row), [_packed(QUOTE_FIELDS, quote) for quote in quotes]])
    }


def _packed(fields: Sequence[str], row: Mapping[str, object]) -> list[object]:
    values = [row.get(name) for name in fields]
    return [str(value)[: len("2023-03-20")] if isinstance(value, date) else value for value in values]


def _quote_row(event: Event, rank: int) -> dict[str, object]:
    quote = event.quotes[rank - 1]
    trigger = _place(quote.sentence, quote.trigger)
    words = _place(quote.sentence, quote.date_text) if quote.date_text else (None, None)
    return {
        "event_id": event.event_id,
        "mention_id": f"{event.event_id}-m{rank}",
        "article_id": f"{quote.source}-{quote.published}",
        "source": quote.source,
        "article_title": quote.title,
        "url": quote.url,
        "published_at": _midnight(quote.published),
        "published_date": date.fromisoformat(quote.published),
        "published_basis": "metadata",
        "sentence": quote.sentence,
        "sentence_start": SENTENCE_START,
        "sentence_end": SENTENCE_START + len(quote.sentence),
        "trigger": quote.trigger,
        "trigger_start": trigger[0],
        "trigger_end": trigger[1],
        "date_text": quote.date_text,
        "date_text_start": words[0],
        "date_text_end": words[1],
        "date_reason": quote.reason,
        **_dates(event),
        "status": event.status,
        "attributed_to": None,
        "confidence": quote.confidence,
        "merge_reason": "same type, days and main actors",
        "evidence_rank": rank,
    }


def _dates(event: Event) -> dict[str, object]:
    if not event.when:
        return {"start_date": None, "end_date": None, "precision": "unknown", "date_basis": None}
    start, _, end = event.when.partition("/")
    return {
        "start_date": date.fromisoformat(start),
        "end_date": date.fromisoformat(end or start),
        "precision": event.precision,
        "date_basis": event.basis,
    }


def _edtf(event: Event) -> str | None:
    if not event.when:
        return None
    start, _, end = event.when.partition("/")
    return Interval(date.fromisoformat(start), date.fromisoformat(end or start), Precision(event.precision)).edtf


def _place(sentence: str, words: str) -> tuple[int, int]:
    start = SENTENCE_START + sentence.index(words)
    return start, start + len(words)


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)


STORY = [
    Event(
        "3f21ac90d1", "visit", "Xi Jinping visits Russia", "2023-03-20/2023-03-22", precision="days",
        actors=("Xi Jinping", "Vladimir Putin"), place="Moscow",
        quotes=(
            Quote("Northern Wire", "Chinese President Xi Jinping arrived in Moscow on Monday for a three-day state visit, his first since the war in Ukraine began.", "state visit", "on Monday",
                  "“on Monday” is the latest Monday up to publication on 21 March 2023; “three-day” makes it 20 to 22 March"),
            Quote("The Ledger", "He will stay until Wednesday.", "stay", "until Wednesday", "the Wednesday after publication"),
            Quote("Daily Compass", "China's leader Xi Jinping landed at Vnukovo airport on March 20 for a visit meant to display a partnership without limits.", "visit", "on March 20", "20 March of the year of publication"),
            Quote("Eastern Post", "The Chinese leader left Moscow on Wednesday morning after a visit that produced two joint declarations.", "visit", "on Wednesday morning", "the latest Wednesday", published="2023-03-22"),
        ),
    ),
    Event(
        "7b0de4416a", "meeting", "Xi Jinping meets Vladimir Putin", "2023-03-20", actors=("Xi Jinping", "Vladimir Putin"), place="Moscow",
        quotes=(
            Quote("Northern Wire", "During their informal talks on Monday, which lasted four and a half hours, Vladimir Putin told Xi Jinping he had studied the Chinese proposal.", "talks", "on Monday", "the latest Monday up to publication"),
            Quote("Daily Compass", "Vladimir Putin hosted Xi Jinping for dinner at the Kremlin on Monday.", "hosted", "on Monday", "the latest Monday up to publication"),
        ),
    ),
    Event(
        "c19f50aa27", "agreement", "Xi Jinping and Vladimir Putin sign a joint statement", "2023-03-21", actors=("Xi Jinping", "Vladimir Putin"), place="Moscow",
        quotes=(Quote("The Ledger", "On Tuesday the two presidents signed a joint statement on a deeper partnership.", "signed", "On Tuesday", "the latest Tuesday up to publication"),),
    ),
    Event(
        "52aa9e03bc", "peace_plan", "China publishes a 12-point peace plan", "2023-02-01/2023-02-28", precision="month", actors=("China",),
        quotes=(
            Quote("Northern Wire", "Last month Beijing published a 12-point proposal for a political settlement of the conflict.", "proposal", "Last month", "“last month” is the calendar month before publication"),
            Quote("Eastern Post", "China's peace plan, made public in February, calls for a ceasefire and for talks.", "peace plan", "in February", "February of the year of publication", published="2023-03-22"),
        ),
    ),
    Event(
        "e80b77f19d", "warrant", "International Criminal Court issues arrest warrant for Vladimir Putin", "2023-03-13/2023-03-20", precision="days", basis="event",
        actors=("International Criminal Court", "Vladimir Putin"), place="The Hague",
        quotes=(Quote("Northern Wire", "The visit comes just days after the International Criminal Court issued an arrest warrant for the Russian president.", "arrest warrant", "just days after", "“days after”: within a week before the visit of 20 March 2023"),),
    ),
    Event(
        "ab44c2d570", "visit", "Emmanuel Macron visits Beijing", "2023-04-05/2023-04-07", precision="days", basis="explicit", status="planned", actors=("Emmanuel Macron",), place="Beijing",
        quotes=(Quote("The Ledger", "French President Emmanuel Macron will travel to Beijing from April 5 to 7.", "travel", "from April 5 to 7", "5 to 7 April of the year of publication"),),
    ),
    Event(
        "0d93b1e6f8", "attack", "Russia shells Avdiivka", "2023-03-18", status="alleged", actors=("Russia", "Ukraine"), place="Avdiivka",
        quotes=(Quote("Daily Compass", "Ukraine said Russian forces had shelled Avdiivka on Saturday, a claim that could not be verified.", "shelled", "on Saturday", "the latest Saturday up to publication"),),
    ),
    Event(
        "91f6cc0b35", "aid", "China supplies weapons to Russia", "2023-03-15", status="denied", actors=("China", "Russia"),
        quotes=(Quote("Daily Compass", "Beijing denied on Wednesday that it had supplied weapons to Russia.", "supplied", "on Wednesday", "the latest Wednesday up to publication"),),
    ),
    Event(
        "6e2d08a4c7", "attack", "Russia invades Ukraine", "2022-02-24", basis="explicit", actors=("Russia", "Ukraine"), place="Ukraine",
        quotes=(Quote("Northern Wire", "Russia began its full-scale invasion of Ukraine on 24 February 2022.", "invasion", "24 February 2022", "written in full"),),
    ),
    Event(
        "d07c39be12", "agreement", "China and Russia declare a partnership without limits", "2022-02-01/2022-02-28", precision="month", basis="explicit", actors=("China", "Russia"), place="Beijing",
        quotes=(Quote("Eastern Post", "The two countries declared a partnership without limits in February 2022.", "declared", "in February 2022", "written in full", published="2023-03-22"),),
    ),
    Event(
        "4a8e61d9f0", "attack", "Russia annexes Crimea", "2014-01-01/2014-12-31", precision="year", basis="explicit", actors=("Russia",), place="Crimea",
        quotes=(Quote("The Ledger", "Russia annexed Crimea in 2014.", "annexed", "in 2014", "written in full"),),
    ),
    Event(
        "f35b02c8e4", "call", "Xi Jinping calls Volodymyr Zelenskyy", "2023-04-26", basis="explicit", actors=("Xi Jinping", "Volodymyr Zelenskyy"),
        quotes=(
            Quote("The Ledger", "Xi Jinping spoke by telephone with Volodymyr Zelenskyy on April 26, for the first time since the invasion.", "spoke by telephone", "on April 26", "26 April of the year of publication", published="2023-04-27", title="Xi calls Zelenskyy at last", url="https://ledger.example/call"),
            Quote("Daily Compass", "Volodymyr Zelenskyy described the call with Xi Jinping on Wednesday as long and meaningful.", "call", "on Wednesday", "the latest Wednesday up to publication", published="2023-04-27"),
        ),
    ),
    Event(
        "b6f0d47a91", "visit", "Fumio Kishida visits Kyiv", "2023-03-21", actors=("Fumio Kishida", "Volodymyr Zelenskyy"), place="Kyiv",
        quotes=(Quote("Daily Compass", "Japanese Prime Minister Fumio Kishida made a surprise visit to Kyiv on Tuesday.", "visit", "on Tuesday", "the latest Tuesday up to publication"),),
    ),
    Event(
        "28ce95b3d6", "deployment", "Russia bases aircraft in Belarus", "2023-03-16/2023-04-30", precision="unknown", basis="event", status="ongoing", actors=("Russia", "Belarus"), confidence=0.4,
        quotes=(Quote("Eastern Post", "Russian aircraft have been flying from bases in Belarus since the middle of March.", "flying", "since the middle of March", "from the middle of March to the report", published="2023-04-30", confidence=0.4),),
    ),
    Event(
        "8d5a2e7c04", "speech", "Dmitry Peskov briefs the press", "", actors=("Dmitry Peskov",), place="Moscow",
        quotes=(Quote("Northern Wire", "Dmitry Peskov told a press briefing that Vladimir Putin would give exhaustive explanations.", "press briefing"),),
    ),
]  # fmt: skip
