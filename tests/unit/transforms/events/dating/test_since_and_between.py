"""Days that "since" and "between" bound: from a day up to publication (21 March 2023), and from one day to another."""

import pytest


def _days(mentions_of, event_type, text):
    mention = next(item for item in mentions_of(text) if item["event_type"] == event_type)
    return mention["start_date"] and str(mention["start_date"]), mention["end_date"] and str(mention["end_date"])


@pytest.mark.parametrize(
    ("event_type", "text", "start"),
    [
        ("attack", "Rebels have shelled Norfield since Monday.", "2023-03-20"),
        ("arrest", "Police have arrested 40 people in Norfield since January.", "2023-01-01"),
        ("attack", "Jets of Malta have been hitting targets in Tunisia since March 4.", "2023-03-04"),
        ("protest", "Dock workers have been on strike since March 4.", "2023-03-04"),
        ("aid", "Malta has provided $3 million in assistance to Ghana since 2009.", "2009-01-01"),
        ("death", "Doctors say at least 40 people have died in Norfield since Monday.", "2023-03-20"),
    ],
)
def test_what_has_gone_on_since_a_day_lasts_from_it_to_publication(mentions_of, event_type, text, start):
    assert _days(mentions_of, event_type, text) == (start, "2023-03-21")


def test_who_has_been_in_custody_since_a_day_was_arrested_on_it(mentions_of):
    text = "Karl Borg has been in custody since March 4."
    assert _days(mentions_of, "arrest", text) == ("2023-03-04", "2023-03-04")


@pytest.mark.parametrize(
    ("event_type", "text"),
    [
        ("attack", "It was the deadliest attack in Norfield since January."),
        ("attack", "Rebels have entered the town of Norfield for the first time since 2018."),
        ("election", "Malta has held three elections since the war ended in 2006."),
    ],
)
def test_since_that_compares_or_opens_a_clause_dates_nothing(mentions_of, event_type, text):
    assert _days(mentions_of, event_type, text) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Between May 2, 2003 and June 9, 2006, Karl Borg molested two nieces.", "2003-05-02", "2006-06-09"),
        ("Karl Borg attacked a nurse between June 3, 2010, and July 4, 2011.", "2010-06-03", "2011-07-04"),
        ("Between February 2010, and July 2011, Karl Borg attacked a nurse.", "2010-02-01", "2011-07-31"),
        ("Karl Borg attacked a nurse between Friday and Sunday.", "2023-03-17", "2023-03-19"),
    ],
)
def test_between_two_days_means_all_days_from_one_to_the_other(mentions_of, text, start, end):
    assert _days(mentions_of, "attack", text) == (start, end)


def test_a_deadline_is_not_the_day_on_which_it_is_set(mentions_of):
    text = "The Arab League set the Saturday deadline for Malta to comply."
    assert _days(mentions_of, "demand", text) == (None, None)
