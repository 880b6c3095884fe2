from __future__ import annotations

import polars as pl
from warehouse_rows import article, everything, load_articles, rows_of, same_tables

from transforms.schema import ARTICLES
from warehouse.near_duplicates import articles_to_compare, write_near_duplicates


def compared(db, **marks: str) -> pl.DataFrame:
    """All articles, those named marked as near-duplicates."""
    with db.reading() as connection:
        frame = connection.sql("select article_id, content_hash from raw.articles").pl()
    marked = [marks.get(article_id) for article_id in frame["article_id"]]
    return frame.with_columns(near_duplicate_of=pl.Series(marked, dtype=pl.String))


def test_all_articles_are_compared_as_soon_as_one_has_not_been(db):
    assert articles_to_compare(db, "v1").is_empty()
    load_articles(db, article("a2"), article("a1"))
    assert articles_to_compare(db, "v1").schema == ARTICLES.polars_schema
    write_near_duplicates(db, compared(db), "v1")
    assert articles_to_compare(db, "v1").is_empty()
    assert articles_to_compare(db, "v2")["article_id"].to_list() == ["a1", "a2"]
    load_articles(db, article("a3"))
    assert articles_to_compare(db, "v1")["article_id"].to_list() == ["a1", "a2", "a3"]


def test_only_marks_that_differ_are_written(db):
    load_articles(db, article("a1"), article("a2"), article("a3"))
    assert write_near_duplicates(db, compared(db, a2="a1", a3="a1"), "v1") == 2
    before = everything(db)
    assert write_near_duplicates(db, compared(db, a2="a1", a3="a1"), "v1") == 0
    assert same_tables(before, everything(db)) == []
    assert write_near_duplicates(db, compared(db, a3="a1"), "v1") == 1
    assert rows_of(db, "select article_id, near_duplicate_of from raw.articles order by all") == [
        ("a1", None),
        ("a2", None),
        ("a3", "a1"),
    ]
