from __future__ import annotations

from datetime import timedelta

import pytest
from warehouse_rows import NOW, article, event, load_articles, load_story, rows_of

from transforms.schema import SchemaError
from warehouse.loading.run_log import begin_run, end_run, note_counts


def test_a_run_is_noted_from_its_begin_to_its_end(db):
    load_story(db, [event("e1"), event("e2")])
    begin_run(db, "run-1", NOW)
    assert rows_of(db, "select run_id, state, finished_at, seconds from raw.runs") == [("run-1", "running", None, None)]
    note_counts(db, "run-1", {"n_read": 3, "n_kept": 2, "n_new": 2, "n_refused": 1})
    end_run(db, "run-1", "finished", NOW + timedelta(seconds=90.5))
    columns = "state, seconds, n_read, n_kept, n_new, n_refused, n_mentions, n_events"
    assert rows_of(db, f"select {columns} from raw.runs") == [("finished", 90.5, 3, 2, 2, 1, 2, 2)]


def test_a_run_that_never_ended_counts_as_failed_once_the_next_begins(db):
    begin_run(db, "killed", NOW)
    begin_run(db, "next", NOW + timedelta(hours=1))
    assert rows_of(db, "select run_id, state from raw.runs order by started_at") == [
        ("killed", "failed"),
        ("next", "running"),
    ]


def test_a_run_that_begins_again_is_one_row(db):
    begin_run(db, "run-1", NOW)
    begin_run(db, "run-1", NOW + timedelta(hours=1))
    assert rows_of(db, "select run_id, state from raw.runs") == [("run-1", "running")]


def test_a_count_that_runs_do_not_have_is_refused(db):
    load_articles(db, article("a1"))
    with pytest.raises(SchemaError, match="n_walked"):
        note_counts(db, "run-1", {"n_walked": 1})
