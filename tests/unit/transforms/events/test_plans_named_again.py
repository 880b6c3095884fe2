"""Nouns that name again what an article has only announced, and what is only hoped, promised or looming."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Anna Vella will travel to Mexico on March 27 and 28. During her visit she will meet President Karl Borg.",
            ("visit", "planned", "2023-03-27/2023-03-28"),
        ),
        (
            "Anna Vella will travel to Mexico on March 27 and 28. The visit includes the signing of two agreements.",
            ("visit", "planned", "2023-03-27/2023-03-28"),
        ),
        (
            "Anna Vella travelled to Mexico on March 20. During her visit she met President Karl Borg.",
            ("visit", "happened", "2023-03-20"),
        ),
        ("Malta will inform the states attending the meeting about its plans.", ("meeting", "planned", None)),
        (
            "Karl Borg discussed preparations for the March 29-30 NATO summit.",
            ("meeting", "planned", "2023-03-29/2023-03-30"),
        ),
        ("Malta informed the states attending the meeting on Monday.", ("meeting", "happened", "2023-03-20")),
        (
            "Norway's promised veto of the resolution next week angered Malta.",
            ("rejection", "planned", "2023-03-27/2023-04-02"),
        ),
    ],
)
def test_what_was_only_announced_stays_planned(text, told, mentions_of) -> None:
    found = [(mention["event_type"], mention["status"], mention["edtf"]) for mention in mentions_of(text)]
    assert told in found
    assert not any(kind == told[0] and status != told[1] for kind, status, _ in found)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Any hope that Karl Borg would resign fell flat on Monday.", "resignation"),
        ("Karl Borg on Monday condemned the inevitable invasion of Malta.", "attack"),
        ("Farmers marched on Monday against the looming invasion of Malta.", "attack"),
    ],
)
def test_what_is_only_hoped_or_feared_is_no_event(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}
