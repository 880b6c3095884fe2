"""Verbs in the perfect, and infinitives and gerunds that name what is over."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "status", "day", "actors"),
    [
        ("Malta has since imposed sanctions on Norway.", "sanction", "happened", None, {"Malta", "Norway"}),
        ("Karl Borg has since died.", "death", "happened", None, {"Karl Borg"}),
        ("Malta and Norway had long since held talks.", "meeting", "happened", None, {"Malta", "Norway"}),
        ("Karl Borg has become president of Malta.", "appointment", "happened", None, {"Karl Borg"}),
        ("The building codes have come into effect.", "legislation", "happened", None, set()),
        ("Malta and Norway have held talks on Monday.", "meeting", "happened", "2023-03-20", {"Malta", "Norway"}),
        ("Malta and Norway are said to have begun talks on Monday.", "meeting", "alleged", "2023-03-20", {"Malta", "Norway"}),
        ("Malta and Norway had heated talks on Monday.", "meeting", "happened", "2023-03-20", {"Malta", "Norway"}),
        ("Malta and Norway have had talks on Monday.", "meeting", "happened", "2023-03-20", {"Malta", "Norway"}),
        ("Police accused Malta of having stabbed Anna Vella on Monday.", "attack", "alleged", "2023-03-20", {"Anna Vella"}),
        ("Karl Borg was accused of having imposed sanctions on Malta.", "sanction", "alleged", None, {"Karl Borg", "Malta"}),
        ("Karl Borg denied having been arrested on Monday.", "arrest", "denied", "2023-03-20", {"Karl Borg"}),
        ("Karl Borg became the first to be elected president on Monday.", "election", "happened", "2023-03-20", {"Karl Borg"}),
        ("The law was forced to take effect on Monday.", "legislation", "happened", "2023-03-20", set()),
        ("After raising its growth forecast on Monday, Norfield Inc left.", "publication", "happened", "2023-03-20", {"Norfield Inc"}),
        ("Shareholders meet next Monday to vote on the deal.", "vote", "planned", "2023-03-27", {"Shareholders"}),
        ("Having imposed sanctions on Malta on Monday, Norway left.", "sanction", "happened", "2023-03-20", {"Norway", "Malta"}),
        ("Having been arrested on Monday, Karl Borg left.", "arrest", "happened", "2023-03-20", {"Karl Borg"}),
        ("Having resigned, Karl Borg met Anna Vella on Monday.", "meeting", "happened", "2023-03-20", {"Karl Borg", "Anna Vella"}),
        ("Accusing the senators of fraud, Anna Vella resigned on Monday.", "resignation", "happened", "2023-03-20", {"Anna Vella"}),
        ("Losing its ally, Malta imposed sanctions on Norway.", "sanction", "happened", None, {"Malta", "Norway"}),
    ],
)  # fmt: skip
def test_what_is_over_has_happened_to_those_who_did_it(text, event_type, status, day, actors, mentions_of) -> None:
    found = [
        (item["status"], item["edtf"], {actor["name"] for actor in item["actors"]})
        for item in mentions_of(text)
        if item["event_type"] == event_type
    ]
    assert (status, day, actors) in found


def test_what_is_yet_to_be_done_is_no_event(mentions_of) -> None:
    assert mentions_of("Karl Borg has yet to be indicted for fraud on Friday.") == []


@pytest.mark.parametrize(
    ("headline", "event_type", "told"),
    [
        ("Malta to impose sanctions on Norway on Friday", "sanction", ["planned"]),
        ("MAN TO BE ARRAIGNED FOR MURDERING ROOMMATE ON FRIDAY", "trial", ["planned"]),
        ("Norfield Inc to Sue Borg Corp Over Patents on Friday", "charge", ["planned"]),
        ("Five Ways to Sue Norfield Inc", "charge", []),
        ("The right to sue Norfield Inc", "charge", []),
    ],
)  # fmt: skip
def test_to_alone_tells_in_headlines_what_is_planned(headline, event_type, told, mentions_of) -> None:
    assert [item["status"] for item in mentions_of(headline) if item["event_type"] == event_type] == told


@pytest.mark.parametrize(
    "text",
    [
        "Malta began secret talks with Norway on Monday.",
        "Malta has begun talks with Norway on Monday.",
        "Malta has begun secret talks with Norway on Monday.",
    ],
)
def test_talks_that_were_begun_are_no_second_meeting(text, mentions_of) -> None:
    assert [(item["event_type"], item["status"]) for item in mentions_of(text)] == [("meeting", "happened")]
