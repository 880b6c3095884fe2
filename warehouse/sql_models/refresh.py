"""Bring the SQL models up to date with the least work, and with the warehouse locked only for a moment.

Belongs here: what is out of date, building it beside the warehouse, putting it in place. Does not: one build of all models (models.py), what they are (project.py).

When few events have changed, the models are built over a small copy of the raw tables that holds these events alone, and their rows take the place of the old
ones (`rebuild_by` in schema.yml says by which column). A large warehouse is built anew beside itself, while others read it. Both ways give the rows that
`run_models` gives, in another order. Everything becomes visible in one transaction.

The tests run with the build. Where all rows passed those that look at one event at a time (`ModelTest.by`), these look only at the events that changed, before
they are put in place; `dateline doctor` runs all of them on everything.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import duckdb

from transforms.schema import CHANGED_EVENTS, EVENT_VERSIONS, MODEL_BUILDS, TABLES
from warehouse.asking.as_of import create_macros
from warehouse.beside import BUILDING, made_beside, remove_made
from warehouse.connection import Warehouse
from warehouse.ddl import quoted, raw_name
from warehouse.loading.rows import single_value
from warehouse.memory import within_memory
from warehouse.models import (
    ModelResult,
    TestResult,
    build_model,
    comment_on,
    create_schemas,
    index,
    is_noted,
    make,
    naming_file,
    note_built,
    note_made,
    relation_kinds,
    run_models,
    run_tests,
    sql_hash,
)
from warehouse.sql_models.project import MARTS_SCHEMA, Model, Project, load_project
from warehouse.sql_models.tests import ModelTest

# Fewer mentions than this are modelled anew faster than beside.
FEW_MENTIONS: Final = 20_000
# With more of the events changed than this, all are modelled anew.
MOST_CHANGED_SHARE: Final = 0.2
# as of `within_memory`
BUILDING_MEMORY: Final = "1GB"
BUILT: Final = "built"
EVENTS_GRAIN, ACTORS_GRAIN = "event_id", "actor_name"
# The columns that tell an event, and what each holds of its id.
OF_EVENT: Final = {EVENTS_GRAIN: "event_id", "event_key": "md5_number_lower(event_id)"}
# The name under which it is noted which tests all rows passed.
SOUND_ROWS: Final = "sound_rows"


@dataclass(frozen=True, slots=True)
class Stale:
    """What is out of date: all models (`everything`), or the rows of the events that changed. sound: whether the rows of the others passed their tests."""

    everything: bool
    n_changed: int
    n_mentions: int
    sound: bool


@dataclass(frozen=True, slots=True)
class Build:
    """What one build of the SQL models gave."""

    models: list[ModelResult]
    tests: list[TestResult]


def refresh_models(warehouse: Warehouse, project: Project | None = None) -> Build:
    """Make the models what `run_models` would make them, and test them.

    Raises:
        WarehouseError: the SQL of a model or a test fails.
    """
    project = project or load_project()
    stale = _stale(warehouse, project)
    if warehouse.in_memory or (stale.everything and stale.n_mentions < FEW_MENTIONS):
        with warehouse.writing() as db:
            models = run_models(db, project)
            results = run_tests(db, _by_event(project))
            _note_sound(db, project, results)
        return _tested(warehouse, project, models, results)
    if not stale.everything and not stale.n_changed:
        return _tested(warehouse, project, _counted(warehouse, project), [])
    return within_memory(BUILDING_MEMORY, lambda memory: _build_and_put(warehouse, project, stale, memory))


def _build_and_put(warehouse: Warehouse, project: Project, stale: Stale, memory: str) -> Build:
    """Build beside the warehouse and put in place; memory: the most that DuckDB may take, empty for its own choice."""
    beside = made_beside(warehouse.path, BUILDING)
    with _removed(beside):
        early = _by_event(project) if stale.everything or stale.sound else []
        results = _build_beside(warehouse, beside, project, early, memory, everything=stale.everything)
        with warehouse.writing(also_reading={BUILT: beside}, memory=memory) as db:
            models = _put_in_place(db, project, everything=stale.everything)
            if early:
                _note_sound(db, project, results)
    return _tested(warehouse, project, models, results)


def _by_event(project: Project) -> list[ModelTest]:
    """The tests that look at one event at a time."""
    return [test for test in project.tests if test.by == EVENTS_GRAIN]


def _sound_hash(project: Project) -> str:
    return sha256("\0".join(test.sql for test in _by_event(project)).encode()).hexdigest()[:16]


def _note_sound(db: duckdb.DuckDBPyConnection, project: Project, results: Sequence[TestResult]) -> None:
    """Note it where all rows pass the tests that look at one event at a time."""
    names = {test.name for test in _by_event(project)}
    if not any(result.n_failures for result in results if result.name in names):
        note_made(db, SOUND_ROWS, _sound_hash(project))


def _tested(warehouse: Warehouse, project: Project, models: list[ModelResult], early: Sequence[TestResult]) -> Build:
    """The build with the results of all tests, those that were run early and the others; all in the project's order."""
    known = {result.name: result for result in early}
    with warehouse.reading() as db:
        late = run_tests(db, [test for test in project.tests if test.name not in known])
        noted = bool(early) or is_noted(db, SOUND_ROWS, _sound_hash(project))
    if not noted and _by_event(project):
        with warehouse.writing() as db:
            _note_sound(db, project, late)
    known |= {result.name: result for result in late}
    return Build(models, [known[test.name] for test in project.tests])


