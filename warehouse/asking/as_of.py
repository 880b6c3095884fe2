"""What was known at a past moment: the SQL macro `events_as_of`.

Belongs here: what a moment means in SQL. Does not: how versions are worked out (transforms/merge/history.py), filters (filters.py).
"""

from __future__ import annotations

from datetime import date
from typing import Final

import duckdb

from warehouse.errors import WarehouseError

# A day without a time of day stands for its last moment: what is reported on that day is known.
MOMENT: Final = (
    "case when regexp_full_match({0}::varchar, '\\d{{4}}-\\d{{2}}-\\d{{2}}')"
    " then (({0}::varchar::date + 1)::timestamp at time zone 'UTC') - interval 1 microsecond"
    " else {0}::varchar::timestamptz end"
)

_EVENTS_AS_OF: Final = f"""
    create or replace macro main.events_as_of(moment) as table
    select * from main.event_history
    where valid_from <= {MOMENT.format("moment")} and (valid_to is null or valid_to > {MOMENT.format("moment")})
"""


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the macros on a connection of `Warehouse.writing`, after the models that they read."""
    connection.execute(_EVENTS_AS_OF)
    connection.execute(
        "comment on macro table main.events_as_of is 'events as they were known at a moment: a time, or a day, whose reports are all known'"
    )


def known_by(day: date | None) -> str:
    """The SQL condition that a row of the mart `event_evidence` was known at the end of a day."""
    return "true" if day is None else f"known_at < {_day_after(day)}"


def known_then(day: date) -> str:
    """The SQL condition that a row of the mart `event_history` was what was known at the end of a day."""
    return f"valid_from < {_day_after(day)} and (valid_to is null or valid_to >= {_day_after(day)})"


def _day_after(day: date) -> str:
    return f"('{day.isoformat()}'::date + 1)::timestamp at time zone 'UTC'"


def check_history(connection: duckdb.DuckDBPyConnection) -> None:
    """Say so when events have no history yet, rather than that nothing was known.

    Raises:
        WarehouseError: the warehouse was upgraded from a version without histories.
    """
    [(n_events, n_versions)] = connection.execute(
        "select (select count(*) from raw.events), (select count(*) from raw.event_versions)"
    ).fetchall()
    if n_events and not n_versions:
        raise WarehouseError("what was known when has not been worked out yet: run `dateline run`")
