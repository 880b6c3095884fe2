"""Rows for the tests of the warehouse: one small story, to be varied."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from transforms.schema import ARTICLES, EVENT_LINKS, EVENT_MENTIONS, EVENTS, REJECTED_ARTICLES, TABLES
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.load import LoadCounts, write_articles, write_stage
from warehouse.merging.history import update_event_versions
from warehouse.merging.write import write_events
from warehouse.models import run_models

NOW = datetime(2023, 4, 1, 12, tzinfo=UTC)
LATER = datetime(2023, 4, 2, 12, tzinfo=UTC)
TEXT = "Xi Jinping arrived in Moscow on Monday. He will meet Vladimir Putin there. “Déjà vu 🇷🇺,” said one diplomat."


def article(article_id: str, **changes: Any) -> dict[str, Any]:
    row = {
        "article_id": article_id,
        "url": f"https://example.org/{article_id}",
        "source": "The Paper",
        "title": f"Title of {article_id}",
        "text": TEXT,
        "lang": "en",
        "published_at": datetime(2023, 3, 21, tzinfo=UTC),
        "published_date": date(2023, 3, 21),
        "published_basis": "metadata",
        "origin": f"{article_id}.txt",
        **changes,
    }
    content = f"{row['title']}\n{row['text']}\n{row['published_date']}"
    return {"content_hash": hashlib.sha256(content.encode()).hexdigest(), **row}


def mention(article_id: str, trigger: str = "arrived", **changes: Any) -> dict[str, Any]:
    start = TEXT.index(trigger)
    return {
        "mention_id": f"{article_id}-{trigger}",
        "article_id": article_id,
        "event_type": "visit",
        "status": "happened",
        "start_date": date(2023, 3, 20),
        "end_date": date(2023, 3, 20),
        "precision": "day",
        "edtf": "2023-03-20",
        "date_basis": "relative",
        "date_text": "Monday",
        "date_text_start": TEXT.index("Monday"),
        "date_text_end": TEXT.index("Monday") + len("Monday"),
        "actors": [{"name": "Xi Jinping", "role": "source", "kind": "person", "state": "China"}],
        "place": "Moscow",
        "trigger": trigger,
        "trigger_start": start,
        "trigger_end": start + len(trigger),
        "sentence_start": 0,
        "sentence_end": TEXT.index(".") + 1,
        "confidence": 0.9,
        "extractor_version": "v1",
        **changes,
    }


def event(event_id: str, **changes: Any) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "event_type": "visit",
        "status": "happened",
        "start_date": date(2023, 3, 20),
        "end_date": date(2023, 3, 20),
        "precision": "day",
        "edtf": "2023-03-20",
        "date_basis": "relative",
        "actors": [{"name": "Xi Jinping", "role": "source", "kind": "person", "state": "China"}],
        "place": "Moscow",
        "title": "Xi Jinping visits Moscow",
        "n_mentions": 1,
        "n_articles": 1,
        "n_sources": 1,
        "first_reported_at": datetime(2023, 3, 21, tzinfo=UTC),
        "last_reported_at": datetime(2023, 3, 21, tzinfo=UTC),
        "confidence": 0.9,
        **changes,
    }


def link(mention_id: str, event_id: str) -> dict[str, Any]:
    return {"mention_id": mention_id, "event_id": event_id, "merge_reason": "the only report"}


def load_articles(db: Warehouse, *rows: dict[str, Any], run_id: str = "run-1", now: datetime = NOW) -> LoadCounts:
    return write_articles(db, ARTICLES.frame(list(rows)), REJECTED_ARTICLES.empty(), run_id, now)


def load_mentions(
    db: Warehouse, articles: list[dict[str, Any]], mentions: list[dict[str, Any]], version: str = "v1"
) -> int:
    return write_stage(db, EVENT_MENTIONS, ARTICLES.frame(articles), EVENT_MENTIONS.frame(mentions), version)


def load_story(db: Warehouse, events: list[dict[str, Any]]) -> None:
    """One article and one mention for each event, and the models on top."""
    articles = [article(f"a-{row['event_id']}") for row in events]
    mentions = [mention(row["article_id"]) for row in articles]
    links = [link(said["mention_id"], row["event_id"]) for said, row in zip(mentions, events, strict=True)]
    load_articles(db, *articles)
    load_mentions(db, articles, mentions)
    write_events(db, EVENTS.frame(events), EVENT_LINKS.frame(links), "run-1")
    update_event_versions(db)
    build(db)


def build(db: Warehouse) -> None:
    with db.writing() as connection:
        run_models(connection)


def rows_of(db: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    with db.reading() as connection:
        return connection.execute(sql).fetchall()


def everything(db: Warehouse) -> dict[str, pl.DataFrame]:
    """All raw tables, in a stable order."""
    with db.reading() as connection:
        return {table.name: connection.sql(f"from {raw_name(table)} order by all").pl() for table in TABLES}


def same_tables(before: dict[str, pl.DataFrame], after: dict[str, pl.DataFrame]) -> list[str]:
    """Names of the tables that differ."""
    return [name for name in before if not before[name].equals(after[name])]
