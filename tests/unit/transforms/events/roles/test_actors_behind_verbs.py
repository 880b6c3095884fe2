"""Actors behind a verb or a preposition: agents, objects, those who meet, with what describes them."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Anna Vella was criticised by Norfield's sales chief Karl Borg on Monday.",
            "accusation",
            {("Anna Vella", "target"), ("Karl Borg", "source")},
        ),
        (
            "Anna Vella was criticised by Norfield Bank Managing Officer Karl Borg on Monday.",
            "accusation",
            {("Anna Vella", "target"), ("Karl Borg", "source")},
        ),
        (
            "Anna Vella criticised Norfield Bank banking analyst Karl Borg on Monday.",
            "accusation",
            {("Anna Vella", "source"), ("Karl Borg", "target")},
        ),
        (
            "Anna Vella sued the bank's Maltese president, Karl Borg, on Monday.",
            "charge",
            {("Anna Vella", "source"), ("Karl Borg", "target")},
        ),
        (
            "Anna Vella met with Malta's trade minister Karl Borg and Norfield Corp executive Oleg Waugh on Monday.",
            "meeting",
            {("Anna Vella", "participant"), ("Karl Borg", "participant"), ("Oleg Waugh", "participant")},
        ),
        (
            "Norfield Corp sues analyst Karl Borg on Monday.",
            "charge",
            {("Norfield Corp", "source"), ("Karl Borg", "target")},
        ),
    ],
)
def test_a_firm_or_an_owner_before_a_person_takes_no_part(text: str, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Norfield Bank received a subpoena from the court on Monday.",
            "warrant",
            {("court", "source"), ("Norfield Bank", "target")},
        ),
        ("A subpoena from the court arrived on Monday.", "warrant", {("court", "source")}),
        (
            "Malta's bailout from the International Monetary Fund in October 2008 was costly.",
            "aid",
            {("International Monetary Fund", "source"), ("Malta", "target")},
        ),
        (
            "Norfield Bank received a $3 billion injection from Malta on Monday.",
            "aid",
            {("Malta", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Norfield Bank drew criticism from Karl Borg on Monday.",
            "accusation",
            {("Karl Borg", "source"), ("Norfield Bank", "target")},
        ),
        (
            "Malta accepted a bailout from the European Union and International Monetary Fund on Monday.",
            "aid",
            {("Malta", "target"), ("European Union", "source"), ("International Monetary Fund", "source")},
        ),
    ],
)
def test_what_comes_from_somebody_is_given_by_them(text: str, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Norfield Bank agreed to support two nominees on Monday.", "agreement", {("Norfield Bank", "participant")}),
        (
            "Norfield Bank agreed to buy Vella Corp on Monday.",
            "agreement",
            {("Norfield Bank", "participant"), ("Vella Corp", "participant")},
        ),
        (
            "Norfield Bank agreed to form a venture with Vella Corp on Monday.",
            "agreement",
            {("Norfield Bank", "participant"), ("Vella Corp", "participant")},
        ),
        ("Karl Borg resigned on Monday to advise Vella Corp.", "resignation", {("Karl Borg", "source")}),
    ],
)
def test_whom_a_purpose_is_about_takes_no_part(text: str, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        ("Anna Vella was criticised by ratings agency Norfield on Monday.", "accusation", {"Anna Vella", "Norfield"}),
        ("Anna Vella was criticised by Malta's Norfield on Monday.", "accusation", {"Anna Vella", "Norfield"}),
        ("Anna Vella met with Italian think-tank Norfield on Monday.", "meeting", {"Anna Vella", "Norfield"}),
    ],
)
def test_what_a_firm_is_called_before_its_name_is_no_further_actor(text, event_type, names, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in found] == [names]


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        (
            "Talks between Anna Vella and a Norfield spokesman took place on Monday.",
            "meeting",
            {"Anna Vella", "Norfield spokesman"},
        ),
        (
            "Talks between Anna Vella, a lawyer from Malta, and Karl Borg took place on Monday.",
            "meeting",
            {"Anna Vella", "Karl Borg"},
        ),
        (
            "Talks between Vella and Borg, a unit of Norfield Technologies Corp, took place on Monday.",
            "meeting",
            {"Vella", "Borg"},
        ),
        (
            "Talks between Anna Vella and Karl Borg, director for aviation at global consultancy Norfield, began on Monday.",
            "meeting",
            {"Anna Vella", "Karl Borg"},
        ),
        (
            "Gunmen killed Karl Borg and Oslo-based lawyer Oleg Waugh on Monday.",
            "attack",
            {"Gunmen", "Karl Borg", "Oleg Waugh"},
        ),
        (
            "Anna Vella criticised Karl Borg, the White House's top budget official, on Monday.",
            "accusation",
            {"Anna Vella", "Karl Borg"},
        ),
        (
            "Prosecutors filed charges on Monday against Norfield and rig operator Borg Drilling.",
            "charge",
            {"Prosecutors", "Norfield", "Borg Drilling"},
        ),
        ("Police arrested Karl Borg and a spokesman said on Monday it was right.", "arrest", {"Police", "Karl Borg"}),
    ],
)
def test_a_list_goes_on_over_what_describes_its_actors(text, event_type, names, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in found] == [names]


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        ("Oslo-based Norfield Bank sued Karl Borg on Monday.", "charge", {"Norfield Bank", "Karl Borg"}),
        ("The Oslo, Norway-based company sued Karl Borg on Monday.", "charge", {"Norway-based company", "Karl Borg"}),
        ("Karl Borg was re-elected president of Malta on Monday.", "election", {"Karl Borg"}),
    ],
)
def test_a_hyphened_participle_before_a_noun_is_no_verb(text, event_type, names, mentions_of) -> None:
    found = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert [{actor["name"] for actor in mention["actors"]} for mention in found] == [names]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Vella was sued by Dallas, Texas-based Norfield Corp on Monday.",
        "Anna Vella was sued by Charlotte, North Carolina-based Norfield Corp on Monday.",
        "Charlotte, North Carolina-based Norfield Corp sued Anna Vella on Monday.",
    ],
)
def test_a_firm_s_home_before_its_name_is_no_part_of_it(text: str, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "charge") == [{("Norfield Corp", "source"), ("Anna Vella", "target")}]


def test_the_first_of_two_offices_belongs_to_who_is_named_behind_them(mentions_of, roles_of) -> None:
    text = "Anna Vella was criticised by Norfield Chairman and Chief Executive Karl Borg on Monday."
    assert roles_of(mentions_of(text), "accusation") == [{("Karl Borg", "source"), ("Anna Vella", "target")}]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "An attack on the bank was carried out by rebels on Monday.",
            "attack",
            {("rebels", "source"), ("bank", "target")},
        ),
        (
            "An arrest warrant for Karl Borg was issued by the court on Monday.",
            "warrant",
            {("court", "source"), ("Karl Borg", "target")},
        ),
        (
            "Charges against Karl Borg were later filed by prosecutors.",
            "charge",
            {("prosecutors", "source"), ("Karl Borg", "target")},
        ),
        (
            "The sanctions against Malta imposed by Germany on Monday are harsh.",
            "sanction",
            {("Germany", "source"), ("Malta", "target")},
        ),
        ("A report on talks with Malta was published by Karl Borg on Monday.", "meeting", {("Malta", "participant")}),
        (
            "Malta demanded on Monday that the rebels leave.",
            "demand",
            {("Malta", "source"), ("rebels", "target")},
        ),
        ("Malta demanded on Monday that the prisoners be freed.", "demand", {("Malta", "source")}),
    ],
)
def test_an_agent_stands_behind_the_passive_of_a_noun(text: str, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


def test_whoever_owns_an_arrest_suffers_it_also_where_an_agent_follows(mentions_of, roles_of) -> None:
    text = "Karl Borg will be tried after his arrest by the Immigration Service on Monday."
    assert roles_of(mentions_of(text), "arrest") == [{("Immigration Service", "source"), ("Karl Borg", "target")}]
