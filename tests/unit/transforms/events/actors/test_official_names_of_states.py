"""States by the names that they give themselves, and their offices."""

from datetime import date

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kingdom of Norway signed it.", ["Norway"]),
        ("The Portuguese Republic signed it.", ["Portugal"]),
        ("The Republic of the Philippines signed it.", ["Philippines"]),
        ("The Arab Republic of Egypt signed it.", ["Egypt"]),
        ("The People's Republic of China signed it.", ["China"]),
        ("The Democratic People’s Republic of Korea signed it.", ["North Korea"]),
        ("The Republic of China signed it.", ["Taiwan"]),
        ("The Republic of Korea signed it.", ["South Korea"]),
        ("The Dominican Republic signed it.", ["Dominican Republic"]),
        ("The president of the Hellenic Republic spoke.", ["president of the Hellenic Republic"]),
        ("Greek President Karl Borg spoke. The president of the Hellenic Republic left.", ["Karl Borg", "Karl Borg"]),
    ],
)  # fmt: skip
def test_the_official_name_of_a_state_is_one_name(text: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(text, split_sentences(text))][: len(names)] == names


def test_who_holds_an_office_may_be_told_by_the_headline_alone() -> None:
    text = "The president of the Hellenic Republic left. The Swiss president left."
    found = find_actors(text, split_sentences(text), "Greek president Karl Borg in Bern on official visit")
    assert [actor.name for actor in found] == ["Karl Borg", "Swiss president"]


def test_an_office_of_a_state_gives_no_place(mentions_of) -> None:
    [mention] = mentions_of("The prime minister of the Republic of Ghana met Karl Borg.", published=date(2023, 3, 21))
    assert mention["place"] is None
