"""Who does what those quoted tell of themselves, whom capitals stand for, and where villages are."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "roles"),
    [
        (
            '"I met Karl Borg on Monday," Anna Vella said.',
            "meeting",
            {("Anna Vella", "participant"), ("Karl Borg", "participant")},
        ),
        (
            '"We were attacked by rebels on Friday," said Colonel Anton Vella.',
            "attack",
            {("Anton Vella", "target"), ("rebels", "source")},
        ),
        ('"He met Karl Borg on Monday," Anna Vella said.', "meeting", {("Karl Borg", "participant")}),
    ],
)
def test_who_is_quoted_does_what_they_tell_of_themselves(sentence, event_type, roles, mentions_of, roles_of):
    assert roles_of(mentions_of(sentence), event_type) == [roles]


@pytest.mark.parametrize(
    "sentence", ["Malta called on Cairo to free the editor.", "Malta imposed sanctions on Tehran on Monday."]
)
def test_a_capital_that_is_called_on_or_punished_is_its_state(sentence, mentions_of):
    named = {actor["name"] for item in mentions_of(sentence) for actor in item["actors"] if actor["role"] == "target"}
    assert named in ({"Egypt"}, {"Iran"})


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Gunmen attacked Zamsa village on Monday.", "Zamsa"),
        ("Gunmen attacked Zamsa town hall on Monday.", None),
    ],
)
def test_a_name_before_village_is_where_it_was(sentence, place, mentions_of):
    (found,) = [item for item in mentions_of(sentence) if item["event_type"] == "attack"]
    assert found["place"] == place
