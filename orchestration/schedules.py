"""When the job runs by itself."""

import dagster as dg

from orchestration.jobs import build_history

daily = dg.ScheduleDefinition(
    name="daily",
    job=build_history,
    cron_schedule="15 5 * * *",
    execution_timezone="UTC",
    description="Every morning: read the inbox (DATELINE_INBOX, else the sample) and bring the history up to date.",
)
