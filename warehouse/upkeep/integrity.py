"""What must hold of the raw tables, as SQL that selects the rows that fail; Dagster's asset checks and `dateline doctor` run the same ones.

Belongs here: checks that need nothing but the file. Does not: tests of the SQL models (sql_models/tests.py), saying what was found (health.py, orchestration).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import duckdb

from transforms.schema import ARTICLES, EVENT_MENTIONS, TABLES, Table
from warehouse.ddl import RAW_SCHEMA, literal, quoted, raw_name, sql_type
from warehouse.errors import first_line

# Above this share of articles without a publication date, their events lose what relative dates are counted from.
MOST_UNDATED_ARTICLES: Final = 0.2
# Above this share of happened events that begin after the last report of them, dates are read wrongly.
MOST_IMPLAUSIBLE_EVENTS: Final = 0.05
# No paper is older (Relation, Strasbourg).
FIRST_NEWSPAPER: Final = "1605-01-01"
# A run that finds less than this share of the median of the runs before it is a sudden drop.
LEAST_VOLUME: Final = 0.5
RUNS_COMPARED: Final = 14
FEWEST_RUNS: Final = 3
EXAMPLES_SHOWN: Final = 5

Severity = Literal["error", "warning"]

# What a row stands for or was read from: its table, the other table, the key of both. A vacuum drops rows of which that is gone.
REFERENCES: Final = (
    ("date_expressions", "articles", "article_id"),
    ("event_mentions", "articles", "article_id"),
    ("extractions", "articles", "article_id"),
    ("event_links", "event_mentions", "mention_id"),
    ("event_links", "events", "event_id"),
    ("event_versions", "events", "event_id"),
)

RUN_AGAIN: Final = "`dateline run` repairs it"
DROP: Final = "`dateline vacuum` drops them"
RESTORE: Final = "restore a backup with `dateline import`, or build the warehouse anew with `dateline run`"


@dataclass(frozen=True, slots=True)
class IntegrityCheck:
    """One check of one raw table: `sql` selects what fails, `remedy` says what mends it.

    holds: SQL that gives true only where nothing fails, and is worked out faster than `sql`; else null.
    """

    name: str
    table: str
    description: str
    sql: str
    remedy: str
    severity: Severity = "error"
    holds: str | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check that was run: how many rows fail, and the first of them."""

    check: IntegrityCheck
    n_failures: int
    examples: tuple[Mapping[str, Any], ...]

    @property
    def passed(self) -> bool:
        """Whether nothing fails."""
        return self.n_failures == 0


def run_check(db: duckdb.DuckDBPyConnection, check: IntegrityCheck) -> CheckResult:
    """Run one check on a connection of `Warehouse.reading`; a table or column that is missing fails it."""
    try:
        if check.holds and db.execute(check.holds).fetchall() == [(True,)]:
            return CheckResult(check, 0, ())
        [(n_failures,)] = db.execute(f"select count(*) from ({check.sql})").fetchall()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        return CheckResult(check, 1, ({"error": first_line(error)},))
    if not n_failures:
        return CheckResult(check, 0, ())
    found = db.execute(f"select * from ({check.sql}) limit {EXAMPLES_SHOWN}")
    names = [column[0] for column in found.description or ()]
    return CheckResult(check, n_failures, tuple(dict(zip(names, row, strict=True)) for row in found.fetchall()))


def integrity_checks() -> tuple[IntegrityCheck, ...]:
    """All checks, by table in the order of the schema."""
    checks = [
        *map(_schema_check, TABLES),
        *map(_uniqueness_check, TABLES),
        *_reference_checks(),
        *_plausibility_checks(),
    ]
    order = [table.name for table in TABLES]
    return tuple(sorted(checks, key=lambda check: order.index(check.table)))


def _schema_check(table: Table) -> IntegrityCheck:
    expected = ", ".join(
        f"({literal(column.name)}, {literal(sql_type(column.dtype))}, {column.nullable})" for column in table.columns
    )
    columns = f"""
        with expected(column_name, data_type, is_nullable) as (values {expected}),
        found as (
            select column_name, data_type, is_nullable from duckdb_columns()
            where database_name = current_database() and schema_name = {literal(RAW_SCHEMA)} and table_name = {literal(table.name)}
        )
        select coalesce(expected.column_name, found.column_name) as column_name,
            coalesce(found.data_type, 'missing') as found, coalesce(expected.data_type, 'not declared') as expected
        from expected full join found using (column_name)
        where replace(found.data_type, '"', '') is distinct from replace(expected.data_type, '"', '')
            or found.is_nullable <> expected.is_nullable
    """
    values = [
        f"select {literal(column.name)}, {quoted(column.name)}::varchar, {literal('one of ' + ', '.join(column.accepted))}"
        f" from {raw_name(table)} where {quoted(column.name)} not in ({', '.join(map(literal, column.accepted))})"
        for column in table.columns
        if column.accepted
    ]
    sql = " union all ".join([columns, *values])
    return IntegrityCheck(
        f"schema_{table.name}", table.name, "columns, types and values are the declared ones", sql, RESTORE
    )


