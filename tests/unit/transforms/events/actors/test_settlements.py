"""Names that only "the town of" tells to be places: nobody captures a person there."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops captured the town of Ben Jalawi.", ["Troops"]),
        ("Troops captured the towns of Ayn Darwish and Sarrat.", ["Troops"]),
        ("Troops captured the villages of Tal Berg, Anna Marouf and Tell Hamid.", ["Troops"]),
        ("Rebels entered the port city of Karl Berg on Monday.", ["Rebels"]),
        ("Troops captured the town of Ben Jalawi and Karl Borg fled.", ["Troops", "Karl Borg"]),
        ("Borg met the mayor of the town of Ben Jalawi, Anna Vella, on Monday.", ["Anna Vella"]),
        ("Troops captured the Tal Berg crossing.", ["Troops"]),
        ("Troops captured the Al-Berg field.", ["Troops"]),
        ("Troops captured towns, and Anna Borg fled.", ["Troops", "Anna Borg"]),
    ],
)
def test_whatever_a_town_is_called_is_no_actor(text: str, names: list[str]) -> None:
    found = [item.name for item in find_actors(text, split_sentences(text))]
    assert [name for name in found if name not in ("Borg", "mayor")] == names


def test_troops_capture_towns_with_names_like_persons(mentions_of, roles_of) -> None:
    found = mentions_of("Government troops captured the towns of Ayn Darwish and Sarrat on Monday.")
    assert roles_of(found, "attack") == [{("Government troops", "source")}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karl Borg, 30, Mission Norfield, was found guilty on Monday.", ["Karl Borg"]),
        ("Anna Vella, 41, Fort Norfield, was sentenced on Monday.", ["Anna Vella"]),
        ("Karl Borg, 22, of Lake Norfield, was arrested on Monday.", ["Karl Borg"]),
        ("Karl Borg, 22, Anna Vella, 30, and Joe Dalli, 33, were jailed.", ["Karl Borg", "Anna Vella", "Joe Dalli"]),
        ("Karl Borg, 52, Chairman of Norfield Bank, resigned.", ["Karl Borg", "Chairman of Norfield Bank"]),
        ("Karl Borg, 52, Norfield Police, resigned on Monday.", ["Karl Borg", "Norfield Police"]),
        ("Karl Borg, 52, Norfield Energy Inc, resigned on Monday.", ["Karl Borg", "Norfield Energy Inc"]),
    ],
)
def test_capitals_between_an_age_and_a_comma_are_a_home(text: str, names: list[str]) -> None:
    assert [item.name for item in find_actors(text, split_sentences(text))] == names