def _stale(warehouse: Warehouse, project: Project) -> Stale:
    if not warehouse.exists():
        return Stale(True, 0, 0, False)
    with warehouse.reading() as db:
        built = dict(db.execute(f"select model, sql_hash from {raw_name(MODEL_BUILDS)}").fetchall())
        kinds = relation_kinds(db)
        n_changed = single_value(db, "select count(*) from raw.changed_events")
        n_events = single_value(db, "select count(*) from raw.events")
        n_mentions = single_value(db, "select count(*) from raw.event_mentions")
        as_they_are = all(
            built.get(model.name) == sql_hash(model) and kinds.get((model.schema, model.name)) == model.materialized
            for model in project.models
        )
        as_they_are = as_they_are and (n_changed > 0 or _holds_all_versions(db, project))
        sound = is_noted(db, SOUND_ROWS, _sound_hash(project))
    return Stale(not as_they_are or n_changed > MOST_CHANGED_SHARE * n_events, n_changed, n_mentions, sound)


def _holds_all_versions(db: duckdb.DuckDBPyConnection, project: Project) -> bool:
    """Whether the history has been built since versions were told of events that had not changed, as happens in an upgraded file."""
    return all(
        single_value(db, f"select count(*) from {model.relation}")
        == single_value(db, f"select count(*) from {raw_name(EVENT_VERSIONS)}")
        for model in project.models
        if model.name == "event_history"
    )


def _counted(warehouse: Warehouse, project: Project) -> list[ModelResult]:
    with warehouse.reading() as db:
        return [
            ModelResult(model.name, None if model.materialized == "view" else _n_rows(db, model), 0.0)
            for model in project.models
        ]


def _n_rows(db: duckdb.DuckDBPyConnection, model: Model) -> int:
    return single_value(db, f"select count(*) from {model.relation}")


@contextmanager
def _removed(file: Path) -> Iterator[None]:
    """Without the file, before and after: one that a killed run left is of no use."""
    remove_made(file)
    try:
        yield
    finally:
        remove_made(file)


def _build_beside(
    warehouse: Warehouse, beside: Path, project: Project, tests: Sequence[ModelTest], memory: str, *, everything: bool
) -> list[TestResult]:
    """Build and test the models in a file of their own, over all events or over those that changed, while others read the warehouse."""
    with warehouse.beside(beside, memory) as (db, catalog):
        if not everything:
            # few rows, which are read once: packing them takes longer than making them
            db.execute("set force_compression = 'uncompressed'")
        db.execute("create schema raw")
        for table in TABLES:
            source = f"{catalog}.{raw_name(table)}"
            if everything and table is not CHANGED_EVENTS:
                db.execute(f"create view {raw_name(table)} as from {source}")
            else:
                db.execute(f"create table {raw_name(table)} as from {source} limit 0")
        _copy_changed(db, catalog, ["changed_events"] if everything else list(_CHANGED_ROWS))
        create_schemas(db, project)
        for model in project.models:
            if everything or model.rebuild_by != ACTORS_GRAIN:
                make(db, model, None)
        return run_tests(db, tests)


# The raw rows of the events that changed.
_CHANGED_ROWS: Final = {
    "changed_events": "true",
    "events": "event_id in (select event_id from raw.changed_events)",
    "event_links": "event_id in (select event_id from raw.changed_events)",
    "event_mentions": "mention_id in (select mention_id from raw.event_links)",
    "articles": "article_id in (select article_id from raw.event_mentions)",
    "event_versions": "event_id in (select event_id from raw.changed_events)",
}