def _uniqueness_check(table: Table) -> IntegrityCheck:
    key = ", ".join(map(quoted, table.key))
    sql = f"select {key}, count(*) as n_rows from {raw_name(table)} group by {key} having count(*) > 1"
    return IntegrityCheck(
        f"unique_{table.name}",
        table.name,
        f"no two rows have the same {' and '.join(table.key)}",
        sql,
        RESTORE,
        # numbers are counted in two thirds of the time of texts
        holds=f"select count(*) = count(distinct hash({key})) from {raw_name(table)}",
    )


def _reference_checks() -> Iterator[IntegrityCheck]:
    def orphans(table: str, parent: str, key: str, remedy: str, holds: str | None = None) -> IntegrityCheck:
        sql = f"select {key} from raw.{table} anti join raw.{parent} using ({key})"
        words = f"every row of {table} belongs to a row of {parent}"
        return IntegrityCheck(f"no_orphan_{table}_of_{parent}", table, words, sql, remedy, holds=holds)

    for table, parent, key in REFERENCES:
        holds = _EACH_LINKED if parent == EVENT_MENTIONS.name else None
        yield orphans(table, parent, key, DROP if parent == ARTICLES.name else RUN_AGAIN, holds)
    yield orphans("events", "event_links", "event_id", RUN_AGAIN)
    yield IntegrityCheck(
        "no_orphan_mention",
        "event_mentions",
        "every mention that is not hypothetical belongs to an event",
        "select mention_id, article_id, trigger from raw.event_mentions anti join raw.event_links using (mention_id)"
        " where status <> 'hypothetical'",
        RUN_AGAIN,
        holds=_EACH_LINKED,
    )
    yield IntegrityCheck(
        "evidence_is_in_the_text",
        "event_mentions",
        "the offsets of every mention give exactly its words",
        "select mention_id, trigger, substring(text, trigger_start + 1, trigger_end - trigger_start) as found"
        " from raw.event_mentions join raw.articles using (article_id) where found <> trigger",
        RUN_AGAIN,
    )


# Whether links and the mentions that are not hypothetical have the same ids: as many, with the same sum and the same parity of hashes.
_IDS: Final = "select row(count(*), sum(hash(mention_id)::hugeint), bit_xor(hash(mention_id)))"
_EACH_LINKED: Final = (
    f"select ({_IDS} from raw.event_links) = ({_IDS} from raw.event_mentions where status <> 'hypothetical')"
)


def _plausibility_checks() -> Iterator[IntegrityCheck]:
    yield IntegrityCheck(
        "share_without_date",
        "articles",
        f"at most {MOST_UNDATED_ARTICLES:.0%} of the articles have no publication date",
        "select count(*) as n_articles, count(*) filter (where published_date is null) as n_undated, n_undated / n_articles as share"
        f" from raw.articles having n_articles > 0 and share > {MOST_UNDATED_ARTICLES}",
        'see where they come from: `dateline sql "select origin, title from raw.articles where published_date is null"`',
        "warning",
    )
    yield IntegrityCheck(
        "plausible_publication_dates",
        "articles",
        "no article was published before there were newspapers, or after it was read",
        "select article_id, published_date, fetched_at, origin from raw.articles"
        f" where published_date < date '{FIRST_NEWSPAPER}' or published_date > fetched_at::date + 1",
        "correct the date in the article's file, or look at what its page says of itself",
        "warning",
    )
    yield IntegrityCheck(
        "plausible_event_dates",
        "events",
        f"at most {MOST_IMPLAUSIBLE_EVENTS:.0%} of the dated events that happened begin after the last report of them",
        "select count(*) as n_events, count(*) filter (where start_date > last_reported_at::date + 1) as n_implausible,"
        " n_implausible / n_events as share from raw.events where status = 'happened' and start_date is not null"
        f" having n_events > 0 and share > {MOST_IMPLAUSIBLE_EVENTS}",
        "see them with `dateline show`: publication dates that are wrong date events wrongly",
        "warning",
    )
    yield _volume_check()


def _volume_check() -> IntegrityCheck:
    return IntegrityCheck(
        "volume",
        "runs",
        f"the last run found, new or as they were, at least {LEAST_VOLUME:.0%} of the median of the articles that the {RUNS_COMPARED} runs of the same sources before it found",
        f"""
        with read as (
            select run_id, string_agg(source, ', ' order by source) as sources from raw.source_runs group by run_id
        ),
        counted as (
            -- what is read every hour is no measure for what is read every day
            select
                run_id, started_at, n_kept + coalesce(n_unchanged, 0) as n_found, coalesce(sources, '') as sources,
                row_number() over (partition by coalesce(sources, '') order by started_at desc, run_id) as age
            from raw.runs left join read using (run_id) where state = 'finished' and n_kept is not null
        ),
        latest as (select * from counted order by started_at desc, run_id limit 1),
        before as (
            select median(n_found) as usual, count(*) as n_runs from counted
            where age between 2 and {RUNS_COMPARED + 1} and sources = (select sources from latest)
        )
        select run_id, sources, n_found, usual, n_runs from latest, before
        where n_runs >= {FEWEST_RUNS} and n_found < {LEAST_VOLUME} * usual
        """,
        "look at what the sources gave: `dateline sources` and `dateline status`",
        "warning",
    )
