"""Terms in prison that look like dates, offices given by somebody, bodies that a bill passes, what nobody did yet, and words of courts in other senses."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Warren Vella, appointed chief justice by Joseph Borg in 1999, resigned.",
            "appointment",
            {("Warren Vella", "target"), ("Joseph Borg", "source")},
        ),
        (
            "Anna Vella, named finance minister by Joseph Borg in January, has cut spending.",
            "appointment",
            {("Anna Vella", "target"), ("Joseph Borg", "source")},
        ),
        ("The bill passed the Senate on Monday.", "vote", {("Senate", "source")}),
        ("The budget cleared the House on Monday.", "vote", {("House", "source")}),
        ("Joseph Borg received 12 years in prison on Monday.", "verdict", {("Joseph Borg", "target")}),
        (
            "The judge gave Joseph Borg 12 years on Monday.",
            "verdict",
            {("judge", "source"), ("Joseph Borg", "target")},
        ),
        (
            "Prosecutors put Joseph Borg under formal investigation on Monday.",
            "investigation",
            {("Prosecutors", "source"), ("Joseph Borg", "target")},
        ),
        ("Joseph Borg is facing criminal and civil charges.", "charge", {("Joseph Borg", "target")}),
        ("The ousting of President Joseph Borg on Monday led to riots.", "resignation", {("Joseph Borg", "target")}),
    ],
)
def test_who_did_it_and_to_whom(text, event_type, roles, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{(actor["name"], actor["role"]) for actor in mention["actors"]} for mention in found] == [roles]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Tom Borg is the seventh former employee of the fund to be charged in the case.", "charge"),
        ("Anna Vella was the tenth person to be arrested in the affair.", "arrest"),
    ],
)
def test_whoever_is_one_of_a_row_has_suffered_it(text, event_type, mentions_of) -> None:
    assert [m["status"] for m in mentions_of(text) if m["event_type"] == event_type] == ["happened"]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("President Anna Vella has held off signing the bill into law.", "legislation"),
        ("The governor put off signing the bill on Monday.", "legislation"),
        ("The governor refrained from signing the bill on Monday.", "legislation"),
        ("Borg and Vella will leave the campaign trail on Monday.", "resignation"),
        ("The United States released $300 million on Monday to help the Norwegian people.", "release"),
        ("The officer was treated and released on Monday.", "release"),
        ("The law sets out how members of parliament will be elected.", "appointment"),
        ('The court dealt with the "one man one vote" cases of 1962.', "vote"),
        ("The firm received 12 months of funding on Monday.", "verdict"),
        ("In the judge's time, bonds traded at 900 won in the near term.", "election"),
        ("Anna Vella was made aware on Monday of what the chief had said.", "appointment"),
        ("The decision was made on Monday by the director.", "appointment"),
        ("The minister left the prison on Monday after a visit.", "release"),
        ("He put forward the idea to the minister on Monday.", "appointment"),
        ("The executives left for Rome on Monday.", "resignation"),
        ("The executives left the meeting on Monday.", "resignation"),
        ("A company was formed by the government on Monday.", "appointment"),
        ("Malta's accession to the EU was welcomed by the president on Monday.", "appointment"),
        ("Joseph Borg passed judgment on the book on Monday.", "verdict"),
        ("Searches for the name of the bank rose on Monday.", "investigation"),
        ("The jury convicted Karl Borg on Monday of two counts of murder.", "charge"),
    ],
)
def test_the_same_words_tell_of_none(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("Congress passed the law in response to the 2007-2009 financial crisis.", "legislation", None),
        ("Congress passed the law after the 1997–1999 slump.", "legislation", None),
        ("Parliament passed the 2023-2024 budget on Monday.", "legislation", "2023-03-20"),
    ],
)
def test_years_joined_before_a_noun_are_those_of_the_noun(text, event_type, edtf, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == [edtf]
