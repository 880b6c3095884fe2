"""What merging reads of mentions and articles.

Belongs here: the columns, and the words around a trigger in which something may be counted. Does not: which mentions are merged (dirt.py, write.py).
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
    conformed,
    numbered_words,
    types_known_by_kind,
)
from transforms.schema import EVENT_MENTIONS
from warehouse.ddl import literal
from warehouse.loading.rows import column_list, registered


def mentions_and_articles(db: duckdb.DuckDBPyConnection, condition: str = "true") -> tuple[pl.DataFrame, pl.DataFrame]:
    """The mentions (EVENT_MENTIONS columns, and `words_before`, `words_after` where something may be counted in any, and of types that are known by their kind) that an SQL condition selects, and their articles (ARTICLE_FIELDS)."""
    known_by_kind = f"event_type in ({', '.join(map(literal, types_known_by_kind()))})"
    # by row number, so that the wide columns of the others are not even read
    mentions = db.sql(
        f"""
        with chosen as (
            select {column_list(EVENT_MENTIONS)} from raw.event_mentions
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
        select chosen.*, {BEFORE}, {AFTER}
        from chosen left join (
            select mention_id, {BEFORE}, {AFTER} from around
            where regexp_matches(words, {literal(numbered_words())}) or {known_by_kind}
        ) as near using (mention_id)
        """
    ).pl()
    with registered(db, "telling", mentions.select("article_id").unique()):
        articles = db.sql(
            f"select {', '.join(ARTICLE_FIELDS)} from raw.articles where article_id in (select article_id from telling)"
        ).pl()
    counts_something = mentions[BEFORE].null_count() < mentions.height
    return conformed(mentions if counts_something else mentions.drop(BEFORE, AFTER)), articles
