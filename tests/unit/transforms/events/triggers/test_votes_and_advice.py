"""Votes told by what a body voted to do or by its figures, elections by who won them, and advice on what others shall do."""

import pytest


def types(mentions) -> set[str]:
    return {mention["event_type"] for mention in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "The Norfield League voted on Monday to suspend Malta.",
        "Regulators in Malta voted 4-1 on Monday to open the market.",
        "The pilots voted down the offer on Monday.",
        "The amendment was defeated 180-238 on Monday, with many senators voting no.",
        "The bill passed 60-39 on Monday.",
        "A final vote was set for Monday.",
        "The vote on Monday to raise the tax was 11-1.",
        "A procedural vote on Monday decided its fate.",
        "Karl Borg of the central bank dissented on Monday, preferring to hold rates.",
    ],
)
def test_a_vote_is_told_by_what_is_voted_on_or_by_its_figures(text: str, mentions_of) -> None:
    assert "vote" in types(mentions_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norfield defeated Vella 3-1 on Monday to lead the league.",
        "The striker passed 1-2 times near the board on Monday.",
        "Residents voted on Monday to leave the union in a referendum.",
        "The bill passed in March 2012 near the house.",
    ],
)
def test_scores_and_referendums_are_no_votes_of_a_body(text: str, mentions_of) -> None:
    assert "vote" not in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Republicans kept control of the Senate on Monday.", True),
        ("The party retained its majority in parliament on Monday.", True),
        ("Anna Vella defeated Karl Borg in the presidential election on Monday.", True),
        ("Anna Vella defeated Karl Borg in the second round of the tournament on Monday.", False),
        ("Borg kept control of the firm on Monday.", False),
    ],
)
def test_who_wins_or_keeps_a_house_tells_of_an_election(text: str, found: bool, mentions_of) -> None:
    assert ("election" in types(mentions_of(text))) is found


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The panel recommended on Monday that Malta sue the builder.", {"Malta"}),
        (
            "The adviser Anna Vella last week recommended the Security Council refer the case.",
            {"United Nations Security Council"},
        ),
        ("The panel suggested on Monday Malta sell the port.", {"Malta"}),
        ("Norfield insisted on Monday that Malta pay the fine.", {"Malta"}),
    ],
)
def test_whoever_is_advised_to_do_something_is_asked_to(text: str, targets: set[str], mentions_of) -> None:
    mention = next(m for m in mentions_of(text) if m["event_type"] == "demand")
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "target"} == targets


@pytest.mark.parametrize(
    "text",
    [
        "The board recommended the Borg Drilling offer on Monday.",
        "The survey suggested on Monday that banks face losses.",
        "Anna Vella suggested on Monday that they have found a way.",
    ],
)
def test_what_is_praised_or_believed_is_no_demand(text: str, mentions_of) -> None:
    assert "demand" not in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Regulators asked the bank Borg Holdings Inc (BHI.N), on Monday, to raise capital.", {"Borg Holdings Inc"}),
        ("The minister has been pressing Paris since Monday to open the port.", {"France"}),
        ("Anna Vella lobbied Berlin on Monday to open the port.", {"Germany"}),
        ("Ban Ki-moon reiterated a plea to Malta on Monday to end the strike.", {"Malta"}),
    ],
)
def test_whom_a_demand_is_made_of_is_found_beside_brackets_and_days(text: str, targets: set[str], mentions_of) -> None:
    mention = next(m for m in mentions_of(text) if m["event_type"] == "demand")
    assert {actor["name"] for actor in mention["actors"] if actor["role"] == "target"} >= targets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The agency warned Borg Drilling on Monday it would sue.", True),
        ("Borg Drilling warned it would be late on Monday.", False),
        ("Borg Drilling warned investors on Monday it would be late.", False),
    ],
)
def test_a_warning_is_a_threat_to_whom_it_is_told(text: str, found: bool, mentions_of) -> None:
    assert ("threat" in types(mentions_of(text))) is found


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta's treasury asked the union's executive for aid on Monday.", "demand"),
        ('The minister Anna Vella said police "should stay calm" on Monday.', "demand"),
        ("A judge in Malta signed off on the plan of Borg Drilling on Monday.", "verdict"),
        ("Anna Vella was sworn into office on Monday.", "appointment"),
        ("Anna Vella was elected to parliament on Monday.", "election"),
        ("The plan of the ministry was put to a vote on Monday.", "vote"),
        ("Pilots authorized a strike on Monday.", "vote"),
        ("The Norfield League extended the mission by a month on Monday.", "vote"),
        ("Malta ratified new powers of the fund on Monday.", "agreement"),
        ("The member states of the United Nations adopted a new agenda on Monday.", "agreement"),
        ("Anna Vella ignored calls from lawmakers on Monday to resign.", "rejection"),
    ],
)
def test_what_bodies_and_officials_do_is_told_by_its_phrase(text: str, event_type: str, mentions_of) -> None:
    assert event_type in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Anna Vella asked a friend for aid on Monday.", "demand"),
        ("The officials elected to stay on Monday.", "election"),
        ("Anna Vella ignored phone calls from lawmakers on Monday.", "rejection"),
        ("The bank authorized the payment on Monday.", "vote"),
    ],
)
def test_what_nobody_else_decides_is_no_such_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta demanded an end to the raid on Monday.", "demand"),
        ("Malta demanded changes to the plan on Monday.", "demand"),
        ("Malta pushed Norway on Monday to pass the plan.", "demand"),
        ("Malta sought an apology from Norway on Monday.", "demand"),
        ("Malta on Monday gave Norway three months to leave the port.", "demand"),
        ("Malta backed a call for talks on Monday.", "demand"),
        ("Anna Vella heaped scorn on Malta on Monday.", "accusation"),
        ("Anna Vella questioned the sincerity of Malta on Monday.", "accusation"),
        ("Anna Vella called the tax unfair on Monday.", "accusation"),
        ("Malta said on Monday it was prepared to use force.", "threat"),
        ("Malta said on Monday it had nothing to do with the raid.", "rejection"),
        ("Malta said on Monday there was no truth to the report.", "rejection"),
        ("Anna Vella shrugged off the claim on Monday.", "rejection"),
        ("Anna Vella shot down the plan on Monday.", "rejection"),
    ],
)
def test_statements_are_read_from_the_phrases_of_the_press(text: str, event_type: str, mentions_of) -> None:
    assert event_type in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta demanded to know more on Monday.", "demand"),
        ("Traders pushed Malta's yields to new highs on Monday.", "demand"),
        ("The runners pushed themselves to win on Monday.", "demand"),
        ("Rebels shot down a drone of Malta on Monday near the plan.", "rejection"),
    ],
)
def test_pushing_prices_or_oneself_is_no_demand(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in types(mentions_of(text))
