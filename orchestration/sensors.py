"""What starts the job when something happens: new or changed files in the inbox, or in folders that sources.toml declares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import dagster as dg
from dagster._core.storage.tags import SENSOR_NAME_TAG

from orchestration.clock import utc_now
from orchestration.jobs import RUN_ID_SHOWN, build_history, waiting_run
from orchestration.paths import INBOX_VARIABLE, inbox_paths, warehouse_path
from orchestration.sources import Sources
from orchestration.sources.declared import FolderSource
from orchestration.sources.files import files_at
from orchestration.sources.folder import found_files
from orchestration.sources.own import own_files

SECONDS_BETWEEN_LOOKS = 60
STATE_DIGITS = 16
PAUSE_AFTER_FAILURE: Final = timedelta(minutes=15)
"""A run that failed, and failed again when Dagster tried it once more, is not started at every look."""
NO_FILES = hashlib.sha256().hexdigest()[:STATE_DIGITS]


@dg.sensor(job=build_history, minimum_interval_seconds=SECONDS_BETWEEN_LOOKS)
def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """Start a run for the files in the inbox that are new or have changed since the last look."""
    folders = inbox_paths()
    if not folders:
        return dg.SkipReason(f"no inbox: set {INBOX_VARIABLE} to a folder")
    if waiting := _waiting(context, "inbox"):
        return waiting
    seen: dict[str, int] = json.loads(context.cursor or "{}")
    is_own = own_files(warehouse_path())
    files = (path for folder in folders for path in files_at([folder], is_own) if path.is_file())
    present = {str(path): path.stat().st_mtime_ns for path in files}
    fresh = sorted(path for path, changed in present.items() if seen.get(path) != changed)
    left = left_by_failure(context.instance, "inbox", "paths")
    again = [path for path in left.named if path in present]
    if not fresh and not (again and left.is_due):
        return dg.SkipReason(f"no new file in the inbox{left.words if again else ''}")
    paths = sorted({*fresh, *again})
    request = dg.RunRequest(
        run_key=f"{fresh[-1]}:{max(present[path] for path in fresh)}" if fresh else left.run_key,
        run_config={"resources": {"inputs": {"config": {"paths": paths}}}},
        tags={"dateline/files": str(len(paths))},
    )
    return dg.SensorResult(run_requests=[request], cursor=json.dumps(present))


def sensors_of(declared: Sources | None) -> list[dg.SensorDefinition]:
    """The sensor of the inbox, and one of the declared folders where there are any."""
    sources = declared.chosen([], []) if declared else {}
    folders = {name: source for name, source in sources.items() if isinstance(source, FolderSource)}
    return [inbox, _folders(declared.folder, folders)] if declared and folders else [inbox]


def _folders(folder: Path, sources: Mapping[str, FolderSource]) -> dg.SensorDefinition:
    @dg.sensor(
        name="folders",
        job=build_history,
        minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
        description=f"Start a run for the declared folders whose files have changed since the last look: {', '.join(sources)}.",
    )
    def look(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        if waiting := _waiting(context, "folders"):
            return waiting
        seen: dict[str, str] = json.loads(context.cursor or "{}")
        is_own = own_files(warehouse_path())
        present = {name: _state(found_files(source, folder, is_own)) for name, source in sources.items()}
        changed = [name for name, state in present.items() if state != seen.get(name, NO_FILES)]
        left = left_by_failure(context.instance, "folders", "names")
        again = [name for name in left.named if name in present]
        if not changed and not (again and left.is_due):
            return dg.SkipReason(f"no new file in the folders of {', '.join(sources)}{left.words if again else ''}")
        names = [name for name in present if name in {*changed, *again}]
        request = dg.RunRequest(
            run_key=" ".join(f"{name}:{present[name]}" for name in changed) or left.run_key,
            run_config={"resources": {"inputs": {"config": {"names": names}}}},
            tags={"dateline/sources": ",".join(names)},
        )
        return dg.SensorResult(run_requests=[request], cursor=json.dumps(present))

    return look


@dataclass(frozen=True, slots=True)
class Left:
    """What the last run of a sensor was to read and has not, because it failed."""

    run_id: str = ""
    named: tuple[str, ...] = ()
    again_at: datetime = datetime.max.replace(tzinfo=UTC)

    @property
    def is_due(self) -> bool:
        """Whether it is to be tried again without waiting for anything new."""
        return self.again_at <= utc_now()

    @property
    def run_key(self) -> str:
        """The key of the run that tries it again."""
        return f"after {self.run_id}"

    @property
    def words(self) -> str:
        """When that will be."""
        return f"; what run {self.run_id[:RUN_ID_SHOWN]} was to read when it failed is tried again from {self.again_at:%H:%M} UTC on"


def left_by_failure(instance: dg.DagsterInstance, sensor: str, key: str) -> Left:
    """What is left since the last run of a sensor failed; key: where its inputs are named (see InputResource)."""
    of_sensor = dg.RunsFilter(job_name=build_history.name, tags={SENSOR_NAME_TAG: sensor})
    for record in instance.get_run_records(of_sensor, limit=1):
        if record.dagster_run.status is dg.DagsterRunStatus.FAILURE:
            config: Any = record.dagster_run.run_config
            named = config.get("resources", {}).get("inputs", {}).get("config", {}).get(key, ())
            return Left(record.dagster_run.run_id, tuple(named), record.update_timestamp + PAUSE_AFTER_FAILURE)
    return Left()


def _waiting(context: dg.SensorEvaluationContext, sensor: str) -> dg.SkipReason | None:
    """Why nothing is looked for now: runs that last longer than the time between two looks would heap up."""
    waiting = waiting_run(context.instance, SENSOR_NAME_TAG, sensor)
    return dg.SkipReason(f"run {waiting} of this sensor waits for its turn already") if waiting else None


def _state(files: Iterable[Path]) -> str:
    """A hash of names, sizes and times: a cursor stays short however many files there are."""
    digest = hashlib.sha256()
    for path in files:
        # a file may go while it is looked at
        with suppress(OSError):
            status = path.stat()
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:STATE_DIGITS]
