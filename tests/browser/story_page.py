"""The HTML timeline of the story that the unit tests tell, and what tests read off it.

Belongs here: pages and finding things on them. Does not: tests.
"""

from __future__ import annotations

from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import render

HTML = render(timeline_of(STORY), "html")
VISIT = "#e-3f21ac90d1"


def headlines(page) -> list[str]:
    return page.locator(".entry:visible .headline").all_inner_texts()


def view(page) -> str:
    # the axis draws on the next frame, which a busy machine may take long to show
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return page.locator("#axis-range").inner_text()


def mark(page, headline: str):
    index = page.evaluate(
        "h => JSON.parse(document.getElementById('data').textContent).entries.findIndex(e => e.headline === h)",
        headline,
    )
    return page.locator(f"#axis [data-index='{index}']")


def crowded() -> list[Event]:
    """The story with a long background and more events on one day than there are rows."""
    past = [
        Event(f"past{n}", "attack", f"Old battle {n}", f"{1950 + n}-05-0{n % 9 + 1}", (Quote("The Ledger", f"Battle {n} was lost.", "lost"),), basis="explicit")
        for n in range(12)
    ]  # fmt: skip
    busy = [
        Event(f"busy{n:02d}", "speech", f"Delegate {n} speaks at the congress", "2023-03-21", (Quote("The Ledger", f"Delegate {n} spoke on Tuesday.", "spoke", "on Tuesday", "the latest Tuesday"),))
        for n in range(30)
    ]  # fmt: skip
    return STORY + past + busy


def many() -> list[Event]:
    """Two thousand events of twenty years."""
    return [
        Event(f"{n:05d}", "visit", f"Delegation {n} visits Oslo", f"20{n % 20 + 10}-{n % 12 + 1:02d}-{n % 28 + 1:02d}", (Quote(f"Outlet {n % 40}", f"Delegation {n} came to Oslo on Monday.", "came", "on Monday", "the latest Monday"),), actors=(f"Person {n % 90}",))
        for n in range(2_000)
    ]  # fmt: skip
