"""Who has others do it, and who did it with the force that is named behind: doers that stand before what befalls others."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Ali Borg had the editor arrested on Monday.", "arrest", {("Ali Borg", "source"), ("editor", "target")}),
        ("Ali Borg has had the editor arrested.", "arrest", {("Ali Borg", "source"), ("editor", "target")}),
        ("Borg Bank had two clerks arrested on Tuesday.", "arrest", {("Borg Bank", "source")}),
        ("Borg Bank had two of its clerks arrested on Tuesday.", "arrest", {("Borg Bank", "source")}),
        (
            "The president had three ministers detained on Monday.",
            "arrest",
            {("president", "source"), ("three ministers", "target")},
        ),
    ],
)
def test_who_has_somebody_arrested_is_the_doer(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Borg, overthrown by Oleg Vella in the 1969 putsch that brought him to power, died in exile.",
        "The palace was built for Karl Borg, toppled by Oleg Vella in a coup in 1969.",
    ],
)
def test_who_overthrew_somebody_in_a_coup_made_it(text, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), "attack") == [{("Oleg Vella", "source"), ("Karl Borg", "target")}]


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Norfield Inc agreed in March to pay a fine of $5 million.", "sanction", {("Norfield Inc", "target")}),
        (
            "Malta imposed a fine on Norfield Inc in March.",
            "sanction",
            {("Malta", "source"), ("Norfield Inc", "target")},
        ),
        # inquiries over which something is done to somebody, and own ones
        ("Karl Borg was sacked in March after an inquiry.", "investigation", set()),
        ("Norfield Inc opened an inquiry in March.", "investigation", {("Norfield Inc", "source")}),
        # others do what a word between tells
        (
            "Karl Borg was arrested in an operation looking at payments to police by reporters.",
            "arrest",
            {("Karl Borg", "target")},
        ),
        (
            "Norfield voiced concern about the violation of the truce that took effect last week.",
            "ceasefire",
            set(),
        ),
    ],
)
def test_who_only_pays_or_stands_beside_it_is_no_doer(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [roles]


def test_who_is_named_in_a_clause_with_when_is_not_the_subject_of_the_verb_behind_it(mentions_of, roles_of) -> None:
    text = "Neil Waugh, 60, deputy editor of the Norfield Times when Anna Vella was editor, was arrested on Monday."
    assert roles_of(mentions_of(text), "arrest") == [{("Neil Waugh", "target")}]
