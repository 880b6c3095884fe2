"""Dates in texts: find date expressions, resolve them against a reference day, give them as intervals of days.

Start reading at tagger.py (the stages in order), then scan.py (find), grammar/ (what phrases say), resolve.py (what they mean where they stand).
"""

from transforms.temporal.expression import DateExpression
from transforms.temporal.frames import tag_frame
from transforms.temporal.interval import Basis, Interval, Precision
from transforms.temporal.tagger import MODES, TAGGER_VERSION, tag
from transforms.temporal.window import window

__all__ = [
    "MODES",
    "TAGGER_VERSION",
    "Basis",
    "DateExpression",
    "Interval",
    "Precision",
    "tag",
    "tag_frame",
    "window",
]
