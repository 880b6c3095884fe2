"""A timeline that lies among articles is not read as one, in whichever format it was written."""

from __future__ import annotations

import io

import pytest
from timeline_story import STORY, timeline_of

from transforms.articles import read_documents, split
from warehouse.timeline import render
from warehouse.timeline.entries import Timeline
from warehouse.timeline.render import FORMATS, SUFFIXES, render_bytes

NOT_READ = {"timelinejs": "no_text", "ical": "unsupported", "svg": "unsupported", "png": "unsupported"}
SUFFIX = {name: suffix for suffix, name in SUFFIXES.items()}


def refusals(content: bytes, name: str) -> list[str]:
    read = read_documents(split(io.BytesIO(content), name))
    assert read.articles.is_empty()
    return read.rejected["reason"].to_list()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("timeline", [timeline_of(STORY), Timeline("Nothing")], ids=["a story", "no entries"])
def test_a_timeline_is_refused_in_one_row(name: str, timeline: Timeline):
    content = render_bytes(timeline, name)
    assert refusals(content, f"plan{SUFFIX.get(name, '.json')}") == [NOT_READ.get(name, "own_page")]


@pytest.mark.parametrize("width", [200, 60, 30])
def test_so_is_one_that_was_wrapped_for_a_narrow_terminal(width: int):
    assert refusals(render(timeline_of(STORY), "text", width=width).encode(), "plan.txt") == ["own_page"]


def test_news_of_events_and_articles_is_read():
    text = "Vella in Norfield\n\n5 events from 3 articles of 2 sources were shown at the library of Norfield on Monday."
    assert read_documents(split(io.BytesIO(text.encode()), "a.txt")).articles["text"].to_list() == [text]
