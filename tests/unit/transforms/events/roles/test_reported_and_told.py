"""Whom a report is of: what was reported to have befallen somebody, what others are told that somebody must do."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "status", "roles"),
    [
        ("Karl Vella was reported arrested on Sunday.", "arrest", "happened", {("Karl Vella", "target")}),
        ("Fifty people have been reported killed.", "death", "happened", {("Fifty people", "target")}),
        (
            "Fifty people were reported killed in an attack by rebels on Sunday.",
            "attack",
            "happened",
            {("Fifty people", "target"), ("rebels", "source")},
        ),
        (
            "Karl Vella was believed arrested by police on Sunday.",
            "arrest",
            "alleged",
            {("Karl Vella", "target"), ("police", "source")},
        ),
        (
            "Three people died in an attack by militants on Sunday.",
            "attack",
            "happened",
            {("Three people", "target"), ("militants", "source")},
        ),
        (
            "Protesters were beaten at the hands of police on Sunday.",
            "attack",
            "happened",
            {("Protesters", "target"), ("police", "source")},
        ),
        (
            "Karl Borg said on a conference call on Sunday that sales had risen.",
            "call",
            "happened",
            {("Karl Borg", "participant")},
        ),
        ("Norfield is under a vicious siege from Borg's forces.", "attack", "happened", {("Borg's forces", "source")}),
        (
            "A man was shot in the commission of a felony on Sunday.",
            "attack",
            "happened",
            {("man", "target")},
        ),
    ],
)
def test_those_of_whom_it_is_reported_take_part(text, event_type, status, roles, mentions_of, roles_of):
    found = mentions_of(text)
    assert [mention["status"] for mention in found if mention["event_type"] == event_type] == [status]
    assert roles_of(found, event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Karl Borg, a former minister, said the companies must decide.",
            "demand",
            {("Karl Borg", "source"), ("companies", "target")},
        ),
        (
            "Karl Borg, mayor of Norfield, told CNN that Malta must leave the union.",
            "demand",
            {("Karl Borg", "source"), ("Malta", "target")},
        ),
        (
            "Malta and Italy must leave the union, Karl Borg said.",
            "demand",
            {("Karl Borg", "source"), ("Malta", "target"), ("Italy", "target")},
        ),
        (
            "Karl Borg told Anna Vella that she must leave.",
            "demand",
            {("Karl Borg", "source"), ("Anna Vella", "target")},
        ),
        (
            "Karl Borg told Anna Vella that Malta had violated the treaty.",
            "accusation",
            {("Karl Borg", "source"), ("Malta", "target")},
        ),
    ],
)
def test_who_must_do_something_or_did_is_the_one_it_concerns(text, event_type, roles, mentions_of, roles_of):
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        (
            "BP officials met with members of Congress in Washington.",
            "meeting",
            {"BP officials", "members of Congress"},
        ),
        ("British officials met with Karl Vella in Paris.", "meeting", {"United Kingdom", "Karl Vella"}),
        ("The regime demanded 30 US dollars a barrel from Karl Borg.", "demand", {"regime", "Karl Borg"}),
        (
            "Norfield World requested a payment on November 25 regional officials said.",
            "demand",
            {"Norfield World", "regional officials"},
        ),
        (
            "PAROLE DENIED FOR WOMAN WHO MURDERED ONE IN 1992 - Norfield County Police",
            "attack",
            {"woman"},
        ),
        ("A drunken driver was arraigned on Sunday.", "trial", {"driver"}),
        ("DRUNKEN DRIVER ARRAIGNED FOR KILLING A PEDESTRIAN", "trial", {"driver"}),
        ("A source briefed on the talks told Reuters on Sunday that they would go on.", "meeting", set()),
        (
            "Government spokesman Karl Borg characterized this weekend's debt talks as vital on Friday.",
            "meeting",
            set(),
        ),
    ],
)
def test_who_only_stands_beside_takes_no_part(text, event_type, names, mentions_of, roles_of):
    assert [{name for name, _ in roles} for roles in roles_of(mentions_of(text), event_type)] == [names]


@pytest.mark.parametrize(
    "text",
    [
        "Trade groups have bombarded regulators with comments.",
        "Norfield Corp occupied 4 million square feet in the first quarter.",
        "Norfield Corp will attempt to shoot drilling mud into the well.",
        "The public trial of the Norfield browser will be available in May.",
        "Norfield Law is a leading personal injury trial law firm.",
        "She was stating that her address had not changed.",
        "We will use those tools to address the rising prices for the people of Malta.",
        "He stormed out of the government in a row with Karl Borg.",
    ],
)
def test_other_senses_are_no_events(text, mentions_of):
    assert mentions_of(text) == []
