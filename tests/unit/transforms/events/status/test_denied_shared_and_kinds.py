"""Talks that are not held, passives that share their "will be", laws signed with pleasure, and kinds of deeds."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Norfield Inc is in talks with Vella Co.", "meeting", "ongoing"),
        ("The report will be shown on Friday and published on Monday.", "publication", "planned"),
        ("Karl Borg will be charged and extradited to Malta.", "arrest", "planned"),
        ("Karl Borg was charged and extradited to Malta on Monday.", "arrest", "happened"),
        ("Today I am pleased to sign the bill into law.", "legislation", "happened"),
        ("Norfield Bank, which won, reported a 23 percent fall in net profit on Monday.", "publication", "happened"),
        ("Norfield Bank, hit by a row, reported a 23 percent fall in net profit on Monday.", "publication", "happened"),
        ("On Monday Karl Borg sexually assaulted a nurse.", "attack", "happened"),
        ("On Monday Karl Borg fatally struck Dan Hill.", "attack", "happened"),
        ("Chief executive Karl Borg said on a call with analysts on Monday it grew.", "call", "happened"),
        ("Karl Borg told the Economic Club of Norfield on Monday that rates rose.", "speech", "happened"),
    ],
)
def test_what_takes_place_has_its_status(text, event_type, status, mentions_of) -> None:
    assert status in [mention["status"] for mention in mentions_of(text) if mention["event_type"] == event_type]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norfield Inc is not currently in talks with Vella Co.", "meeting"),
        ("Attacks on civilians are prohibited under the treaty.", "attack"),
        ("Karl Borg is charged with murder in the commission of kidnapping a nurse.", "attack"),
        ("Polls on Monday showed the party storming to a majority.", "attack"),
        ("Videos captured the two men carrying bricks on Monday.", "arrest"),
        ("According to trial testimony, two gangs met on Monday.", "speech"),
        ("Vella said that, according to the investigation, Karl Borg left on Monday.", "investigation"),
        ("Paramedics found Karl Borg lying unconscious on the floor on Monday.", "accusation"),
        ("Malta is lending Norway its expertise.", "aid"),
        ("I would be glad to sign the bill into law.", "legislation"),
    ],
)
def test_what_is_only_spoken_of_is_no_event(text, event_type, mentions_of) -> None:
    assert event_type not in [mention["event_type"] for mention in mentions_of(text)]
