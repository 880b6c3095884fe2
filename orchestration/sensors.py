"""What starts the job when something happens: new or changed files in the inbox."""

import json
from pathlib import Path

import dagster as dg

from orchestration.jobs import build_history
from orchestration.paths import INBOX_VARIABLE, inbox_paths

SECONDS_BETWEEN_LOOKS = 60


@dg.sensor(job=build_history, minimum_interval_seconds=SECONDS_BETWEEN_LOOKS)
def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Start a run for the files in the inbox that are new or have changed since the last look."""
    folders = inbox_paths()
    if not folders:
        return dg.SkipReason(f"no inbox: set {INBOX_VARIABLE} to a folder")
    seen: dict[str, int] = json.loads(context.cursor or "{}")
    present = {str(path): path.stat().st_mtime_ns for folder in folders for path in _files(folder)}
    fresh = sorted(path for path, changed in present.items() if seen.get(path) != changed)
    if not fresh:
        return dg.SkipReason("no new file in the inbox")
    request = dg.RunRequest(
        run_key=f"{fresh[-1]}:{max(present[path] for path in fresh)}",
        run_config={"resources": {"inputs": {"config": {"paths": fresh}}}},
        tags={"dateline/files": str(len(fresh))},
    )
    return dg.SensorResult(run_requests=[request], cursor=json.dumps(present))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
