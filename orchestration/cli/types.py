"""`dateline types`: the event types and what they mean."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from orchestration.cli.options import OntologyOption


def types(
    ontology: OntologyOption = None,
    output_format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """List the event types with their definition, PLOVER and CAMEO codes and an example.

    Example: dateline types --format json
    """
    from orchestration.extractors import read_ontology

    known = read_ontology(ontology).types.values()
    fields = ("id", "family", "label", "definition", "plover", "cameo", "example")
    rows = [{field: getattr(event_type, field) for field in fields} for event_type in known]
    if output_format == "json":
        from orchestration.cli.output import write_json_lines

        write_json_lines(rows)
        return
    from orchestration.cli.tables import print_table

    columns = [field for field in fields if field != "label"]
    print_table(columns, ([_words(row[field]) for field in columns] for row in rows), f"{len(rows)} event types")


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value or "")
