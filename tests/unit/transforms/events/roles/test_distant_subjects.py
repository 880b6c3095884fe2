"""Subjects that stand far from their verbs, behind what is told, or before what only describes them."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Vella Corp must pay a fine, a state court judge ruled on Monday.",
            "verdict",
            {("state court judge", "source")},
        ),
        ("Norfield may keep its licence, the Supreme Court ruled.", "verdict", {("Supreme Court", "source")}),
        (
            "Malta, wary of being drawn into a war after campaigns in Iraq and Syria, has rejected the plan.",
            "rejection",
            {("Malta", "source")},
        ),
        (
            "It came after Karl Borg, a federal judge, rejected the plan on Monday.",
            "rejection",
            {("Karl Borg", "source")},
        ),
        (
            "Karl Borg, who has been blamed since the blast that killed 11 workers, said in a statement he was sorry.",
            "speech",
            {("Karl Borg", "speaker")},
        ),
        (
            'Vella Watch, which says it conducts "rigorous, objective research," issued a report by Anna Borg.',
            "publication",
            {("Vella Watch", "source"), ("Anna Borg", "target")},
        ),
        (
            "Police arrested Karl Borg, the top commander in Malta who was convicted on Monday.",
            "verdict",
            {("Karl Borg", "target")},
        ),
        (
            "Soldiers are detaining children, the union's rights chief, Anna Borg, has told the BBC.",
            "arrest",
            {("Soldiers", "source"), ("children", "target")},
        ),
        ("Sales fell, according to a Vella report released on Monday.", "publication", {("Vella", "source")}),
        (
            "Vella Inc and Borg Inc are in talks, Malta and Norway announced on Monday.",
            "speech",
            {("Malta", "speaker"), ("Norway", "speaker")},
        ),
    ],
)
def test_the_subject_is_found_at_a_distance(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles in roles_of(mentions_of(text), event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Those tribes sued. Envoys from those tribes toured Malta on Monday.", "visit", {("Envoys", "source")}),
        (
            "A Maltese man from Norfield stabbed a woman on Monday.",
            "attack",
            {("Maltese man", "source"), ("woman", "target")},
        ),
        ("Leaders of the rebel forces resigned on Monday.", "resignation", {("Leaders of the rebel forces", "source")}),
        ("We wondered about others who were arrested on Monday.", "arrest", {("others", "target")}),
        ("Borg Inc posted net income of 4.7 million Canadian dollars.", "publication", {("Borg Inc", "source")}),
        ("Maltese opposition figures resigned on Monday.", "resignation", {("Maltese opposition figures", "source")}),
        ("Karl Vella and Co sued Norway on Monday.", "charge", {("Karl Vella and Co", "source"), ("Norway", "target")}),
        (
            "Maltese leader Karl Borg fled. The leader of the rebel council was arrested on Monday.",
            "arrest",
            {("leader of the rebel council", "target")},
        ),
        (
            "Maltese leader Karl Borg fled. Malta's prime minister resigned on Monday.",
            "resignation",
            {("Malta's prime minister", "source")},
        ),
    ],
)
def test_names_are_neither_cut_nor_lent_to_others(text, event_type, roles, mentions_of, roles_of) -> None:
    found = [{pair for pair in some if pair[0] != "Malta"} for some in roles_of(mentions_of(text), event_type)]
    assert roles in found


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Addressing a rally in Oslo on Monday, Anna Borg was calm.", "speech", {("Anna Borg", "speaker")}),
        (
            "Condemning the plan, Karl Borg and Anna Vella left.",
            "accusation",
            {("Karl Borg", "source"), ("Anna Vella", "source")},
        ),
        ("The king met visiting Norwegian minister Karl Borg on Monday.", "visit", {("Karl Borg", "source")}),
        ("After visiting President Karl Borg on Monday, Anna Vella left.", "visit", {("Anna Vella", "source")}),
        (
            "Rebels fled as their Norwegian backers bombed loyalists.",
            "attack",
            {("Norwegian backers", "source"), ("loyalists", "target")},
        ),
        (
            "Western powers and their Arab allies condemned it.",
            "accusation",
            {("Western powers", "source"), ("Arab allies", "source")},
        ),
        ("The arrest of a Maltese mining executive angered them.", "arrest", {("Maltese mining executive", "target")}),
    ],
)
def test_who_opens_a_sentence_visits_or_is_owned_has_the_right_part(
    text, event_type, roles, mentions_of, roles_of
) -> None:
    assert roles in roles_of(mentions_of(text), event_type)
