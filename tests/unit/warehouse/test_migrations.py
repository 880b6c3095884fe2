"""Warehouses of every older version open and are upgraded; newer and unknown ones are refused and kept.

`layouts/` holds the statements that made each version. After a change of `transforms/schema.py`: add an Upgrade with the next version to
`warehouse/migrations.py` and run `python tests/unit/warehouse/test_migrations.py`, which writes the layout of the newest version. A version that no
release has had yet may be written anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from warehouse_rows import NOW, article, event, link, mention, rows_of

from transforms.schema import ARTICLES, EVENT_LINKS, EVENT_MENTIONS, EVENTS, RUNS, TABLES
from warehouse.connection import Warehouse, WarehouseError
from warehouse.ddl import create_table, found_columns
from warehouse.migrations import LAYOUT_VERSION, UPGRADES

LAYOUTS = Path(__file__).with_name("layouts")
OLDER = list(range(1, LAYOUT_VERSION))
ROWS = {
    ARTICLES: [article("a1"), article("a2")],
    EVENT_MENTIONS: [mention("a1"), mention("a2")],
    EVENTS: [event("e1", n_mentions=2)],
    EVENT_LINKS: [link("a1-arrived", "e1"), link("a2-arrived", "e1")],
    RUNS: [{"run_id": "r1", "started_at": NOW, "state": "finished"}],
}


def layout() -> str:
    """The statements that make the tables of this version, a column a line."""
    tables = (create_table(table).replace(" (", " (\n  ", 1).replace(', "', ',\n  "') for table in TABLES)
    # the fields of a struct stay in their line
    joined = (re.sub(r"STRUCT\([^)]*\)", lambda found: " ".join(found[0].split()), table) for table in tables)
    return "create schema raw;\n" + "".join(f"{table};\n" for table in joined)


def make(path: Path, version: int) -> None:
    """A warehouse as that version made it, with rows and with views on its tables."""
    with duckdb.connect(path) as db:
        db.execute("set TimeZone = 'UTC'")
        db.execute((LAYOUTS / f"{version}.sql").read_text(encoding="utf-8"))
        for table, rows in ROWS.items():
            names = [name for name in found_columns(db)[table.name] if name in table.names]
            frame = table.frame(rows).select(names).to_arrow()
            db.register("given", frame)
            db.execute(f"insert into raw.{table.name} by name select * from given")
            db.unregister("given")
        db.execute("create schema staging; create view staging.stg_events as select * from raw.events")
        if version > 1:
            db.execute(
                "create table raw.schema_versions (version bigint not null, what varchar, upgraded_at timestamptz)"
            )
            db.execute(f"insert into raw.schema_versions values ({version}, 'made', now())")


def test_the_newest_layout_is_kept():
    """A changed layout needs a version of its own, or files made before cannot be told from those made after."""
    assert (LAYOUTS / f"{LAYOUT_VERSION}.sql").read_text(encoding="utf-8") == layout()
    assert [step.version for step in UPGRADES] == list(range(2, LAYOUT_VERSION + 1))


@pytest.mark.parametrize("opening", ["reading", "writing"])
@pytest.mark.parametrize("version", OLDER)
def test_an_older_warehouse_opens_with_the_layout_of_today_and_all_its_rows(db, version, opening, tmp_path):
    make(db.path, version)
    with getattr(db, opening)() as connection:
        upgraded = found_columns(connection)
    with Warehouse(tmp_path / "new.duckdb").writing() as connection:
        fresh = found_columns(connection)
    assert upgraded == fresh
    for table, rows in ROWS.items():
        with db.reading() as connection:
            kept = connection.sql(f"from raw.{table.name} order by all").pl()
        assert (
            kept.select(rows[0].keys()).sort(table.key).equals(table.frame(rows).select(rows[0].keys()).sort(table.key))
        )
    assert rows_of(db, "select max(version) from raw.schema_versions") == [(LAYOUT_VERSION,)]


@pytest.mark.parametrize("version", OLDER)
def test_the_models_of_an_upgraded_warehouse_can_be_asked(db, version):
    make(db.path, version)
    assert rows_of(db, "select event_id from timeline") == [("e1",)]
    assert rows_of(db, "select event_id from staging.stg_events") == [("e1",)]


def test_an_upgrade_that_fails_changes_nothing(db, monkeypatch):
    make(db.path, 1)
    monkeypatch.setattr("warehouse.models.run_models", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError), db.reading():
        pass
    with duckdb.connect(db.path, read_only=True) as connection:
        assert "schema_versions" not in found_columns(connection)
        assert connection.sql("select count(*) from raw.articles").fetchall() == [(2,)]


@pytest.mark.parametrize("opening", ["reading", "writing"])
def test_a_newer_warehouse_is_refused_and_kept(db, opening):
    with db.writing() as connection:
        connection.execute("insert into raw.schema_versions values (?, 'far ahead', now())", [LAYOUT_VERSION + 1])
    before = db.path.read_bytes()
    with pytest.raises(WarehouseError, match=r"newer version of Dateline.*pip install -U"), getattr(db, opening)():
        pass
    assert db.path.read_bytes() == before


def test_a_column_that_no_version_had_is_never_thrown_away(db):
    make(db.path, 1)
    with duckdb.connect(db.path) as connection:
        connection.execute("alter table raw.articles add column mine varchar")
    with pytest.raises(WarehouseError, match=r"raw\.articles.*mine.*it is upgraded before it is read"), db.reading():
        pass
    with duckdb.connect(db.path, read_only=True) as connection:
        assert "mine" in found_columns(connection)["articles"]


if __name__ == "__main__":
    (LAYOUTS / f"{LAYOUT_VERSION}.sql").write_text(layout(), encoding="utf-8")
