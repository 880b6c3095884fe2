"""Quantifiers between an auxiliary, or several subjects, and their verb: "have all imposed", "Malta and Norway both signed"."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "names"),
    [
        ("Malta and Norway have all imposed sanctions on Borg Oil.", "sanction", {"Malta", "Norway", "Borg Oil"}),
        ("The ministers Anna Vella and Karl Borg have both resigned.", "resignation", {"Anna Vella", "Karl Borg"}),
        ("The three passengers were all killed on Monday.", "death", {"three passengers"}),
        ("Four men were each sentenced to ten years in prison on Monday.", "verdict", {"Four men"}),
        (
            "Malta, Norway and Italy have all recalled their ambassadors.",
            "diplomatic_break",
            {"Malta", "Norway", "Italy"},
        ),
        ("Malta and Norway each recalled their ambassadors.", "diplomatic_break", {"Malta", "Norway"}),
        ("Karl Borg and Anna Vella both pleaded guilty to fraud.", "trial", {"Karl Borg", "Anna Vella"}),
        ("Malta, Norway and Italy all condemned the raid.", "accusation", {"Malta", "Norway", "Italy"}),
    ],
)
def test_a_quantifier_may_stand_between_an_auxiliary_and_its_verb(mentions_of, sentence, event_type, names):
    mention = next(item for item in mentions_of(sentence) if item["event_type"] == event_type)
    assert mention["status"] == "happened"
    assert names <= {actor["name"] for actor in mention["actors"]}


@pytest.mark.parametrize("sentence", ["They buried all killed men on Monday.", "Each arrested man was fed."])
def test_behind_other_words_a_quantifier_opens_a_noun(mentions_of, sentence):
    assert mentions_of(sentence) == []
