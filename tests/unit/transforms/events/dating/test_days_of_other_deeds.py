"""Days beside an event that are those of another deed: of an arrest before, of a crime, of what a court was asked."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        ("His assets were frozen following his December 11 arrest.", "sanction", None),
        ("His assets were frozen following his December 11 arrest.", "arrest", "2022-12-11"),
        ("Karl Borg spoke to the press after Monday's hearing.", "speech", "2023-03-20"),
        ("Karl Borg was convicted of the 1990 murder of his wife.", "verdict", None),
        ("A MAN IS CONVICTED OF 1990 REVENGE MURDER OF FRIEND", "verdict", None),
        ("Karl Borg was convicted of murder in 1990.", "verdict", "1990"),
        ("The council on February 26 referred Borg's crackdown on protesters to the court.", "attack", None),
        ("Borg's crackdown on protesters was referred to the court in February.", "attack", None),
        ("Borg's crackdown on protesters began in February.", "attack", "2023-02"),
    ],
)
def test_the_day_of_another_deed_is_not_taken(text, event_type, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == event_type] == [edtf]
