"""Quality of the event extractor on every gold set, beside copying the publication date, and its speed.

usage: python -m tests.benchmarks.bench_events [--write]

`--write` puts the figures into results.md.
"""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from tests.benchmarks.gold import GOLD
from tests.benchmarks.measure_events import cameo, dyads, muc, scored, speed
from tests.benchmarks.results import write_section

SHOWN = (
    "detect_P",
    "detect_R",
    "detect_F1",
    "main_R",
    "date_exact",
    "date_baseline_published",
    "invented_day",
    "status",
    "actor",
    "full_F1",
)


def main() -> None:
    """Measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    console = Console()
    if not GOLD.exists():
        console.print(f"no gold data at {GOLD}: nothing measured")
        return
    rows = [
        (f"{name}: {key}", f"{value:.3f}")
        for name, measured in measurements().items()
        for key, value in measured.items()
    ]
    rows += [(name, f"{value:.1f}") for name, value in speed().items()]
    table = Table("figure", "value")
    for row in rows:
        table.add_row(*row)
    console.print(table)
    if options.write:
        lines = ["| figure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
        write_section("Events", "\n".join(lines))


def measurements() -> dict[str, dict[str, float]]:
    """Every set with its figures."""
    sets = {name: {key: found[key] for key in SHOWN} for name in ("dev", "first") for found in [scored(name)]}
    return sets | {"dyads": dyads(), "cameo examples": cameo(), "muc attacks": muc()}


if __name__ == "__main__":
    main()
