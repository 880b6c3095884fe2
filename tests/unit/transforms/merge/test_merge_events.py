from __future__ import annotations

from datetime import UTC, date, datetime

import polars as pl
import pytest
from merge_rows import ICC, PUTIN, TO_RUSSIA, XI, Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import Merged, merge_mentions
from transforms.merge.events import event_id
from transforms.schema import EVENT_LINKS, EVENTS

ARTICLES = articles_frame(
    ("a1", "Reuters", "2023-03-17"),
    ("a2", "BBC", "2023-03-21"),
    ("a3", "DW", "2023-03-22"),
    ("a4", "BBC", "2023-03-23"),
    ("a5", None, "2023-03-24"),
    ("a6", "AFP", "2023-03-22"),
    copies={"a6": "a3"},
)
VISIT = [XI, TO_RUSSIA]


def merge(*rows: dict[str, object]) -> Merged:
    return merge_mentions(mentions_frame(rows), ARTICLES)


def only_event(*rows: dict[str, object]) -> dict[str, object]:
    events = merge(*rows).events
    assert events.height == 1
    return events.row(0, named=True)


@pytest.mark.parametrize(
    ("event_type", "given", "expected"),
    [
        (
            "visit",
            [("2023-03-20", "day", "relative"), ("2023-03-20/2023-03-22", "days", "relative")],
            ("2023-03-20", "2023-03-22", "days"),
        ),
        (
            "visit",
            [("2023-03-20", "day", "relative"), ("2023-03-13/2023-03-20", "days", "event")],
            ("2023-03-20", "2023-03-20", "day"),
        ),
        (
            "visit",
            [("2023-03-20", "day", "relative"), ("2023-03-01/2023-03-31", "month", "relative")],
            ("2023-03-20", "2023-03-20", "day"),
        ),
        (
            "visit",
            [("2023-03-20/2023-03-26", "week", "relative"), ("2023-03-01/2023-03-31", "month", "relative")],
            ("2023-03-20", "2023-03-26", "week"),
        ),
        (
            "speech",
            [("2023-03-20", "day", "relative"), ("2023-03-20/2023-03-22", "days", "explicit")],
            ("2023-03-20", "2023-03-20", "day"),
        ),
        (
            "visit",
            [("2023-03-20", "day", "published"), ("2023-03-20", "day", "explicit")],
            ("2023-03-20", "2023-03-20", "day"),
        ),
    ],
)
def test_an_event_takes_the_most_precise_interval_that_its_mentions_give(event_type, given, expected):
    rows = [
        mention(f"m{number}", f"a{number}", event_type, when, VISIT, precision=precision, basis=basis)
        for number, (when, precision, basis) in enumerate(given, start=1)
    ]
    event = only_event(*rows)
    start, end, precision = expected
    assert (event["start_date"], event["end_date"], event["precision"]) == (
        date.fromisoformat(start),
        date.fromisoformat(end),
        precision,
    )


def test_the_basis_of_the_date_is_the_best_among_those_that_give_it():
    rows = [
        mention(f"m{n}", f"a{n}", "visit", "2023-03-20", VISIT, basis=basis)
        for n, basis in ((1, "published"), (2, "explicit"), (3, "relative"))
    ]
    assert only_event(*rows)["date_basis"] == "explicit"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("a1", "planned", 0.9), ("a2", "happened", 0.5)], "happened"),
        ([("a1", "planned", 0.9), ("a2", "planned", 0.9)], "planned"),
        ([("a1", "happened", 0.5), ("a2", "planned", 0.9)], "planned"),
        ([("a1", "happened", 0.5), ("a2", "ongoing", 0.6)], "ongoing"),
        ([("a1", "happened", 0.5), ("a2", "ongoing", 0.5), ("a3", "alleged", 0.9)], "happened"),
        ([("a1", "alleged", 0.8), ("a2", "denied", 0.6)], "alleged"),
        ([("a1", "alleged", 0.5), ("a2", "denied", 0.6)], "denied"),
        ([("a2", "alleged", 0.6), ("a4", "alleged", 0.6), ("a3", "happened", 0.7)], "happened"),
    ],
)
def test_the_status_follows_the_weight_of_the_outlets_and_later_reports(told, status):
    rows = [
        mention(f"m{n}", article, "attack", "2023-03-20", [PUTIN], status=state, confidence=sure)
        for n, (article, state, sure) in enumerate(told)
    ]
    assert only_event(*rows)["status"] == status


