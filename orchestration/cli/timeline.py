"""`dateline timeline`: what happened when, from the warehouse or straight from articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from orchestration.cli.options import OntologyOption, WarehouseOption, first_day, last_day

if TYPE_CHECKING:
    from warehouse.connection import Warehouse


def timeline(
    actor: Annotated[
        list[str] | None, typer.Option(help="Only events with this actor; may be repeated.", show_default=False)
    ] = None,
    event_type: Annotated[
        list[str] | None,
        typer.Option("--type", help="Only this type (see `dateline types`); may be repeated.", show_default=False),
    ] = None,
    place: Annotated[str | None, typer.Option(help="Only events at this place.", show_default=False)] = None,
    query: Annotated[
        str | None, typer.Option(help="Any of these words or phrases, separated by commas.", show_default=False)
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", help="Not before: 2023, 2023-03 or 2023-03-20.", show_default=False)
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", help="Not after: 2023, 2023-03 or 2023-03-20.", show_default=False)
    ] = None,
    basis: Annotated[
        list[str] | None,
        typer.Option(
            help="Only dates known this way: explicit, relative, narrative, event, inherited, published.",
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(help="Only this status: happened, ongoing, planned, alleged, denied.", show_default=False),
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="What was known on this day.", show_default=False)] = None,
    min_sources: Annotated[
        int | None, typer.Option(help="Only events that so many outlets report.", show_default=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many entries: the most important ones.", show_default=False)
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, max=5, help="Sentences in the summary of an entry.")] = 2,
    output_format: Annotated[
        Literal["text", "markdown", "json", "html"], typer.Option("--format", "-f", help="How to draw.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default=False)
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option(help="Read these article files instead of a warehouse; may be repeated.", show_default=False),
    ] = None,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Draw the timeline of a subject; every line can be traced to the words behind it (`dateline show ID`).

    Example: dateline timeline --actor "Xi Jinping" --from 2023-03 --format html -o xi.html
    """
    from orchestration.cli.output import print_timeline
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import EventFilter
    from warehouse.timeline import build_timeline

    chosen = EventFilter(
        actor=tuple(actor or ()),
        event_type=tuple(event_type or ()),
        place=place,
        query=query,
        since=first_day("--from", since),
        until=last_day("--to", until),
        basis=tuple(basis or ()),
        status=tuple(status or ()),
        as_of=last_day("--as-of", as_of),
        min_sources=min_sources,
        limit=limit,
    )
    store = _from_articles(articles, ontology) if articles else Warehouse(warehouse_path(warehouse))
    with store.reading() as db:
        drawn = build_timeline(db, chosen, sentences=sentences)
    print_timeline(drawn, output_format, output)


def _from_articles(paths: list[Path], ontology: Path | None) -> Warehouse:
    from orchestration.cli.read import say_refused
    from orchestration.extractors import create_extractor
    from orchestration.sources import find_documents
    from orchestration.steps import build_in_memory

    extractor = create_extractor(ontology)
    warehouse = build_in_memory(find_documents(paths), extractor)
    with warehouse.reading() as db:
        say_refused(db.sql("from raw.rejected_articles order by origin").pl())
    return warehouse
