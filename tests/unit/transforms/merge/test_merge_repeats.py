"""One event that stood several times: told apart by founders alone, by names nearby, by days on which it was only spoken of."""

from __future__ import annotations

import polars as pl
import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import AFTER, BEFORE, merge_mentions

ARTICLES = articles_frame(*[(f"a{n}", f"Outlet {n}", "2023-03-21") for n in range(1, 80)])
KARIM: Actor = ("Karim al-Borg", "source", "person", None)
TO_KARIM: Actor = ("Karim al-Borg", "target", "person", None)
VELLA: Actor = ("Anna Vella", "source", "person", None)
ARMY: Actor = ("army", "target", "organisation", None)
SPAIN: Actor = ("Spain", "target", "state", "Spain")
CHILE: Actor = ("Chile", "target", "state", "Chile")
MONTH, YEAR = "2023-02-01/2023-02-28", "2003-01-01/2003-12-31"

Told = tuple[str, str | None, list[Actor], str | None]


def events_of(event_type: str, *told: Told, status: str = "happened") -> set[frozenset[str]]:
    """The sets of articles, by number, that tell one event."""
    rows = [
        mention(f"a{n}", f"a{n}", event_type, when, actors, place=place, trigger=trigger, status=status)
        for n, (trigger, when, actors, place) in enumerate(told, start=1)
    ]
    return together(merge_mentions(mentions_frame(rows), ARTICLES).links)


@pytest.mark.parametrize(
    ("event_type", "first", "second", "one_event"),
    [
        # a family name in small letters is a name
        ("speech", ("said", "2023-03-20", [KARIM], None), ("said", "2023-03-20", [KARIM], None), True),
        # what somebody leaves, or to whom, does not tell apart that they leave
        (
            "resignation",
            ("stepped down", "2023-03-20", [VELLA, ARMY], None),
            ("resigned", "2023-03-20", [VELLA], "Madrid"),
            True,
        ),
        # a sea lies in no country
        (
            "disaster",
            ("oil spill", "2023-03-20", [SPAIN], "Gulf of Mexico"),
            ("oil spill", "2023-03-20", [CHILE], "Gulf of Mexico"),
            True,
        ),
        ("disaster", ("oil spill", "2023-03-20", [SPAIN], None), ("oil spill", "2023-03-20", [CHILE], None), False),
        # whose country is not known
        ("disaster", ("explosion", YEAR, [], "Vella City"), ("explosion", YEAR, [], "Vella City"), True),
        # a state is invaded, and a person killed, once in a year
        ("attack", ("invasion", YEAR, [SPAIN], "Spain"), ("invaded", YEAR, [SPAIN], None), True),
        ("attack", ("invasion", YEAR, [SPAIN], None), ("invasion", "2003-03-01/2003-03-31", [SPAIN], None), True),
        ("attack", ("invasion", YEAR, [SPAIN], None), ("invasion", YEAR, [CHILE], None), False),
        ("attack", ("bombing", YEAR, [SPAIN], None), ("bombing", YEAR, [SPAIN], None), False),
        ("attack", ("killed", YEAR, [TO_KARIM], None), ("murder", YEAR, [TO_KARIM], None), True),
        ("attack", ("shot", YEAR, [TO_KARIM], None), ("shot", YEAR, [TO_KARIM], None), False),
        ("protest", ("uprising", MONTH, [SPAIN], None), ("revolt", MONTH, [SPAIN], "Madrid"), True),
    ],
)
def test_two_reports_of_one_event_are_one(event_type, first, second, one_event):
    assert len(events_of(event_type, first, second)) == len(events_of(event_type, second, first)) == 2 - one_event


def test_reports_that_fit_two_events_alike_do_not_multiply():
    told = [("floods", MONTH, [SPAIN, CHILE], None)] * 4
    parted = [("floods", MONTH, [SPAIN], "Spain"), ("floods", MONTH, [CHILE], "Chile")]
    assert len(events_of("disaster", *parted, *told)) <= 3


