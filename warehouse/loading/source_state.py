"""What is remembered of declared sources: each file and address, the fetched answers whose bytes are kept, each source's part of a run.

Belongs here: rows of `source_items`, `fetched_documents`, `source_runs`. Does not: articles (load.py), reading sources (orchestration.sources).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import polars as pl

from transforms.schema import ARTICLES, FETCHED_DOCUMENTS, REJECTED_ARTICLES, SOURCE_ITEMS, SOURCE_RUNS
from warehouse.connection import LOADING_MEMORY, Warehouse
from warehouse.ddl import quoted, raw_name
from warehouse.loading.rows import checked, column_list, registered

# reasons that end when the bytes are had after all
_PASSING = ("unreachable", "disallowed", "unreadable")


def known_items(db: Warehouse, source: str) -> pl.DataFrame:
    """All files and addresses of a source (SOURCE_ITEMS columns)."""
    if not db.exists():
        return SOURCE_ITEMS.empty()
    with db.reading() as connection:
        frame = connection.sql(
            f"select * from {raw_name(SOURCE_ITEMS)} where source = $source", params={"source": source}
        ).pl()
    return SOURCE_ITEMS.conform(frame)


def holds_others(db: Warehouse, folder: str) -> bool:
    """Whether there are articles of files and addresses that do not lie in a folder of this name, wherever that lies."""
    if not db.exists():
        return False
    with db.reading() as connection:
        elsewhere = "select 1 from raw.articles where not contains(origin, $folder) limit 1"
        return connection.execute(elsewhere, {"folder": folder}).fetchall() != []


def write_items(db: Warehouse, items: pl.DataFrame, fetched: pl.DataFrame) -> None:
    """Note files and addresses as they were looked at, and the answers that were fetched.

    items: SOURCE_ITEMS columns; `n_failures` is counted here, and what was last read is kept where nothing was read now.
    fetched: FETCHED_DOCUMENTS columns; an answer that is known keeps its row, and is the latest again.
    An address that was refused because it could not be had is no longer refused once it was read.
    """
    items = checked(SOURCE_ITEMS, items.unique(SOURCE_ITEMS.key, keep="last", maintain_order=True))
    fetched = checked(FETCHED_DOCUMENTS, fetched.unique(FETCHED_DOCUMENTS.key, keep="first", maintain_order=True))
    if items.is_empty() and fetched.is_empty():
        return
    target = raw_name(SOURCE_ITEMS)
    with (
        db.writing(memory=LOADING_MEMORY) as connection,
        registered(connection, "seen", items),
        registered(connection, "answers", fetched),
    ):
        connection.execute(
            f"""
            create or replace temp table noted as
            select seen.* replace (
                if(seen.state = 'read', 0, coalesce(stored.n_failures, 0) + 1) as n_failures,
                coalesce(seen.read_at, stored.read_at) as read_at
            )
            from seen left join {target} as stored using (source, origin)
            """
        )
        connection.execute(f"delete from {target} where (source, origin) in (select (source, origin) from noted)")
        connection.execute(f"insert into {target} select {column_list(SOURCE_ITEMS)} from noted")
        connection.execute(
            f"insert into {raw_name(FETCHED_DOCUMENTS)} select {column_list(FETCHED_DOCUMENTS)} from answers"
            f" where (origin, raw_hash) not in (select (origin, raw_hash) from {raw_name(FETCHED_DOCUMENTS)})"
        )
        connection.execute(
            f"update {raw_name(FETCHED_DOCUMENTS)} as kept set fetched_at = answers.fetched_at, run_id = answers.run_id"
            " from answers where (kept.origin, kept.raw_hash) = (answers.origin, answers.raw_hash)"
        )
        connection.execute(
            f"delete from {raw_name(REJECTED_ARTICLES)} where reason in {_PASSING}"
            " and origin in (select origin from noted where state = 'read')"
        )


def begin_source(db: Warehouse, run_id: str, source: str, kind: str, group: str, now: datetime) -> None:
    """Note that a run begins to read a source."""
    zero = {name: 0 for name in SOURCE_RUNS.names if name.startswith("n_")}
    row = {"run_id": run_id, "source": source, "kind": kind, "source_group": group, "started_at": now, **zero}
    with db.writing() as connection, registered(connection, "begun", checked(SOURCE_RUNS, SOURCE_RUNS.frame([row]))):
        connection.execute(f"delete from {raw_name(SOURCE_RUNS)} where run_id = ? and source = ?", [run_id, source])
        connection.execute(f"insert into {raw_name(SOURCE_RUNS)} select {column_list(SOURCE_RUNS)} from begun")


def end_source(
    db: Warehouse, run_id: str, source: str, counts: Mapping[str, int], last_failure: str | None, now: datetime
) -> None:
    """Note what a run has read of a source; counts: values for the `n_` columns of SOURCE_RUNS."""
    assignments = ", ".join(f"{quoted(name)} = ${name}" for name in counts)
    values = {"run_id": run_id, "source": source, "now": now, "last_failure": last_failure, **counts}
    with db.writing() as connection:
        connection.execute(
            f"update {raw_name(SOURCE_RUNS)} set {assignments}, last_failure = $last_failure, finished_at = $now::timestamptz"
            " where run_id = $run_id and source = $source",
            values,
        )


def fetched_documents(db: Warehouse, sources: list[str]) -> pl.DataFrame:
    """The answers to read again (FETCHED_DOCUMENTS columns): the latest of each page, then every feed, oldest first."""
    with db.reading() as connection:
        frame = connection.sql(
            f"""
            select {column_list(FETCHED_DOCUMENTS)} from {raw_name(FETCHED_DOCUMENTS)}
            where source in (select unnest($sources))
            qualify fetched_as = 'feed' or row_number() over (partition by origin order by fetched_at desc, raw_hash) = 1
            order by fetched_as <> 'page', fetched_at, origin, raw_hash
            """,
            params={"sources": sources},
        ).pl()
    return FETCHED_DOCUMENTS.conform(frame)


def waits(db: Warehouse, now: datetime) -> pl.DataFrame:
    """`origin` and `retry_at` of the addresses that must not be asked yet."""
    if not db.exists():
        return SOURCE_ITEMS.empty().select("origin", "retry_at")
    with db.reading() as connection:
        frame = connection.sql(
            f"select * from {raw_name(SOURCE_ITEMS)} where state = 'failed' and retry_at > ?", params=[now]
        ).pl()
    return SOURCE_ITEMS.conform(frame).select("origin", "retry_at")


def files_by_source(db: Warehouse, origins: Sequence[str]) -> dict[str, list[str]]:
    """The source that remembers each of these files; of several the first by name, and the one without a name only where there is no other."""
    frame = pl.DataFrame({"origin": list(origins)}, schema={"origin": pl.String})
    with db.reading() as connection, registered(connection, "tried", frame):
        rows = connection.execute(
            f"""
            select coalesce(min(source) filter (where source <> ''), '') as source, origin
            from tried left join {raw_name(SOURCE_ITEMS)} using (origin) group by origin order by all
            """
        ).fetchall()
    files: dict[str, list[str]] = {}
    for source, origin in rows:
        files.setdefault(source, []).append(origin)
    return files


def outlets_of_files(db: Warehouse, origins: Sequence[str]) -> dict[str, str]:
    """The outlet of all stored articles of a file, or else of all articles of its folder, where they have only one."""
    frame = pl.DataFrame({"origin": list(origins)}, schema={"origin": pl.String})
    with db.reading() as connection, registered(connection, "tried", frame):
        rows = connection.execute(
            f"""
            with stored as (
                select origin, source, regexp_extract(origin, '^(.*)/', 1) as folder from {raw_name(ARTICLES)}
            ),
            of_files as (
                select origin, min(source) as outlet from stored
                group by origin having count(distinct source) = 1 and count(source) = count(*)
            ),
            of_folders as (
                select folder, min(source) as outlet from stored
                group by folder having count(distinct source) = 1 and count(source) = count(*)
            )
            select tried.origin, coalesce(of_files.outlet, of_folders.outlet)
            from tried left join of_files using (origin)
            left join of_folders on folder = regexp_extract(tried.origin, '^(.*)/', 1)
            where coalesce(of_files.outlet, of_folders.outlet) is not null
            """
        ).fetchall()
    return dict(rows)


def source_summary(db: Warehouse, now: datetime) -> pl.DataFrame:
    """One row per source that was ever read: its last run (SOURCE_RUNS columns), and `n_new_in_all`, `n_items_failed`, `n_items_refused`.

    `waits_until`: the end of the wait that its hosts have asked for; null when it is over, or none was.
    """
    with db.reading() as connection:
        return connection.sql(
            f"""
            with latest as (
                select * from {raw_name(SOURCE_RUNS)}
                qualify row_number() over (partition by source order by started_at desc) = 1
            ),
            totals as (select source, sum(n_new)::bigint as n_new_in_all from {raw_name(SOURCE_RUNS)} group by source),
            items as (
                select source, count(*) filter (where state = 'failed') as n_items_failed,
                    count(*) filter (where state = 'refused') as n_items_refused,
                    max(retry_at) filter (where state = 'failed' and retry_at > ?) as waits_until
                from {raw_name(SOURCE_ITEMS)} group by source
            )
            select latest.*, n_new_in_all, coalesce(n_items_failed, 0) as n_items_failed, coalesce(n_items_refused, 0) as n_items_refused, waits_until
            from latest join totals using (source) left join items using (source) order by source
            """,
            params=[now],
        ).pl()
