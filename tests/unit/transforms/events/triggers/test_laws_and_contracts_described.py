"""Laws and contracts that a participle tells of: "a law passed last year that bans it"."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("Anna Vella wants to change a law passed last year that bans the sale.", "legislation", "2022"),
        ("Anna Vella fought a bill signed last month banning the sale.", "legislation", "2023-02"),
        ("The bank spent it under a rescue program enacted in October to help farms.", "legislation", "2022-10"),
        ("Malta enacted a new set of building codes on Monday.", "legislation", "2023-03-20"),
        ("Malta issued a new drilling moratorium on Monday.", "legislation", "2023-03-20"),
        ("The bank amended the regulation last year.", "legislation", "2022"),
        ("Anna Vella named the price in a contract signed with Borg Drilling last year.", "agreement", "2022"),
        ("Malta broke an accord reached last year with Norway.", "agreement", "2022"),
    ],
)
def test_what_is_made_has_the_day_of_its_making(text: str, event_type: str, edtf: str, mentions_of) -> None:
    assert [m["edtf"] for m in mentions_of(text) if m["event_type"] == event_type] == [edtf]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Sales of homes, based on contracts signed in February, fell on Monday.", "agreement"),
        ("It is too early to say that any contract was signed with Borg Drilling last year.", "agreement"),
        ("Children enacted a scene on Monday.", "legislation"),
        ("Tightened regulation hurt the bank on Monday.", "legislation"),
    ],
)
def test_what_only_looks_made_is_no_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in {m["event_type"] for m in mentions_of(text)}
