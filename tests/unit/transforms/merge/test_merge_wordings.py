"""Reports that several articles tell in the same words, which one writer wrote."""

from __future__ import annotations

import polars as pl
import pytest
from merge_rows import Actor, articles_frame, mention, mentions_frame, together

from transforms.merge import WORDING, Merged, merge_mentions

CROWD: Actor = ("shopkeepers", "source", "group", None)
VELLA: Actor = ("Anna Vella", "source", "person", None)
BORG: Actor = ("Karl Borg", "source", "person", None)
TO_MALTA: Actor = ("Malta", "target", "state", "Malta")
DAY, MONTH = "2023-03-20", "2023-02-01/2023-02-28"
PUBLISHED = "2023-03-21"


def merged(
    event_type: str,
    *told: tuple[str | None, list[Actor]],
    wordings: tuple[int | None, int | None],
    second: str = PUBLISHED,
) -> Merged:
    """Two mentions of two articles, the second of which was published on another day where one is given."""
    rows = [mention(f"m{n}", f"a{n}", event_type, when, actors) for n, (when, actors) in enumerate(told)]
    frame = mentions_frame(rows).with_columns(pl.Series(WORDING, wordings, dtype=pl.UInt32))
    return merge_mentions(frame, articles_frame(("a0", "Outlet 0", PUBLISHED), ("a1", "Outlet 1", second)))


@pytest.mark.parametrize(
    ("event_type", "first", "second", "published", "one_event"),
    [
        # of nobody in particular
        ("protest", (None, [CROWD]), (None, [CROWD]), PUBLISHED, True),
        ("protest", (None, []), (None, []), PUBLISHED, True),
        ("protest", (None, [CROWD]), (None, []), "2023-03-23", True),
        # no news any more
        ("protest", (None, [CROWD]), (None, [CROWD]), "2023-03-25", False),
        ("protest", (DAY, []), (DAY, []), "2023-03-25", True),
        # "on Monday" of another week
        ("protest", (DAY, [CROWD]), ("2023-03-27", [CROWD]), "2023-03-28", False),
        # who is named in it tells them apart
        ("rejection", (None, [VELLA]), (None, [BORG]), PUBLISHED, False),
        # a set phrase of nobody in particular
        ("protest", (MONTH, []), (MONTH, []), PUBLISHED, False),
        ("rejection", (MONTH, [TO_MALTA, VELLA]), (MONTH, [VELLA]), PUBLISHED, True),
    ],
)
def test_the_same_words_of_the_same_days_tell_one_event(event_type, first, second, published, one_event):
    for told in ((first, second), (second, first)):
        links = merged(event_type, *told, wordings=(7, 7), second=published).links
        assert len(together(links)) == 2 - one_event


def test_other_words_of_nobody_in_particular_tell_two_events_and_no_words_are_no_words():
    for wordings in ((7, 8), (7, None), (None, None)):
        links = merged("protest", (None, [CROWD]), (None, [CROWD]), wordings=wordings).links
        assert len(together(links)) == 2


def test_the_reason_says_that_the_words_are_the_same():
    reasons = merged("protest", (None, []), (None, []), wordings=(7, 7)).links["merge_reason"].to_list()
    assert "same type, undated, published the same day, same words" in reasons


def test_the_words_of_every_report_of_an_event_are_known():
    """The third report says what the second said, and shares nothing else with the first."""
    rows = [
        mention("m0", "a0", "protest", DAY, [VELLA, TO_MALTA]),
        mention("m1", "a1", "protest", DAY, [VELLA]),
        mention("m2", "a2", "protest", DAY, []),
    ]
    frame = mentions_frame(rows).with_columns(pl.Series(WORDING, [1, 2, 2], dtype=pl.UInt32))
    articles = articles_frame(*[(f"a{n}", f"Outlet {n}", PUBLISHED) for n in range(3)])
    assert len(together(merge_mentions(frame, articles).links)) == 1
