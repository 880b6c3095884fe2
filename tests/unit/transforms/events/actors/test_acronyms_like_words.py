"""Acronyms that are pronouns or verbs in small letters: WHO, IS, IT, US."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("A WHO official, Karl Borg, later met Anna Vella on Friday.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("A senior WHO official, Karl Borg, told a news conference on Friday.", "speech", {"Karl Borg"}),
        ("The IT minister, Karl Borg, met Anna Vella on Friday.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("IS fighters attacked Mosul on Friday.", "attack", {"IS fighters"}),
        ("Karl Borg, who is a judge, met Anna Vella on Friday.", "meeting", {"Karl Borg", "Anna Vella"}),
        ("KARL BORG, WHO IS A JUDGE, MET ANNA VELLA ON FRIDAY.", "meeting", {"Karl Borg", "Anna Vella"}),
    ],
)
def test_an_acronym_is_no_word_of_grammar_and_a_word_in_capitals_is(text, event_type, expected, mentions_of) -> None:
    (found,) = [mention for mention in mentions_of(text) if mention["event_type"] == event_type]
    assert {actor["name"] for actor in found["actors"]} == expected
