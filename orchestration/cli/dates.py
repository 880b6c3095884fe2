"""`dateline dates`: texts in, date expressions out, no warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from orchestration.cli.options import named_path

if TYPE_CHECKING:
    import polars as pl

ARTICLES_PER_BATCH = 200


def dates(
    file: Annotated[
        Path,
        typer.Argument(
            parser=named_path,
            help="JSONL of {doc_id or id, dct or published, text, lang}, or a text file; `-` is standard input.",
            show_default=False,
        ),
    ],
    mode: Annotated[
        Literal["auto", "news", "narrative"],
        typer.Option(
            help="What dates are relative to: the publication day (news), the last date in the text (narrative)."
        ),
    ] = "auto",
    lang: Annotated[
        str | None,
        typer.Option(
            help="Language of the texts (ISO 639-1), instead of the one they give or that is detected.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find date expressions and what they mean: one document a line, as JSON (TIMEX3 types and values).

    Example: dateline dates articles.jsonl > dates.jsonl

    Example: dateline dates chronicle.txt --mode narrative --lang de
    """
    import polars as pl

    from orchestration.cli.read import named_by_file, read_article_files

    articles = named_by_file(read_article_files([file]))
    _write(articles if lang is None else articles.with_columns(lang=pl.lit(lang)), mode)


def _write(articles: pl.DataFrame, mode: str) -> None:
    from functools import partial

    from orchestration.cli.output import report_unreadable, write_json_lines
    from orchestration.parallel import map_batches
    from transforms.temporal import tag_readable

    for batch, read in map_batches(partial(tag_readable, mode=mode), articles, ARTICLES_PER_BATCH):
        found = read.rows.partition_by("article_id", as_dict=True)
        for (article_id,) in batch.select("article_id").iter_rows():
            rows = found.get((article_id,))
            write_json_lines([{"doc_id": article_id, "timexes": [] if rows is None else _timexes(rows)}])
        report_unreadable("finding dates", read.unreadable)


def _timexes(rows: pl.DataFrame) -> list[dict[str, object]]:
    return rows.select(
        "text",
        "type",
        "value",
        "mod",
        "earliest",
        "latest",
        "precision",
        "edtf",
        "basis",
        start="text_start",
        end="text_end",
    ).to_dicts()
