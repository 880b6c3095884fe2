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
