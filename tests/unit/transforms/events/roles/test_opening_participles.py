"""Past participles with which a sentence opens: whom they befall stands behind their comma."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "roles"),
    [
        (
            "Arrested on Monday in Norfield, Karl Borg denied the charges.",
            "arrest",
            "2023-03-20",
            {("Karl Borg", "target")},
        ),
        ("Sentenced to ten years in 2005, Karl Borg fled.", "verdict", "2005-01-01", {("Karl Borg", "target")}),
        (
            "Criticised by Norway for the killings, Malta withdrew its troops.",
            "accusation",
            None,
            {("Malta", "target"), ("Norway", "source")},
        ),
        (
            "Interviewed on the radio on Monday, Anna Vella said the economy was weak.",
            "speech",
            "2023-03-20",
            {("Anna Vella", "speaker")},
        ),
        (
            "Appointed by President Vella in 2010, Karl Borg led the bank.",
            "appointment",
            "2010-01-01",
            {("Vella", "source"), ("Karl Borg", "target")},
        ),
    ],
)
def test_the_subject_behind_an_opening_participle_suffers_it(mentions_of, roles_of, sentence, event_type, start, roles):
    found = mentions_of(sentence)
    assert roles_of(found, event_type) == [roles]
    assert [str(item["start_date"]) for item in found if item["event_type"] == event_type] == [str(start)]


def test_a_row_behind_by_does_not_suffer_it(mentions_of, roles_of):
    found = mentions_of("Appointed by Karl Borg, Anna Vella and Ian Lund, the envoy left.")
    assert ("Anna Vella", "target") not in roles_of(found, "appointment")[0]


@pytest.mark.parametrize("sentence", ["Founded in 1990, Borg Oil sells fuel.", "Based in Norfield, Karl Borg writes."])
def test_other_opening_participles_tell_of_nothing(mentions_of, sentence):
    assert mentions_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event_type", "start"),
    [
        ("Founded in 1990, Borg Oil sued Vella Corp.", "charge", None),
        ("Born in 1950, Karl Borg resigned.", "resignation", None),
        ("Arrested in May, Karl Borg denied the charges.", "rejection", None),
        ("Sentenced in 2005, Karl Borg was freed on Monday.", "release", "2023-03-20"),
        ("Asked in February about the plan, Malta refused to sign.", "rejection", "2023-02-01"),
        ("Held in Norfield in 2010, the summit failed.", "meeting", "2010-01-01"),
    ],
)
def test_the_year_of_an_opening_participle_is_its_own(mentions_of, sentence, event_type, start):
    found = [item for item in mentions_of(sentence) if item["event_type"] == event_type]
    assert [str(item["start_date"]) for item in found] == [str(start)]


def test_a_verb_without_a_passive_is_that_of_its_subject(mentions_of, roles_of):
    text = "The man who says he has put money into the development testified in Congress on Monday."
    assert roles_of(mentions_of(text), "speech") == [{("man", "speaker")}]
