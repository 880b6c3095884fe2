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
