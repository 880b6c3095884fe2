"""Sentences that tell of two events of one type, of which only one has a date."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        (
            "Karl Borg, hired by Norfield Bank in 1979 as a director, will replace Anna Vella as chairman.",
            "appointment",
            [("hired", "1979"), ("replace", None)],
        ),
        (
            "Karl Borg, who joined Norfield Bank as a director in 1979, will succeed Anna Vella.",
            "appointment",
            [("joined", "1979"), ("succeed", None)],
        ),
        (
            "Norfield Inc agreed on Monday to buy Vella Group and will acquire the rest later.",
            "agreement",
            [("agreed", "2023-03-20")],
        ),
        (
            "Anna Borg resigned on Monday, and Karl Vella has quit, too.",
            "resignation",
            [("resigned", "2023-03-20"), ("quit", "2023-03-20")],
        ),
        (
            "Chairman Anna Borg, who resigned over the scandal, will be replaced as chairman in May.",
            "resignation",
            [("resigned", None), ("replaced", "2023-05")],
        ),
        ("Anna Borg met Karl Vella on Monday, and they had a good meeting.", "meeting", [("met", "2023-03-20")]),
    ],
)
def test_an_undated_event_is_told_beside_a_dated_one_where_it_is_another(
    text: str, event_type: str, told: list[tuple[str, str | None]], mentions_of
) -> None:
    found = [(item["trigger"], item["edtf"]) for item in mentions_of(text) if item["event_type"] == event_type]
    assert found == told


def test_each_of_two_deals_has_its_own_parties(mentions_of) -> None:
    text = "Norfield Inc bought Vella Foods in 2010 and Borg Bank bought Arden Airlines in 2010."
    found = [{actor["name"] for actor in item["actors"]} for item in mentions_of(text)]
    assert found == [{"Norfield Inc", "Vella Foods"}, {"Borg Bank", "Arden Airlines"}]


def test_a_verb_that_shares_its_subject_tells_of_no_other_event(mentions_of) -> None:
    text = "Norfield Inc cut its forecast on Monday on demand for Vella Foods and warned of losses on Monday."
    assert [item["event_type"] for item in mentions_of(text)].count("publication") <= 1
