from __future__ import annotations

import polars as pl
import pytest
from merge_rows import (
    ICC,
    PUTIN,
    TO_RUSSIA,
    TO_SAUDI_ARABIA,
    XI,
    Actor,
    articles_frame,
    mention,
    mentions_frame,
    together,
)

from transforms.merge import merge_mentions

ARTICLES = articles_frame(("a1", "Reuters", "2023-03-21"), ("a2", "BBC", "2023-03-22"), ("a3", "DW", "2023-03-23"))
CHINA: Actor = ("China", "source", "state", "China")
FOREIGN_MINISTRY: Actor = ("Chinese Foreign Ministry", "source", "organisation", "China")
RUSSIA: Actor = ("Russia", "source", "state", "Russia")
UKRAINE: Actor = ("Ukraine", "target", "state", "Ukraine")
TO_PUTIN: Actor = ("Vladimir Putin", "target", "person", "Russia")


VELLA_BANK: Actor = ("Vella Bank", "target", "organisation", None)
US: Actor = ("United States", "source", "state", "United States")
JONAS: Actor = ("Jonas Borg", "target", "person", None)
BORG: Actor = ("Borg", "target", "person", None)
TWO_MEN: Actor = ("two men", "target", "group", None)
POLICE: Actor = ("police", "source", "group", None)


def joined(first: dict[str, object], second: dict[str, object]) -> bool:
    merged = merge_mentions(mentions_frame([first, second]), ARTICLES)
    return merged.events.height == 1


@pytest.mark.parametrize(
    ("event_type", "first", "second"),
    [
        ("visit", ("2023-03-20", [XI, TO_RUSSIA], None), ("2023-03-20", [XI], "Moscow")),
        ("visit", ("2023-03-20/2023-03-22", [XI, TO_RUSSIA], None), ("2023-03-20", [XI], "Russia")),
        (
            "visit",
            ("2023-03-20", [("Xi", "source", "person", "China"), TO_RUSSIA], None),
            ("2023-03-20", [XI, TO_RUSSIA], None),
        ),
        ("peace_plan", ("2023-02-24", [CHINA], None), ("2023-02-24", [FOREIGN_MINISTRY], None)),
        ("warrant", ("2023-03-17", [ICC, TO_PUTIN], None), ("2023-03-17", [TO_PUTIN], None)),
        (
            "warrant",
            ("2023-03-17", [ICC, TO_PUTIN], None),
            ("2023-03-17", [("ICC", "source", "organisation", None), TO_PUTIN], None),
        ),
        (
            "warrant",
            ("2023-03-17", [ICC, TO_PUTIN], None),
            ("2023-03-17", [("ICC", "target", "organisation", None)], None),
        ),
        ("warrant", ("2023-03-17", [ICC, TO_PUTIN], "Russia"), ("2023-03-17", [ICC, TO_PUTIN], "Ukraine")),
        (
            "speech",
            ("2023-02-21", [PUTIN], None),
            ("2023-02-21", [("Russian president", "speaker", "person", "Russia")], None),
        ),
        (
            "meeting",
            ("2023-03-20", [XI, PUTIN], None),
            ("2023-03-20", [("President Putin", "participant", "person", "Russia")], None),
        ),
        (
            "call",
            ("2023-04-26", [("Volodymyr Zelenskyy", "source", "person", "Ukraine"), XI], None),
            ("2023-04-26", [XI, ("Zelensky", "source", "person", "Ukraine")], None),
        ),
        ("aid", ("2023-03-01/2023-03-31", [VELLA_BANK], None), ("2023-03-20", [VELLA_BANK, US], None)),
        ("sanction", ("2023-03-20/2023-03-26", [VELLA_BANK], None), ("2023-03-20/2023-03-26", [US, VELLA_BANK], None)),
        ("arrest", ("2023-03-20", [JONAS], "Wall Street"), ("2023-03-20", [JONAS, POLICE], "New York")),
        ("death", ("2023-03-20", [JONAS], "Norfield"), ("2023-03-01/2023-03-31", [JONAS], "Chile")),
        (
            "disaster",
            ("2023-02-06", [], "Gaziantep"),
            ("2023-02-06", [("two thousand people", "target", "group", None)], "Gaziantep"),
        ),
    ],
)
def test_reports_of_two_articles_that_agree_are_one_event(event_type, first, second):
    when, actors, place = first
    other_when, other_actors, other_place = second
    assert joined(
        mention("m1", "a1", event_type, when, actors, place=place),
        mention("m2", "a2", event_type, other_when, other_actors, place=other_place),
    )


