from __future__ import annotations

import pytest
from merge_rows import PUTIN, TO_RUSSIA, XI, Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import merge_all, merge_mentions

ARTICLES = articles_frame(("a1", "Reuters", "2023-03-21"), ("a2", "BBC", "2023-03-22"))
VELLA_BANK: Actor = ("Vella Bank", "source", "organisation", None)
POLICE: Actor = ("police", "source", "group", None)


def test_an_undated_report_joins_the_only_like_event_reported_in_the_same_days():
    rows = [
        mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
        mention("m2", "a2", "visit", None, [XI, TO_RUSSIA]),
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {frozenset({"m1", "m2"})}
    later = articles_frame(("a1", "Reuters", "2023-03-21"), ("a2", "BBC", "2023-06-22"))
    assert together(merge_mentions(mentions_frame(rows), later).links) == {frozenset({"m1"}), frozenset({"m2"})}


@pytest.mark.parametrize(
    ("event_type", "first", "second", "one_event"),
    [
        ("speech", (None, [XI], "said in a statement"), (None, [XI], "statement"), True),
        ("speech", ("2023-03-21", [XI], "statement"), (None, [XI], "statement"), True),
        ("meeting", (None, [XI], "summit"), (None, [XI], "summit"), True),
        ("speech", (None, [XI], "interview"), (None, [XI], "statement"), False),
        ("speech", (None, [XI], "statement"), (None, [PUTIN], "statement"), False),
        ("demand", (None, [POLICE], "urged"), (None, [POLICE], "urged"), False),
        # a bank publishes daily
        ("publication", (None, [VELLA_BANK], "reported"), (None, [VELLA_BANK], "reported"), False),
        ("speech", ("2023-01-21", [XI], "statement"), (None, [XI], "statement"), False),
    ],
)
def test_reports_of_the_same_days_that_give_no_date_are_one_event_by_who_and_which_word(
    event_type, first, second, one_event
):
    rows = [
        mention(mention_id, article_id, event_type, when, actors, trigger=word)
        for (mention_id, article_id), (when, actors, word) in zip(
            [("m1", "a1"), ("m2", "a2")], [first, second], strict=True
        )
    ]
    assert (merge_mentions(mentions_frame(rows), ARTICLES).events.height == 1) is one_event


@pytest.mark.parametrize(
    ("name", "event_type", "n_events"),
    [
        ("Angela Merkel", "appointment", 1),
        ("Merkel", "appointment", 2),  # there are many of one surname
        ("Angela Merkel", "meeting", 2),  # of which there are many in a year
    ],
)
def test_a_person_by_full_name_takes_office_once_in_a_year(name: str, event_type: str, n_events: int):
    actor: Actor = (name, "source", "person", None)
    reports = [
        mention(f"m{n}", f"a{n}", event_type, "2005-01-01/2005-12-31", [actor], precision="year") for n in (1, 2)
    ]
    articles = articles_frame(("a1", "Reuters", "2011-12-06"), ("a2", "BBC", "2012-08-28"))
    assert merge_all(mentions_frame(reports), articles).events.events.height == n_events


BORG: Actor = ("Jonas Borg", "target", "person", None)
BORG_AT_LENGTH: Actor = ("Jonas Erik Borg", "target", "person", None)
ANOTHER_BORG: Actor = ("Jonas Albert Borg", "target", "person", None)
LONE_BORG: Actor = ("Borg", "target", "person", None)
BORG_PLEADS: Actor = ("Jonas Borg", "source", "person", None)
NORFIELD: Actor = ("Spain", "target", "state", "Spain")
YEARS_LATER = articles_frame(("a1", "Reuters", "2019-03-21"), ("a2", "BBC", "2023-03-22"))
MONTHS_LATER = articles_frame(("a1", "Reuters", "2022-10-21"), ("a2", "BBC", "2023-03-22"))


@pytest.mark.parametrize(
    ("event_type", "trigger", "day", "first", "second", "articles", "one_event"),
    [
        # nobody dies twice, however long ago it was
        ("death", "died", "2019-03-20", BORG, BORG, YEARS_LATER, True),
        ("death", "died", "2019-01-01/2019-12-31", BORG, BORG, YEARS_LATER, True),
        ("death", "died", "2019-03-20", BORG_AT_LENGTH, BORG, YEARS_LATER, True),
        ("death", "died", "2019-03-20", BORG_AT_LENGTH, ANOTHER_BORG, YEARS_LATER, False),
        ("death", "died", "2019-03-20", BORG, LONE_BORG, YEARS_LATER, False),
        ("attack", "assassinated", "2019-03-20", BORG, BORG, YEARS_LATER, True),
        ("attack", "shot", "2019-03-20", BORG, BORG, YEARS_LATER, False),
        # what was not yet when it was told
        ("death", "died", "2023-05-20", BORG, BORG, YEARS_LATER, False),
        # who is tried is asked once how they plead
        ("trial", "pleaded not guilty", "2022-10-20", BORG_PLEADS, BORG_PLEADS, MONTHS_LATER, True),
        ("trial", "pleaded not guilty", "2019-03-20", BORG_PLEADS, BORG_PLEADS, YEARS_LATER, False),
        ("trial", "hearing", "2022-10-20", BORG_PLEADS, BORG_PLEADS, MONTHS_LATER, False),
        ("protest", "uprising", "2022-10-20", NORFIELD, NORFIELD, MONTHS_LATER, False),
    ],
)
def test_an_undated_report_recalls_what_befell_somebody_once(
    event_type, trigger, day, first, second, articles, one_event
):
    rows = [
        mention("m1", "a1", event_type, day, [first], trigger=trigger),
        mention("m2", "a2", event_type, None, [second], trigger=trigger),
    ]
    assert (merge_mentions(mentions_frame(rows), articles).events.height == 1) is one_event


def test_an_undated_report_that_fits_two_deaths_of_one_person_means_the_best_known():
    days = ["2019-03-20", "2019-03-20", "2019-03-20", "2019-03-23"]
    rows = [mention(f"m{n}", f"b{n}", "death", day, [BORG], trigger="died") for n, day in enumerate(days)]
    undated = mention("undated", "a2", "death", None, [BORG], trigger="died")
    links = merge_mentions(mentions_frame([*rows, undated]), YEARS_LATER).links
    assert {"m0", "m1", "m2", "undated"} in together(links)
