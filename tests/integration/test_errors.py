"""What a user sees who makes a mistake: one clear line that names the remedy, and exit status 2."""

from __future__ import annotations

import os
import sqlite3
import subprocess

import pytest

ARTICLE = '{"id": "a", "published": "2023-03-21", "title": "T", "text": "The minister resigned on Monday."}\n'


def assert_one_clear_line(done, *words: str) -> None:
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in lines[0], lines[0]


@pytest.mark.parametrize(
    "command",
    [
        ["run", "nowhere.jsonl"],
        ["extract", "nowhere.jsonl"],
        ["dates", "nowhere.jsonl"],
        ["articles", "nowhere.jsonl"],
        ["timeline", "--articles", "nowhere.jsonl"],
    ],
)
def test_a_wrong_path(folder, command):
    assert_one_clear_line(folder.dateline(*command), "nowhere.jsonl")


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_an_unreadable_file(folder):
    secret = folder.path / "secret.txt"
    secret.write_text("words")
    secret.chmod(0)
    assert_one_clear_line(folder.dateline("run", "secret.txt"), "secret.txt")


@pytest.mark.parametrize("command", [["timeline"], ["show", "e1"], ["sql", "select 1"], ["status"]])
def test_a_missing_warehouse(folder, command):
    assert_one_clear_line(folder.dateline(*command), "dateline.duckdb", "dateline run")


def test_a_database_of_another_program_is_called_by_its_name(folder):
    with sqlite3.connect(folder.warehouse) as db:
        db.execute("create table t (n integer)")
    for command in (["timeline"], ["status"]):
        assert_one_clear_line(folder.dateline(*command), "is a SQLite database", "--warehouse")


def test_a_file_that_is_no_warehouse(folder):
    folder.warehouse.write_text("not a database")
    assert_one_clear_line(folder.dateline("timeline"), "dateline.duckdb")
    assert_one_clear_line(folder.dateline("run"), "dateline.duckdb")
    assert folder.warehouse.read_text() == "not a database"


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["sql", "selekt 1"], ["selekt"]),
        (["sql", "select * from timelin"], ["timelin"]),
        (["sql", "delete from timeline"], ["read-only"]),
        (["sql", "drop table raw.events"], ["read-only"]),
        (["sql", "create table t as select 1"], ["read-only"]),
        (["sql", "copy (select 1) to 'out.csv'"], []),
        (["sql", "select * from read_csv('/etc/hosts')"], []),
        (["timeline", "--type", "visitt"], ["visitt", "visit"]),
        (["timeline", "--status", "maybe"], ["maybe", "happened"]),
        (["timeline", "--basis", "guess"], ["guess", "explicit"]),
        (["timeline", "--from", "March"], ["--from", "2023-03"]),
        (["timeline", "--to", "2023-13"], ["--to", "2023-13"]),
        (["timeline", "--from", "2024", "--to", "2023"], []),
        (["timeline", "--output", "dateline.duckdb", "--format", "text"], ["dateline.duckdb", "another file"]),
        (["timeline", "--output", "events.docx"], [".docx", "--format"]),
        (["timeline", "--compare", "", " "], ["--compare", "name two"]),
        (["timeline", "--compare", "Putin", "putin"], ["--compare", "both sides"]),
        (["show", "nothing"], ["nothing"]),
        (["run", "--ontology", "none.toml"], ["none.toml"]),
        (["run", ""], ["an empty path", "write . for"]),
        (["articles", "a.jsonl", ""], ["an empty path", "write . for"]),
    ],
    ids=" ".join,
)
def test_a_mistake_in_what_is_asked(sample, command, words):
    assert_one_clear_line(sample.dateline(*command), *words)


@pytest.mark.xdist_group("sample")
def test_a_name_that_no_event_has_is_offered_as_it_is_spelled(sample):
    done = sample.dateline("timeline", "--actor", "Vladimir Putjin")
    assert done.returncode == 0
    assert "did you mean Vladimir Putin" in done.stderr
    assert "did you mean" not in sample.dateline("timeline", "--actor", "Vladimir Putin").stderr


@pytest.mark.xdist_group("sample")
def test_one_of_several_names_that_no_event_has_is_told_beside_what_the_others_find(sample):
    names = ("--actor", "Vladimir Putjin", "--actor", "Xi Jinping", "--place", "Moscow", "--place", "zzzz")
    done = sample.dateline("timeline", *names)
    assert done.returncode == 0
    assert "Xi Jinping" in done.stdout
    misspelled, unknown = done.stderr.splitlines()
    assert misspelled.startswith("no event names 'Vladimir Putjin': did you mean Vladimir Putin")
    assert unknown == "no event names 'zzzz'"


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize(
    ("query", "said"), [("Putin OR zzzz", "as one phrase"), ("zzzz AND Putin", "as one phrase"), ("zzzz or orator", "")]
)
def test_who_asks_with_operators_that_do_not_exist_and_finds_nothing_is_told_how_words_are_parted(sample, query, said):
    done = sample.dateline("timeline", "--query", query)
    assert done.returncode == 0
    assert said in done.stderr
    assert bool(said) == bool(done.stderr)


