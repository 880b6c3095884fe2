"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from transforms.errors import UserError

WarehouseOption = Annotated[
    Path | None,
    typer.Option(
        "--warehouse",
        "-w",
        help="The DuckDB file. [default: $DATELINE_WAREHOUSE, else ./dateline.duckdb]",
        show_default=False,
    ),
]
SourcesOption = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        help="The file that declares sources. [default: $DATELINE_SOURCES, else ./sources.toml]",
        show_default=False,
    ),
]
SourceNamesOption = Annotated[
    list[str] | None,
    typer.Option("--source", help="Only this source; may be repeated.", show_default=False),
]
OntologyOption = Annotated[
    Path | None, typer.Option("--ontology", help="A TOML file that adds or changes event types.", show_default=False)
]
EngineOption = Annotated[
    Literal["rules", "llm"],
    typer.Option(
        "--engine", help="What finds events: built-in rules, or a language model whose answers are held to the text."
    ),
]
LlmUrlOption = Annotated[
    str | None,
    typer.Option(
        "--llm-url",
        help="OpenAI-compatible endpoint of the engine llm; its key comes from $DATELINE_LLM_KEY. [default: $DATELINE_LLM_URL]",
        show_default=False,
    ),
]
LlmModelOption = Annotated[
    str | None,
    typer.Option("--llm-model", help="Model of the engine llm. [default: $DATELINE_LLM_MODEL]", show_default=False),
]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z")


def first_day(option: str, words: str | None) -> date | None:
    """The first day of `2023`, `2023-03` or `2023-03-20`."""
    interval = _interval(option, words)
    return interval and interval[0]


def last_day(option: str, words: str | None) -> date | None:
    """The last day of `2023`, `2023-03` or `2023-03-20`."""
    interval = _interval(option, words)
    return interval and interval[1]


def _interval(option: str, words: str | None) -> tuple[date, date] | None:
    from transforms.temporal.interval import Interval

    if words is None:
        return None
    try:
        if found := _DAY.match(words.strip()):
            year, month, day = (int(part) if part else None for part in found.groups())
            if year and month and day:
                return date(year, month, day), date(year, month, day)
            interval = Interval.of_month(year, month) if year and month else Interval.of_year(year or 0)
            return interval.start, interval.end
    except ValueError:
        pass
    raise UserError(f"{option} {words}: not a date; write 2023, 2023-03 or 2023-03-20")
