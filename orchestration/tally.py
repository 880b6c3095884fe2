"""What one source gives in one run: its counts, and the rows that note its files, addresses and answers.

Belongs here: counting batches, values as rows. Does not: reading and storing (collect.py), what sources exchange (sources/items.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from orchestration.sources.items import Fault, Fetched, Item
from orchestration.steps import Stored
from transforms.articles import Document
from warehouse.load import NOTHING_READ, LoadCounts

Piece = Document | Fetched | Item | Fault
_ITEM_COLUMNS = (
    "origin",
    "state",
    "detail",
    "raw_hash",
    "size_bytes",
    "modified",
    "listed",
    "etag",
    "retry_at",
    "reader_version",
    "n_articles",
)


@dataclass(slots=True)
class Tally:
    """What one source gave in one run. refused: the `reject_id` of what was. found: articles by origin of what has no item yet."""

    counts: LoadCounts = NOTHING_READ
    n_items: int = 0
    n_unchanged: int = 0
    n_failures: int = 0
    last_failure: str | None = None
    refused: list[str] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)

    def add(self, batch: Iterable[Piece], stored: Stored) -> list[Item]:
        """Count a batch that was stored; its items, with the articles that were found in them."""
        for origin, n_articles in stored.found.items():
            self.found[origin] = self.found.get(origin, 0) + n_articles
        items = [self._with_articles(piece) for piece in batch if isinstance(piece, Item)]
        unchanged = [item for item in items if item.is_unchanged]
        failures = [item for item in items if item.state != "read" and not item.is_unchanged]
        self.n_items += len(items)
        self.n_unchanged += len(unchanged)
        self.n_failures += len(failures)
        self.counts += stored.counts
        self.refused += stored.refused
        self.counts += replace(NOTHING_READ, n_unchanged=sum(item.n_articles or 0 for item in unchanged))
        if failures:
            self.last_failure = f"{failures[-1].origin}: {failures[-1].detail}"
        for fault in (piece for piece in batch if isinstance(piece, Fault)):
            self.n_failures += 1
            self.last_failure = fault.detail
        return items

    def _with_articles(self, item: Item) -> Item:
        if item.is_unchanged or item.state == "failed":
            return item
        # the records of an archive stand behind its name
        own = [origin for origin in self.found if origin == item.origin or origin.startswith(f"{item.origin}#")]
        return replace(item, n_articles=(item.n_articles or 0) + sum(map(self.found.pop, own)))

    @property
    def columns(self) -> dict[str, int]:
        """The counts as SOURCE_RUNS has them."""
        of_articles = {name: getattr(self.counts, name) for name in ("n_kept", "n_new", "n_changed", "n_refused")}
        return of_articles | {"n_items": self.n_items, "n_unchanged": self.n_unchanged, "n_failures": self.n_failures}


def item_row(item: Item, source: str, now: datetime) -> dict[str, object]:
    """The row of SOURCE_ITEMS for a file or address as it was looked at now."""
    row: dict[str, object] = {name: getattr(item, name) for name in _ITEM_COLUMNS}
    was_read = item.state == "read" and not item.is_unchanged
    return {**row, "source": source, "n_failures": 0, "checked_at": now, "read_at": now if was_read else None}


def fetched_row(fetched: Fetched, source: str, run_id: str, now: datetime) -> dict[str, object]:
    """The row of FETCHED_DOCUMENTS for an answer that was kept."""
    columns = ("origin", "raw_hash", "fetched_as", "address", "media_type", "outlet")
    row: dict[str, object] = {name: getattr(fetched, name) for name in columns}
    listing = fetched.listing
    listed = {"listed_title": listing.title, "listed_published": listing.published, "listed_summary": listing.summary}
    return {**row, **listed, "source": source, "run_id": run_id, "fetched_at": now}