def _copy_changed(db: duckdb.DuckDBPyConnection, catalog: str, tables: Sequence[str]) -> None:
    """Copy the rows of some tables; by row number, so that the wide columns of the others are not even read."""
    for table in tables:
        source = f"{catalog}.raw.{table}"
        # found first: in one statement, some tables would be read whole all the same
        db.execute(
            f"create or replace temp table wanted as select rowid as row_number from {source} where {_CHANGED_ROWS[table]}"
        )
        db.execute(f"insert into raw.{table} from {source} where rowid in (from wanted)")


def _put_in_place(db: duckdb.DuckDBPyConnection, project: Project, *, everything: bool) -> list[ModelResult]:
    create_schemas(db, project)
    inputs: Mapping[str, str] = {}
    if not everything:
        _find_changed_actors(db)
        inputs = _inputs_of_changed_actors(project)
    kinds = relation_kinds(db)
    results = []
    for model in project.models:
        started = time.perf_counter()
        with naming_file(model):
            if model.rebuild_by == ACTORS_GRAIN and not everything:
                _put_changed_actors(db, model, inputs)
            else:
                _put_model(db, model, kinds.get((model.schema, model.name)), everything=everything)
        # counting a view is working it out
        n_rows = None if model.materialized == "view" and not everything else _n_rows(db, model)
        results.append(ModelResult(model.name, n_rows, time.perf_counter() - started))
    create_macros(db)
    note_built(db, project, f"select event_id from {BUILT}.raw.changed_events")
    return results


def _put_model(db: duckdb.DuckDBPyConnection, model: Model, existing: str | None, *, everything: bool) -> None:
    built = f"{quoted(BUILT)}.{model.relation}"
    if model.materialized == "view":
        if everything:
            build_model(db, model, existing)
    elif everything:
        if existing == "view":
            db.execute(f"drop view {model.relation}")
        db.execute(f"create or replace table {model.relation} as from {built}")
        index(db, model)
        comment_on(db, model)
    elif model.rebuild_by in OF_EVENT:
        changed = f"select {OF_EVENT[model.rebuild_by]} from {BUILT}.raw.changed_events"
        db.execute(f"delete from {model.relation} where {model.rebuild_by} in ({changed})")
        db.execute(f"insert into {model.relation} from {built}")
    else:
        build_model(db, model, existing)


def _find_changed_actors(db: duckdb.DuckDBPyConnection) -> None:
    """Fill `changed_actors`: who stands in an event that changed, as it was or as it is; and `acting`: the events in which they stand."""
    timelines = (f"{MARTS_SCHEMA}.timeline", f"{BUILT}.{MARTS_SCHEMA}.timeline")
    names = [
        f"select unnest(actor_names) as {ACTORS_GRAIN} from {timeline}"
        f" where event_id in (select event_id from {BUILT}.raw.changed_events)"
        for timeline in timelines
    ]
    db.execute(f"create or replace temp table changed_actors as {' union '.join(names)}")
    # a join with the unnested list would take fifty times as long
    db.execute(
        f"create or replace temp table acting as select distinct {EVENTS_GRAIN}"
        f" from (select {EVENTS_GRAIN}, unnest(actors) as actor from raw.events)"
        " where actor.name in (from changed_actors)"
    )


def _put_changed_actors(db: duckdb.DuckDBPyConnection, model: Model, inputs: Mapping[str, str]) -> None:
    db.execute(f"delete from {model.relation} where {ACTORS_GRAIN} in (from changed_actors)")
    db.execute(f"insert into {model.relation} {_reading(model.sql, inputs)}")


def _inputs_of_changed_actors(project: Project) -> dict[str, str]:
    """By relation, the SQL for those of its rows that concern a changed actor, of what is not itself made actor by actor.

    A view is written out, so that the events of nobody else are worked out for it.
    """
    inputs: dict[str, str] = {}
    for model in project.models:
        rows = f"({_reading(model.sql, inputs)})" if model.materialized == "view" else model.relation
        if ACTORS_GRAIN in model.columns and model.rebuild_by != ACTORS_GRAIN:
            inputs[model.relation] = f"(from {rows} where {ACTORS_GRAIN} in (from changed_actors))"
        elif EVENTS_GRAIN in model.columns:
            inputs[model.relation] = f"(from {rows} where {EVENTS_GRAIN} in (from acting))"
    return inputs


def _reading(sql: str, inputs: Mapping[str, str]) -> str:
    """The same SQL over some rows of its inputs."""
    for relation, rows in inputs.items():
        sql = sql.replace(relation, rows)
    return sql
