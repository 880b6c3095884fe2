from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_rows import Actor, articles_frame, mention, mentions_frame

from transforms.merge import WORDING, Merged, merge_all, merge_mentions

PEOPLE: tuple[tuple[str, str, str | None], ...] = (
    ("Xi Jinping", "person", "China"),
    ("Xi", "person", "China"),
    ("Vladimir Putin", "person", "Russia"),
    ("Putin", "person", None),
    ("China", "state", "China"),
    ("Chinese Foreign Ministry", "organisation", "China"),
    ("Russia", "state", "Russia"),
    ("ICC", "organisation", None),
    ("International Criminal Court", "organisation", None),
    ("protesters", "group", None),
    ("Norfield man", "person", None),
)
FIRST_DAY = date(2023, 2, 20)
ARTICLES = articles_frame(
    ("a0", "Reuters", "2023-03-20"),
    ("a1", "BBC", "2023-03-21"),
    ("a2", None, "2023-03-21"),
    ("a3", "BBC", "2023-03-22"),
    ("a4", "DW", "2023-03-25"),
    ("a5", "AFP", "2023-02-24"),
    copies={"a3": "a1"},
)
KNOWN_ARTICLES = [f"a{number}" for number in range(7)]  # a6 has no row among the articles

actors = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["source", "target", "participant", "speaker"])).map(
        lambda pair: (pair[0][0], pair[1], pair[0][1], pair[0][2])
    ),
    max_size=3,
    unique=True,
)
days = st.integers(0, 32).map(lambda n: (FIRST_DAY + timedelta(days=n)).isoformat())
spans = st.tuples(st.integers(0, 32), st.integers(1, 5)).map(
    lambda span: f"{FIRST_DAY + timedelta(days=span[0])}/{FIRST_DAY + timedelta(days=sum(span))}"
)
months = st.sampled_from(
    ["2023-02-01/2023-02-28", "2023-03-01/2023-03-31", "2023-01-01/2023-12-31", "2020-01-01/2029-12-31"]
)


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, object]]:
    found = []
    for number in range(draw(st.integers(1, 14))):
        found.append(
            mention(
                f"m{number:02d}",
                draw(st.sampled_from(KNOWN_ARTICLES)),
                draw(st.sampled_from(["visit", "meeting", "attack", "charge"])),
                draw(st.one_of(days, spans, months, st.none())),
                draw(actors),
                place=draw(st.sampled_from([None, "Moscow", "Russia", "Kherson", "China"])),
                status=draw(st.sampled_from(["happened", "planned", "alleged", "denied", "ongoing", "hypothetical"])),
                basis=draw(st.sampled_from(["explicit", "relative", "published", "event"])),
                confidence=draw(st.sampled_from([0.3, 0.55, 0.8])),
                at=draw(st.integers(0, 3000)),
                trigger=draw(st.sampled_from(["talks", "summit"])),
            )
        )
    return found


def worded(found: list[dict[str, object]]) -> pl.DataFrame:
    """Mentions whose words some others repeat, by where they stand."""
    told = mentions_frame(found)
    return told.with_columns((pl.col("trigger_start") % 5).cast(pl.UInt32).replace(0, None).alias(WORDING))


def merge(found: list[dict[str, object]]) -> Merged:
    return merge_mentions(worded(found), ARTICLES)


def as_text(merged: Merged) -> tuple[str, str]:
    return merged.events.write_ndjson(), merged.links.write_ndjson()


@settings(max_examples=50, deadline=None)
@given(found=rows(), data=st.data())
def test_no_order_and_no_batching_of_the_same_rows_changes_a_byte(found, data):
    shuffled = data.draw(st.permutations(found))
    cut = data.draw(st.integers(0, len(found)))
    batched = pl.concat([worded(shuffled[:cut]), worded(shuffled[cut:])], rechunk=False)
    again = merge_mentions(batched, ARTICLES.sample(fraction=1.0, shuffle=True, seed=cut))
    assert as_text(again) == as_text(merge(found))


