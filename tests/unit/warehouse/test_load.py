from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warehouse_rows import (
    LATER,
    NOW,
    TEXT,
    article,
    everything,
    load_articles,
    load_mentions,
    mention,
    rows_of,
    same_tables,
)

from transforms.schema import ARTICLES, EVENT_MENTIONS, REJECTED_ARTICLES, SchemaError
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.load import LoadCounts, write_articles, write_stage
from warehouse.loading.portions import articles_to_read

EARLY = datetime(2023, 3, 20, tzinfo=UTC)


def refused(reject_id: str = "r1", reason: str = "empty") -> dict[str, object]:
    return {"reject_id": reject_id, "origin": "broken.txt", "reason": reason, "detail": "no words", "raw_hash": "00"}


def titles(db) -> list[str]:
    return [title for (title,) in rows_of(db, "select title from raw.articles order by article_id")]


def test_counts_say_what_was_read_kept_new_and_refused(db):
    counts = write_articles(
        db, ARTICLES.frame([article("a1"), article("a2")]), REJECTED_ARTICLES.frame([refused()]), "run-1", NOW
    )
    assert counts == LoadCounts(n_read=3, n_kept=2, n_new=2, n_changed=0, n_refused=1)
    assert counts + counts == LoadCounts(6, 4, 4, 0, 2)


def test_the_first_reading_is_remembered(db):
    load_articles(db, article("a1"))
    load_articles(db, article("a1"), article("a2"), run_id="run-2", now=LATER)
    assert rows_of(db, "select article_id, run_id, fetched_at::varchar from raw.articles order by all") == [
        ("a1", "run-1", "2023-04-01 12:00:00+00"),
        ("a2", "run-2", "2023-04-02 12:00:00+00"),
    ]


def test_a_second_load_changes_no_row(db):
    articles = ARTICLES.frame(
        [
            article("a1"),
            article("a2", title=None, url=None, source=None, published_at=None, published_date=None),
            article("a3", text="one"),
            article("a3", text="two"),
            article("a4"),
            article("a4", url="https://elsewhere.org", title="Another"),
        ]
    )
    rejected = REJECTED_ARTICLES.frame([refused(), refused("r2")])
    write_articles(db, articles, rejected, "run-1", NOW)
    before = everything(db)
    counts = write_articles(db, articles, rejected, "run-2", LATER)
    assert same_tables(before, everything(db)) == []
    assert counts == LoadCounts(n_read=8, n_kept=5, n_new=0, n_changed=0, n_refused=3)


def test_a_revised_article_replaces_the_old_one(db):
    load_articles(db, article("a1", title="Old"))
    counts = load_articles(db, article("a1", title="New", origin="elsewhere.html"), run_id="run-2", now=LATER)
    assert (counts.n_new, counts.n_changed) == (0, 1)
    assert rows_of(db, "select title, run_id, origin from raw.articles") == [("New", "run-2", "elsewhere.html")]


@pytest.mark.parametrize("order", list(permutations(["first", "second", "third"])), ids="-".join)
def test_of_versions_in_one_batch_the_one_published_last_counts(db, order):
    versions = {
        "first": article("a1", title="first", published_at=EARLY, origin="c"),
        "second": article("a1", title="second", published_at=None, origin="b"),
        "third": article("a1", title="third", origin="a"),
    }
    load_articles(db, *(versions[name] for name in order))
    assert titles(db) == ["third"]


def test_a_version_that_was_replaced_stays_replaced_when_it_is_read_again(db):
    old, new = article("a1", title="Old"), article("a1", title="New", origin="a0.txt")
    load_articles(db, old)
    load_articles(db, new)
    before = everything(db)
    for rereading in ([old], [new], [old, new]):
        assert load_articles(db, *rereading, run_id="run-2", now=LATER).n_changed == 0
    assert same_tables(before, everything(db)) == []
    assert titles(db) == ["New"]


