"""A run that is stopped ends at once, says what is kept, and the next one goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest
from test_killed_run import PATIENCE_SECONDS, WHEN

SOON_SECONDS = 30  # the machine may be busy; alone it takes one or two
ARTICLE = '{{"id": "a{0}", "published": "2023-03-21", "title": "T{0}", "text": "The minister Ana Silva resigned on Monday in Paris."}}\n'


def heed_signals() -> None:
    """What a terminal's processes do, also where whoever runs the tests has signals ignored or blocked."""
    asked = (signal.SIGINT, signal.SIGTERM)
    for number in asked:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, asked)


def start(folder, *arguments: str) -> subprocess.Popen[str]:
    """The command in a group of its own that Ctrl-C reaches, as a terminal starts it."""
    return folder.start(
        *arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=heed_signals,
    )


@pytest.mark.xdist_group("sample")
@pytest.mark.parametrize(
    ("reached", "number", "by", "status"),
    [
        ("Reading articles", signal.SIGINT, "Ctrl-C", 130),
        ("Finding dates", signal.SIGTERM, "SIGTERM", 143),
        ("Merging reports", signal.SIGINT, "Ctrl-C", 130),
    ],
)
def test_a_stopped_run_ends_soon_is_noted_as_stopped_and_repaired_by_the_next(
    sample, folder, reached, number, by, status
):
    running = start(folder, "run")
    assert running.stdout is not None
    assert any(line.startswith(reached) for line in running.stdout)
    os.killpg(running.pid, number)
    told, _ = running.communicate(timeout=SOON_SECONDS)
    assert running.returncode == status, told
    assert "Traceback" not in told
    assert f"dateline: stopped by {by}: " in told.splitlines()[-1]
    assert "start it again" in told.splitlines()[-1]
    assert "stopped" in folder.dateline("status").stdout
    assert folder.dateline("run").returncode == 0
    assert folder.tables(WHEN) == sample.tables(WHEN)
    assert folder.rows("select state from raw.runs order by started_at") == [("stopped",), ("finished",)]


def test_many_articles_for_a_reader_who_wants_one_line_are_not_all_read(folder):
    (folder.path / "many.jsonl").write_text("".join(map(ARTICLE.format, range(4000))), encoding="utf-8")
    running = start(folder, "extract", "many.jsonl")
    assert running.stdout is not None
    assert running.stdout.readline().startswith("{")
    running.stdout.close()
    assert running.wait(timeout=PATIENCE_SECONDS) in (0, 1)


def test_processes_at_work_end_with_a_command_that_is_stopped(folder):
    (folder.path / "many.jsonl").write_text("".join(map(ARTICLE.format, range(20_000))), encoding="utf-8")
    running = start(folder, "extract", "many.jsonl")
    assert running.stdout is not None
    running.stdout.readline()
    os.killpg(running.pid, signal.SIGINT)
    # the other processes hold the same output open: it ends when the last of them does
    told, _ = running.communicate(timeout=SOON_SECONDS)
    assert (running.returncode, told.splitlines()[-1]) == (130, "dateline: stopped")
    assert "Traceback" not in told
