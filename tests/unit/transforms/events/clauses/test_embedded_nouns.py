"""Nouns that only describe a subject have neither its verb's day nor its doers; two subjects joined over an insertion."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected", "edtf"),
    [
        ("Police investigating the murder of Anna Vella arrested a man on Monday.", {("Anna Vella", "target")}, None),
        ("Police investigating the bombing arrested two men on Monday.", set(), None),
        ("A team investigating the massacre met in Oslo on Monday.", set(), None),
        ("The committee investigating the attack will meet on Friday.", set(), None),
        ("Police hunting the gunmen behind the attack met the mayor on Monday.", set(), None),
        ("Rebels launching the attack on Monday fled.", {("Rebels", "source")}, "2023-03-20"),
    ],
)
def test_who_looks_into_an_attack_did_not_do_it(text, expected, edtf, mentions_of, roles_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == "attack"]
    assert (roles_of([found], "attack"), found["edtf"]) == ([expected], edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Borg, who is visiting China, and Anna Vella signed a deal on Monday.", {"Karl Borg", "Anna Vella"}),
        ("Karl Borg, the mayor of Oslo, and the bank signed a deal on Monday.", {"Karl Borg", "bank"}),
        ("Karl Borg, Leon Torres, and Anna Vella signed a deal on Monday.", {"Karl Borg", "Leon Torres", "Anna Vella"}),
    ],
)
def test_two_subjects_are_joined_over_what_is_said_of_one(text, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == "agreement"]
    assert {actor["name"] for actor in found["actors"]} == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("An attack on Malta's army killed nine people on Monday.", "attack", {("nine people", "target"), ("Maltese army", "target")}),
        ("A bombing outside a bank killed five soldiers on Monday.", "attack", {("five soldiers", "target"), ("bank", "target")}),
        ("An attack by rebels on a bank killed nine people on Monday.", "attack", {("rebels", "source"), ("nine people", "target"), ("bank", "target")}),
        ("Six people, including two children, died in a crash on Monday.", "disaster", {("Six people", "target")}),
        ("Police arrested Karl Borg along with Anna Vella on Monday.", "arrest", {("Police", "source"), ("Karl Borg", "target"), ("Anna Vella", "target")}),
        ("Karl Borg, together with Anna Vella, was arrested on Monday.", "arrest", {("Karl Borg", "target"), ("Anna Vella", "target")}),
    ],
)  # fmt: skip
def test_whom_an_attack_is_on_suffers_it_and_all_are_told(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


def test_a_state_that_condemns_an_arrest_is_not_where_it_was(mentions_of) -> None:
    found = mentions_of("Malta, Italy and Spain condemned the arrest of Karl Borg on Monday.")
    assert {mention["place"] for mention in found} == {None}


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Karl Borg faces an investigation.", "investigation", {("Karl Borg", "target")}),
        ("Google faces a probe by the European Commission.", "investigation", {("Google", "target"), ("European Commission", "source")}),
        ("Google is facing a lawsuit from investors.", "charge", {("Google", "target"), ("investors", "source")}),
        ("The army faced an attack on Monday.", "attack", {("army", "target")}),
    ],
)  # fmt: skip
def test_who_faces_something_suffers_it(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]