def test_sources_are_outlets_and_an_article_of_unknown_source_counts_for_itself():
    rows = [mention(f"m{n}", f"a{n}", "visit", "2023-03-20", VISIT) for n in range(2, 7)]
    event = only_event(*rows)
    assert (event["n_mentions"], event["n_articles"], event["n_sources"]) == (5, 5, 4)
    assert event["first_reported_at"] == datetime(2023, 3, 21, tzinfo=UTC)
    assert event["last_reported_at"] == datetime(2023, 3, 24, tzinfo=UTC)


def test_confidence_grows_with_outlets_and_not_with_repetition():
    one = only_event(mention("m1", "a2", "visit", "2023-03-20", VISIT, confidence=0.6))
    same_outlet = only_event(*(mention(f"m{n}", f"a{n}", "visit", "2023-03-20", VISIT, confidence=0.6) for n in (2, 4)))
    other_outlet = only_event(
        *(mention(f"m{n}", f"a{n}", "visit", "2023-03-20", VISIT, confidence=0.6) for n in (2, 3))
    )
    certain = only_event(*(mention(f"m{n}", f"a{n}", "visit", "2023-03-20", VISIT, confidence=1.0) for n in (2, 3)))
    assert [event["confidence"] for event in (one, same_outlet, other_outlet, certain)] == [0.6, 0.6, 0.84, 0.99]


def test_actors_are_folded_into_their_fullest_names_and_ordered_by_how_many_name_them():
    rows = [
        mention(
            "m1",
            "a1",
            "meeting",
            "2023-03-20",
            [("Xi", "participant", "person", "China"), ("Putin", "participant", "person", "Russia")],
        ),
        mention(
            "m2",
            "a2",
            "meeting",
            "2023-03-20",
            [("Xi Jinping", "participant", "person", "China"), ("Vladimir Putin", "source", "person", "Russia")],
        ),
        mention("m3", "a3", "meeting", "2023-03-20", [("Vladimir Putin", "participant", "person", "Russia")]),
    ]
    assert only_event(*rows)["actors"] == [
        {"name": "Vladimir Putin", "role": "participant", "kind": "person", "state": "Russia"},
        {"name": "Xi Jinping", "role": "participant", "kind": "person", "state": "China"},
    ]


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (("Rebels", "rebels"), "group", "rebels"),
        (("Norfield Rebels", "Norfield rebels"), "group", "Norfield rebels"),
        (("ANNA VELLA", "Anna Vella"), "person", "Anna Vella"),
        (("Borg PLC", "Borg plc"), "organisation", "Borg PLC"),
        (("Moammar Gadhafi", "Muammar Gaddafi"), "person", "Moammar Gadhafi"),
        (("Hilary Clinton", "Hillary Clinton"), "person", "Hillary Clinton"),
    ],
)
def test_one_actor_in_several_spellings_has_one_name(names, kind, expected):
    rows = [
        mention(f"m{n}", f"a{n}", "attack", "2023-03-20", [(name, "source", kind, None)], place="Moscow")
        for n, name in enumerate(names, start=1)
    ]
    assert [actor["name"] for actor in only_event(*rows)["actors"]] == [expected]


def test_the_place_is_the_most_named_and_of_equals_the_smaller():
    rows = [
        mention("m1", "a1", "visit", "2023-03-20", [XI], place="Russia"),
        mention("m2", "a2", "visit", "2023-03-20", [XI], place="Moscow"),
    ]
    assert only_event(*rows)["place"] == "Moscow"


