"""Dates in texts: find date expressions, resolve them against a reference day, give them as intervals of days.

Start reading at tagger.py (the stages in order), then scan.py (find), grammar/ (what phrases say), resolve/ (what they mean where they stand), validate.py (what is no date).
"""

from transforms.temporal.dateline import written_day
from transforms.temporal.expression import DateExpression
from transforms.temporal.frames import FOUND, FOUND_TYPE, expressions_of, tag_frame, tag_readable
from transforms.temporal.interval import OF_DAYS, Basis, Interval, Precision
from transforms.temporal.ranges import DateRange, date_ranges
from transforms.temporal.tagger import MODES, TAGGER_VERSION, tag
from transforms.temporal.window import window

__all__ = [
    "FOUND",
    "FOUND_TYPE",
    "MODES",
    "OF_DAYS",
    "TAGGER_VERSION",
    "Basis",
    "DateExpression",
    "DateRange",
    "Interval",
    "Precision",
    "date_ranges",
    "expressions_of",
    "tag",
    "tag_frame",
    "tag_readable",
    "window",
    "written_day",
]
