"""`sources.toml` as a user meets it: the command that writes one, checks it, runs it and tells what it gave."""

from __future__ import annotations

import json

from run_folder import Folder

from orchestration.sources import example_sources

DECLARED = """
[sources.inbox]
kind = "folder"
paths = ["in/*.jsonl"]

[sources.archive]
kind = "folder"
paths = ["archive/"]
group = "hourly"
enabled = false
"""


def line(number: int) -> str:
    text = f"The finance minister, Ana Lopez, resigned on Monday. Number {number}."
    return json.dumps({"id": f"a{number}", "published": "2023-03-21", "title": f"Title {number}", "text": text}) + "\n"


def test_without_a_file_the_command_says_how_to_write_one(folder: Folder):
    said = folder.dateline("sources")
    assert said.returncode == 0
    assert said.stdout == example_sources() == folder.dateline("sources", "--example").stdout
    assert "Save this as sources.toml" in said.stderr


def test_a_wrong_file_is_said_in_lines_and_nothing_is_run(folder: Folder):
    (folder.path / "sources.toml").write_text('[sources.a]\nkind = "folder"\npath = "in"\n')
    for arguments in (["sources", "--check"], ["run"]):
        said = folder.dateline(*arguments)
        assert said.returncode == 2
        assert "sources.toml:3: sources.a.path: there is no such key; known are" in said.stderr
        assert "Traceback" not in said.stderr
    assert not folder.warehouse.exists()


def test_unknown_names_and_mixed_inputs_are_refused_with_the_remedy(folder: Folder):
    (folder.path / "sources.toml").write_text(DECLARED)
    assert (
        "no source or group 'nobody'; it knows inbox, archive, hourly, daily"
        in folder.dateline("run", "--source", "nobody").stderr
    )
    assert "not both" in folder.dateline("run", "sources.toml", "--group", "daily").stderr
    (folder.path / "sources.toml").unlink()
    assert "there is no sources.toml here" in folder.dateline("run", "--reread").stderr


def test_a_run_reads_what_is_new_and_the_list_tells_it(folder: Folder):
    (folder.path / "sources.toml").write_text(DECLARED)
    (folder.path / "in").mkdir()
    file = folder.path / "in" / "a.jsonl"
    file.write_text(line(1) + line(2))
    checked = folder.dateline("sources", "--check")
    assert "with warnings: 2 sources, 1 of them disabled; daily (15 5 * * *): 1" in checked.stdout
    assert "sources.archive: archive/: there is no such file or folder" in checked.stderr
    assert folder.dateline("run").returncode == 0
    with file.open("a") as end:
        end.write(line(3))
    second = folder.dateline("run")
    assert second.returncode == 0, second.stderr
    assert folder.rows("select n_read, n_new from raw.runs order by started_at") == [(2, 2), (1, 1)]
    rows = {row["source"]: row for row in map(json.loads, folder.dateline("sources", "-f", "json").stdout.splitlines())}
    assert (rows["inbox"]["n_new"], rows["inbox"]["n_new_in_all"], rows["inbox"]["n_failures"]) == (1, 3, 0)
    assert rows["inbox"]["last_run_at"] is not None
    assert (rows["archive"]["enabled"], rows["archive"]["last_run_at"]) == (False, None)


def test_a_run_names_the_sources_that_failed(folder: Folder):
    feed = '[sources.wire]\nkind = "feed"\nurl = "http://127.0.0.1:9/feed.xml"\nallow_private = true\n'
    quick = "[fetching]\nattempts = 1\n"
    (folder.path / "sources.toml").write_text(quick + feed)
    done = folder.dateline("run")
    assert done.returncode == 0, done.stderr
    assert "source wire, 1 of 1 files and addresses: http://127.0.0.1:9/feed.xml: " in done.stdout
    assert "warning  the source wire failed whenever it was read" in folder.dateline("doctor").stdout


def test_what_a_file_names_and_is_not_there_is_a_warning(folder: Folder):
    file = folder.path / "sources.toml"
    at_home = '[sources.home]\nkind = "feed"\nurl = "http://localhost:8000/feed.xml"\n'
    in_house = '[sources.house]\nkind = "web"\nurls = ["https://norfield.example/", "http://10.0.0.7/a"]\n'
    for text, words in (
        (at_home, "sources.home: http://localhost:8000/feed.xml: not on the public internet"),
        (in_house, "sources.house: http://10.0.0.7/a: not on the public internet"),
        ("", "it declares no source"),
        ('[sources.pages]\nkind = "web"\nlists = ["list.txt"]\n', "sources.pages: list.txt: there is no such file"),
        ('[sources.papers]\nkind = "folder"\npaths = [".", "*.csv"]\n', "sources.papers: *.csv: there is no such file"),
    ):
        file.write_text(text)
        checked = folder.dateline("sources", "--check")
        assert checked.returncode == 0
        assert words in checked.stderr and "is right" not in checked.stdout
    file.write_text('[sources.papers]\nkind = "folder"\npaths = ["."]\n')
    assert f"{file} is right: 1 source," in folder.dateline("sources", "--check").stdout
    file.write_text(at_home + "allow_private = true\n")
    assert "is right" in folder.dateline("sources", "--check").stdout


def test_the_sample_is_not_read_beside_articles_of_the_users_own(folder: Folder):
    (folder.path / "a.jsonl").write_text(line(1))
    assert folder.dateline("run", "a.jsonl").returncode == 0
    done = folder.dateline("run")
    assert done.returncode == 0, done.stderr
    assert "there is no sources.toml here" in done.stdout
    assert folder.rows("select count(*) from raw.articles") == [(1,)]


def test_commands_that_a_run_proposes_name_a_warehouse_that_is_not_the_usual_one(folder: Folder):
    (folder.path / "a.jsonl").write_text(line(1))
    proposed = folder.dateline("run", "a.jsonl", "-w", "other.duckdb").stdout
    assert f"dateline timeline --limit 20 --warehouse {folder.path / 'other.duckdb'}" in proposed


def test_a_source_that_was_renamed_is_counted_once(folder: Folder):
    file = folder.path / "sources.toml"
    (folder.path / "a.jsonl").write_text(line(1))
    for name in ("old", "new"):
        file.write_text(f'[sources.{name}]\nkind = "folder"\npaths = ["a.jsonl"]\n')
        assert folder.dateline("run").returncode == 0
    shown = " ".join(folder.dateline("sources").stdout.split())
    assert f"1 source in {file}, and 1 that it declares no longer" in shown
