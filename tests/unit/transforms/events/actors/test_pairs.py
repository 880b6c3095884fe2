"""Whom "the two leaders" and "both companies" mean."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta and Italy met in May. The two countries signed a deal.", ["Malta", "Italy", "Malta", "Italy"]),
        ("Malta met Italy in May. The war between the two nations ended.", ["Malta", "Italy", "Malta", "Italy"]),
        ("Anna Berg met Karl Borg. The two leaders spoke.", ["Anna Berg", "Karl Borg", "Anna Berg", "Karl Borg"]),
        ("Vella Inc bought Borg Corp, both companies said.", ["Vella Inc", "Borg Corp", "Vella Inc", "Borg Corp"]),
        ("Malta and Italy met. Both sides agreed.", ["Malta", "Italy", "Malta", "Italy"]),
        (
            "Maltese President Karl Borg met Italian Prime Minister Anna Vella. The two countries agreed.",
            ["Karl Borg", "Anna Vella", "Malta", "Italy"],
        ),
        ("Malta, Italy and Iran met. The two countries agreed.", ["Malta", "Italy", "Iran"]),
        ("Police said the two men were armed.", ["Police", "two men"]),
        ("Malta met Vella Inc. Both companies agreed.", ["Malta", "Vella Inc", "Both companies"]),
        ("Malta and Italy met. Two countries left.", ["Malta", "Italy", "Two countries"]),
    ],
)
def test_two_of_a_kind_are_the_only_two_just_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected
