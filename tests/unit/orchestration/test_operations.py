"""The commands that keep a warehouse running: status, metrics, doctor, vacuum, export, import, logs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from typer import Exit
from typer.testing import CliRunner, Result

from orchestration.cli.app import app
from orchestration.cli.errors import EXIT_FAILED
from orchestration.cli.job import run_shown
from orchestration.execution import Outcome
from orchestration.logs import LOG_FORMAT_VARIABLE, LoggedProgress
from orchestration.sources.kept import KeptBytes
from transforms.errors import UserError
from transforms.schema import ARTICLES, REJECTED_ARTICLES, SOURCE_RUNS
from warehouse.connection import Warehouse
from warehouse.load import write_articles
from warehouse.loading.rows import registered
from warehouse.loading.run_log import begin_run, end_run, note_counts
from warehouse.models import run_models

NOW = datetime(2023, 4, 1, 12, tzinfo=UTC)
ARTICLE = {
    "article_id": "a1",
    "text": "Nothing happened.",
    "published_at": datetime(2023, 3, 21, tzinfo=UTC),
    "published_basis": "metadata",
    "content_hash": "h1",
    "origin": "a1.txt",
}
REFUSED = [
    {"reject_id": f"r{n}", "origin": f"{n}.txt", "reason": reason, "raw_hash": str(n)}
    for n, reason in enumerate(["empty", "empty", "encoding"])
]
SOURCE = {
    "run_id": "run-1",
    "source": 'the "daily" feed',
    "kind": "feed",
    "source_group": "hourly",
    "started_at": NOW,
    "finished_at": NOW,
    "n_items": 3,
    "n_unchanged": 1,
    "n_kept": 2,
    "n_new": 2,
    "n_changed": 0,
    "n_refused": 0,
    "n_failures": 1,
    "last_failure": "timed out",
}


@pytest.fixture
def store(tmp_path: Path) -> Warehouse:
    made = Warehouse(tmp_path / "w.duckdb")
    begin_run(made, "run-1", NOW)
    write_articles(made, ARTICLES.frame([ARTICLE]), REJECTED_ARTICLES.frame(REFUSED), "run-1", NOW)
    note_counts(made, "run-1", {"n_read": 4, "n_kept": 1, "n_new": 1, "n_refused": 3})
    end_run(made, "run-1", "finished", NOW)
    with made.writing() as db, registered(db, "given", SOURCE_RUNS.frame([SOURCE])):
        db.execute("insert into raw.source_runs by name select * from given")
        run_models(db)
    return made


@pytest.fixture(autouse=True)
def _own_log_format(monkeypatch):
    monkeypatch.setenv(LOG_FORMAT_VARIABLE, "text")


def dateline(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


def metrics_of(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_metrics_are_in_the_text_format_of_prometheus(store):
    found = metrics_of(dateline("metrics", "-w", store.path).stdout)
    assert found["dateline_rows", (("table", "articles"),)] == 1
    assert found["dateline_rejected_articles", (("reason", "empty"),)] == 2
    assert found["dateline_runs", (("state", "finished"),)] == 1
    assert found["dateline_last_success_timestamp_seconds", ()] == NOW.timestamp()
    assert found["dateline_last_run_failed", ()] == 0
    source = (("group", "hourly"), ("source", 'the "daily" feed'))
    assert found["dateline_source_last_read_timestamp_seconds", source] == NOW.timestamp()
    assert found["dateline_source_last_success_timestamp_seconds", source] == NOW.timestamp()
    assert found["dateline_source_failures", source] == 1
    assert found["dateline_newest_article_timestamp_seconds", ()] == datetime(2023, 3, 21, tzinfo=UTC).timestamp()


BEGIN_A_RUN = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from warehouse.connection import Warehouse
from warehouse.loading.run_log import begin_run
begin_run(Warehouse(Path(sys.argv[1])), "run-2", datetime(2023, 4, 2, tzinfo=UTC))
print("begun", flush=True)
time.sleep(600)
"""


