"""Merging step by step gives what merging all at once gives, whatever comes in whichever order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from warehouse_rows import article, everything, load_articles, load_mentions, mention, rows_of, same_tables

from transforms.merge import merge_version
from warehouse.connection import IN_MEMORY, Warehouse, WarehouseError
from warehouse.merging import merge as event_merge
from warehouse.merging import write as event_load
from warehouse.merging.dirt import STAGE, find_dirt
from warehouse.merging.merge import merge_events, merge_once
from warehouse.merging.write import EventCounts

STEP_BY_STEP = 2.0
ALL_AT_ONCE = -1.0
STATE_OF_MERGING = ("events", "event_links", "event_cores", "core_members", "person_states", "extractions")

READINGS = count()

Told = tuple[dict[str, Any], list[dict[str, Any]]]

PEOPLE = (
    ("Xi Jinping", "person", "China"),
    ("Xi Jinping", "person", None),
    ("Vladimir Putin", "person", "Russia"),
    ("Vladimir Putin", "person", "Belarus"),
    ("Putin", "person", None),
    ("China", "state", "China"),
    ("Russia", "state", "Russia"),
    ("International Criminal Court", "organisation", None),
    ("protesters", "group", None),
    ("Norfield man", "person", None),
)
FIRST = date(2023, 2, 20)
TEXTS = (
    "Envoys of the two towns by the lake met again and spoke of the bridge that neither of them wants to pay for.",
    "Nobody had seen the mayor since the weekend, said her deputy, who held the keys of the hall in his hand.",
)

actors = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["source", "target"])).map(
        lambda pair: {"name": pair[0][0], "role": pair[1], "kind": pair[0][1], "state": pair[0][2]}
    ),
    max_size=2,
)
days = st.integers(0, 20).map(lambda n: (FIRST + timedelta(days=n), FIRST + timedelta(days=n), "day"))
spans = st.sampled_from(
    [
        (FIRST, FIRST + timedelta(days=2), "days"),
        (FIRST + timedelta(days=1), FIRST + timedelta(days=4), "days"),
        (date(2023, 2, 1), date(2023, 2, 28), "month"),
        (date(2023, 3, 1), date(2023, 3, 31), "month"),
        (date(2023, 1, 1), date(2023, 12, 31), "year"),
        (None, None, "unknown"),
    ]
)


@st.composite
def told_article(draw: st.DrawFn, number: int) -> Told:
    """One article with its mentions."""
    published = FIRST + timedelta(days=draw(st.integers(0, 20)))
    text = draw(st.sampled_from(TEXTS))
    row = article(
        f"a{number}",
        text=text,
        source=draw(st.sampled_from(["Reuters", "BBC", "Vladimir Putin", None])),
        published_at=datetime.combine(published, datetime.min.time()).astimezone(),
        published_date=published,
        near_duplicate_of=draw(st.sampled_from(["a0", "a1", None, None])) if number > 1 else None,
    )
    mentions = []
    for place in range(draw(st.integers(0, 3))):
        start, end, precision = draw(st.one_of(days, days, spans))
        mentions.append(
            mention(
                row["article_id"],
                mention_id=f"m{number}-{place}",
                trigger_start=10 * place,
                trigger_end=10 * place + 7,
                sentence_start=0,
                sentence_end=len(text),
                event_type=draw(st.sampled_from(["visit", "meeting", "attack", "charge", "death", "peace_plan"])),
                trigger=draw(st.sampled_from(["arrived", "meet"])),
                start_date=start,
                end_date=end,
                precision=precision,
                edtf=None,
                date_basis="relative" if start else None,
                actors=draw(actors),
                place=draw(st.sampled_from([None, "Moscow", "Kherson", "Russia"])),
                status=draw(st.sampled_from(["happened", "planned", "hypothetical"])),
            )
        )
    return row, mentions


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    """Some articles; of some there is an earlier version, which stands before them."""
    found = []
    for number in range(draw(st.integers(2, 7))):
        if draw(st.booleans()) and draw(st.booleans()):
            found.append(draw(told_article(number)))
        found.append(draw(told_article(number)))
    return found


def load(db: Warehouse, told: Sequence[Told]) -> None:
    for version, (row, mentions) in enumerate(told):
        row = row | {"content_hash": f"{row['article_id']}-{next(READINGS)}"}
        with db.writing() as connection:
            connection.execute("delete from raw.articles where article_id = ?", [row["article_id"]])
            connection.execute("delete from raw.article_versions where article_id = ?", [row["article_id"]])
        load_articles(db, row)
        load_mentions(db, [row], mentions, version=f"v{version}")


def state(db: Warehouse, tables: Sequence[str] = STATE_OF_MERGING) -> dict[str, list[str]]:
    """Rows as text; the extractions as far as merging notes them."""
    rows = {table: rows_of(db, f"from raw.{table} order by all") for table in tables}
    rows["extractions"] = [(row[0], row[4]) for row in rows.get("extractions", []) if row[1] == STAGE]
    return {table: [repr(row) for row in found] for table, found in rows.items()}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(told=stories(), data=st.data())
def test_any_batching_in_any_order_gives_the_same_events_as_merging_all_at_once(told, data):
    latest = {row["article_id"]: at for at, (row, _) in enumerate(told)}
    at_once, step_by_step, once = Warehouse(IN_MEMORY), Warehouse(IN_MEMORY), Warehouse(IN_MEMORY)
    load(at_once, [told[at] for at in latest.values()])
    merge_events(at_once, "run", ALL_AT_ONCE)
    load(once, [told[at] for at in latest.values()])
    merge_once(once, "run")
    assert state(once, ("events", "event_links")) == state(at_once, ("events", "event_links"))
    # earlier versions come before later ones, otherwise in any order
    order = data.draw(st.permutations(range(len(told))))
    order = sorted(order, key=lambda at: at in latest.values())
    while order:
        size = data.draw(st.integers(1, len(order)))
        load(step_by_step, [told[at] for at in order[:size]])
        merge_events(step_by_step, "run", STEP_BY_STEP)
        order = order[size:]
    assert state(step_by_step) == state(at_once)


def two_visits(db: Warehouse) -> None:
    load(db, [(article(f"a{n}"), [mention(f"a{n}")]) for n in (1, 2)])


def test_a_second_merge_changes_nothing(db):
    two_visits(db)
    assert merge_events(db, "run").n_added == 1
    before = everything(db)
    assert merge_events(db, "again") == EventCounts(1, 0, 0, 0)
    assert same_tables(before, everything(db)) == []


def test_changed_words_of_merging_merge_everything_again(db, monkeypatch):
    two_visits(db)
    merge_events(db, "run")
    with db.writing() as connection:
        connection.execute("update raw.events set title = 'as older words had it'")
    assert merge_events(db, "again").n_changed == 0
    for module in (event_merge, event_load):
        monkeypatch.setattr(module, "merge_version", lambda: "other words")
    assert merge_events(db, "with other words").n_changed == 1
    assert merge_events(db, "again") == EventCounts(1, 0, 0, 0)


def test_a_mention_that_tells_of_another_type_no_longer_hosts_what_it_hosted(db):
    spring = {"start_date": date(2023, 3, 1), "end_date": date(2023, 3, 31), "precision": "month"}
    vague = (article("a2"), [mention("a2", event_type="meeting", **spring)])
    told = mention("a1", event_type="meeting")
    load(db, [(article("a1"), [told]), vague])
    merge_events(db, "run")
    assert rows_of(db, "select count(distinct event_id) from raw.event_links") == [(1,)]
    load(db, [(article("a1", title="Revised"), [told | {"event_type": "attack"}]), vague])
    merge_events(db, "again", STEP_BY_STEP)
    kinds = "select mention_id, event_type from raw.event_links join raw.events using (event_id) order by all"
    assert [event_type for _, event_type in rows_of(db, kinds)] == ["attack", "meeting"]


def test_an_event_that_joins_another_resolves_to_it(db):
    two_visits(db)
    load(db, [(article("a3"), [mention("a3", actors=[], place=None)])])
    merge_events(db, "run", STEP_BY_STEP)
    gone = rows_of(db, "select event_id from raw.event_links where mention_id = 'a3-arrived'")[0][0]
    load(db, [(article("a3"), [mention("a3")])])
    counts = merge_events(db, "corrected", STEP_BY_STEP)
    assert (counts.n_events, counts.n_removed) == (1, 1)
    [(event_id,)] = rows_of(db, "select event_id from raw.events")
    assert rows_of(db, "from raw.event_aliases") == [(gone, event_id, "corrected")]


def test_what_was_worked_out_from_tables_that_changed_meanwhile_is_not_written(db):
    two_visits(db)
    merge_events(db, "run")
    load(db, [(article("a3"), [mention("a3")])])
    with db.reading() as connection:
        find_dirt(connection, merge_version())
        changes = event_merge._changes(connection)
    merge_events(db, "meanwhile", STEP_BY_STEP)
    load(db, [(article("a4"), [mention("a4", place=None, start_date=None, end_date=None)])])
    merge_events(db, "meanwhile", STEP_BY_STEP)
    with pytest.raises(WarehouseError, match="another run has merged"):
        event_load.write_event_changes(db, changes, "late")


@pytest.mark.parametrize("most_dirty", [STEP_BY_STEP, ALL_AT_ONCE])
def test_what_is_counted_in_the_text_keeps_events_apart(most_dirty):
    """The words around a trigger are read from the articles, whichever way events are merged."""
    db = Warehouse(IN_MEMORY)
    texts = {
        "a1": "Envoys of both sides held the second round of talks.",
        "a2": "Envoys of both sides held the third round of talks.",
        "a3": "Envoys of both sides ended the second round of talks.",
    }
    for article_id, text in texts.items():
        start, said = text.index("talks"), article(article_id, text=text)
        told = mention(article_id, event_type="meeting", trigger_start=start, trigger_end=start + 5)
        load_articles(db, said)
        load_mentions(db, [said], [told | {"trigger": "talks", "sentence_end": len(text)}])
        merge_events(db, "run-1", most_dirty)
    together = rows_of(
        db,
        "select list(article_id order by 1) from raw.event_links join raw.event_mentions using (mention_id) group by event_id order by 1",
    )
    assert together == [(["a1", "a3"],), (["a2"],)]


@pytest.mark.parametrize("most_dirty", [STEP_BY_STEP, ALL_AT_ONCE])
def test_articles_that_tell_it_in_the_same_words_tell_one_event(most_dirty):
    """Capitals, signs and line breaks make no other words; a few words may be anybody's."""
    db = Warehouse(IN_MEMORY)
    texts = {
        "a1": "Shopkeepers of the old town marched to the harbour on Tuesday, beating pots and pans.",
        "a2": "MALTA: news. Shopkeepers of the old town marched to the harbour\non Tuesday beating pots and pans.",
        "a3": "Shopkeepers of the new town marched to the harbour on Tuesday, beating pots and pans.",
        "a4": "Shopkeepers marched to town.",
        "a5": "Shopkeepers marched to town.",
    }
    for article_id, text in texts.items():
        start, said = text.index("marched"), article(article_id, text=text)
        sentence = {"sentence_start": text.index("Shop"), "sentence_end": len(text)}
        at = {"trigger_start": start, "trigger_end": start + 7} | sentence
        undated = {"start_date": None, "end_date": None, "precision": "unknown", "edtf": None, "date_basis": None}
        told = mention(article_id, event_type="protest", actors=[], place=None, **at, **undated)
        load_articles(db, said)
        load_mentions(db, [said], [told | {"trigger": "marched"}])
        merge_events(db, "run-1", most_dirty)
    together = rows_of(
        db,
        "select list(article_id order by 1) from raw.event_links join raw.event_mentions using (mention_id) group by event_id order by 1",
    )
    assert together == [(["a1", "a2"],), (["a3"],), (["a4"],), (["a5"],)]