@pytest.mark.parametrize(
    ("event_type", "first", "second"),
    [
        ("visit", ("2023-03-20", [XI, TO_RUSSIA], None), ("2023-03-21", [XI, TO_RUSSIA], None)),
        ("visit", ("2023-03-20", [XI, TO_RUSSIA], None), ("2023-03-20", [XI, TO_SAUDI_ARABIA], None)),
        ("visit", ("2023-03-20", [XI, TO_RUSSIA], None), ("2023-03-20", [XI], "Saudi Arabia")),
        (
            "visit",
            ("2023-03-20", [XI, TO_RUSSIA], None),
            ("2023-03-20", [("Fumio Kishida", "source", "person", "Japan"), TO_RUSSIA], None),
        ),
        ("attack", ("2023-03-20", [RUSSIA, UKRAINE], "Kherson"), ("2023-03-20", [RUSSIA, UKRAINE], "Kharkiv")),
        (
            "meeting",
            ("2023-03-21", [XI, PUTIN], None),
            ("2023-03-21", [XI, ("Mikhail Mishustin", "participant", "person", "Russia")], None),
        ),
        (
            "speech",
            ("2023-03-21", [("George Bush", "speaker", "person", "United States")], None),
            ("2023-03-21", [("Laura Bush", "speaker", "person", "United States")], None),
        ),
        (
            "speech",
            ("2023-03-21", [PUTIN], None),
            ("2023-03-21", [("Sergei Lavrov", "speaker", "person", "Russia")], None),
        ),
        ("visit", (None, [XI, TO_RUSSIA], None), (None, [XI], None)),
        ("aid", ("2023-03-20", [TO_RUSSIA], None), ("2023-03-01/2023-03-31", [TO_RUSSIA], None)),
        ("sanction", ("2023-03-20", [VELLA_BANK, ICC], None), ("2023-03-20", [VELLA_BANK, US], None)),
        ("demand", ("2023-03-20", [VELLA_BANK], None), ("2023-03-20", [VELLA_BANK, US], None)),
        ("arrest", ("2023-03-20", [BORG], "Norfield"), ("2023-03-20", [BORG], "Moscow")),
        ("arrest", ("2023-03-20", [TWO_MEN], "Norfield"), ("2023-03-20", [TWO_MEN], "Moscow")),
    ],
)
def test_reports_of_two_articles_that_contradict_or_say_too_little_stay_apart(event_type, first, second):
    when, actors, place = first
    other_when, other_actors, other_place = second
    assert not joined(
        mention("m1", "a1", event_type, when, actors, place=place),
        mention("m2", "a2", event_type, other_when, other_actors, place=other_place),
    )


def test_other_types_never_merge():
    assert not joined(
        mention("m1", "a1", "visit", "2023-03-20", [XI]), mention("m2", "a2", "meeting", "2023-03-20", [XI])
    )


def test_a_report_of_the_month_joins_the_one_event_of_a_day_in_it():
    day = mention("m1", "a1", "peace_plan", "2023-02-24", [CHINA])
    month = mention("m2", "a2", "peace_plan", "2023-02-01/2023-02-28", [FOREIGN_MINISTRY], precision="month")
    assert joined(day, month)


