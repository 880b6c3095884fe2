"""Reading only the sentences that are asked for gives what reading all of them gives."""

from __future__ import annotations

import gc
from datetime import date

import polars as pl
import pytest

from transforms.events.actors import find_actors
from transforms.events.extract import RuleExtractor
from transforms.events.texts.sentences import split_sentences

TEXT = (
    "Chilean President Gabriel Boric arrived in Lima on Monday. He met business leaders. He then flew home. "
    "It rained all day. The president's office said he was tired. Peruvian Foreign Minister Elmer Schialer thanked him."
)


@pytest.mark.parametrize("needed", [0, 1, 2, 4, 5])
def test_mentions_of_a_needed_sentence_are_the_same_as_when_all_are_read(needed: int) -> None:
    sentences = split_sentences(TEXT)
    span = sentences[needed]

    def inside(**asked: set[int]) -> list[object]:
        return [item for item in find_actors(TEXT, sentences, **asked) if span.start <= item.start < span.end]

    assert inside(needed={needed}) == inside() != []


def test_sentences_that_no_needed_one_looks_back_on_give_no_names() -> None:
    names = {item.name for item in find_actors(TEXT, split_sentences(TEXT), needed={1})}
    assert "Gabriel Boric" in names
    assert "Elmer Schialer" not in names


@pytest.mark.parametrize("enabled", [True, False])
def test_extracting_leaves_the_collector_as_it_was(enabled: bool) -> None:
    article = {"article_id": "a", "title": "", "text": TEXT, "published_date": date(2024, 5, 7), "lang": "en"}
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        RuleExtractor().extract(pl.DataFrame([article]))
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
