"""The day on which a report was written where its page is of a later day."""

import pytest


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("VALLETTA, March 18, 2023 - Anna Borg will visit Norway tomorrow.", "planned", "2023-03-19"),
        ("For Immediate Release\nMarch 18, 2023\n\nAnna Borg will visit Norway tomorrow.", "planned", "2023-03-19"),
        ("Valletta, Malta - March 18, 2023 / Borg Steel /\nAnna Borg visited Norway today.", "happened", "2023-03-18"),
        ("Anna Borg will visit Norway tomorrow.", "planned", "2023-03-22"),
        ("January 18, 2023\nAnna Borg will visit Norway tomorrow.", "planned", "2023-03-22"),
    ],
)
def test_a_dateline_of_the_week_before_is_the_day_of_the_report(text, status, day, mentions_of) -> None:
    (visit,) = mentions_of(text)
    assert (visit["event_type"], visit["status"], visit["edtf"]) == ("visit", status, day)


def test_several_days_that_head_lines_are_a_chronicle_of_which_none_is_that_of_the_report(mentions_of) -> None:
    text = "March 16, 2023 - Anna Borg visits Norway.\nMarch 18, 2023 - Anna Borg meets Karl Vella."
    assert [(m["status"], m["edtf"]) for m in mentions_of(text)] == [
        ("happened", "2023-03-16"),
        ("happened", "2023-03-18"),
    ]
