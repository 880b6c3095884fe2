"""Article files that a command reads without a warehouse.

Belongs here: from a path on the command line to a frame of articles. Does not: reading formats (transforms.articles).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import polars as pl

    from transforms.articles import Document

NO_FILES = "no file of articles lies there; hidden and unfinished files, README and LICENSE are passed over in folders"


def documents_in(paths: list[Path]) -> Iterator[Document]:
    """The documents in files, folders and pipes, `-` being standard input; where there are none, that is said on stderr.

    Raises:
        SourceError: a path does not exist or cannot be read; raised before anything is read.
    """
    from orchestration.sources import find_documents
    from orchestration.sources.piped import is_piped, read_piped

    found = find_documents([path for path in paths if not is_piped(path)])
    return _said_if_none(chain(found, *(read_piped(path) for path in paths if is_piped(path))), paths)


def _said_if_none(documents: Iterator[Document], paths: list[Path]) -> Iterator[Document]:
    n_documents = 0
    for document in documents:
        n_documents += 1
        yield document
    if not n_documents:
        typer.echo(f"dateline: {', '.join(map(str, paths))}: {NO_FILES}", err=True)


def read_article_files(paths: list[Path]) -> pl.DataFrame:
    """The articles in files, folders and pipes (ARTICLES columns); what is refused is said on stderr."""
    from transforms.articles import read_documents

    result = read_documents(documents_in(paths))
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
