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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norfield Bank hired former Vella Bank ( VEL.N ) executive Karl Borg as head of insurance on Monday.",
            {"Norfield Bank", "Karl Borg"},
        ),
        (
            "Norfield Bank will appoint Vella Inc (VEL.N) executive Karl Borg as its new chief executive.",
            {"Norfield Bank", "Karl Borg"},
        ),
        (
            "Norfield Bank has hired Vella Bank's ( VEL.N ) Asia banking head Anna Borg.",
            {"Norfield Bank", "Anna Borg"},
        ),
    ],
)
def test_a_firm_with_the_code_of_its_share_only_describes_whoever_is_named_behind_it(
    text: str, names: set[str], mentions_of
) -> None:
    found = [
        {actor["name"] for actor in item["actors"]} for item in mentions_of(text) if item["event_type"] == "appointment"
    ]
    assert found == [names]
