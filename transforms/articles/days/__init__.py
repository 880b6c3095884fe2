"""Publication days as documents write them.

Belongs here: days and times as texts, datelines. Does not: where a page keeps its day (pages/dates.py), dates of events (transforms/temporal).
"""