COASTS = [("Chile", -33.0, -70.0), ("Peru", -12.0, -77.0)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("Quay", *COASTS[1]), ("Quay", *COASTS[0]), ("Quay", *COASTS[1])], ("Quay", *COASTS[1])),
        ([("Quay", *COASTS[1]), ("Quay", *COASTS[0])], ("Quay", *COASTS[0])),
        # rows that were written before places had countries
        ([("Quay", None, None, None), ("Quay", None, None, None), ("Quay", *COASTS[1])], ("Quay", *COASTS[1])),
        ([("Quay", None, None, None), ("Russia", "Russia", None, None)], ("Quay", None, None, None)),
        ([("Russia", "Russia", None, None), ("Quay", *COASTS[0])], ("Quay", *COASTS[0])),
        ([("Russia", "Russia", None, None)], ("Russia", "Russia", None, None)),
        ([(None, None, None, None)], (None, None, None, None)),
        # what is done at home has a country without a place
        ([(None, "Malta", None, None), (None, None, None, None)], (None, "Malta", None, None)),
        ([(None, "Malta", None, None), (None, "Malta", None, None), ("Quay", *COASTS[0])], ("Quay", *COASTS[0])),
    ],
)  # fmt: skip
def test_an_event_lies_where_most_mentions_of_its_place_say_in_any_order(told, expected):
    names = ("place", "country", "latitude", "longitude")
    rows = [
        mention(f"m{n}", f"a{n}", "visit", "2023-03-20", [XI]) | dict(zip(names, where, strict=True))
        for n, where in enumerate(told, start=1)
    ]
    for given in (rows, rows[::-1]):
        found = only_event(*given)
        assert tuple(found[name] for name in names) == expected


def test_the_id_of_an_event_comes_from_its_earliest_report_and_stays_when_later_ones_join():
    first = mention("m9", "a1", "warrant", "2023-03-17", [ICC])
    later = [mention(f"m{n}", f"a{n}", "warrant", "2023-03-17", [ICC]) for n in (2, 3, 4)]
    assert only_event(first)["event_id"] == only_event(first, *later)["event_id"] == event_id("m9")
    assert len(event_id("m9")) == 16


def test_a_copy_of_an_article_adds_its_mentions_to_the_same_events():
    rows = [mention("m1", "a3", "visit", None, VISIT, at=10), mention("m2", "a6", "visit", None, VISIT, at=10)]
    assert only_event(*rows)["n_articles"] == 2


def test_hypothetical_mentions_make_no_event():
    merged = merge(mention("m1", "a1", "attack", "2023-03-20", [PUTIN], status="hypothetical"))
    assert merged.events.is_empty()
    assert merged.links.is_empty()


def test_no_mentions_give_empty_frames_of_the_right_shape():
    merged = merge()
    assert merged.events.schema == EVENTS.polars_schema
    assert merged.links.schema == EVENT_LINKS.polars_schema
    assert merged.events.is_empty()


def test_a_mention_of_an_unknown_article_is_an_event_of_unknown_time():
    event = only_event(mention("m1", "gone", "visit", "2023-03-20", VISIT))
    assert (event["first_reported_at"], event["n_sources"]) == (None, 1)


def test_the_reason_of_a_link_names_what_both_reports_share():
    links = merge(
        mention("m1", "a1", "visit", "2023-03-20", VISIT, place="Moscow"),
        mention("m2", "a2", "visit", "2023-03-20", [XI]),
        mention("m3", "a2", "visit", None, [XI], at=500),
        mention("m4", "a3", "attack", "2023-03-20", [PUTIN]),
    ).links
    assert dict(links.select("mention_id", "merge_reason").iter_rows()) == {
        "m1": "the most precise report of it",
        "m2": "same type, same day, Xi Jinping in both",
        "m3": "same article, same type, Xi Jinping in both",
        "m4": "only report",
    }


def test_a_crowd_of_reports_of_one_day_is_joined_by_place(monkeypatch):
    russia: Actor = ("Russia", "source", "state", "Russia")
    rows = [mention(f"m{n:03d}", f"x{n}", "attack", "2023-03-20", [russia], place=f"Town {n % 80}") for n in range(240)]
    merged = merge_mentions(mentions_frame(rows), ARTICLES)
    assert merged.events["n_mentions"].to_list() == [3] * 80
    assert merged.events.select(pl.col("place").n_unique()).item() == 80


SEC = ("SEC", "source", "organisation", "United States")


def charged(name: str) -> Actor:
    return (name, "target", "person", None)