def test_a_version_that_comes_back_in_the_file_that_was_corrected_is_the_newest(db):
    first, second = article("a1", title="First"), article("a1", title="Second")
    for version, run_id in ((first, "run-1"), (second, "run-2"), (first, "run-3")):
        load_articles(db, version, run_id=run_id)
    assert rows_of(db, "select title, version, run_id from raw.articles") == [("First", 3, "run-3")]
    assert sorted(rows_of(db, "select version from raw.article_versions")) == [(2,), (3,)]
    before = everything(db)
    assert load_articles(db, first, run_id="run-4", now=LATER).n_changed == 0
    assert (
        write_articles(db, ARTICLES.frame([second]), REJECTED_ARTICLES.empty(), "run-4", LATER, reread=True).n_changed
        == 0
    )
    assert same_tables(before, everything(db)) == []


def test_of_two_versions_in_one_file_the_later_one_stays_when_the_file_is_read_again(db):
    versions = article("a1", title="First"), article("a1", title="Second")
    load_articles(db, *versions)
    before = everything(db)
    assert load_articles(db, *versions, run_id="run-2", now=LATER).n_changed == 0
    assert same_tables(before, everything(db)) == []


def test_a_new_version_counts_even_when_the_old_one_is_read_again_after_it(db):
    old, new = article("a1", title="Old"), article("a1", title="New", origin="a0.txt")
    load_articles(db, old)
    load_articles(db, new, old)
    assert titles(db) == ["New"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)), st.sets(st.integers(1, 7)))
def test_neither_order_nor_batches_decide_which_versions_count(order, cuts):
    days = (None, 20, 21, 22)
    rows = [
        article(name, title=f"{name} of {day}", origin=f"{name}-{day}", published_at=day and EARLY.replace(day=day))
        for name in ("a1", "a2")
        for day in days
    ]
    db = Warehouse(IN_MEMORY)
    for start, end in pairwise([0, *sorted(cuts), len(order)]):
        load_articles(db, *(rows[n] for n in order[start:end]))
    assert titles(db) == ["a1 of 22", "a2 of 22"]


def test_a_version_published_earlier_and_found_elsewhere_does_not_replace(db):
    load_articles(db, article("a1", title="New"))
    load_articles(db, article("a1", title="Old", published_at=EARLY, origin="archive.html"))
    assert titles(db) == ["New"]


def test_a_file_whose_publication_date_was_corrected_does_replace(db):
    load_articles(db, article("a1"))
    load_articles(db, article("a1", published_at=EARLY, published_date=date(2023, 3, 20)))
    assert rows_of(db, "select published_date from raw.articles") == [(date(2023, 3, 20),)]


def test_the_same_text_read_better_from_the_same_file_keeps_its_first_reading(db):
    load_articles(db, article("a1", lang=None))
    counts = load_articles(db, article("a1", lang="en"), run_id="run-2", now=LATER)
    assert counts.n_changed == 1
    assert rows_of(db, "select lang, run_id from raw.articles") == [("en", "run-1")]


def test_the_same_text_from_another_file_changes_nothing(db):
    load_articles(db, article("a1"))
    assert load_articles(db, article("a1", lang=None, origin="copy.txt")).n_changed == 0
    assert rows_of(db, "select lang, origin from raw.articles") == [("en", "a1.txt")]


def test_marked_near_duplicates_stay_marked_when_read_again(db):
    load_articles(db, article("a1"), article("a2"))
    with db.writing() as connection:
        connection.execute("update raw.articles set near_duplicate_of = 'a1' where article_id = 'a2'")
    assert load_articles(db, article("a1"), article("a2")).n_changed == 0
    assert rows_of(db, "select near_duplicate_of from raw.articles where article_id = 'a2'") == [("a1",)]


