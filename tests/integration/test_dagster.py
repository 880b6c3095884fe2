"""The asset graph, as Dagster sees and runs it."""

from __future__ import annotations

import json
from pathlib import Path

import dagster as dg
import duckdb

from orchestration.definitions import build_definitions
from orchestration.resources import InputResource, WarehouseResource
from transforms.schema import TABLES
from warehouse.dbt_project import load_project

PINNED = Path(__file__).with_name("asset_graph.json")
ARTICLE = {
    "id": "a",
    "published": "2023-03-21",
    "title": "Minister resigns",
    "text": "The finance minister, Ana Lopez, resigned on Monday.",
}


def asset_graph() -> dict[str, object]:
    graph = build_definitions().resolve_asset_graph()
    return {
        "assets": {
            key.to_user_string(): sorted(parent.to_user_string() for parent in graph.get(key).parent_keys)
            for key in sorted(graph.get_all_asset_keys())
        },
        "checks": sorted(f"{check.asset_key.to_user_string()}: {check.name}" for check in graph.asset_check_keys),
    }


def test_the_asset_graph_is_the_pinned_one():
    """After a wanted change: `python tests/integration/test_dagster.py` writes the new graph."""
    assert asset_graph() == json.loads(PINNED.read_text(encoding="utf-8"))


def test_every_raw_table_and_every_sql_model_is_an_asset():
    assets = set(asset_graph()["assets"])
    assert {f"raw/{table.name}" for table in TABLES} <= assets
    assert {model.name for model in load_project().models} <= assets


def test_definitions_are_valid_and_every_asset_is_described():
    definitions = build_definitions()
    dg.Definitions.validate_loadable(definitions)
    graph = definitions.resolve_asset_graph()
    undescribed = [key.to_user_string() for key in graph.get_all_asset_keys() if not graph.get(key).description]
    assert not undescribed


def test_the_job_materialises_every_asset_and_checks_every_sql_test(tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    warehouse = tmp_path / "w.duckdb"
    definitions = build_definitions(
        warehouse=WarehouseResource(path=str(warehouse)), inputs=InputResource(paths=[str(source)])
    )
    with dg.DagsterInstance.ephemeral() as instance:
        result = definitions.resolve_job_def("build_history").execute_in_process(instance=instance)
    assert result.success
    materialised = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}
    assert materialised == set(asset_graph()["assets"])
    checks = result.get_asset_check_evaluations()
    assert len(checks) == len(load_project().tests)
    assert all(check.passed for check in checks)
    with duckdb.connect(warehouse, read_only=True) as db:
        assert db.sql("select event_type, start_date::varchar, actor_names from timeline").fetchall() == [
            ("resignation", "2023-03-20", ["Ana Lopez"])
        ]


def test_materialisations_carry_row_counts_and_a_preview(tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    definitions = build_definitions(
        warehouse=WarehouseResource(path=str(tmp_path / "w.duckdb")), inputs=InputResource(paths=[str(source)])
    )
    with dg.DagsterInstance.ephemeral() as instance:
        result = definitions.resolve_job_def("build_history").execute_in_process(instance=instance)
    tables = [
        e.materialization
        for e in result.get_asset_materialization_events()
        if e.asset_key != dg.AssetKey("timeline_page")
    ]
    assert all("dagster/row_count" in table.metadata and "preview" in table.metadata for table in tables)


def test_the_inbox_sensor_starts_a_run_for_new_and_changed_files_only(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_INBOX", str(tmp_path))
    sensor = build_definitions().resolve_sensor_def("inbox")
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / ".hidden").write_text("no")
    first = sensor.evaluate_tick(dg.build_sensor_context())
    (request,) = first.run_requests
    assert request.run_config["resources"]["inputs"]["config"]["paths"] == [str(tmp_path / "a.txt")]
    assert not sensor.evaluate_tick(dg.build_sensor_context(cursor=first.cursor)).run_requests
    (tmp_path / "b.txt").write_text("two")
    second = sensor.evaluate_tick(dg.build_sensor_context(cursor=first.cursor))
    assert second.run_requests[0].run_config["resources"]["inputs"]["config"]["paths"] == [str(tmp_path / "b.txt")]


def test_without_an_inbox_the_sensor_says_how_to_get_one(monkeypatch):
    monkeypatch.delenv("DATELINE_INBOX", raising=False)
    tick = build_definitions().resolve_sensor_def("inbox").evaluate_tick(dg.build_sensor_context())
    assert "DATELINE_INBOX" in tick.skip_message


def test_the_daily_schedule_runs_the_whole_job():
    schedule = build_definitions().resolve_schedule_def("daily")
    assert schedule.job_name == "build_history"
    assert schedule.cron_schedule == "15 5 * * *"


if __name__ == "__main__":
    PINNED.write_text(json.dumps(asset_graph(), indent=1) + "\n", encoding="utf-8")
