from __future__ import annotations

from datetime import UTC, date, datetime

from warehouse_rows import event, load_story, rows_of

from transforms.schema import EVENT_MENTIONS
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.upkeep.status import languages_without_events, unread_articles, warehouse_status, work_left

YEAR = {"start_date": date(2023, 1, 1), "end_date": date(2023, 12, 31), "precision": "year"}
UNDATED = {"start_date": None, "end_date": None, "precision": "unknown", "date_basis": None, "edtf": None}


def test_status_counts_what_the_warehouse_holds():
    story = Warehouse(IN_MEMORY)
    load_story(story, [event("talks", **YEAR), event("old", **UNDATED)])
    with story.reading() as connection:
        status = warehouse_status(connection)
    assert (status.rows["events"], status.rows["timeline"], status.rows["articles"]) == (2, 2, 2)
    assert (status.first_date, status.last_date, status.n_undated) == (date(2023, 1, 1), date(2023, 12, 31), 1)
    assert (status.n_runs, status.last_run, status.rejects) == (0, None, {})


def test_status_shows_the_newest_runs_first_and_refusals_by_reason(db):
    with db.writing() as connection:
        for number in range(12):
            connection.execute(
                "insert into raw.runs (run_id, started_at, state) values (?, ?, 'finished')",
                [f"run-{number:02}", datetime(2023, 1, 1 + number, tzinfo=UTC)],
            )
        connection.execute(
            "insert into raw.rejected_articles (reject_id, origin, reason) values ('1', 'f', 'empty'), ('2', 'f', 'encoding'), ('3', 'f', 'empty')"
        )
    with db.reading() as connection:
        status = warehouse_status(connection)
    assert [run["run_id"] for run in status.runs][:2] == ["run-11", "run-10"]
    assert (status.n_runs, len(status.runs)) == (12, 10)
    assert list(status.rejects.items()) == [("empty", 2), ("encoding", 1)]
    assert rows_of(db, "select count(*) from raw.runs") == [(12,)]


def test_an_article_is_unread_until_a_stage_has_read_its_present_version():
    story = Warehouse(IN_MEMORY)
    load_story(story, [event("talks", **YEAR), event("visit", **YEAR)])
    with story.writing() as connection:
        connection.execute("delete from raw.extractions")
        connection.execute(
            "insert into raw.extractions select article_id, 'event_mentions', content_hash, '1', 0 from raw.articles"
        )
        assert unread_articles(connection, EVENT_MENTIONS.name) == 0
        connection.execute(
            "update raw.articles set content_hash = 'corrected' where article_id in (select min(article_id) from raw.articles)"
        )
        assert work_left(connection) == (2, 1)
        assert unread_articles(connection, "date_expressions") == 2


def test_status_counts_articles_of_languages_of_which_no_events_are_read():
    story = Warehouse(IN_MEMORY)
    load_story(story, [event("talks", **YEAR), event("visit", **YEAR)])
    with story.writing() as connection:
        connection.execute("update raw.articles set lang = 'es'")
        assert languages_without_events(connection) == {}
        connection.execute("delete from raw.event_mentions")
        assert languages_without_events(connection) == {"es": 2}
        connection.execute("update raw.articles set lang = 'en'")
        assert languages_without_events(connection) == {}