@pytest.mark.parametrize(
    ("url", "title", "is_conflict"),
    [
        ("https://elsewhere.org", "Another", True),
        ("https://elsewhere.org", None, True),
        ("https://elsewhere.org", "Title of a1", False),
        ("https://example.org/a1", "Another", False),
        (None, "Another", False),
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_an_id_of_another_article_is_refused_and_both_are_named(db, url, title, is_conflict, together):
    first, second = article("a1", published_at=EARLY), article("a1", url=url, title=title, origin="b.txt")
    if together:
        counts = load_articles(db, first, second)
    else:
        load_articles(db, first)
        counts = load_articles(db, second)
    assert (counts.n_refused == 1) is is_conflict
    refusals = rows_of(db, "select reason, origin, detail from raw.rejected_articles")
    if is_conflict:
        [(reason, origin, detail)] = refusals
        assert (reason, origin) == ("id_conflict", "b.txt")
        assert all(words in detail for words in ("a1", "https://elsewhere.org", "Title of a1"))
        assert titles(db) == ["Title of a1"]
    else:
        assert refusals == []


def test_refused_inputs_are_stored_once_with_their_first_run(db):
    for run_id, now in (("run-1", NOW), ("run-2", LATER)):
        write_articles(db, ARTICLES.empty(), REJECTED_ARTICLES.frame([refused(), refused()]), run_id, now)
    assert rows_of(db, "select reject_id, run_id, rejected_at::varchar from raw.rejected_articles") == [
        ("r1", "run-1", "2023-04-01 12:00:00+00")
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"published_basis": "guess"}, "published_basis.*guess"),
        ({"text": None}, "articles.text: null"),
    ],
)
def test_values_that_the_schema_does_not_have_are_refused_and_nothing_is_written(db, change, words):
    with pytest.raises(SchemaError, match=words):
        load_articles(db, article("a1") | change)
    assert not db.exists()


def test_a_stage_replaces_the_rows_of_the_articles_it_read_and_no_others(db):
    rows = [article("a1"), article("a2")]
    load_articles(db, *rows)
    load_mentions(db, rows, [mention("a1"), mention("a1", "meet"), mention("a2")])
    load_mentions(db, rows[:1], [mention("a1", "said")], version="v2")
    assert rows_of(db, "select mention_id from raw.event_mentions order by all") == [("a1-said",), ("a2-arrived",)]
    assert rows_of(db, "select article_id, version, n_rows from raw.extractions order by all") == [
        ("a1", "v2", 1),
        ("a2", "v1", 1),
    ]


def test_an_article_without_rows_counts_as_read(db):
    load_articles(db, article("a1"))
    assert load_mentions(db, [article("a1")], []) == 0
    assert rows_of(db, "select n_rows from raw.extractions") == [(0,)]
    assert articles_to_read(db, "event_mentions", "v1").is_empty()


def test_actors_come_back_as_they_were_given(db):
    actors = [
        [
            {"name": "Xi", "role": "source", "kind": "person", "state": None},
            {"name": None, "role": None, "kind": None, "state": None},
        ],
        [],
    ]
    rows = [mention("a1", actors=actors[0]), mention("a1", "meet", actors=actors[1])]
    load_articles(db, article("a1"))
    load_mentions(db, [article("a1")], rows)
    with db.reading() as connection:
        stored = connection.sql("from raw.event_mentions order by mention_id").pl()
    assert stored.equals(EVENT_MENTIONS.frame(rows))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([mention("stranger")], "not read: stranger"),
        ([mention("a1"), mention("a1")], "two rows with the key"),
        ([mention("a1", status="perhaps")], "perhaps"),
    ],
)
def test_rows_that_do_not_fit_are_refused_and_the_old_ones_stay(db, rows, words):
    load_articles(db, article("a1"))
    load_mentions(db, [article("a1")], [mention("a1", "meet")])
    before = everything(db)
    with pytest.raises(SchemaError, match=words):
        write_stage(db, EVENT_MENTIONS, ARTICLES.frame([article("a1")]), EVENT_MENTIONS.frame(rows), "v2")
    assert same_tables(before, everything(db)) == []


def test_only_ids_and_hashes_of_the_read_articles_are_needed(db):
    load_articles(db, article("a1"))
    read = ARTICLES.frame([article("a1")]).select("article_id", "content_hash")
    assert write_stage(db, EVENT_MENTIONS, read, EVENT_MENTIONS.empty(), "v1") == 0


