"""Commands that read article files and need no warehouse."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

VISIT = "China's president, Xi Jinping, arrived in Moscow on Monday for a three-day visit.\n\nOn March 17 the International Criminal Court issued an arrest warrant for Vladimir Putin."
ARTICLES = [
    {"id": "a", "published": "2023-03-21", "title": "Xi in Moscow", "text": VISIT, "source": "One"},
    {
        "id": "b",
        "published": "2023-03-22",
        "title": "Xi leaves",
        "text": "😀 Xi Jinping visited Moscow from 20 to 22 March.\r\nHe met Mr. Putin.",
        "source": "Two",
    },
]
EXTRACTED = {
    "article_id", "event_type", "status", "start_date", "end_date", "precision", "edtf", "date_basis", "date_text", "actors", "place", "country", "latitude", "longitude",
    "trigger", "trigger_start", "trigger_end", "sentence_start", "sentence_end", "attributed_to", "confidence",
}  # fmt: skip


@pytest.fixture
def news(folder) -> Path:
    path = folder.path / "news.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    return path


def lines(done) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_extract_prints_mentions_whose_offsets_give_the_words_exactly(folder, news):
    mentions = lines(folder.dateline("extract", news))
    texts = {article["id"]: article["text"] for article in ARTICLES}
    assert {mention["event_type"] for mention in mentions} >= {"visit", "warrant"}
    for mention in mentions:
        assert set(mention) == EXTRACTED
        text = texts[mention["article_id"]]
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]
        assert mention["sentence_start"] <= mention["trigger_start"] < mention["trigger_end"] <= mention["sentence_end"]
        assert all({"name", "role"} <= set(actor) for actor in mention["actors"])
    (visit,) = [m for m in mentions if m["event_type"] == "visit" and m["article_id"] == "a"]
    assert (visit["start_date"], visit["end_date"], visit["precision"]) == ("2023-03-20", "2023-03-22", "days")
    assert "Xi Jinping" in [actor["name"] for actor in visit["actors"]]


def test_extract_says_of_which_languages_it_reads_no_events(folder):
    spanish = {
        "id": "s",
        "published": "2023-03-21",
        "text": "La policía detuvo el lunes en Lund al ministro Borg.",
        "lang": "es",
    }
    (folder.path / "spanish.jsonl").write_text(json.dumps(spanish) + "\n", encoding="utf-8")
    done = folder.dateline("extract", "spanish.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no events in articles of other languages (es 1)" in done.stderr
    assert (
        "no events in articles of other languages (es 1)"
        in folder.dateline("timeline", "--articles", "spanish.jsonl").stderr
    )


def test_events_that_are_only_thought_of_are_printed_when_asked_for(folder):
    thoughts = {
        "id": "t",
        "published": "2023-03-21",
        "text": "Karl Borg met the king on Monday. If Libya attacked Malta, Italy would send troops to Malta.",
    }
    (folder.path / "thoughts.jsonl").write_text(json.dumps(thoughts) + "\n")
    told = lines(folder.dateline("extract", "thoughts.jsonl"))
    everything = lines(folder.dateline("extract", "thoughts.jsonl", "--hypothetical"))
    assert {mention["status"] for mention in told} == {"happened"}
    assert [mention for mention in everything if mention["status"] != "hypothetical"] == told
    thought_of = [mention for mention in everything if mention["status"] == "hypothetical"]
    assert {mention["event_type"] for mention in thought_of} == {"attack", "deployment"}
    text = thoughts["text"]
    for mention in thought_of:
        assert text[mention["trigger_start"] : mention["trigger_end"]] == mention["trigger"]


def test_dates_prints_every_document_with_timex3_values(folder, news):
    documents = {line["doc_id"]: line["timexes"] for line in lines(folder.dateline("dates", news))}
    assert set(documents) == {"a", "b"}
    for article in ARTICLES:
        for timex in documents[article["id"]]:
            assert {"start", "end", "text", "type", "value", "mod"} <= set(timex)
            assert {"earliest", "latest", "precision", "edtf", "basis"} <= set(timex)
            assert article["text"][timex["start"] : timex["end"]] == timex["text"]
    assert ("Monday", "2023-03-20") in [(timex["text"], timex["value"]) for timex in documents["a"]]


def test_the_language_of_dates_can_be_given(folder):
    (folder.path / "note.txt").write_text(" date 2023-03-21 One\n\nSie kam am Montag.\n", encoding="utf-8")
    [document] = lines(folder.dateline("dates", "note.txt", "--lang", "de"))
    assert ("Montag", "2023-03-20") in [(timex["text"], timex["value"]) for timex in document["timexes"]]


def test_a_text_file_is_named_by_its_name(folder):
    (folder.path / "report.txt").write_text(
        " date 2023-03-21 One\n\nXi Jinping arrived in Moscow on Monday.\n", encoding="utf-8"
    )
    assert [line["doc_id"] for line in lines(folder.dateline("dates", "report.txt"))] == ["report.txt"]
    assert {line["article_id"] for line in lines(folder.dateline("extract", "report.txt"))} == {"report.txt"}


@pytest.mark.parametrize("output_format", ["text", "markdown", "json", "html"])
def test_a_timeline_straight_from_articles(folder, news, output_format):
    done = folder.dateline("timeline", "--articles", news, "--format", output_format)
    assert done.returncode == 0, done.stderr
    assert "Xi Jinping" in done.stdout
    assert not folder.warehouse.exists()
    if output_format == "json":
        entries = json.loads(done.stdout)["entries"]
        assert ("2023-03-20", "2023-03-22") in [(entry["start_date"], entry["end_date"]) for entry in entries]


def test_articles_prints_what_is_read_and_what_is_refused(folder, news):
    (folder.path / "empty.txt").write_text("")
    rows = lines(folder.dateline("articles", news, "empty.txt"))
    assert [row.get("rejected") for row in rows] == [None, None, "empty"]
    assert {"file", "url", "title", "published", "published_basis", "lang", "text"} <= set(rows[0])
    assert rows[1]["text"] == ARTICLES[1]["text"]


@pytest.mark.parametrize(
    ("command", "options"), [("extract", []), ("dates", []), ("articles", []), ("timeline", ["-f", "json"])]
)
def test_what_another_program_sends_is_read_as_a_file_is(folder, news, command, options):
    named = ["--articles"] if command == "timeline" else []
    of_file = folder.dateline(command, *named, news, *options)
    of_pipe = folder.dateline(command, *named, "-", *options, piped=news.read_text(encoding="utf-8"))
    assert of_pipe.returncode == 0, of_pipe.stderr
    assert of_pipe.stdout == of_file.stdout.replace(news.as_posix(), "-")
    assert "2023-03-2" in of_pipe.stdout


def test_a_named_pipe_is_read_to_its_end(folder, news):
    os.mkfifo(folder.path / "pipe")
    with folder.start("articles", "pipe", stdout=subprocess.PIPE) as reading:
        (folder.path / "pipe").write_bytes(gzip.compress(news.read_bytes()))
        rows = [json.loads(line) for line in reading.communicate()[0].splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]


def test_a_run_says_why_it_does_not_read_standard_input(folder, news):
    done = folder.dateline("run", "-", piped=news.read_text(encoding="utf-8"))
    assert done.returncode == 2
    assert "save standard input to one" in done.stderr


@pytest.mark.parametrize("command", [["extract"], ["dates"], ["articles"], ["timeline", "--articles"]])
def test_a_folder_without_articles_is_told_of(folder, command):
    (folder.path / "none").mkdir()
    (folder.path / "none" / "README.md").write_text("about this folder")
    done = folder.dateline(*command, "none")
    assert "none: no file of articles lies there" in done.stderr


def test_a_timeline_straight_from_articles_names_no_command_that_needs_a_warehouse(folder, news):
    assert "dateline show" not in folder.dateline("timeline", "--articles", news).stdout


def test_a_user_adds_a_type_without_code(folder, news):
    (folder.path / "own.toml").write_text(
        '[landing]\nfamily = "diplomacy"\nlabel = "Landing"\ndefinition = "Somebody leaves."\nplover = []\ncameo = []\n'
        'example = "He left."\nroles = "source-target"\n[[landing.triggers]]\nverbs = ["greet"]\nweight = 0.9\n',
        encoding="utf-8",
    )
    (folder.path / "greeting.jsonl").write_text(
        json.dumps({"id": "g", "published": "2023-03-21", "text": "Vladimir Putin greeted Xi Jinping on Monday."})
        + "\n"
    )
    mentions = lines(folder.dateline("extract", "greeting.jsonl", "--ontology", "own.toml"))
    assert "landing" in [mention["event_type"] for mention in mentions]
    assert "landing" in [
        row["id"] for row in lines(folder.dateline("types", "--ontology", "own.toml", "--format", "json"))
    ]


def test_articles_without_an_id_in_one_file_stay_apart(folder):
    (folder.path / "two.jsonl").write_text('{"text": "He left on 3 May 2020."}\n{"text": "She came on 4 May 2020."}\n')
    documents = lines(folder.dateline("dates", "two.jsonl"))
    assert len({document["doc_id"] for document in documents}) == 2
    assert [[timex["value"] for timex in document["timexes"]] for document in documents] == [
        ["2020-05-03"],
        ["2020-05-04"],
    ]
