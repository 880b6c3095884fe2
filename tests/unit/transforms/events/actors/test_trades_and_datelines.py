"""Names behind a nationality and a trade, and reports that open with an agency alone."""

import pytest

from transforms.events.actors import find_actors
from transforms.events.texts.sentences import split_sentences


def names(text: str) -> list[str]:
    return [actor.name for actor in find_actors(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta sued Finnish phone maker Norfield.", ["Malta", "Norfield"]),
        ("Malta fined German carmaker Norfield.", ["Malta", "Norfield"]),
        ("Malta hired U.S. planemaker Norfield.", ["Malta", "Norfield"]),
        ("Malta sued French oil and gas group Norfield Plc.", ["Malta", "Norfield Plc"]),
        ("Malta sued German trading firm Borg Vella.", ["Malta", "Borg Vella"]),
        ("It took a stake in Swiss group Norfield.", ["Norfield"]),
        ("Malta met Russian gas giant Norfield's chief.", ["Malta", "Norfield's chief"]),
        ("Malta sued Dutch developer Anna Berg.", ["Malta", "Anna Berg"]),
        ("Vella Inc and Finnish brewer Norfield merged.", ["Vella Inc", "Norfield"]),
        ("The French bank sued Vella Inc.", ["French bank", "Vella Inc"]),
        ("A French report said Norfield failed.", ["France", "Norfield"]),
    ],
)
def test_a_nationality_and_a_trade_before_a_name_are_no_actors_beside_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "opening", ["(Reuters) - ", "(AP) — ", "Reuters - ", "LONDON (Reuters) - ", "GENEVA, Feb. 6 (AFP) -- "]
)
def test_an_agency_that_opens_a_report_is_nobody_whom_a_pronoun_means(opening: str) -> None:
    assert names(f"{opening}Malta spoke. On Monday it agreed.") == ["Malta", "Malta"]


def test_the_state_of_a_named_firm_is_not_where_it_acts(mentions_of) -> None:
    found = mentions_of("The commission fined U.S. chipmaker Norfield on Monday.")
    assert [mention["place"] for mention in found] == [None]
