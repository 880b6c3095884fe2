"""Merge all mentions at once, in memory that the largest event type fills and not the warehouse.

Belongs here: reading portion by portion, and keeping what came of each until all are merged. Does not: when that is done (merge.py), merging a portion
(transforms/merge), the SQL of writing (write.py). The file is open only while a portion is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import duckdb
import polars as pl

from transforms.merge import MENTIONS_PER_PORTION, HandOut, MergedPortion, Portion, merge_portion, types_in_portions
from transforms.schema import CORE_MEMBERS, EVENT_CORES, EVENT_LINKS, EVENTS
from warehouse.connection import Warehouse
from warehouse.ddl import literal
from warehouse.loading.rows import checked, single_value
from warehouse.memory import within_memory
from warehouse.merging.dirt import all_states
from warehouse.merging.kept_frames import KeptFrames
from warehouse.merging.reports import told_with, words_around
from warehouse.merging.write import EventCounts, write_all_events

# as of `within_memory`
MERGING_MEMORY: Final = "400MB"
# So many texts are looked through at once.
ARTICLES_LOOKED_THROUGH: Final = 10_000
# as `transforms.merge.mentions.telling` has it
_TELLING: Final = "status <> 'hypothetical'"


@dataclass(frozen=True, slots=True)
class StoredPortions:
    """All mentions in portions of whole types, each of which is read when its turn comes.

    types: the event types of each portion. words: as `words_around` gives them, of all mentions. states: PERSON_STATES rows. memory: as of `Warehouse.reading`.
    """

    db: Warehouse
    types: list[list[str]]
    words: pl.DataFrame
    states: pl.DataFrame
    memory: str

    def __len__(self) -> int:
        """How many there are."""
        return len(self.types)

    def __iter__(self) -> Iterator[Portion]:
        """All of them, those of the commonest types first."""
        for types in self.types:
            listed = ", ".join(map(literal, types)) or "null"
            with self.db.reading(memory=self.memory) as connection:
                told = told_with(self.words, connection, f"event_type in ({listed}) and {_TELLING}")
            yield Portion(*told, self.states)


def merge_at_once(db: Warehouse, told: pl.DataFrame, run_id: str, hand_out: HandOut) -> EventCounts:
    """Merge all mentions, and write the events that differ.

    told: `article_id`, `fingerprint` of all articles that are merged. hand_out: how portions of mentions are merged; the events are the same either way.

    Raises:
        WarehouseError: as `Warehouse.reading` and `Warehouse.writing`.
    """
    return within_memory(MERGING_MEMORY, lambda memory: _merge_within(memory, db, told, run_id, hand_out))


def _merge_within(memory: str, db: Warehouse, told: pl.DataFrame, run_id: str, hand_out: HandOut) -> EventCounts:
    """Merge and write; memory: the most that DuckDB may take, empty for its own choice."""
    with KeptFrames(db.path.parent) as kept:
        portions = stored_portions(db, MENTIONS_PER_PORTION, memory)
        for merged in hand_out(merge_portion, portions):
            _keep(merged, kept)
        return write_all_events(db, kept, portions.states, told, run_id, memory)


def stored_portions(db: Warehouse, size: int, memory: str = "") -> StoredPortions:
    """All mentions of a warehouse in portions of about `size`; memory: as of `Warehouse.reading`."""
    with db.reading(memory=memory) as connection:
        counts = connection.sql(
            f"select event_type, count(*) as n from raw.event_mentions where {_TELLING} group by event_type"
        ).pl()
        types = types_in_portions(counts, size)
        return StoredPortions(db, types, _all_words(connection), all_states(connection), memory)


def _keep(merged: MergedPortion, kept: KeptFrames) -> None:
    for table, rows in (
        (EVENTS, merged.events.events),
        (EVENT_LINKS, merged.events.links),
        (EVENT_CORES, merged.cores.cores),
        (CORE_MEMBERS, merged.cores.members),
    ):
        kept.keep(table, checked(table, rows))


def _all_words(db: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The words around all mentions; some articles at a time, whose texts are then let go of."""
    last = single_value(db, "select coalesce(max(rowid), 0) from raw.articles")
    looked_through = [
        words_around(
            db,
            "article_id in (select article_id from raw.articles"
            f" where rowid between {first} and {first + ARTICLES_LOOKED_THROUGH - 1})",
        )
        for first in range(0, last + 1, ARTICLES_LOOKED_THROUGH)
    ]
    return pl.concat(looked_through)
