"""Rows on the terminal, and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from typer.testing import CliRunner

from orchestration.cli.app import app
from orchestration.cli.tables import print_table
from warehouse.connection import Warehouse

ROW = (
    "0123456789abcdef",
    datetime(2023, 3, 21, 10, 15),
    "finished",
    1,
    2,
    3,
    4,
    "http://borg.example/feed.xml: timed out",
)


def test_tables_break_no_words_where_there_is_no_terminal(monkeypatch, capsys):
    monkeypatch.delenv("COLUMNS", raising=False)
    print_table([f"column {number}" for number in range(len(ROW))], [ROW])
    shown = capsys.readouterr().out
    assert all(words in shown for words in ("0123456789abcdef", "2023-03-21 10:15", "feed.xml: timed out"))


def test_tables_lose_nothing_in_a_narrow_terminal(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    print_table([f"column {number}" for number in range(len(ROW))], [ROW])
    assert "…" not in capsys.readouterr().out


def test_rows_whose_words_a_terminal_cannot_hold_beside_each_other_stand_one_below_the_other(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    names = [f"column_{number}" for number in range(len(ROW))]
    print_table(names, [ROW, ROW], "2 rows")
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == ["2 rows", "", "column_0  0123456789abcdef", "column_1  2023-03-21 10:15"]
    assert lines.count("column_2  finished") == 2


def test_a_terminal_breaks_words_of_a_table_only_between_each_other(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    print_table(("outlet", "said"), [("Harbour Post", "Borg visited Vella in Norfield, and then went home to Malta")])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    words = {word for line in shown for word in line}
    assert {"Harbour", "Post", "Norfield,", "visited", "Malta"} <= words


def test_a_table_without_rows_names_its_columns_in_any_terminal(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "40")
    print_table([f"column_{number}" for number in range(9)], [], "0 rows")
    shown = capsys.readouterr().out
    assert all(f"column_{number}" in shown for number in range(9))


def test_the_title_of_a_narrow_table_is_one_line(capsys):
    print_table(("n",), [(1,)], "1 row of a query")
    assert capsys.readouterr().out.startswith("1 row of a query\n")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.98765, "0.9877"),
        (7.59388, "7.594"),
        (1234567.0, "1234567"),
        (-98765.4, "-98765"),
        (1e20, "1e+20"),
        (float("nan"), "nan"),
        (["Harbour Post", None], '["Harbour Post", null]'),
        ({"name": "Zürich"}, '{"name": "Zürich"}'),
    ],
)
def test_cells_show_numbers_with_all_digits_before_the_point_and_lists_as_json(value, shown, capsys):
    print_table(("value",), [(value,)])
    assert capsys.readouterr().out.split("\n")[3].strip() == shown


def test_lists_and_structs_are_json_in_csv(tmp_path):
    store = Warehouse(tmp_path / "w.duckdb")
    with store.writing() as db:
        db.execute("select 1")
    done = CliRunner().invoke(
        app, ["sql", "select ['a', null] as l, {'n': date '2023-03-20'} as s", "-f", "csv", "-w", str(store.path)]
    )
    assert [*csv.reader(io.StringIO(done.stdout))] == [["l", "s"], ['["a", null]', '{"n": "2023-03-20"}']]