OTHER_TEXT = (
    "Fishermen on Lake Vättern landed record catches of char this spring, the county board said in its yearly count."
)
REWRITTEN = (
    "Chinese leader lands in Moscow\n" + TEXT.replace("on Monday", "late on Monday evening") + " Talks last two days."
)
ALONE = {"url": None}


@pytest.mark.parametrize(
    ("first", "second", "is_conflict"),
    [
        ({}, {"title": "Another", "text": OTHER_TEXT}, True),
        ({"title": None}, {"title": None, "text": OTHER_TEXT}, True),
        ({"url": "https://example.org/a1"}, {"title": "Another", "text": OTHER_TEXT}, True),
        ({}, {"title": "Another", "text": REWRITTEN}, False),
        ({"title": None}, {"title": None, "text": REWRITTEN}, False),
        ({}, {"text": OTHER_TEXT}, False),
        ({}, {"title": "Another"}, False),
        ({"text": TEXT[:39]}, {"title": "Another", "text": TEXT * 3}, False),
        (
            {"text": "首相は月曜日、東京で国防大臣と会談した。"},
            {"title": "B", "text": "漁師たちは湖で記録的な漁獲を上げた。"},
            True,
        ),
        (
            {"text": "首相は月曜日、東京で国防大臣と会談した。"},
            {"title": "B", "text": "首相は月曜日に東京で国防大臣と会談。"},
            False,
        ),
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_an_id_without_address_in_two_files_is_one_article_only_where_title_or_words_agree(
    db, first, second, is_conflict, together
):
    rows = [
        article("1", **{**ALONE, "published_at": EARLY, "origin": "a.jsonl", **first}),
        article("1", **{**ALONE, "origin": "b.jsonl", **second}),
    ]
    batches = [rows] if together else [[row] for row in rows]
    counts = sum((load_articles(db, *batch) for batch in batches), LoadCounts(0, 0, 0, 0, 0))
    assert counts.n_refused == is_conflict
    assert rows_of(db, "select origin from raw.articles") == [("a.jsonl" if is_conflict else "b.jsonl",)]
    for reason, detail in rows_of(db, "select reason, detail from raw.rejected_articles"):
        assert reason == "id_conflict"
        assert "b.jsonl" in detail and "give each article an id" in detail


@pytest.mark.parametrize("together", [True, False])
def test_two_articles_of_one_file_and_id_are_not_taken_for_versions_however_often_the_file_is_read(db, together):
    rows = [
        article("1", **ALONE, published_at=EARLY, origin="a.jsonl"),
        article("1", **ALONE, title="Another", text=OTHER_TEXT, origin="a.jsonl"),
    ]
    for run_id in ("run-1", "run-2", "run-3"):
        for batch in [rows] if together else [[row] for row in rows]:
            load_articles(db, *batch, run_id=run_id)
        assert titles(db) == ["Title of 1"]
        assert rows_of(db, "select count(*) from raw.rejected_articles") == [(1,)]


def test_an_article_that_its_file_tells_anew_in_a_later_run_is_rewritten(db):
    load_articles(db, article("1", **ALONE, origin="a.jsonl"))
    anew = article("1", **ALONE, title="Another", text=OTHER_TEXT, origin="a.jsonl")
    assert load_articles(db, anew, run_id="run-2", now=LATER).n_changed == 1
    assert titles(db) == ["Another"]


def test_what_was_taken_for_a_version_once_stays_one(db):
    load_articles(db, article("1", **ALONE, origin="a.jsonl"))
    anew = article("1", **ALONE, title="Another", text=OTHER_TEXT, origin="a.jsonl")
    load_articles(db, anew, run_id="run-2", now=LATER)
    for row in (anew | {"origin": "b.jsonl"}, article("1", **ALONE, origin="b.jsonl")):
        assert load_articles(db, row, run_id="run-3", now=LATER).n_refused == 0
