"""What only brings news: announcements of events, headlines that stand twice, outlets behind them."""

import pytest

HEADLINE = "Two Brothers Jailed for Robbing Norfield Bank"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Malta announced on Monday that it will send troops to Norfield.", {"deployment"}),
        ("The ministry announced on Monday it will send troops to Norfield.", {"deployment"}),
        ("Malta announced the arrest of two generals on Monday.", {"arrest"}),
        ("Malta announced plans on Monday to hold a referendum.", {"election"}),
        ("The minister announced on Monday that schools would open.", {"speech"}),
        (
            "The minister announced on Monday that schools would open, as rebels attacked a village.",
            {"speech", "attack"},
        ),
        ("Malta announced a new school plan at a news conference on Monday.", {"speech"}),
        ("The arrest of Karl Borg was announced by the minister on Monday.", {"arrest", "speech"}),
    ],
)
def test_an_announcement_of_an_event_is_that_event(text: str, types: set[str], mentions_of) -> None:
    assert {item["event_type"] for item in mentions_of(text)} == types


@pytest.mark.parametrize("first", [HEADLINE, f"{HEADLINE} - Norfield Times", f"{HEADLINE} | Norfield Times"])
def test_a_headline_that_stands_twice_tells_once(first: str, mentions_of) -> None:
    text = f"{first}\n\n{HEADLINE}\n\n{HEADLINE}\n\nA judge spoke on Monday."
    assert [item["trigger_start"] for item in mentions_of(text) if item["event_type"] == "verdict"] == [
        text.index("Jailed")
    ]


def test_sentences_that_stand_twice_are_told_twice(mentions_of) -> None:
    text = "Rebels killed two men on Monday. Nobody said why. Rebels killed two men on Monday."
    assert len(mentions_of(text)) == 2


@pytest.mark.parametrize("outlet", ["- Norfield District Attorney", "| Reuters", "- Office of the Attorney General"])
def test_the_outlet_behind_a_headline_takes_no_part(outlet: str, mentions_of) -> None:
    [verdict] = mentions_of(f"Two brothers convicted of fraud in Malta {outlet}\n\nNothing else is known.")
    assert [(actor["name"], actor["role"]) for actor in verdict["actors"]] == [("Two brothers", "target")]
