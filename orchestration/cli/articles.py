"""`dateline articles`: files in, article rows out, no warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orchestration.cli.options import named_path


def articles(
    files: Annotated[
        list[Path],
        typer.Argument(
            parser=named_path,
            help="Files or folders: text, HTML, JSONL, CSV, Parquet, feeds, WARC; `-` is standard input.",
            show_default=False,
        ),
    ],
) -> None:
    """Show what is read from files: one article, or one refusal with its reason, a line, as JSON.

    Example: dateline articles page.html feed.xml
    """
    from orchestration.cli.output import write_json_lines
    from orchestration.cli.read import documents_in
    from transforms.articles import read_document

    for document in documents_in(files):
        result = read_document(document)
        kept = result.articles.select(
            "url",
            "title",
            "published_basis",
            "lang",
            "text",
            "source",
            "byline",
            file="origin",
            published="published_date",
            id="article_id",
        )
        write_json_lines(kept.iter_rows(named=True))
        write_json_lines(result.rejected.select("detail", file="origin", rejected="reason").iter_rows(named=True))
