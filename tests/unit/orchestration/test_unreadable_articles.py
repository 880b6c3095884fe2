"""An article that a stage cannot read is refused with a reason, and everything else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.steps import extract_mentions, store_documents, tag_dates
from transforms.articles import Document
from transforms.events import RuleExtractor
from transforms.temporal import frames, tag
from warehouse.connection import Warehouse
from warehouse.loading.rejects import ask_again

REFUSED = "select reason, detail from raw.rejected_articles"
DATES = "select count(*) from raw.date_expressions group by article_id"
MENTIONS = "select count(*) from raw.event_mentions where event_type = 'visit' group by article_id"


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    found = Warehouse(tmp_path / "w.duckdb")
    texts = [f"President Ana {name} visited Peru on 3 May 2021." for name in ("Duarte", "Borg", "Vella")]
    store_documents(found, [Document(f"{n}.txt", text.encode()) for n, text in enumerate(texts)], "r1")
    return found


def rows(warehouse: Warehouse, sql: str) -> list[tuple[object, ...]]:
    with warehouse.reading() as db:
        return db.execute(sql).fetchall()


def fail_on_borg(text: str, *rest: object) -> object:
    if "Borg" in text:
        raise ValueError("year 0 is out of range")
    return tag(text, *rest)


def test_an_article_whose_dates_cannot_be_read_keeps_its_events_and_is_refused(warehouse, monkeypatch):
    monkeypatch.setattr(frames, "tag", fail_on_borg)
    assert tag_dates(warehouse, "r1") == 2
    ((reason, detail),) = rows(warehouse, REFUSED)
    assert reason == "extraction"
    assert detail.startswith("date_expressions: article_id ")
    assert detail.endswith("ValueError: year 0 is out of range")
    assert extract_mentions(warehouse, RuleExtractor(), "r1") == 3
    assert len(rows(warehouse, REFUSED)) == 1
    assert tag_dates(warehouse, "r2") == 0  # what was refused is not read again by the same version


def test_an_article_that_was_refused_is_read_when_it_is_tried_again(warehouse, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(frames, "tag", fail_on_borg)
        tag_dates(warehouse, "r1")
        extract_mentions(warehouse, RuleExtractor(), "r1")
    ask_again(warehouse, ["extraction"])
    assert tag_dates(warehouse, "r2") == 1
    extract_mentions(warehouse, RuleExtractor(), "r2")
    assert rows(warehouse, REFUSED) == []
    assert rows(warehouse, DATES) == rows(warehouse, MENTIONS) == [(1,)] * 3
    assert rows(warehouse, "select count(*) from raw.event_mentions where start_date is null") == [(0,)]


def test_what_another_version_of_a_stage_can_read_is_refused_no_longer(warehouse, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(frames, "tag", fail_on_borg)
        tag_dates(warehouse, "r1")
    monkeypatch.setattr("orchestration.steps.TAGGER_VERSION", "next")
    assert tag_dates(warehouse, "r2") == 3
    assert rows(warehouse, REFUSED) == []