@pytest.mark.xdist_group("sample")
def test_a_subject_of_a_comparison_that_no_event_has_is_named(sample):
    done = sample.dateline("timeline", "--compare", "Putjin", "zzzz")
    assert done.returncode == 0
    misspelled, unknown = done.stderr.splitlines()
    assert misspelled.startswith("no event shown is about 'Putjin': did you mean Vladimir Putin")
    assert unknown == "no event shown is about 'zzzz'"
    assert sample.dateline("timeline", "--compare", "Putin", "Xi").stderr == ""


def test_what_would_control_a_terminal_is_not_shown(folder):
    hostile = ARTICLE.replace("The minister", "The \\u001b[31m minister").replace('"T"', '"\\u001b]0;x\\u0007T"')
    (folder.path / "a.jsonl").write_text(hostile)
    assert folder.dateline("run", "a.jsonl").returncode == 0
    event_id = folder.dateline("sql", "select event_id from timeline", "--format", "csv").stdout.split()[-1]
    shown = folder.dateline("show", event_id).stdout
    assert "The minister resigned on Monday." in shown
    assert "\x1b" not in shown
    assert "[31m" not in shown


def test_a_bad_ontology_names_the_field(folder):
    (folder.path / "own.toml").write_text('[parade]\nfamily = "society"\n')
    (folder.path / "a.jsonl").write_text(ARTICLE)
    assert_one_clear_line(folder.dateline("run", "a.jsonl", "--ontology", "own.toml"), "parade")


def test_a_folder_of_dagster_that_is_none(folder):
    (folder.path / "a.jsonl").write_text(ARTICLE)
    (folder.path / "home").write_text("a file")
    done = with_environment(folder, {"DAGSTER_HOME": str(folder.path / "home")}, "run", "a.jsonl")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "DAGSTER_HOME" in done.stderr.splitlines()[-1]


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize("output", ["nowhere/m.prom", "dateline.duckdb", "."])
def test_metrics_that_cannot_be_written(sample, output):
    before = sample.warehouse.read_bytes()
    assert_one_clear_line(sample.dateline("metrics", "-o", output), output)
    assert sample.warehouse.read_bytes() == before
    assert not list(sample.path.glob("*.partial"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write every file")
@pytest.mark.parametrize("command", [["run", "a.jsonl"], ["vacuum"]])
def test_a_warehouse_that_can_only_be_read(folder, command):
    (folder.path / "a.jsonl").write_text(ARTICLE)
    assert folder.dateline("run", "a.jsonl").returncode == 0
    folder.warehouse.chmod(0o400)
    assert_one_clear_line(folder.dateline(*command), "dateline.duckdb", "permissions")


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["timeline", "--limit", "5"],
        ["sql", "select chr(8594) as arrow"],
        ["sql", "select chr(8594) as arrow", "--format", "csv"],
        ["types"],
        ["doctor"],
        ["show", "nothing-\N{RIGHTWARDS ARROW}"],
        ["run", "--help"],
    ],
    ids=" ".join,
)
def test_a_terminal_that_lacks_characters_shows_others(sample, command):
    done = with_environment(sample, {"PYTHONIOENCODING": "ascii"}, *command)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert done.stdout.isascii()


@pytest.mark.xdist_group("sample")
def test_json_for_a_terminal_that_lacks_characters_is_escaped(sample):
    asked = "sql", "select chr(8594) as arrow", "--format", "json"
    assert with_environment(sample, {"PYTHONIOENCODING": "ascii"}, *asked).stdout == '{"arrow": "\\u2192"}\n'


def with_environment(folder, more: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    environment = folder.environment() | more
    return subprocess.run(
        folder.command(*command), cwd=folder.path, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("log_format", "nobody"), [("json", "the disk of the log is full"), ("text", "who read the log has gone")]
)
def test_a_run_goes_on_when_nobody_can_read_what_it_tells(folder, log_format, nobody):
    (folder.path / "a.jsonl").write_text(ARTICLE)
    if nobody.startswith("the disk"):
        log = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, log = os.pipe()
        os.close(reader)
    run = subprocess.run(
        folder.command("--log-format", log_format, "run", "a.jsonl"),
        cwd=folder.path,
        env=folder.environment(),
        stdout=subprocess.PIPE,
        stderr=log,
        check=False,
    )
    os.close(log)
    assert run.returncode == 0
    assert folder.rows("select count(*) from raw.event_mentions") == [(1,)]


def test_a_command_ends_well_when_nobody_reads_its_output_to_the_end(folder):
    with folder.start("types", "--format", "json", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        command.stdout.close()  # as `| head` does
        assert command.stderr.read() == ""
    assert command.returncode == 0
