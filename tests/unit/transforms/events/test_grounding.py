"""What is kept of a language model's answer: only what the article's own words bear out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from transforms.events import load_ontology
from transforms.events.grounding import MAX_EVENTS, AnswerError, ground, read_answer, read_source
from transforms.schema import EVENT_MENTIONS

TEXT = (
    "LIMA - President Ana Duarte arrived in Lima on Sunday for a two-day visit.\n"
    "She had met\nforeign minister Luis Prado of Peru from 3 to 5 March 2023, her office said. The pact was signed last month."
)
PUBLISHED = date(2023, 3, 21)  # a Tuesday
ONTOLOGY = load_ontology()


def event(**changes: object) -> dict[str, object]:
    quote = "President Ana Duarte arrived in Lima on Sunday for a two-day visit."
    return {
        "type": "visit",
        "status": "happened",
        "quote": quote,
        "trigger": "arrived",
        "date_text": "Sunday",
    } | changes


def kept(*events: object) -> list[dict[str, object]]:
    source = read_source("a", TEXT, "Duarte in Peru", PUBLISHED, "en")
    grounded = ground(source, list(events), ONTOLOGY)
    rows = EVENT_MENTIONS.frame([row | {"extractor_version": "v"} for row in grounded.rows]).to_dicts()
    for row in rows:
        assert TEXT[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        if row["date_text"]:
            assert TEXT[row["date_text_start"] : row["date_text_end"]] == row["date_text"]
        assert row["sentence_start"] <= row["trigger_start"] < row["trigger_end"] <= row["sentence_end"]
    return rows


def refused(*events: object) -> dict[str, int]:
    return dict(ground(read_source("a", TEXT, None, PUBLISHED, "en"), list(events), ONTOLOGY).refused)


def test_a_quoted_event_is_kept_with_our_own_reading_of_its_date():
    (row,) = kept(event(actors=["Ana Duarte"], targets=[{"name": "Peru", "kind": "state"}], place="Lima"))
    assert (row["event_type"], row["trigger"], row["place"]) == ("visit", "arrived", "Lima")
    assert (row["start_date"], row["precision"], row["date_basis"]) == (date(2023, 3, 19), "day", "relative")
    assert [(a["name"], a["role"], a["kind"]) for a in row["actors"]] == [
        ("Ana Duarte", "source", "person"),
        ("Peru", "target", "state"),
    ]


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        ({"date_text": "Sunday"}, date(2023, 3, 19), date(2023, 3, 19)),
        ({"date_text": "from 3 to 5 March 2023"}, date(2023, 3, 3), date(2023, 3, 5)),
        ({"date_text": "last month"}, date(2023, 2, 1), date(2023, 2, 28)),
        # dates that the text does not give, or that are no dates
        ({"date_text": "19 March 2023"}, None, None),
        ({"date_text": "2023-03-19"}, None, None),
        ({"date_text": "arrived"}, None, None),
        ({"date_text": None}, None, None),
        # what the model computed is not even looked at
        ({"date_text": None, "start": "2023-03-19", "start_date": "2023-03-19"}, None, None),
    ],
)
def test_a_date_comes_from_quoted_words_only(changes, start, end):
    (row,) = kept(event(**changes))
    assert (row["start_date"], row["end_date"]) == (start, end)


def test_line_breaks_inside_a_quote_are_white_space():
    (row,) = kept(event(type="meeting", quote="She had met foreign minister Luis Prado of Peru", trigger="had met"))
    assert row["trigger"] == "had met"


@pytest.mark.parametrize("trigger", ["landed", "rived", "", None])
def test_without_words_of_the_quote_that_name_the_event_the_quote_names_it(trigger):
    (row,) = kept(event(trigger=trigger))
    assert row["trigger"] == event()["quote"]


@pytest.mark.parametrize("name", ["Vladimir Putin", "Dua", "x" * 5_000, "<script>alert(1)</script>"])
def test_actors_and_places_that_the_article_does_not_name_are_left_out(name):
    rows = kept(event(actors=[name, "Ana Duarte"], place=name, attributed_to=name)) or kept(
        event(actors=["Ana Duarte"])
    )
    assert [actor["name"] for actor in rows[0]["actors"]] == ["Ana Duarte"]
    assert rows[0]["place"] is None and rows[0]["attributed_to"] is None


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Lima", ("Lima", "Peru")), ("LIMA", ("LIMA", "Peru")), ("Peru", ("Peru", "Peru")), ("office", ("office", None)), (None, (None, None))],
)  # fmt: skip
def test_the_country_of_a_place_is_that_of_our_own_reading_of_the_article(place, expected):
    (row,) = kept(event(place=place, country="Chile", latitude=1.0))
    assert (row["place"], row["country"]) == expected
    assert (row["latitude"] is not None) == (place in ("Lima", "LIMA"))


@pytest.mark.parametrize(
    ("reported", "reason"),
    [
        (event(quote="President Ana Duarte left Lima on Sunday."), "quote_not_in_text"),
        (event(quote="resident Ana Duarte"), "quote_not_in_text"),
        (event(quote="   "), "quote_not_in_text"),
        (event(type="wedding"), "unknown_type"),
        (event(status="hypothetical"), "hypothetical"),
        (event(status="certain"), "malformed"),
        (event(quote=7), "malformed"),
        (event(actors=[{"kind": "person"}]), "malformed"),
        ({}, "malformed"),
        ("arrived", "malformed"),
        (None, "malformed"),
        ([[[]]], "malformed"),
    ],
)
def test_what_cannot_be_grounded_is_refused_with_a_reason(reported, reason):
    assert refused(reported) == {reason: 1}
    assert len(kept(reported, event())) == 1  # a bad event spoils no other


def test_events_that_are_only_thought_of_are_kept_when_asked_for():
    source = read_source("a", TEXT, None, PUBLISHED, "en")
    grounded = ground(source, [event(status="hypothetical")], ONTOLOGY, hypothetical=True)
    assert [row["status"] for row in grounded.rows] == ["hypothetical"]
    assert not grounded.refused


def test_an_event_told_twice_is_kept_once():
    assert len(kept(event(), event())) == 1
    assert refused(event(), event()) == {"repeated": 1}


def test_more_events_than_an_article_can_hold_are_refused():
    assert refused(*[event()] * (MAX_EVENTS + 7)) == {"repeated": MAX_EVENTS - 1, "too_many": 7}


@pytest.mark.parametrize(
    "answer", ['{"events": []}', '```json\n{"events": []}\n```', ' {"events": [], "note": "none"} ']
)
def test_an_answer_may_stand_in_a_fence(answer):
    assert read_answer(answer) == []


@pytest.mark.parametrize(
    "answer", ["", "none", "[]", '{"events": 3}', '{"events": [', "{}", "[" * 100_000, json.dumps({"events": None})]
)
def test_an_answer_of_another_form_says_what_is_wrong(answer):
    with pytest.raises(AnswerError, match="."):
        read_answer(answer)
