"""What a verb only judges, whose name a word is, and what only sounds like an event."""

import pytest

MONDAY = "2023-03-20"  # the texts are published on Tuesday 21 March 2023


@pytest.mark.parametrize("verb", ["described", "defended", "labelled", "commented on", "recalled", "reacted to"])
def test_who_speaks_of_a_thing_gives_it_neither_day_nor_doer(verb, mentions_of, roles_of) -> None:
    told = mentions_of(f"President Karl Borg on Monday {verb} the arrest of the editor as needed.")
    [arrest] = [mention for mention in told if mention["event_type"] == "arrest"]
    assert arrest["start_date"] is None
    assert roles_of(told, "arrest") == [{("editor", "target")}]


def test_who_does_a_thing_gives_it_both(mentions_of, roles_of) -> None:
    told = mentions_of("President Karl Borg on Monday announced the arrest of the editor.")
    assert [str(mention["start_date"]) for mention in told if mention["event_type"] == "arrest"] == [MONDAY]
    assert ("Karl Borg", "source") in roles_of(told, "arrest")[0]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        # a word that has its capital elsewhere is a name at the beginning of a sentence, too
        (
            "Officials met Zentaq staff on Friday. Zentaq will appoint a consultant in May.",
            "appointment",
            {("Zentaq", "source"), ("consultant", "target")},
        ),
        ("The board appointed Karl Borg chairman on Monday.", "appointment", {("board", "source"), ("Karl Borg", "target")}),
        ("Anna Berg was named Norfield Steel chief executive on Monday.", "appointment", {("Anna Berg", "target")}),
        ("Gunmen abducted about 160 Christians on Monday.", "attack", {("Gunmen", "source"), ("about 160 Christians", "target")}),
        (
            "Chelsey Capital and Jasper Capital were charged with fraud on Monday.",
            "charge",
            {("Chelsey Capital", "target"), ("Jasper Capital", "target")},
        ),
        ("In a TV interview on Monday, Davut said it must stop.", "speech", {("Davut", "speaker")}),
        ("Norfield named Jan du Plessis as chairman on Monday.", "appointment", {("Norfield", "source"), ("Jan du Plessis", "target")}),
        ("Seven OPEC+ members agreed on Monday to raise output.", "agreement", {("Seven OPEC+ members", "participant")}),
        ("The environment ministers met on Monday in Bern.", "meeting", {("environment ministers", "participant")}),
        ("The Texas government issued a decree on Monday.", "legislation", {("Texas government", "source"), ("United States", "source")}),
        ("Greece's bailout was approved on Monday.", "aid", {("Greece", "target")}),
        ("Karl Borg resigned on Monday over the scandal surrounding Anna Waugh.", "resignation", {("Karl Borg", "source")}),
        ("A witness testified against the mayor on Monday.", "speech", {("witness", "speaker")}),
    ],
)  # fmt: skip
def test_who_takes_part(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The call will be held on Monday, October 14, at 7pm CT.", "speech"),
        ("The board denied parole for the convicted killer on Monday.", "release"),
        ("A senator named Gaylord Nelson proposed the day in 1970.", "appointment"),
        ("Gold slipped on Monday after a robust rally last week.", "protest"),
        ("The two firms battled for control of the miner in 2008.", "attack"),
        ("Investors are resigned to losses, analysts said on Monday.", "resignation"),
        ("The drug has demonstrated remarkable efficacy, Norfield said on Monday.", "protest"),
        ("The actor was nominated for an Oscar on Monday.", "appointment"),
        ("The minister won a vote of confidence on Monday.", "election"),
        ("The firm scrapped plans to buy its rival.", "agreement"),
    ],
)
def test_what_only_sounds_like_an_event(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("The president on Monday declared that a major disaster exists in Oklahoma.", "legislation", MONDAY),
        ("The president on Monday ordered federal assistance to help the state.", "aid", MONDAY),
        ("The judge resentenced Karl Borg on Monday.", "verdict", MONDAY),
        ("Fighting broke out in the north on Monday.", "attack", MONDAY),
        ("Troops crossed the border on Monday.", "attack", MONDAY),
        ("At its meeting of 7 May 2005, the Federal Council appointed Anna Berg ambassador.", "appointment", "2005-05-07"),
        ("With today's action, the Treasury sanctioned two firms.", "sanction", "2023-03-21"),
        ("A court convicted Karl Borg, the man behind an attack in Norfield, East Malta, Malta on March 3, of murder.", "attack", "2023-03-03"),
    ],
)  # fmt: skip
def test_the_day_of_what_is_told(text, event_type, day, mentions_of) -> None:
    assert {str(mention["start_date"]) for mention in mentions_of(text) if mention["event_type"] == event_type} == {day}


def test_an_apposition_gives_its_day_to_the_attack_alone(mentions_of) -> None:
    text = "A court convicted Karl Borg, the man behind an attack in Norfield, East Malta, Malta on March 3, of murder."
    assert [mention["start_date"] for mention in mentions_of(text) if mention["event_type"] == "verdict"] == [None]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The minister denied having met Karl Borg on Monday.", "meeting", ["denied"]),
        ("The army on Monday denied killing 12 villagers in Malta.", "attack", ["denied"]),
        ("The concert will clash with the continuing trial of Karl Borg.", "trial", ["ongoing"]),
    ],
)
def test_what_is_denied_and_what_goes_on(text, event_type, expected, mentions_of) -> None:
    assert [mention["status"] for mention in mentions_of(text) if mention["event_type"] == event_type] == expected
