"""Write articles, refused inputs and the rows of a stage: idempotent, each call one transaction.

Belongs here: which rows are new or changed. Does not: ids of several articles (loading/conflicts.py), events (merging/write.py), runs (loading/run_log.py), which articles a stage reads (loading/portions.py), steps common to all tables (loading/rows.py).
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import astuple, dataclass, field
from datetime import datetime
from typing import Final

import duckdb
import polars as pl

from transforms.schema import ARTICLE_VERSIONS, ARTICLES, REJECTED_ARTICLES, SchemaError, Table
from warehouse.connection import LOADING_MEMORY, Warehouse
from warehouse.ddl import quoted, raw_name
from warehouse.loading.conflicts import split_conflicts
from warehouse.loading.rejects import forget_unread, unread
from warehouse.loading.rewritten import IsGone, nothing_gone, with_known_ids
from warehouse.loading.rows import checked, column_list, differs, note_read, registered, single_value
from warehouse.loading.summaries import mark_summaries

# When and where a version was first read, and what comparing it with others found (near_duplicates.py, outlets.py in loading/): reading the version again does not change them.
_KEPT = ("origin", "fetched_at", "run_id", "near_duplicate_of", "outlet")
_NUMBER = ("version",)
# `content_hash` compares these.
_HASHED = ("title", "text", "published_date")


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """Inputs read, articles kept, articles new and changed in the warehouse, inputs refused; `n_read = n_kept + n_refused`.

    n_unchanged: articles of files and addresses that had not changed and were not read again. conflicts: the `reject_id` of those of the refused
    whose id belongs to another article.
    """

    n_read: int
    n_kept: int
    n_new: int
    n_changed: int
    n_refused: int
    n_unchanged: int = 0
    conflicts: tuple[str, ...] = field(default=(), compare=False)

    def __add__(self, other: LoadCounts) -> LoadCounts:
        return LoadCounts(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


NOTHING_READ: Final = LoadCounts(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Refusals:
    """Articles that a stage could not read, why by article_id, and in which run."""

    reasons: dict[str, str]
    run_id: str
    now: datetime


def write_articles(
    db: Warehouse,
    articles: pl.DataFrame,
    rejected: pl.DataFrame,
    run_id: str,
    now: datetime,
    *,
    reread: bool = False,
    is_gone: IsGone = nothing_gone,
) -> LoadCounts:
    """Store the articles that are new or differ from what is stored, and the refused inputs that are new.

    articles: ARTICLES columns. One `article_id` may come in several versions: the one published last counts, and of those that which is read last.
    A version that another one has replaced stays replaced when it is read again, unless its file or address, which gave that other one, holds it once more:
    what was corrected back is the newest version. A much shorter text from elsewhere that was published on no later day is a summary, and replaces no full text. reread: files and answers that are only read again tell no such news.
    rejected: REJECTED_ARTICLES columns. `fetched_at`, `rejected_at` and `run_id` are filled in here.
    An article whose id already belongs to another one is refused as `id_conflict`: other address and other title or, where not both have an
    address, other title and other words. An article without id and address that was corrected in its file keeps the id it had, or in a file that took the place of its own (is_gone: whether an origin is a file that is no longer there). What was read of one file in an earlier run may be rewritten there altogether.

    Raises:
        SchemaError: a frame does not fit its table.
    """
    articles = ARTICLES.conform(articles)
    # one id may stand several times here, so keys are not checked yet
    checked(ARTICLES, articles.unique("article_id"))
    refused = checked(REJECTED_ARTICLES, rejected.unique("reject_id", keep="first", maintain_order=True))
    with db.writing(memory=LOADING_MEMORY) as connection, ExitStack() as stack:
        rows = with_known_ids(connection, articles, is_gone).with_row_index("position")
        stack.enter_context(registered(connection, "given", rows))
        conflicts = split_conflicts(connection, run_id)
        _reject(connection, pl.concat([refused, conflicts]), run_id, now)
        mark_summaries(connection)
        _choose_fresh(connection, run_id, now, reread)
        _note_versions(connection, run_id, now)
        _renumber_returned(connection)
        n_new, n_changed = _replace_articles(connection)
    n_refused = rejected.height + conflicts.height
    n_read = articles.height + rejected.height
    return LoadCounts(n_read, n_read - n_refused, n_new, n_changed, n_refused, conflicts=tuple(conflicts["reject_id"]))


def _reject(connection: duckdb.DuckDBPyConnection, rejected: pl.DataFrame, run_id: str, now: datetime) -> None:
    with registered(connection, "refused", rejected):
        connection.execute(
            f"insert into {raw_name(REJECTED_ARTICLES)}"
            " select * replace (?::timestamptz as rejected_at, ? as run_id) from refused"
            f" where reject_id not in (select reject_id from {raw_name(REJECTED_ARTICLES)})",
            [now, run_id],
        )


def _choose_fresh(connection: duckdb.DuckDBPyConnection, run_id: str, now: datetime, reread: bool) -> None:
    """Put the versions of `compared` that are to be stored into the table `fresh`: no conflicts, nothing that is there already."""
    target = raw_name(ARTICLES)
    connection.execute(
        f"""
        create or replace temp table fresh as
        with incoming as (
            select compared.*, is_summary, outdoes_stored, seen.article_id is null as is_unseen
            from compared join fullness using (position)
            left join {raw_name(ARTICLE_VERSIONS)} as seen using (article_id, content_hash)
            where not is_conflict
        ),
        latest as (
            select incoming.* from incoming left join {target} as stored using (article_id)
            where {_REPLACES} or (incoming.origin = stored.origin and incoming.content_hash = stored.content_hash)
            qualify row_number() over (
                partition by incoming.article_id
                order by incoming.is_summary, incoming.published_at desc nulls last, incoming.is_unseen desc, incoming.position desc
            ) = 1
        )
        select
            {_version_columns()}, stored.article_id is not null as is_stored,
            not incoming.is_unseen and stored.content_hash <> incoming.content_hash as is_returned
        from latest as incoming left join {target} as stored using (article_id)
        where stored.article_id is null or {differs(ARTICLES, besides=_KEPT + _HASHED + _NUMBER)}
        """,
        {"fetched_at": now, "run_id": run_id, "reread": reread},
    )


def _renumber_returned(connection: duckdb.DuckDBPyConnection) -> None:
    """Number the versions of `fresh` that were read before and have come back: they are the newest again."""
    versions = raw_name(ARTICLE_VERSIONS)
    connection.execute(
        f"""
        update {versions} as versions set version = latest.version + 1
        from fresh join (
            select article_id, max(version) as version from {versions} group by article_id
        ) as latest using (article_id)
        where fresh.is_returned
            and versions.article_id = fresh.article_id and versions.content_hash = fresh.content_hash
        """
    )


def _replace_articles(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Store the rows of `fresh` under their version's number; the numbers of new and of changed articles."""
    target = raw_name(ARTICLES)
    connection.execute(f"delete from {target} where article_id in (select article_id from fresh where is_stored)")
    connection.execute(
        f"""
        insert into {target}
        select {column_list(ARTICLES)} from (
            select fresh.* replace (versions.version as version)
            from fresh join {raw_name(ARTICLE_VERSIONS)} as versions using (article_id, content_hash)
        )
        """
    )
    n_changed = single_value(connection, "select count(*) from fresh where is_stored")
    return single_value(connection, "select count(*) from fresh") - n_changed, n_changed


