"""The facts that other tests expect of the sample are told by its articles."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import tomli

from transforms.articles import Document, ReadResult, read_documents

FACTS: list[dict[str, Any]] = tomli.loads(Path(__file__).with_name("sample_facts.toml").read_text("utf-8"))["fact"]
SAMPLE = Path(str(resources.files("orchestration") / "sample"))


def name_of(fact: dict[str, Any]) -> str:
    return f"{fact['event_type']} {fact['start']} {' '.join(fact['actors'])}"


@pytest.fixture(scope="module")
def sample() -> ReadResult:
    files = sorted(path for path in SAMPLE.glob("*/*") if path.is_file())
    return read_documents(Document(str(path.relative_to(SAMPLE)), path.read_bytes()) for path in files)


def test_every_article_of_the_sample_has_an_outlet_a_title_and_a_day(sample: ReadResult) -> None:
    assert sample.articles.height == 36
    assert sample.articles.select("source", "title", "published_date").null_count().sum_horizontal().item() == 0
    assert sample.articles["source"].n_unique() == 10


def test_the_broken_inputs_are_refused_each_for_its_own_reason(sample: ReadResult) -> None:
    refused = dict(sample.rejected.select("origin", "reason").iter_rows())
    assert refused == {
        "broken/empty.txt": "empty",
        "broken/scrambled.txt": "encoding",
        "broken/section-front.html": "no_article",
    }


@pytest.mark.parametrize("fact", FACTS, ids=name_of)
def test_each_outlet_of_a_fact_tells_it_in_the_quoted_words(fact: dict[str, Any], sample: ReadResult) -> None:
    for outlet, quote in zip(fact["outlets"], fact["quotes"], strict=True):
        texts = sample.articles.filter(pl.col("source") == outlet)["text"]
        assert any(quote in text for text in texts), f"{outlet} does not say: {quote}"


@pytest.mark.parametrize("fact", FACTS, ids=name_of)
def test_no_fact_ends_before_it_starts(fact: dict[str, Any]) -> None:
    assert fact["start"] <= fact["end"]
