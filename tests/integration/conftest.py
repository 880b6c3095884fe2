"""Real runs of the command in real folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from run_folder import Folder

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder in which the main job has run on the sample articles once."""
    made = Folder(tmp_path_factory.mktemp("sample"))
    done = made.dateline("run")
    assert done.returncode == 0, done.stderr
    (made.path / "run.txt").write_text(done.stdout, encoding="utf-8")
    return made
