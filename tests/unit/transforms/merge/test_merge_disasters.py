"""Disasters: what is known by kind, time and country alone, and told of in many articles or of many places in one."""

from __future__ import annotations

import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import merge_mentions

ARTICLES = articles_frame(*[(f"a{n}", f"Outlet {n}", "2023-03-21") for n in range(1, 15)])
SPAIN: Actor = ("Spain", "target", "state", "Spain")
CHILE: Actor = ("Chile", "target", "state", "Chile")
MINISTER: Actor = ("Jane Doe", "target", "person", None)
VICTIMS: Actor = ("young adults", "target", "group", None)
YEAR = "1918-01-01/1918-12-31"

Told = tuple[str, str, list[Actor], str | None]


def events_of(*told: Told) -> set[frozenset[str]]:
    """The sets of articles, by number, that tell one event."""
    rows = [
        mention(f"a{n}", f"a{n}", "disaster", when, actors, place=place) | {"trigger": trigger}
        for n, (trigger, when, actors, place) in enumerate(told, start=1)
    ]
    return together(merge_mentions(mentions_frame(rows), ARTICLES).links)


@pytest.mark.parametrize(
    ("first", "second", "one_event"),
    [
        (("flu pandemic", YEAR, [SPAIN], None), ("epidemic", YEAR, [SPAIN, VICTIMS], None), True),
        (("flu pandemic", YEAR, [SPAIN], None), ("outbreak", YEAR, [MINISTER], "Spain"), True),
        (("floods", YEAR, [SPAIN], None), ("flood", YEAR, [VICTIMS], "Madrid"), True),
        (("floods", YEAR, [SPAIN], "Seville"), ("flood", YEAR, [SPAIN], "Madrid"), False),
        (("floods", YEAR, [SPAIN], "Spain"), ("flood", YEAR, [SPAIN, CHILE], "Chile"), True),
        (("floods", YEAR, [SPAIN], "Seville"), ("flood", YEAR, [CHILE], "Valparaiso"), False),
        (("flu pandemic", YEAR, [SPAIN], None), ("flu pandemic", YEAR, [CHILE], None), False),
        (("flu pandemic", YEAR, [SPAIN], None), ("floods", YEAR, [SPAIN], None), False),
        (("flu pandemic", YEAR, [SPAIN], None), ("epidemic", "1919-01-01/1919-12-31", [SPAIN], None), False),
        (("earthquake", YEAR, [SPAIN], None), ("earthquake", YEAR, [], None), False),
        (("plane crash", YEAR, [SPAIN], None), ("crash", YEAR, [SPAIN, VICTIMS], None), False),
        (("floods", YEAR, [SPAIN], None), ("flood", "1918-03-01/1918-03-31", [SPAIN], None), True),
    ],
)
def test_a_kind_that_strikes_a_whole_country_is_one_event_of_a_year_there(first, second, one_event):
    assert events_of(first, second) == (
        {frozenset({"a1", "a2"})} if one_event else {frozenset({"a1"}), frozenset({"a2"})}
    )
    assert len(events_of(second, first)) == 2 - one_event


def test_an_epidemic_of_a_year_without_a_country_is_the_one_that_most_tell_of():
    epidemic = "flu pandemic", YEAR
    told = [(*epidemic, [SPAIN], None), (*epidemic, [SPAIN], None), (*epidemic, [CHILE], None), (*epidemic, [], None)]
    assert events_of(*told) == {frozenset({"a1", "a2", "a4"}), frozenset({"a3"})}


def test_of_two_epidemics_told_of_as_often_one_without_a_country_means_neither():
    epidemic = "flu pandemic", YEAR
    assert len(events_of((*epidemic, [SPAIN], None), (*epidemic, [CHILE], None), (*epidemic, [], None))) == 3


BRITAIN: Actor = ("United Kingdom", "target", "state", "United Kingdom")
AMERICA: Actor = ("United States", "target", "state", "United States")


@pytest.mark.parametrize(
    ("actors", "place", "one_event"),
    [([AMERICA], "California", False), ([], "San Jose", False), ([], "London", True), ([BRITAIN], None, True)],
)
def test_a_town_of_a_name_that_several_countries_have_lies_in_the_country_that_is_named_beside_it(
    actors, place, one_event
):
    told = ("outbreak", "2009-04-21", [BRITAIN], "Birmingham"), ("outbreak", "2009-04-21", actors, place)
    assert len(events_of(*told)) == 2 - one_event


