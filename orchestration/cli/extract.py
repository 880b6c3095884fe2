"""`dateline extract`: articles in, event mentions out, no warehouse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli.options import EngineOption, LlmModelOption, LlmUrlOption, OntologyOption, named_path

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
    "country",
    "latitude",
    "longitude",
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
            parser=named_path,
            help="Articles: JSONL of {id, published, title, text, url, source}, or text, HTML, a feed; `-` is standard input.",
            show_default=False,
        ),
    ],
    ontology: OntologyOption = None,
    engine: EngineOption = "rules",
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
    hypothetical: Annotated[
        bool, typer.Option("--hypothetical", help="Also print events that are only thought of.")
    ] = False,
) -> None:
    """Extract dated events from articles: one mention a line, as JSON.

    Offsets count the characters of `text` exactly as given.

    Example: dateline extract articles.jsonl > mentions.jsonl

    Example: dateline extract articles.jsonl --engine llm --llm-url http://localhost:8000/v1 --llm-model small
    """
    from collections import Counter
    from functools import partial

    from orchestration.cli.output import report_unreadable, write_json_lines
    from orchestration.cli.read import named_by_file, read_article_files
    from orchestration.extractors import ExtractorSettings, create_extractor
    from orchestration.parallel import map_batches
    from transforms.events import extract_readable

    extractor = create_extractor(ExtractorSettings(engine, ontology, llm_url, llm_model, hypothetical))
    articles = named_by_file(read_article_files([file]))
    step = partial(extract_readable, extractor)
    others = Counter[str]()
    for batch, read in map_batches(step, articles, ARTICLES_PER_BATCH, waits=extractor.waits):
        others.update(lang for lang in batch["lang"] if lang and lang not in (extractor.languages or (lang,)))
        write_json_lines(read.rows.select(FIELDS).iter_rows(named=True))
        report_unreadable("extraction", read.unreadable)
    _say(engine, dict(others.most_common()), extractor.usage)


def _say(engine: str, others: Mapping[str, int], usage: Mapping[str, int | float]) -> None:
    """Say of how many articles by language no events were read, and what the engine used."""
    from orchestration.cli.output import in_other_languages

    if others:
        typer.echo(f"dateline: no events {in_other_languages(others)}", err=True)
    if usage:
        used = ", ".join(f"{name} {count:,}" for name, count in usage.items())
        typer.echo(f"dateline: {engine}: {used}", err=True)
