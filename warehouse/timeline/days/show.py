"""One day of a timeline of days, with all that articles say of it.

Belongs here: what `dateline show day-2023-03-20` and a page about a day tell. Does not: which days a timeline shows (build.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from warehouse.asking.query_words import query_pattern
from warehouse.asking.user_sql import missing_marts
from warehouse.errors import WarehouseError
from warehouse.timeline.days.build import Row, evidence_of, reported_by, said_of_days, without_event
from warehouse.timeline.days.read import articles_of_day, named_days
from warehouse.timeline.days.statements import PUBLISHED, statements_of
from warehouse.timeline.days.tell import rarity_of_words, telling_sentences
from warehouse.timeline.entries import DAY_ID, Entry
from warehouse.timeline.tell import quoted

if TYPE_CHECKING:
    import duckdb

MOST_SENTENCES: Final = 40
_PLAIN_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day_of_id(entry_id: str) -> date | None:
    """The day that an id such as `day-2023-03-20` or plain `2023-03-20` names; None for ids of events.

    Raises:
        WarehouseError: it begins like one, but there is no such day.
    """
    if not (entry_id.startswith(DAY_ID) or _PLAIN_DAY.fullmatch(entry_id)):
        return None
    try:
        return date.fromisoformat(entry_id.removeprefix(DAY_ID))
    except ValueError as error:
        raise WarehouseError(f"{entry_id} names no day: write it as in 2023-03-20") from error


def told_day(db: duckdb.DuckDBPyConnection, day: date, query: str | None = None) -> Entry:
    """What articles say of a day: the sentences that name it and, with a query, those on its subject that were published on it.

    The sentences that tell most stand first; none repeats another.

    Raises:
        WarehouseError: no article says anything of it, or the marts were never built.
    """
    pattern = query_pattern(query)
    with missing_marts():
        articles = articles_of_day(db, day, query)
        statements = statements_of(articles, named_days(db, articles), pattern or "")
    rows: dict[str, Row] = {row["article_id"]: row for row in articles.drop("text").iter_rows(named=True)}
    said = [each for each in said_of_days(rows, statements, [day]).get(day, []) if pattern or each.basis != PUBLISHED]
    told = telling_sentences(said, MOST_SENTENCES, rarity_of_words(said))
    if not told:
        about = f" with {query!r}" if query else ""
        raise WarehouseError(
            f"no article{about} names {day.isoformat()}: see which days there are with `dateline timeline`"
        )
    evidence = tuple(evidence_of(day, statement, rows[statement.article_id]) for _, statement in told)
    facts: dict[str, Any] = reported_by(rows, said)
    return replace(
        without_event(day, told),
        summary=tuple(quoted(text, quote) for (text, _), quote in zip(told[:2], evidence, strict=False)),
        evidence=evidence,
        n_articles=len({each.article_id for each in said}),
        **facts,
    )
