"""What Dagster's daemon is told: when a run need not be started, and which runs are gone."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from datetime import timedelta

import dagster as dg
import pytest
from dagster._core.code_pointer import ModuleCodePointer
from dagster._core.launcher import WorkerStatus
from dagster._core.origin import JobPythonOrigin, RepositoryPythonOrigin
from dagster._core.remote_origin import RegisteredCodeLocationOrigin, RemoteJobOrigin, RemoteRepositoryOrigin
from dagster._core.storage.tags import GRPC_INFO_TAG

from orchestration.clock import utc_now
from orchestration.definitions import build_definitions
from orchestration.paths import prepare_dagster_home, warehouse_path
from orchestration.resources import InputResource
from orchestration.run_launcher import PROCESS_TAG, WatchedRunLauncher
from orchestration.sources.config import parse_sources

SOURCES = """
[sources.wire]
kind = "folder"
paths = ["wire"]
group = "hourly"
"""


@pytest.fixture(scope="module")
def dagster_of_the_ui(tmp_path_factory):
    """Dagster as `dateline ui` sets it up, on a folder of its own."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAGSTER_HOME", "")
        environment.setenv("DATELINE_WAREHOUSE", "")
        prepare_dagster_home(tmp_path_factory.mktemp("ui") / "w.duckdb")
        with dg.DagsterInstance.get() as instance:
            yield instance


@pytest.fixture
def instance(dagster_of_the_ui):
    """The same, without the runs of other tests."""
    yield dagster_of_the_ui
    for run in dagster_of_the_ui.get_runs():
        dagster_of_the_ui.delete_run(run.run_id)


@dg.op(required_resource_keys={"inputs"})
def nothing(): ...


@dg.job(name="build_history", resource_defs={"inputs": InputResource()})
def a_job():
    """A job of that name, which is soon described."""
    nothing()


def a_run(
    instance: dg.DagsterInstance,
    status: dg.DagsterRunStatus,
    tags: dict[str, str],
    inputs: dict[str, object] | None = None,
) -> dg.DagsterRun:
    job = a_job
    repository = RemoteRepositoryOrigin(RegisteredCodeLocationOrigin("here"), "all")
    return instance.create_run_for_job(
        job,
        status=status,
        tags=tags,
        run_config={"resources": {"inputs": {"config": inputs}}} if inputs else {},
        remote_job_origin=RemoteJobOrigin(repository, job.name),
        job_code_origin=JobPythonOrigin(
            job.name, RepositoryPythonOrigin(sys.executable, ModuleCodePointer("all", "all"))
        ),
    )


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    """The definitions of one declared folder with a file in it, which is the inbox, too."""
    folder = tmp_path_factory.mktemp("declared")
    (folder / "wire").mkdir()
    (folder / "wire" / "a.txt").write_text("one")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATELINE_INBOX", str(folder / "wire"))
        yield build_definitions(parse_sources(SOURCES, folder / "sources.toml"))


@pytest.mark.parametrize(
    ("status", "starts"),
    [
        (dg.DagsterRunStatus.QUEUED, False),
        # what came after the run that is going on had looked is for the next one
        (dg.DagsterRunStatus.STARTED, True),
        (dg.DagsterRunStatus.FAILURE, True),
    ],
)
def test_runs_that_last_longer_than_their_interval_do_not_heap_up(instance, wire, status, starts):
    for tags in ({"dagster/schedule_name": "read_hourly"}, {"dagster/sensor_name": "folders"}):
        a_run(instance, status, tags)
    a_run(instance, status, {"dagster/sensor_name": "inbox"})
    tick = wire.resolve_schedule_def("read_hourly").evaluate_tick(dg.build_schedule_context(instance=instance))
    looks = [
        wire.resolve_sensor_def(name).evaluate_tick(dg.build_sensor_context(instance=instance))
        for name in ("folders", "inbox")
    ]
    assert [bool(told.run_requests) for told in (tick, *looks)] == [starts] * 3
    if not starts:
        assert all("waits for its turn already" in told.skip_message for told in (tick, *looks))
        # the files are seen as new by a later look
        assert not any(look.cursor for look in looks)


def looks_at(wire: dg.Definitions, instance: dg.DagsterInstance, name: str, cursor: str | None) -> dg.SensorResult:
    context = dg.build_sensor_context(instance=instance, cursor=cursor)
    return wire.resolve_sensor_def(name).evaluate_tick(context)


