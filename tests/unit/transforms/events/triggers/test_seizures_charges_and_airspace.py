"""Property taken by states, court appearances, offices given, rules tightened and borders of the air."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The president nationalized two oil fields on Monday.", "sanction"),
        ("Borg Oil was expropriated on Monday.", "sanction"),
        ("Karl Borg was arraigned on Monday.", "trial"),
        ("Borg Steel has taken Malta to international arbitration.", "charge"),
        ("Karl Borg took sole charge of the bank in May 2006.", "appointment"),
        ("Karl Borg was given responsibility for the port on Monday.", "appointment"),
        ("Malta is expected to toughen its gun laws later this year.", "legislation"),
        ("Anna Vella confronted Karl Borg on Monday, claiming that he lied.", "accusation"),
        ("A Norwegian drone violated Maltese airspace on Monday.", "attack"),
        ("Anna Vella, marching in Norfield on Monday for equal rights, praised them.", "protest"),
        ("Karl Borg surrendered to police on Monday.", "arrest"),
        ("Karl Borg surrendered himself on Monday.", "arrest"),
    ],
)
def test_the_words_name_the_event(mentions_of, sentence, event_type):
    assert event_type in [item["event_type"] for item in mentions_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Karl Borg surrendered the dog to clerks on Monday.", "arrest"),
        ('A programme called "Champions for Malta" began on Monday.', "demand"),
        ("Students who dropped out in May were helped.", "resignation"),
        ("Soldiers marched in Norfield on Monday for the anniversary of the army.", "protest"),
    ],
)
def test_the_same_words_of_other_things_do_not(mentions_of, sentence, event_type):
    assert event_type not in [item["event_type"] for item in mentions_of(sentence)]
