"""How long work tells how far it is."""

from __future__ import annotations

import json

import pytest

from orchestration import logs
from orchestration.cli.progress_bar import ProgressBar
from orchestration.logs import LoggedProgress


@pytest.mark.parametrize(
    ("display", "told"),
    [
        (ProgressBar, ["Extracting events (1200) ...", "Extracting events: 500 of 1,200", "Reading ...", "Reading: 7"]),
        (
            LoggedProgress,
            ["step_started", "step_progress", "step_finished", "step_started", "step_progress", "step_finished"],
        ),
    ],
)
def test_a_long_step_tells_how_far_it_is_where_no_bar_is_drawn(capsys, monkeypatch, display, told):
    monkeypatch.setattr(logs, "REPORT_SECONDS", 0.0)
    with display() as progress:
        progress.begin("Extracting events", 1200)
        progress.advance(500)
        progress.begin("Reading", None)
        progress.advance(7)
    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] if line.startswith("{") else line for line in lines] == told
