"""Sentences that tell of two events of one type, of which only one has a date."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "told"),
    [
        (
            "Karl Borg, hired by Norfield Bank in 1979 as a director, will replace Anna Vella as chairman.",
            "appointment",
            [("hired", "1979"), ("replace", None)],
        ),
        (
            "Karl Borg, who joined Norfield Bank as a director in 1979, will succeed Anna Vella.",
            "appointment",
            [("joined", "1979"), ("succeed", None)],
        ),
        (
            "Norfield Inc agreed on Monday to buy Vella Group and will acquire the rest later.",
            "agreement",
            [("agreed", "2023-03-20")],
        ),
        ("Anna Borg met Karl Vella on Monday, and they had a good meeting.", "meeting", [("met", "2023-03-20")]),
    ],
)
def test_an_undated_event_is_told_beside_a_dated_one_where_it_is_another(
    text: str, event_type: str, told: list[tuple[str, str | None]], mentions_of
) -> None:
    found = [(item["trigger"], item["edtf"]) for item in mentions_of(text) if item["event_type"] == event_type]
    assert found == told
