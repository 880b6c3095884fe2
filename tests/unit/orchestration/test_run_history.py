"""Dagster's record of runs, where it cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from orchestration.run_history import told_if_unwritten
from transforms.errors import UserError


def test_a_record_for_which_the_disk_has_no_room_is_told_of_with_what_mends_it(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'runs.db'}")
    with engine.begin() as full:
        full.execute(text("create table events (words)"))
    with (
        pytest.raises(
            UserError, match=r"/home cannot be written \(database or disk is full\): free some space"
        ) as told,
        told_if_unwritten(Path("/home")),
        engine.connect() as full,
    ):
        full.execute(text("pragma max_page_count = 2"))
        full.execute(text("insert into events values (zeroblob(100000))"))
    assert "\n" not in str(told.value)
