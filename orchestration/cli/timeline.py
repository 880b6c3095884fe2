"""`dateline timeline`: what happened when, from the warehouse or straight from articles."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from orchestration.cli import filters
from orchestration.cli.options import OntologyOption, WarehouseOption, named_path
from transforms.errors import UserError
from warehouse.asking.periods import first_day, last_day

if TYPE_CHECKING:
    import duckdb

    from warehouse.connection import Warehouse
    from warehouse.queries import EventFilter
    from warehouse.timeline.build import ReadEvents
    from warehouse.timeline.entries import Timeline

_OPERATOR: Final = re.compile(r"\s(?:AND|OR|NOT)\s")
BYTES_WORTH_PROCESSES: Final = 500_000  # of articles; fewer are read before another process has started

Format = Literal["text", "markdown", "json", "html", "timelinejs", "ical", "csv", "parquet", "svg", "png"]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How to draw.",
        show_default="what the ending of --output says, else text",
    ),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default=False)]
GroupOption = Annotated[
    Literal["actor", "type", "place"] | None,
    typer.Option("--group-by", help="Show the entries apart by actor, type or place.", show_default=False),
]
CompareOption = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--compare",
        metavar="A B",
        help="Two subjects side by side: actors, or else words as in --query.",
        show_default=False,
    ),
]
ArticlesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--articles",
        parser=named_path,
        help="Read these article files instead of a warehouse, `-` for standard input; may be repeated.",
        show_default=False,
    ),
]


def timeline(
    actor: filters.ActorOption = None,
    event_type: filters.TypeOption = None,
    place: filters.PlaceOption = None,
    query: filters.QueryOption = None,
    since: filters.FromOption = None,
    until: filters.ToOption = None,
    basis: filters.BasisOption = None,
    status: filters.StatusOption = None,
    precision: filters.PrecisionOption = None,
    as_of: filters.AsOfOption = None,
    min_sources: filters.MinSourcesOption = None,
    limit: filters.LimitOption = None,
    group_by: GroupOption = None,
    compare: CompareOption = None,
    sentences: filters.SentencesOption = 2,
    output_format: FormatOption = None,
    output: OutputOption = None,
    articles: ArticlesOption = None,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
) -> None:
    """Draw the timeline of a subject; every line can be traced to the words behind it (`dateline show ID`).

    Example: dateline timeline --actor "Xi Jinping" --from 2023-03 -o xi.html
    """
    from orchestration.cli.output import check_output, print_timeline
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.queries import EventFilter
    from warehouse.timeline import build_comparison, build_timeline
    from warehouse.timeline.group import grouped

    chosen = EventFilter(
        actor=filters.named("--actor", actor or []),
        event_type=event_type,
        place=filters.named("--place", place or []),
        query=filters.one_query(query),
        since=first_day("--from", since),
        until=last_day("--to", until),
        basis=basis,
        status=status,
        precision=precision,
        as_of=last_day("--as-of", as_of),
        min_sources=min_sources,
        limit=limit,
    )
    if compare and (actor or query or group_by):
        raise UserError("--compare names its two subjects itself: leave out --actor, --query and --group-by")
    if compare:
        _check_subjects(*compare)
    drawn_as = check_output(output, output_format)
    with ExitStack() as stack:
        read_events = None
        if articles:
            stack.enter_context(_processes_for(articles))
            store, read_events = _from_articles(articles, ontology, remembers=as_of is not None)
        else:
            store = Warehouse(warehouse_path(warehouse))
        db = stack.enter_context(store.reading())
        if compare:
            drawn = build_comparison(db, chosen, compare, sentences=sentences, read_events=read_events)
        else:
            drawn = build_timeline(db, chosen, sentences=sentences, by_day=not group_by, read_events=read_events)
        if compare:
            _say_unknown_subjects(db, drawn, compare)
        _say_unknown_names(db, chosen, len(drawn.everything))
        if not drawn.everything:
            _say_other_languages(db)
    if not drawn.everything:
        _say_phrases(query or [])
    told = grouped(drawn, group_by) if group_by else drawn
    print_timeline(told, drawn_as, output, warehouse=None if articles else store.path)


def _check_subjects(one: str, other: str) -> None:
    """Refuse to compare what has no name, or the same twice."""
    if not (one.strip() and other.strip()):
        raise UserError('--compare has an empty subject: name two, as in --compare "Xi Jinping" "Vladimir Putin"')
    if one.strip().casefold() == other.strip().casefold():
        raise UserError(f"--compare has {one!r} on both sides: name two subjects")


def _say_unknown_subjects(db: duckdb.DuckDBPyConnection, drawn: Timeline, subjects: tuple[str, str]) -> None:
    """Say of which subjects a comparison shows nothing, and which names are spelled nearly so."""
    from warehouse.asking.near_names import near_names

    if len(drawn.groups) > len(subjects):
        return  # something is about both
    shown = {entry.group for entry in drawn.everything}
    missing = [subject for subject in subjects if subject not in shown]
    near = near_names(db, missing)
    for subject in missing:
        typer.echo(f"no event shown is about {subject!r}{_meant(near.get(subject))}", err=True)


def _say_unknown_names(db: duckdb.DuckDBPyConnection, asked: EventFilter, n_events: int) -> None:
    """Say which actors and places no event names, and which names are spelled nearly so."""
    from warehouse.asking.near_names import unknown_names

    for name, near in unknown_names(db, asked, n_events).items():
        typer.echo(f"no event names {name!r}{_meant(near)}", err=True)


def _say_other_languages(db: duckdb.DuckDBPyConnection) -> None:
    """Say, where nothing was found, of how many articles no events are read."""
    from orchestration.cli.output import in_other_languages
    from warehouse.queries import languages_without_events

    if others := languages_without_events(db):
        typer.echo(f"no events {in_other_languages(others)}", err=True)


def _say_phrases(queries: list[str]) -> None:
    """Say that AND and OR are words like others, where nothing was found with them."""
    for query in queries:
        if _OPERATOR.search(query):
            typer.echo(
                f"--query looks for {query!r} as one phrase: words of which any will do have commas between them",
                err=True,
            )


def _meant(near: list[str] | None) -> str:
    return f": did you mean {' or '.join(near)}?" if near else ""


def _processes_for(paths: list[Path]) -> AbstractContextManager[None]:
    """Other processes that help to read the articles, where these are many: they start while this process reads the files."""
    from orchestration.parallel import processes_started

    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    n_bytes = sum(file.stat().st_size for file in files if file.is_file())
    return processes_started("transforms.events") if n_bytes >= BYTES_WORTH_PROCESSES else nullcontext()


def _from_articles(paths: list[Path], ontology: Path | None, *, remembers: bool) -> tuple[Warehouse, ReadEvents]:
    """A warehouse in memory with the articles and their dates, and what reads their events when they are wanted, with their histories if it `remembers`."""
    from functools import partial

    from orchestration.cli.read import documents_in, say_refused
    from orchestration.extractors import ExtractorSettings, create_extractor
    from orchestration.steps import read_events, read_into_memory

    extractor = create_extractor(ExtractorSettings(ontology=ontology))
    warehouse = read_into_memory(documents_in(paths))
    with warehouse.reading() as db:
        say_refused(db.sql("from raw.rejected_articles order by origin").pl())
    return warehouse, partial(read_events, warehouse, extractor, remembers=remembers)
