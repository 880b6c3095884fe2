"""The asset graph, as Dagster sees and runs it."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from orchestration import __version__
from orchestration.assets.plots import events_per_month
from orchestration.checks import raw_table_checks
from orchestration.definitions import build_definitions, defs
from orchestration.resources import InputResource, WarehouseResource
from orchestration.schedules import schedules_of
from orchestration.sources import SourcesFileError
from orchestration.sources.config import parse_sources
from transforms.schema import TABLES
from warehouse.sql_models.project import load_project
from warehouse.upkeep.integrity import integrity_checks

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


@dataclass(frozen=True)
class Ran:
    """One real run of the main job on one article, and what Dagster keeps of it."""

    warehouse: Path
    instance: dg.DagsterInstance
    result: dg.ExecuteInProcessResult

    @property
    def definitions(self) -> dg.Definitions:
        return build_definitions(warehouse=WarehouseResource(path=str(self.warehouse)))


@pytest.fixture(scope="module")
def ran(tmp_path_factory) -> Iterator[Ran]:
    folder = tmp_path_factory.mktemp("ran")
    source, warehouse = folder / "a.jsonl", folder / "w.duckdb"
    other = ARTICLE | {"id": "b", "published": "2023-05-02", "text": "Ana Lopez visited Madrid on Monday."}
    source.write_text("".join(json.dumps(row) + "\n" for row in (ARTICLE, other)), encoding="utf-8")
    definitions = build_definitions(
        warehouse=WarehouseResource(path=str(warehouse)), inputs=InputResource(paths=[str(source)])
    )
    with dg.DagsterInstance.ephemeral() as instance:
        result = definitions.resolve_job_def("build_history").execute_in_process(instance=instance)
        yield Ran(warehouse, instance, result)


def test_the_job_materialises_every_asset_and_runs_every_check(ran):
    assert ran.result.success
    materialised = {event.asset_key.to_user_string() for event in ran.result.get_asset_materialization_events()}
    assert materialised == set(asset_graph()["assets"]) - {"days_read"}
    checks = ran.result.get_asset_check_evaluations()
    assert {check.check_name for check in checks} == {test.name for test in load_project().tests} | {
        check.name for check in integrity_checks()
    }
    assert all(check.passed for check in checks)
    with duckdb.connect(ran.warehouse, read_only=True) as db:
        assert db.sql(
            "select start_date::varchar, actor_names from timeline where event_type = 'resignation'"
        ).fetchall() == [("2023-03-20", ["Ana Lopez"])]


def test_materialisations_carry_row_counts_a_preview_and_a_plot(ran):
    tables = {
        event.asset_key.to_user_string(): event.materialization.metadata
        for event in ran.result.get_asset_materialization_events()
        if event.asset_key != dg.AssetKey("timeline_page")
    }
    assert all("dagster/row_count" in metadata and "preview" in metadata for metadata in tables.values())
    plot = tables["events_by_month"]["events_per_month"].value
    image = base64.b64decode(plot.partition("base64,")[2].rstrip(")"))
    assert image.startswith(b"\x89PNG")


def test_the_last_plot_is_told_again_as_long_as_it_shows_the_same_months(ran):
    key = dg.AssetKey("events_by_month")
    told = ran.instance.get_latest_materialization_event(key).asset_materialization
    with duckdb.connect(ran.warehouse, read_only=True) as db:
        same = events_per_month(db, ran.instance, key)
        first = events_per_month(db, ran.instance, dg.AssetKey("never_told"))
    with duckdb.connect() as db:
        db.execute("create table events_by_month as select date '1999-01-01' as month, 7 as n_events")
        other = events_per_month(db, ran.instance, key)
    assert same.metadata["events_per_month"] == first.metadata["events_per_month"] == told.metadata["events_per_month"]
    assert same.version.value == told.tags["dagster/data_version"] != other.version.value
    assert other.metadata["events_per_month"] != same.metadata["events_per_month"]


def test_built_models_tell_the_types_of_their_columns(ran):
    [told] = [e for e in ran.result.get_asset_materialization_events() if e.asset_key == dg.AssetKey("timeline")]
    columns = told.materialization.metadata["dagster/column_schema"].value.columns
    types = {column.name: column.type for column in columns}
    assert (types["event_id"], types["start_date"], types["n_sources"]) == ("varchar", "date", "bigint")
    assert all(column.description for column in columns)


def test_groups_follow_each_other_in_no_circle():
    graph = build_definitions().resolve_asset_graph()
    leads_to = {
        (graph.get(parent).group_name, graph.get(key).group_name)
        for key in graph.get_all_asset_keys()
        for parent in graph.get(key).parent_keys
    }
    order = TopologicalSorter({child: set() for _, child in leads_to})
    for parent, child in leads_to:
        if parent != child:
            order.add(child, parent)
    order.prepare()


def test_runs_say_by_which_version_they_were_made(ran):
    assert ran.instance.get_run_by_id(ran.result.run_id).tags["dateline/version"] == __version__


def test_tables_and_models_say_how_fresh_they_must_be():
    graph = build_definitions().resolve_asset_graph()
    for name in (["raw", "articles"], ["raw", "events"], ["timeline"], ["events_by_month"]):
        policy = graph.get(dg.AssetKey(name)).freshness_policy
        assert policy.warn_window.to_timedelta() < policy.fail_window.to_timedelta()


@pytest.mark.parametrize("job", ["build_history", "backfill_days"])
def test_a_step_that_fails_is_tried_again(job):
    for node in build_definitions().resolve_job_def(job).nodes:
        assert (node.retry_policy or build_definitions().resolve_job_def(job).op_retry_policy).max_retries == 2


def test_checks_fail_on_bad_data_with_their_severity_examples_and_remedy(ran, tmp_path):
    damaged = tmp_path / "damaged.duckdb"
    shutil.copy(ran.warehouse, damaged)
    with duckdb.connect(damaged) as db:
        db.execute("delete from raw.event_links")
        db.execute("insert into raw.articles from raw.articles")
        db.execute("update raw.articles set published_date = null")
        for day in range(1, 16):
            db.execute(
                "insert into raw.runs (run_id, started_at, state, n_kept) values (?, ?, 'finished', 100)",
                [f"r{day}", datetime(2023, 1, day, tzinfo=UTC)],
            )
    results = {result.check_name: result for result in raw_table_checks(WarehouseResource(path=str(damaged)))}
    error, warning = dg.AssetCheckSeverity.ERROR, dg.AssetCheckSeverity.WARN
    failed = {name: result.severity for name, result in results.items() if not result.passed}
    expected = {"no_orphan_mention": error, "unique_articles": error, "share_without_date": warning, "volume": warning}
    assert expected.items() <= failed.items()
    assert results["unique_articles"].metadata["failing_rows"].value == 2
    assert "article_id" in results["unique_articles"].metadata["examples"].value
    assert results["no_orphan_mention"].metadata["remedy"].value
    assert results["schema_events"].passed


def backfill(ran: Ran, first: str, last: str, reextract: bool) -> dg.ExecuteInProcessResult:
    return ran.definitions.resolve_job_def("backfill_days").execute_in_process(
        instance=ran.instance,
        run_config={"ops": {"days_read": {"config": {"reextract": reextract}}}},
        tags={"dagster/asset_partition_range_start": first, "dagster/asset_partition_range_end": last},
    )


def test_a_backfill_reads_the_days_it_is_told_in_one_run_and_no_others(ran):
    with duckdb.connect(ran.warehouse) as db:
        before = db.sql("from timeline order by all").fetchall()
        db.execute("update raw.event_mentions set confidence = 0.123")
    passed_over = backfill(ran, "2023-03-01", "2023-03-31", reextract=False)
    [untouched] = passed_over.get_asset_materialization_events()[:1]
    assert untouched.materialization.metadata["mentions"].value == 0
    done = backfill(ran, "2023-03-01", "2023-03-31", reextract=True)
    assert done.success
    metadata = done.get_asset_materialization_events()[0].materialization.metadata
    assert (metadata["articles"].value, metadata["mentions"].value > 0) == (1, True)
    days = ran.instance.get_materialized_partitions(dg.AssetKey("days_read"))
    assert days == {f"2023-03-{day:02}" for day in range(1, 32)}
    with duckdb.connect(ran.warehouse, read_only=True) as db:
        stale = "select distinct article_id from raw.event_mentions where confidence = 0.123"
        assert db.sql(stale).fetchall() == [("b",)]
    assert backfill(ran, "2023-05-02", "2023-05-02", reextract=True).success
    with duckdb.connect(ran.warehouse, read_only=True) as db:
        assert db.sql("from timeline order by all").fetchall() == before


def test_any_number_of_days_is_one_run():
    graph = build_definitions().resolve_asset_graph()
    assert graph.get(dg.AssetKey("days_read")).backfill_policy == dg.BackfillPolicy.single_run()


SOURCES = """
[groups.every-quarter]
cron = "*/15 * * * *"
timezone = "Europe/Berlin"

