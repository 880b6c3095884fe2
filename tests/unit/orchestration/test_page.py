"""The page beside the warehouse: drawn when the models were built again, and when it is not there as it was drawn."""

from pathlib import Path

import pytest

from orchestration.extractors import ExtractorSettings, create_extractor
from orchestration.steps import build_models, extract_mentions, merge_events, store_documents, tag_dates, write_page
from transforms.articles import Document
from warehouse.connection import Warehouse


def run(warehouse: Warehouse, *texts: str) -> None:
    documents = [
        Document(f"{number}.txt", f"{text}\n\nPublished: 2023-03-21\n".encode()) for number, text in enumerate(texts)
    ]
    store_documents(warehouse, documents, "test")
    tag_dates(warehouse, "test")
    extract_mentions(warehouse, create_extractor(ExtractorSettings()), "test")
    merge_events(warehouse, "test")
    build_models(warehouse)


VISIT = "Chinese President Xi Jinping visited Moscow on 20 March 2023."
MEETING = "Egyptian President Abdel Fattah el-Sisi met farmers in Cairo on 19 March 2023."


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    made = Warehouse(tmp_path / "w.duckdb")
    run(made, VISIT)
    return made


def test_a_page_that_stands_there_is_not_drawn_again(warehouse: Warehouse, tmp_path: Path) -> None:
    page = tmp_path / "w.html"
    assert write_page(warehouse, page) == 1
    drawn = page.stat().st_mtime_ns
    run(warehouse, VISIT)
    assert write_page(warehouse, page) is None
    assert page.stat().st_mtime_ns == drawn


def test_another_page_or_none_is_drawn_anew(warehouse: Warehouse, tmp_path: Path) -> None:
    page = tmp_path / "w.html"
    write_page(warehouse, page)
    drawn = page.read_text(encoding="utf-8")
    page.write_text("the page of another warehouse", encoding="utf-8")
    assert write_page(warehouse, page) == 1
    page.unlink()
    assert write_page(warehouse, page) == 1
    assert page.read_text(encoding="utf-8") == drawn


def test_new_events_are_drawn_for_those_who_could_read_the_page(warehouse: Warehouse, tmp_path: Path) -> None:
    page = tmp_path / "w.html"
    write_page(warehouse, page)
    page.chmod(0o640)
    run(warehouse, VISIT, MEETING)
    assert write_page(warehouse, page) == 2
    assert "Cairo" in page.read_text(encoding="utf-8")
    assert page.stat().st_mode & 0o777 == 0o640
