"""Who threatens and who only is in danger; claims that are called false; alerts, bomb threats and cloudbursts."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("The union threatened to strike on Monday.", "threat", "happened"),
        ("Malta warned Italy that it would retaliate.", "threat", "happened"),
        ("The union warned that a walkout would follow on Monday.", "threat", "happened"),
        ("The school was closed on Monday after a bomb threat.", "threat", "happened"),
        ("The claims are baseless, Karl Borg said on Monday.", "rejection", "happened"),
        ("Karl Borg said on Monday the rumour was false.", "rejection", "happened"),
        ("Authorities declared a red alert on Monday.", "legislation", "happened"),
        ("Malta closes the centre after the government orders its shutdown.", "legislation", "happened"),
        ("A cloudburst killed 65 people in Malta on Monday.", "disaster", "happened"),
    ],
)
def test_threats_denials_and_alerts_are_told_in_many_words(text, event_type, status, mentions_of) -> None:
    assert (event_type, status) in {(mention["event_type"], mention["status"]) for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The spill is threatening to eclipse the leak of 1989 as the worst disaster.", "threat"),
        ("The states were embroiled in a row which threatened to delay the measures.", "threat"),
        ("The storm threatened to hit the coast on Monday.", "threat"),
        ("Norfield Coal warned last week that its profits could slide if prices stayed low.", "threat"),
        ("Karl Borg warned that more such cases were to be expected.", "threat"),
        ("The group warned that the cuts will hurt pensioners.", "threat"),
        ("The government of Malta was voted out in May.", "vote"),
    ],
)
def test_what_only_endangers_threatens_nobody(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}
