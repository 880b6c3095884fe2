from __future__ import annotations

import duckdb
import pytest

from warehouse.asking.query_words import query_pattern, says

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
    quick = duckdb.execute(asked.format(says("text", query)), given).fetchall()
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
    given = {"texts": list(TEXTS), "pattern": query_pattern(query)}
    found = duckdb.execute(f"select text from (select unnest($texts) as text) where {says('text', query)}", given)
    assert sorted(text for (text,) in found.fetchall()) == sorted(
        text if text != "calderón" else "caldero\u0301n" for text in expected
    )
