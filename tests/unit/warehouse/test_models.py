from __future__ import annotations

from dataclasses import replace

import pytest
from warehouse_rows import article, event, load_articles, load_story, rows_of

from warehouse.connection import IN_MEMORY, Warehouse, WarehouseError
from warehouse.models import make_models, run_models, run_tests
from warehouse.sql_models.project import load_project


@pytest.fixture(scope="module")
def project():
    return load_project()


def altered(project, name: str, **changes):
    """The project with one model changed."""
    return replace(project, models=tuple(replace(m, **changes) if m.name == name else m for m in project.models))


def failures(db) -> set[str]:
    with db.reading() as connection:
        return {result.name for result in run_tests(connection) if result.n_failures}


def test_models_have_exactly_the_columns_that_are_described_with_these_comments(db, project):
    load_story(db, [event("e1")])
    for model in project.models:
        columns = rows_of(
            db,
            "select column_name, comment from duckdb_columns()"
            f" where schema_name = '{model.schema}' and table_name = '{model.name}'",
        )
        assert dict(columns) == dict(model.columns), model.name


def test_tables_and_views_carry_their_grain(db, project):
    load_story(db, [event("e1")])
    comments = dict(rows_of(db, "select table_name, comment from duckdb_tables() where schema_name = 'main'"))
    assert comments["timeline"] == "one row per event, ready to read"
    comments = dict(rows_of(db, "select view_name, comment from duckdb_views() where schema_name = 'staging'"))
    assert comments["stg_events"] == "one row per event in the world"


def test_results_count_the_rows(db, project):
    load_story(db, [event("e1"), event("e2")])
    with db.writing() as connection:
        counts = {result.name: result.n_rows for result in run_models(connection, project)}
    assert counts["timeline"] == counts["event_evidence"] == counts["stg_articles"] == 2


def test_models_made_in_memory_hold_what_those_of_a_file_hold(db, project):
    load_story(db, [event("e1"), event("e2")])
    in_memory = Warehouse(IN_MEMORY)
    load_story(in_memory, [event("e1"), event("e2")])
    with in_memory.writing() as connection:
        for model in project.models:
            connection.execute(f"drop {model.materialized} if exists {model.relation} cascade")
        make_models(connection, project.of_layer("staging"))
        make_models(connection, project)
    for model in project.models:
        if model.name not in ("stg_articles", "stg_event_versions"):  # they hold when this test read the articles
            rows = f"select columns(lambda name: name not in ('known_at', 'fetched_at')) from {model.relation} order by all"
            assert rows_of(in_memory, rows) == rows_of(db, rows), model.name


def test_all_models_build_and_all_tests_pass_on_an_empty_warehouse(db, project):
    with db.writing() as connection:
        assert {result.n_rows for result in run_models(connection, project)} == {0}
    assert failures(db) == set()


def test_a_second_build_gives_the_same_rows(db, project):
    load_story(db, [event("e1"), event("e2"), event("e3", actors=[])])
    # a view keeps no order
    ordered = {m.name: "" if m.materialized == "table" else " order by all" for m in project.models}
    before = {m.name: rows_of(db, f"from {m.relation}{ordered[m.name]}") for m in project.models}
    with db.writing() as connection:
        run_models(connection, project)
    assert {m.name: rows_of(db, f"from {m.relation}{ordered[m.name]}") for m in project.models} == before


def test_a_build_that_fails_leaves_the_old_marts(db, project):
    load_story(db, [event("e1")])
    load_articles(db, article("a2"))
    broken = altered(project, "actor_activity", sql="select no_such_column from main.timeline")
    with (
        pytest.raises(WarehouseError, match=r"marts/actor_activity\.sql: .*no_such_column"),
        db.writing() as connection,
    ):
        connection.execute("delete from raw.events")
        run_models(connection, broken)
    assert rows_of(db, "select event_id from timeline") == [("e1",)]


def test_a_table_may_become_a_view_and_a_view_a_table(db, project):
    load_story(db, [event("e1")])
    turned = altered(altered(project, "timeline", materialized="view"), "stg_events", materialized="table")
    for version in (turned, project):
        with db.writing() as connection:
            run_models(connection, version)
        assert rows_of(db, "select event_id from timeline") == [("e1",)]


def test_tables_of_the_users_own_stay(db, project):
    load_story(db, [event("e1")])
    with db.writing() as connection:
        connection.execute("create table main.my_notes as select 'keep me' as note")
        run_models(connection, project)
    assert rows_of(db, "from my_notes") == [("keep me",)]


def test_models_name_no_database_so_that_the_file_can_be_renamed(db, project):
    load_story(db, [event("e1")])
    renamed = db.path.rename(db.path.with_name("history.duckdb"))
    assert rows_of(type(db)(renamed), "select count(*) from staging.stg_articles") == [(1,)]


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("update timeline set title = null", {"not_null_timeline_title"}),
        ("update timeline set status = 'perhaps'", {"accepted_values_timeline_status"}),
        ("insert into timeline from timeline", {"unique_timeline_event_id"}),
        (
            "delete from timeline",
            {
                "relationships_event_evidence_event_id",
                "relationships_event_history_event_id",
                "relationships_sources_per_event_event_id",
            },
        ),
        ("delete from event_evidence", {"every_event_has_evidence"}),
        ("update timeline set end_date = start_date - 1", {"no_event_starts_after_it_ends"}),
        ("update raw.event_links set mention_id = 'gone'", {"relationships_stg_event_links_mention_id"}),
    ],
)
def test_each_kind_of_test_finds_its_damage(db, damage, expected):
    load_story(db, [event("e1")])
    assert failures(db) == set()
    with db.writing() as connection:
        connection.execute(damage)
    assert failures(db) == expected


def test_the_example_of_a_failing_test_shows_the_rows(db):
    load_story(db, [event("e1")])
    with db.writing() as connection:
        connection.execute("update timeline set status = 'perhaps'")
        [failed] = [result for result in run_tests(connection) if result.n_failures]
        assert connection.execute(failed.example_sql).fetchall() == [("perhaps", 1)]


def test_testing_before_building_names_the_remedy(db):
    load_articles(db, article("a1"))
    with db.reading() as connection, pytest.raises(WarehouseError, match="dateline run"):
        run_tests(connection)
