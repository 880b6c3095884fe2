from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from warehouse_rows import NOW, article, load_articles, load_mentions, mention, rows_of

from transforms.schema import ARTICLES
from warehouse.loading import portions
from warehouse.loading.portions import StoredArticles, articles_of, articles_to_read


def ids(articles: StoredArticles) -> list[str]:
    read = [article_id for portion in articles.portions() for article_id in portion["article_id"]]
    assert len(read) == articles.height
    return sorted(read)


def test_articles_to_read_are_those_that_the_stage_has_not_read_in_this_content_and_version(db):
    rows = [article("a1"), article("a2")]
    assert articles_to_read(db, "event_mentions", "v1").is_empty()
    load_articles(db, *rows)
    assert ids(articles_to_read(db, "event_mentions", "v1")) == ["a1", "a2"]
    load_mentions(db, rows[:1], [mention("a1")])
    assert ids(articles_to_read(db, "event_mentions", "v1")) == ["a2"]
    assert ids(articles_to_read(db, "event_mentions", "v2")) == ["a1", "a2"]
    assert ids(articles_to_read(db, "date_expressions", "v1")) == ["a1", "a2"]
    load_articles(db, article("a1", text="Something else."))
    assert ids(articles_to_read(db, "event_mentions", "v1")) == ["a1", "a2"]


def test_articles_to_read_come_as_articles(db):
    load_articles(db, article("a1"))
    [frame] = articles_to_read(db, "event_mentions", "v1").portions()
    assert frame.schema == ARTICLES.polars_schema
    assert frame["fetched_at"].to_list() == [NOW]


def test_articles_to_read_may_be_of_some_days_alone(db):
    load_articles(db, *(article(f"a{day}", published_date=date(2023, 3, day)) for day in range(1, 5)))
    assert ids(articles_to_read(db, "event_mentions", "v1", (date(2023, 3, 2), date(2023, 3, 3)))) == ["a2", "a3"]


@pytest.mark.parametrize(
    ("n_bytes", "n_articles", "heights"),
    [(10**6, 100, [30]), (10**6, 12, [12, 12, 6]), (600, 100, [11, 12, 7]), (50, 100, [1] * 30)],
)
def test_portions_are_small_in_bytes_and_in_number_and_hold_each_article_once(
    db, monkeypatch, n_bytes, n_articles, heights
):
    monkeypatch.setattr(portions, "BYTES_PER_PORTION", n_bytes)
    monkeypatch.setattr(portions, "ARTICLES_PER_PORTION", n_articles)
    load_articles(db, *(article(f"a{n:02d}", text=f"{n:02d}" * 25) for n in range(30)))
    stored = articles_to_read(db, "event_mentions", "v1")
    assert [portion.height for portion in stored.portions()] == heights
    assert ids(stored) == [f"a{n:02d}" for n in range(30)]
    assert max(piece.height for piece in stored.iter_slices(5)) <= 5


def test_articles_that_have_moved_in_the_file_or_changed_meanwhile_are_read_as_they_are_now(db, monkeypatch):
    monkeypatch.setattr(portions, "ARTICLES_PER_PORTION", 4)
    load_articles(db, *(article(f"a{n}") for n in range(8)))
    found = articles_to_read(db, "event_mentions", "v1").portions()
    first = next(found)["article_id"].to_list()
    late = next(f"a{n}" for n in range(8) if f"a{n}" not in first)
    load_articles(db, article(late, text="Something else."))
    second = dict(next(found).select("article_id", "text").iter_rows())
    assert sorted([*first, *second]) == [f"a{n}" for n in range(8)]
    assert second[late] == "Something else."


def test_an_article_that_another_process_has_removed_is_left_out(db, monkeypatch):
    monkeypatch.setattr(portions, "ARTICLES_PER_PORTION", 2)
    load_articles(db, *(article(f"a{n}") for n in range(4)))
    found = articles_to_read(db, "event_mentions", "v1").portions()
    first = next(found)["article_id"].to_list()
    gone, left = (f"a{n}" for n in range(4) if f"a{n}" not in first)
    with db.writing() as connection:
        connection.execute("delete from raw.articles where article_id = ?", [gone])
    assert next(found)["article_id"].to_list() == [left]


def test_articles_of_some_ids_are_those_that_are_stored(db):
    load_articles(db, article("a1"), article("a2"), article("a3"))
    assert ids(articles_of(db, ["a3", "a1", "strange"])) == ["a1", "a3"]
    assert articles_of(db, []).is_empty()
    assert rows_of(db, "select count(*) from raw.articles") == [(3,)]


def test_what_completes_a_portion_sees_each_article_once(db):
    load_articles(db, article("a1"), article("a2"))
    counted = StoredArticles(
        db, articles_of(db, ["a1", "a2"]).rows, lambda portion: portion.with_columns(seen=pl.lit(True))
    )
    assert [frame["seen"].to_list() for frame in counted.portions()] == [[True, True]]
