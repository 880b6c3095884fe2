"""Firms that are named by what they make or sell, and who is of the euro zone."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "names"),
    [
        ("The candy maker agreed on Monday to buy Vella Foods.", "agreement", {"candy maker", "Vella Foods"}),
        (
            "The pension fund agreed to give up its claim against Vella Bank.",
            "agreement",
            {"pension fund"},
        ),
        ("The restaurant chain sold a 50 percent stake in the venture.", "agreement", {"restaurant chain"}),
        ("Karl Borg urged euro zone governments on Monday to act.", "demand", {"Karl Borg", "euro zone governments"}),
        ("Euro zone leaders agreed on Monday to give Malta a loan.", "agreement", {"Euro zone leaders", "Malta"}),
        ("The euro zone agreed on Saturday to lend more money.", "agreement", set()),
        ("All rival exchanges agreed to halt trading on Monday.", "agreement", set()),
    ],
)
def test_who_takes_part_is_named_by_kind(text: str, event_type: str, names: set[str], mentions_of) -> None:
    found = [
        {actor["name"] for actor in item["actors"]} for item in mentions_of(text) if item["event_type"] == event_type
    ]
    assert found == [names]


@pytest.mark.parametrize(
    "text",
    [
        "The euro zone crisis threatens to topple the government.",
        "Most experts in the euro zone agreed on the need for change.",
        "A passenger plane made in the euro zone is expensive.",
    ],
)
def test_what_is_only_in_the_euro_zone_does_nothing(text: str, mentions_of) -> None:
    assert mentions_of(text) == []
