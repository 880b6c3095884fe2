"""Documents to frames: unpack, recognise, decode, read, identify.

Belongs here: the way of one document through this room, and the frames that leave it. Does not: any one format.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

import polars as pl

from transforms.articles.document import (
    MAX_DETAIL,
    Article,
    Document,
    EmptyListError,
    ReadResult,
    RefusedError,
    Rejection,
)
from transforms.articles.encodings.read import decode, without_surrogates
from transforms.articles.formats.compression import unpack
from transforms.articles.formats.json_lines import LINES, read_json, read_lines
from transforms.articles.formats.plain_text import read_text
from transforms.articles.formats.recognise import Format, recognise
from transforms.articles.identity import article_id, content_hash, raw_hash, reject_id
from transforms.articles.language import detect_language
from transforms.schema import ARTICLES, REJECTED_ARTICLES


def read_document(document: Document) -> ReadResult:
    """The articles of one document, and what was refused in it; every failure of the input is a row of `rejected`."""
    return read_documents([document])


def read_documents(documents: Iterable[Document]) -> ReadResult:
    """The articles of many documents in order, read one document at a time."""
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for document in documents:
        for found in _found_in(document):
            if isinstance(found, Article):
                articles.append(_storable(found, document))
            else:
                rejections.append(found)
    return ReadResult(_articles_frame(articles), _rejected_frame(rejections))


def _found_in(document: Document) -> Iterator[Article | Rejection]:
    try:
        yield from _read(document)
    except RefusedError as error:
        if document.may_be_empty and isinstance(error, EmptyListError):
            return
        yield _refused(document, error.reason, error.detail)
    except Exception as error:  # one input that a parser cannot bear must not stop the others
        yield _refused(document, "malformed", f"cannot be read: {type(error).__name__}: {error}"[:MAX_DETAIL])


def _refused(document: Document, reason: str, detail: str) -> Article | Rejection:
    """The refusal, or the summary by which a feed announced the page."""
    if document.listed.summary and document.content:
        from transforms.articles.formats.listed import article_of_listing

        return article_of_listing(document)
    return Rejection(document.origin, reason, detail, document.content)


def _read(document: Document) -> Iterable[Article | Rejection]:
    if document.refused is not None:
        raise RefusedError(*document.refused)
    content = unpack(document.content)
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise RefusedError("empty", "the file is empty")
    if document.media_type == LINES:
        return read_lines(content, document.origin, document.first_line)
    match recognise(content, document.origin, document.media_type):
        case Format.FEED:
            from transforms.articles.formats.feeds import read_feed  # slow to import: only when there is a feed

            return read_feed(content, document.origin, document.media_type, document.left_out)
        case Format.HTML:
            from transforms.articles.formats.listed import with_listing
            from transforms.articles.pages.read import read_page  # as above

            page = decode(content, document.media_type, markup=True)
            return [with_listing(read_page(page, document.address or document.origin), document)]
        case Format.JSON:
            return read_json(content, document.origin, document.media_type, document.first_line, document.left_out)
        case Format.TEXT:
            return [read_text(decode(content, document.media_type), document.origin)]
        case Format.CSV | Format.PARQUET | Format.WARC:
            from transforms.articles.formats.parts import split  # as above

            parts = split(io.BytesIO(content), document.origin)
            return chain.from_iterable(map(_found_in, parts))


def _storable(article: Article, document: Document) -> Article:
    return replace(
        article,
        origin=document.origin if article.origin == document.address else article.origin,
        text=without_surrogates(article.text),
        title=_mended(article.title),
        url=_mended(article.url),
        source=_mended(document.outlet or article.source),
        byline=_mended(article.byline),
        given_id=_mended(article.given_id),
    )


def _mended(text: str | None) -> str | None:
    return without_surrogates(text) if text is not None else None


def _articles_frame(articles: list[Article]) -> pl.DataFrame:
    columns: dict[str, list[object]] = {
        "article_id": [article_id(article) for article in articles],
        "url": [article.url for article in articles],
        "source": [article.source for article in articles],
        "title": [article.title for article in articles],
        "byline": [article.byline for article in articles],
        "text": [article.text for article in articles],
        "lang": [article.lang or detect_language(article.text) for article in articles],
        "published_at": [article.published.at for article in articles],
        "published_date": [article.published.day for article in articles],
        "published_basis": [article.published.basis for article in articles],
        "published_offset": [article.published.offset for article in articles],
        "content_hash": [content_hash(article) for article in articles],
        "origin": [article.origin for article in articles],
    }
    absent = {
        name: [None] * len(articles) for name in ("outlet", "version", "near_duplicate_of", "fetched_at", "run_id")
    }
    return pl.DataFrame(columns | absent, schema_overrides=ARTICLES.polars_schema).select(ARTICLES.names)


def _rejected_frame(rejections: list[Rejection]) -> pl.DataFrame:
    rows: list[dict[str, object]] = [
        {
            "reject_id": reject_id(rejection),
            "origin": rejection.origin,
            "reason": rejection.reason,
            "detail": rejection.detail,
            "raw_hash": raw_hash(rejection),
        }
        for rejection in rejections
    ]
    return REJECTED_ARTICLES.frame(rows)
