"""The main job on the bundled sample, as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

pytestmark = pytest.mark.xdist_group("sample")
FACTS = tomli.loads((Path(__file__).parent / "sample_facts.toml").read_text(encoding="utf-8"))["fact"]
# share of the facts that the timeline tells with the right type and days
FACTS_TOLD = 0.75


def test_it_ends_with_counts_places_and_commands_to_try(sample):
    printed = (sample.path / "run.txt").read_text(encoding="utf-8")
    for words in ("read", "kept", "refused", "mentions", "events", "dateline.duckdb", "dateline.html"):
        assert words in printed
    assert printed.count("dateline timeline") + printed.count("dateline show") + printed.count("dateline sql") >= 3


def test_it_leaves_a_warehouse_and_a_page(sample):
    assert sample.rows("select count(*) from timeline")[0][0] > 50
    page = (sample.path / "dateline.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Xi Jinping" in page


def test_the_three_broken_inputs_are_refused_with_a_reason(sample):
    refused = dict(sample.rows("select regexp_extract(origin, '[^/]+$'), reason from raw.rejected_articles"))
    assert sorted(refused.values()) == ["empty", "encoding", "no_article"], refused


def test_every_offset_gives_exactly_the_words(sample):
    wrong = sample.rows("""
        select m.mention_id from raw.event_mentions m join raw.articles a using (article_id)
        where substring(a.text, m.trigger_start + 1, m.trigger_end - m.trigger_start) <> m.trigger
           or (m.date_text is not null and substring(a.text, m.date_text_start + 1, m.date_text_end - m.date_text_start) <> m.date_text)
           or not (m.sentence_start <= m.trigger_start and m.trigger_end <= m.sentence_end)
    """)
    assert not wrong
    assert not sample.rows("""
        select d.text from raw.date_expressions d join raw.articles a using (article_id)
        where substring(a.text, d.text_start + 1, d.text_end - d.text_start) <> d.text
    """)


def test_the_sql_tests_hold(sample):
    assert sample.rows("select count(*) from timeline where start_date > end_date") == [(0,)]
    assert sample.rows("select count(*) from timeline where event_id not in (select event_id from event_evidence)") == [
        (0,)
    ]


def lines_that_tell(sample, fact: dict) -> list[list[str]]:
    """The sources of each timeline line of the fact's type and days whose evidence overlaps one of its quotes."""
    rows = sample.rows(f"""
        select event_id, timeline.sources, text, sentence_start, sentence_end
        from timeline join event_evidence using (event_id) join raw.articles using (article_id)
        where event_type = '{fact["event_type"]}'
          and (timeline.start_date, timeline.end_date) = ('{fact["start"]}'::date, '{fact["end"]}'::date)
    """)
    lines = {}
    for event_id, sources, text, start, end in rows:
        places = [(text.find(quote), len(quote)) for quote in fact["quotes"] if quote in text]
        if any(at < end and start < at + length for at, length in places):
            lines[event_id] = sources
    return list(lines.values())


def facts(event_type: str, start: str, end: str) -> dict:
    (found,) = [f for f in FACTS if (f["event_type"], str(f["start"]), str(f["end"])) == (event_type, start, end)]
    return found


@pytest.mark.parametrize(
    ("event_type", "start", "end"),
    [
        ("visit", "2023-03-20", "2023-03-22"),
        ("warrant", "2023-03-17", "2023-03-17"),
        ("peace_plan", "2023-02-24", "2023-02-24"),
        ("agreement", "2023-03-21", "2023-03-21"),
        ("disaster", "2023-02-06", "2023-02-06"),
    ],
)
def test_what_four_outlets_report_is_one_line_with_four_sources(sample, event_type, start, end):
    sources = lines_that_tell(sample, facts(event_type, start, end))
    assert any(len(names) >= 4 for names in sources), sources


def test_most_facts_of_the_sample_are_on_the_timeline(sample):
    missing = [fact for fact in FACTS if not lines_that_tell(sample, fact)]
    assert len(missing) <= len(FACTS) * (1 - FACTS_TOLD), [(f["event_type"], str(f["start"])) for f in missing]


def test_a_second_run_changes_no_row(sample):
    before = sample.tables()
    again = sample.dateline("run")
    assert again.returncode == 0, again.stderr
    assert sample.tables() == before
