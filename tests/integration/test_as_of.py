"""What was known on a past day, from the sample articles."""

from __future__ import annotations

import json
from datetime import date

import polars as pl
import pytest

from transforms.merge import merge_mentions
from warehouse.connection import Warehouse
from warehouse.merging.write import mentions_to_merge

pytestmark = pytest.mark.xdist_group("sample")
DAYS = ["2023-02-10", "2023-02-26", "2023-03-18", "2023-04-05"]
# that reports are of one event may itself be known only from a later one: this share agrees nevertheless
AGREEING = 0.95
COMPARED = ["event_id", "event_type", "status", "start_date", "end_date", "title", "n_mentions", "n_sources"]


def test_what_was_known_is_what_the_reports_until_then_give(sample):
    store = Warehouse(sample.warehouse)
    mentions, articles = mentions_to_merge(store)
    n_agreeing = n_known = n_alone = 0
    for day in DAYS:
        until_then = articles.filter(pl.col("published_at").dt.date() <= date.fromisoformat(day))
        alone = merge_mentions(mentions.join(until_then, on="article_id", how="semi"), until_then).events
        with store.reading() as db:
            known = db.sql(f"select * from events_as_of('{day}')").pl()
        n_agreeing += known.join(alone, on=COMPARED, how="semi", nulls_equal=True).height
        n_known, n_alone = n_known + known.height, n_alone + alone.height
    assert n_known > 100 * len(DAYS)
    assert n_agreeing >= AGREEING * max(n_known, n_alone)


@pytest.mark.parametrize("day", DAYS)
def test_a_timeline_as_of_a_day_holds_nothing_that_was_published_later(sample, day):
    done = sample.dateline("timeline", "--as-of", day, "--format", "json")
    assert done.returncode == 0, done.stderr
    timeline = json.loads(done.stdout)
    quotes = [quote for entry in timeline["entries"] + timeline["undated"] for quote in entry["evidence"]]
    assert quotes
    assert max(quote["published_date"] for quote in quotes) <= day


def test_today_is_the_last_thing_known(sample):
    assert sample.rows("select count(*) from events_as_of(now()::timestamp)") == sample.rows(
        "select count(*) from timeline"
    )
    assert not sample.rows(
        "select event_id from events_as_of(now()::timestamp) as known join timeline using (event_id)"
        " where (known.status, known.start_date, known.title, known.n_sources)"
        " is distinct from (timeline.status, timeline.start_date, timeline.title, timeline.n_sources)"
    )


def test_a_plan_is_a_plan_until_it_is_reported_to_have_come_true(sample):
    changes = sample.rows("""
        select earlier.event_id, earlier.valid_from::date::varchar, timeline.status
        from event_history as earlier join timeline using (event_id)
        where earlier.status = 'planned' and timeline.status = 'happened' and earlier.valid_to is not null
    """)
    assert changes
    for event_id, day, now in changes:
        assert sample.rows(f"select status from events_as_of('{day}') where event_id = '{event_id}'") != [(now,)]
