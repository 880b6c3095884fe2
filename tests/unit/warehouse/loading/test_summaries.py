"""Summaries that feeds tell of an article, beside its full text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from warehouse_rows import TEXT, article, load_articles, rows_of


def titles(db) -> list[str]:
    return [title for (title,) in rows_of(db, "select title from raw.articles order by article_id")]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", list(permutations(["full", "summary"])), ids="-".join)
@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({}, "full"),
        ({"published_at": datetime(2023, 3, 21, 23, tzinfo=UTC)}, "full"),
        ({"published_at": datetime(2023, 3, 20, tzinfo=UTC), "published_date": date(2023, 3, 20)}, "full"),
        ({"published_at": None, "published_date": None}, "full"),
        ({"published_at": datetime(2023, 3, 22, tzinfo=UTC), "published_date": date(2023, 3, 22)}, "summary"),
    ],
    ids=["same moment", "later that day", "the day before", "without a date", "the day after"],
)
def test_a_summary_from_elsewhere_never_replaces_the_full_text_of_its_day(db, change, kept, order, together):
    versions = {
        "full": article("a1", title="full", text=TEXT * 5, origin="page.html"),
        "summary": article("a1", title="summary", text="Short.", origin="feed.xml") | change,
    }
    batches = [order] if together else [[name] for name in order]
    for _ in range(2):
        for number, batch in enumerate(batches):
            load_articles(db, *(versions[name] for name in batch), run_id=f"run-{number}")
    assert titles(db) == [kept]


def test_a_file_that_was_cut_down_to_a_notice_does_replace(db):
    load_articles(db, article("a1", text=TEXT * 5))
    load_articles(db, article("a1", text="This report was withdrawn."), run_id="run-2")
    assert rows_of(db, "select text from raw.articles") == [("This report was withdrawn.",)]
