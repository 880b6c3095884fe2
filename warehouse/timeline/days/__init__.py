"""Timelines of days: for a subject that many articles treat, the days that they name most, and what they say about each.

Start reading at build.py. Belongs here: articles and their date expressions -> entries of a Timeline. Does not: timelines of a few events (../build.py).
"""

from __future__ import annotations

from warehouse.timeline.days.build import timeline_of_days

__all__ = ["timeline_of_days"]
