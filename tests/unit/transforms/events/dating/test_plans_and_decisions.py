"""Whether a day is that of a decision or of what is decided, and on which side of publication what was or is to be lies."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "status", "day"),
    [
        ("Norfield Inc agreed to buy Borg Corp for $12 million on Monday.", "agreement", "happened", "2023-03-20"),
        ("Norfield Inc agreed to sell a unit to Borg Corp on March 8.", "agreement", "happened", "2023-03-08"),
        ("Malta agreed to lift sanctions on Norway on Monday.", "agreement", "happened", "2023-03-20"),
        ("Malta agreed to lift sanctions on Norway on Monday.", "sanction", "planned", None),
        ("Malta agreed to hold talks with Norway on Monday.", "meeting", "planned", "2023-03-27"),
        ("The minister decided to resign on Monday.", "resignation", "planned", None),
        ("Parliament decided to send troops to Malta on Monday.", "deployment", "planned", None),
        ("Norway pledged to send aid to Malta on Monday.", "aid", "happened", "2023-03-20"),
        ("Norway decided to visit Malta in May.", "visit", "planned", "2023-05"),
        ("The firm had decided to name Karl Borg chief executive in May.", "appointment", "planned", "2023-05"),
    ],
)  # fmt: skip
def test_a_day_just_passed_dates_the_decision(text, event_type, status, day, mentions_of) -> None:
    assert (event_type, status, day) in [(m["event_type"], m["status"], m["edtf"]) for m in mentions_of(text)]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("The court was expected to rule yesterday.", "verdict", "2023-03-20"),
        ("The trial was due to begin in February.", "trial", "2023-02"),
        ("The trial was due to begin in May.", "trial", "2023-05"),
        ("The president was due to arrive in Malta on March 20.", "visit", "2023-03-20"),
        ("The president is due to arrive in Malta on March 20.", "visit", "2024-03-20"),
        ("Karl Borg was to be released from prison last week.", "release", "2023-03-13/2023-03-19"),
    ],
)
def test_what_was_to_be_may_lie_behind(text, event_type, day, mentions_of) -> None:
    assert [(m["status"], m["edtf"]) for m in mentions_of(text) if m["event_type"] == event_type] == [("planned", day)]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("The Maltese foreign minister visits Norway on Monday.", "visit", "2023-03-27"),
        ("The ambassador becomes foreign minister on Monday.", "appointment", "2023-03-27"),
        ("The law enters into force on Monday.", "legislation", "2023-03-27"),
        ("The election is held on May 20.", "election", "2023-05-20"),
        ("Malta, which holds an election on Sunday, has closed its border.", "election", "2023-03-26"),
        ("The chairman testifies before the committee on Monday.", "speech", "2023-03-27"),
    ],
)
def test_the_present_with_a_day_is_a_timetable(text, event_type, day, mentions_of) -> None:
    assert [(m["status"], m["edtf"]) for m in mentions_of(text) if m["event_type"] == event_type] == [("planned", day)]


@pytest.mark.parametrize(
    ("text", "event_type", "status", "day"),
    [
        ("Karl Borg promised to close the camp in a speech on Monday.", "speech", "happened", "2023-03-20"),
        ("Karl Borg said he would resign in a television interview on Monday.", "speech", "happened", "2023-03-20"),
        ("Karl Borg said he would resign in a television interview on Monday.", "resignation", "planned", None),
        ("Malta agreed to visit Norway in a phone call with Anna Vella on Monday.", "call", "happened", "2023-03-20"),
        ("The board decided to close the plant at a meeting on Monday.", "meeting", "happened", "2023-03-20"),
        ("Malta threatened to attack Norway in a speech on Monday.", "threat", "happened", "2023-03-20"),
        ("Rebels said they would kill the hostages in a video released on Monday.", "attack", "planned", None),
        ("Rebels said they would kill the hostages in a video released on Monday.", "publication", "happened", "2023-03-20"),
        ("Karl Borg said he would outline the plan in a speech on Monday.", "speech", "planned", "2023-03-27"),
        ("Malta and Norway agreed to discuss the border at a meeting on Monday.", "meeting", "planned", "2023-03-27"),
        ("Karl Borg said he would attend a summit in Oslo on Monday.", "meeting", "planned", "2023-03-27"),
        ("The bank plans to present its results in a conference call on Monday.", "call", "planned", "2023-03-27"),
    ],
)  # fmt: skip
def test_an_occasion_behind_a_promise_is_that_of_the_promise(text, event_type, status, day, mentions_of) -> None:
    assert (event_type, status, day) in [(m["event_type"], m["status"], m["edtf"]) for m in mentions_of(text)]


def test_what_is_planned_for_later_on_the_day_before_stays_on_that_day(mentions_of):
    found = mentions_of("President Karl Borg arrives later on Monday at the annual gathering of ministers.")
    assert [str(item["start_date"]) for item in found if item["event_type"] == "visit"] == ["2023-03-20"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal could help the premier three weeks before the federal election.",
        "The plan would help the premier three weeks before the election.",
    ],
)
def test_an_election_before_which_something_may_be_is_to_come(mentions_of, text):
    assert [item["status"] for item in mentions_of(text) if item["event_type"] == "election"] == ["planned"]
