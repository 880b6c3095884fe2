"""Models that are brought up to date hold the rows of models that are built anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from warehouse_rows import article, event, link, load_articles, load_mentions, load_story, mention, rows_of

from transforms.schema import EVENT_LINKS, EVENTS
from warehouse.connection import Warehouse, WarehouseError
from warehouse.merging.history import update_event_versions
from warehouse.merging.write import write_events
from warehouse.models import run_models, run_tests
from warehouse.sql_models import refresh as model_refresh
from warehouse.sql_models.project import Project, load_project
from warehouse.sql_models.refresh import refresh_models


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project()


@pytest.fixture(params=["row by row", "anew"])
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every build takes place beside the warehouse: of changed events only, or of all."""
    monkeypatch.setattr(model_refresh, "FEW_MENTIONS", 0)
    monkeypatch.setattr(model_refresh, "MOST_CHANGED_SHARE", 2.0 if request.param == "row by row" else -1.0)
    return request.param


def marts(db: Warehouse, project: Project) -> dict[str, list[tuple]]:
    return {model.name: rows_of(db, f"from {model.relation} order by all") for model in project.models}


def change(db: Warehouse) -> None:
    """One event is told otherwise and by others, one is gone, one is new, and one stays as it is."""
    actors = [{"name": "Vladimir Putin", "role": "source", "kind": "person", "state": "Russia"}]
    events = [event("e1"), event("e2", title="Told otherwise", actors=actors), event("e4", actors=actors)]
    load_articles(db, article("a-e4", source="Another Paper"))
    load_mentions(db, [article("a-e4")], [mention("a-e4", trigger="meet")])
    links = [link(f"a-{name}-arrived", name) for name in ("e1", "e2")] + [link("a-e4-meet", "e4")]
    write_events(db, EVENTS.frame(events), EVENT_LINKS.frame(links), "run-2")


def test_what_changed_is_modelled_as_if_everything_were_built_anew(db, project, beside):
    load_story(db, [event("e1"), event("e2"), event("e3")])
    change(db)
    update_event_versions(db)
    refresh_models(db, project)
    found = marts(db, project)
    with db.writing() as connection:
        run_models(connection, project)
    assert found == marts(db, project)
    assert [event_id for event_id, *_ in found["timeline"]] == ["e1", "e2", "e4"]
    assert {event_id for event_id, *_ in found["event_history"]} == {"e1", "e2", "e4"}
    assert not rows_of(db, "from raw.changed_events")
    assert [path.name for path in db.path.parent.iterdir()] == [db.path.name]


def test_models_that_need_more_memory_than_is_meant_for_them_are_built_all_the_same(db, project, beside, monkeypatch):
    load_story(db, [event("e1"), event("e2"), event("e3")])
    change(db)
    update_event_versions(db)
    monkeypatch.setattr(model_refresh, "BUILDING_MEMORY", "300kB")
    refresh_models(db, project)
    found = marts(db, project)
    with db.writing() as connection:
        run_models(connection, project)
    assert found == marts(db, project)
    assert [path.name for path in db.path.parent.iterdir()] == [db.path.name]


def test_what_is_told_of_events_that_did_not_change_reaches_the_history(db, project):
    load_story(db, [event("e1")])
    with db.writing() as connection:
        connection.execute("delete from raw.event_versions")
        run_models(connection, project)
    assert not rows_of(db, "from event_history")
    assert update_event_versions(db) == 1
    refresh_models(db, project)
    assert rows_of(db, "select event_id from event_history") == [("e1",)]


def test_nothing_is_built_when_nothing_has_changed(db, project, monkeypatch):
    load_story(db, [event("e1")])
    monkeypatch.setattr(model_refresh, "run_models", lambda *_: 1 / 0)
    monkeypatch.setattr(model_refresh, "_build_beside", lambda *_, **__: 1 / 0)
    results = refresh_models(db, project).models
    assert {result.name: result.n_rows for result in results}["timeline"] == 1


def test_a_model_whose_sql_changed_is_built_anew(db, project, beside):
    load_story(db, [event("e1"), event("e2")])
    timeline = project.model("timeline")
    only_one = replace(timeline, sql=f"{timeline.sql} where event_id = 'e2'")
    models = tuple(only_one if model is timeline else model for model in project.models)
    refresh_models(db, replace(project, models=models))
    assert rows_of(db, "select event_id from timeline") == [("e2",)]


def test_a_model_that_fails_leaves_the_old_marts_and_no_file(db, project, beside):
    load_story(db, [event("e1"), event("e2"), event("e3")])
    before = marts(db, project)
    change(db)
    broken = tuple(
        replace(model, sql="select no_such_column from main.timeline") if model.name == "events_by_month" else model
        for model in project.models
    )
    with pytest.raises(WarehouseError, match=r"marts/events_by_month\.sql: .*no_such_column"):
        refresh_models(db, replace(project, models=broken))
    assert rows_of(db, "from timeline order by all") == before["timeline"]
    assert [path.name for path in db.path.parent.iterdir()] == [db.path.name]


def spoil(db: Warehouse, name: str) -> None:
    """The event as the raw tables hold it has a status that no event has."""
    with db.writing() as connection:
        connection.execute("update raw.events set status = 'perhaps' where event_id = $name", {"name": name})
        connection.execute("insert into raw.changed_events values ($name)", {"name": name})


def failing(build: model_refresh.Build) -> set[str]:
    return {result.name for result in build.tests if result.n_failures}


def test_the_tests_that_run_with_a_build_are_all_tests_and_find_what_changed_for_the_worse(db, project, beside):
    load_story(db, [event("e1"), event("e2"), event("e3")])
    change(db)
    update_event_versions(db)
    build = refresh_models(db, project)
    assert [result.name for result in build.tests] == [test.name for test in project.tests]
    assert failing(build) == set()
    spoil(db, "e2")
    assert "accepted_values_timeline_status" in failing(refresh_models(db, project))


def test_what_failed_a_test_fails_it_until_it_is_mended(db, project, beside):
    load_story(db, [event("e1"), event("e2"), event("e3")])
    refresh_models(db, project)
    spoil(db, "e1")
    assert "accepted_values_timeline_status" in failing(refresh_models(db, project))
    # another event changes: the tests look at the first one all the same
    with db.writing() as connection:
        connection.execute("insert into raw.changed_events values ('e3')")
    assert "accepted_values_timeline_status" in failing(refresh_models(db, project))
    with db.writing() as connection:
        connection.execute("update raw.events set status = 'happened'")
        connection.execute("insert into raw.changed_events values ('e1')")
    assert failing(refresh_models(db, project)) == set()


def test_only_the_events_that_changed_are_tested_where_the_others_passed(db, project, monkeypatch):
    monkeypatch.setattr(model_refresh, "FEW_MENTIONS", 0)
    monkeypatch.setattr(model_refresh, "MOST_CHANGED_SHARE", 2.0)
    load_story(db, [event("e1"), event("e2")])
    refresh_models(db, project)
    with db.writing() as connection:
        connection.execute("update timeline set status = 'perhaps' where event_id = 'e1'")
        connection.execute("insert into raw.changed_events values ('e2')")
    assert failing(refresh_models(db, project)) == set()
    with db.reading() as connection:
        assert [result.name for result in run_tests(connection) if result.n_failures] == [
            "accepted_values_timeline_status"
        ]