@pytest.mark.parametrize(
    ("dated", "undated", "n_events"),
    [
        ([SEC, charged("Karl Borg")], [SEC, charged("Karl Borg")], 1),
        ([SEC, charged("Karl Borg")], [charged("Borg")], 1),
        # who charges somebody charges many
        ([SEC, charged("Karl Borg")], [SEC], 2),
        # a man in the news is nobody in particular
        ([SEC, charged("Brooklyn Man")], [SEC, charged("Brooklyn Man")], 2),
    ],
)
def test_an_undated_report_of_a_charge_needs_the_one_who_is_charged(dated, undated, n_events):
    found = merge(mention("m1", "a1", "charge", "2023-03-17", dated), mention("m2", "a2", "charge", None, undated))
    assert found.events.height == n_events


PLEADS = ("Karl Borg", "source", "person", None)


@pytest.mark.parametrize(
    ("event_type", "trigger", "when", "other_trigger", "actor", "n_events"),
    [
        ("verdict", "sentenced", "2022-01-01/2022-12-31", "sentenced", charged("Karl Borg"), 1),
        ("trial", "pleaded guilty", "2022-01-01/2022-12-31", "pleaded guilty", PLEADS, 1),
        ("trial", "pleaded guilty", "2022-03-01/2022-03-31", "pleaded guilty", PLEADS, 1),
        # another kind, somebody without a full name, somebody who is no person
        ("trial", "pleaded guilty", "2022-01-01/2022-12-31", "appeared in court", PLEADS, 2),
        ("verdict", "sentenced", "2022-01-01/2022-12-31", "sentenced", charged("Borg"), 2),
        (
            "verdict",
            "sentenced",
            "2022-01-01/2022-12-31",
            "sentenced",
            ("Norfield Bank", "target", "organisation", None),
            2,
        ),
    ],
)
def test_what_befell_a_person_in_a_year_is_what_befell_it_on_the_one_day_of_that_kind(
    event_type, trigger, when, other_trigger, actor, n_events
):
    vague = mention("m1", "a2", event_type, when, [actor], precision="year") | {"trigger": trigger}
    exact = mention("m2", "a1", event_type, "2022-03-12", [actor]) | {"trigger": other_trigger}
    assert merge(vague, exact).events.height == n_events


def test_a_plea_of_a_month_is_no_hearing_of_it_and_no_plea_that_was_only_planned():
    found = merge(
        mention("m1", "a2", "trial", "2022-03-01/2022-03-31", [PLEADS], precision="month")
        | {"trigger": "pleaded guilty"},
        mention("m2", "a1", "trial", "2022-03-12", [PLEADS]) | {"trigger": "pleaded guilty"},
        mention("m3", "a1", "trial", "2022-03-10", [PLEADS], at=500) | {"trigger": "hearing"},
        mention("m4", "a3", "trial", "2022-03-19", [PLEADS], status="planned") | {"trigger": "plead guilty"},
    )
    assert together(found.links) == {frozenset({"m1", "m2"}), frozenset({"m3"}), frozenset({"m4"})}


def test_a_warrant_that_one_report_calls_asked_for_is_still_issued():
    issued = [mention(f"m{n}", f"a{n}", "warrant", "2023-03-17", [ICC], trigger="arrest warrants") for n in (1, 2, 3)]
    asked = mention("m4", "a4", "warrant", "2023-03-17", [ICC], trigger="requested a warrant")
    merged = merge_mentions(mentions_frame([*issued, asked]), ARTICLES)
    assert sorted(merged.events["title"]) == [
        "International Criminal Court issues warrant",
        "International Criminal Court seeks warrant",
    ]


def test_of_one_who_is_named_and_takes_office_the_headline_says_by_whom():
    board, borg = ("Norfield Corp", "source", "organisation", None), ("Anna Borg", "target", "person", None)
    named = mention("m1", "a2", "appointment", "2023-03-20", [board, borg])
    took_over = mention("m2", "a3", "appointment", "2023-03-20", [("Anna Borg", "source", "person", None)])
    assert only_event(named, took_over)["title"] == "Norfield Corp appoints Anna Borg"
