"""What articles say about days: each sentence with the days that it names, or with the day of its publication.

Belongs here: which sentence speaks of which day and of the subject. Does not: how much that counts (salience.py).
"""

from __future__ import annotations

from functools import cache
from typing import Final

import polars as pl

from transforms.events.texts.sentences import Span, sentences_of_block, split_blocks
from warehouse.timeline.tell import any_of

PUBLISHED: Final = "published"  # the basis of a sentence that names no day
BEFORE_DAY: Final = 60  # characters before the words for a day that tell what it is
BEHIND_DAY: Final = 30  # and behind them

_SENTENCES: Final = {
    "article_id": pl.String,
    "sentence_start": pl.Int64,
    "sentence_end": pl.Int64,
    "sentence": pl.String,
}

_BLOCKS: Final = {"article_id": pl.String, "block_start": pl.Int64, "block": pl.String}

NAMED: Final = {
    "article_id": pl.String,
    "text_start": pl.Int64,
    "date_text": pl.String,
    "day": pl.Date,
    "basis": pl.String,
}
NONE_NAMED: Final = pl.DataFrame(schema=NAMED)
# The columns of statements by which days are weighed.
CLAIMS: Final = ("article_id", "day", "basis", "is_on_subject")


def statements_of(articles: pl.DataFrame, named: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """One row per sentence and day: the days that the sentence names, else the day of publication, which only a sentence on the subject gets.

    articles: needs article_id, text, published_date. named: article_id, text_start, date_text, day, basis. pattern: what names the subject.
    Returns article_id, sentence_start, sentence_end, sentence, is_on_subject, day, date_text (null without), basis; in order of the texts.
    """
    sentences = _sentences_of(_blocks_that_speak(articles, named, pattern)).with_columns(
        pl.col("sentence").str.contains(pattern).alias("is_on_subject")
    )
    dated = _dated(sentences, named)
    undated = (
        sentences.filter("is_on_subject")
        .join(dated, on=["article_id", "sentence_start"], how="anti")
        .join(articles.select("article_id", day="published_date"), on="article_id")
        .with_columns(pl.lit(None, dtype=pl.String).alias("date_text"), pl.lit(PUBLISHED).alias("basis"))
    )
    return pl.concat([dated, undated.select(dated.columns)]).sort("article_id", "sentence_start", "day")


def claims_of_publication(articles: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """What the statements of articles that name no day come to, without cutting them into sentences: the columns CLAIMS.

    pattern: names the subject in single words, so that a sentence holds what the text holds.
    """
    on_subject = articles.filter(pl.col("text").str.contains(pattern))
    return on_subject.select(
        "article_id",
        pl.col("published_date").alias("day"),
        pl.lit(PUBLISHED).alias("basis"),
        pl.lit(True).alias("is_on_subject"),
    )


def _blocks_that_speak(articles: pl.DataFrame, named: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """The paragraphs that name a day or hold a word of the subject: article_id, block_start, block; in order of the texts.

    Most paragraphs do neither, and cutting a text into sentences is what takes time.
    """
    rows = [
        (article_id, start, text[start:end])
        for article_id, text in articles.select("article_id", "text").iter_rows()
        for start, end in split_blocks(text)
    ]
    blocks = pl.DataFrame(rows, schema=_BLOCKS, orient="row").sort("article_id", "block_start")
    dated = _named_in(named, blocks.select("article_id", "block_start"), "block_start")
    holds_day = pl.struct("article_id", "block_start").is_in(
        dated.select(pl.struct("article_id", "block_start")).to_series().implode()
    )
    return blocks.filter(pl.col("block").str.contains(pattern) | holds_day)


def _sentences_of(blocks: pl.DataFrame) -> pl.DataFrame:
    """The sentences of paragraphs: article_id, sentence_start, sentence_end, sentence; in order of the texts."""
    rows = [
        (article_id, first + start, first + end, block[start:end])
        for article_id, first, block in blocks.iter_rows()
        for start, end in sentences_of_block(block, Span(0, len(block)))
    ]
    return pl.DataFrame(rows, schema=_SENTENCES, orient="row").sort("article_id", "sentence_start")


def _dated(sentences: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """The sentences that name days: a row for each sentence and day, with the first words that name it."""
    found = _named_in(named, sentences, "sentence_start")
    columns = [*_SENTENCES, "is_on_subject", "day", "date_text", "basis"]
    inside = found.filter(pl.col("text_start") < pl.col("sentence_end"), ~_is_standard())
    return inside.select(columns).unique(["article_id", "sentence_start", "day"], keep="first", maintain_order=True)


def _is_standard() -> pl.Expr:
    """Whether a day is that by which something is measured, not that on which it came about: "as of June 30", "down from 4.2 percent on Friday", "Friday's close"."""
    at = pl.col("text_start") - pl.col("sentence_start")
    reach = pl.min_horizontal(at, pl.lit(BEFORE_DAY))
    before = pl.col("sentence").str.slice(at - reach, reach)
    behind = pl.col("sentence").str.slice(at + pl.col("date_text").str.len_chars(), BEHIND_DAY)
    return before.str.contains(_standard_before()) | behind.str.contains(_level_behind())


@cache
def _standard_before() -> str:
    """A pattern for what ends before a day and makes it a standard of comparison."""
    figure = rf"(?:an?\s)?\S*\d\S*(?:\s{any_of('figures')})*"
    return rf"\b(?:{any_of('counted_up_to')}|{any_of('compared_with')}\s{figure}(?:\s{any_of('before_days')})*)\s$"


@cache
def _level_behind() -> str:
    return rf"^['\u2019]s\s(?:[a-z-]+\s)?{any_of('levels')}\b"


def _named_in(named: pl.DataFrame, parts: pl.DataFrame, start: str) -> pl.DataFrame:
    """The named days, each with the last part of its article that begins before it; parts: sorted by article and offset `start`."""
    # polars can not check within groups that both sides are sorted, and would warn
    return named.sort("article_id", "text_start").join_asof(
        parts,
        left_on="text_start",
        right_on=start,
        by="article_id",
        strategy="backward",
        coalesce=False,
        check_sortedness=False,
    )
