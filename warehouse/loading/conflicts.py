"""Tell articles apart that share an id.

Belongs here: which of the given articles are refused because their id belongs to another one. Does not: storing them (load.py).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import duckdb
import polars as pl

from transforms.articles.versions import are_versions
from transforms.schema import ARTICLE_VERSIONS, ARTICLES, REJECTED_ARTICLES
from warehouse.ddl import raw_name
from warehouse.loading.rejects import PART, refusal
from warehouse.loading.rows import registered, single_value

CONFLICT: Final = "id_conflict"
# the id in the words of `_conflict_row`
_CLAIMED: Final = "regexp_extract(detail, '^article_id (.+?) of ', 1)"


def split_conflicts(connection: duckdb.DuckDBPyConnection, run_id: str) -> pl.DataFrame:
    """Put the given articles into the table `compared`, and return those whose id belongs to another article as refused inputs.

    An id that a stored article had before its file was corrected belongs to whoever has it now.
    """
    _compare(connection, run_id)
    if _give_up_vacated(connection):
        _compare(connection, run_id)
    rows = connection.execute(
        f"select {', '.join(_CONFLICT_FIELDS)} from compared where is_conflict order by position"
    ).fetchall()
    unique = {row["reject_id"]: row for row in (_conflict_row(_Conflict(*row)) for row in rows)}
    return REJECTED_ARTICLES.frame(list(unique.values()))


def freed_conflicts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The files (origins, without their part) of articles that were refused for an id which has been vacated since."""
    rows = connection.execute(
        f"""
        select distinct regexp_replace(origin, '{PART}', '') as file
        from {raw_name(REJECTED_ARTICLES)}
        where reason = '{CONFLICT}' and {_CLAIMED} in ({_vacated(f"select {_CLAIMED} from {raw_name(REJECTED_ARTICLES)} where reason = '{CONFLICT}'")})
        order by file
        """
    )
    return [file for (file,) in rows.fetchall()]


def _give_up_vacated(connection: duckdb.DuckDBPyConnection) -> int:
    """Remove the stored articles whose ids others claim and that are stored under the ids which they have now; the number of them."""
    claimed = "select article_id from compared where is_conflict and stored_row is not null"
    return single_value(connection, f"delete from {raw_name(ARTICLES)} where article_id in ({_vacated(claimed)})")


def _vacated(claimed: str) -> str:
    """The SQL that selects those of the claimed ids whose article a later run has read in the same file, word for word, under another id."""
    return f"""
        select held.article_id
        from {raw_name(ARTICLES)} as held join {raw_name(ARTICLES)} as renamed using (origin, content_hash)
        where held.article_id in ({claimed})
            and renamed.article_id <> held.article_id
            and renamed.run_id <> held.run_id and renamed.fetched_at > held.fetched_at
    """


def _compare(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    connection.execute(
        f"""
        create or replace temp table compared as
        with known as (
            select
                given.*,
                stored.rowid as stored_row,
                first_value(given.position) over earliest as first_position,
                if(stored_row is null, first_value(given.url) over earliest, stored.url) as known_url,
                if(stored_row is null, first_value(given.title) over earliest, stored.title) as known_title,
                if(stored_row is null, first_value(given.origin) over earliest, stored.origin) as known_origin,
                if(stored_row is null, first_value(given.content_hash) over earliest, stored.content_hash) as known_hash,
                coalesce(given.origin = stored.origin and stored.run_id <> $run_id, false) as may_be_rewritten
            from given left join {raw_name(ARTICLES)} as stored using (article_id)
            window earliest as (partition by given.article_id order by given.published_at nulls last, given.position)
        )
        select *, coalesce(url <> known_url, false) and title is distinct from known_title as is_conflict from known
        """,
        {"run_id": run_id},
    )
    strangers = pl.DataFrame({"position": _strangers(connection)}, schema={"position": pl.UInt32})
    with registered(connection, "strangers", strangers):
        connection.execute("update compared set is_conflict = true where position in (select position from strangers)")


def _strangers(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """Positions of articles without an address to go by whose title and words are others than those that the id already has."""
    pairs = connection.execute(
        f"""
        with doubtful as (
            select * from compared
            where not is_conflict
                and (url is null or known_url is null)
                and (title is distinct from known_title or title is null)
                and content_hash <> known_hash
                -- what was taken for a version once stays one
                and (article_id, content_hash) not in (
                    select (article_id, content_hash) from {raw_name(ARTICLE_VERSIONS)}
                )
        ),
        -- by row number, so that the texts of the others are not even read
        stored as (
            select rowid as stored_row, text from {raw_name(ARTICLES)}
            where rowid in (select stored_row from doubtful)
        )
        select
            doubtful.position,
            doubtful.text,
            coalesce(stored.text, earliest.text),
            doubtful.may_be_rewritten,
            {", ".join(f"doubtful.{name}" for name in _CONFLICT_FIELDS)}
        from doubtful
        left join stored using (stored_row)
        left join compared as earliest on earliest.position = doubtful.first_position
        """
    ).fetchall()
    strange = [(position, rest) for position, text, known, *rest in pairs if not are_versions(text, known)]
    refused = (
        _refused_conflicts(connection) if any(may_be_rewritten for _, (may_be_rewritten, *_) in strange) else set()
    )
    return [
        position
        for position, (may_be_rewritten, *conflict) in strange
        if not may_be_rewritten or _conflict_row(_Conflict(*conflict))["reject_id"] in refused
    ]


def _refused_conflicts(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(f"select reject_id from {raw_name(REJECTED_ARTICLES)} where reason = '{CONFLICT}'")
    return {reject_id for (reject_id,) in rows.fetchall()}


@dataclass(frozen=True, slots=True)
class _Conflict:
    """An article, and what the article is called that its id belongs to."""

    article_id: str
    origin: str
    content_hash: str
    url: str | None
    title: str | None
    known_url: str | None
    known_title: str | None
    known_origin: str


_CONFLICT_FIELDS = tuple(field.name for field in fields(_Conflict))


def _conflict_row(found: _Conflict) -> dict[str, object]:
    place, known_place = found.url or found.origin, found.known_url or found.known_origin
    detail = (
        f"article_id {found.article_id} of {found.title or place!r} ({place}) already belongs to"
        f" {found.known_title or known_place!r} ({known_place}); give each article an id or address of its own"
    )
    return refusal(found.origin, CONFLICT, detail, found.content_hash, found.article_id, found.url or "")
