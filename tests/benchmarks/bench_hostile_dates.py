"""Time and memory of the date reader on texts that want to stop it: a text twice as long must take twice as long, whatever is in it.

usage: python -m tests.benchmarks.bench_hostile_dates [--write]

Each measurement is a process of its own, so that its peak of memory is its own. `--write` puts the figures into results.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from datetime import date
from itertools import islice

from rich.console import Console
from rich.table import Table

from tests.benchmarks.gold import GOLD
from tests.benchmarks.measure_dates import bulk_texts
from tests.benchmarks.results import write_section
from transforms.temporal import tag

# characters of the shortest text: texts that are nothing but dates need not be as long
LARGE, SMALL = 5_000_000, 500_000
FACTORS = (1, 2, 4, 10)
ARTICLES = (500, 2000, 8000)
PUBLISHED = date(2023, 3, 21)
# what a text repeats; "news" is the bulk set in one piece
SPARSE = {
    "digits": "7",
    "spaces": " ",
    "commas": ", ",
    "letters": "a",
    "the last": "the last ",
    "numbers in words": "twenty-four ",
}
DENSE = {"years": "1999-", "days": "on 12 May, ", "clock times": "12:34 ", "ordinals": "the 9th, "}
UNITS = SPARSE | DENSE
HEADERS = ("text", "MB", *(f"s x{factor}" for factor in FACTORS), *(f"peak MB x{factor}" for factor in FACTORS))


def main() -> None:
    """Measure, print, and write when asked; in a child process measure one text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measured(options.only[0], int(options.only[1]))))
        return
    kinds = [*(["news"] if GOLD.exists() else []), *UNITS]
    rows = [row(kind) for kind in kinds]
    table = Table(*HEADERS)
    for cells in rows:
        table.add_row(*cells)
    console = Console()
    console.print(table)
    lines = [articles_line()] if GOLD.exists() else []
    for line in lines:
        console.print(line)
    if options.write:
        cells = [HEADERS, ("---",) * len(HEADERS), *rows]
        text = "\n".join("| " + " | ".join(line) + " |" for line in cells)
        write_section("Dates in hostile texts", "\n\n".join([text, *lines]))


def row(kind: str) -> tuple[str, ...]:
    """The size of the shortest text of a kind, and for it and its multiples the seconds of processor time and the peak of memory."""
    shortest = SMALL if kind in DENSE else LARGE
    found = [in_a_process(kind, shortest * factor) for factor in FACTORS]
    seconds = (f"{one['seconds']:.2f}" for one in found)
    peaks = (f"{one['peak_mb']:.0f}" for one in found)
    return kind, f"{shortest / 1e6:g}", *seconds, *peaks


def articles_line() -> str:
    """The peak of memory for more and more articles."""
    peaks = [in_a_process("articles", n_articles)["peak_mb"] for n_articles in ARTICLES]
    parts = ", ".join(f"{n_articles:,}: {peak:.0f} MB" for n_articles, peak in zip(ARTICLES, peaks, strict=True))
    return f"Peak of memory by the number of articles read one after the other: {parts}."


def in_a_process(kind: str, size: int) -> dict[str, float]:
    """The figures that a fresh process gives for one text."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_hostile_dates", "--only", kind, str(size)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(answer)
    return found


def measured(kind: str, size: int) -> dict[str, float]:
    """Seconds of processor time for reading a text of `size` characters (or so many articles), and the process's peak of memory in MB."""
    tag("On Monday, before Passover.", PUBLISHED)  # loads vocabularies and the table of holidays
    if kind == "articles":
        seconds = sum(seconds_of(text, published) for text, published in islice(bulk_texts(1), size))
    else:
        seconds = seconds_of(text_of(kind, size), PUBLISHED)
    return {"seconds": seconds, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def text_of(kind: str, length: int) -> str:
    """A text of a kind, `length` characters long."""
    if kind != "news":
        return UNITS[kind] * (length // len(UNITS[kind]))
    parts: list[str] = []
    missing = length
    for text, _ in bulk_texts(1):
        parts.append(text[:missing])
        missing -= len(parts[-1])
        if not missing:
            break
    return "\n\n".join(parts)


def seconds_of(text: str, published: date | None) -> float:
    """The processor time of one reading."""
    started = time.process_time()
    tag(text, published)
    return time.process_time() - started


if __name__ == "__main__":
    main()
