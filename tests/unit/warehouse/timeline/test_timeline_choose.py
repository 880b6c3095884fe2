"""What mattered: importance and the cut."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from transforms.schema import STATUSES
from warehouse.timeline.choose import (
    ENOUGH_SURE,
    FEW_ENTRIES,
    MAX_ENTRIES,
    SURE,
    fairly_sure,
    load_salience,
    most_important,
    with_importance,
)

COLUMNS = {
    "event_id": pl.String,
    "event_type": pl.String,
    "status": pl.String,
    "start_date": pl.Date,
    "actor_names": pl.List(pl.String),
    "n_sources": pl.Int64,
    "n_articles": pl.Int64,
    "confidence": pl.Float64,
}
PLAIN = {
    "event_id": "plain",
    "event_type": "meeting",
    "status": "happened",
    "start_date": date(2023, 3, 20),
    "actor_names": ["Ann Lee"],
    "n_sources": 2,
    "n_articles": 3,
    "confidence": 0.8,
}
OTHERS = [
    PLAIN
    | {"event_id": f"other{n}", "actor_names": ["Ann Lee", "Bo Day"] if n % 2 else ["Cy Orr"], "n_sources": 1 + n % 3}
    for n in range(6)
]


def events(*rows: dict[str, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=COLUMNS)


def importance(*rows: dict[str, object]) -> dict[str, float]:
    weighed = with_importance(events(*rows))
    return dict(zip(weighed["event_id"], weighed["importance"], strict=True))


@pytest.mark.parametrize(
    "difference",
    [{"n_sources": 4}, {"n_articles": 9}, {"confidence": 0.95}, {"event_type": "ceasefire"}],
    ids=["more outlets", "more articles", "surer", "a weightier type"],
)
def test_what_more_supports_matters_more(difference):
    weights = importance(PLAIN, PLAIN | difference | {"event_id": "better"}, *OTHERS)
    assert weights["better"] > weights["plain"]


@pytest.mark.parametrize(
    "difference",
    [
        {"actor_names": ["Zed Ost"]},
        {"actor_names": []},
        {"status": "alleged"},
        {"status": "denied"},
        {"event_type": "speech"},
        {"start_date": None},
    ],
    ids=["a minor actor", "nobody", "alleged", "denied", "only words", "undated"],
)
def test_what_less_supports_matters_less(difference):
    weights = importance(PLAIN, PLAIN | difference | {"event_id": "worse"}, *OTHERS)
    assert weights["worse"] < weights["plain"]


def test_importance_lies_between_0_and_1_whatever_is_counted():
    unknown = PLAIN | {
        "event_id": "new",
        "event_type": "coronation",
        "n_sources": 0,
        "n_articles": 0,
        "actor_names": None,
    }
    assert all(0 <= weight <= 1 for weight in importance(PLAIN, unknown, *OTHERS).values())
    assert importance(unknown)["new"] > 0
    assert with_importance(events()).height == 0


def test_an_actor_whom_more_events_name_is_more_central():
    """Ann Lee stands in four of seven events, Cy Orr in three: their events differ in nothing else."""
    weights = importance(PLAIN, *(row | {"n_sources": 2} for row in OTHERS))
    assert weights["plain"] > weights["other0"]


def test_the_order_of_events_changes_nothing_but_is_kept():
    rows = [PLAIN, *OTHERS]
    assert importance(*reversed(rows)) == importance(*rows)
    assert with_importance(events(*rows))["event_id"].to_list() == [row["event_id"] for row in rows]
    assert most_important(with_importance(events(*reversed(rows))), 3).equals(
        most_important(with_importance(events(*rows)), 3)
    )


@pytest.mark.parametrize(
    ("limit", "kept"), [(1, ["a"]), (2, ["a", "b"]), (0, []), (9, ["a", "b", "c"]), (None, ["a", "b", "c"])]
)
def test_a_limit_keeps_the_heaviest_and_ties_go_to_the_smaller_id(limit, kept):
    weighed = pl.DataFrame({"event_id": ["c", "b", "a"], "importance": [0.4, 0.4, 0.6]})
    assert most_important(weighed, limit)["event_id"].to_list() == kept


def test_without_a_limit_a_timeline_stays_readable():
    weighed = pl.DataFrame({"event_id": [f"{n:05}" for n in range(MAX_ENTRIES + 10)]}).with_columns(importance=0.5)
    assert most_important(weighed, None).height == MAX_ENTRIES


def test_the_table_of_weights_knows_every_type_and_status_of_the_ontology():
    from transforms.events import load_ontology

    salience = load_salience()
    assert set(load_ontology().types) <= set(salience.types)
    assert set(STATUSES) - {"hypothetical"} == set(salience.statuses)


def test_an_unsure_report_of_one_article_is_left_out_where_enough_else_is_told():
    surer = [PLAIN | {"event_id": f"sure{n}", "confidence": SURE} for n in range(ENOUGH_SURE)]
    unsure = PLAIN | {"confidence": SURE - 0.1, "n_articles": 1}
    others = [unsure | {"event_id": f"unsure{n}"} for n in range(FEW_ENTRIES)]
    undated = unsure | {"event_id": "undated", "start_date": None, "confidence": SURE}
    told_twice = undated | {"event_id": "twice", "n_articles": 2}
    kept = fairly_sure(events(*surer, *others, undated, told_twice))["event_id"].to_list()
    assert kept == [*(f"sure{n}" for n in range(ENOUGH_SURE)), "twice"]
    assert fairly_sure(events(*surer[2:], *others)).height == FEW_ENTRIES + ENOUGH_SURE - 2
    assert fairly_sure(events(*surer, *others[:5])).height == ENOUGH_SURE + 5
