"""Article files that a command reads without a warehouse.

Belongs here: from a path on the command line to a frame of articles. Does not: reading formats (transforms.articles).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import polars as pl


def read_article_files(paths: list[Path]) -> pl.DataFrame:
    """The articles in files and folders (ARTICLES columns); what is refused is said on stderr."""
    from orchestration.sources import find_documents
    from transforms.articles import read_documents

    result = read_documents(find_documents(paths))
    say_refused(result.rejected)
    return result.articles


def say_refused(rejected: pl.DataFrame) -> None:
    """Say on stderr what was refused and why, a line each (REJECTED_ARTICLES columns)."""
    for origin, reason, detail in rejected.select("origin", "reason", "detail").iter_rows():
        typer.echo(f"dateline: refused {origin}: {reason}: {detail}", err=True)


def named_by_file(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles with the file's name as id where a file holds one article and gives it none."""
    import polars as pl

    from transforms.articles.identity import HASHED_ID

    hashed = pl.col("article_id").str.contains(HASHED_ID) & (pl.len().over("origin") == 1)
    return articles.with_columns(
        article_id=pl.when(hashed).then(pl.col("origin").str.split("/").list.last()).otherwise(pl.col("article_id"))
    )
