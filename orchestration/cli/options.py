"""Options that several commands share, and what their values mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from transforms.errors import UserError


def named_path(written: str | Path) -> Path:
    """The path that the user has written; an empty one would mean the folder in which the command runs.

    Raises:
        UserError: nothing was written.
    """
    if not str(written):
        raise UserError("an empty path (is a variable of the shell not set?); write . for the folder you are in")
    return Path(written)


WarehouseOption = Annotated[
    Path | None,
    typer.Option(
        "--warehouse",
        "-w",
        help="The DuckDB file.",
        show_default="$DATELINE_WAREHOUSE, else ./dateline.duckdb",
    ),
]
SourcesOption = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        help="The file that declares sources.",
        show_default="$DATELINE_SOURCES, else ./sources.toml",
    ),
]
SourceNamesOption = Annotated[
    list[str] | None,
    typer.Option("--source", help="Only this source; may be repeated.", show_default=False),
]
OntologyOption = Annotated[
    Path | None,
    typer.Option(
        "--ontology",
        help="A TOML file that adds or changes event types.",
        show_default="$DATELINE_ONTOLOGY, else none",
    ),
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
        help="OpenAI-compatible endpoint of the engine llm; its key comes from $DATELINE_LLM_KEY.",
        show_default="$DATELINE_LLM_URL",
    ),
]
LlmModelOption = Annotated[
    str | None,
    typer.Option("--llm-model", help="Model of the engine llm.", show_default="$DATELINE_LLM_MODEL"),
]
