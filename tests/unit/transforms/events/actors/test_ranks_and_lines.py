"""Firms that only their rank tells, words that open a line, and whom a court's announcement names."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Norfield Motor Co cut jobs. The No. 3 U.S. automaker sued.", "Norfield Motor Co"),
        ("Norfield Motor Co cut jobs. The world's No. 3 automaker sued.", "Norfield Motor Co"),
        ("Norfield Inc makes arms. The No. 5 defense contractor sued.", "Norfield Inc"),
        ("Norfield Inc and Vella Corp make arms. The No. 5 defense contractor sued.", "defense contractor"),
        ("Q Governor Borg was sentenced.", "Borg"),
    ],
)
def test_a_rank_means_the_one_firm_named_before(text, last) -> None:
    assert names(text)[-1] == last


def test_a_general_meeting_is_nobody() -> None:
    assert names("The Annual General Meeting was held.") == []


def test_he_is_whom_the_sentence_before_identifies(mentions_of, roles_of) -> None:
    text = "Prosecutor Anna Vella identified the defendant as Karl Borg, 23, of Norfield. He was sentenced on Monday."
    assert roles_of(mentions_of(text), "verdict") == [{("Karl Borg", "target")}]
