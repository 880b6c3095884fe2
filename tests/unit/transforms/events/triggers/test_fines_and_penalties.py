"""Fines and sanctions told by a participle behind them, and other verbs by which they are given."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "start", "roles"),
    [
        ("It is double the fine levied on Borg Oil in February.", "2023-02-01", {("Borg Oil", "target")}),
        ("The book is about fines imposed in 2005 over late payments.", "2005-01-01", set()),
        ("Malta holds assets under sanctions imposed on Norway in 2011.", "2011-01-01", {("Norway", "target")}),
        ("The sanctions imposed in February against Norway hurt trade.", "2023-02-01", {("Norway", "target")}),
        (
            "Borg Oil is appealing against a record fine imposed by the Norfield Commission.",
            None,
            {("Norfield Commission", "source")},
        ),
        ("A fine was slapped on Borg Oil and Vella Corp over the blast.", None, {("Borg Oil", "target")}),
        ("The fine was issued for breaches of safety at the plant.", None, set()),
        ("Malta was handed a similar fine of 15 million euros.", None, {("Malta", "target")}),
        (
            "The Norfield Commission handed Borg Oil a record fine on Monday.",
            "2023-03-20",
            {("Norfield Commission", "source"), ("Borg Oil", "target")},
        ),
    ],
)
def test_fines_and_sanctions_are_given_in_many_words(mentions_of, roles_of, sentence, start, roles):
    found = mentions_of(sentence)
    assert [(item["event_type"], item["status"]) for item in found] == [("sanction", "happened")]
    assert str(found[0]["start_date"]) == str(start)
    assert roles <= roles_of(found, "sanction")[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain was handed a ban for two matches of the season.",
        "A death penalty was handed down in the film.",
        "Restrictions imposed on lenders help the poor.",
    ],
)
def test_other_penalties_are_no_sanctions(mentions_of, sentence):
    assert not [item for item in mentions_of(sentence) if item["event_type"] == "sanction"]


def test_a_verb_with_its_object_behind_a_date_is_active(mentions_of, roles_of):
    found = mentions_of("Malta imposed on Monday new sanctions on Norway.")
    assert roles_of(found, "sanction") == [{("Malta", "source"), ("Norway", "target")}]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Borg Oil is being designated pursuant to E.O. 14024.", {"Borg Oil"}),
        ("The two officials are being designated under Executive Order 13936.", {"two officials"}),
        ("Anna Vella was designated for her involvement in the corruption.", {"Anna Vella"}),
        ("Malta and Norway designated Karl Borg on Monday.", {"Malta", "Norway", "Karl Borg"}),
        ("The Department is also designating Borg Shipping, that sold the fuel.", {"Department", "Borg Shipping"}),
    ],
)
def test_who_is_designated_is_sanctioned(mentions_of, roles_of, sentence, names):
    assert names == {name for name, _ in roles_of(mentions_of(sentence), "sanction")[0]}


@pytest.mark.parametrize(
    "sentence",
    [
        "The council designated Borg Oil as a systemic firm on Monday.",
        "Malta designated Karl Borg to lead the mission.",
        "The ministry designated the valley a protected site.",
        "Unesco designated Norfield a heritage site on Monday.",
        "The bay was designated for boats under the plan.",
    ],
)
def test_who_or_what_is_designated_as_something_is_not_sanctioned(mentions_of, sentence):
    assert not [item for item in mentions_of(sentence) if item["event_type"] == "sanction"]
