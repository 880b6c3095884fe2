"""When: which date belongs to which event, and none where the text gives none."""

from datetime import date

import pytest


def interval(mentions, event_type: str):
    mention = next(mention for mention in mentions if mention["event_type"] == event_type)
    return mention["start_date"] and (mention["start_date"].isoformat(), mention["end_date"].isoformat()), mention[
        "date_basis"
    ]


@pytest.mark.parametrize(
    ("sentence", "event_type", "start", "end", "basis"),
    [
        ("The prime minister resigned on Monday.", "resignation", "2023-03-20", "2023-03-20", "relative"),
        ("Malta held a referendum in May 2011.", "election", "2011-05-01", "2011-05-31", "explicit"),
        ("Last month, the ministry published a report.", "publication", "2023-02-01", "2023-02-28", "relative"),
        ("The king arrived in Rome on Monday on a three-day visit.", "visit", "2023-03-20", "2023-03-22", "relative"),
        ("Macron is to visit Cairo on Thursday.", "visit", "2023-03-23", "2023-03-23", "relative"),
        ("Macron met publishers this week.", "meeting", "2023-03-20", "2023-03-21", "relative"),
        ("Police arrested a man in late February.", "arrest", "2023-02-21", "2023-02-28", "relative"),
        (
            "The king arrived in Rome on Monday, just days after prosecutors charged his brother with fraud.",
            "charge",
            "2023-03-13",
            "2023-03-20",
            "event",
        ),
        (
            "Protesters block a road during a demonstration, in Lima, Peru, March 4, 2023.",
            "protest",
            "2023-03-04",
            "2023-03-04",
            "explicit",
        ),
        ("A court convicted him on Friday of the attack in 2019.", "verdict", "2023-03-17", "2023-03-17", "relative"),
    ],
)
def test_the_governing_date_is_the_events(
    sentence: str, event_type: str, start: str, end: str, basis: str, mentions_of
) -> None:
    assert interval(mentions_of(sentence), event_type) == ((start, end), basis)


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Twelve soldiers were killed in an ambush, the army said on Sunday.", "attack"),
        ("The prime minister has resigned.", "resignation"),
        ("Macron, who was born in 1977, condemned the decision.", "accusation"),
        ('France condemned the decision and said: "Today we are sad."', "accusation"),
    ],
)
def test_no_day_is_invented(sentence: str, event_type: str, mentions_of) -> None:
    assert interval(mentions_of(sentence), event_type)[0] is None


def test_the_date_of_a_header_is_no_events_date(mentions_of) -> None:
    text = " date 2023-03-21 The prime minister resigned after a vote.\n\nMinisters were surprised."
    assert interval(mentions_of(text), "resignation")[0] is None


def test_a_speaker_goes_on_saying_things_on_the_same_day(mentions_of) -> None:
    text = (
        "Olaf Scholz on Monday urged Serbia to act. Roads were busy. Scholz also condemned the attack on the village."
    )
    assert interval(mentions_of(text), "accusation") == (("2023-03-20", "2023-03-20"), "inherited")


def test_the_lines_of_a_chronicle_have_the_dates_of_their_entries(mentions_of) -> None:
    text = "March 1 - Protesters block roads.\nMarch 5 - The army enters the city.\n-- Rebels capture the airport.\nMarch 9 - The president resigns."
    found = [(mention["event_type"], mention["start_date"]) for mention in mentions_of(text)]
    assert ("attack", date(2023, 3, 5)) in found
    assert ("resignation", date(2023, 3, 9)) in found


def test_without_a_publication_day_only_written_dates_count(mentions_of) -> None:
    text = "Malta held a referendum in May 2011. The prime minister resigned on Monday."
    mentions = mentions_of(text, published=None)
    assert interval(mentions, "election")[0] == ("2011-05-01", "2011-05-31")
    assert interval(mentions, "resignation")[0] is None