def told_of_the_last_run(store: Warehouse) -> tuple[str, float, str]:
    """What status, metrics and doctor say of it."""
    shown = json.loads(dateline("status", "-w", store.path, "--format", "json").stdout)
    failed = metrics_of(dateline("metrics", "-w", store.path).stdout)["dateline_last_run_failed", ()]
    [line] = [line for line in dateline("doctor", "-w", store.path).stdout.splitlines() if "the last run" in line]
    return shown["runs"][0]["state"], failed, line


def test_a_run_whose_process_is_gone_is_told_as_killed_until_the_next_begins(store):
    process = subprocess.Popen([sys.executable, "-c", BEGIN_A_RUN, store.path], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    state, failed, line = told_of_the_last_run(store)
    assert (state, failed) == ("running", 0)
    assert line.startswith("ok") and line.endswith("is still running")
    process.kill()
    process.wait()
    state, failed, line = told_of_the_last_run(store)
    assert (state, failed) == ("killed", 1)
    assert line.startswith("warning") and line.endswith("was killed")
    begin_run(store, "run-3", datetime(2023, 4, 3, tzinfo=UTC))
    assert [path.name for path in store.path.parent.glob("*.run-*")] == ["w.duckdb.run-run-3"]
    end_run(store, "run-3", "finished", datetime(2023, 4, 3, tzinfo=UTC))
    assert not list(store.path.parent.glob("*.run-*"))


def test_the_last_success_of_a_source_is_not_that_of_a_reading_that_failed(store):
    nothing_had = {"n_items": 1, "n_unchanged": 0, "n_kept": 0, "n_new": 0, "n_failures": 1}
    later = datetime(2023, 4, 5, tzinfo=UTC)
    row = SOURCE | nothing_had | {"run_id": "run-2", "started_at": later, "finished_at": later}
    with store.writing() as db, registered(db, "given", SOURCE_RUNS.frame([row])):
        db.execute("insert into raw.source_runs by name select * from given")
    found = metrics_of(dateline("metrics", "-w", store.path).stdout)
    source = (("group", "hourly"), ("source", 'the "daily" feed'))
    assert found["dateline_source_last_read_timestamp_seconds", source] == later.timestamp()
    assert found["dateline_source_last_success_timestamp_seconds", source] == NOW.timestamp()


def test_the_last_success_is_told_however_many_runs_have_failed_since(store):
    with store.writing() as db:
        db.execute(
            "insert into raw.runs (run_id, state, started_at, finished_at)"
            " select 'failed-' || n, 'failed', ?::timestamptz + to_hours(n), ?::timestamptz + to_hours(n) from range(1, 30) as t(n)",
            [NOW, NOW],
        )
    found = metrics_of(dateline("metrics", "-w", store.path).stdout)
    assert found["dateline_last_success_timestamp_seconds", ()] == NOW.timestamp()
    assert found["dateline_last_run_failed", ()] == 1


def test_metrics_of_a_new_warehouse_have_no_runs(tmp_path):
    with Warehouse(tmp_path / "new.duckdb").writing():
        pass
    found = metrics_of(dateline("metrics", "-w", tmp_path / "new.duckdb").stdout)
    assert found["dateline_rows", (("table", "articles"),)] == 0
    assert not any(name.startswith("dateline_last") for name, _ in found)


def test_metrics_go_whole_into_a_file(store, tmp_path):
    file = tmp_path / "dateline.prom"
    assert dateline("metrics", "-w", store.path, "--output", file).exit_code == 0
    assert metrics_of(file.read_text(encoding="utf-8"))
    assert not list(tmp_path.glob("*.partial"))


def test_the_status_shows_sources_with_their_lag_and_refused_inputs_by_reason(store):
    shown = dateline("status", "-w", store.path).stdout
    for words in ('the "daily" feed', "hourly", "days", "timed out", "refused inputs", "2023-03-21"):
        assert words in shown
    told = json.loads(dateline("status", "-w", store.path, "--format", "json").stdout)
    assert told["rejects"] == {"empty": 2, "encoding": 1}
    assert told["sources"][0]["n_failures"] == 1


def test_the_doctor_finds_a_sound_place_in_order(store, monkeypatch):
    monkeypatch.chdir(store.path.parent)
    done = dateline("doctor", "-w", store.path)
    assert done.exit_code == 0, done.stdout
    assert "0 errors" in done.stdout


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("insert into raw.articles from raw.articles", "article_id"),
        (
            "insert into raw.event_links (mention_id, event_id, merge_reason) values ('m', 'e', '')",
            "event_links belongs to a row of",
        ),
    ],
)
def test_the_doctor_fails_with_a_remedy_when_something_is_wrong(store, damage, words):
    with store.writing() as db:
        db.execute(damage)
    done = dateline("doctor", "-w", store.path)
    assert done.exit_code == 1
    assert words in done.stdout
    assert "->" in done.stdout


