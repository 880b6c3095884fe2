"""The explorer over the story, served once for all tests that only read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

sys.path.append(str(Path(__file__).parent))

from served import make_story, serving


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    return make_story(tmp_path_factory.mktemp("explorer") / "story.duckdb")


@pytest.fixture(scope="session")
def site(story) -> Iterator[httpx.Client]:
    with serving(story.path) as base, httpx.Client(base_url=base, timeout=60) as client:
        yield client
