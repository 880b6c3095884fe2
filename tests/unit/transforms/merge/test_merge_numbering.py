"""Two numbers of one series are two events: rounds of talks, votes, resolutions."""

from __future__ import annotations

import re

import polars as pl
import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame

from transforms.merge import AFTER, BEFORE, merge_mentions, numbered_words
from transforms.merge.numbering import number_told

ARTICLES = articles_frame(("a1", "Reuters", "2023-03-21"), ("a2", "BBC", "2023-03-21"))
KENYA: Actor = ("Kenya", "source", "state", "Kenya")
SOMALIA: Actor = ("Somalia", "source", "state", "Somalia")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Mediators closed the fourth round of ceasefire [negotiations] in Nairobi", "round 4"),
        ("the fourth-round [talks] began late", "round 4"),
        ("Members will hold a 12th [ballot] after lunch", "ballot 12"),
        ("The assembly [voted] in a second ballot", "ballot 2"),
        ("a third economic [rescue package]", "package 3"),
        ("Donors will [pay out] the second tranche", "tranche 2"),
        ("The council [passed] Resolution No. 1441", "resolution 1441"),
        ("as phase two of the [withdrawal] ended", "phase 2"),
        ("The twentieth session of the [congress] opened", "session 20"),
        # nothing is counted
        ("Mediators closed a round of [negotiations]", ""),
        ("It was the third day of [talks]", ""),
        ("The two sides [met] for the second time", ""),
        ("They [staged] 48-hour strikes", ""),
        # each report may count within another time
        ("It was the second [vote] this month", ""),
        ("a third round of [talks] in as many weeks", ""),
        ("the first round of [talks] since 2019", ""),
        # something else is counted
        ("After the first round, all sides were angry, and the king [spoke]", ""),
        ("The king [spoke] of peace, and of hopes for a second ballot", ""),
    ],
)
def test_the_number_of_a_series_is_read_from_the_words_around_a_trigger(words: str, told: str):
    before, trigger, after = re.split(r"[\[\]]", words)
    assert number_told(before, trigger, after) == told
    if told:
        assert re.search(numbered_words(), words)


def n_events(*words: str) -> int:
    rows = [
        mention(f"m{n}", f"a{n}", "meeting", "2023-03-20", [KENYA, SOMALIA], place="Nairobi")
        for n in range(1, len(words) + 1)
    ]
    around = pl.DataFrame({BEFORE: list(words), AFTER: [""] * len(words)})
    frame = pl.concat([mentions_frame(rows), around], how="horizontal")
    merged = merge_mentions(frame, ARTICLES)
    assert merged.events["event_id"].to_list() == merge_mentions(frame.reverse(), ARTICLES).events["event_id"].to_list()
    return merged.events.height


@pytest.mark.parametrize(
    ("first", "second", "n"),
    [
        ("They held the fourth round of ", "They held the fifth round of ", 2),
        ("They held the fourth round of ", "They opened the 4th round of ", 1),
        ("They held the fourth round of ", "Both came to the ", 1),
        ("They held the fourth round of ", "They held the second session of ", 1),
    ],
)
def test_another_number_of_the_same_series_is_another_event(first: str, second: str, n: int):
    assert n_events(first, second) == n


def test_mentions_without_their_words_count_nothing():
    rows = [mention(f"m{n}", f"a{n}", "meeting", "2023-03-20", [KENYA, SOMALIA]) for n in (1, 2)]
    assert merge_mentions(mentions_frame(rows), ARTICLES).events.height == 1
