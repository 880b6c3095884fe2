"""Other words by which somebody who was named is meant later: trades, bodies, offices once held."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def meant_later(first: str, later: str) -> list[str]:
    text = f"{first} {later}"
    return [actor.name for actor in find_actors(text, split_sentences(text)) if actor.start > len(first)]


@pytest.mark.parametrize(
    ("first", "later", "meant"),
    [
        ("Borg Steel hired 30 people.", "The company sued Malta.", "Borg Steel"),
        ("Borg Steel hired 30 people.", "The steelmaker sued Malta.", "Borg Steel"),
        ("Borg Oil and Vella Energy merged.", "The refiner sued Malta.", "refiner"),
        ("Capital Economics published a paper.", "The firm sued Malta.", "Capital Economics"),
        ("The EU sent food.", "The 27-nation bloc sued Malta.", "European Union"),
        ("The United Nations sent food.", "The world body sued Malta.", "United Nations"),
        ("Human Rights Watch published a report.", "The rights group sued Malta.", "Human Rights Watch"),
        ("Pope Karl visited Oslo.", "The pontiff sued Malta.", "Pope Karl"),
        ("Senator Anna Vella spoke.", "The lawmaker sued Malta.", "Anna Vella"),
        ("Secretary of State Anna Vella flew to Oslo.", "The top diplomat sued Malta.", "Anna Vella"),
    ],
)
def test_a_word_for_the_kind_means_the_only_one_named(first: str, later: str, meant: str) -> None:
    assert meant_later(first, later) == [meant, "Malta"]


@pytest.mark.parametrize(
    ("first", "later", "meant"),
    [
        ("Former president Karl Borg spoke.", "The former president sued Malta.", "Karl Borg"),
        ("Norway's former president, Karl Borg, spoke.", "The ousted leader sued Malta.", "Karl Borg"),
        ("Ex-president Karl Borg spoke.", "The former president sued Malta.", "Karl Borg"),
        ("Norway's ex-president Karl Borg spoke.", "The former president sued Malta.", "Karl Borg"),
        ("Former president Karl Borg spoke.", "The ex-president sued Malta.", "Karl Borg"),
        ("Former president Karl Borg spoke.", "The president sued Malta.", "president"),
        ("Former president Karl Borg spoke.", "A former president sued Malta.", "former president"),
        ("President Karl Borg spoke.", "The former president sued Malta.", "former president"),
        ("Former President Karl Borg met President Anna Vella.", "The president sued Malta.", "Anna Vella"),
    ],
)
def test_who_held_an_office_once_is_not_who_holds_it(first: str, later: str, meant: str) -> None:
    assert meant_later(first, later) == [meant, "Malta"]


def test_groups_that_were_something_once_act() -> None:
    text = "Ex-soldiers condemned the raid. An ex-policeman condemned it, too."
    assert [a.name for a in find_actors(text, split_sentences(text)) if not a.pronoun] == [
        "Ex-soldiers",
        "ex-policeman",
    ]
