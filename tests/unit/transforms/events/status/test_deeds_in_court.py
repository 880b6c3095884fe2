"""Deeds that somebody is charged with, tried or sentenced for: what is only alleged, and whose day it is."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "found"),
    [
        ("Karl Borg faces trial tomorrow for stabbing and murdering a nurse.", "attack", []),
        ("Karl Borg will stand trial on Monday for the murder of a nurse.", "attack", [("happened", None)]),
        ("Karl Borg appeared in court on Monday charged with the murder of a nurse.", "attack", [("happened", None)]),
        ("Karl Borg was charged on Monday with murdering Anna Vella in 2009.", "attack", [("alleged", "2009")]),
        ("Prosecutors charged Karl Borg, 32, with shooting a policeman in January.", "attack", [("alleged", "2023-01")]),
        ("Karl Borg is accused of stabbing a nurse on 3 January, killing her.", "attack", [("alleged", "2023-01-03")]),
        ("Karl Borg is accused of robbing and murdering a nurse.", "attack", [("alleged", None)]),
        ("Karl Borg was convicted on Monday of strangling and murdering a nurse.", "attack", [("happened", None)]),
        ("Karl Borg was found guilty of stabbing a nurse on 3 January.", "verdict", [("happened", None)]),
        ("Karl Borg was found guilty of stabbing a nurse on 3 January.", "attack", [("happened", "2023-01-03")]),
        ("Karl Borg was arrested on Monday on charges of fraud.", "charge", []),
        ("Two men will appear in court tomorrow on fraud charges.", "charge", []),
        ("The panel said on Monday in charges against Norfield Inc that it had lied.", "charge", [("happened", "2023-03-20")]),
        ("Prosecutors filed charges against Karl Borg on Monday.", "charge", [("happened", "2023-03-20")]),
    ],
)  # fmt: skip
def test_a_deed_is_not_of_the_day_or_the_certainty_of_its_case(text, event_type, found, mentions_of) -> None:
    assert [(m["status"], m["edtf"]) for m in mentions_of(text) if m["event_type"] == event_type] == found


@pytest.mark.parametrize(
    ("text", "event_type", "status", "roles"),
    [
        ("Prosecutors accused him of killing two women in 2019.", "attack", "alleged", {("two women", "target")}),
        (
            "Malta accused the rebels of kidnapping three soldiers.",
            "attack",
            "alleged",
            {("rebels", "source"), ("three soldiers", "target")},
        ),
        ("Prosecutors accused Norway of orchestrating an arson attack in 2019.", "attack", "alleged", {("Norway", "source")}),
        ("The banker is accused of organising a riot in 2019.", "protest", "alleged", {("banker", "source")}),
        ("The banker was convicted of organising a riot in 2019.", "protest", "happened", {("banker", "source")}),
    ],
)  # fmt: skip
def test_who_accuses_others_of_a_deed_has_no_part_in_it(text, event_type, status, roles, mentions_of) -> None:
    found = next(m for m in mentions_of(text) if m["event_type"] == event_type)
    assert (found["status"], {(actor["name"], actor["role"]) for actor in found["actors"]}) == (status, roles)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Karl Borg allegedly entered the shop and stabbed the owner.", "alleged"),
        ("Karl Borg allegedly entered the shop, took the money and shot the owner.", "alleged"),
        ("Karl Borg, who allegedly entered the shop, shot the owner.", "happened"),
        ("Karl Borg allegedly entered the shop, and a guard shot the owner.", "happened"),
    ],
)
def test_a_verb_that_goes_on_from_an_allegation_is_alleged_too(sentence, status, mentions_of) -> None:
    assert [item["status"] for item in mentions_of(sentence) if item["event_type"] == "attack"] == [status]
