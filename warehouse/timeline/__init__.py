"""Timelines: choose what mattered, put it in order, tell it, draw it.

Start reading at build.py. Belongs here: events -> Timeline. Does not: SQL (warehouse/queries.py), the `dateline` command (orchestration).
"""

from __future__ import annotations

from warehouse.timeline.build import build_comparison, build_timeline
from warehouse.timeline.entries import Actor, Coverage, Entry, Evidence, Sentence, Timeline
from warehouse.timeline.render import RENDERERS, render

__all__ = [
    "RENDERERS",
    "Actor",
    "Coverage",
    "Entry",
    "Evidence",
    "Sentence",
    "Timeline",
    "build_comparison",
    "build_timeline",
    "render",
]
