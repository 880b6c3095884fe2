"""Words of kindred types: studies and inquiries, orders and demands, hearings of courts and of councils."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A new study examined on Monday how rivers flood.", "publication"),
        ("A Norfield University study has analysed the traffic of Valletta.", "publication"),
        ("The Security Council on Monday referred the killings to the International Criminal Court.", "investigation"),
        ("The case was referred to prosecutors on Monday.", "investigation"),
        ("The bill was suspended on Monday.", "legislation"),
        ("The ruling was challenged on Monday at the Court of Appeal.", "trial"),
        ("The unions challenged the decree in the High Court on Monday.", "charge"),
        ("Anna Borg represented Malta at the summit in Norfield on Monday.", "visit"),
        ("Anna Borg made an arrangement with prosecutors on Monday.", "agreement"),
        ("Anna Borg was the keynote speaker at a rally on Monday.", "speech"),
        ("The commission accepted the nomination of Anna Borg on Monday.", "appointment"),
        ("Anna Borg fled Norfield after the outbreak of the war in 2010.", "attack"),
        ("Anna Borg reserved her sharpest criticism on Monday for the mayor.", "accusation"),
        ("The Constitutional Court said on Monday the ban was unlawful.", "verdict"),
        ("The Norfield council held a budget hearing on Monday.", "meeting"),
        ("Anna Borg announced her candidacy on Monday.", "speech"),
        ("Malta turned the offer down on Monday.", "rejection"),
        ("On Monday the council detained two people during protests, following a police raid.", "protest"),
        ("Thousands joined protests by opposition groups on Monday.", "protest"),
    ],
)
def test_the_words_around_a_verb_tell_its_type(text: str, event_type: str, mentions_of) -> None:
    assert event_type in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("In a study published on Monday the university study investigated floods.", "investigation"),
        ("The government adopted the order on Monday to promote voter participation.", "appointment"),
        ("Malta backed an inclusive, negotiated political solution on Monday.", "meeting"),
        ('"The talks failed," said Anna Borg, speaking by phone from Valletta on Monday.', "call"),
        ("Malta approved an arms embargo and bans on travel on Monday.", "legislation"),
        ("A trader offered two million dollars on Monday to anyone who caught the thief.", "aid"),
        ("Anna Borg was crowned Miss Norfield on Monday.", "appointment"),
        ("Anna Borg turned the music down on Monday.", "rejection"),
        ("The regulator held a public hearing on Monday.", "trial"),
        ("Her reason on Monday was to tell city leaders what it takes to live there.", "demand"),
    ],
)
def test_words_that_name_nothing_of_a_kindred_type(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta took the opportunity on Monday to press for the extradition of Anna Borg.", "demand"),
        ("The ministry took action on Monday to impose visa restrictions on Norway.", "sanction"),
    ],
)
def test_what_somebody_takes_the_opportunity_for_is_done(text: str, event_type: str, mentions_of) -> None:
    assert {m["status"] for m in mentions_of(text) if m["event_type"] == event_type} == {"happened"}
