"""Articles that repeat an earlier one are marked with it."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles import with_near_duplicates

WORDS = [
    f"{first}{second}"
    for first in ("har", "vol", "min", "pres", "wor", "grain")
    for second in ("bour", "ga", "ister", "ident", "kers", "s")
]


def text(seed: int, n_words: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=n_words))


def frame(*rows: tuple[str, str, int | None]) -> pl.DataFrame:
    times = [datetime(2023, 3, day, tzinfo=UTC) if day else None for *_, day in rows]
    return pl.DataFrame(
        {"article_id": [row[0] for row in rows], "text": [row[1] for row in rows], "published_at": times},
        schema_overrides={"article_id": pl.String, "text": pl.String, "published_at": pl.Datetime("us", "UTC")},
    )


def marks(articles: pl.DataFrame, threshold: float = 0.7) -> dict[str, str | None]:
    return dict(with_near_duplicates(articles, threshold).select("article_id", "near_duplicate_of").rows())


def test_a_copy_with_a_changed_lead_is_marked_with_the_earliest() -> None:
    agency = text(1)
    copy = "Our correspondent reports from the port: " + agency
    articles = frame(
        ("late", copy, 22), ("first", agency, 21), ("other", text(2), 20), ("undated", agency.upper() + "!", None)
    )
    assert marks(articles) == {"late": "first", "first": None, "other": None, "undated": "first"}


def test_of_equally_early_ones_the_smallest_id_is_the_original() -> None:
    assert marks(frame(("b", text(1), 21), ("a", text(1), 21))) == {"b": "a", "a": None}


def test_articles_that_share_only_boilerplate_are_originals() -> None:
    boilerplate = text(99, 60)
    assert set(marks(frame(*((f"a{n}", text(n) + " " + boilerplate, 21) for n in range(80)))).values()) == {None}


def test_a_chain_of_small_changes_never_points_at_a_repeat() -> None:
    words = text(1).split()
    chain = frame(*((f"a{n}", " ".join(words[: 200 - 15 * n] + text(n + 50, 15 * n).split()), n + 1) for n in range(8)))
    found = marks(chain)
    assert found["a1"] == "a0"
    assert found["a7"] != "a0"
    assert all(found[original] is None for original in found.values() if original is not None)


@pytest.mark.parametrize(("threshold", "expected"), [(0.3, "a"), (0.9, None)])
def test_the_threshold_decides(threshold: float, expected: str | None) -> None:
    words = text(1)
    changed = words + " " + text(2, 100)
    assert marks(frame(("a", words, 1), ("b", changed, 2)), threshold)["b"] == expected


def test_versions_of_one_article_do_not_repeat_themselves() -> None:
    assert with_near_duplicates(frame(("a", text(1), 1), ("a", text(1), 2)))["near_duplicate_of"].to_list() == [
        None,
        None,
    ]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one", "one two"], ["!!", "??"]])
def test_texts_without_enough_words_are_handled(texts: list[str]) -> None:
    articles = frame(*((str(number), words, 1) for number, words in enumerate(texts)))
    assert with_near_duplicates(articles).height == len(texts)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(12)))
def test_the_order_of_rows_changes_nothing_but_their_order(order: list[int]) -> None:
    rows = [(f"a{n}", text(n // 3) + " " + text(n, 20), 1 + n % 5) for n in range(12)]
    shuffled = frame(*(rows[n] for n in order))
    result = with_near_duplicates(shuffled)
    assert result["article_id"].to_list() == shuffled["article_id"].to_list()
    assert marks(shuffled) == marks(frame(*rows))
