from __future__ import annotations

import re
from pathlib import Path

import pytest

from transforms.schema import TABLES
from warehouse.errors import WarehouseError
from warehouse.sql_models.project import load_project

PROJECT = (
    "name: small\nmodel-paths: [staging, marts]\ntest-paths: [tests]\nmodels:\n  small:\n    +materialized: table\n"
)
SOURCES = "sources:\n  - name: raw\n    schema: raw\n    tables:\n      - name: runs\n"
STAGING = "models:\n  - name: stg_runs\n    description: one row per run\n"
MARTS = (
    "models:\n  - name: speeds\n    description: one row per state\n"
    "    columns:\n      - name: state\n        data_tests: [not_null]\n      - name: n_runs\n        description: number of runs\n"
)
FILES = {
    "dbt_project.yml": PROJECT,
    "staging/sources.yml": SOURCES,
    "staging/schema.yml": STAGING,
    "staging/stg_runs.sql": "-- one row per run\n{{ config(materialized='view') }}\nselect * from {{ source('raw', 'runs') }}",
    "marts/schema.yml": MARTS,
    "marts/speeds.sql": "select state, count(*) as n_runs from {{ ref('stg_runs') }} group by state;",
    "tests/no_run_without_state.sql": "select * from {{ ref('speeds') }} where n_runs = 0",
}


def project_in(folder: Path, **changes: str):
    for name, content in (FILES | {name.replace("__", "/"): text for name, text in changes.items()}).items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return load_project(folder)


def changed(folder: Path, name: str, old: str, new: str):
    assert old in FILES[name]
    return project_in(folder, **{name: FILES[name].replace(old, new)})


def test_models_come_after_what_they_read(tmp_path):
    project = project_in(tmp_path)
    assert [(m.name, m.depends_on, m.sources) for m in project.models] == [
        ("stg_runs", (), ("runs",)),
        ("speeds", ("stg_runs",), ()),
    ]


def test_a_model_lies_in_the_schema_of_its_folder_and_marts_in_main(tmp_path):
    project = project_in(tmp_path)
    assert [(m.layer, m.materialized, m.relation) for m in project.models] == [
        ("staging", "view", '"staging"."stg_runs"'),
        ("marts", "table", '"main"."speeds"'),
    ]


def test_references_become_names_of_tables(tmp_path):
    project = project_in(tmp_path)
    assert project.model("stg_runs").sql.endswith('select * from "raw"."runs"')
    assert project.model("speeds").sql == 'select state, count(*) as n_runs from "staging"."stg_runs" group by state'


def test_columns_without_a_description_mean_what_they_mean_where_they_come_from(tmp_path):
    project = project_in(tmp_path)
    assert project.model("stg_runs").columns["seconds"] == "how long it took, in seconds"
    assert project.model("speeds").columns == {
        "state": "running, finished, failed, or stopped by Ctrl-C or another signal",
        "n_runs": "number of runs",
    }


