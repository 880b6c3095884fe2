"""What option values mean."""

from __future__ import annotations

from datetime import date

import pytest
from typer.testing import CliRunner

from orchestration.cli.app import app
from orchestration.cli.filters import one_query
from transforms.errors import UserError
from warehouse.asking.periods import first_day, last_day


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-03-20", date(2023, 3, 20), date(2023, 3, 20)),
        (" 2023-03-20 ", date(2023, 3, 20), date(2023, 3, 20)),
        (None, None, None),
    ],
)
def test_a_period_begins_on_its_first_day_and_ends_on_its_last(words, first, last):
    assert first_day("--from", words) == first
    assert last_day("--to", words) == last


@pytest.mark.parametrize("words", ["", "March", "2023-13", "2023-02-30", "20-03-2023", "0000", "2023-03-20T00:00"])
def test_what_is_no_date_is_refused_with_the_forms_that_are(words):
    with pytest.raises(UserError, match="--from .*2023-03-20"):
        first_day("--from", words)


@pytest.mark.parametrize(
    ("given", "query"),
    [(None, None), ([], None), (["dam"], "dam"), (["dam", "oil spill, quake"], "dam, oil spill, quake")],
)
def test_queries_that_are_given_apart_count_like_terms_of_one(given, query):
    assert one_query(given) == query


@pytest.mark.parametrize("option", ["--actor", "--place", "--query"])
@pytest.mark.parametrize("value", ["", "  ", " , "])
def test_an_empty_name_or_query_is_refused_and_does_not_stand_for_everything(option, value):
    refused = CliRunner().invoke(app, ["timeline", option, "Borg", option, value]).exception
    assert isinstance(refused, UserError)
    assert str(refused).startswith(f"{option} is empty")


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["timeline", "--from", "2011", "--from=2010"], "--from"),
        (["timeline", "-n", "3", "--limit", "4"], "--limit"),
        (["timeline", "--compare", "Borg", "Vella", "--compare", "Borg", "Lindt"], "--compare"),
        (["show", "e1", "-f", "json", "-f", "text"], "--format"),
        (["export", "folder", "-w", "one.duckdb", "-w", "two.duckdb"], "--warehouse"),
    ],
)
def test_an_option_whose_first_value_would_be_lost_is_given_once(arguments, option):
    refused = CliRunner().invoke(app, arguments).exception
    assert isinstance(refused, UserError)
    assert str(refused) == f"{option} is given 2 times: give it once"
