"""Days of what followed from a disaster, and years that are part of a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "edtf"),
    [
        (
            "Norfield Inc cut its outlook on Monday due to uncertainties including the yen and Malta's floods.",
            "disaster",
            None,
        ),
        ("Norfield Inc cut its outlook on Monday due to the floods in Malta.", "disaster", None),
        ("Just a month after the earthquake, on March 13th, the port reopened.", "disaster", None),
        ("It said it expected the earthquake to cut supplies in the second quarter.", "disaster", None),
        (
            "Though much was lost in the Maltese earthquake and tsunami, investors sold shares on Monday in fear of more.",
            "disaster",
            None,
        ),
        ("Twenty people died in an earthquake in Malta on Monday.", "disaster", "2023-03-20"),
        ("An earthquake killed 10 people and injured 20 in Malta on Monday.", "disaster", "2023-03-20"),
        ("On Monday twenty people were killed by floods in Malta.", "disaster", "2023-03-20"),
        ("Anna Borg today opened the Energy Forum 2023 in Geneva.", "meeting", "2023-03-21"),
        ("Anna Borg opened the Energy Forum 2021 in Geneva.", "meeting", "2021"),
    ],
)
def test_what_a_disaster_led_to_and_a_year_in_a_name_do_not_date_it(text, event_type, edtf, mentions_of) -> None:
    assert [item["edtf"] for item in mentions_of(text) if item["event_type"] == event_type] == [edtf]
