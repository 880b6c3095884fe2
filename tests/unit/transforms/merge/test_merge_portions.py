"""Mentions that are merged in portions, in this process or in others."""

from __future__ import annotations

import polars as pl
import pytest
from merge_rows import TO_RUSSIA, Actor, articles_frame, mention, mentions_frame, together

from orchestration.parallel import map_portions
from transforms.merge import HandOut, merge_all
from transforms.merge.portions import in_portions

ARTICLES = articles_frame(("a1", "Reuters", "2023-03-21"), ("a2", "BBC", "2023-03-21"))
PUTIN: Actor = ("Vladimir Putin", "source", "person", None)
PUTIN_OF_RUSSIA: Actor = ("Vladimir Putin", "source", "person", "Russia")
PRESIDENT: Actor = ("the Russian president", "source", "person", "Russia")


@pytest.mark.parametrize("hand_out", [map, map_portions])
def test_the_state_of_a_person_that_one_type_tells_holds_in_the_lots_of_others(hand_out: HandOut):
    reports = [
        mention("m1", "a1", "speech", "2023-03-20", [PUTIN]),
        mention("m2", "a2", "speech", "2023-03-20", [PRESIDENT]),
    ]
    visit = mention("m3", "a1", "visit", "2023-03-10", [PUTIN_OF_RUSSIA, TO_RUSSIA])
    apart = merge_all(mentions_frame(reports), ARTICLES, hand_out, mentions_per_portion=1)
    assert together(apart.events.links) == {frozenset({"m1"}), frozenset({"m2"})}
    joined = merge_all(mentions_frame([*reports, visit]), ARTICLES, hand_out, mentions_per_portion=1)
    assert together(joined.events.links) == {frozenset({"m1", "m2"}), frozenset({"m3"})}


def test_of_two_rows_with_one_id_the_same_one_counts_whatever_their_types_and_lots():
    rows = [
        mention("m1", "a1", "visit", "2023-03-20", [PUTIN]),
        mention("m1", "a2", "speech", "2023-03-20", [PUTIN]),
    ]
    for frame in (mentions_frame(rows), mentions_frame(rows[::-1])):
        assert merge_all(frame, ARTICLES, mentions_per_portion=1).events.events["event_type"].to_list() == ["visit"]


@pytest.mark.parametrize(
    ("size", "types"),
    [
        (6, [{"visit", "speech", "attack"}]),
        (3, [{"visit"}, {"speech", "attack"}]),
        (1, [{"visit"}, {"speech"}, {"attack"}]),
    ],
)
def test_a_lot_holds_whole_types_with_their_articles_the_commonest_first(size: int, types: list[set[str]]):
    counts = {"attack": 1, "visit": 3, "speech": 2}
    rows = [
        mention(f"{event_type}{number}", "a2" if event_type == "attack" else "a1", event_type, None, [PUTIN])
        for event_type, n in counts.items()
        for number in range(n)
    ]
    portions = in_portions(mentions_frame(rows), ARTICLES, pl.DataFrame(), size)
    assert [set(portion.mentions["event_type"]) for portion in portions] == types
    assert sorted(mention_id for portion in portions for mention_id in portion.mentions["mention_id"]) == sorted(
        row["mention_id"] for row in rows
    )
    assert all(set(portion.mentions["article_id"]) <= set(portion.articles["article_id"]) for portion in portions)
