"""Readers in other processes never fail while a run writes, and never see half a build."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from warehouse.connection import Warehouse
from warehouse.models import run_models

N_READERS, N_QUERIES = 4, 50

# Each write makes every event and its evidence anew, all with one number: what is read must show one number only.
WRITE = """
    import sys, time
    from pathlib import Path
    from warehouse.connection import Warehouse
    from warehouse.models import load_project, run_models

    project, number = load_project(), 0
    while not Path(sys.argv[2]).exists():
        number += 1
        with Warehouse(sys.argv[1]).writing() as connection:
            connection.execute("update raw.events set n_mentions = ?", [number])
            connection.execute("update raw.event_links set merge_reason = ?::bigint::varchar", [number])
            run_models(connection, project)
        if sys.argv[3] == "swap":
            Warehouse(sys.argv[1]).compact()
        time.sleep(0.3)  # a run computes between its writes
    print(number)
"""

READ = """
    import sys
    from warehouse.connection import Warehouse
    from warehouse.queries import EventFilter, evidence_rows, timeline_rows

    for _ in range(int(sys.argv[2])):
        with Warehouse(sys.argv[1]).reading() as connection:
            events = timeline_rows(connection, EventFilter(actor="Xi"))
            evidence = evidence_rows(connection, events["event_id"])
        assert (events.height, evidence.height) == (200, 200)
        numbers = {*events["n_mentions"].cast(str), *evidence["merge_reason"]}
        assert len(numbers) == 1, numbers
        print(numbers.pop())
"""


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    db = Warehouse(tmp_path / "dateline.duckdb")
    with db.writing() as connection:
        connection.execute(
            """
            insert into raw.articles (article_id, text, published_basis, content_hash, origin) values ('a', 'Xi came.', 'none', 'h', 'f');
            insert into raw.event_mentions by name
                select 'm' || i as mention_id, 'a' as article_id, 'visit' as event_type, 'happened' as status, 'unknown' as precision,
                    [] as actors, 'came' as trigger, 3 as trigger_start, 7 as trigger_end, i as sentence_start, i + 1 as sentence_end,
                    1.0 as confidence, 'v1' as extractor_version
                from range(200) as numbers(i);
            insert into raw.events by name
                select 'e' || i as event_id, 'visit' as event_type, 'happened' as status, 'unknown' as precision,
                    [{'name': 'Xi', 'role': 'source', 'kind': 'person', 'state': null}] as actors, 'Xi visits' as title,
                    0 as n_mentions, 1 as n_articles, 1 as n_sources, 1.0 as confidence
                from range(200) as numbers(i);
            insert into raw.event_links select 'm' || i, 'e' || i, '0' from range(200) as numbers(i);
            """
        )
        run_models(connection)
    return db.path


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", ["in place", "swap"])
def test_readers_in_other_processes_always_see_one_whole_build(filled, tmp_path, path):
    """swap: after each build another file takes the warehouse's place, as in a vacuum."""
    stop = tmp_path / "stop"
    writer = start(WRITE, filled, stop, path)
    readers = [start(READ, filled, N_QUERIES) for _ in range(N_READERS)]
    outputs = [reader.communicate() for reader in readers]
    stop.touch()
    builds, writer_errors = writer.communicate()
    assert [errors for _, errors in outputs] == [""] * N_READERS
    assert writer_errors == ""
    seen = [number for output, _ in outputs for number in output.split()]
    assert len(seen) == N_READERS * N_QUERIES
    # both took place at the same time: several builds were seen
    assert len(set(seen)) > 1
    assert int(builds) >= max(map(int, seen))


def test_two_first_runs_at_once_leave_a_folder_that_works(folder):
    (folder.path / "a.jsonl").write_text(
        '{"id": "a", "published": "2023-03-21", "title": "T", "text": "Malta voted on Monday."}\n'
    )
    runs = [folder.start("run", "a.jsonl", "--warehouse", name) for name in ("one.duckdb", "two.duckdb")]
    assert [run.wait() for run in runs] == [0, 0]
    assert folder.dateline("run", "a.jsonl", "--warehouse", "one.duckdb").returncode == 0
