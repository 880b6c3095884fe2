"""Ordinary words and storms that are nobody, whose law takes effect, and whom relative clauses and talks with one side are about."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tougher rules took effect.", []),
        ("Spending cuts took effect.", []),
        ("Gold, which fell, rose again.", []),
        ("Condoleezza Rice spoke. Rice announced a plan.", ["Condoleezza Rice", "Condoleezza Rice"]),
        ("Typhoon Vella hit Malta.", ["Malta"]),
        ("Tropical Storm Ida left Malta.", ["Malta"]),
        ("Hurricane Norfield Plc sued Malta.", ["Hurricane Norfield Plc", "Malta"]),
        ("Malta arrested an Afghan national on Monday.", ["Malta", "Afghan national"]),
        ("Bin collectors in Malta left.", ["Bin collectors", "Malta"]),
        ("Malta freed 11 offshore workers.", ["Malta", "11 offshore workers"]),
        ("The Afghan national army left.", ["Afghan national army"]),
    ],
)
def test_only_those_who_can_act_are_actors(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        ("Anna Berg was confirmed as finance minister on Monday.", "appointment", {("Anna Berg", "target")}),
        ("The firing of Anna Berg on Monday surprised him.", "resignation", {("Anna Berg", "target")}),
        ("Tougher rules for banks took effect on Monday.", "legislation", set()),
        ("Malta's new tax law took effect on Monday.", "legislation", {("Malta", "source")}),
        (
            "The court freed Anna Berg and Karl Borg, both of whom were jailed in May.",
            "arrest",
            {("Anna Berg", "target"), ("Karl Borg", "target")},
        ),
        (
            "Malta freed Anna Berg and Karl Borg, who were detained in May.",
            "arrest",
            {("Anna Berg", "target"), ("Karl Borg", "target")},
        ),
        ("Police saw Anna Berg and Karl Borg, who was detained in May.", "arrest", {("Karl Borg", "target")}),
        ("Police saw six men, one of whom was detained in May.", "arrest", set()),
        (
            "Norfield Inc said negotiations with Vella Corp had failed.",
            "meeting",
            {("Norfield Inc", "participant"), ("Vella Corp", "participant")},
        ),
        ("Officials said negotiations with Italy had failed.", "meeting", {("Italy", "participant")}),
        ("The Norfield Times said negotiations with Italy had failed.", "meeting", {("Italy", "participant")}),
    ],
)
def test_those_whom_a_clause_is_about_take_part(sentence, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(sentence), event_type) == [roles]


def test_shooting_in_a_direction_is_no_dismissal(mentions_of) -> None:
    found = mentions_of("Malta condemned the Italian military firing in the direction of a delegation.")
    assert "resignation" not in {mention["event_type"] for mention in found}


def test_a_word_of_a_persons_name_is_no_place(mentions_of) -> None:
    found = mentions_of("A man was arrested near the home of President Anna Berg Hassan on Monday.")
    assert [mention["place"] for mention in found] == [None]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The claim was denied by Borg Steel, which said it had sued the owners.", "charge", "Borg Steel"),
        ("Karl Borg was criticised by John Vella, who said he had resigned in May.", "resignation", "John Vella"),
        ("Karl Borg was criticised by John Vella, who said that he had resigned in May.", "resignation", "John Vella"),
    ],
)
def test_who_says_in_a_relative_clause_what_he_did_means_himself(text, event_type, expected, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if item["event_type"] == event_type)
    assert [actor["name"] for actor in mention["actors"] if actor["role"] == "source"] == [expected]
