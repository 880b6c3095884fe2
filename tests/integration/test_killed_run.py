"""A run that is killed loses nothing, and the next one repairs it."""

from __future__ import annotations

import shutil
import time
from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

# when and by which run a row was first written may differ; nothing else may
WHEN = frozenset({"fetched_at", "first_read_at", "run_id", "rejected_at", "checked_at", "read_at"})
SAMPLE = Path(str(files("orchestration") / "sample"))
PATIENCE_SECONDS = 60


def has_rows(warehouse: Path, table: str) -> bool:
    """Whether the run has got so far; a locked or missing file is asked again."""
    try:
        with duckdb.connect(warehouse, read_only=True) as db:
            return db.sql(f"select count(*) from {table}").fetchall()[0][0] > 0
    except duckdb.Error:
        return False


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize(
    "reached", ["raw.runs", "raw.articles", "raw.date_expressions", "raw.event_mentions", "raw.events"]
)
def test_the_next_run_repairs_one_that_was_killed(sample, folder, reached):
    running = folder.start("run")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while running.poll() is None and not has_rows(folder.warehouse, reached):
        assert time.monotonic() < deadline, f"{reached} stayed empty"
    running.kill()
    running.wait()
    done = folder.dateline("run")
    assert done.returncode == 0, done.stderr
    assert folder.tables(WHEN) == sample.tables(WHEN)
    states = [state for (state,) in folder.rows("select state from raw.runs order by started_at")]
    assert states[-1] == "finished"
    assert "running" not in states


def test_a_run_after_an_article_was_corrected_replaces_its_rows(folder):
    source = next(SAMPLE.rglob("*.jsonl"))
    shutil.copy(source, folder.path / "news.jsonl")
    assert folder.dateline("run", "news.jsonl").returncode == 0
    articles = folder.rows("select count(*) from raw.articles")
    corrected = (folder.path / "news.jsonl").read_text(encoding="utf-8").replace("Monday", "Tuesday")
    (folder.path / "news.jsonl").write_text(corrected, encoding="utf-8")
    assert folder.dateline("run", "news.jsonl").returncode == 0
    assert folder.rows("select count(*) from raw.articles") == articles
    assert not folder.rows("select 1 from raw.date_expressions where text like '%Monday%'")
    assert not folder.rows(
        "select 1 from raw.event_mentions where mention_id not in (select mention_id from raw.event_links) and status <> 'hypothetical'"
    )