def test_the_doctor_warns_of_a_folder_of_dagster_that_is_another_one_everywhere(store, monkeypatch):
    monkeypatch.chdir(store.path.parent)
    (store.path.parent / "home").mkdir()
    monkeypatch.setenv("DAGSTER_HOME", "home")
    done = dateline("doctor", "-w", store.path)
    assert done.exit_code == 0
    assert f"set it to {store.path.parent.resolve() / 'home'}" in done.stdout


def test_the_doctor_names_a_mistake_in_sources_toml(store, monkeypatch):
    monkeypatch.chdir(store.path.parent)
    (store.path.parent / "sources.toml").write_text('[sources.one]\nkind = "phone"\n', encoding="utf-8")
    done = dateline("doctor", "-w", store.path)
    assert done.exit_code == 1
    assert "sources.toml:" in done.stdout
    assert "no such kind" in done.stdout


def test_the_doctor_names_a_package_of_another_version(store, monkeypatch):
    monkeypatch.setattr("orchestration.environment.requires", lambda _: ["duckdb>=99", "nothing-of-this-name"])
    done = dateline("doctor", "-w", store.path)
    assert done.exit_code == 1
    assert "pip install 'duckdb>=99'" in done.stdout
    assert "nothing-of-this-name is missing" in done.stdout


def test_a_backup_goes_out_and_comes_back(store, tmp_path):
    assert dateline("export", "--all", tmp_path / "backup", "-w", store.path).exit_code == 0
    assert dateline("import", tmp_path / "backup", "-w", tmp_path / "back.duckdb").exit_code == 0
    with Warehouse(tmp_path / "back.duckdb").reading() as db:
        assert db.sql("select article_id from raw.articles").fetchall() == [("a1",)]


FETCHED = "insert into raw.fetched_documents by name select 'https://example.org/a' as origin, ? as raw_hash, 'pages' as source, 'page' as fetched_as, now() as fetched_at"


@pytest.mark.parametrize(("options", "is_kept"), [([], True), (["--without-fetched"], False)])
def test_a_backup_holds_the_fetched_bytes_that_the_warehouse_refers_to(store, tmp_path, options, is_kept):
    kept = KeptBytes(store.path.with_suffix(".fetched"))
    page, stranger = kept.keep(b"a page"), kept.keep(b"of nobody")
    with store.writing() as db:
        db.execute(FETCHED, [page])
    done = dateline("export", "--all", tmp_path / "backup", "-w", store.path, *options)
    assert ("and the bytes of 1 fetched answers" in done.stdout) is is_kept
    assert dateline("import", tmp_path / "backup", "-w", tmp_path / "back.duckdb").exit_code == 0
    restored = KeptBytes(tmp_path / "back.fetched")
    assert restored.read(page) == (b"a page" if is_kept else None)
    assert restored.read(stranger) is None


def test_fetched_bytes_that_are_gone_are_said_and_stop_neither_export_nor_import(store, tmp_path):
    with store.writing() as db:
        db.execute(FETCHED, ["0" * 64])
    done = dateline("export", "--all", tmp_path / "backup", "-w", store.path)
    assert done.exit_code == 0
    assert "the bytes of 1 fetched answers are missing or damaged" in done.stderr
    assert dateline("import", tmp_path / "backup", "-w", tmp_path / "back.duckdb").exit_code == 0


