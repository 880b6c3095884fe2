"""Quality and speed of the date reader beside dateparser's `search_dates`, in one run on the same texts.

usage: python -m tests.benchmarks.bench_dates [--write] [--alone]

`--write` puts the figures into results.md; `--alone` leaves dateparser out, which takes most of the time.
"""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from tests.benchmarks.gold import GOLD
from tests.benchmarks.measure_dates import (
    BULK_STEP,
    QUALITIES,
    SEARCH_STEP,
    SETS,
    dateparser_cut,
    dateparser_search,
    megabytes_per_second,
    ours,
    quality,
    weekdays_right,
)
from tests.benchmarks.results import write_section

HEADERS = ("set", "reader", "strict F1", "relaxed F1", "value F1", "type F1")


def main() -> None:
    """Measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    console = Console()
    if not GOLD.exists():
        console.print(f"no gold data at {GOLD}: nothing measured")
        return
    rows = quality_rows(with_dateparser=not options.alone)
    lines = [f"Weekday phrases right: {weekdays_right():.1%} of 35.", speed_line(with_dateparser=not options.alone)]
    table = Table(*HEADERS)
    for row in rows:
        table.add_row(*row)
    console.print(table)
    for line in lines:
        console.print(line)
    if options.write:
        write_section("Dates", markdown(rows, lines))


def quality_rows(*, with_dateparser: bool) -> list[tuple[str, ...]]:
    """One row per gold set and reader."""
    readers = {"Dateline": ours} | ({"search_dates": dateparser_cut} if with_dateparser else {})
    return [
        (name, title, *(f"{found[key]:.3f}" for key in QUALITIES))
        for name in SETS
        for title, reader in readers.items()
        for found in [quality(name, reader)]
    ]


def speed_line(*, with_dateparser: bool) -> str:
    """Megabytes per second on one core, and the ratio to dateparser."""
    if not with_dateparser:
        [own] = megabytes_per_second((ours, BULK_STEP))
        return f"Speed on one core: {own:.2f} MB/s."
    own, other = megabytes_per_second((ours, BULK_STEP), (dateparser_search, SEARCH_STEP))
    return f"Speed on one core: {own:.2f} MB/s; search_dates {other:.3f} MB/s; ratio {own / other:.0f}."


def markdown(rows: list[tuple[str, ...]], lines: list[str]) -> str:
    """The section as Markdown."""
    table = [HEADERS, ("---",) * len(HEADERS), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in table) + "\n\n" + "\n\n".join(lines)


if __name__ == "__main__":
    main()
