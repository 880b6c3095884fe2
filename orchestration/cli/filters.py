"""The options that say which events a timeline shows.

Belongs here: option names, their help, and several values as one. Does not: what a filter means (warehouse/asking/filters.py).
"""

from __future__ import annotations

from typing import Annotated, Final

import typer

from transforms.errors import UserError

MOST: Final = 1_000_000_000  # no warehouse has so many events, and DuckDB's numbers go farther

ActorOption = Annotated[
    list[str] | None, typer.Option("--actor", help="Only events with this actor; may be repeated.", show_default=False)
]
TypeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        help="Only these types or families (see `dateline types`), separated by commas; may be repeated.",
        show_default=False,
    ),
]
PlaceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        help="Only events at this place, of a state also those anywhere in it; may be repeated.",
        show_default=False,
    ),
]
QueryOption = Annotated[
    list[str] | None,
    typer.Option(
        "--query",
        "-q",
        help="Any of these words or phrases, separated by commas; may be repeated.",
        show_default=False,
    ),
]
FromOption = Annotated[
    str | None, typer.Option("--from", help="Not before: 2023, 2023-03 or 2023-03-20.", show_default=False)
]
ToOption = Annotated[
    str | None, typer.Option("--to", help="Not after: 2023, 2023-03 or 2023-03-20.", show_default=False)
]
BasisOption = Annotated[
    list[str] | None,
    typer.Option(
        "--basis",
        help="Only dates known in these ways, separated by commas: explicit, relative, narrative, event, inherited, published; may be repeated.",
        show_default=False,
    ),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        help="Only these, separated by commas: happened, ongoing, planned, alleged, denied; may be repeated.",
        show_default=False,
    ),
]
PrecisionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--precision",
        help="Only dates known so exactly, separated by commas: day, days, week, month, quarter, season, half, year, decade, century, unknown; may be repeated.",
        show_default=False,
    ),
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", help="What was known on this day.", show_default=False)]
MinSourcesOption = Annotated[
    int | None,
    typer.Option("--min-sources", min=1, max=MOST, help="Only events that so many outlets report.", show_default=False),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", min=1, max=MOST, help="At most so many entries: the most important ones.", show_default=False
    ),
]
SentencesOption = Annotated[
    int, typer.Option("--sentences", min=1, max=10, help="Sentences in the summary of an entry.")
]


def one_query(queries: list[str] | None) -> str | None:
    """What several queries look for, as one; None without.

    Raises:
        UserError: one of them has no words.
    """
    return ", ".join(named("--query", queries)) if queries else None


def named(option: str, values: list[str]) -> list[str]:
    """What an option names.

    Raises:
        UserError: a value is empty; it would let through everything, or nothing.
    """
    if not all(value.strip(" ,\t\n") for value in values):
        raise UserError(
            f"{option} is empty (is a variable of the shell not set?): say what to look for, or leave it out"
        )
    return values