# A version that was never read before replaces the stored one, unless it comes from elsewhere and was published earlier, or who knows when, or is a mere summary
# of it; a full text replaces its summary. One that was read before does where the stored one came from the same file or address, which has been corrected back.
_REPLACES = """
    stored.article_id is null
    or (
        incoming.is_unseen
        and (
            incoming.origin = stored.origin
            or incoming.outdoes_stored
            or (
                not incoming.is_summary
                and coalesce(incoming.published_at >= stored.published_at, stored.published_at is null)
            )
        )
    )
    or (not $reread and incoming.origin = stored.origin)
"""


def _note_versions(connection: duckdb.DuckDBPyConnection, run_id: str, now: datetime) -> None:
    versions = raw_name(ARTICLE_VERSIONS)
    connection.execute(
        f"""
        insert into {versions}
        with unseen as (
            select article_id, content_hash, min(position) as position from compared
            where not is_conflict and (article_id, content_hash) not in (select (article_id, content_hash) from {versions})
            group by article_id, content_hash
        ),
        earlier as (
            select article_id, max(version) as n_versions from {versions}
            where article_id in (select article_id from unseen) group by article_id
        )
        select
            article_id, content_hash,
            coalesce(n_versions, 0) + row_number() over (partition by article_id order by position) as version,
            ?::timestamptz, ?
        from unseen left join earlier using (article_id)
        """,
        [now, run_id],
    )


def _version_columns() -> str:
    """The select list of an incoming article: a version that is already stored keeps what `_KEPT` names."""
    fresh = {"fetched_at": "$fetched_at::timestamptz", "run_id": "$run_id"}
    columns = []
    for name in ARTICLES.names:
        value = fresh.get(name, f"incoming.{name}")
        if name in _KEPT:
            value = f"if(stored.content_hash = incoming.content_hash, stored.{name}, {value})"
        columns.append(f"{value} as {quoted(name)}")
    return ", ".join(columns)


def write_stage(
    db: Warehouse,
    table: Table,
    read_articles: pl.DataFrame,
    rows: pl.DataFrame,
    version: str,
    refusals: Refusals | None = None,
) -> int:
    """Replace the stage's rows of the articles that were read, and note that they were; the number of rows written.

    read_articles: the articles as they were read, with `article_id` and `content_hash`. rows: the table's columns; an article without rows loses those it had.
    refusals: the articles among them that the stage could not read; they are noted as read, so that only another version or a retry reads them again.
    What the stage refused of these articles before is forgotten.

    Raises:
        SchemaError: the rows do not fit the table, or belong to articles that were not read.
    """
    rows = checked(table, rows)
    read = read_articles.select("article_id", "content_hash")
    strangers = rows.join(read, on="article_id", how="anti")
    if strangers.height:
        raise SchemaError(f"{table.name}: rows of an article that was not read: {strangers['article_id'][0]}")
    with (
        db.writing(memory=LOADING_MEMORY) as connection,
        registered(connection, "read", read),
        registered(connection, "incoming", rows),
    ):
        connection.execute(f"delete from {raw_name(table)} where article_id in (select article_id from read)")
        connection.execute(f"insert into {raw_name(table)} select {column_list(table)} from incoming")
        given = (
            "select read.article_id, read.content_hash, count(incoming.article_id) as n_rows"
            " from read left join incoming using (article_id) group by read.article_id, read.content_hash"
        )
        note_read(connection, table.name, version, given)
        forget_unread(connection, table.name, "read")
        if refusals and refusals.reasons:
            _reject(connection, _unread(table.name, read_articles, refusals), refusals.run_id, refusals.now)
    return rows.height


def _unread(stage: str, read_articles: pl.DataFrame, refusals: Refusals) -> pl.DataFrame:
    articles = read_articles.filter(pl.col("article_id").is_in(list(refusals.reasons)))
    return REJECTED_ARTICLES.frame(
        [
            unread(stage, article_id, origin, content_hash, refusals.reasons[article_id])
            for article_id, origin, content_hash in articles.select("article_id", "origin", "content_hash").iter_rows()
        ]
    )
