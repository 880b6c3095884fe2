"""What becomes of bills, houses and rules in the words of reports: won approval, retook the House, made masks compulsory."""

import pytest


def types(mentions) -> set[str]:
    return {mention["event_type"] for mention in mentions}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("EU leaders approved the package on Monday.", "vote"),
        ("The Bundestag backed the bailout on Monday.", "vote"),
        ("Congress overrode the president's veto on Monday.", "vote"),
        ("The motion was carried on Monday.", "vote"),
        ("The climate bill died in the Senate on Monday.", "vote"),
        ("The bill won committee approval in parliament on Monday.", "vote"),
        ("A Senate committee advanced the bill on Monday.", "vote"),
        ("Democrats retook the House on Monday.", "election"),
        ("Anna Vella took 55 percent of the vote on Monday.", "election"),
        ("Anna Vella was declared the winner of the election on Monday.", "election"),
        ("Voting began in Malta on Monday.", "election"),
        ("Malta eased the lockdown on Monday.", "legislation"),
        ("Malta made masks compulsory on Monday.", "legislation"),
        ("The agency grounded the jets on Monday.", "legislation"),
        ("Malta's ministry faced calls from lawmakers on Monday to resign.", "demand"),
        ('"The raid is unacceptable," Anna Vella said on Monday.', "accusation"),
        ("The raid drew condemnation from Malta on Monday.", "accusation"),
    ],
)
def test_what_becomes_of_it_tells_the_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type in types(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The drug won regulatory approval in parliament's view of the bill on Monday.", "vote"),
        ("Shareholders hold 55 percent of the voting shares since Monday.", "election"),
        ("The airline grounded its jets on Monday.", "legislation"),
        ("Traders made illegal profits on Monday.", "legislation"),
        ("The survey showed on Monday that 36 percent of voters back the candidate.", "election"),
        ("The soldier died in the Senate on Monday.", "vote"),
    ],
)
def test_what_only_sounds_alike_is_no_such_event(text: str, event_type: str, mentions_of) -> None:
    assert event_type not in types(mentions_of(text))
