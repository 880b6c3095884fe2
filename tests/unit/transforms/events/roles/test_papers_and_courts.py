"""Whose papers and suits are, to whom they are, and what courts only deal with."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        (
            "Figures by Borg Bank on Monday showed employers hired fewer people.",
            "publication",
            {("Borg Bank", "source")},
        ),
        (
            "Karl Borg wrote an open letter to shareholders in Malta on Monday.",
            "publication",
            {("Karl Borg", "source"), ("shareholders", "target")},
        ),
        (
            "The letter from Malta was published by the Norfield Times on Monday.",
            "publication",
            {("Norfield Times", "source")},
        ),
        ("Karl Borg posted a video on YouTube on Monday.", "publication", {("Karl Borg", "source")}),
        ("The plan ran into criticism from Malta on Monday.", "accusation", {("Malta", "source")}),
        ("The plan drew the ire of Malta on Monday.", "accusation", {("Malta", "source")}),
        ("Borg Steel announced the FDA approval of its drug on Monday.", "speech", {("Borg Steel", "speaker")}),
        ("Karl Borg told Maltese television on Monday that the plan was bad.", "speech", {("Karl Borg", "speaker")}),
    ],
)
def test_a_paper_has_those_to_whom_it_is_and_not_those_of_whom_it_tells(
    sentence, event_type, roles, mentions_of, roles_of
):
    assert roles_of(mentions_of(sentence), event_type) == [roles]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("A judge rejected a bid to dismiss a Maltese government lawsuit accusing Borg Bank of fraud.", "Malta"),
        ("On Monday a court heard the union's lawsuit accusing Borg Steel of neglect.", "union"),
    ],
)
def test_in_a_suit_its_owner_accuses_and_not_the_court(sentence, source, mentions_of, roles_of):
    (roles,) = roles_of(mentions_of(sentence), "charge")
    assert [name for name, role in roles if role == "source"] == [source]


@pytest.mark.parametrize(
    ("sentence", "event_type", "names"),
    [
        ("Last month, a Norfield court approved a $5 million settlement of the suit.", "agreement", set()),
        ("The jury found on Monday that it was murder.", "attack", set()),
        ("A judge was charged on Monday with the shooting of his wife.", "attack", {"judge", "his wife"}),
    ],
)
def test_who_judges_takes_no_part_in_deals_and_attacks(sentence, event_type, names, mentions_of):
    found = [item for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert {actor["name"] for item in found for actor in item["actors"]} == names


def test_who_judges_an_occasion_in_a_quotation_was_not_there(mentions_of):
    assert all(not item["actors"] for item in mentions_of('"The summit was a failure," Karl Borg said.'))


def test_who_tells_behind_an_occasion_did_not_take_part_in_it(mentions_of, roles_of):
    text = "Karl Borg asked Anna Vella to wait during the OPEC meeting next week, a source said after they spoke."
    assert roles_of(mentions_of(text), "speech") in ([], [set()])


@pytest.mark.parametrize(("town", "place"), [("Cannes", "Cannes"), ("Oberndorf", None)])
def test_a_meeting_in_a_town_was_in_no_other_place(town, place, mentions_of):
    text = f"Anna Vella spoke to Karl Borg ahead of the G20 meeting in {town} next week, after a summit in Paraguay."
    assert {item["place"] for item in mentions_of(text) if item["start_date"]} == {place}
