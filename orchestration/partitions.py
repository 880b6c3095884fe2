"""Days of publication as partitions: what a backfill is told in.

Belongs here: the partitions and the days that a run covers. Does not: what is done with them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import dagster as dg

FIRST_DAY: Final = date(1990, 1, 1)
# the day that is not over yet has articles too
publication_days = dg.DailyPartitionsDefinition(start_date=FIRST_DAY.isoformat(), end_offset=1)


def days_of(context: dg.AssetExecutionContext) -> tuple[date, date]:
    """The first and last day of publication that a run covers."""
    keys = context.partition_key_range
    return date.fromisoformat(keys.start), date.fromisoformat(keys.end)
