"""When the job runs by itself: a schedule per group of sources.toml, else one for the inbox."""

from typing import Final

import dagster as dg
from dagster._core.storage.tags import SCHEDULE_NAME_TAG

from orchestration.jobs import build_history, waiting_run
from orchestration.sources import Sources


def schedules_of(declared: Sources | None) -> list[dg.ScheduleDefinition]:
    """A schedule for each group that has an enabled source; without sources.toml, or in an empty one, the daily one of the inbox."""
    groups = declared.by_group() if declared else {}
    return [_of_group(declared, group, list(sources)) for group, sources in groups.items() if declared] or [daily]


def _of_group(declared: Sources, group: str, sources: list[str]) -> dg.ScheduleDefinition:
    when = declared.schedules[group]
    request = dg.RunRequest(
        run_config={"resources": {"inputs": {"config": {"groups": [group]}}}}, tags={"dateline/group": group}
    )
    # names of groups may hold a dash, those of schedules may not
    name = f"read_{group.replace('-', '_')}"
    words = f"Read {', '.join(sources)} and bring the history up to date."
    return _schedule(name, when.cron, when.timezone, words, request)


def _schedule(name: str, cron: str, timezone: str, words: str, request: dg.RunRequest) -> dg.ScheduleDefinition:
    """A schedule whose runs do not heap up: one that waits already will read what is new by then."""

    @dg.schedule(name=name, job=build_history, cron_schedule=cron, execution_timezone=timezone, description=words)
    def tick(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        waiting = waiting_run(context.instance, SCHEDULE_NAME_TAG, name)
        return dg.SkipReason(f"run {waiting} of this schedule waits for its turn already") if waiting else request

    return tick


daily: Final = _schedule(
    "daily",
    "15 5 * * *",
    "UTC",
    "Every morning: read the inbox (DATELINE_INBOX, else the sample) and bring the history up to date.",
    dg.RunRequest(),
)
