"""What mattered: importance and the cut."""

from __future__ import annotations

import random

import pytest

from transforms.schema import STATUSES
from warehouse.timeline.choose import (
    MAX_ENTRIES,
    Candidate,
    actor_centrality,
    importances,
    load_salience,
    most_important,
)

PLAIN = Candidate("plain", "meeting", "happened", ("Ann Lee",), n_sources=2, n_articles=3, confidence=0.8)
OTHERS = [
    PLAIN._replace(event_id=f"other{n}", actors=("Ann Lee", "Bo Day") if n % 2 else ("Cy Orr",), n_sources=1 + n % 3)
    for n in range(6)
]


@pytest.mark.parametrize(
    "better",
    [
        PLAIN._replace(event_id="better", n_sources=4),
        PLAIN._replace(event_id="better", n_articles=9),
        PLAIN._replace(event_id="better", confidence=0.95),
        PLAIN._replace(event_id="better", event_type="ceasefire"),
    ],
    ids=["more outlets", "more articles", "surer", "a weightier type"],
)
def test_what_more_supports_matters_more(better: Candidate):
    weights = importances([PLAIN, better, *OTHERS])
    assert weights["better"] > weights["plain"]


@pytest.mark.parametrize(
    "worse",
    [
        PLAIN._replace(event_id="worse", actors=("Zed Ost",)),
        PLAIN._replace(event_id="worse", actors=()),
        PLAIN._replace(event_id="worse", status="alleged"),
        PLAIN._replace(event_id="worse", status="denied"),
        PLAIN._replace(event_id="worse", event_type="speech"),
        PLAIN._replace(event_id="worse", is_dated=False),
    ],
    ids=["a minor actor", "nobody", "alleged", "denied", "only words", "undated"],
)
def test_what_less_supports_matters_less(worse: Candidate):
    weights = importances([PLAIN, worse, *OTHERS])
    assert weights["worse"] < weights["plain"]


def test_importance_lies_between_0_and_1_and_no_events_have_none():
    assert all(0 <= weight <= 1 for weight in importances([PLAIN, *OTHERS]).values())
    assert importances([]) == {}


def test_the_order_of_events_changes_nothing():
    events = [PLAIN, *OTHERS]
    shuffled = random.Random(1).sample(events, len(events))
    assert importances(shuffled) == importances(events)
    assert most_important(importances(shuffled), 3) == most_important(importances(events), 3)


def test_the_actor_whom_most_events_name_is_the_most_central():
    centrality = actor_centrality([PLAIN, *OTHERS])
    assert centrality == {"Ann Lee": 1.0, "Bo Day": 0.75, "Cy Orr": 0.75}


@pytest.mark.parametrize(
    ("limit", "kept"), [(1, {"a"}), (2, {"a", "b"}), (0, set()), (9, {"a", "b", "c"}), (None, {"a", "b", "c"})]
)
def test_a_limit_keeps_the_heaviest_and_ties_go_to_the_smaller_id(limit, kept):
    assert most_important({"c": 0.4, "b": 0.4, "a": 0.6}, limit) == kept


def test_without_a_limit_a_timeline_stays_readable():
    weights = {f"{n:05}": 0.5 for n in range(MAX_ENTRIES + 10)}
    assert len(most_important(weights, None)) == MAX_ENTRIES


def test_the_table_of_weights_knows_every_type_and_status_of_the_ontology():
    from transforms.events import load_ontology

    salience = load_salience()
    assert set(load_ontology().types) <= set(salience.types)
    assert set(STATUSES) - {"hypothetical"} == set(salience.statuses)
