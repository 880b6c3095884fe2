"""Fail when a measured figure falls below its floor.

usage: python -m tests.benchmarks.gate [NAME ...]     (tables of floors.toml such as `dates`; all when none is given)

`floors.toml` has a table per room; `measure_<room>.py` beside this file has `figures() -> dict[str, float]`. A floor is a figure to reach, not a
figure reached: raise it when the figure has risen for good.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import tomli
from rich.console import Console
from rich.table import Table

from tests.benchmarks.gold import GOLD

FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    """Print every figure with its floor; 1 when one is below."""
    console = Console()
    if not GOLD.exists():
        console.print(f"no gold data at {GOLD}: nothing measured")
        return 0
    floors = tomli.loads(FLOORS.read_text(encoding="utf-8"))
    wanted = sys.argv[1:] or list(floors)
    if unknown := [name for name in wanted if name not in floors]:
        console.print(f"no floors for {', '.join(unknown)}: there are {', '.join(floors)}")
        return 2
    table, n_fallen = Table("figure", "measured", "floor", ""), 0
    for name in wanted:
        measured = importlib.import_module(f"tests.benchmarks.measure_{name}").figures()
        for key, floor in sorted(flattened(floors[name]).items()):
            value = measured.get(key)
            fallen = value is None or value < floor
            n_fallen += fallen
            table.add_row(
                f"{name}.{key}", "-" if value is None else f"{value:.3f}", f"{floor:.3f}", "FALLEN" if fallen else ""
            )
    console.print(table)
    return int(n_fallen > 0)


def flattened(floors: dict[str, float | dict[str, float]]) -> dict[str, float]:
    """`{"en-news": {"value_F1": 0.8}}` as `{"en-news.value_F1": 0.8}`."""
    flat: dict[str, float] = {}
    for key, value in floors.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": floor for inner, floor in value.items()}
        else:
            flat[key] = value
    return flat


if __name__ == "__main__":
    sys.exit(main())