def test_tests_are_named_after_kind_model_and_column(tmp_path):
    tests = project_in(tmp_path).tests
    assert [(t.name, t.model, t.column, t.kind) for t in tests] == [
        ("not_null_speeds_state", "speeds", "state", "not_null"),
        ("no_run_without_state", "speeds", None, "singular"),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("marts/speeds.sql", "stg_runs", "stg_run", r"speeds\.sql: there is no stg_run; did you mean stg_runs\?"),
        ("marts/speeds.sql", "ref('stg_runs')", "ref('speeds')", "in a circle: speeds -> speeds"),
        ("marts/speeds.sql", "{{ ref('stg_runs') }}", "{{ surprise('x') }}", r"speeds\.sql: 'surprise' is undefined"),
        ("marts/speeds.sql", "{{ ref('stg_runs') }}", "{{ ref('stg_runs')", r"speeds\.sql: "),
        ("marts/speeds.sql", "{{ ref('stg_runs') }}", "{{ ref.__globals__ }}", r"speeds\.sql: "),
        ("staging/stg_runs.sql", "'view'", "'incremental'", "materialized='incremental' is not one of view, table"),
        ("staging/stg_runs.sql", "'runs'", "'run'", "there is no raw.run; did you mean raw.runs"),
        ("staging/sources.yml", "runs", "walks", "raw.walks is no table of the schema raw"),
        ("staging/schema.yml", "stg_runs", "stg_walks", r"no file stg_walks\.sql"),
        (
            "marts/schema.yml",
            "description: one row per state",
            "descriptoin: x",
            r"marts/schema\.yml: models\.0\.description: Field required.*descriptoin",
        ),
        (
            "marts/schema.yml",
            "description: number of runs",
            "meta: x",
            r"marts/schema\.yml: models\.0\.columns\.1\.meta",
        ),
        ("marts/schema.yml", "name: state", "name: stat", r"marts/schema\.yml: speeds\.stat has no description"),
        ("marts/schema.yml", "[not_null]", "[not_nul]", r"marts/schema\.yml: models\.0\.columns\.0\.data_tests\.0"),
        ("marts/schema.yml", "[not_null]", "[accepted_values]", "accepted_values takes the arguments: values"),
        (
            "marts/schema.yml",
            "[not_null]",
            "[{relationships: {arguments: {to: ref('x'), field: y}}}]",
            r"schema\.yml: speeds\.state: relationships: there is no x",
        ),
        (
            "marts/schema.yml",
            "[not_null]",
            "[{relationships: {arguments: {to: speed, field: y}}}]",
            r"speed is no ref\(\) or source\(\)",
        ),
        ("marts/schema.yml", "[not_null]", "[{relationships: {arguments: {to: ref(, field: y}}}]", r"schema\.yml: "),
        ("marts/schema.yml", "[not_null]", "[not_null", r"marts/schema\.yml: not valid YAML"),
        (
            "dbt_project.yml",
            "+materialized: table",
            "+materialized: cube",
            r"dbt_project\.yml: models\.small\.\+materialized",
        ),
        (
            "tests/no_run_without_state.sql",
            "{{ ref('speeds') }}",
            "speeds",
            r"no_run_without_state\.sql: a test must read a model",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(tmp_path, name, old, new, words):
    with pytest.raises(WarehouseError, match=words) as caught:
        changed(tmp_path, name, old, new)
    assert "\n" not in str(caught.value)


def test_a_model_that_schema_yml_does_not_describe_is_named(tmp_path):
    with pytest.raises(WarehouseError, match=r"extra\.sql is not described"):
        project_in(tmp_path, **{"marts/extra.sql": "select 1"})


def test_the_older_key_for_tests_means_the_same(tmp_path):
    assert changed(tmp_path, "marts/schema.yml", "data_tests", "tests").tests == project_in(tmp_path).tests


@pytest.fixture(scope="module")
def shipped():
    return load_project()


def test_every_shipped_model_begins_with_its_grain(shipped):
    for model in shipped.models:
        assert model.sql.splitlines()[0] == f"-- {model.description}"


def test_shipped_sql_is_lower_case_and_ends_with_its_last_step(shipped):
    for model in shipped.models:
        told = re.sub(r"'[^']*'", "''", model.sql)  # a pattern's classes have capitals: '\\p{L}'
        assert told == told.lower(), model.name
        assert model.sql.endswith("select * from final"), model.name


def test_every_mart_describes_its_columns_itself(shipped):
    own = (Path(__file__).parents[4] / "dbt_like_sql" / "marts" / "schema.yml").read_text(encoding="utf-8")
    n_columns = sum(len(model.columns) for model in shipped.models if model.layer == "marts")
    n_models = sum(model.layer == "marts" for model in shipped.models)
    assert own.count("description:") == n_columns + n_models


def test_every_mart_has_a_test_of_its_grain(shipped):
    tested = {test.model for test in shipped.tests if test.kind in ("unique", "singular", "relationships", "not_null")}
    assert {model.name for model in shipped.models if model.layer == "marts"} <= tested


def test_sources_are_tables_of_the_schema(shipped):
    assert {source.table for source in shipped.sources} <= {table.name for table in TABLES}
