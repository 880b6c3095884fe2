"""Events with their best evidence, packed into one column: reading one column of many single rows takes a fraction of the time of reading fifty.

Belongs here: what the column `packed` of the mart `timeline` holds, and reading it. Does not: which events are read (queries.py, salient.py).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Final, NamedTuple

import duckdb

from warehouse.asking.single_events import event_key, may_be_any

QUOTES_PACKED: Final = 40  # of one event, the best ones; the mart `event_evidence` has all

# In the order of the model.
EVENT_FIELDS: Final = (
    "event_id", "event_type", "status", "start_date", "end_date", "precision", "edtf", "date_basis", "title", "actors", "place",
    "country", "latitude", "longitude", "n_mentions", "n_articles", "n_sources", "sources", "first_reported_at", "last_reported_at", "confidence",
)  # fmt: skip
QUOTE_FIELDS: Final = (
    "evidence_rank", "mention_id", "article_id", "source", "article_title", "url", "published_date", "published_basis", "sentence",
    "sentence_start", "sentence_end", "trigger_start", "trigger_end", "date_text", "date_text_start", "date_text_end", "date_reason",
    "date_basis", "start_date", "end_date", "precision", "edtf", "status", "attributed_to", "confidence", "merge_reason", "known_at",
)  # fmt: skip
_EVENT_DAYS: Final = ("start_date", "end_date", "first_reported_at", "last_reported_at")
_QUOTE_DAYS: Final = ("start_date", "end_date", "published_date", "known_at")


class Told(NamedTuple):
    """The columns of the mart `timeline` that a timeline shows of an event, and those of `event_evidence` that it quotes, best first; of times the days (UTC)."""

    event: dict[str, Any]
    quotes: list[dict[str, Any]]


def told_by_key(db: duckdb.DuckDBPyConnection, keys: Collection[int]) -> dict[int, Told]:
    """What the mart `timeline` tells of the events with these numbers (`event_key`)."""
    if not keys:
        return {}
    found = db.execute(f"select packed from main.timeline where {may_be_any(keys)}").fetchall()
    told = {event_key(each.event["event_id"]): each for each in (unpacked(packed) for (packed,) in found)}
    return {key: told[key] for key in keys if key in told}


def unpacked(packed: str) -> Told:
    """What a value of the column `packed` says."""
    event, quotes = json.loads(packed)
    return Told(
        _row(EVENT_FIELDS, _EVENT_DAYS, event),
        [_row(QUOTE_FIELDS, _QUOTE_DAYS, quote) for quote in sorted(quotes, key=itemgetter(0))],
    )


def _row(fields: Sequence[str], days: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    row = dict(zip(fields, values, strict=True))
    for name in days:
        if row[name] is not None:
            row[name] = date.fromisoformat(row[name])
    return row
