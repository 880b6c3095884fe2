"""When the job runs by itself: a schedule per group of sources.toml, else one for the inbox."""

from __future__ import annotations

import dagster as dg

from orchestration.jobs import build_history
from orchestration.sources import Sources

daily = dg.ScheduleDefinition(
    name="daily",
    job=build_history,
    cron_schedule="15 5 * * *",
    execution_timezone="UTC",
    description="Every morning: read the inbox (DATELINE_INBOX, else the sample) and bring the history up to date.",
)


def schedules_of(declared: Sources | None) -> list[dg.ScheduleDefinition]:
    """A schedule for each group that has an enabled source; without sources.toml, or in an empty one, the daily one of the inbox."""
    groups = declared.by_group() if declared else {}
    return [_schedule(declared, group, list(sources)) for group, sources in groups.items() if declared] or [daily]


def _schedule(declared: Sources, group: str, sources: list[str]) -> dg.ScheduleDefinition:
    when = declared.schedules[group]
    return dg.ScheduleDefinition(
        # names of groups may hold a dash, those of schedules may not
        name=f"read_{group.replace('-', '_')}",
        job=build_history,
        cron_schedule=when.cron,
        execution_timezone=when.timezone,
        run_config={"resources": {"inputs": {"config": {"groups": [group]}}}},
        tags={"dateline/group": group},
        description=f"Read {', '.join(sources)} and bring the history up to date.",
    )
