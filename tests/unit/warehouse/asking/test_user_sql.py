from __future__ import annotations

import pytest
from warehouse_rows import event, load_story, rows_of

from warehouse.connection import Warehouse, WarehouseError
from warehouse.queries import run_query


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    db = Warehouse(tmp_path_factory.mktemp("sql") / "dateline.duckdb")
    load_story(db, [event("e1")])
    return db


def ask(db: Warehouse, sql: str):
    with db.reading() as connection:
        return run_query(connection, sql)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select event_id from timeline", [("e1",)]),
        ("select event_id from timeline;", [("e1",)]),
        ("-- a note\nfrom timeline select n_sources", [(1,)]),
        ("with t as (from timeline) select count(*) from t", [(1,)]),
        ("values (1), (2)", [(1,), (2,)]),
        ("select actor.name from (select unnest(actors) as actor from timeline)", [("Xi Jinping",)]),
        ("pivot (select event_type from timeline) on event_type", [(1,)]),
        ("select count(*) > 10 from (describe timeline)", [(True,)]),
        ("select start_date from timeline where start_date > '2030-01-01'", []),
        ("select interval 1 day as a, 2 as b", [("1 day", 2)]),
        ("select {'a': interval 1 day} as x, '101'::bit as y", [("{'a': 1 day}", "101")]),
        ("select sum(n_sources) from timeline", [(1,)]),
    ],
)
def test_reading_statements_give_their_rows(story, sql, expected):
    assert ask(story, sql).rows() == expected


@pytest.mark.parametrize("sql", ["show tables", "describe timeline", "summarize timeline", "explain select 1"])
def test_what_describes_the_warehouse_may_run(story, sql):
    assert ask(story, sql).height > 0


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("insert into raw.events select * from raw.events", "INSERT"),
        ("update timeline set title = 'x'", "UPDATE"),
        ("delete from timeline", "DELETE"),
        ("drop table timeline", "DROP"),
        ("create table x as select 1", "CREATE"),
        ("create temp table x as select 1", "CREATE"),
        ("alter table timeline add column x integer", "ALTER"),
        ("copy timeline to 'out.csv'", "COPY"),
        ("attach 'x.duckdb'", "ATTACH"),
        ("set threads = 1", "SET"),
        ("begin", "TRANSACTION"),
        ("load fts", "LOAD"),
        ("select 1; drop table timeline", "DROP"),
    ],
)
def test_a_write_is_refused_as_such(story, sql, kind):
    with pytest.raises(WarehouseError, match=f"the warehouse is read-only here: {kind}"):
        ask(story, sql)
    assert rows_of(story, "select count(*) from timeline") == [(1,)]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("selec 1", ["syntax error", "selec"]),
        ("select titel from timeline", ["titel", '"title"']),
        ("select * from timelin", ["no table timelin", "did you mean timeline?", "event_evidence", "raw.articles"]),
        ("select * from zzz", ["no table zzz", "timeline"]),
        ("select no_such_function(1)", ["no_such_function"]),
        ("select 'x'::integer", ["'x'"]),
        ("", ["no SQL given"]),
        ("-- only a note", ["no SQL given"]),
        ("select 1; select 2", ["one statement at a time"]),
        ("select 'infinity'::date as d", ["years 1 to 9999", "varchar"]),
        ("select * from read_csv('/etc/hosts')", ["nothing but the warehouse"]),
        ("select * from 'https://example.org/x.parquet'", []),
    ],
)
def test_bad_sql_is_explained_in_one_line(story, sql, words):
    with pytest.raises(WarehouseError) as caught:
        ask(story, sql)
    assert "\n" not in str(caught.value)
    assert all(word in str(caught.value) for word in words), str(caught.value)


@pytest.mark.parametrize(
    "sql",
    [
        "call enable_logging(storage='file', storage_path='/tmp/nowhere')",
        "from enable_logging(storage='file', storage_path='/tmp/nowhere')",
        "pragma enable_profiling",
        'select * from "disable_logging"()',
        "call force_checkpoint()",
    ],
)
def test_what_sets_the_process_is_refused_before_it_runs(story, sql):
    with pytest.raises(WarehouseError, match="not possible"):
        ask(story, sql)


def test_the_words_of_a_setting_may_stand_in_a_string(story):
    assert ask(story, "select count(*) from timeline where title = 'enable_logging'").rows() == [(0,)]
