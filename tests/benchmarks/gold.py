"""Where the gold data lies, and its scorers.

Belongs here: paths and loading. Does not: what is measured (measure_*.py).
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def gold_records(name: str) -> dict[str, dict[str, Any]]:
    """The records of `<name>.jsonl` below the gold folder, by their id."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    return {record.get("doc_id") or record["id"]: record for record in records}


def scorer(name: str) -> ModuleType:
    """A scorer that lies with the gold data, such as `temporal/score_dates`."""
    spec = importlib.util.spec_from_file_location(Path(name).name, GOLD / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
