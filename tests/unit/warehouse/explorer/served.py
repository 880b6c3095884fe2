"""A warehouse with a story for the explorer, and the explorer served over it on a real socket.

Belongs here: rows and serving. Does not: tests. Also used by tests/browser.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import uvicorn

HERE = Path(__file__).parent
for folder in (HERE.parent, HERE.parent / "timeline"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from hostile_strings import HOSTILE  # noqa: E402
from warehouse_rows import TEXT, article, build, event, link, load_articles, load_mentions  # noqa: E402
from warehouse_rows import mention as mention_row  # noqa: E402

from transforms.schema import EVENT_LINKS, EVENTS  # noqa: E402
from warehouse.connection import Warehouse  # noqa: E402
from warehouse.explorer import create_app  # noqa: E402
from warehouse.merging.history import update_event_versions  # noqa: E402
from warehouse.merging.write import write_events  # noqa: E402

N_VISITS = 60
FIRST_DAY = date(2023, 1, 1)
OUTLETS = ("The Ledger", "Eastern Post", "Harbour Wire")
GONE = "e-gone"
MERGED = "e-merged"
FIRST = "e-visit-00"


def story_events() -> list[dict[str, object]]:
    """Sixty visits day by day, a month, an undated event, a planned one, and one whose words are hostile."""
    visits = [
        event(
            f"e-visit-{n:02d}",
            title=f"Xi Jinping visits town {n}",
            start_date=FIRST_DAY + timedelta(days=n),
            end_date=FIRST_DAY + timedelta(days=n),
            edtf=(FIRST_DAY + timedelta(days=n)).isoformat(),
            place=f"Town {n}",
        )
        for n in range(N_VISITS)
    ]
    others = [
        event("e-plan", event_type="peace_plan", title="China publishes a peace plan", start_date=date(2023, 2, 1), end_date=date(2023, 2, 28), precision="month", edtf="2023-02", place="Beijing", country="China", latitude=39.907, longitude=116.397),
        event("e-undated", event_type="speech", title="Vladimir Putin speaks", start_date=None, end_date=None, precision="unknown", edtf=None, date_basis=None, actors=[{"name": "Vladimir Putin", "role": "speaker", "kind": "person", "state": "Russia"}]),
        event("e-planned", event_type="meeting", status="planned", title="Xi Jinping and Vladimir Putin meet", start_date=date(2023, 4, 1), end_date=date(2023, 4, 1), edtf="2023-04-01"),
        event("e-hostile", event_type="attack", title=f"{HOSTILE[0]} {HOSTILE[6]}", place=HOSTILE[7], start_date=date(2023, 3, 25), end_date=date(2023, 3, 25), actors=[{"name": HOSTILE[0], "role": "source", "kind": "person", "state": HOSTILE[8]}]),
    ]  # fmt: skip
    return visits + others


def make_story(path: Path) -> Warehouse:
    """Write the story: events that were merged away and gone, three outlets, one article of hostile words."""
    db = Warehouse(path)
    events = story_events()
    articles = [
        article(
            f"a-{row['event_id']}",
            source=OUTLETS[n % len(OUTLETS)],
            published_at=datetime(2023, 3, 21, tzinfo=UTC) + timedelta(days=n % 5),
            published_date=date(2023, 3, 21) + timedelta(days=n % 5),
        )
        for n, row in enumerate(events)
    ]
    hostile = article("a-e-hostile", source=HOSTILE[2], title=HOSTILE[3], text=f"{TEXT}\n\n" + "\n".join(HOSTILE[:40]), url=HOSTILE[35])  # fmt: skip
    articles = [*articles[:-1], hostile]
    mentions = [
        mention_row(said["article_id"], event_type=row["event_type"], status=row["status"], start_date=row["start_date"], end_date=row["end_date"], precision=row["precision"], edtf=row["edtf"], date_basis=row["date_basis"], date_reason=f"Monday before {said['published_date']}", actors=row["actors"], place=row["place"])
        for said, row in zip(articles, events, strict=True)
    ]  # fmt: skip
    links = [link(said["mention_id"], str(row["event_id"])) for said, row in zip(mentions, events, strict=True)]
    load_articles(db, *articles)
    load_mentions(db, articles, mentions)
    write_events(db, EVENTS.frame(events), EVENT_LINKS.frame(links), "run-1")
    update_event_versions(db)
    with db.writing() as connection:
        connection.execute("insert into raw.event_aliases values (?, ?, 'run-1'), (?, null, 'run-1')", [MERGED, FIRST, GONE])  # fmt: skip
        at = TEXT.index("Monday")
        connection.execute(
            f"insert into raw.date_expressions by name select article_id, {at} as text_start, {at} + 6 as text_end, 'Monday' as text, 'DATE' as type, '2023-03-20' as value,"
            " date '2023-03-20' as earliest, date '2023-03-20' as latest, 'day' as precision, '2023-03-20' as edtf, 'relative' as basis from raw.articles"
        )
    build(db)
    return db


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The explorer of a warehouse, in a thread: its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
