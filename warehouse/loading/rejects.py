"""Refused inputs that are to be tried again.

Belongs here: their rows, which files they came from, forgetting those that are refused no longer. Does not: reading them (orchestration).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

import duckdb
import polars as pl

from transforms.articles.identity import WEB
from transforms.schema import DATE_EXPRESSIONS, EVENT_MENTIONS, EXTRACTIONS, REJECTED_ARTICLES, SOURCE_ITEMS
from warehouse.connection import LOADING_MEMORY, Warehouse
from warehouse.ddl import raw_name
from warehouse.loading.rows import registered, single_value

# `#line` or `#item` of an origin that is a part of a file or answer
PART: Final = r"#[^#/]*$"
# a stage could not read the article, whose bytes are in order
UNREAD: Final = "extraction"
NO_LINES: Final[Mapping[str, int]] = MappingProxyType({})


def refusal(origin: str, reason: str, detail: str, raw_hash: str, *of: str) -> dict[str, object]:
    """The row of REJECTED_ARTICLES for an article that the warehouse or a stage refuses; `of`: what tells it from others of its origin."""
    identity = "\0".join((origin, reason, *of, raw_hash))
    return {
        "reject_id": hashlib.sha256(identity.encode()).hexdigest(),
        "origin": origin,
        "reason": reason,
        "detail": detail,
        "raw_hash": raw_hash,
    }


def unread(stage: str, article_id: str, origin: str, content_hash: str, why: str) -> dict[str, object]:
    """The row of REJECTED_ARTICLES for an article that a stage could not read."""
    return refusal(origin, UNREAD, f"{_unread_by(stage)}{article_id}: {why}", content_hash, stage, article_id)


def _unread_by(stage: str) -> str:
    return f"{stage}: article_id "


def forget_unread(connection: duckdb.DuckDBPyConnection, stage: str, read: str) -> None:
    """Delete the rows of what a stage could not read of these articles; read: a registered frame with `article_id` and `content_hash`."""
    connection.execute(
        f"""
        delete from {raw_name(REJECTED_ARTICLES)} as refused using {read} as read
        where refused.reason = '{UNREAD}' and refused.raw_hash = read.content_hash
            and starts_with(refused.detail, $told || read.article_id || ': ')
        """,
        {"told": _unread_by(stage)},
    )


def rejected_origins(db: duckdb.DuckDBPyConnection, reasons: Collection[str] = ()) -> pl.DataFrame:
    """`origin` (file or address, without its part), `reason`, `n_inputs` of the refused inputs, of these reasons or of all; by origin and reason."""
    return db.sql(
        f"""
        select regexp_replace(origin, $part, '') as origin, reason, count(*) as n_inputs
        from {raw_name(REJECTED_ARTICLES)}
        where len($reasons::varchar[]) = 0 or list_contains($reasons::varchar[], reason)
        group by all order by all
        """,
        params={"part": PART, "reasons": list(reasons)},
    ).pl()


def is_address(origin: str) -> bool:
    """Whether an origin is the address of a feed or page, and not a file."""
    return origin.startswith(WEB)


def ask_again(db: Warehouse, reasons: Collection[str] = ()) -> None:
    """Let the next run read again what was refused: articles that a stage could not read, and files and addresses that their source remembers."""
    with db.reading() as connection:
        origins = rejected_origins(connection, reasons).select("origin").unique()
    with db.writing() as connection, registered(connection, "tried", origins):
        connection.execute(
            f"update {raw_name(SOURCE_ITEMS)} set state = 'failed', n_failures = 0, raw_hash = null, modified = null, etag = null, retry_at = null"
            " where origin in (select origin from tried)"
        )
        if not reasons or UNREAD in reasons:
            _read_again(connection)


def _read_again(connection: duckdb.DuckDBPyConnection) -> None:
    hashes = f"select raw_hash from {raw_name(REJECTED_ARTICLES)} where reason = '{UNREAD}'"
    connection.execute(
        f"delete from {raw_name(EXTRACTIONS)} where list_contains(?::varchar[], stage) and content_hash in ({hashes})",
        [[DATE_EXPRESSIONS.name, EVENT_MENTIONS.name]],
    )
    connection.execute(f"delete from {raw_name(REJECTED_ARTICLES)} where reason = '{UNREAD}'")


def forget_files(db: Warehouse, origins: Collection[str]) -> int:
    """Delete the rows of files that are no longer there, and what is remembered of them, so that they are read should they come back; returns how many rows there were.

    Articles that a stage could not read stay: they are in the warehouse.
    """
    frame = pl.DataFrame({"file": list(origins)}, schema={"file": pl.String})
    with db.writing(memory=LOADING_MEMORY) as connection, registered(connection, "gone", frame):
        connection.execute(f"delete from {raw_name(SOURCE_ITEMS)} where origin in (select file from gone)")
        return single_value(
            connection,
            f"delete from {raw_name(REJECTED_ARTICLES)} where reason <> '{UNREAD}'"
            f" and regexp_replace(origin, '{PART}', '') in (select file from gone)",
        )


def forget_accepted(
    db: Warehouse, tried: Collection[str], still_refused: Collection[str], first_lines: Mapping[str, int] = NO_LINES
) -> int:
    """Delete the rows of inputs that were tried again and are refused no longer; returns how many there were.

    tried: origins as `rejected_origins` gives them. still_refused: the `reject_id` of what is refused now. Articles that a stage could
    not read stay while they are as they were. first_lines: where trying began, in files of which only the lines
    from there on were read.
    """
    frame = pl.DataFrame(
        {"file": list(tried), "first_line": [first_lines.get(origin, 1) for origin in tried]},
        schema={"file": pl.String, "first_line": pl.Int64},
    )
    refused = pl.DataFrame({"reject_id": list(still_refused)}, schema={"reject_id": pl.String})
    with (
        db.writing(memory=LOADING_MEMORY) as connection,
        registered(connection, "tried", frame),
        registered(connection, "refused", refused),
    ):
        return single_value(
            connection,
            f"""
            delete from {raw_name(REJECTED_ARTICLES)}
            where exists (
                select 1 from tried
                where file = regexp_replace(origin, '{PART}', '')
                    and (first_line = 1 or try_cast(regexp_extract(origin, '#([0-9]+)$', 1) as bigint) >= first_line)
            )
                and reject_id not in (select reject_id from refused)
                and (reason <> '{UNREAD}' or raw_hash not in (select content_hash from raw.articles))
            """,
        )
