"""Numbers that stand for people without a noun."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Hundreds rallied on Monday.", "protest", {("Hundreds", "source")}),
        ("Dozens were arrested on Monday.", "arrest", {("Dozens", "target")}),
        ("At least 12 were killed on Monday.", "death", {("At least 12", "target")}),
        ("Gunmen killed 12 on Monday.", "attack", {("Gunmen", "source"), ("12", "target")}),
        ("The bombing killed 12 and wounded 30 on Monday.", "attack", {("12", "target"), ("30", "target")}),
        ("More than 200 died on Monday.", "death", {("More than 200", "target")}),
        ("Police arrested 12 men on Monday.", "arrest", {("Police", "source"), ("12 men", "target")}),
        ("Troops attacked at 12 on Monday.", "attack", {("Troops", "source")}),
        ("In 2012 police killed Karl Borg.", "attack", {("police", "source"), ("Karl Borg", "target")}),
    ],
)
def test_a_number_alone_acts_and_suffers(text, event_type, expected, mentions_of, roles_of) -> None:
    assert {pair for roles in roles_of(mentions_of(text), event_type) for pair in roles} == expected


def test_a_year_before_people_is_a_year(mentions_of) -> None:
    assert [mention["edtf"] for mention in mentions_of("In 2012 soldiers killed Karl Borg.")][0] == "2012"


@pytest.mark.parametrize(
    "text",
    [
        "The storm left 13 people dead on Monday.",
        "A bomb blast left 13 people dead on Monday.",
        "The fire left 13 people homeless on Monday.",
        "The flood left 13 people missing on Monday.",
    ],
)
def test_whom_something_left_dead_or_homeless_is_its_target(text, mentions_of) -> None:
    (mention,) = mentions_of(text)
    assert [(actor["name"], actor["role"]) for actor in mention["actors"]] == [("13 people", "target")]
