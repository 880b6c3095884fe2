"""Rows of mentions and articles for the tests of merging."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import polars as pl

from transforms.schema import EVENT_MENTIONS, TIMESTAMP

XI = ("Xi Jinping", "source", "person", "China")
PUTIN = ("Vladimir Putin", "source", "person", "Russia")
TO_RUSSIA = ("Russia", "target", "state", "Russia")
TO_SAUDI_ARABIA = ("Saudi Arabia", "target", "state", "Saudi Arabia")
ICC = ("International Criminal Court", "source", "organisation", None)

Actor = tuple[str, str, str, str | None]


def mention(
    mention_id: str,
    article_id: str,
    event_type: str,
    when: str | None,
    actors: Sequence[Actor],
    *,
    place: str | None = None,
    precision: str | None = None,
    status: str = "happened",
    basis: str = "relative",
    confidence: float = 0.8,
    at: int = 0,
    trigger: str | None = None,
) -> dict[str, object]:
    """One mention; `when` is a day or "first/last" (precision "days" unless given); None is undated. trigger: its word, by default that of the type."""
    word = trigger or event_type
    first, _, last = (when or "").partition("/")
    return {
        "mention_id": mention_id,
        "article_id": article_id,
        "event_type": event_type,
        "status": status,
        "start_date": date.fromisoformat(first) if first else None,
        "end_date": date.fromisoformat(last or first) if first else None,
        "precision": precision or ("unknown" if not first else "days" if last else "day"),
        "edtf": when,
        "date_basis": basis if first else None,
        "actors": [dict(zip(("name", "role", "kind", "state"), actor, strict=True)) for actor in actors],
        "place": place,
        "trigger": word,
        "trigger_start": at,
        "trigger_end": at + len(word),
        "sentence_start": at,
        "sentence_end": at + 100,
        "confidence": confidence,
        "extractor_version": "1",
    }


def mentions_frame(rows: Sequence[dict[str, object]]) -> pl.DataFrame:
    return EVENT_MENTIONS.frame(list(rows))


def articles_frame(*articles: tuple[str, str | None, str], copies: dict[str, str] | None = None) -> pl.DataFrame:
    """Articles as (id, source, day of publication); `copies`: article -> the one it repeats."""
    rows = [
        {
            "article_id": article_id,
            "source": source,
            "published_at": datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC),
            "published_date": date.fromisoformat(day),
            "near_duplicate_of": (copies or {}).get(article_id),
            "title": f"News of {day}",
        }
        for article_id, source, day in articles
    ]
    schema = {
        "article_id": pl.String,
        "source": pl.String,
        "published_at": TIMESTAMP,
        "published_date": pl.Date,
        "near_duplicate_of": pl.String,
        "title": pl.String,
    }
    return pl.DataFrame(rows, schema=schema)


def together(links: pl.DataFrame) -> set[frozenset[str]]:
    """The sets of mention ids that share an event."""
    grouped = links.group_by("event_id").agg("mention_id")
    return {frozenset(ids) for ids in grouped["mention_id"].to_list()}
