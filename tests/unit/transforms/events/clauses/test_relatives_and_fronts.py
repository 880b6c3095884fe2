"""Relative clauses with a subject of their own, openings with a participle, attributions between commas."""

import pytest

_BORG, _VELLA = "Karl Borg", "Anna Vella"


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The man that police arrested on Monday is a teacher.", "arrest", {("police", "source"), ("man", "target")}),
        ("Karl Borg, whom Iran detained in July, was well.", "arrest", {("Iran", "source"), (_BORG, "target")}),
        ("The soldiers that rebels killed on Monday were from Oslo.", "attack", {("rebels", "source"), ("soldiers", "target")}),
        ("Karl Borg, who Anna Vella nominated in 2010, is a judge.", "appointment", {(_VELLA, "source"), (_BORG, "target")}),
        ("Kuwait, which Iraq invaded on Monday, is rich.", "attack", {("Iraq", "source"), ("Kuwait", "target")}),
        ("The dissident, whom Anna Vella met on Monday, thanked Malta.", "meeting", {(_VELLA, "participant"), ("dissident", "participant")}),
        ("Police, who arrested Karl Borg on Monday, were late.", "arrest", {("Police", "source"), (_BORG, "target")}),
        ("Norfield Bank, which last month asked for a loan, is ill.", "demand", {("Norfield Bank", "source")}),
        ("Officials said on Monday that police arrested Karl Borg.", "arrest", {("police", "source"), (_BORG, "target")}),
    ],
)  # fmt: skip
def test_a_relative_clause_with_a_subject_is_about_its_object(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("In a report published on Monday, Norfield Watch accused Malta of torture.", "accusation", {("Norfield Watch", "source"), ("Malta", "target")}),
        ("In a report published on Monday, Norfield Watch accused Malta of torture.", "publication", {("Norfield Watch", "source")}),
        ("In a letter published on Monday, Karl Borg urged lawmakers to act.", "demand", {(_BORG, "source"), ("lawmakers", "target")}),
        ("In a speech delivered in Oslo on Monday, Karl Borg called on Malta to stop.", "demand", {(_BORG, "source"), ("Malta", "target")}),
        ("At a rally held on Monday, Karl Borg accused the bank of fraud.", "accusation", {(_BORG, "source"), ("bank", "target")}),
        ("In a complaint filed in a court in Oslo, Karl Borg said it was ill.", "charge", {(_BORG, "source")}),
        ("According to a report published on Monday, the army killed 20 people in 2011.", "publication", set()),
        ("According to a report published on Monday, the army killed 20 people in 2011.", "attack", {("army", "source"), ("20 people", "target")}),
    ],
)  # fmt: skip
def test_behind_an_opening_with_a_participle_stands_the_subject(
    text, event_type, expected, mentions_of, roles_of
) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The hearing will be on Thursday, the mayor, Karl Borg, said.", "trial", set()),
        ("An election will be held on Friday, the prime minister, Karl Borg, said.", "election", set()),
        ("The visit will start on Friday, the spokesman, Karl Borg, said.", "visit", set()),
        ("Six people were arrested, the mayor, Karl Borg, said in a statement on Monday.", "speech", {(_BORG, "speaker")}),
    ],
)  # fmt: skip
def test_who_reports_between_commas_takes_no_part(text, event_type, expected, mentions_of, roles_of) -> None:
    assert roles_of(mentions_of(text), event_type) == [expected]