@settings(max_examples=50, deadline=None)
@given(found=rows(), size=st.integers(1, 6))
def test_no_number_of_lots_changes_a_byte(found, size):
    """Two types share the states of persons: what a visit tells of somebody's state holds for an attack."""
    whole = merge_all(worded(found), ARTICLES)
    portions = merge_all(worded(found), ARTICLES, mentions_per_portion=size)
    assert as_text(portions.events) == as_text(whole.events)
    assert portions.states.equals(whole.states)
    assert portions.cores.cores.sort("core_id").equals(whole.cores.cores.sort("core_id"))
    assert portions.cores.members.sort("mention_id").equals(whole.cores.members.sort("mention_id"))


@settings(max_examples=50, deadline=None)
@given(rows())
def test_every_mention_that_is_not_hypothetical_has_one_link_to_an_event_that_exists(found):
    merged = merge(found)
    assert merged.links["mention_id"].to_list() == sorted(
        str(row["mention_id"]) for row in found if row["status"] != "hypothetical"
    )
    assert set(merged.links["event_id"]) == set(merged.events["event_id"])
    assert merged.events["event_id"].is_unique().all()
    assert merged.events["n_mentions"].sum() == merged.links.height


def share_a_day(one: dict[str, object], other: dict[str, object]) -> bool:
    return one["start_date"] <= other["end_date"] and other["start_date"] <= one["end_date"]  # type: ignore[operator]


def within_a_span(one: dict[str, object], other: dict[str, object], members: list[dict[str, object]]) -> bool:
    """Whether a visit of several days, told as such, holds a day of both."""
    return any(
        row["event_type"] == "visit"
        and row["precision"] == "days"
        and share_a_day(row, one)
        and share_a_day(row, other)
        for row in members
    )


@settings(max_examples=50, deadline=None)
@given(rows())
def test_all_intervals_of_an_event_share_its_type_and_a_day_or_lie_within_a_known_span_of_it(found):
    by_id = {row["mention_id"]: row for row in found}
    for (_,), links in merge(found).links.group_by("event_id"):
        members = [by_id[mention_id] for mention_id in links["mention_id"]]
        assert len({row["event_type"] for row in members}) == 1
        dated = [row for row in members if row["start_date"] is not None]
        for one, other in combinations(dated, 2):
            assert share_a_day(one, other) or within_a_span(one, other, dated)


@settings(max_examples=50, deadline=None)
@given(rows())
def test_the_interval_of_an_event_is_one_that_a_mention_gives(found):
    by_id = {row["mention_id"]: row for row in found}
    merged = merge(found)
    for event in merged.events.iter_rows(named=True):
        ids = merged.links.filter(pl.col("event_id") == event["event_id"])["mention_id"]
        given_by_mentions = {
            (row["start_date"], row["end_date"], row["precision"]) for row in (by_id[mention_id] for mention_id in ids)
        }
        assert (event["start_date"], event["end_date"], event["precision"]) in given_by_mentions


OTHERS: tuple[Actor, ...] = (
    ("Lula da Silva", "source", "person", "Brazil"),
    ("Argentina", "target", "state", "Argentina"),
)


@settings(max_examples=30, deadline=None)
@given(
    found=rows(),
    unrelated=st.lists(
        st.tuples(st.one_of(days, months, st.none()), st.sampled_from(["Buenos Aires", None])), max_size=4
    ),
)
def test_unrelated_mentions_change_no_event_that_is_there(found, unrelated):
    told = articles_frame(("b0", "Folha", "2023-03-20"))
    more = [
        mention(f"n{number}", "b0", "visit", when, OTHERS, place=place)
        for number, (when, place) in enumerate(unrelated)
    ]
    before = merge(found)
    after = merge_mentions(worded(found + more), pl.concat([ARTICLES, told]))
    ids = before.events["event_id"].implode()
    assert after.events.filter(pl.col("event_id").is_in(ids)).equals(before.events)
    assert after.links.filter(pl.col("event_id").is_in(ids)).equals(before.links)
