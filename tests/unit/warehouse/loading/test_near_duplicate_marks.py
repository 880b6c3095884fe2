from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import polars as pl
from warehouse_rows import article, everything, load_articles, rows_of, same_tables

from orchestration.steps import mark_near_duplicates
from transforms.articles import sketches
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.loading.near_duplicates import COMPARED, articles_to_compare, write_near_duplicates


def compared(db, **marks: str) -> pl.DataFrame:
    """All articles, those named marked as near-duplicates."""
    with db.reading() as connection:
        frame = connection.sql("select article_id, content_hash, text from raw.articles").pl()
    marked = [marks.get(article_id) for article_id in frame["article_id"]]
    return frame.with_columns(pl.Series("near_duplicate_of", marked, pl.String), sketches(frame["text"]))


def test_articles_are_compared_again_with_a_new_one_that_may_repeat_them(db):
    assert articles_to_compare(db, "v1").is_empty()
    load_articles(db, article("a2"), article("a1"))
    assert articles_to_compare(db, "v1").schema == COMPARED
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


def test_a_new_article_is_compared_with_those_that_may_be_like_it_alone(db):
    load_articles(db, article("a1"), article("a2", text="Floods closed the road between the two towns for three days."))
    mark_near_duplicates(db)
    load_articles(db, article("a3"))
    version = rows_of(db, "select distinct version from raw.extractions where stage = 'near_duplicates'")[0][0]
    assert articles_to_compare(db, version)["article_id"].to_list() == ["a1", "a3"]


def test_of_many_articles_with_one_footer_few_are_compared_with_a_new_one_and_in_little_memory():
    """A paper's closing words are in all that it prints; rows for any two of its articles would be nine millions here."""
    footer = "This report was edited in Norfield and is free to print with the name of its author"
    store = Warehouse(IN_MEMORY)
    load_articles(store, *(article(f"a{n:04d}", text=f"{n} {n + 1} {n + 2} {n + 3}. {footer}") for n in range(3000)))
    with store.reading() as connection:
        connection.execute("set memory_limit = '200MB'")
        connection.execute("set max_temp_directory_size = '0MB'")
    write_near_duplicates(store, compared(store), "v1")
    load_articles(store, article("b", text=f"Ships sail. {footer}"))
    assert 10 < articles_to_compare(store, "v1").height < 600


def test_articles_that_share_a_footer_have_the_same_marks_run_after_run_as_in_one_run():
    """Copies of a report are found among hundreds with one closing line, also where little but that line makes them alike."""
    dice = random.Random(2)
    footer = " ".join(f"footer{n}" for n in range(24))
    stories = [" ".join(f"w{dice.randrange(4000)}" for _ in range(16)) for _ in range(200)]
    stories += [f"note{n // 3} {n}" for n in range(9)]
    texts = [f"{story} {footer}" for story in (*stories, *stories[:40:4], *stories[:40:8])]
    articles = [
        article(f"a{n:03d}", text=text, published_at=datetime(2023, 3, 1, tzinfo=UTC) + timedelta(hours=n))
        for n, text in enumerate(texts)
    ]
    marks = []
    for n_first in (len(articles), len(articles) - 5, 190):
        store = Warehouse(IN_MEMORY)
        dice.shuffle(articles)
        load_articles(store, *articles[:n_first])
        mark_near_duplicates(store)
        for late in articles[n_first:]:
            load_articles(store, late)
            mark_near_duplicates(store)
        marks.append(rows_of(store, "select article_id, near_duplicate_of from raw.articles order by all"))
    assert marks[0] == marks[1] == marks[2]
    assert sum(mark is not None for _, mark in marks[0]) >= 15


def test_a_text_of_few_words_is_compared_with_all_that_hold_them(db):
    load_articles(db, article("a1", text="Borg resigns in Norfield"), article("a2", text="Rain fell on the hills."))
    write_near_duplicates(db, compared(db), "v1")
    load_articles(db, article("a3", text="Borg resigns in Norfield today, ministers say."))
    assert articles_to_compare(db, "v1")["article_id"].to_list() == ["a1", "a3"]
    write_near_duplicates(db, compared(db), "v1")
    load_articles(db, article("a4", text="Rain fell on the"))
    assert articles_to_compare(db, "v1")["article_id"].to_list() == ["a2", "a4"]


def test_marks_do_not_depend_on_the_order_in_which_articles_come():
    """A story is passed on with more and more changed words, and some of its versions are corrected later."""
    dice = random.Random(1)
    words = [f"word{n}" for n in range(120)]
    versions = []
    for n in range(24):
        words[dice.randrange(120)] = f"changed{n}"
        words[dice.randrange(120)] = f"other{n}"
        published = datetime(2023, 3, 1, tzinfo=UTC) + timedelta(hours=dice.randrange(48))
        versions.append(article(f"a{n:02d}", text=" ".join(words), published_at=published))
    marks = []
    for batch in (24, 5, 1):
        store = Warehouse(IN_MEMORY)
        dice.shuffle(versions)
        for first in range(0, 24, batch):
            load_articles(store, *versions[first : first + batch])
            mark_near_duplicates(store)
        marks.append(rows_of(store, "select article_id, near_duplicate_of from raw.articles order by all"))
    assert marks[0] == marks[1] == marks[2]
    assert 3 < sum(mark is not None for _, mark in marks[0]) < 24
