"""A warehouse in a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.connection import Warehouse


@pytest.fixture
def db(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "dateline.duckdb")
