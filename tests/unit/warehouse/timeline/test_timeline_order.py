"""Entries in the order of time, under headings."""

from __future__ import annotations

import random

from timeline_story import STORY, timeline_of

from warehouse.timeline.order import by_year_and_month, in_order


def test_entries_follow_each_other_in_time_and_a_month_stands_before_its_days():
    timeline = timeline_of(STORY)
    assert [entry.start_date for entry in timeline.entries] == sorted(entry.start_date for entry in timeline.entries)
    headlines = [entry.headline for entry in timeline.entries]
    assert headlines[:4] == [
        "Russia annexes Crimea",
        "China and Russia declare a partnership without limits",
        "Russia invades Ukraine",
        "China publishes a 12-point peace plan",
    ]
    assert headlines.index("Xi Jinping visits Russia") < headlines.index("Xi Jinping meets Vladimir Putin")


def test_what_has_no_date_stands_apart():
    timeline = timeline_of(STORY)
    assert [entry.headline for entry in timeline.undated] == ["Dmitry Peskov briefs the press"]
    assert all(entry.start_date for entry in timeline.entries)


def test_the_order_of_rows_does_not_change_the_order_of_entries():
    everything = list(timeline_of(STORY).everything)
    shuffled = random.Random(7).sample(everything, len(everything))
    assert in_order(shuffled) == in_order(everything)


def test_headings_are_years_and_months_and_a_whole_year_has_no_month():
    headings = [
        (year.name, [month.name for month in year.months]) for year in by_year_and_month(timeline_of(STORY).entries)
    ]
    assert headings == [("2014", [""]), ("2022", ["February"]), ("2023", ["February", "March", "April"])]


def test_every_dated_entry_stands_under_exactly_one_heading():
    entries = timeline_of(STORY).entries
    placed = [entry.event_id for year in by_year_and_month(entries) for month in year.months for entry in month.entries]
    assert sorted(placed) == sorted(entry.event_id for entry in entries)
