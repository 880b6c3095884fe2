"""`dateline extract`: articles in, event mentions out, no warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli.options import OntologyOption

FIELDS = (
    "article_id",
    "event_type",
    "status",
    "start_date",
    "end_date",
    "precision",
    "edtf",
    "date_basis",
    "date_text",
    "actors",
    "place",
    "trigger",
    "trigger_start",
    "trigger_end",
    "sentence_start",
    "sentence_end",
    "attributed_to",
    "confidence",
)
ARTICLES_PER_BATCH = 200


def extract(
    file: Annotated[
        Path,
        typer.Argument(
            help="Articles: JSONL of {id, published, title, text, url, source}, or text, HTML, a feed.",
            show_default=False,
        ),
    ],
    ontology: OntologyOption = None,
    hypothetical: Annotated[
        bool, typer.Option("--hypothetical", help="Also print events that are only imagined.")
    ] = False,
) -> None:
    """Extract dated events from articles: one mention a line, as JSON.

    Offsets count the characters of `text` exactly as given.

    Example: dateline extract articles.jsonl > mentions.jsonl
    """
    from orchestration.cli.output import write_json_lines
    from orchestration.cli.read import named_by_file, read_article_files
    from orchestration.extractors import create_extractor
    from orchestration.parallel import map_batches

    extractor = create_extractor(ontology)
    articles = named_by_file(read_article_files([file]))
    for _, mentions in map_batches(extractor.extract, articles, ARTICLES_PER_BATCH):
        rows = mentions.select(FIELDS).iter_rows(named=True)
        write_json_lines(row for row in rows if hypothetical or row["status"] != "hypothetical")
