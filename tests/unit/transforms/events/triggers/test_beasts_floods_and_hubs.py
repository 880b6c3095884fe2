"""Words of force, law and office in other senses: shark attacks, flood control, hubs that are inaugurated."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A man was killed in a shark attack near Perth on Monday.", "attack"),
        ("A visit by Karl Borg to Malta on Monday was judged a diplomatic disaster.", "disaster"),
        ("Anna Vella resigned on Monday over the flood control scandal.", "disaster"),
        ("A boat escorting election materials was hit by gunfire on Monday.", "election"),
        ("Norway freed 200 prisoners on Monday, including 20 people serving life sentences.", "verdict"),
        ("Anna Vella inaugurated a new education center in Oslo on Monday.", "appointment"),
        ("Karl Borg insisted on Monday that the firm's promise would last for years.", "demand"),
        ("The government pledged to stop using heavy weapons.", "aid"),
        ("Both princes backed the claim in prepared texts released to journalists on Monday.", "release"),
        ("Malta commemorated its first Genocide Remembrance Day on Monday.", "attack"),
        ("Images shot by a Borg Press photographer on Monday show pelicans.", "attack"),
        ("Tensions were stoked on Monday by air strikes attributed to Norway.", "accusation"),
    ],
)
def test_words_in_other_senses_are_no_events(text, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A man was killed in a shark attack near Perth on Monday.", "death"),
        ("President Karl Borg was re-inaugurated on Monday.", "appointment"),
        ("Malta inaugurated President Karl Borg on Monday.", "appointment"),
        ("Karl Borg insisted on Monday that Norway leave the village.", "demand"),
        ("Malta imposed a 50% surtax on cars on Monday.", "sanction"),
        ("Norway's army eliminated several militants in a raid on Monday.", "attack"),
        ("The Royal Norwegian Air Force struck the port on Monday.", "attack"),
        ("Malta attributed the bombing to rebels on Monday.", "accusation"),
        ("Two trains on a line between Oslo and Bergen in Norfield province, Norway, collide.", "disaster"),
        ("International envoys, among them those of Malta, meet Karl Borg in Mogadishu.", "meeting"),
    ],
)
def test_the_same_words_in_their_own_sense_are_events(text, event_type, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(text)}
