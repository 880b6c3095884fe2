"""Who was hurt in accidents, and who only hears of, speaks of or names what others did."""

import pytest


def actors_of(mentions, event_type: str) -> list[set[str]]:
    return [{actor["name"] for actor in item["actors"]} for item in mentions if item["event_type"] == event_type]


@pytest.mark.parametrize(
    "text",
    [
        "At least 61 people are killed and 300 others are injured when an earthquake strikes Vella, Chile.",
        "Eighteen people were killed and ten more were injured on Monday in a gas explosion in Rome.",
        "Four people were injured on Monday when a bus overturned in Rome.",
    ],
)
def test_who_was_hurt_in_an_accident_was_not_attacked(text, mentions_of) -> None:
    assert {item["event_type"] for item in mentions_of(text)} == {"disaster"}


@pytest.mark.parametrize(
    "text",
    ["Two people died and four were injured in the fighting on Monday.", "Gunmen injured three people on Monday."],
)
def test_who_was_hurt_in_fighting_was(text, mentions_of) -> None:
    assert {item["event_type"] for item in mentions_of(text)} == {"attack"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Anna Borg discussed the protests in her country.", [set()]),
        ("Anna Borg spoke with alarm over the protests in her home country.", [set()]),
        ("Anna Borg called the protests taking place in Malta a revolution.", [set()]),
        ("Anna Borg told reporters about the protests.", [set()]),
        ("Students told reporters that they joined the protests.", [{"Students"}]),
    ],
)
def test_who_only_speaks_of_a_protest_has_no_part_in_it(text, doers, mentions_of) -> None:
    assert actors_of(mentions_of(text), "protest") == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "President Karl Borg has denied any government role in the massacre in Rome, in which 108 people died.",
            {"108 people"},
        ),
        ("Rebels denied involvement in the attack in Oslo on Monday.", set()),
        ("Rebels claimed responsibility for the attack in Oslo on Monday.", {"Rebels"}),
    ],
)
def test_who_denies_a_part_in_an_attack_has_none(text, doers, mentions_of) -> None:
    assert set().union(*actors_of(mentions_of(text), "attack")) == doers


def test_a_source_with_its_home_is_no_subject(mentions_of) -> None:
    text = "According to the London-based Observatory for Human Rights, a total of 24 civilians died on Monday."
    assert actors_of(mentions_of(text), "death") == [{"24 civilians"}]
