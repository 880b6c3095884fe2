"""What merging reads of mentions and articles.

Belongs here: the columns, the words around a trigger in which something may be counted, and whether articles tell it in the same words. Does not: which mentions are merged (dirt.py, at_once.py).
"""

from __future__ import annotations

from typing import Final

import duckdb
import polars as pl

from transforms.merge import (
    AFTER,
    AFTER_CHARACTERS,
    ARTICLE_FIELDS,
    BEFORE,
    BEFORE_CHARACTERS,
    READ_MENTIONS,
    WORDING,
    conformed,
    numbered_words,
    types_known_by_kind,
)
from warehouse.ddl import literal
from warehouse.loading.outlets import OUTLET
from warehouse.loading.rows import column_list, registered

# Fewer words than this are not one writer's alone.
LEAST_WORDS: Final = 9


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
            f"select {article_fields()} from raw.articles where article_id in (select article_id from telling)"
        ).pl()
    if words.height:
        mentions = mentions.join(words, on="mention_id", how="left")
    return conformed(mentions), articles


def article_fields() -> str:
    """The select list of what merging reads of articles: their outlet by the name that counts."""
    return ", ".join(f"{OUTLET} as source" if name == "source" else name for name in ARTICLE_FIELDS)


def words_around(db: duckdb.DuckDBPyConnection, condition: str) -> pl.DataFrame:
    """What the mentions that an SQL condition selects have around their triggers, as far as there is something.

    Gives `mention_id`; `words_before` and `words_after`, where something may be counted in these words or the type is known by its kind; and `wording`, one number
    for all that stand in the same words, where these are `LEAST_WORDS` or more.
    """
    known_by_kind = f"event_type in ({', '.join(map(literal, types_known_by_kind()))})"
    counted = f"regexp_matches(words, {literal(numbered_words())})"
    return db.sql(
        f"""
        with {_around(condition)},
        said as (
            select
                mention_id, {known_by_kind} or {counted} as is_read, {BEFORE}, {AFTER},
                trim(regexp_replace(lower(words), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g')) as plain
            from around
        ),
        final as (
            select
                mention_id,
                case when is_read then {BEFORE} end as {BEFORE},
                case when is_read then {AFTER} end as {AFTER},
                case when len(string_split(plain, ' ')) >= {LEAST_WORDS}
                    then ('0x' || substr(md5(plain), 1, 8))::uinteger end as {WORDING}
            from said
        )
        select * from final where {BEFORE} is not null or {WORDING} is not null
        """
    ).pl()


def _around(condition: str) -> str:
    """SQL of the words around the triggers of the mentions that a condition selects: ends in `around` (mention_id, event_type, `words_before`, `words_after`, words)."""
    return f"""
        chosen as (
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
        )"""
