from __future__ import annotations

import duckdb
import pytest

from transforms.accents import accented, base_of, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calderón", "Calderon"),
        ("Caldero\u0301n", "Calderon"),
        ("ZÜRICH", "ZURICH"),
        ("Việt Nam", "Viet Nam"),
        ("Љубљана Київ", "Љубљана Киів"),
        ("Søren, Łódź, groß", "Søren, Łodz, groß"),
        ("서울", "서울"),
        ("plain", "plain"),
    ],
)
def test_a_text_without_accents_is_what_the_warehouse_makes_of_it(text, expected):
    assert plain(text) == expected
    assert duckdb.execute("select strip_accents($text)", {"text": text}).fetchone() == (expected,)


@pytest.mark.parametrize(
    ("letter", "base"),
    [
        ("ó", "o"),
        ("Ö", "O"),
        ("ế", "e"),
        ("й", "и"),
        ("ή", "η"),
        ("أ", "ا"),
        ("o", "o"),
        ("ø", "ø"),
        ("が", "が"),
        ("1", "1"),
    ],
)
def test_a_letter_has_the_base_that_it_is_without_its_accent(letter, base):
    assert base_of(letter) == base


@pytest.mark.parametrize(("letter", "some"), [("o", "óòôöÖỗ"), ("O", "óÖ"), ("1", ""), ("か", "")])
def test_a_letter_is_one_with_all_that_have_an_accent(letter, some):
    assert set(some) <= set(accented(letter))
    assert bool(accented(letter)) == bool(some)
