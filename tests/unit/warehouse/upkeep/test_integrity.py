"""Each check of the raw tables holds for a sound warehouse and fails for the damage it is for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from warehouse_rows import article, event, load_articles, load_story

from transforms.schema import TABLES
from warehouse.connection import Warehouse
from warehouse.loading.run_log import begin_run, end_run, note_counts
from warehouse.loading.source_state import begin_source
from warehouse.upkeep.health import warehouse_findings
from warehouse.upkeep.integrity import FEWEST_RUNS, integrity_checks, run_check

STORY = [event("e1"), event("e2", title="Another visit")]


@pytest.fixture
def story(db: Warehouse) -> Warehouse:
    load_story(db, STORY)
    return db


def failures(db: Warehouse) -> set[str]:
    with db.reading() as connection:
        return {check.name for check in integrity_checks() if not run_check(connection, check).passed}


def damage(db: Warehouse, *statements: str) -> None:
    with db.writing() as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_warehouse_passes_every_check(story):
    assert failures(story) == set()


def test_every_table_has_a_check_of_its_schema_and_of_its_key():
    names = {check.name for check in integrity_checks()}
    assert {f"{kind}_{table.name}" for kind in ("schema", "unique") for table in TABLES} <= names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_stands_twice_is_found(story, table):
    keys = " and ".join(f"{key} is not null" for key in table.key)
    damage(story, f"insert into raw.{table.name} from raw.{table.name} where {keys}")
    with story.reading() as db:
        [(n_rows,)] = db.execute(f"select count(*) from raw.{table.name}").fetchall()
    assert (f"unique_{table.name}" in failures(story)) == (n_rows > 0)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("alter table raw.runs add column speed integer", "schema_runs"),
        ("alter table raw.events alter column n_articles type integer", "schema_events"),
        ("alter table raw.events alter column title drop not null", "schema_events"),
        ("update raw.events set status = 'perhaps'", "schema_events"),
        ("drop table raw.event_aliases", "schema_event_aliases"),
        ("update raw.date_expressions set article_id = 'gone'", "no_orphan_date_expressions_of_articles"),
        ("update raw.event_mentions set article_id = 'gone'", "no_orphan_event_mentions_of_articles"),
        ("update raw.extractions set article_id = 'gone'", "no_orphan_extractions_of_articles"),
        ("update raw.event_links set mention_id = 'gone'", "no_orphan_event_links_of_event_mentions"),
        ("update raw.event_links set event_id = 'gone'", "no_orphan_event_links_of_events"),
        ("delete from raw.event_links", "no_orphan_events_of_event_links"),
        ("delete from raw.event_links", "no_orphan_mention"),
        ("update raw.event_versions set event_id = 'gone'", "no_orphan_event_versions_of_events"),
        ("update raw.event_mentions set trigger_start = trigger_start + 1", "evidence_is_in_the_text"),
        ("update raw.articles set published_date = null", "share_without_date"),
        ("update raw.articles set published_date = '1066-10-14'", "plausible_publication_dates"),
        ("update raw.articles set published_date = '2035-01-01'", "plausible_publication_dates"),
        ("update raw.events set start_date = '2029-01-01'", "plausible_event_dates"),
    ],
)
def test_damage_is_found_by_the_check_that_is_for_it(story, statement, expected):
    damage(
        story,
        "insert into raw.date_expressions (article_id, text_start, text_end, text, type, precision)"
        " values ('a-e1', 0, 2, 'Xi', 'DATE', 'day')",
    )
    assert failures(story) == set()
    with story.writing() as connection:
        connection.execute(statement)
    with story.reading() as connection:
        names = {check.name for check in integrity_checks() if not run_check(connection, check).passed}
    assert expected in names


def test_a_planned_event_may_lie_ahead(story):
    damage(story, "update raw.events set start_date = '2029-01-01', status = 'planned'")
    assert "plausible_event_dates" not in failures(story)


@pytest.mark.parametrize(
    ("kept", "drops"),
    [
        ([100] * FEWEST_RUNS + [49], True),
        ([100] * FEWEST_RUNS + [50], False),
        ([100] * (FEWEST_RUNS - 1) + [0], False),
        ([100, 100, 100, 0], True),
        ([1000] + [10] * 14 + [9], False),
        ([0] * 5 + [0], False),
    ],
)
def test_a_sudden_drop_is_one_against_the_median_of_the_runs_before(db, kept, drops):
    for day, n_kept in enumerate(kept, start=1):
        begin_run(db, f"r{day}", datetime(2023, 3, day, tzinfo=UTC))
        note_counts(db, f"r{day}", {"n_kept": n_kept})
        end_run(db, f"r{day}", "finished", datetime(2023, 3, day, 1, tzinfo=UTC))
    assert ("volume" in failures(db)) == drops


def test_a_quiet_hour_in_which_files_and_feeds_are_as_they_were_is_no_drop(db):
    for hour, counts in enumerate([(600, 0), (20, 590), (35, 600), (0, 640)]):
        begin_run(db, f"r{hour}", datetime(2023, 3, 1, hour, tzinfo=UTC))
        note_counts(db, f"r{hour}", dict(zip(("n_kept", "n_unchanged"), counts, strict=True)))
        end_run(db, f"r{hour}", "finished", datetime(2023, 3, 1, hour, 30, tzinfo=UTC))
    assert "volume" not in failures(db)


@pytest.mark.parametrize(
    ("last_source", "n_last", "drops"),
    [("wire", 20, False), ("wire", 8, True), ("archive", 900, False), ("archive", 20, True)],
)
def test_a_run_is_compared_with_runs_of_the_same_sources(db, last_source, n_last, drops):
    """One group of sources gives a few articles every hour, another one a thousand every day."""
    usual = [("archive", 1000) if number % 2 else ("wire", 20) for number in range(20)]
    for number, (source, n_kept) in enumerate([*usual, (last_source, n_last)]):
        now = datetime(2023, 3, 1, tzinfo=UTC) + timedelta(hours=number)
        begin_run(db, f"r{number}", now)
        begin_source(db, f"r{number}", source, "folder", "hourly", now)
        note_counts(db, f"r{number}", {"n_kept": n_kept})
        end_run(db, f"r{number}", "finished", now)
    assert ("volume" in failures(db)) == drops


def test_a_sound_warehouse_has_only_findings_that_are_in_order(story):
    begin_run(story, "r1", datetime(2023, 3, 1, tzinfo=UTC))
    end_run(story, "r1", "finished", datetime(2023, 3, 1, 1, tzinfo=UTC))
    damage(
        story,
        "insert into raw.extractions select article_id, 'date_expressions', content_hash, 'v1', 0 from raw.articles",
    )
    assert {finding.level for finding in warehouse_findings(story)} == {"ok"}


@pytest.mark.parametrize(
    ("statement", "level", "words"),
    [
        ("update raw.event_links set event_id = 'gone'", "error", "belongs to a row of events"),
        ("delete from timeline", "error", "SQL test"),
        ("drop table main.event_history", "warning", "models are not built"),
        ("delete from raw.event_versions", "warning", "not known what was known when"),
        ("delete from raw.extractions", "warning", "have not been read for event_mentions"),
        (
            "insert into raw.runs (run_id, started_at, state) values ('r', now(), 'failed')",
            "warning",
            "the last run.*failed",
        ),
    ],
)
def test_what_is_wrong_is_a_finding_with_its_remedy(story, statement, level, words):
    import re

    damage(story, statement)
    found = [finding for finding in warehouse_findings(story) if re.search(words, finding.what)]
    assert [(finding.level, bool(finding.remedy)) for finding in found[:1]] == [(level, True)]


def test_a_file_that_is_no_warehouse_is_a_finding(db):
    db.path.write_bytes(b"no database")
    [finding] = warehouse_findings(db)
    assert finding.level == "error"
    assert finding.remedy


def test_no_warehouse_yet_is_no_error(db):
    assert [finding.level for finding in warehouse_findings(db)] == ["warning"]


def test_articles_alone_are_checked_too(db):
    load_articles(db, article("a1"))
    assert failures(db) == set()
