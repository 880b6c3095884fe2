"""Lengths that end on the day of publication, 21 March 2023, and years in the names of laws."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end"),
    [
        ("Nine soldiers were killed in clashes in the past two days.", "attack", "2023-03-19", "2023-03-21"),
        ("Police in Malta arrested 20 people in the past 24 hours.", "arrest", "2023-03-20", "2023-03-21"),
        ("Rebels have killed 45 soldiers over the past week.", "attack", "2023-03-14", "2023-03-21"),
        ("In the last three months, Malta has arrested 20 editors.", "arrest", "2022-12-21", "2023-03-21"),
    ],
)
def test_a_past_length_dates_what_happened_within_it(mentions_of, sentence, event_type, start, end):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == event_type)
    assert (str(mention["start_date"]), str(mention["end_date"])) == (start, end)
    assert mention["precision"] == "days"
    assert "up to the day of publication" in mention["date_reason"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karl Borg has been detained for the past two years.",
        "Police in Malta arrested 20 people in the past few days.",
        "Rebels in Malta have killed soldiers in the past two centuries.",
    ],
)
def test_how_long_it_lasted_or_a_length_without_a_number_dates_nothing(mentions_of, sentence):
    assert [item["start_date"] for item in mentions_of(sentence)] == [None]


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Karl Borg signed the Norfield Relief Act of 1965.", "1965-01-01"),
        ("Parliament passed the Malta Harbour Act of 2003 in May 2004.", "2004-05-01"),
        ("Parliament amended the Malta Harbour Act of 2003.", None),
    ],
)
def test_a_law_is_made_in_the_year_of_its_name_where_nothing_better_is_told(mentions_of, sentence, start):
    dates = [item["start_date"] for item in mentions_of(sentence) if item["event_type"] == "legislation"]
    assert [day and str(day) for day in dates] == [start]
