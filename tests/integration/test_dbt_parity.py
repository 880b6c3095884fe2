"""dbt builds the same tables from the same models, row for row."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

from transforms.schema import ARTICLES, EVENT_LINKS, EVENT_MENTIONS, EVENT_VERSIONS, EVENTS, STATUSES
from warehouse.connection import Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import registered
from warehouse.models import run_models, run_tests
from warehouse.sql_models.project import load_project

pytestmark = [
    pytest.mark.dbt,
    pytest.mark.slow,
    pytest.mark.xdist_group("dbt"),
    pytest.mark.skipif(
        not (importlib.util.find_spec("dbt") and importlib.util.find_spec("dbt.adapters.duckdb")),
        reason="dbt is not installed: pip install 'dateline[dbt]'",
    ),
]

N_ARTICLES, N_EVENTS, N_MENTIONS = 40, 60, 200
TEXT = "Xi Jinping arrived in Moscow on Monday. “Déjà vu 🇷🇺,” said one diplomat. Talks will follow."


def random_rows(seed: int = 20230320) -> dict[str, list[dict]]:
    """Rows with everything that could make two builds differ: ties, nulls, repeated names, undated events."""
    pick = random.Random(seed)

    def day() -> date | None:
        return pick.choice([None, date(2023, 1, 1) + timedelta(days=pick.randrange(90))])

    def actors() -> list[dict]:
        names = pick.choices(["Xi Jinping", "Vladimir Putin", "Russia", None], k=pick.randrange(4))
        roles, kinds = ["source", "target", None], ["person", "state", None]
        return [{"name": n, "role": pick.choice(roles), "kind": pick.choice(kinds), "state": None} for n in names]

    def span() -> dict:
        start = day()
        end = start + timedelta(days=pick.choice([0, 0, 0, 6, 40])) if start else None
        return {"start_date": start, "end_date": end, "precision": "days" if start else "unknown"}

    articles = [
        {
            "article_id": f"a{n}", "source": pick.choice(["Times", "Echo", None]), "title": pick.choice(["T", None]), "text": TEXT,
            "published_at": pick.choice([None, datetime(2023, 3, 21, tzinfo=UTC)]), "published_basis": "none",
            "content_hash": str(n), "origin": "f", "near_duplicate_of": pick.choice([None, None, "a0"]),
        }
        for n in range(N_ARTICLES)
    ]  # fmt: skip
    mentions = [
        {
            "mention_id": f"m{n}", "article_id": f"a{pick.randrange(N_ARTICLES)}", "event_type": "visit", "status": "happened", **span(),
            "actors": actors(), "trigger": "arrived", "trigger_start": 11, "trigger_end": 18, "sentence_start": pick.choice([0, 40]),
            "sentence_end": pick.choice([39, 70]), "confidence": pick.choice([0.5, 0.9]), "extractor_version": "v1",
        }
        for n in range(N_MENTIONS)
    ]  # fmt: skip
    events = [
        {
            "event_id": f"e{n}", "event_type": pick.choice(["visit", "attack"]), "status": pick.choice(STATUSES[:-1]), **span(),
            "actors": actors(), "place": pick.choice(["Moscow", None]), "country": pick.choice(["Russia", "United States", None]),
            "latitude": pick.choice([55.75, 46.73, None]), "longitude": pick.choice([37.62, -117.0, None]), "title": "Xi visits", "n_mentions": 1, "n_articles": 1,
            "n_sources": 1, "confidence": 0.5,
        }
        for n in range(N_EVENTS)
    ]  # fmt: skip
    reported = [datetime(2023, 3, n, tzinfo=UTC) for n in (1, 9, 20)]
    versions = [
        event
        | {"valid_from": start, "valid_to": end, "sources": pick.choice([[], ["Echo", "Times"]]), "origin_hash": "h"}
        for event in events
        for start, end in zip(reported, [*reported[1:], None], strict=True)
    ]
    # the first mentions make sure that every event has one
    links = [
        {"mention_id": f"m{n}", "event_id": f"e{n if n < N_EVENTS else pick.randrange(N_EVENTS)}", "merge_reason": "r"}
        for n in range(N_MENTIONS)
    ]
    return {
        "articles": articles,
        "event_mentions": mentions,
        "events": events,
        "event_versions": versions,
        "event_links": links,
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of one warehouse: the models of the first built by Dateline, of the second by dbt."""
    folder = tmp_path_factory.mktemp("dbt")
    ours, theirs = folder / "ours.duckdb", folder / "theirs.duckdb"
    with Warehouse(ours).writing() as connection:
        for table in (ARTICLES, EVENT_MENTIONS, EVENTS, EVENT_VERSIONS, EVENT_LINKS):
            with registered(connection, "given", table.frame(random_rows()[table.name])):
                connection.execute(f"insert into {raw_name(table)} from given")
    shutil.copy(ours, theirs)
    with Warehouse(ours).writing() as connection:
        run_models(connection)
        assert [test.name for test in run_tests(connection) if test.n_failures] == []
    run_dbt(folder, theirs)
    return ours, theirs


def run_dbt(folder: Path, warehouse: Path) -> None:
    project = folder / "project"
    shutil.copytree(
        Path(str(files("dbt_like_sql"))), project, ignore=shutil.ignore_patterns("__pycache__", "target", "logs")
    )
    quiet = {"DBT_SEND_ANONYMOUS_USAGE_STATS": "false", "DO_NOT_TRACK": "1", "DBT_VERSION_CHECK": "false"}
    # a warning, such as one of dbt's about an older spelling, is an error here
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--warn-error", "--no-use-colors", "build", "--profiles-dir", "."],
        cwd=project,
        env=os.environ | quiet | {"DATELINE_WAREHOUSE": str(warehouse)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("model", load_project().models, ids=lambda model: model.name)
def test_dbt_gives_the_same_rows_and_columns_under_the_same_name(built, model):
    tables = []
    for warehouse in built:
        with duckdb.connect(warehouse, read_only=True) as connection:
            relation = connection.sql(f"from {model.relation}")
            tables.append((relation.columns, [str(kind) for kind in relation.types], relation.fetchall()))
    # tables keep the order in which they were written; views have none
    ours, theirs = (
        (columns, kinds, rows if model.materialized == "table" else sorted(rows, key=repr))
        for columns, kinds, rows in tables
    )
    assert ours == theirs
    assert len(ours[2]) > 0 or model.name in ("stg_date_expressions", "stg_rejected_articles")


def test_dbt_makes_the_same_relations_and_no_others(built):
    found = []
    for warehouse in built:
        with duckdb.connect(warehouse, read_only=True) as connection:
            found.append(
                connection.execute(
                    "select table_schema, table_name, table_type from information_schema.tables order by all"
                ).fetchall()
            )
    assert found[0] == found[1]


def test_dbt_runs_as_many_tests_as_dateline(built):
    results = json.loads((built[0].parent / "project" / "target" / "run_results.json").read_text(encoding="utf-8"))
    tests = [result for result in results["results"] if result["unique_id"].startswith("test.")]
    assert len(tests) == len(load_project().tests)
    assert {result["status"] for result in tests} == {"pass"}
