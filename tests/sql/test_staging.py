"""The staging views: the raw tables, with what can be said of a row at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.schema import TABLES


@pytest.mark.parametrize(
    "name", ["articles", "event_mentions", "events", "event_links", "date_expressions", "rejected_articles"]
)
def test_a_staging_view_has_every_column_of_its_table(ask, name):
    [table] = [table for table in TABLES if table.name == name]
    columns = [column for column, *_ in ask({}, f"describe staging.stg_{name}")]
    assert columns[: len(table.names)] == table.names


@pytest.mark.parametrize(
    ("given", "sql", "expected"),
    [
        (
            {
                "articles": [
                    {"article_id": "a"},
                    {"article_id": "b", "source": "Times", "title": "T", "near_duplicate_of": "a"},
                ]
            },
            "select source_name, article_title, is_near_duplicate from staging.stg_articles order by article_id",
            [("unknown source", "untitled", False), ("Times", "T", True)],
        ),
        (
            {
                "events": [
                    {"start_date": date(2023, 1, 1), "first_reported_at": datetime(2023, 3, 21, 23, 59, tzinfo=UTC)}
                ]
            },
            "select is_dated, first_reported_date, last_reported_date from staging.stg_events",
            [(True, date(2023, 3, 21), None)],
        ),
        (
            {"event_mentions": [{"sentence_start": 5, "sentence_end": 12}]},
            "select is_dated, sentence_length from staging.stg_event_mentions",
            [(False, 7)],
        ),
        (
            {"date_expressions": [{"text_start": 0, "earliest": date(2023, 1, 1)}, {"text_start": 9}]},
            "select is_dated from staging.stg_date_expressions order by text_start",
            [(True,), (False,)],
        ),
        (
            {"rejected_articles": [{"rejected_at": datetime(2023, 3, 21, 23, 59, tzinfo=UTC)}]},
            "select rejected_date from staging.stg_rejected_articles",
            [(date(2023, 3, 21),)],
        ),
    ],
    ids=["articles", "events", "mentions", "dates", "rejects"],
)
def test_derived_columns(ask, given, sql, expected):
    assert ask(given, sql) == expected


def test_actors_of_an_event_are_one_row_each_with_all_their_roles(ask):
    person = {"name": "Xi", "kind": "person", "state": "China"}
    actors = [
        {**person, "role": "target"},
        {"name": "Putin", "role": None, "kind": None, "state": None},
        {**person, "role": "source"},
    ]
    given = {"events": [{"event_id": "e", "actors": actors}]}
    assert ask(given, "from intermediate.int_event_actors order by actor_position") == [
        ("e", "Xi", "person", "China", ["source", "target"], 0),
        ("e", "Putin", None, None, [], 1),
    ]