def test_a_backup_that_has_lost_fetched_bytes_makes_no_warehouse(store, tmp_path):
    page = KeptBytes(store.path.with_suffix(".fetched")).keep(b"a page")
    with store.writing() as db:
        db.execute(FETCHED, [page])
    assert dateline("export", "--all", tmp_path / "backup", "-w", store.path).exit_code == 0
    next((tmp_path / "backup" / "fetched").rglob("*.zst")).write_bytes(b"damaged")
    done = dateline("import", tmp_path / "backup", "-w", tmp_path / "back.duckdb")
    assert "export the warehouse again" in str(done.exception)
    assert not (tmp_path / "back.duckdb").exists()


def test_an_export_of_nothing_in_particular_is_asked_back(store, tmp_path):
    assert isinstance(dateline("export", tmp_path / "backup", "-w", store.path).exception, UserError)


def test_a_vacuum_says_what_it_did(store):
    done = dateline("vacuum", "-w", store.path)
    assert done.exit_code == 0
    assert "MB ->" in done.stdout


def test_a_dry_vacuum_drops_nothing(store):
    with store.writing() as db:
        db.execute("insert into raw.extractions values ('gone', 'dates', 'h', 'v', 0)")
    before = store.path.read_bytes()
    done = dateline("vacuum", "--dry-run", "-w", store.path)
    assert "would be dropped: 1 of extractions" in done.stdout
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(("options", "is_left"), [([], True), (["--kept-in"], False)])
def test_a_folder_that_several_warehouses_may_use_is_swept_only_when_asked(store, tmp_path, options, is_left):
    (tmp_path / "sources.toml").write_text('[fetching]\nkept_in = "bytes"\n', encoding="utf-8")
    kept = KeptBytes(tmp_path / "bytes")
    orphan = kept.keep(b"of another warehouse")
    os.utime(next(kept.folder.glob("??/*")), (0, 0))
    done = dateline("vacuum", "-w", store.path, "--sources", tmp_path / "sources.toml", *options)
    assert done.exit_code == 0
    assert (kept.read(orphan) is not None) is is_left
    assert ("--kept-in" in done.stdout) is is_left


def test_logs_are_json_lines_where_they_are_wanted(capsys):
    with LoggedProgress() as progress:
        progress.begin("Reading", None)
        progress.advance(3)
        progress.advance(4)
        progress.begin("Merging", 7)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["event"], line["step"]) for line in lines] == [
        ("step_started", "Reading"),
        ("step_finished", "Reading"),
        ("step_started", "Merging"),
        ("step_finished", "Merging"),
    ]
    assert lines[1]["n_done"] == 7
    assert all(line["level"] == "info" and line["timestamp"].endswith("Z") for line in lines)


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_an_error_is_told_in_the_wanted_format(log_format, monkeypatch, capsys):
    from orchestration.cli import main

    monkeypatch.setattr("sys.argv", ["dateline", "--log-format", log_format, "status", "-w", "/nowhere/w.duckdb"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    if log_format == "json":
        assert "no warehouse" in json.loads(said)["message"]
    else:
        assert said.startswith("dateline: no warehouse")


def test_a_run_that_fails_is_told_as_one_json_line_where_logs_are_wanted_so(monkeypatch, capsys):
    monkeypatch.setenv(LOG_FORMAT_VARIABLE, "json")
    with pytest.raises(Exit) as ended:
        run_shown(lambda progress: Outcome("0123456789", "the disk is full", ()))
    assert ended.value.exit_code == EXIT_FAILED
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (last["event"], last["message"]) == ("run_failed", "run 01234567 failed: the disk is full")


def test_an_unknown_log_format_is_refused():
    assert isinstance(dateline("--log-format", "xml", "types").exception, UserError)


def test_rows_as_json_have_null_for_numbers_that_json_has_not(store):
    query = "select 'nan'::double as a, ['inf'::double, 1.5] as b, {'c': '-inf'::double} as d, 2 as e"
    done = dateline("sql", query, "-w", store.path, "-f", "json")

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    assert json.loads(done.stdout, parse_constant=refuse) == {"a": None, "b": [None, 1.5], "d": {"c": None}, "e": 2}
