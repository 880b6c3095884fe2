"""Articles: pages of a list, and one article with its dates and the events that it reports.

Belongs here: reading articles. Does not: marking words in their text (passages.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, NamedTuple

import duckdb

from warehouse.asking.filters import words_of
from warehouse.ddl import literal
from warehouse.explorer.catalogue import Catalogue
from warehouse.explorer.errors import NoPlaceError, NotFoundError
from warehouse.explorer.params import MARK, ArticlesParams
from warehouse.explorer.store import Store
from warehouse.explorer.whereabouts import NOWHERE
from warehouse.loading.outlets import OUTLET
from warehouse.timeline.dates import When

UNKNOWN_DAY: Final = date.min
BEGINNING: Final = 300  # characters of a text that stand for the title where there is none
SHOWN_OF_BEGINNING: Final = 90
# Rows of an article that lie no further apart are all fetched, which is quicker than comparing ids.
NEAR: Final = 2048


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in a list. Source and title are null where the article names none; `n_characters` is the length of its text.

    beginning: of the text of an article without a title.
    """

    article_id: str
    source: str | None
    title: str | None
    published_date: date | None
    lang: str | None
    near_duplicate_of: str | None
    n_characters: int
    beginning: str | None


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """Some articles, the latest first; `next` is the place to go on after, None at the end."""

    articles: tuple[ArticleLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class DateWords:
    """One date expression of a text: offsets, TIMEX3 type and value, and the interval it stands for."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    when: When


class Offsets(NamedTuple):
    """Where the sentence of a mention, its trigger and its date words stand in the text."""

    sentence_start: int
    sentence_end: int
    trigger_start: int
    trigger_end: int
    date_text_start: int | None
    date_text_end: int | None


@dataclass(frozen=True, slots=True)
class MentionWords:
    """One event as the article reports it."""

    mention_id: str
    event_id: str
    title: str
    event_type: str
    status: str
    when: When
    offsets: Offsets


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """One article: its row of `raw.articles`, its dates and its events in order of the text."""

    article_id: str
    url: str | None
    source: str | None
    title: str | None
    text: str
    lang: str | None
    published_at: datetime | None
    published_date: date | None
    published_basis: str
    near_duplicate_of: str | None
    origin: str
    dates: tuple[DateWords, ...] = ()
    mentions: tuple[MentionWords, ...] = ()


def articles_page(store: Store, params: ArticlesParams) -> ArticlesPage:
    """The page of articles that the parameters ask for.

    Raises:
        NoPlaceError: `after` is no place in the list.
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered(("articles", params), lambda db, _: _articles_page(db, params))


def _articles_page(db: duckdb.DuckDBPyConnection, params: ArticlesParams) -> ArticlesPage:
    day, article_id = _place(params.after)
    # undated articles come last: they count as older than any day
    conditions = {
        "(coalesce(published_date, date '0001-01-01'), article_id) < ($day::date, $id)": params.after,
        f"{OUTLET} = $source": params.source,
        f"regexp_matches(lower(strip_accents(coalesce(title, left(text, {BEGINNING})))), $words)": params.query,
    }
    given = {"day": day, "id": article_id, "source": params.source, "words": _words_asked(db, params.query)}
    condition = " and ".join(sql for sql, value in conditions.items() if value) or "true"
    rows = db.execute(
        f"""
        select article_id, {OUTLET}, title, published_date, lang, near_duplicate_of, length(text),
            case when title is null then left(text, {SHOWN_OF_BEGINNING}) end
        from raw.articles where {condition}
        order by coalesce(published_date, date '0001-01-01') desc, article_id desc limit $n
        """,
        {name: value for name, value in given.items() if f"${name}" in condition} | {"n": params.limit + 1},
    ).fetchall()
    lines = tuple(ArticleLine(*row) for row in rows[: params.limit])
    last = lines[-1] if len(rows) > params.limit else None
    return ArticlesPage(lines, f"{last.published_date or UNKNOWN_DAY}{MARK}{last.article_id}" if last else None)


def _words_asked(db: duckdb.DuckDBPyConnection, query: str) -> str:
    """A regular expression (RE2) for words in a row, in small letters and without accents; of the last one the beginning will do."""
    [(words,)] = db.execute(f"select {words_of('$query')}", {"query": query}).fetchall()
    return r"(?:^|[^\pL\pN])" + r"[^\pL\pN]+".join(words.split())


def _place(words: str) -> tuple[date | None, str]:
    if not words:
        return None, ""
    day, mark, article_id = words.partition(MARK)
    try:
        if mark:
            return date.fromisoformat(day), article_id
    except ValueError:
        pass
    raise NoPlaceError


def article_found(store: Store, article_id: str) -> ArticleFound:
    """One article.

    Raises:
        NotFoundError: there is no such article.
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered(("article", article_id), lambda db, catalogue: _article_found(db, catalogue, article_id))


def text_of(store: Store, article_id: str) -> str | None:
    """The text of an article; None when there is no such article.

    Raises:
        WarehouseError: the warehouse cannot be read.
    """
    return store.remembered(("text", article_id), lambda db, catalogue: _text_of(db, catalogue, article_id))


# each begins with the article's id, by which rows of others are left out
_ARTICLE: Final = f"""
    select article_id, article_id, url, {OUTLET}, title, text, lang, published_at, published_date, published_basis, near_duplicate_of, origin
    from raw.articles
"""
_TEXT: Final = "select article_id, text from raw.articles"
_DATES: Final = """
    select article_id, text_start, text_end, text, type, value, earliest, latest, precision, edtf, basis from raw.date_expressions
"""
_MENTIONS: Final = """
    select article_id, hash(mention_id), mention_id, event_type, status, start_date, end_date, precision, edtf, date_basis,
        sentence_start, sentence_end, trigger_start, trigger_end, date_text_start, date_text_end
    from raw.event_mentions
"""


def _article_found(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, article_id: str) -> ArticleFound:
    found = _rows(db, catalogue, "articles", _ARTICLE, article_id)
    if not found:
        raise NotFoundError(f"there is no article {article_id[:80]!r}: look for it in the list of articles")
    dates = map(_date_words, _rows(db, catalogue, "date_expressions", _DATES, article_id))
    told = (_mention(catalogue, row) for row in _rows(db, catalogue, "event_mentions", _MENTIONS, article_id))
    mentions = (mention for mention in told if mention)
    return replace(
        ArticleFound(*found[0]),
        dates=tuple(sorted(dates, key=lambda each: (each.start, each.end))),
        mentions=tuple(sorted(mentions, key=lambda each: (each.offsets.trigger_start, each.mention_id))),
    )


def _text_of(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, article_id: str) -> str | None:
    found = _rows(db, catalogue, "articles", _TEXT, article_id)
    return str(found[0][0]) if found else None


def _rows(
    db: duckdb.DuckDBPyConnection, catalogue: Catalogue, table: str, sql: str, article_id: str
) -> list[tuple[Any, ...]]:
    stretch = catalogue.whereabouts.rows_of(table, article_id)
    if stretch == NOWHERE:
        return []
    where = f"rowid between {stretch.first} and {stretch.last}"
    if stretch.first == stretch.last:
        where = f"rowid = {stretch.first}"
    if stretch.last - stretch.first > NEAR:
        where += f" and article_id = {literal(article_id)}"
    found = db.execute(f"{sql} where {where}").fetchall()
    return [row[1:] for row in found if row[0] == article_id]


def _date_words(row: tuple[Any, ...]) -> DateWords:
    start, end, text, kind, value, *when = row
    return DateWords(start, end, text, kind, value, When.of_columns(*when))


def _mention(catalogue: Catalogue, row: tuple[Any, ...]) -> MentionWords | None:
    hashed, mention_id, event_type, status, *when = row[:9]
    position = catalogue.whereabouts.position_of(hashed)
    if position is None:
        return None
    event_id, title = catalogue.events["event_id"][position], catalogue.events["title"][position]
    return MentionWords(mention_id, event_id, title, event_type, status, When.of_columns(*when), Offsets(*row[9:]))
