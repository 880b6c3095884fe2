"""What merging reads of mentions and articles.

Belongs here: the columns, and the words around a trigger in which something may be counted. Does not: which mentions are merged (dirt.py, at_once.py).
"""

from __future__ import annotations

import duckdb
import polars as pl

from transforms.merge import (
    AFTER,
    AFTER_CHARACTERS,
    ARTICLE_FIELDS,
    BEFORE,
    BEFORE_CHARACTERS,
    READ_MENTIONS,
    conformed,
    numbered_words,
    types_known_by_kind,
)
from warehouse.ddl import literal
from warehouse.loading.rows import column_list, registered


def mentions_and_articles(db: duckdb.DuckDBPyConnection, condition: str = "true") -> tuple[pl.DataFrame, pl.DataFrame]:
    """The mentions that an SQL condition selects (READ_MENTIONS columns, and the words of `words_around`), and their articles (ARTICLE_FIELDS)."""
    return told_with(words_around(db, condition), db, condition)


def told_with(words: pl.DataFrame, db: duckdb.DuckDBPyConnection, condition: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The mentions that an SQL condition selects with those of the words that are theirs, and their articles.

    words: as `words_around` gives them.
    """
    # by row number, so that the wide columns of the others are not even read
    mentions = db.sql(
        f"""
        select {column_list(READ_MENTIONS)} from raw.event_mentions
        where rowid in (select rowid from raw.event_mentions where {condition})
        """
    ).pl()
    with registered(db, "telling", mentions.select("article_id").unique()):
        articles = db.sql(
            f"select {', '.join(ARTICLE_FIELDS)} from raw.articles where article_id in (select article_id from telling)"
        ).pl()
    if words.height:
        mentions = mentions.join(words, on="mention_id", how="left")
    return conformed(mentions), articles


def words_around(db: duckdb.DuckDBPyConnection, condition: str) -> pl.DataFrame:
    """`mention_id`, `words_before` and `words_after` of those of the mentions that an SQL condition selects in whose words something may be counted, or whose types are known by their kind."""
    known_by_kind = f"event_type in ({', '.join(map(literal, types_known_by_kind()))})"
    return db.sql(
        f"""
        with chosen as (
            select mention_id, article_id, event_type, sentence_start, sentence_end, trigger_start, trigger_end
            from raw.event_mentions
            where rowid in (select rowid from raw.event_mentions where {condition})
        ),
        texts as (
            select article_id, text from raw.articles where rowid in (
                select rowid from raw.articles where article_id in (select article_id from chosen)
            )
        ),
        around as (
            select
                mention_id,
                event_type,
                greatest(sentence_start, trigger_start - {BEFORE_CHARACTERS}) as first,
                substring(text, first + 1, trigger_start - first) as {BEFORE},
                substring(text, trigger_end + 1, least(sentence_end - trigger_end, {AFTER_CHARACTERS})) as {AFTER},
                {BEFORE} || substring(text, trigger_start + 1, trigger_end - trigger_start) || {AFTER} as words
            from chosen join texts using (article_id)
            -- most texts hold no such word at all
            where regexp_matches(text, {literal(numbered_words())}) or {known_by_kind}
        )
        select mention_id, {BEFORE}, {AFTER} from around
        where regexp_matches(words, {literal(numbered_words())}) or {known_by_kind}
        """
    ).pl()
