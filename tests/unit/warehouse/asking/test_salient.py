"""Which events can matter among very many: what the database ranks is what the formula says."""

from __future__ import annotations

from math import log

import duckdb
import pytest

from warehouse.asking.filters import EventFilter
from warehouse.asking.packed import EVENT_FIELDS
from warehouse.asking.salient import CANDIDATES, MANY_OF_FIRST, salient_rows
from warehouse.queries import told_events
from warehouse.timeline.choose import ranking

# A mart with its best reported events first, and after them what a later run appended.
MART = """
    create table main.timeline as
    select
        'e' || i as event_id,
        md5_number_lower('e' || i) as event_key,
        event_key % 16777216 as lookup_key,
        ['visit', 'attack', 'speech', 'agreement'][1 + (hash(i) % 4)::int] as event_type,
        ['happened', 'happened', 'planned', 'denied'][1 + (hash(i + 1) % 4)::int] as status,
        if(hash(i + 2) % 9 = 0, null, date '2023-01-01' + (i % 300)::int) as start_date,
        ['Actor ' || i % 50] as actor_names,
        if(i < {sorted}, greatest(1, {most} - i // 100), 1 + hash(i + 3) % {most})::bigint as n_sources,
        if(i = {sorted} + 7, 900, 1 + hash(i + 4) % 40)::bigint as n_articles,
        0.5 + (hash(i + 5) % 1000) / 2000 as confidence
    from range({n}) as numbers(i)
    order by i
"""


def pack(db: duckdb.DuckDBPyConnection) -> None:
    """Give each row what the model packs of it."""
    held = {row[0] for row in db.sql("describe main.timeline").fetchall()}
    actors = "list_transform(actor_names, lambda name: {'name': name})"
    values = ", ".join(actors if name == "actors" else name if name in held else "null" for name in EVENT_FIELDS)
    db.execute("alter table main.timeline add column packed varchar")
    db.execute(f"update main.timeline set packed = '[' || json_array({values})::varchar || ',[]]'")


def know_names(db: duckdb.DuckDBPyConnection) -> None:
    """Make the marts by which names are looked up."""
    db.execute(
        "create table main.actor_activity as"
        " select 'Actor ' || i as actor_name, ' actor ' || i || ' ' as name_words from range(50) as numbers(i)"
    )
    db.execute(
        "create table main.event_names as select unnest(actor_names) as actor_name, event_key from main.timeline"
    )


def rank(row: dict, most_sources: int, most_articles: int) -> float:
    weights = ranking()
    share = (
        weights.sources * log(row["n_sources"]) / log(most_sources)
        + weights.articles * log(row["n_articles"]) / log(most_articles)
        + weights.type * weights.types.get(row["event_type"], weights.default)
        + weights.confidence * row["confidence"]
    )
    dated = weights.undated if row["start_date"] is None else 1.0
    return share * weights.statuses.get(row["status"], weights.default) * dated


@pytest.mark.parametrize(("n", "most"), [(MANY_OF_FIRST + 5000, 60), (MANY_OF_FIRST + 5000, 2), (2000, 60)])
@pytest.mark.parametrize("asked", [EventFilter(), EventFilter(status=("happened", "denied"), min_sources=2)])
def test_of_very_many_events_those_are_read_that_the_formula_ranks_first(n, most, asked):
    db = duckdb.connect()
    db.execute(MART.format(n=n, most=most, sorted=n - 1000))
    rows = db.sql("from main.timeline").pl().to_dicts()
    if asked.status:
        rows = [row for row in rows if row["status"] in asked.status and row["n_sources"] >= 2]
    most_sources, most_articles = (max(row[name] for row in rows) for name in ("n_sources", "n_articles"))
    rows.sort(key=lambda row: (-round(rank(row, most_sources, most_articles), 12), row["event_id"]))

    found = salient_rows(db, asked, ranking(), 0)

    assert found.n_events == len(rows)
    assert found.events["event_id"].to_list() == [row["event_id"] for row in rows[:CANDIDATES]]


@pytest.mark.parametrize("n_names", [3, 20])
def test_the_events_of_few_and_of_many_names_are_ranked_alike(n_names):
    names = [f"Actor {number}" for number in range(n_names)]
    db = duckdb.connect()
    db.execute(MART.format(n=3000, most=60, sorted=2000))
    know_names(db)
    rows = [row for row in db.sql("from main.timeline").pl().to_dicts() if row["actor_names"][0] in names]
    most_sources, most_articles = (max(row[name] for row in rows) for name in ("n_sources", "n_articles"))
    rows.sort(key=lambda row: (-round(rank(row, most_sources, most_articles), 12), row["event_id"]))

    found = salient_rows(db, EventFilter(actor=[f'"{name}"' for name in names]), ranking(), 0)

    assert found.n_events == len(rows)
    assert found.events["event_id"].to_list() == [row["event_id"] for row in rows[:CANDIDATES]]


@pytest.mark.parametrize("asked", [EventFilter(actor='"Actor 7"'), EventFilter(min_sources=5, precision="day")])
def test_few_events_that_lie_far_apart_are_read_with_all_that_is_told_of_them_and_weighed_alike(asked):
    db = duckdb.connect()
    db.execute(MART.format(n=4000, most=1, sorted=4000))
    db.execute(
        "update main.timeline set n_sources = if(event_id in ('e0', 'e3999'), 5, 1), actor_names = if(event_id in ('e0', 'e3999'), ['Actor 7', 'Borg'], ['Actor 8'])"
    )
    db.execute("alter table main.timeline add column precision varchar default 'day'")
    know_names(db)
    pack(db)

    found = salient_rows(db, asked, ranking(), 0)

    columns = ", ".join(name for name in found.events.columns if name != "row")
    held = db.sql(f"select {columns}, rowid as row from main.timeline where n_sources = 5").pl()
    assert found.events.sort("row").equals(held.sort("row"))
    assert found.told is not None
    assert {each.event["event_id"] for each in found.told} == {"e0", "e3999"}


def test_an_event_is_ranked_with_its_row_in_the_mart():
    db = duckdb.connect()
    db.execute(MART.format(n=500, most=60, sorted=400))

    found = salient_rows(db, EventFilter(), ranking(), 0)

    assert found.events["row"].to_list() == [int(event_id[1:]) for event_id in found.events["event_id"]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="places unknown"),
        pytest.param([0, 5, 9], id="close together"),
        pytest.param([0, 5, 290, 2999], id="a few far off"),
        pytest.param([3, 2000, 2999], id="scattered"),
    ],
)
def test_events_are_told_wherever_they_lie_in_the_mart(rows):
    db = duckdb.connect()
    db.execute(MART.format(n=3000, most=60, sorted=2000))
    pack(db)
    wanted = [f"e{row}" for row in rows or [1, 700]]

    told = told_events(db, wanted, rows=rows)

    assert sorted(each.event["event_id"] for each in told) == sorted(wanted)
