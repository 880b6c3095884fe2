"""What was known of an event when: versions never hold what only a later report tells."""

from __future__ import annotations

from datetime import UTC, datetime

import polars as pl
import pytest
from merge_rows import PUTIN, TO_RUSSIA, XI, articles_frame, mention, mentions_frame

from transforms.merge import event_history, merge_mentions
from transforms.merge.history import MOST_MOMENTS
from transforms.schema import EVENT_VERSIONS, EVENTS

PLANNED = mention("m1", "a1", "visit", "2023-03-01/2023-03-31", [XI, TO_RUSSIA], precision="month", status="planned")
DATED = mention("m2", "a2", "visit", "2023-03-20", [XI, TO_RUSSIA], place="Moscow")
LATER = mention("m3", "a3", "visit", "2023-03-20", [XI, PUTIN, TO_RUSSIA], place="Moscow")
ARTICLES = articles_frame(("a1", "Echo", "2023-03-10"), ("a2", "Times", "2023-03-20"), ("a3", None, "2023-03-22"))


def history(rows: list[dict], articles: pl.DataFrame = ARTICLES) -> pl.DataFrame:
    mentions = mentions_frame(rows)
    merged = merge_mentions(mentions, articles)
    known = articles if "known_at" in articles.columns else articles.with_columns(known_at="published_at")
    return event_history(merged.events, merged.links, mentions, known)


def test_a_plan_that_came_true_was_a_plan_until_the_report_that_tells_it():
    versions = history([PLANNED, DATED, LATER])
    assert versions.select(pl.col("valid_from").dt.day(), "status", "precision", "place", "n_sources").rows() == [
        (10, "planned", "month", None, 1),
        (20, "happened", "day", "Moscow", 2),
        (22, "happened", "day", "Moscow", 3),
    ]
    assert versions["valid_to"].dt.day().to_list() == [20, 22, None]
    assert versions["sources"].to_list() == [["Echo"], ["Echo", "Times"], ["Echo", "Times", "unknown source"]]
    assert versions["event_id"].n_unique() == 1


def test_nobody_is_an_actor_or_in_a_headline_before_a_report_names_them():
    versions = history([PLANNED, DATED, LATER])
    named = [[actor["name"] for actor in actors] for actors in versions["actors"].to_list()]
    assert ["Vladimir Putin" in names for names in named] == [False, False, True]
    assert "Putin" not in " ".join(versions["title"].head(2))
    assert versions["title"][0] != versions["title"][1], "the headline of a plan says that it is one"


def test_the_last_version_is_the_event_itself():
    mentions = mentions_frame([PLANNED, DATED, LATER])
    merged = merge_mentions(mentions, ARTICLES)
    versions = event_history(merged.events, merged.links, mentions, ARTICLES.with_columns(known_at="published_at"))
    now = versions.filter(pl.col("valid_to").is_null()).select(EVENTS.names)
    assert now.equals(merged.events)


def test_each_version_is_what_merging_the_reports_until_then_gives():
    rows = [PLANNED, DATED, LATER]
    versions = history(rows)
    for n_known, version in enumerate(versions.iter_rows(named=True), start=1):
        alone = merge_mentions(mentions_frame(rows[:n_known]), ARTICLES).events.row(0, named=True)
        assert {name: version[name] for name in EVENTS.names} == alone


def test_versions_of_an_event_do_not_depend_on_other_events():
    other = mention("m9", "a3", "speech", "2023-03-21", [("Xi Jinping", "speaker", "person", None)], at=500)
    together = history([PLANNED, DATED, LATER, other]).filter(event_type="visit")
    assert together.equals(history([PLANNED, DATED, LATER]))


def test_an_article_without_a_publication_date_is_known_from_when_it_was_read():
    undated = ARTICLES.with_columns(
        pl.when(article_id="a2").then(None).otherwise("published_at").alias("published_at"),
        pl.when(article_id="a2").then(datetime(2023, 4, 1, tzinfo=UTC)).otherwise("published_at").alias("known_at"),
    )
    versions = history([PLANNED, DATED], undated)
    assert versions.select("valid_from", "status").rows() == [
        (datetime(2023, 3, 10, tzinfo=UTC), "planned"),
        (datetime(2023, 4, 1, tzinfo=UTC), "happened"),
    ]


def test_what_was_known_at_no_time_has_no_version():
    assert history([DATED], ARTICLES.with_columns(known_at=pl.lit(None, pl.Datetime("us", "UTC")))).is_empty()


def test_very_many_reports_are_told_by_the_day_and_never_too_early():
    days = [f"2023-{month:02}-{day:02}" for month in (4, 5, 6, 7, 8) for day in range(1, 29)]
    articles = articles_frame(*((f"a{n}", f"Paper {n}", day) for n, day in enumerate(days)))
    hours = articles.with_columns(known_at=pl.col("published_at") + pl.duration(hours=pl.int_range(pl.len()) % 24))
    twice = pl.concat(
        [
            hours,
            hours.with_columns(article_id="b" + pl.col("article_id"), known_at=pl.col("known_at").dt.offset_by("30m")),
        ]
    )
    rows = [mention(f"m{name}", name, "visit", "2023-03-20", [XI, TO_RUSSIA]) for name in twice["article_id"]]
    versions = history(rows, twice)
    assert len(days) > MOST_MOMENTS
    assert versions.height == len(days)
    for version in versions.iter_rows(named=True):
        assert version["n_articles"] == twice.filter(pl.col("known_at") <= version["valid_from"]).height


@pytest.mark.parametrize("n_events", [0, 1])
def test_the_columns_are_the_declared_ones(n_events):
    versions = history([DATED][:n_events])
    declared = {name: dtype for name, dtype in EVENT_VERSIONS.polars_schema.items() if name != "origin_hash"}
    assert dict(versions.select(declared.keys()).schema) == declared
