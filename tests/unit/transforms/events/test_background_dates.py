"""Days that belong to the news of a sentence and not to its background."""

import pytest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ousted president Karl Borg was arrested on Monday.", {"resignation": None, "arrest": "2023-03-20"}),
        ("Kidnapped journalist Anna Borg was freed on Monday.", {"attack": None, "release": "2023-03-20"}),
        ("Convicted murderer Karl Borg died on Monday.", {"verdict": None, "death": "2023-03-20"}),
        ("Newly elected mayor Karl Borg resigned on Monday.", {"election": None, "resignation": "2023-03-20"}),
        ("Arrested on Monday, Karl Borg resigned.", {"arrest": "2023-03-20"}),
        ("The chief executive on Monday called the oil spill in the Gulf a warning.", {"disaster": None}),
        ("Norway on Monday unveiled a machine to combat the Vella oil spill.", {"disaster": None}),
        ("On Monday an earthquake struck Malta.", {"disaster": "2023-03-20"}),
        ("Twelve people were killed on Monday in the earthquake.", {"disaster": "2023-03-20"}),
        ("The explosion on Monday killed 12 people.", {"disaster": "2023-03-20"}),
        ("Malta on Monday confirmed the outbreak of cholera.", {"disaster": "2023-03-20"}),
        ("Vella Corp said it would post a loss in the quarter ended Feb 28.", {"publication": None}),
        ("Vella Corp posted a loss on Monday for the quarter ended Feb 28.", {"publication": "2023-03-20"}),
        ("The deadliest attack since 2004 killed 30 people in Malta.", {"attack": None}),
        ("It was their third attack since January, police said.", {"attack": None}),
        ("Oil has leaked every day since February's explosion on the rig.", {"disaster": "2023-02"}),
        ("Vella Bank is in talks with regulators over its role in selling bonds in 2007.", {"meeting": None}),
        ("The meeting between the envoy and the rebels follows a spate of thefts this week.", {"meeting": None}),
        ("Documents on the oil spill show concerns dating back to last June.", {"disaster": None}),
    ],
)  # fmt: skip
def test_the_day_of_the_news_passes_by_its_background(text: str, days: dict[str, str | None], mentions_of) -> None:
    found = {item["event_type"]: item["edtf"] for item in mentions_of(text)}
    assert {event_type: found.get(event_type, "not told") for event_type in days} == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Police arrested five men in Oslo between Friday and Sunday.", "2023-03-17", "2023-03-19"),
        ("Karl Borg was arrested between 2000 and 2005.", "2000-01-01", "2005-12-31"),
        ("Experts met in Oslo between March 3 and March 7.", "2023-03-03", "2023-03-07"),
        ("Experts will meet in Oslo between 31 August and 4 September.", "2023-08-31", "2023-09-04"),
    ],
)
def test_between_two_days_lie_all_days_from_one_to_the_other(text: str, start: str, end: str, mentions_of) -> None:
    assert [(str(item["start_date"]), str(item["end_date"])) for item in mentions_of(text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        ("Flights were grounded due to the storm on Monday.", "disaster", "2023-03-20"),
        ("Vella Oil agreed to pay for the fund after the sinking of its rig in April.", "disaster", "2022-04"),
        ("Under Monday's agreement, Norway's forces will be able to close the port.", "agreement", "2023-03-20"),
    ],
)
def test_what_is_spoken_of_as_known_lies_behind(text: str, event_type: str, day: str, mentions_of) -> None:
    found = {(item["event_type"], item["status"], item["edtf"]) for item in mentions_of(text)}
    assert (event_type, "happened", day) in found