@pytest.mark.parametrize(
    ("status", "minutes_ago", "starts"),
    [
        (dg.DagsterRunStatus.FAILURE, 20, True),
        (dg.DagsterRunStatus.FAILURE, 1, False),
        (dg.DagsterRunStatus.SUCCESS, 20, False),
        # somebody wanted it so
        (dg.DagsterRunStatus.CANCELED, 20, False),
    ],
)
@pytest.mark.parametrize("name", ["inbox", "folders"])
def test_what_a_failed_run_was_to_read_is_tried_again_after_a_while(
    instance, wire, monkeypatch, name, status, minutes_ago, starts
):
    first = looks_at(wire, instance, name, None)
    inputs = first.run_requests[0].run_config["resources"]["inputs"]["config"]
    failed = a_run(instance, status, {"dagster/sensor_name": name}, inputs)
    monkeypatch.setattr("orchestration.sensors.utc_now", lambda: utc_now() + timedelta(minutes=minutes_ago))
    second = looks_at(wire, instance, name, first.cursor)
    assert bool(second.run_requests) == starts
    if starts:
        [request] = second.run_requests
        assert request.run_config["resources"]["inputs"]["config"] == inputs
        # each failure is answered once, until the run that answers it fails
        assert failed.run_id in request.run_key
    elif status is dg.DagsterRunStatus.FAILURE:
        assert f"what run {failed.run_id[:8]} was to read when it failed is tried again from" in second.skip_message


def test_new_files_come_with_those_of_the_run_that_failed_and_without_those_that_are_gone(
    instance, wire, monkeypatch, tmp_path
):
    monkeypatch.setenv("DATELINE_INBOX", str(tmp_path))
    for file in ("a.txt", "b.txt"):
        (tmp_path / file).write_text(file)
    first = looks_at(wire, instance, "inbox", None)
    inputs = first.run_requests[0].run_config["resources"]["inputs"]["config"]
    a_run(instance, dg.DagsterRunStatus.FAILURE, {"dagster/sensor_name": "inbox"}, inputs)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "c.txt").write_text("c")
    [request] = looks_at(wire, instance, "inbox", first.cursor).run_requests
    assert request.run_config["resources"]["inputs"]["config"]["paths"] == [
        str(tmp_path / file) for file in ("b.txt", "c.txt")
    ]


def test_a_waiting_run_of_another_schedule_holds_none_back(instance, wire):
    a_run(instance, dg.DagsterRunStatus.QUEUED, {"dagster/schedule_name": "read_daily"})
    tick = wire.resolve_schedule_def("read_hourly").evaluate_tick(dg.build_schedule_context(instance=instance))
    assert tick.run_requests


def test_a_run_whose_server_is_gone_is_told_as_failed(instance, tmp_path):
    launcher = instance.run_launcher
    assert isinstance(launcher, WatchedRunLauncher)
    assert instance.run_monitoring_enabled
    server = json.dumps({"host": "localhost", "socket": str(tmp_path / "nobody.sock")})
    run = a_run(instance, dg.DagsterRunStatus.STARTED, {GRPC_INFO_TAG: server})
    assert launcher.check_run_worker_health(run).status is WorkerStatus.FAILED


def test_a_run_that_holds_its_lock_lives_though_its_server_is_gone(instance, tmp_path):
    server = json.dumps({"host": "localhost", "socket": str(tmp_path / "nobody.sock")})
    run = a_run(instance, dg.DagsterRunStatus.STARTED, {GRPC_INFO_TAG: server})
    holding = f"""
        from pathlib import Path
        from warehouse.loading.running import hold
        hold(Path({str(warehouse_path())!r}), {run.run_id!r})
        print("held", flush=True)
        input()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(holding)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "held\n"
        lives = instance.run_launcher.check_run_worker_health(run).status
        other.communicate("\n")
    assert lives is WorkerStatus.RUNNING
    assert instance.run_launcher.check_run_worker_health(run).status is WorkerStatus.FAILED


def test_a_run_of_the_command_lives_as_long_as_its_process(instance):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, text=True) as other:
        run = a_run(instance, dg.DagsterRunStatus.STARTED, {PROCESS_TAG: str(other.pid)})
        lives = instance.run_launcher.check_run_worker_health(run).status
        other.communicate("\n")
    assert lives is WorkerStatus.RUNNING
    assert instance.run_launcher.check_run_worker_health(run).status is WorkerStatus.FAILED
