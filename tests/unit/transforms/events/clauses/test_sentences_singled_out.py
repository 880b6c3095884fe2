"""Clauses cut at unusual places: "It was Malta that", "decided, after a long debate, to", names that end like verbs of saying."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "source"),
    [
        ("It was Malta that visited Oslo on Monday.", "visit", "Malta"),
        ("It was Maltese police that arrested Anna Vella on Monday.", "arrest", "Maltese police"),
        ("By rejecting the peace offer on Monday, Malta angered many.", "rejection", "Malta"),
        ("By signing the trade agreement on Monday, Karl Borg angered many.", "agreement", "Karl Borg"),
        (
            "Borg Water paid for the spill in Flint, Michigan, United States, but refused on Monday to admit it.",
            "rejection",
            "Borg Water",
        ),
        ("The law, approved unanimously by the Senate on Monday, is strict.", "vote", "Senate"),
    ],
)
def test_who_did_it_stands_elsewhere_than_right_before_the_verb(sentence, event_type, source, mentions_of):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == event_type)
    assert str(mention["start_date"]) == "2023-03-20"
    assert source in [actor["name"] for actor in mention["actors"] if actor["role"] != "target"]


def test_behind_it_was_clear_that_nobody_is_singled_out(mentions_of):
    found = mentions_of("It was clear that banned groups attacked Norfield on Monday.")
    assert [item["event_type"] for item in found] == ["attack"]


def test_what_is_decided_behind_an_aside_is_planned(mentions_of):
    found = mentions_of("Malta decided on Monday, after a long week, to recall its ambassador.")
    assert [(item["event_type"], item["status"]) for item in found] == [("diplomatic_break", "planned")]
