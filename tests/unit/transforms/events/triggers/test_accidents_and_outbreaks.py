"""Crashes, collapses and outbreaks that verbs tell, beside weapons that hit."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "actors"),
    [
        ("A train hit a truck in Rome on Monday, injuring 12 people.", "disaster", {"12 people"}),
        ("A lorry struck a bus on Monday, killing two people.", "disaster", {"two people"}),
        ("Three people were killed after a car hit a tree on Monday.", "disaster", {"Three people"}),
        ("Two women were hit by a tram on Monday.", "disaster", {"Two women"}),
        ("A wall collapsed on Monday, killing three people.", "disaster", {"three people"}),
        ("Two houses collapsed on Monday, killing three people.", "disaster", {"three people"}),
        ("A plane skidded off the runway in Norway on Monday.", "disaster", {"Norway"}),
        ("A jet overshot the runway in Norway on Monday.", "disaster", {"Norway"}),
        ("Cholera killed 12 people in Norway on Monday.", "disaster", {"12 people", "Norway"}),
        ("Measles infected 12 children on Monday.", "disaster", {"12 children"}),
        ("A shell hit a market on Monday, killing six people.", "attack", set()),
        ("A projectile struck a tanker on Monday.", "attack", set()),
        ("A stray bullet struck a boy on Monday.", "attack", {"boy"}),
        ("A Norwegian plane struck a bridge in Malta on Monday.", "attack", {"Norway"}),
        ("Three lawmakers were hurt after flares were thrown into the hall on Monday.", "attack", set()),
        ("Heavy fighting was reported in Malta on Monday.", "attack", set()),
        ("Clashes occurred at the border on Monday.", "attack", set()),
        ("Norwegian forces began offensive operations on Monday.", "attack", {"Norwegian forces"}),
        ("Rebels seize key towns on Monday.", "attack", {"Rebels"}),
        ("Malta and Norway sever diplomatic ties on Monday.", "diplomatic_break", {"Malta", "Norway"}),
    ],
)
def test_what_hits_or_falls_is_an_accident_unless_it_is_a_weapon(text, event_type, actors, mentions_of) -> None:
    (mention,) = (m for m in mentions_of(text) if m["event_type"] in ("attack", "disaster", "diplomatic_break"))
    assert (mention["event_type"], mention["edtf"]) == (event_type, "2023-03-20")
    assert {actor["name"] for actor in mention["actors"]} >= actors


@pytest.mark.parametrize(
    "text",
    [
        "House prices collapsed on Monday.",
        "Shares on Wall Street collapsed on Monday.",
        "Car sales hit a wall on Monday, dealers said.",
        "Borg Shell hit a record profit on Monday.",
        "The virus infected 3,000 computers on Monday.",
        "The drug killed the virus on Monday.",
        "The plant began operations on Monday.",
    ],
)
def test_what_falls_or_is_hit_in_business_is_neither(text: str, mentions_of) -> None:
    assert not [m for m in mentions_of(text) if m["event_type"] in ("attack", "disaster")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The recovery from the earthquake in Norway will take years.", "happened"),
        ("Work on repairs after the earthquake in Norway will be done by soldiers.", "happened"),
        ("A storm will hit Norway on Friday.", "planned"),
    ],
)
def test_what_will_be_done_about_an_accident_does_not_make_it_one_to_come(text, status, mentions_of) -> None:
    assert {m["status"] for m in mentions_of(text) if m["event_type"] == "disaster"} == {status}
