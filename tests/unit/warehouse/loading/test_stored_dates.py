"""Articles come back with the date expressions that were stored for them."""

from __future__ import annotations

from datetime import date

from warehouse_rows import article, load_articles

from transforms.schema import ARTICLES, DATE_EXPRESSIONS
from transforms.temporal import FOUND, expressions_of, tag, tag_frame
from warehouse.load import write_stage
from warehouse.loading.stored_dates import with_date_expressions

TEXTS = {
    "a1": "He came on Monday. Two days later, in early May, he left.",
    "a2": "No day is named here.",
    "a3": "It ended about 2019, after three weeks.",
}
PUBLISHED = date(2023, 3, 21)


def stored(db, *names):
    articles = [article(name, text=TEXTS[name], published_date=PUBLISHED) for name in names]
    load_articles(db, *articles)
    frame = ARTICLES.frame(articles)
    write_stage(db, DATE_EXPRESSIONS, frame, tag_frame(frame), "v1")
    return frame


def test_articles_have_the_expressions_that_were_stored_in_their_order(db):
    frame = stored(db, "a3", "a1", "a2")
    read = with_date_expressions(db, frame, "v1")
    assert read["article_id"].to_list() == ["a3", "a1", "a2"]
    assert list(expressions_of(read)) == [tag(TEXTS[name], PUBLISHED) for name in ("a3", "a1", "a2")]


def test_what_another_version_read_or_in_other_words_counts_as_not_found_yet(db):
    frame = stored(db, "a1")
    assert with_date_expressions(db, frame, "v2")[FOUND].to_list() == [None]
    rewritten = ARTICLES.frame([article("a1", text="He came on Friday.", published_date=PUBLISHED)])
    assert list(expressions_of(with_date_expressions(db, rewritten, "v1"))) == [None]
