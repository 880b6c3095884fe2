"""Plans of the past that were given up, and nouns for what is still to come."""

import pytest


def _statuses(mentions, event_type):
    return [mention["status"] for mention in mentions if mention["event_type"] == event_type]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Anna Borg planned to visit Norway on Monday but had to cancel.", "visit"),
        ("The minister was to visit Norway last week but had to cancel.", "visit"),
        ("The lecture was supposed to be on Monday, but it had to be put off.", "speech"),
        ("The hearing had been scheduled for Monday but was put off.", "trial"),
        ("The talks were due to start on Monday but never took place.", "meeting"),
        ("The trial was to have begun on Monday.", "trial"),
        ("The union had planned to strike on Monday but called it off.", "protest"),
    ],
)
def test_a_plan_that_was_given_up_did_not_take_place(sentence, event_type, mentions_of) -> None:
    assert _statuses(mentions_of(sentence), event_type) == []


@pytest.mark.parametrize(
    ("sentence", "event_type", "status"),
    [
        ("Anna Borg plans to visit Norway on Friday but will not meet the king.", "visit", "planned"),
        ("The minister was due to arrive in Norway on Friday, but the weather is bad.", "visit", "planned"),
        ("The measures will be set out in an executive order.", "legislation", "planned"),
        ("He will be punished for an attack on a bank.", "attack", "happened"),
        ("The strike comes a week before parliamentary elections.", "election", "planned"),
        ("The visit comes days before a summit of Arab leaders.", "meeting", "planned"),
        ("Norway came under pressure days before a summit of Arab leaders.", "meeting", "happened"),
    ],
)
def test_a_plan_that_stands_is_planned(sentence, event_type, status, mentions_of) -> None:
    assert _statuses(mentions_of(sentence), event_type) == [status]