[sources.wire]
kind = "folder"
paths = ["wire"]
group = "every-quarter"

[sources.papers]
kind = "folder"
paths = ["papers"]
group = "hourly"

[sources.asleep]
kind = "folder"
paths = ["asleep"]
enabled = false
"""


@pytest.fixture(scope="module")
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.instance_for_test() as instance:
        yield instance


def test_each_group_of_sources_has_its_schedule(tmp_path, instance):
    declared = parse_sources(SOURCES, tmp_path / "sources.toml")
    definitions = build_definitions(declared)
    schedules = {name: definitions.resolve_schedule_def(name) for name in ("read_every_quarter", "read_hourly")}
    assert schedules["read_every_quarter"].cron_schedule == "*/15 * * * *"
    assert schedules["read_every_quarter"].execution_timezone == "Europe/Berlin"
    assert len(schedules_of(declared)) == 2
    tick = schedules["read_every_quarter"].evaluate_tick(dg.build_schedule_context(instance=instance))
    [request] = tick.run_requests
    assert request.run_config["resources"]["inputs"]["config"]["groups"] == ["every-quarter"]
    assert request.tags["dateline/group"] == "every-quarter"
    job = definitions.resolve_job_def(schedules["read_every_quarter"].job_name)
    assert dg.validate_run_config(job, request.run_config)


def test_the_sensor_of_declared_folders_starts_a_run_for_those_that_changed(tmp_path, instance):
    declared = parse_sources(SOURCES, tmp_path / "sources.toml")
    definitions = build_definitions(declared)
    sensor = definitions.resolve_sensor_def("folders")
    for name in ("wire", "papers", "asleep"):
        (tmp_path / name).mkdir()
    assert "wire, papers" in sensor.evaluate_tick(dg.build_sensor_context(instance=instance)).skip_message
    (tmp_path / "wire" / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "asleep" / "a.txt").write_text("nobody looks", encoding="utf-8")
    first = sensor.evaluate_tick(dg.build_sensor_context(instance=instance))
    [request] = first.run_requests
    assert request.run_config["resources"]["inputs"]["config"] == {"names": ["wire"]}
    assert dg.validate_run_config(definitions.resolve_job_def("build_history"), request.run_config)
    assert sensor.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=first.cursor)).skip_message
    (tmp_path / "wire" / "a.txt").write_text("one and more", encoding="utf-8")
    (tmp_path / "papers" / "b.txt").write_text("two", encoding="utf-8")
    second = sensor.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=first.cursor))
    [request] = second.run_requests
    assert request.run_config["resources"]["inputs"]["config"] == {"names": ["wire", "papers"]}


def test_what_dagster_loads_has_the_schedules_of_sources_toml(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_SOURCES", str(tmp_path / "sources.toml"))
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    assert {schedule.name for schedule in defs().schedules} == {"read_every_quarter", "read_hourly"}
    assert {sensor.name for sensor in defs().sensors} == {"inbox", "folders"}
    (tmp_path / "sources.toml").write_text("[sources.wire]\nkind = 'phone'\n", encoding="utf-8")
    with pytest.raises(SourcesFileError, match=r"sources\.toml:\d"):
        defs()


def test_the_inbox_sensor_starts_a_run_for_new_and_changed_files_only(tmp_path, monkeypatch, instance):
    monkeypatch.setenv("DATELINE_INBOX", str(tmp_path))
    sensor = build_definitions().resolve_sensor_def("inbox")
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / ".hidden").write_text("no")
    first = sensor.evaluate_tick(dg.build_sensor_context(instance=instance))
    (request,) = first.run_requests
    assert request.run_config["resources"]["inputs"]["config"]["paths"] == [str(tmp_path / "a.txt")]
    assert not sensor.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=first.cursor)).run_requests
    (tmp_path / "b.txt").write_text("two")
    second = sensor.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=first.cursor))
    assert second.run_requests[0].run_config["resources"]["inputs"]["config"]["paths"] == [str(tmp_path / "b.txt")]


def test_what_runs_write_in_the_inbox_starts_no_run(tmp_path, monkeypatch, instance):
    monkeypatch.setenv("DATELINE_INBOX", str(tmp_path))
    monkeypatch.setenv("DATELINE_WAREHOUSE", str(tmp_path / "w.duckdb"))
    for name in ("w.duckdb", "w.duckdb.wal", "w.html"):
        (tmp_path / name).write_text("written by a run")
    sensor = build_definitions().resolve_sensor_def("inbox")
    assert "no new file" in sensor.evaluate_tick(dg.build_sensor_context(instance=instance)).skip_message


def test_without_an_inbox_the_sensor_says_how_to_get_one(monkeypatch, instance):
    monkeypatch.delenv("DATELINE_INBOX", raising=False)
    tick = build_definitions().resolve_sensor_def("inbox").evaluate_tick(dg.build_sensor_context(instance=instance))
    assert "DATELINE_INBOX" in tick.skip_message


def test_the_daily_schedule_runs_the_whole_job():
    schedule = build_definitions().resolve_schedule_def("daily")
    assert schedule.job_name == "build_history"
    assert schedule.cron_schedule == "15 5 * * *"


if __name__ == "__main__":
    PINNED.write_text(json.dumps(asset_graph(), indent=1) + "\n", encoding="utf-8")
