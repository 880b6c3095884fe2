"""Merging all at once, portion by portion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from warehouse_rows import article, everything, load_articles, load_mentions, mention, rows_of, same_tables

from transforms.merge import MergedPortion, Portion, merge_mentions
from transforms.merge.portions import Portions
from transforms.schema import CORE_MEMBERS, EVENT_LINKS
from warehouse.connection import Warehouse
from warehouse.merging import at_once
from warehouse.merging.at_once import stored_portions
from warehouse.merging.kept_frames import KeptFrames
from warehouse.merging.merge import merge_events
from warehouse.merging.write import mentions_to_merge

ROUNDS = ("second", "third", "second", "third")
TYPES = ("meeting", "visit", "attack", "speech")

Step = Callable[[Portion], MergedPortion]


@pytest.fixture
def stored(db: Warehouse) -> Warehouse:
    """Mentions of four types in four articles, three of which tell no date; one article is a copy, and some of its mentions are hypothetical."""
    for number, counted in enumerate(ROUNDS):
        text = f"Envoys held the {counted} round of talks."
        start = text.index("talks")
        said = article(f"a{number}", text=text, near_duplicate_of="a0" if number == 2 else None)
        rows = [
            told(said["article_id"], event_type, start, undated=number % 2 == 1, status=status)
            for event_type, status in zip(TYPES, ("happened", "planned", "happened", "hypothetical"), strict=True)
        ]
        load_articles(db, said)
        load_mentions(db, [said], rows)
    return db


def told(article_id: str, event_type: str, start: int, *, undated: bool, status: str) -> dict[str, Any]:
    day = None if undated else date(2023, 3, 20)
    return mention(
        article_id,
        mention_id=f"{article_id}-{event_type}",
        event_type=event_type,
        trigger_start=start,
        trigger_end=start + 5,
        sentence_end=start + 6,
        status=status,
        start_date=day,
        end_date=day,
        precision="unknown" if undated else "day",
    ) | {"trigger": "talks"}


@pytest.mark.parametrize(("size", "n_portions"), [(1, 3), (4, 3), (100, 1)])
def test_portions_that_are_read_one_by_one_give_what_all_mentions_give(stored, monkeypatch, size, n_portions):
    assert len(stored_portions(stored, size)) == n_portions
    whole = merge_mentions(*mentions_to_merge(stored))
    monkeypatch.setattr(at_once, "MENTIONS_PER_PORTION", size)
    merge_events(stored, "run")
    with stored.reading() as connection:
        assert whole.events.equals(connection.sql("from raw.events").pl().cast(whole.events.schema))
        assert whole.links.equals(connection.sql("from raw.event_links").pl())


def test_a_warehouse_without_mentions_has_no_events(db):
    load_articles(db, article("a1"))
    load_mentions(db, [article("a1")], [])
    assert merge_events(db, "run").n_events == 0


def test_a_merge_that_needs_more_memory_than_it_is_to_take_takes_it(stored, tmp_path, monkeypatch):
    monkeypatch.setattr(at_once, "MERGING_MEMORY", "1KB")
    merge_events(stored, "run")
    assert rows_of(stored, "select count(*) from raw.event_links") == [(12,)]
    assert [path.name for path in tmp_path.iterdir()] == [stored.path.name]


def test_a_merge_that_ends_early_leaves_everything_as_it_was(stored, tmp_path):
    def stopped(step: Step, portions: Portions) -> Iterator[MergedPortion]:
        yield from map(step, list(portions)[:1])
        raise KeyboardInterrupt

    before = everything(stored)
    with pytest.raises(KeyboardInterrupt):
        merge_events(stored, "run", hand_out=stopped)
    assert same_tables(before, everything(stored)) == []
    assert [path.name for path in tmp_path.iterdir()] == [stored.path.name]


@pytest.mark.parametrize("in_memory", [1, 2**20])
def test_what_is_kept_comes_back_as_it_came_and_leaves_nothing_in_its_folder(tmp_path: Path, in_memory: int):
    rows = [{"mention_id": f"m{number}", "event_id": "e1", "merge_reason": "only report"} for number in range(10)]
    portions: Sequence[pl.DataFrame] = [EVENT_LINKS.frame(rows[at : at + 3]) for at in range(0, 10, 3)]
    with KeptFrames(tmp_path, in_memory) as kept:
        for portion in portions:
            kept.keep(EVENT_LINKS, portion)
        assert all(there.equals(came) for there, came in zip(kept.portions(EVENT_LINKS), portions, strict=True))
        assert list(kept.portions(CORE_MEMBERS)) == []
    assert list(tmp_path.iterdir()) == []
