from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from warehouse_rows import event

from transforms.schema import EVENTS
from warehouse.asking.query_words import query_pattern, says, says_any
from warehouse.asking.single_events import LOOKUP_KEYS, event_key
from warehouse.connection import IN_MEMORY, Warehouse
from warehouse.loading.rows import registered
from warehouse.models import run_models

TEXTS = (
    "Calderon visits Norfield", "CALDERÓN visits", "caldero\u0301n", "Calderonia", "Swine flu in Vella", "SWINE  FLU", "swine\u2013flu",
    "\u017fwine flu", "Kiosk", "\u212aiosk", "kiosks", "oil", "(oil)", "Öl", "turmoil", "Borg's oil—spill", "Київ", "кИЇв", "", "AT&T", "at&t \u201cfirst\u201d", "Vella’s plan", "Vella's plan", "Vellas plan",
)  # fmt: skip
QUERIES = (
    "calderon", "Calderón", "calder*", "swine flu", "swine-flu, kiosk", "kiosk*", "oil", "ol", "öl", "київ", "oil, flu, visits", "at&t", "-", "&", '"first", oil', "vella's", "Vella’s plan",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_the_quick_search_of_texts_finds_what_the_pattern_alone_finds(query):
    given = {"texts": list(TEXTS), "pattern": query_pattern(query)}
    asked = "select text from (select unnest($texts) as text) where {} order by text"
    quick = duckdb.execute(asked.format(says("text", query)), {"texts": list(TEXTS)}).fetchall()
    assert quick == duckdb.execute(asked.format("regexp_matches(text, $pattern)"), given).fetchall()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("calderon", ["CALDERÓN visits", "Calderon visits Norfield", "calderón"]),
        ("swine flu", ["SWINE  FLU", "Swine flu in Vella", "swine–flu", "ſwine flu"]),
        ("kiosk", ["Kiosk", "\u212aiosk"]),
        ("oil", ["(oil)", "Borg's oil—spill", "oil"]),
        ("at&t", ["AT&T", "at&t “first”"]),
        ("київ", ["Київ", "кИЇв"]),
        ("vella's", ["Vella's plan", "Vella’s plan"]),
        ("Vella’s plan", ["Vella's plan", "Vella’s plan"]),
    ],
)
def test_a_text_is_found_by_whole_words_in_any_case_and_with_any_accents(query, expected):
    given = {"texts": list(TEXTS)}
    found = duckdb.execute(f"select text from (select unnest($texts) as text) where {says('text', query)}", given)
    assert sorted(text for (text,) in found.fetchall()) == sorted(
        text if text != "calderón" else "caldero\u0301n" for text in expected
    )


TITLES = (
    *filter(None, TEXTS), "Borg Oil, Spill and Norfield", "Oil - spill", "The oil\u00a0spill", "oil | spill", "Vella's-plan", "U.S. President of Vella", "U S president",
    "us-president", "A.B. of Norfield", "oil spills; oil spill", "Straße nach Vella", "STRASSE", "Σίσυφος", "σίσυφοσ", "oil_spill", "co-operation", "cooperation", "co operation", "spill oil",
    "हिन्दी भाषा", "2010: 20 years", "2010 20", "x" * 300,
)  # fmt: skip
PHRASES = (
    *QUERIES, "oil spill", "oil-spill", "oil spill*", "oil sp*", "borg oil", "spill and norfield", "u.s.", "u.s. president", "u s president", "us president", "u.s. pres*",
    "a.b. of", "strasse", "straße", "σίσυφος", "co-operation, flu", "2010 20", "20*", "हिन्दी भाषा", "हिन्दी", "oil, spill oil", "*", "of*", "the, of", "borg's oil", "vella's-plan",
)  # fmt: skip


@pytest.fixture(scope="module")
def titled() -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of events that have nothing but a title."""
    warehouse = Warehouse(IN_MEMORY)
    rows = [event(f"e{number}", title=title) for number, title in enumerate(TITLES)]
    with warehouse.writing() as db:
        with registered(db, "given", EVENTS.frame(rows)):
            db.execute("insert into raw.events from given")
        run_models(db)
    with warehouse.reading() as db:
        yield db


@pytest.mark.parametrize("query", PHRASES)
def test_the_words_of_events_tell_what_the_pattern_finds_in_their_texts(titled, query):
    by_words = f"select title from main.timeline where {says_any(titled, query, None)} order by title"
    by_text = "select title from main.timeline where regexp_matches(title, $pattern) order by title"
    pattern = {"pattern": query_pattern(query)}
    assert titled.execute(by_words).fetchall() == titled.execute(by_text, pattern).fetchall()


def test_the_number_of_an_event_is_made_from_its_id_here_as_there(titled):
    keys = titled.execute("select event_id, event_key, lookup_key from main.timeline").fetchall()
    assert keys == [(event_id, event_key(event_id), event_key(event_id) % LOOKUP_KEYS) for event_id, _, _ in keys]
