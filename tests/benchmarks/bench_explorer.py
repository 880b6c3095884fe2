"""How quick the explorer is with many at once: 50th and 95th percentile per page, in milliseconds.

usage: python -m tests.benchmarks.bench_explorer FILE [--clients 20] [--seconds 10] [--write]

FILE is a warehouse; `python -m tests.benchmarks.large_warehouse FILE` makes one of a million events. Every client asks as soon as it has its answer, for
one of many addresses of the page in question (other events, actors, filters, places in the list), so that what is remembered helps only as it does in use.
The first round over all pages warms nothing up: figures are of the whole time.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from tests.benchmarks.results import write_section

SEED = 20230320
ADDRESSES = 400
FILTERS = 40
BAR_MS = 150.0


@contextmanager
def explorer(file: Path) -> Iterator[tuple[str, int, int]]:
    """`dateline explore` on the file: its host, port and process."""
    command = [sys.executable, "-m", "orchestration.cli", "explore", "--warehouse", str(file)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        address = next(word for word in line.split() if word.startswith("http://"))
        host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
        yield host, int(port), process.pid
    finally:
        process.terminate()
        process.wait()


def rows(base: str, sql: str) -> list[list[str]]:
    """The rows of a statement, by the explorer's own API."""
    with urllib.request.urlopen(f"{base}/api/sql?{urlencode({'sql': sql})}", timeout=120) as answer:
        return json.load(answer)["rows"]


def addresses(base: str) -> dict[str, list[str]]:
    """For each page, what is asked for."""
    chance = random.Random(SEED)
    # hash() spreads them over the whole table; the limit of the API is 500 rows
    events = [row[0] for row in rows(base, f"select event_id from timeline order by hash(event_id) limit {ADDRESSES}")]
    places = [
        f"{day}~{event_id}"
        for event_id, day in rows(
            base, f"select event_id, start_date from timeline where start_date is not null order by hash(title) limit {ADDRESSES}"
        )
    ]  # fmt: skip
    articles = [row[0] for row in rows(base, f"select article_id from raw.articles order by hash(article_id) limit {ADDRESSES}")]  # fmt: skip
    actors = [row[0] for row in rows(base, f"select actor_name from actor_activity order by n_events desc limit {FILTERS}")]  # fmt: skip
    sources = [row[0] for row in rows(base, f"select distinct source from raw.articles order by hash(source) limit {FILTERS}")]  # fmt: skip
    types = [row[0] for row in rows(base, "select distinct event_type from timeline order by 1")]
    filters = [{"actor": name} for name in actors[: FILTERS // 2]]
    filters += [{"type": chance.choice(types), "from": f"{year}-{month:02d}"} for year in range(2016, 2021) for month in (2, 5, 8, 11)]  # fmt: skip
    return {
        "timeline, any page": [f"/?after={quote(place)}" for place in places],
        "timeline, filtered": ["/?" + urlencode(each) for each in filters],
        "timeline, filtered, any page": [
            "/?" + urlencode({**each, "after": place}) for each, place in zip(itertools.cycle(filters), places, strict=False)
        ],
        "event": [f"/events/{event_id}" for event_id in events],
        "article": ["/article?" + urlencode({"id": article_id}) for article_id in articles],
        "actors": ["/actors"],
        "actor": ["/actor?" + urlencode({"name": name}) for name in actors],
        "sources": ["/sources"],
        "articles of a source": ["/articles?" + urlencode({"source": name}) for name in sources],
        "API: events": [f"/api/events?after={quote(place)}" for place in places],
        "API: summary": ["/api/summary?" + urlencode(each) for each in filters],
        "SQL": ["/sql?" + urlencode({"sql": f"select * from timeline where event_id = '{event_id}'"}) for event_id in events],  # fmt: skip
    }  # fmt: skip


async def client(
    host: str, port: int, paths: Iterator[str], until: float, times: list[float], failed: list[str]
) -> None:
    """Ask for one path after the other on one connection."""
    reader, writer = await asyncio.open_connection(host, port)
    while time.perf_counter() < until:
        path = next(paths)
        started = time.perf_counter()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        await reader.readexactly(int(head.partition("content-length:")[2].partition("\r\n")[0]))
        times.append((time.perf_counter() - started) * 1000)
        if " 200 " not in head.partition("\r\n")[0]:
            failed.append(f"{head.partition(chr(13))[0]} {path}")
    writer.close()


async def measure(
    host: str, port: int, paths: list[str], clients: int, seconds: float
) -> tuple[list[float], list[str]]:
    """Times in milliseconds of all answers, and what was no answer."""
    times: list[float] = []
    failed: list[str] = []
    shuffled = random.Random(SEED).sample(paths, len(paths))
    endless = itertools.cycle(shuffled)
    until = time.perf_counter() + seconds
    await asyncio.gather(*(client(host, port, endless, until, times, failed) for _ in range(clients)))
    return sorted(times), failed


def processor_seconds(process: int) -> float:
    """What a process has used of the processors so far: on a busy machine the only figure that says something. Linux only; else 0."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=10.0, help="for each page")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--write", action="store_true", help="write the figures to results.md")
    options = parser.parse_args()
    with explorer(options.file) as (host, port, process):
        base = f"http://{host}:{port}"
        started = time.perf_counter()
        with urllib.request.urlopen(f"{base}/api/summary", timeout=300) as answer:
            n_events = json.load(answer)["n_events"]
        load = os.getloadavg()[0]
        lines = [
            f"{n_events:,} events, {options.clients} clients at once, {options.seconds:.0f} s per page, load before {load:.1f} on {os.cpu_count()} processors. "
            f"First answer after {time.perf_counter() - started:.1f} s.",
            "",
            "| page | p50 ms | p95 ms | answers/s | processor ms per answer |",
            "|---|---|---|---|---|",
        ]
        print("\n".join(lines), flush=True)
        for name, paths in addresses(base).items():
            if options.only not in name:
                continue
            used = processor_seconds(process)
            times, failed = asyncio.run(measure(host, port, paths, options.clients, options.seconds))
            middle, slow = times[len(times) // 2], times[int(len(times) * 0.95)]
            mark = "" if slow < BAR_MS else " (!)"
            lines.append(
                f"| {name} | {middle:.0f} | {slow:.0f}{mark} | {len(times) / options.seconds:.0f} | {(processor_seconds(process) - used) * 1000 / len(times):.1f} |"
            )
            print(lines[-1], *failed[:3], flush=True)
    if options.write:
        write_section("Explorer", "\n".join(lines))


if __name__ == "__main__":
    main()
