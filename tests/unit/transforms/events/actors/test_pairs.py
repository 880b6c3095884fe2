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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta and Norway met in Oslo on Monday. Both condemned the strike.", {"Malta", "Norway"}),
        ("Karl Borg met Anna Vella in Malta on Monday. Both condemned the strike.", {"Karl Borg", "Anna Vella"}),
        ("Karl Borg met Anna Vella in Malta on Monday. The two condemned the strike.", {"Karl Borg", "Anna Vella"}),
        ("Borg Oil met Vella Gas on Monday. Both condemned the strike.", {"Borg Oil", "Vella Gas"}),
        ("Karl Borg, Joe Dalli and Anna Vella met on Monday. Both condemned the strike.", set()),
        ("Malta recalled its envoy on Monday. The country condemned the strike.", {"Malta"}),
        ("The Maltese parliament met on Monday. The country later condemned the strike.", {"Malta"}),
        ("Malta criticised Norway on Monday. The country condemned the strike.", set()),
    ],
)
def test_short_subjects_mean_the_only_ones_of_the_sentence_before(text, expected, mentions_of) -> None:
    (mention,) = (item for item in mentions_of(text) if "condemned" in item["trigger"])
    assert {actor["name"] for actor in mention["actors"]} == expected
