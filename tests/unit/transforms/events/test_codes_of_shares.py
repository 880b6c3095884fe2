"""Codes of shares behind the names of firms, which stand between a subject and its verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Shares rose as Norfield Group ( NRF.L ) agreed to buy Vella Brands Inc.",
            "agreed",
            {"Norfield Group", "Vella Brands Inc"},
        ),
        (
            "A source said on Monday Norfield Co (NRF.N) agreed to buy Vella Group.",
            "agreed",
            {"Norfield Co", "Vella Group"},
        ),
        (
            "Analysts welcomed the plan and Norfield Co (NRF.N) signed a deal with Vella Group on Monday.",
            "signed",
            {"Norfield Co", "Vella Group"},
        ),
        (
            "Borg Bank said profit fell and Norfield Co (NRF.N) cut 500 jobs.",
            "cut",
            {"Norfield Co"},
        ),
    ],
)
def test_a_firm_with_the_code_of_its_share_is_the_subject_of_a_clause_of_its_own(
    text: str, trigger: str, names: set[str], mentions_of
) -> None:
    found = {item["trigger"]: {actor["name"] for actor in item["actors"]} for item in mentions_of(text)}
    assert found.get(trigger) == names


def test_a_bracket_that_tells_more_still_ends_a_noun_group(mentions_of) -> None:
    text = "Borg Bank praised the plan and the deal (which Norfield Co signed on Monday)."
    assert [item["event_type"] for item in mentions_of(text)] == ["agreement"]