@pytest.mark.parametrize(
    ("trigger", "place", "actors", "at", "one_event"),
    [
        ("outbreak", "Birmingham", [BRITAIN], 2000, True),
        ("outbreak", None, [BRITAIN], 2000, True),
        ("outbreak", "Torquay", [BRITAIN], 2000, False),
        ("outbreak", "San Jose", [], 2000, False),
        ("outbreak", None, [VICTIMS], 2000, False),
        ("outbreak", None, [VICTIMS], 200, True),
        ("flood", None, [VICTIMS], 2000, True),
        ("flood", "Torquay", [BRITAIN], 2000, True),
    ],
)
def test_an_undated_mention_of_an_epidemic_in_an_article_tells_of_the_country_and_town_of_the_dated_one_or_stands_by_it(
    trigger, place, actors, at, one_event
):
    rows = [
        mention("m1", "a1", "disaster", "2022-04-21", [BRITAIN], place="Birmingham", at=0) | {"trigger": trigger},
        mention("m2", "a1", "disaster", None, actors, place=place, at=at) | {"trigger": trigger},
    ]
    assert merge_mentions(mentions_frame(rows), ARTICLES).events.height == 2 - one_event


@pytest.mark.parametrize(
    ("event_type", "day", "n_events"),
    [
        ("disaster", "2023-02-10", 1),
        ("disaster", "1939-12-27", 2),
        ("protest", "1984-05-01", 2),
        ("attack", "2009-05-01", 1),
    ],
)
def test_what_an_article_tells_without_a_date_is_not_the_background_of_years_before_but_of_old_crimes(
    event_type, day, n_events
):
    rows = [
        mention("m1", "a1", event_type, day, [], at=0) | {"trigger": "blast"},
        mention("m2", "a1", event_type, None, [], at=200) | {"trigger": "collapsed"},
    ]
    assert merge_mentions(mentions_frame(rows), ARTICLES).events.height == n_events


def test_the_flood_of_a_month_is_the_one_of_its_days_that_most_tell_of():
    known, other = ("floods", "2023-02-10", [SPAIN], None), ("floods", "2023-02-20", [SPAIN], None)
    vague = "flooding", "2023-02-01/2023-02-28", [SPAIN], None
    assert frozenset({"a1", "a2", "a3", "a5"}) in events_of(known, known, known, other, vague)
    assert frozenset({"a3"}) in events_of(known, other, vague)


def test_of_two_well_known_quakes_of_a_day_one_without_a_country_is_the_one_that_more_tell_of():
    told = [("quake", "2023-02-10", [SPAIN], None)] * 7 + [("quake", "2023-02-10", [CHILE], None)] * 6
    found = events_of(*told, ("quake", "2023-02-10", [], None))
    assert found == {frozenset({*(f"a{n}" for n in range(1, 8)), "a14"}), frozenset(f"a{n}" for n in range(8, 14))}


RIG: Actor = ("Norfield Star", "target", "organisation", None)
RIG_AS_PERSON: Actor = ("Norfield Star", "target", "person", None)
FERRY: Actor = ("Lady Vella", "target", "organisation", None)
CREW: Actor = ("11 workers", "target", "group", None)
FEVER: Actor = ("H1N1", "target", "organisation", None)
DAY, MONTH = "2010-04-20", "2010-04-01/2010-04-30"


@pytest.mark.parametrize(
    ("first", "second", "one_event"),
    [
        (("explosion", DAY, [RIG], None), ("sank", DAY, [RIG, CREW], "Gulf of Mexico"), True),
        (("exploded", DAY, [RIG], "Gulf of Mexico"), ("caught fire", MONTH, [RIG], "Louisiana"), True),
        (("sank", MONTH, [RIG], None), ("exploded", MONTH, [RIG, CREW], None), True),
        (("exploded", DAY, [RIG], None), ("oil spill", DAY, [RIG_AS_PERSON], None), True),
        (("oil spill", DAY, [RIG, SPAIN], None), ("disaster", DAY, [RIG], None), True),
        (("explosion", DAY, [RIG], None), ("sank", None, [RIG], None), False),  # reported thirteen years later
        (("explosion", DAY, [RIG], None), ("sank", DAY, [FERRY], None), False),
        (("explosion", DAY, [RIG], None), ("sank", DAY, [CREW], None), False),
        (("sank", DAY, [RIG, SPAIN], None), ("sank", DAY, [RIG, CHILE], None), False),
        (("explosion", DAY, [SPAIN], None), ("sank", DAY, [SPAIN], None), False),
        (("flu outbreak", MONTH, [FEVER], "Madrid"), ("fire", MONTH, [FEVER], None), False),
    ],
)
def test_what_befell_one_named_thing_is_one_accident_whichever_word_tells_it(first, second, one_event):
    assert len(events_of(first, second)) == len(events_of(second, first)) == 2 - one_event
