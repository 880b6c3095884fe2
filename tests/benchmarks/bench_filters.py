"""How long `dateline timeline` takes for each of its filters, once it has started: milliseconds by the clock and of CPU, in a warehouse of a million events.

usage: python -m tests.benchmarks.bench_filters FILE [--rounds 3] [--only NAME] [--write]

FILE is a warehouse; `python -m tests.benchmarks.large_warehouse FILE` makes one of a million events. Each round opens the file and builds the timeline, as
each command does; what letting go of the file takes beside whatever comes next (warehouse/closing.py) counts as CPU alone. Nothing is remembered from one
round to the next but what the system keeps of the file. The middle round counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from datetime import date
from pathlib import Path
from typing import Final

from tests.benchmarks.results import write_section
from warehouse.closing import wait_until_closed
from warehouse.connection import Warehouse
from warehouse.queries import EventFilter
from warehouse.timeline import build_timeline

BAR_MS: Final = 300.0
MARCH: Final = {"since": date(2019, 3, 1), "until": date(2019, 3, 31)}
FILTERS: Final = {
    "everything": {},
    "--actor, in 33,000 events": {"actor": "Actor 0"},
    "--actor, in hundreds": {"actor": "Actor 500"},
    "--actor, 50 names": {"actor": [f"Actor {number}" for number in range(0, 350, 7)]},
    "--type": {"event_type": "visit"},
    "--type, a family": {"event_type": "conflict"},
    "--place": {"place": "Place 7"},
    "--query, a common word": {"query": "oil"},
    "--query, three words": {"query": "quake, rescue, flood"},
    "--query, a phrase": {"query": "teacher hospital"},
    "--query, any ending": {"query": "vacc*"},
    "--query, in no text": {"query": "zebra"},
    "--from --to, a month": MARCH,
    "--from, years": {"since": date(2020, 1, 1)},
    "--basis": {"basis": ["explicit", "relative"]},
    "--status": {"status": "planned"},
    "--precision": {"precision": "month"},
    "--min-sources": {"min_sources": 2},
    "--as-of": {"as_of": date(2019, 6, 30)},
    "--actor --from --to": {"actor": "Actor 0", **MARCH},
    "--actor --type --status": {"actor": "Actor 0", "event_type": "visit", "status": "happened"},
    "--query --from --to": {"query": "quake", **MARCH},
    "--query --actor": {"query": "oil", "actor": "Actor 0"},
    "--query --type --place": {"query": "oil", "event_type": "visit", "place": "Place 7"},
    "--actor --as-of": {"actor": "Actor 0", "as_of": date(2019, 6, 30)},
    "--place --min-sources --basis": {"place": "Place 7", "min_sources": 2, "basis": "explicit"},
    "--limit 2000": {"limit": 2000},
}


def measure(warehouse: Warehouse, filter: EventFilter) -> tuple[float, float, int]:
    """Milliseconds by the clock and of CPU until the timeline is there, and how many events the filter let through."""
    clock, cpu = time.perf_counter(), time.process_time()
    with warehouse.reading() as db:
        timeline = build_timeline(db, filter, by_day=True)
    waited = time.perf_counter() - clock
    wait_until_closed()
    return waited * 1000, (time.process_time() - cpu) * 1000, timeline.generated_from.n_events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="filters whose name holds this")
    parser.add_argument("--write", action="store_true", help="write the figures to results.md")
    options = parser.parse_args()
    warehouse = Warehouse(options.file)
    measure(warehouse, EventFilter(limit=1))  # start-up: what is imported and read once
    lines = [
        f"Load before {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.",
        "",
        "| filter | events | ms | CPU ms |",
        "|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    for name, asked in FILTERS.items():
        if options.only not in name:
            continue
        rounds = [measure(warehouse, EventFilter(**asked)) for _ in range(options.rounds)]
        clock, cpu = (statistics.median(column) for column in list(zip(*rounds, strict=True))[:2])
        mark = "" if clock < BAR_MS else " (!)"
        lines.append(f"| `{name}` | {rounds[0][2]:,} | {clock:.0f}{mark} | {cpu:.0f} |")
        print(lines[-1], flush=True)
    if options.write:
        write_section("Filters of timelines", "\n".join(lines))


if __name__ == "__main__":
    main()
