"""A timeline for the terminal.

Belongs here: layout, colours and wrapping of text. Does not: wording of dates (dates.py), marks (marks.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from warehouse.timeline import focus
from warehouse.timeline.entries import DAY_ID, Entry, Sentence, Timeline
from warehouse.timeline.group import by_group
from warehouse.timeline.order import by_year_and_month
from warehouse.timeline.render.marks import PRECISION_MARKS, STATUS_MARKS, precision_mark, reporters
from warehouse.timeline.render.notes import coverage_line, left_out_line, period_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, clip, plain
from warehouse.timeline.render.style import Style

DATE_COLUMN: Final = 30  # columns at most; longer dates wrap
DATE_SHARE: Final = 0.22  # of the width, at most
SIDE_BY_SIDE: Final = 90  # columns; below, two subjects stand one below the other
NARROW: Final = 72  # columns; below, the count of sources moves under the headline
SUMMARY_LENGTH: Final = 280  # characters of one sentence
ID_LENGTH: Final = 10  # characters; `dateline show` takes any unique beginning
BLOCKS: Final = " ▁▂▃▄▅▆▇█"

STATUS_STYLES: Final = {"ongoing": "green", "planned": "cyan", "alleged": "yellow", "denied": "red"}
MARK_STYLES: Final = {"day": "bold", "span": "bold", "window": "yellow", "vague": "dim", "undated": "dim"}


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as lines of at most `style.width` columns."""
    written = StringIO()
    console = Console(
        file=written,
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(timeline, style):
        console.print(part)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def _parts(timeline: Timeline, style: Style) -> Iterator[RenderableType]:
    width = style.width
    yield Text(plain(timeline.title, HEADLINE_LENGTH), style="bold")
    yield Text(coverage_line(timeline), style="dim")
    if not timeline.everything:
        yield Text("\nNo events match. Widen the filter, or read articles with `dateline run PATH`.")
        return
    if len(timeline.entries) > 1:
        yield Text()
        yield from _density(timeline.entries, width)
    if timeline.is_comparison and width >= SIDE_BY_SIDE:
        yield _side_by_side(timeline, width)
    elif timeline.groups:
        for group in by_group(timeline):
            yield Text(f"\n{plain(group.name, NAME_LENGTH)}", style="bold reverse")
            yield _table((*group.entries, *group.undated), _date_width(timeline.everything, width), width)
    else:
        yield from _years(timeline, width)
    yield Text()
    yield from _legend(timeline, style.show_command)


def _years(timeline: Timeline, width: int) -> Iterator[RenderableType]:
    date_width = _date_width(timeline.everything, width)
    for year in by_year_and_month(timeline.entries):
        yield Text(f"\n{year.name}", style="bold underline")
        for number, month in enumerate(year.months):
            if month.name:
                yield Text(f"{chr(10) if number else ''}  {month.name}", style="bold")
            yield _table(month.entries, date_width, width)
    if timeline.undated:
        yield Text("\nWithout a date", style="bold underline")
        yield _table(timeline.undated, date_width, width)


def _side_by_side(timeline: Timeline, width: int) -> RenderableType:
    """A row per entry in order of time, in the column of its subject; what belongs to both stands in both."""
    first, last = timeline.groups[0], timeline.groups[-1]
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("", width=_date_width(timeline.everything, width))
    for name in (first, last):
        table.add_column(plain(name, NAME_LENGTH), ratio=1, overflow="fold")
    for entry in timeline.everything:
        told = _told(entry, wide=False)
        when = Text(f"{precision_mark(entry.dated).sign} {entry.when}")
        table.add_row(when, told if entry.group != last else "", told if entry.group != first else "")
    return table


def _density(entries: Sequence[Entry], width: int) -> Iterator[Text]:
    """A strip of blocks, one per stretch of days, with its first and last day below."""
    stretch = focus.story(entries)
    if stretch is None:
        return
    n_parts = min(width - 4, 60, max(stretch.n_days, 2))
    parts = focus.density(entries, stretch, n_parts)
    most = max(parts) or 1.0
    cells = "".join(BLOCKS[0 if part == 0 else 1 + round(part / most * (len(BLOCKS) - 2))] for part in parts)
    yield Text("  " + cells, style="cyan")
    yield Text("  " + period_line(stretch, n_parts), style="dim")


def _date_width(entries: Iterable[Entry], width: int) -> int:
    return min(DATE_COLUMN, max(14, int(width * DATE_SHARE)), max(cell_len(entry.when) for entry in entries))


def _table(entries: Sequence[Entry], date_width: int, width: int) -> RenderableType:
    wide = width >= NARROW
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(width=date_width)
    table.add_column(ratio=1, overflow="fold")
    if wide:
        table.add_column(justify="right", no_wrap=True)
    for entry in entries:
        mark = precision_mark(entry.dated)
        cells: list[RenderableType] = [
            Text(mark.sign, style=MARK_STYLES[mark.name]),
            Text(entry.when),
            _told(entry, wide),
        ]
        table.add_row(*cells, *([_counts(entry)] if wide else []))
    return Padding(table, (0, 0, 0, 2))


def _told(entry: Entry, wide: bool) -> Text:
    told = Text(plain(entry.headline, HEADLINE_LENGTH), style="bold")
    if mark := STATUS_MARKS.get(entry.status):
        told.append(f"  {mark.sign} {mark.name}", style=f"not bold {STATUS_STYLES[mark.name]}")
    if not wide:
        told.append(f"\n{_counts(entry).plain.replace(chr(10), '  ')}", style="not bold dim")
    for sentence in entry.summary:
        told.append(f"\n{_quoted(sentence)}", style="not bold dim")
    return told


def _quoted(sentence: Sentence) -> str:
    source = plain(sentence.source, NAME_LENGTH)
    return clip(plain(sentence.text), SUMMARY_LENGTH) + (f" ({source})" if source else "")


def _counts(entry: Entry) -> Text:
    return Text(f"{reporters(entry.n_sources, entry.n_articles)}\n{_short_id(entry)}", style="dim")


def _short_id(entry: Entry) -> str:
    whole = plain(entry.event_id, NAME_LENGTH)
    # of the id of a day every character tells
    return whole if whole.startswith(DAY_ID) else whole[:ID_LENGTH]


def _legend(timeline: Timeline, show_command: str | None) -> Iterator[Text]:
    """What the marks mean, only those that occur, and how to see the evidence."""
    signs = {precision_mark(entry.dated).name for entry in timeline.everything}
    statuses = {entry.status for entry in timeline.everything}
    yield Text("   ".join(f"{mark.sign} {mark.meaning}" for mark in PRECISION_MARKS if mark.name in signs), style="dim")
    for name, mark in STATUS_MARKS.items():
        if name in statuses:
            yield Text(f"{mark.sign} {name}: {mark.meaning}", style="dim")
    if note := left_out_line(timeline):
        yield Text(note, style="yellow")
    if show_command:
        example = _short_id(max(timeline.everything, key=lambda entry: entry.importance))
        yield Text(f"The words behind a line, and how its date was worked out: {show_command} {example}", style="dim")
