"""What the verb of a noun, before or behind it, says of whether it took place."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        ("The summit was cancelled on Monday.", "meeting", []),
        ("The summit in Oslo has been postponed.", "meeting", []),
        ("The talks were called off on Monday.", "meeting", []),
        ("The protest was called off on Monday.", "protest", []),
        ("The visit planned for Friday was postponed.", "visit", []),
        ("The talks scheduled for Friday have been called off.", "meeting", []),
        ("Borg cancelled a meeting with Vella planned for Friday.", "meeting", []),
        ("The protest was called by the union on Monday.", "protest", [("happened", "2023-03-20")]),
        ("The trial was postponed until Friday.", "trial", [("planned", None)]),
        ("The trial of Karl Borg is set to begin on Friday.", "trial", [("planned", "2023-03-24")]),
        ("The trial of Karl Borg is to open on Friday.", "trial", [("planned", "2023-03-24")]),
        ("The talks are about to begin.", "meeting", [("planned", None)]),
        ("The attack is to be investigated.", "attack", [("happened", None)]),
        ("The visits to Malta and Norway will centre on trade.", "visit", [("planned", None)]),
        ("The talks between Anna Borg and the minister for trade, John Vella, will focus mainly on fishing.", "meeting", [("planned", None)]),
        ("The visit that Anna Borg made to Malta will focus minds.", "visit", [("happened", None)]),
        ("The deal that followed the meeting in Rome will focus on trade.", "meeting", [("happened", None)]),
        ("Malta is considering a summit in Oslo.", "meeting", []),
        ("Malta is considering air strikes on Norway.", "attack", []),
        ("Police foiled an attack in Oslo on Monday.", "attack", []),
        ("Malta ruled out a ceasefire on Monday.", "ceasefire", []),
        ("Police banned a demonstration in Oslo on Monday.", "protest", []),
        ("Police banned the demonstration in Oslo on Monday.", "protest", []),
        ("The clerics issued a statement on Monday forbidding public protests.", "protest", []),
        ("Police broke up a banned demonstration in Oslo on Monday.", "protest", [("happened", "2023-03-20")]),
        ("Malta called off the elections on Monday.", "election", []),
        ("Malta considered the attack in Oslo an act of war.", "attack", [("happened", None)]),
    ],
)  # fmt: skip
def test_the_verb_of_a_noun_says_whether_it_took_place(text, event_type, told, mentions_of) -> None:
    found = [(item["status"], item["edtf"]) for item in mentions_of(text) if item["event_type"] == event_type]
    assert found == told


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        ("Malta tried to sign an agreement with Norway on Monday.", "agreement", []),
        ("Malta attempted to hold a summit in Oslo on Monday.", "meeting", []),
        ("Malta managed to sign an agreement with Norway on Monday.", "agreement", ["happened"]),
        ("Rebels tried to assassinate Karl Borg on Monday.", "attack", ["happened"]),
    ],
)
def test_what_was_only_tried_did_not_come_about_but_for_force(text, event_type, told, mentions_of) -> None:
    assert [item["status"] for item in mentions_of(text) if item["event_type"] == event_type] == told


@pytest.mark.parametrize(
    ("sentence", "event_type", "status"),
    [
        ("The envoy said on Monday that the talks would resume on Friday.", "meeting", "planned"),
        ("Prosecutors said the trial would begin in October.", "trial", "planned"),
        ("The visit would take place on Friday, an aide said.", "visit", "planned"),
        ("The envoy said the next round of talks would be held in Oslo on Friday.", "meeting", "planned"),
        ("Karl Borg said Wednesday's attacks on marchers would be investigated.", "attack", "happened"),
        ("Protests continue across the north of Malta.", "protest", "ongoing"),
        ("Fresh clashes continue in Norfield.", "attack", "ongoing"),
        ("The talks, still in progress, are long.", "meeting", "ongoing"),
        ("Months after the election, Malta still has no government.", "election", "happened"),
    ],
)
def test_what_is_said_to_begin_is_planned_and_what_continues_goes_on(sentence, event_type, status, mentions_of) -> None:
    assert [item["status"] for item in mentions_of(sentence) if item["event_type"] == event_type] == [status]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The envoy said the talks would resume if the rebels agreed.", "meeting"),
        ("The premier said the election would be a test of his rule.", "election"),
        ("The premier said an invasion would be a disaster.", "attack"),
        ("Visits continue to rise.", "visit"),
        ("Protests often continue for days.", "protest"),
    ],
)
def test_what_only_may_begin_or_is_judged_is_no_event(sentence, event_type, mentions_of) -> None:
    assert event_type not in {item["event_type"] for item in mentions_of(sentence)}
