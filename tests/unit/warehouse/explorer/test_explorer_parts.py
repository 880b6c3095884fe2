"""The small parts: marked texts, places in a list, counting over time, remembering."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from warehouse_rows import article, build, event, link, load_articles, load_mentions, mention

from transforms.schema import EVENT_LINKS, EVENTS
from warehouse.asking.filters import EventFilter
from warehouse.connection import Warehouse
from warehouse.explorer.cache import Cache
from warehouse.explorer.catalogue import QUOTE_LENGTH
from warehouse.explorer.errors import BadRequestError
from warehouse.explorer.find.events import events_page
from warehouse.explorer.find.passages import Mark, passages
from warehouse.explorer.matches import density_of
from warehouse.explorer.pages.strip import HEIGHT, WIDTH, strip_of
from warehouse.explorer.params import Cursor, EventsParams, ListParams, read_params
from warehouse.explorer.security import host_name
from warehouse.explorer.store import Store
from warehouse.merging.write import write_events
from warehouse.queries import evidence_rows, timeline_rows
from warehouse.timeline.render.plain import without_controls

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70), st.sampled_from(["date", "trigger"]))),
)
def test_a_text_in_passages_is_the_text_and_marks_are_their_words(text, spans):
    marks = [Mark(start, end, kind) for start, end, kind in spans]
    found = list(passages(text, marks))
    fitting = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    assert {mark for passage in found for mark in passage.marks} == set(fitting)
    if "\n" not in text and text == without_controls(text) and not fitting:
        assert "".join(passage.text for passage in found) == text


def test_overlapping_marks_share_the_words_they_share():
    found = list(
        passages(
            "on Monday he arrived", [Mark(0, 20, "sentence"), Mark(3, 9, "date"), Mark(5, 20, "trigger", event_id="e1")]
        )
    )
    assert [(passage.text, passage.kinds) for passage in found] == [
        ("on ", "sentence"), ("Mo", "sentence date"), ("nday", "sentence date trigger"), (" he arrived", "sentence trigger"),
    ]  # fmt: skip
    assert found[2].event_id == "e1"


@given(st.one_of(st.none(), DAYS), st.text(min_size=1, max_size=20))
def test_a_place_in_a_list_survives_the_address(day, event_id):
    assert Cursor.of_words(str(Cursor(day, event_id))) == Cursor(day, event_id)


@given(st.lists(st.tuples(DAYS, st.integers(0, 400)), min_size=1, max_size=200))
def test_every_dated_event_is_in_one_bar_or_outside(spans):
    starts = sorted(start for start, _ in spans)
    ends = [min(start + timedelta(days=n), date.max) if (date.max - start).days > n else date.max for start, (_, n) in zip(starts, spans, strict=True)]  # fmt: skip
    density = density_of(pl.DataFrame({"start_date": starts, "end_date": ends}))
    inside = sum(bar.n_events + bar.n_rough for bar in density.bars)
    assert inside + density.n_earlier + density.n_later == len(spans)
    assert all(bar.first <= bar.last for bar in density.bars)
    assert len(density.bars) <= 165
    strip = strip_of(density, EventsParams.model_validate({}))
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.1 and bar.height + bar.rough <= HEIGHT + 0.1 for bar in strip.bars)  # fmt: skip


@pytest.mark.parametrize(
    ("n_years", "title"),
    [
        (0.3, "17 July 1800"),
        (1, "week of 14 July 1800"),
        (10, "July 1800"),
        (25, "third quarter of 1800"),
        (150, "1800"),
        (1000, "the 1800s"),
    ],
)
def test_a_bar_names_the_unit_of_time_that_it_stands_for(n_years, title):
    days = [date(1800, 7, 17) + timedelta(days=int(n * n_years * 36.5)) for n in range(11)]
    strip = strip_of(density_of(pl.DataFrame({"start_date": days, "end_date": days})), EventsParams())
    assert strip.bars[0].title.partition(":")[0] == title


def test_words_that_are_given_apart_count_like_terms_of_one():
    asked = [("query", "peace"), ("query", "oil spill, quake"), ("actor", "Borg"), ("actor", "Vella")]
    filter = read_params(EventsParams, asked).filter()
    assert (filter.query, filter.actor) == ("peace, oil spill, quake", ("Borg", "Vella"))


@pytest.mark.parametrize(
    ("model", "name", "values"),
    [(EventsParams, "from", ("2011", "2012")), (EventsParams, "limit", ("3", "4")), (ListParams, "query", ("a", "b"))],
)
def test_a_parameter_whose_first_value_would_be_lost_is_given_once(model, name, values):
    read_params(model, [(name, values[0]), (name, values[0]), (name, "")])
    with pytest.raises(BadRequestError, match=f"{name} is given several times"):
        read_params(model, [(name, value) for value in values])


@pytest.mark.parametrize(
    ("span", "unit"), [(0, "day"), (100, "day"), (900, "week"), (3650, "month"), (10000, "quarter"), (40000, "year"), (400000, "decade")]
)  # fmt: skip
def test_bars_are_as_long_as_the_stretch_needs(span, unit):
    first = date(800, 1, 1)
    starts = [first + timedelta(days=span * n // 40) for n in range(41)]
    assert density_of(pl.DataFrame({"start_date": starts, "end_date": starts})).unit == unit


def test_an_address_keeps_the_filter_and_changes_what_is_asked_to_change():
    params = read_params(
        EventsParams, [("actor", "Xi"), ("actor", "Putin"), ("from", "2023"), ("to", " "), ("after", "2023-01-01~e1")]
    )
    assert params.address(after=None) == "actor=Xi&actor=Putin&from=2023"
    assert params.address(actor=["Xi"], after="undated~e2") == "actor=Xi&from=2023&after=undated~e2"


@pytest.mark.parametrize(
    ("host", "name"), [("localhost:80", "localhost"), ("[::1]:80", "::1"), ("[::1]", "::1"), ("Name", "name"), ("", "")]
)
def test_the_name_in_a_host_header_is_read_without_its_port(host, name):
    assert host_name(host) == name


def test_an_answer_that_many_wait_for_is_worked_out_once():
    cache: Cache[str, int] = Cache(2)
    called, begun, go = [], threading.Event(), threading.Event()

    def make() -> int:
        called.append(1)
        begun.set()
        go.wait()
        return 7

    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(cache.get("key", make))) for _ in range(8)]
    for thread in threads:
        thread.start()
    begun.wait()
    go.set()
    for thread in threads:
        thread.join()
    assert (found, len(called)) == ([7] * 8, 1)


def test_an_error_is_not_remembered_and_the_oldest_answer_is_forgotten():
    cache: Cache[str, int] = Cache(2)
    with pytest.raises(ZeroDivisionError):
        cache.get("key", lambda: 1 // 0)
    assert cache.get("key", lambda: 1) == 1
    assert cache.get("second", lambda: 2) == 2
    assert cache.get("third", lambda: 3) == 3
    assert cache.get("key", lambda: 4) == 4


@pytest.mark.parametrize(
    "asked",
    [
        {"event_type": "visit"},
        {"event_type": ("conflict", "visit")},
        {"status": ("planned", "happened")},
        {"basis": "explicit"},
        {"precision": ("day", "month")},
        {"precision": "unknown"},
        {"since": date(2023, 3, 20)},
        {"until": date(2023, 3, 20)},
        {"since": date(2023, 3, 20), "until": date(2023, 3, 22)},
        {"min_sources": 1},
        {"min_sources": 2},
        {"actor": "Putin", "status": "happened"},
        {"query": "moscow", "since": date(2023, 3, 1)},
        {"place": "Moscow", "query": "talks*", "precision": "day"},
        {"actor": "Putin", "place": "Moscow", "min_sources": 1},
    ],
)
def test_a_filter_lets_the_same_events_through_here_as_in_the_warehouse(story, asked):
    store = Store(story.path)
    catalogue, matches = store.matches(EventFilter(**asked))

    with story.reading() as db:
        expected = timeline_rows(db, EventFilter(**asked))["event_id"].to_list()

    assert catalogue.events[matches.positions]["event_id"].to_list() == expected
    store.close()


@pytest.mark.parametrize(
    ("sentence", "ending"),
    [
        ("Borg promised Norfield a harbour.", "a harbour."),
        (f"Borg promised {'a harbour and ' * 40}a bridge.", "harbour and a…"),
        ("harbour " * 36 + "has no ships", "has no ships"),
    ],
)
def test_a_long_sentence_ends_between_words_where_it_stands_for_an_event(tmp_path, sentence, ending):
    warehouse = Warehouse(tmp_path / "dateline.duckdb")
    told = article("a", text=sentence)
    load_articles(warehouse, told)
    load_mentions(warehouse, [told], [mention("a", sentence_end=len(sentence))])
    write_events(warehouse, EVENTS.frame([event("e")]), EVENT_LINKS.frame([link("a-arrived", "e")]), "run-1")
    build(warehouse)
    store = Store(warehouse.path)
    [entry] = events_page(store, EventsParams()).entries
    assert len(entry.summary[0].text) <= QUOTE_LENGTH
    assert entry.summary[0].text.endswith(ending)
    store.close()


@pytest.mark.parametrize("asked", [{}, {"actor": "Xi"}, {"query": "Moscow"}])
def test_as_of_a_day_an_event_is_told_by_the_best_sentence_that_was_known(story, asked):
    store = Store(story.path)
    day = date(2023, 3, 22)
    catalogue, _ = store.matches(EventFilter(as_of=day, **asked))

    with story.reading() as db:
        known = evidence_rows(db, catalogue.events["event_id"], day)
    best = known.sort("evidence_rank").unique("event_id", keep="first")
    expected = {row["event_id"]: (row["sentence"][: QUOTE_LENGTH + 1], row["source"]) for row in best.to_dicts()}

    assert expected
    assert {row["event_id"]: (row["quote"], row["quote_source"]) for row in catalogue.events.to_dicts()} == expected
    store.close()
