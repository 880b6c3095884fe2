"""`dateline show`: one event, every sentence that reports it, and how its date was worked out."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from orchestration.cli.filters import one_query
from orchestration.cli.options import WarehouseOption

if TYPE_CHECKING:
    import polars as pl
    from rich.text import Text

    from warehouse.timeline import Entry


def show(
    event_id: Annotated[
        str,
        typer.Argument(help="The event's id, or its beginning; or a day, as in 2023-03-20.", show_default=False),
    ],
    query: Annotated[
        list[str] | None,
        typer.Option(
            "--query",
            "-q",
            help="Of a day: only articles with any of these words or phrases; may be repeated.",
            show_default=False,
        ),
    ] = None,
    warehouse: WarehouseOption = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
) -> None:
    """Show an event with every quoted sentence, its article, and how its date was worked out.

    Example: dateline show e1f3
    """
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import evidence_rows, find_event
    from warehouse.timeline.days.show import day_of_id, told_day

    day = day_of_id(event_id)
    with Warehouse(warehouse_path(warehouse)).reading() as db:
        if day:
            _show_day(told_day(db, day, one_query(query)), output_format)
            return
        event = find_event(db, event_id)
        evidence = evidence_rows(db, [event["event_id"]])
    if output_format == "json":
        from orchestration.cli.output import write_json_lines

        write_json_lines([{**event, "evidence": evidence.to_dicts()}])
        return
    _print(event, evidence)


def _show_day(entry: Entry, output_format: str) -> None:
    from dataclasses import asdict

    from rich.console import Console
    from rich.text import Text

    from orchestration.cli.output import write_json_lines
    from warehouse.timeline.render.document import entry_document
    from warehouse.timeline.render.marks import articles_told
    from warehouse.timeline.render.plain import plain

    if output_format == "json":
        write_json_lines([asdict(entry_document(entry))])
        return
    console = Console(highlight=False)
    console.print(Text(entry.when, style="bold"))
    console.print(Text(f"  named by {articles_told(entry.n_articles, entry.n_sources)}"))
    for quote in entry.evidence:
        article = (quote.source, quote.article_title, f"published {quote.published_date}", quote.url)
        sentence = Text(plain(quote.sentence))
        if quote.date_text:
            sentence.highlight_words([plain(quote.date_text)], style="bold green")
        console.print()
        console.print(Text(" | ".join(plain(part) for part in article if part), style="cyan"))
        console.print(sentence)
        console.print(Text(f"  date: {quote.date_reason}", style="dim"))


def _print(event: dict[str, Any], evidence: pl.DataFrame) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from warehouse.timeline.dates import When
    from warehouse.timeline.render.marks import articles_told, counted
    from warehouse.timeline.render.plain import plain

    columns = ("start_date", "end_date", "precision", "edtf", "date_basis")
    when = When.of_columns(*(event[column] for column in columns))
    console = Console(highlight=False)
    console.print(Text(plain(event["title"]), style="bold"))
    facts = {
        "when": f"{when.words}   [{event['edtf'] or 'no date'}, {event['date_basis'] or 'not dated'}]",
        "type": f"{event['event_type']}, {event['status']}",
        "who": "; ".join(f"{actor['name']} ({actor['role']})" for actor in event["actors"]),
        "where": _where(event),
        "reported": f"{counted(event['n_mentions'], 'time')} in {articles_told(event['n_articles'], event['n_sources'], 'by')}",
        "first": str(event["first_reported_at"] or "")[:16],
        "id": event["event_id"],
    }
    for name, value in facts.items():
        if value:
            console.print(Text(f"  {name:<9}{plain(value)}"))
    for row in evidence.iter_rows(named=True):
        console.print()
        console.print(Text(_article(row), style="cyan"))
        console.print(Padding(_quote(row), (0, 0, 0, 2)))
        if row["date_reason"]:
            console.print(Text(f"  date: {row['date_reason']}", style="dim"))
        console.print(Text(f"  why here: {row['merge_reason']}", style="dim"))


def _where(event: dict[str, Any]) -> str:
    """The place with its country and its coordinates, as far as they are known."""
    from warehouse.timeline.coordinates import coordinates_in_words, place_in_words

    named = place_in_words(event["place"], event["country"]) or ""
    at = coordinates_in_words(event["latitude"], event["longitude"])
    return f"{named}   [{at}]" if at else named


def _article(row: dict[str, Any]) -> str:
    from warehouse.timeline.render.plain import plain

    parts = [row["source"], row["article_title"], str(row["published_date"] or "no publication date"), row["url"]]
    return " | ".join(plain(part) for part in parts if part)


def _quote(row: dict[str, Any]) -> Text:
    """The sentence with its trigger and its date words marked, without what would control the terminal."""
    from rich.text import Text

    from warehouse.timeline.render.plain import without_controls

    sentence, first, quote = row["sentence"], row["sentence_start"], Text()
    styles = [""] * len(sentence)
    for name, style in (("trigger", "bold red"), ("date_text", "bold green")):
        if row[f"{name}_start"] is not None:
            marked = slice(max(0, row[f"{name}_start"] - first), max(0, row[f"{name}_end"] - first))
            styles[marked] = [style] * len(styles[marked])
    # the offsets count the characters that are left out
    for style, piece in groupby(zip(styles, sentence, strict=True), key=itemgetter(0)):
        quote.append(without_controls("".join(letter for _, letter in piece)), style)
    return quote