def test_a_report_of_the_month_joins_none_of_two_events_that_fit_alike():
    rows = [
        mention("m1", "a1", "speech", "2023-02-21", [PUTIN]),
        mention("m2", "a2", "speech", "2023-02-23", [PUTIN]),
        mention("m3", "a3", "speech", "2023-02-01/2023-02-28", [PUTIN], precision="month"),
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {
        frozenset({"m1"}),
        frozenset({"m2"}),
        frozenset({"m3"}),
    }


def test_a_day_within_the_known_span_of_a_visit_is_a_part_of_it():
    rows = [
        mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
        mention("m2", "a2", "visit", "2023-03-22", [XI, TO_RUSSIA]),
        mention("m3", "a3", "visit", "2023-03-20/2023-03-22", [XI, TO_RUSSIA]),
        mention("m4", "a2", "visit", "2023-03-24", [XI, TO_RUSSIA]),
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {
        frozenset({"m1", "m2", "m3"}),
        frozenset({"m4"}),
    }


def test_a_span_of_meetings_joins_the_day_on_which_it_begins_rather_than_a_later_one():
    rows = [
        mention("m1", "a1", "meeting", "2023-03-20", [XI, PUTIN]),
        mention("m2", "a2", "meeting", "2023-03-21", [XI, PUTIN]),
        mention("m3", "a3", "meeting", "2023-03-20/2023-03-22", [XI, PUTIN]),
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {
        frozenset({"m1", "m3"}),
        frozenset({"m2"}),
    }


TURKEY: Actor = ("Turkey", "target", "state", "Turkey")
CHILE: Actor = ("Chile", "target", "state", "Chile")
MINISTER: Actor = ("Jane Doe", "target", "person", None)


@pytest.mark.parametrize(
    ("event_type", "first", "second", "one_event"),
    [
        ("disaster", ("earthquake", [TURKEY], "Gaziantep"), ("quakes", [MINISTER], None), True),
        ("disaster", ("earthquake", [TURKEY], "Gaziantep"), ("earthquakes", [], "Kahramanmaras"), True),
        ("disaster", ("struck", [TURKEY], None), ("quake", [TURKEY], "Antakya"), True),
        ("disaster", ("earthquake", [TURKEY], None), ("earthquake", [CHILE], None), False),
        ("disaster", ("earthquake", [TURKEY], None), ("flood", [TURKEY], None), False),
        ("disaster", ("explosion", [TURKEY], "Izmir"), ("accident", [TURKEY], None), True),
        ("disaster", ("plane crash", [], "Izmir"), ("crash", [], "Ankara"), False),
        ("election", ("elections", [TURKEY], None), ("vote", [MINISTER], "Ankara"), True),
        ("election", ("elections", [TURKEY], None), ("elections", [CHILE], None), False),
        ("legislation", ("declared a state of emergency", [PUTIN], None), ("declared mourning", [PUTIN], None), False),
    ],
)
def test_kind_day_and_country_tell_one_event_whoever_is_named_beside_it(event_type, first, second, one_event):
    rows = [
        mention(f"m{n}", f"a{n}", event_type, "2023-02-06", actors, place=place) | {"trigger": trigger}
        for n, (trigger, actors, place) in enumerate((first, second), start=1)
    ]
    assert joined(*rows) is one_event


def test_a_title_tells_the_kind_of_disaster_where_the_trigger_names_none():
    rows = [
        mention("m1", "a1", "disaster", "2023-03-20", [TURKEY]) | {"trigger": "struck"},
        mention("m2", "a2", "disaster", "2023-03-20", []) | {"trigger": "quake"},
    ]
    titles = pl.Series("title", ["Earthquake in the south", None, None])
    assert merge_mentions(mentions_frame(rows), ARTICLES.with_columns(titles)).events.height == 1
    assert merge_mentions(mentions_frame(rows), ARTICLES.drop("title")).events.height == 2


def test_an_undated_report_of_a_rare_type_means_the_event_that_many_told():
    rows = [
        mention("m1", "a1", "peace_plan", "2023-03-17", [CHINA]),
        mention("m2", "a2", "peace_plan", "2023-03-17", [FOREIGN_MINISTRY]),
        mention("m3", "a3", "peace_plan", "2023-03-17", [XI]),
        mention("m4", "a2", "peace_plan", "2023-03-21", [CHINA], at=2000),
        mention("m5", "a4", "peace_plan", None, [FOREIGN_MINISTRY]),
    ]
    articles = articles_frame(*[(f"a{n}", f"Outlet {n}", "2023-03-22") for n in range(1, 5)])
    assert together(merge_mentions(mentions_frame(rows), articles).links) == {
        frozenset({"m1", "m2", "m3", "m5"}),
        frozenset({"m4"}),
    }


def test_the_state_of_a_person_is_known_from_other_reports_and_the_outlet_itself_is_no_actor():
    rows = [
        mention("m1", "a1", "speech", "2023-02-21", [PUTIN, ("Reuters", "speaker", "person", None)]),
        mention("m2", "a2", "speech", "2023-02-20", [("Vladimir Putin", "speaker", "person", None)]),
    ]
    actors = merge_mentions(mentions_frame(rows), ARTICLES).events["actors"].to_list()
    assert [[(actor["name"], actor["state"]) for actor in cast] for cast in actors] == [
        [("Vladimir Putin", "Russia")]
    ] * 2


@pytest.mark.parametrize(
    ("event_type", "first", "second"),
    [
        ("arrest", ("two men", "arrested"), ("nine students", "arrested")),
        ("demand", ("the government", "urged"), ("the protesters", "urged")),
        ("protest", ("students", "marched"), ("farmers", "rallied")),
    ],
)
def test_different_people_without_names_on_one_day_are_two_events_of_an_article(event_type, first, second):
    rows = [
        mention(f"m{n}", "a1", event_type, "2023-03-20", [(who, "target", "group", None)], at=900 * n)
        | {"trigger": word}
        for n, (who, word) in enumerate((first, second), start=1)
    ]
    assert not joined(*rows)


@pytest.mark.parametrize(
    ("first", "second", "one_event"),
    [
        (
            mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
            mention("m2", "a1", "visit", None, [XI], at=400),
            True,
        ),
        (
            mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
            mention("m2", "a1", "visit", None, [], at=400),
            True,
        ),
        (
            mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
            mention("m2", "a1", "visit", "2019-06-05", [XI, TO_RUSSIA], at=400),
            False,
        ),
        (
            mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
            mention("m2", "a1", "visit", None, [XI, TO_SAUDI_ARABIA], at=400),
            False,
        ),
        (
            mention("m1", "a1", "visit", "2023-03-20", [XI, TO_RUSSIA]),
            mention("m2", "a1", "visit", None, [XI], at=400, status="planned"),
            False,
        ),
    ],
)
def test_within_one_article_a_shared_actor_or_none_given_is_enough(first, second, one_event):
    assert joined(first, second) is one_event


def test_an_article_that_tells_two_places_of_one_person_tells_the_arrest_and_where_they_are_held():
    rows = [
        mention("m1", "a1", "arrest", "2023-03-20", [JONAS], place="Norfield"),
        mention("m2", "a1", "arrest", None, [JONAS], place="Moscow", at=200),
    ]
    assert merge_mentions(mentions_frame(rows), ARTICLES).events.height == 2


def test_a_mention_without_actors_joins_the_nearest_event_of_its_article():
    rows = [
        mention("m1", "a1", "attack", "2023-03-20", [RUSSIA], place="Kherson", at=100),
        mention("m2", "a1", "attack", "2023-03-18", [RUSSIA], place="Kharkiv", at=900),
        mention("m3", "a1", "attack", None, [], at=1000),
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {
        frozenset({"m1"}),
        frozenset({"m2", "m3"}),
    }


def test_an_accident_is_what_the_first_report_calls_it():
    rows = [
        mention("m1", "a1", "disaster", "2023-03-20", [TURKEY]) | {"trigger": "accident"},
        mention("m2", "a2", "disaster", "2023-03-20", [TURKEY]) | {"trigger": "explosion"},
        mention("m3", "a3", "disaster", "2023-03-20", [TURKEY]) | {"trigger": "crash"},
    ]
    assert together(merge_mentions(mentions_frame(rows), ARTICLES).links) == {
        frozenset({"m1", "m2"}),
        frozenset({"m3"}),
    }


def test_a_company_of_a_country_does_not_act_for_it():
    bank: Actor = ("Bank of Malta Plc", "participant", "organisation", "Malta")
    ministry: Actor = ("Maltese Treasury", "participant", "organisation", "Malta")
    malta: Actor = ("Malta", "participant", "state", "Malta")
    of_state = mention("m2", "a2", "agreement", "2023-03-20", [malta])
    assert not joined(mention("m1", "a1", "agreement", "2023-03-20", [bank]), of_state)
    assert joined(mention("m1", "a1", "agreement", "2023-03-20", [ministry]), of_state)


def test_one_state_under_three_names_is_shared_once():
    """The deal of a year needs more than a state that both tell of."""
    names = ("Maltese lawmakers", "group"), ("Malta", "state"), ("Maltese Treasury", "organisation")
    many: list[Actor] = [(name, "participant", kind, "Malta") for name, kind in names]
    malta: Actor = ("Malta", "participant", "state", "Malta")
    of_year = mention("m2", "a2", "agreement", "2023-01-01/2023-12-31", [malta], place="Malta")
    assert not joined(mention("m1", "a1", "agreement", "2023-02-11", many, place="Malta"), of_year)


def test_a_quake_without_a_country_is_the_one_of_that_day_that_most_tell_of():
    told = [("a1", [TURKEY]), ("a2", [TURKEY]), ("a3", [CHILE]), ("a4", [])]
    rows = [
        mention(f"m{article}", article, "disaster", "2023-03-20", actors) | {"trigger": "earthquake"}
        for article, actors in told
    ]
    articles = articles_frame(*[(article, f"Outlet {article}", "2023-03-21") for article, _ in told])
    links = merge_mentions(mentions_frame(rows), articles).links
    events = dict(links.select("mention_id", "event_id").iter_rows())
    assert events["ma4"] == events["ma2"] == events["ma1"] != events["ma3"]
