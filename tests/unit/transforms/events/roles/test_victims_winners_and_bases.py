"""Who is hurt without a name, who won an election, and what a relative clause is not about."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        ("A jet crashed in Norfield on Monday, killing the pilot.", "disaster", {("pilot", "target")}),
        (
            "One person was killed and 25 others were hurt in an explosion in Norfield on Monday.",
            "disaster",
            {("One person", "target"), ("25 others", "target")},
        ),
        ("Karl Borg's victory in the Maltese election in May angered many.", "election", {("Karl Borg", "source")}),
        ("The Borg Commission reported more than 1,400 arrests in Malta in May.", "arrest", set()),
        ("Karl Borg, a judge, born 1949; died on Monday.", "death", {("Karl Borg", "target")}),
        ("The main Islamist group rejected the offer on Monday.", "rejection", {("Islamist group", "source")}),
        ("Canada's Borg Group signed the pact on Monday.", "agreement", {("Borg Group", "participant")}),
        (
            "Norway spoke at a meeting in Oslo of the African Union on Monday.",
            "meeting",
            {("African Union", "participant")},
        ),
    ],
)
def test_those_have_a_part_and_no_others(sentence, event_type, roles, mentions_of, roles_of):
    found = roles_of(mentions_of(sentence), event_type)
    assert roles <= set().union(*found)
    assert not {name for name, role in set().union(*found)} & {"Norway", "Borg Commission"}


@pytest.mark.parametrize(
    ("sentence", "event_type", "day"),
    [
        ("The May 2022 attack was condemned by Malta.", "accusation", None),
        ("The May 2022 case was dismissed by a judge.", "verdict", None),
        ("The May 5 shooting was an attack on Malta.", "attack", "2022-05-05"),
    ],
)
def test_the_date_of_what_is_judged_is_not_that_of_the_judgement(sentence, event_type, day, mentions_of):
    days = {
        item["start_date"] and str(item["start_date"])
        for item in mentions_of(sentence)
        if item["event_type"] == event_type
    }
    assert day in days
    assert len(days) == 1


def test_who_only_lost_somebody_by_a_murder_did_not_commit_it(mentions_of, roles_of):
    found = mentions_of("With the murder of Karl Borg in May, Maltese workers have lost a leader.")
    assert roles_of(found, "attack") == [{("Karl Borg", "target")}]


def test_amidst_is_read_as_amid(mentions_of):
    one, other = (mentions_of(f"Malta recalled its envoy {word} the protests in May.") for word in ("amid", "amidst"))
    fields = ("event_type", "start_date", "status")
    assert [[item[field] for field in fields] for item in one] == [[item[field] for field in fields] for item in other]
