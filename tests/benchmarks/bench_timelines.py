"""How well `dateline timeline` chooses and tells: Timeline17, each topic against each of its reference timelines.

usage: python tests/benchmarks/bench_timelines.py [--topic NAME ...] [--free]

Runs the real command with the window, length and sentences of the reference, as the papers do; `--free` gives it neither window nor length.
AR-1 and AR-2 are alignment ROUGE-1 and -2 (align+ m:1). Seconds, by the clock and of CPU, are whole commands, reading and extracting included; Python
keeps what it compiled from the first command on, as an installation does. Without gold it says so and ends.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any, Final, NamedTuple

from gold import GOLD, scorer

FOLDER: Final = GOLD / "timelines"
METRIC: Final = "align+ m:1"
ROOT: Final = Path(__file__).parents[2]

Days = dict[date, list[str]]
Reference = dict[str, Any]


class Taken(NamedTuple):
    """Seconds of one command, by the clock and of CPU."""

    clock: float
    cpu: float


def write_topics(folder: Path) -> None:
    """One file of articles per topic, as a user has them."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    with gzip.open(FOLDER / "t17.articles.jsonl.gz", "rt", encoding="utf-8") as articles:
        for line in articles:
            lines[json.loads(line)["topic"]].append(line)
    for topic, own in lines.items():
        (folder / f"{topic}.jsonl").write_text("".join(own), encoding="utf-8")


def references(topics: list[str] | None) -> list[Reference]:
    """The reference timelines of these topics, or of all."""
    lines = (FOLDER / "t17.timelines.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return [record for record in records if topics is None or record["topic"] in topics]


def command(articles: Path, query: list[str], days: Days, *, free: bool) -> list[str]:
    """The command that a user would type for a timeline like the reference."""
    n_sentences = max(1, min(10, round(sum(map(len, days.values())) / len(days))))
    asked = ["--articles", str(articles), "--query", ", ".join(query), "--format", "json"]
    if free:
        return [sys.executable, "-m", "orchestration.cli", "timeline", *asked]
    shape = ["--limit", str(len(days)), "--sentences", str(n_sentences)]
    period = ["--from", min(days).isoformat(), "--to", max(days).isoformat()]
    return [sys.executable, "-m", "orchestration.cli", "timeline", *asked, *shape, *period]


def environment(compiled: Path) -> dict[str, str]:
    """The environment of a command that finds and keeps its compiled modules in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(compiled)}


def timeline(run: list[str], environment: dict[str, str]) -> tuple[Days, Taken]:
    """What the command answers, a day's entries together, and what it took."""
    begun, used = time.perf_counter(), _cpu_of_commands()
    answer = subprocess.run(run, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    taken = Taken(time.perf_counter() - begun, _cpu_of_commands() - used)
    days: Days = {}
    for entry in json.loads(answer.stdout)["entries"]:
        days.setdefault(date.fromisoformat(entry["start_date"]), []).extend(entry["summary"])
    return days, taken


def _cpu_of_commands() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(topics: list[str] | None, *, free: bool) -> None:
    """Print a line per reference, the averages as the papers take them, and the seconds of one run per topic."""
    score = scorer("timelines/score_timelines")
    rows: list[Any] = []
    runs: defaultdict[str, list[Taken]] = defaultdict(list)
    print(
        f"{'topic':8} {'ref':>3} {'days':>5} {'given':>5} {'Date F1':>8} {'AR-1':>6} {'AR-2':>6} {'seconds':>8} {'CPU':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        write_topics(Path(folder))
        kept = environment(Path(folder) / "compiled")
        for record in references(topics):
            topic, expected = record["topic"], score.to_dict(record["timeline"])
            articles = Path(folder) / f"{topic}.jsonl"
            found, taken = timeline(command(articles, record["query"], expected, free=free), kept)
            rows.append(score.score_tls(found, [expected], (METRIC,)))
            runs[topic].append(taken)
            figures = " ".join(f"{value:6.3f}" for value in _figures(rows[-1]))
            print(
                f"{topic:8} {record['ref']:3} {len(expected):5} {len(found):5}   {figures} {taken.clock:8.1f} {taken.cpu:6.1f}",
                flush=True,
            )
    mean = score.average(rows)
    date_f, first, second = (mean[name]["f"] for name in ("date", f"{METRIC} R1", f"{METRIC} R2"))
    clock, cpu = _once_each(runs)
    print(
        f"Date F1 {date_f:.4f}  AR-1 {first:.4f}  AR-2 {second:.4f}  {len(runs)} topics {clock:.0f} s ({cpu:.0f} s of CPU)"
    )


def _once_each(runs: dict[str, list[Taken]]) -> Taken:
    """What one run of each topic takes: the mean of its runs."""
    means = [[fmean(column) for column in zip(*taken, strict=True)] for taken in runs.values()]
    return Taken(sum(clock for clock, _ in means), sum(cpu for _, cpu in means))


def _figures(row: dict[str, Any]) -> tuple[float, float, float]:
    return row["date"]["f"], row[METRIC]["R1"]["f"], row[METRIC]["R2"]["f"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--topic", action="append", help="only this topic; may be repeated")
    parser.add_argument("--free", action="store_true", help="give neither window nor length")
    options = parser.parse_args()
    if not FOLDER.exists():
        print(f"no gold at {FOLDER}: nothing measured")
        return
    measure(options.topic, free=options.free)


if __name__ == "__main__":
    main()
