"""Whose arrest a relative clause tells, what "which" means behind an office, and who pleads, is convicted or is one of several."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        ("Karl Borg, whose arrest was announced on Monday, spoke.", "arrest", {("Karl Borg", "target")}),
        ("Karl Borg, whose early appointment was announced on Monday, left.", "appointment", {("Karl Borg", "target")}),
        (
            "Karl Borg, a director of Vella Co, which sued Norfield Inc on Monday, left.",
            "charge",
            {("Vella Co", "source"), ("Norfield Inc", "target")},
        ),
        ("Karl Borg pleaded guilty on Monday to Collision Involving Death.", "trial", {("Karl Borg", "source")}),
        ("Karl Borg was sentenced after his conviction of fraud on May 3, 2011.", "verdict", {("Karl Borg", "target")}),
    ],
)
def test_relatives_and_pleas_have_their_own_people(text, event_type, roles, mentions_of, roles_of) -> None:
    assert roles in roles_of(mentions_of(text), event_type)


def test_one_of_several_is_not_whom_the_step_before_named(mentions_of, roles_of) -> None:
    text = "Karl Borg was charged on Monday with theft. Another was charged with fraud."
    assert roles_of(mentions_of(text), "charge") == [{("Karl Borg", "target")}, set()]
