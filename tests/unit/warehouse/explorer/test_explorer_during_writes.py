"""The explorer and a run side by side: the run gets the file, the reader gets answers."""

from __future__ import annotations

import subprocess
import sys
import time

import httpx
import pytest
from served import FIRST, make_story, serving
from warehouse_rows import rows_of

# holds the file for writing: says so, changes a title, waits to be told to end
WRITER = """
import sys
from pathlib import Path
from warehouse.connection import Warehouse
with Warehouse(Path(sys.argv[1])).writing() as db:
    print("writing", flush=True)
    db.execute("update main.timeline set title = 'Changed by a run' where event_id = 'e-visit-00'")
    sys.stdin.readline()
"""


# notes that a run begins, and waits to be killed
BEGIN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from warehouse.connection import Warehouse
from warehouse.loading.run_log import begin_run
begin_run(Warehouse(Path(sys.argv[1])), "run-x", datetime.now(UTC))
print("running", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def own(tmp_path):
    return make_story(tmp_path / "own.duckdb")


def writer(path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def end(process) -> None:
    process.communicate("\n", timeout=60)
    assert process.returncode == 0


def test_a_run_gets_the_file_although_readers_keep_asking(own):
    with serving(own.path) as base, httpx.Client(base_url=base, timeout=60) as client:
        assert client.get(f"/events/{FIRST}").status_code == 200
        process = writer(own.path)  # returns only when the file is its own
        assert client.get("/").status_code == 200
        end(process)
        assert "Changed by a run" in client.get(f"/events/{FIRST}").text


def test_while_a_run_writes_the_timeline_stays_and_the_rest_says_when_to_come_back(own):
    with serving(own.path) as base, httpx.Client(base_url=base, timeout=60) as client:
        client.get("/api/events")
        process = writer(own.path)
        listed = client.get("/api/events?limit=1")
        article = client.get("/article?id=a-e-visit-07")
        data = client.get("/api/article?id=a-e-visit-07")
        end(process)
        after = client.get("/article?id=a-e-visit-07", headers={"Accept": "text/html"})
        deadline = time.monotonic() + 20
        while after.status_code == 503 and time.monotonic() < deadline:
            time.sleep(0.2)
            after = client.get("/article?id=a-e-visit-07")
    assert listed.status_code == 200
    assert article.status_code == data.status_code == 503
    assert int(article.headers["retry-after"]) > 0
    assert "A run is writing" in article.text
    assert "in use by process" in data.json()["error"]
    assert after.status_code == 200


def test_a_run_that_is_killed_is_told_as_killed_although_the_file_stays_as_it_was(own):
    process = subprocess.Popen([sys.executable, "-c", BEGIN, str(own.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "running\n"
    with serving(own.path) as base, httpx.Client(base_url=base, timeout=60) as client:
        assert client.get("/api/status").json()["last_run_state"] == "running"
        process.kill()
        process.wait()
        assert client.get("/api/status").json()["last_run_state"] == "killed"


def test_the_file_is_let_go_of_when_nobody_asks(own):
    with serving(own.path) as base:
        assert httpx.get(f"{base}/api/status", timeout=60).status_code == 200
        assert rows_of(own, "select count(*) from timeline")
        time.sleep(1.5)
        # opening for writing in this very process fails while a reader holds the file in the other mode
        with own.writing() as db:
            db.execute("select 1")
