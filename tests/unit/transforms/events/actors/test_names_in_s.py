"""A firm whose name ends like an owner acts, and is done to, as others do; owners stay owners."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Moody's criticised Greece on Monday.", "accusation", {("Moody's", "source"), ("Greece", "target")}),
        ("On Monday, McDonald's sued Anna Vella.", "charge", {("McDonald's", "source"), ("Anna Vella", "target")}),
        ("Vella’s sued Anna Borg on Monday.", "charge", {("Vella", "source"), ("Anna Borg", "target")}),
        ("Anna Vella sued McDonald's on Monday.", "charge", {("Anna Vella", "source"), ("McDonald's", "target")}),
        ("Standard & Poor's criticised Anna Vella on Monday.", "accusation", {("Standard & Poor", "source"), ("Anna Vella", "target")}),
        ("Bob McDonald's trial began on Monday.", "trial", {("Bob McDonald", "target")}),
        ("The News of the World sued Anna Vella on Monday.", "charge", {("News of the World", "source"), ("Anna Vella", "target")}),
        ("3M sued Anna Vella on Monday.", "charge", {("3M", "source"), ("Anna Vella", "target")}),
        ("On Monday, eBay sued Anna Vella.", "charge", {("eBay", "source"), ("Anna Vella", "target")}),
    ],
)  # fmt: skip
def test_who_takes_part(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]
