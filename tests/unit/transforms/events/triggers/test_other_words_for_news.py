"""News in less usual words: idioms of the press for every kind of event, and where the same words mean something else."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("President Anna Borg set off on Monday on a tour of Africa.", "visit"),
        ("UN inspectors gained access to the plant on Monday.", "visit"),
        ("The cabinet gathered on Monday to discuss the budget.", "meeting"),
        ("Rival factions opened a dialogue in Oslo on Monday.", "meeting"),
        ("Borg Ltd snapped up Vella Corp on Monday for $3 billion.", "agreement"),
        ("Borg Ltd offloaded its Swedish arm to Vella Corp on Monday.", "agreement"),
        ("Norway called its ambassador home on Monday.", "diplomatic_break"),
        ("The British embassy was shut on Monday.", "diplomatic_break"),
        ("The embassy said that its ambassador had been recalled on Monday.", "diplomatic_break"),
        ("Twelve Maltese diplomats were expelled from Norway on Monday.", "diplomatic_break"),
        ("The magazine ran photos of the prince on Monday.", "publication"),
        ("The court papers were unsealed on Monday.", "publication"),
        ("Vella Corp lifted its outlook on Monday.", "publication"),
        ("Lawmakers sought documents from the bank on Monday.", "demand"),
        ("General Karl Borg had harsh words on Monday for his allies.", "accusation"),
        ("The plan came under fire on Monday from unions.", "accusation"),
        ("Karl Borg was booked into jail on Monday on suspicion of fraud.", "charge"),
        ("The fugitive was caught in Oslo on Monday.", "arrest"),
        ("The journalist was picked up by security forces on Monday.", "arrest"),
        ("General Karl Borg was in the dock on Monday.", "trial"),
        ("Jurors cleared the banker on Monday.", "verdict"),
        ("The judge handed down a 10-year term on Monday.", "verdict"),
        ("North Korea detonated a nuclear device on Monday.", "weapons_test"),
        ("Vella Bank announced on Monday the addition of Anna Borg as managing director.", "appointment"),
        ("Anna Borg moved to Norfield Partners on Monday as head of sales.", "appointment"),
        ("Anna Borg will start her new job on January 5.", "appointment"),
        ("A train jumped the tracks on Monday.", "disaster"),
        ("Hurricane Vella slammed the coast on Monday.", "disaster"),
        ("A truck driver ran over a girl on Monday.", "disaster"),
        ("A man driving a van struck two women on Monday.", "disaster"),
        ("Donors came up with $2 billion on Monday.", "aid"),
        ("The EU unblocked funds for the region on Monday.", "aid"),
        ("Norway made it a crime on Monday to insult the king.", "legislation"),
        ("The tax rise kicks in on Monday.", "legislation"),
        ("The last soldiers flew out of the base on Monday.", "withdrawal"),
        ("Anna Borg called it a political ploy on Monday.", "accusation"),
        ("The bodies of two hostages were returned on Monday.", "release"),
        ("The navy flew two jets to the base on Monday.", "deployment"),
        ("On Monday the agency examined the complaints of two patients.", "investigation"),
        ("Gunmen snatched three aid workers on Monday.", "attack"),
    ],
)
def test_idioms_of_the_press_tell_events(sentence, event_type, mentions_of) -> None:
    found = [mention for mention in mentions_of(sentence) if mention["event_type"] == event_type]
    assert len(found) == 1
    assert found[0]["start_date"] is not None


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("A flood of deals hit the market on Monday.", "disaster"),
        ("Hurricane Vella slammed the coast on Monday.", "accusation"),
        ("A motorist ploughed into a crowd on Monday.", "attack"),
        ("Anna Borg moved to Oslo on Monday.", "appointment"),
        ("The magazine ran out of money on Monday.", "publication"),
        ("The troops came under fire on Monday from rebels.", "accusation"),
        ("Shoppers snapped up bargains on Monday.", "agreement"),
        ("The sky cleared on Monday.", "verdict"),
    ],
)
def test_the_same_words_tell_nothing_of_the_kind_elsewhere(sentence, event_type, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(sentence)}
