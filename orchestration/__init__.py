"""Dagster, the outside world and the `dateline` command.

Belongs here: assets, schedules, sources, the command line. Does not: rules about text (transforms), SQL and pictures (warehouse).
"""

__version__ = "0.1.0"
