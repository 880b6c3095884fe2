"""Texts that are one headline: what they tell in the present is their news."""

import pytest


@pytest.mark.parametrize(
    ("headline", "event_type"),
    [
        ("Vella Inc buys Borg Labs for $3 billion", "agreement"),
        ("Rebels Attack Hotel in Malta", "attack"),
        ("Court jails ex-minister for fraud", "verdict"),
        ("Police arrest five over bank raid", "arrest"),
        ("Norway recalls ambassador from Malta", "diplomatic_break"),
        ("Earthquake hits northern Norway", "disaster"),
        ("Thousands protest in Oslo", "protest"),
        ("Actor Karl Borg dies at 81", "death"),
        ("EU Imposes Sanctions on Malta", "sanction"),
        ("Karl Borg Wins Election in Norway", "election"),
    ],
)
def test_a_headline_alone_tells_news_in_the_present(headline, event_type, mentions_of) -> None:
    (mention,) = [item for item in mentions_of(headline) if item["event_type"] == event_type]
    assert mention["status"] == "happened"
    assert mention["start_date"] is None


@pytest.mark.parametrize(
    "text",
    ["The bank buys bonds.", "Vella Inc buys Borg Labs\nThe shop sells pumps. It opened in the north."],
)
def test_the_present_elsewhere_only_describes(text, mentions_of) -> None:
    assert mentions_of(text) == []
