"""Where on the axis of time the story is."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_story import STORY, timeline_of

from warehouse.timeline.dates import When
from warehouse.timeline.entries import Entry
from warehouse.timeline.focus import Stretch, density, story, whole


def entry(start: str, end: str | None = None, importance: float = 0.5) -> Entry:
    dated = When(date.fromisoformat(start), date.fromisoformat(end or start), "days")
    return Entry(start, dated, "h", "visit", "visit", "happened", importance=importance)


def test_background_from_other_years_is_not_the_story():
    entries = timeline_of(STORY).entries
    assert whole(entries) == Stretch(date(2014, 1, 1), date(2023, 4, 30))
    main = story(entries)
    assert date(2023, 1, 1) <= main.start <= date(2023, 2, 28)
    assert date(2023, 4, 26) <= main.end <= date(2023, 4, 30)


def test_a_whole_that_is_hardly_longer_is_shown_whole():
    years = [entry("2019-03-01"), entry("2020-03-05"), entry("2021-03-12")]
    assert story(years) == Stretch(date(2019, 3, 1), date(2021, 3, 12))


def test_a_season_is_always_shown_whole():
    entries = [
        entry("2023-02-01", "2023-02-28"),
        entry("2023-03-20"),
        entry("2023-03-20", "2023-03-22"),
        entry("2023-03-21"),
    ]
    assert story(entries) == Stretch(date(2023, 2, 1), date(2023, 3, 22))


@pytest.mark.parametrize("entries", [[], [Entry("x", When(), "h", "visit", "visit", "happened")]])
def test_without_dates_there_is_no_stretch(entries):
    assert whole(entries) is None
    assert story(entries) is None


def test_a_single_day_is_its_own_story():
    assert story([entry("2023-03-01")]) == Stretch(date(2023, 3, 1), date(2023, 3, 1))


def test_density_counts_days_where_they_are_and_shares_long_events_out():
    stretch = Stretch(date(2023, 3, 1), date(2023, 3, 4))
    parts = density(
        [entry("2023-03-01"), entry("2023-03-03", "2023-03-04"), entry("2023-02-28", "2023-03-01")], stretch, 4
    )
    assert parts == pytest.approx([1.5, 0, 0.5, 0.5])


def test_density_holds_every_event_of_its_stretch_once():
    entries = timeline_of(STORY).entries
    assert sum(density(entries, whole(entries), 37)) == pytest.approx(len(entries))


@pytest.mark.parametrize("day", ["0001-01-01", "0987-07-03", "2250-03-05", "9999-12-31"])
def test_an_entry_at_the_end_of_the_calendar_is_as_near_as_others(day: str):
    near = date.fromisoformat(day)
    assert story([entry("2023-03-20"), entry(day)]) is not None
    assert story([entry(day, importance=1), entry(day)]) == Stretch(near, near)
