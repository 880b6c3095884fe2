"""Occasions on which something is said, and audiences that are addressed."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "names"),
    [
        ("Sales will rise, President Vella said in remarks to a lunch club on Monday.", "speech", {"Vella"}),
        ("Anna Vella said in her first public remarks in months that the war was over.", "speech", {"Anna Vella"}),
        ("Anna Vella told the paper in comments aired on Monday that the war was over.", "speech", {"Anna Vella"}),
        (
            "Anna Vella used the opportunity of her address to Congress on Monday to thank them.",
            "speech",
            {"Anna Vella"},
        ),
        ("President Vella addressed his country on Monday.", "speech", {"Vella"}),
        ("Anna Vella addressed the media on Monday.", "speech", {"Anna Vella"}),
        ("Karl Borg was grilled about the spill by Congress on Monday.", "speech", {"Karl Borg"}),
        (
            "Defence Minister Karl Borg spoke to his Norwegian counterpart Anna Maria Lund Vella on the phone on Monday.",
            "call",
            {"Karl Borg", "Anna Maria Lund Vella"},
        ),
        (
            "President Vella spoke on Monday with the heads of other countries.",
            "call",
            {"Vella", "heads of other countries"},
        ),
        ("Sales will rise, Karl Borg said on Monday at an event in Norfield.", "speech", {"Karl Borg"}),
        ("Sales will rise, Karl Borg said, speaking at a dinner with analysts.", "speech", {"Karl Borg"}),
        ("In a series of speeches on Monday, Karl Borg called them traitors.", "speech", {"Karl Borg"}),
        (
            'Sales will rise," said Karl Borg, chairman of the Norfield Futures Trading Commission, during an interview.',
            "speech",
            {"Karl Borg"},
        ),
    ],
)
def test_what_is_said_on_an_occasion_is_a_speech(mentions_of, sentence, event_type, names):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == event_type)
    assert mention["status"] == "happened"
    assert names <= {actor["name"] for actor in mention["actors"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales will rise, said Anna Vella, director of research at the Norfield Conference Board in Malta.",
        "Sales will rise, said Anna Vella, a manager at Summit Investment Partners.",
        "The number of new addresses on the network fell on Monday.",
        "Borg Oil said in comments on the plan that sales rose.",
        "President Vella spoke on Monday with student leaders.",
        "Karl Borg said in the event of a war the plan would fail.",
        "He bought the house, Karl Borg said from Malta, according to the speech he gave.",
    ],
)
def test_where_no_occasion_is_named_nothing_is_a_speech(mentions_of, sentence):
    found = [item for item in mentions_of(sentence) if item["event_type"] in ("speech", "call")]
    assert [item for item in found if item["trigger"] != "speech"] == []


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Vella told reporters at a briefing that it would pass.", "2023-03-20"),
        ('"It will pass," Vella told a news conference.', "2023-03-20"),
        ('"It will pass," Vella previously told a news conference.', None),
        ('"It will pass," Vella told the court.', None),
    ],
)
def test_what_is_told_to_the_press_is_told_on_the_day_of_the_report(said: str, day: str | None, mentions_of) -> None:
    lead = "Malta's flu is spreading, health officials said on Monday.\nSchools in the north stay shut.\nCarmen Vella is a doctor.\n"
    text = f"{lead}The virus came from the south.\nIt is mild.\n{said}"
    assert {item["edtf"] for item in mentions_of(text) if item["event_type"] == "speech"} == {day}
