"""An outlet on this machine, and a warehouse that collects from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from web_server import Server, running_server


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def server() -> Iterator[Server]:
    with running_server() as running:
        running.play("/robots.txt", "User-agent: *\nDisallow: /closed\n", media_type="text/plain")
        yield running