@pytest.mark.parametrize(
    ("trigger", "day", "n_known", "is_echo"),
    [
        ("oil spill", "2023-01-20", 8, True),  # what goes on for months
        ("oil spill", "2022-12-01", 8, False),  # before it began
        ("oil spill", "2023-01-20", 3, False),  # hardly known
        ("earthquake", "2023-01-20", 12, True),
        ("earthquake", "2023-01-20", 8, False),  # another one may soon follow
        ("struck", "2023-01-20", 12, False),
        ("earthquake", "2023-06-20", 12, False),
        ("explosion", "2023-01-20", 12, False),
    ],
)
def test_a_later_day_on_which_a_disaster_is_spoken_of_is_no_other_disaster(trigger, day, n_known, is_echo):
    word = "earthquake" if trigger == "struck" else trigger
    rows = [mention(f"a{n}", f"a{n}", "disaster", "2023-01-10", [SPAIN], trigger=word) for n in range(n_known)]
    rows.append(mention("echo", "a60", "disaster", day, [SPAIN], trigger=trigger))
    told = with_words(rows, before=f"after the {word} that ", after=" the coast")
    assert (merge_mentions(told, ARTICLES).events.height == 1) is is_echo


def with_words(rows: list[dict[str, object]], before: str, after: str) -> pl.DataFrame:
    """Mentions with the words around their triggers."""
    return mentions_frame(rows).with_columns(pl.lit(before).alias(BEFORE), pl.lit(after).alias(AFTER))


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        ("the earthquake that ", " the island", "Earthquake strikes Spain"),
        ("it ", " the island as a tsunami", "Tsunami strikes Spain"),
        ("a fired minister said that it ", " the island", "Disaster strikes Spain"),
    ],
)
def test_the_words_around_what_tells_a_disaster_tell_which_one_it_was(before, after, title):
    told = with_words([mention("m1", "a1", "disaster", "2023-03-20", [SPAIN], trigger="struck")], before, after)
    assert merge_mentions(told, ARTICLES).events["title"].to_list() == [title]


def test_an_undated_report_of_what_very_many_tell_does_not_join_the_little_known():
    known = [mention(f"m{n}", f"a{n}", "resignation", f"2023-03-{n % 20 + 1:02}/2023-04-{n % 7 + 2:02}", [VELLA], trigger="resigned") for n in range(1, 71)]  # fmt: skip
    rumour = mention("rumour", "a71", "resignation", "2023-02-10", [VELLA], trigger="resigned")
    undated = mention("undated", "a72", "resignation", None, [VELLA], trigger="resigned")
    links = merge_mentions(mentions_frame([*known, rumour, undated]), ARTICLES).links
    assert not any({"rumour", "undated"} <= group for group in together(links))


def test_an_undated_report_of_what_was_done_is_not_what_is_planned_for_a_month():
    rows = [
        mention("plan", "a1", "resignation", "2023-03-01/2023-03-31", [VELLA], status="planned", trigger="resign"),
        mention("done", "a2", "resignation", None, [VELLA], trigger="resigned"),
    ]
    assert merge_mentions(mentions_frame(rows), ARTICLES).events.height == 2


def test_a_spill_that_is_spoken_of_later_is_the_explosion_with_which_it_began():
    rig: Actor = ("Norfield Star", "target", "organisation", None)
    known = [("explosion", "2023-01-10", [rig], "Gulf of Mexico")] * 8
    assert len(events_of("disaster", *known, ("oil spill", "2023-01-20", [rig], None))) == 1
    assert len(events_of("disaster", *known, ("oil spill", "2023-01-20", [], None))) == 2


@pytest.mark.parametrize(
    ("trigger", "person", "n_known", "is_one"),
    [
        ("died", TO_KARIM, 8, True),
        ("death", TO_KARIM, 8, True),
        ("died", TO_KARIM, 3, False),  # hardly known
        ("died", ("al-Borg", "target", "person", None), 8, False),  # there are many of one surname
    ],
)
def test_another_day_on_which_a_known_death_is_told_is_no_other_death(trigger, person, n_known, is_one):
    rows = [mention(f"a{n}", f"a{n}", "death", "2021-01-10", [TO_KARIM], trigger="died") for n in range(n_known)]
    rows.append(mention("later", "a60", "death", "2023-03-20", [person], trigger=trigger))
    assert (merge_mentions(mentions_frame(rows), ARTICLES).events.height == 1) is is_one
