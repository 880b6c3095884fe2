"""Reproaches by what somebody calls others or complains about."""

import pytest


def types(mentions) -> set[str]:
    return {mention["event_type"] for mention in mentions}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Vella described the methods used by the troops in Malta as unacceptable on Monday.", True),
        ("Anna Vella described the rebels as worthless traitors on Monday.", True),
        ("The president portrayed the marchers as armed criminals on Monday.", True),
        ("Anna Vella described the plan as sound on Monday, as the scandal grew.", False),
        ("Anna Vella described the town as soon as she saw the thugs on Monday.", False),
        ("The rebels were described as traitors.", False),
        ("Villagers complained on Monday about Borg Drilling losing their papers.", True),
        ("Borg Drilling complained on Monday to the Norfield Council about the tax.", True),
        ("Borg complained of pain in Norfield on Monday.", False),
        ("Guests complained about cold soup on Monday.", False),
    ],
)
def test_what_others_are_called_is_a_reproach(text: str, found: bool, mentions_of) -> None:
    assert ("accusation" in types(mentions_of(text))) is found


def test_whoever_hears_a_complaint_is_not_accused(mentions_of) -> None:
    mention = next(
        m
        for m in mentions_of("Borg Drilling complained to the Norfield Council about the tax of Malta on Monday.")
        if m["event_type"] == "accusation"
    )
    assert "Norfield Council" not in {actor["name"] for actor in mention["actors"]}
