"""Where things lie unless the user says otherwise."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import yaml

from orchestration import paths
from orchestration.extractors import read_ontology
from orchestration.paths import prepare_dagster_home, warehouse_path
from transforms.errors import UserError
from transforms.events import OntologyError


@pytest.mark.parametrize(
    ("named", "variable", "expected"),
    [
        (None, None, "dateline.duckdb"),
        (None, "other.duckdb", "other.duckdb"),
        ("named.duckdb", "other.duckdb", "named.duckdb"),
    ],
)
def test_the_warehouse_is_named_by_option_then_environment_then_default(
    monkeypatch, tmp_path, named, variable, expected
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(paths.WAREHOUSE_VARIABLE, raising=False)
    if variable:
        monkeypatch.setenv(paths.WAREHOUSE_VARIABLE, variable)
    assert paths.warehouse_path(Path(named) if named else None) == tmp_path.resolve() / expected


def test_own_event_types_are_named_by_option_then_environment(monkeypatch):
    monkeypatch.setenv(paths.ONTOLOGY_VARIABLE, "mine.toml")
    assert paths.ontology_path(Path("named.toml")) == Path("named.toml")
    assert paths.ontology_path() == Path("mine.toml")
    monkeypatch.delenv(paths.ONTOLOGY_VARIABLE)
    assert paths.ontology_path() is None


def test_an_error_in_own_event_types_names_the_file(monkeypatch, tmp_path):
    own = tmp_path / "mine.toml"
    own.write_text('[visit]\nlabbel = "x"\n', encoding="utf-8")
    monkeypatch.setenv(paths.ONTOLOGY_VARIABLE, str(own))
    with pytest.raises(
        OntologyError, match=r"mine\.toml: type visit, field labbel: there is no such field; there are .*label"
    ):
        read_ontology()


def test_a_run_reads_what_is_named_then_the_inbox_then_the_sample(monkeypatch):
    monkeypatch.setenv(paths.INBOX_VARIABLE, os.pathsep.join(["in", "more"]))
    assert paths.input_paths(["a.jsonl"]) == [Path("a.jsonl")]
    assert paths.input_paths([]) == [Path("in"), Path("more")]
    monkeypatch.delenv(paths.INBOX_VARIABLE)
    assert paths.input_paths([]) == [paths.sample_path()]
    assert paths.sample_path().is_dir()


def test_dagsters_home_lies_beside_the_warehouse_with_telemetry_off(monkeypatch, tmp_path):
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    monkeypatch.setenv(paths.WAREHOUSE_VARIABLE, "")
    home = paths.prepare_dagster_home(tmp_path / "w.duckdb")
    assert home.parent == tmp_path.resolve()
    assert os.environ["DAGSTER_HOME"] == str(home)
    config = yaml.safe_load((home / "dagster.yaml").read_text(encoding="utf-8"))
    assert config["telemetry"] == {"enabled": False}
    assert config["concurrency"]["runs"]["max_concurrent_runs"] == 1


def test_a_home_that_the_user_configured_is_left_alone(monkeypatch, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "dagster.yaml").write_text("telemetry: {enabled: true}\n")
    monkeypatch.setenv("DAGSTER_HOME", str(own))
    monkeypatch.setenv(paths.WAREHOUSE_VARIABLE, "")
    assert paths.prepare_dagster_home(tmp_path / "w.duckdb") == own.resolve()
    assert (own / "dagster.yaml").read_text() == "telemetry: {enabled: true}\n"


FIRST_CONFIG = """\
telemetry:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
  pools:
    granularity: run
    default_limit: 1
"""


@pytest.mark.parametrize(
    "laid_before",
    [FIRST_CONFIG, FIRST_CONFIG.replace("concurrency:", "nux:\n  enabled: false\nconcurrency:")],
)
def test_the_configuration_of_an_earlier_version_is_replaced(monkeypatch, tmp_path, laid_before):
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    monkeypatch.setenv(paths.WAREHOUSE_VARIABLE, "")
    (tmp_path / "dagster.yaml").write_text(laid_before)
    paths.prepare_dagster_home(tmp_path / "w.duckdb")
    assert (tmp_path / "dagster.yaml").read_text() == paths.DAGSTER_CONFIG


@pytest.mark.parametrize("name", ["news.html", "news.partial", "news.duckdb.wal"])
def test_a_file_that_a_run_writes_beside_a_warehouse_is_none(name, tmp_path):
    with pytest.raises(UserError, match="beside a warehouse"):
        warehouse_path(tmp_path / name)


@pytest.mark.parametrize(
    ("number", "remedy"),
    [(errno.ENOSPC, "free some space"), (errno.EDQUOT, "free some space"), (errno.EACCES, "change its permissions")],
)
def test_a_home_that_cannot_be_written_is_told_with_what_mends_that(monkeypatch, tmp_path, number, remedy):
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setenv("DAGSTER_HOME", "")
    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(UserError, match=f"{os.strerror(number)}.*{remedy}, or set DAGSTER_HOME"):
        prepare_dagster_home(tmp_path / "w.duckdb")
