"""Every table of the warehouse, declared once: columns, types, meaning, keys.

Belongs here: what a row is and what its columns mean. DDL, checks, documentation and Dagster column metadata are derived from it elsewhere.
Offsets count characters (code points) of `articles.text`: `text[x_start:x_end]` is exactly the words. Dates are inclusive days. Times are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

TIMESTAMP: Final = pl.Datetime("us", "UTC")

STATUSES: Final = ("happened", "ongoing", "planned", "alleged", "denied", "hypothetical")
PRECISIONS: Final = (
    "day",
    "days",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "unknown",
)
DATE_BASES: Final = ("explicit", "relative", "narrative", "event", "inherited", "published")
PUBLISHED_BASES: Final = ("metadata", "header", "dateline", "feed", "file name", "url", "none")
ACTOR_KINDS: Final = ("person", "state", "organisation", "group")
REJECT_REASONS: Final = (
    "empty",
    "unreadable",
    "encoding",
    "no_article",
    "malformed",
    "too_large",
    "no_text",
    "unsupported",
    "own_page",
    "id_conflict",
    "unreachable",
    "disallowed",
    "extraction",
)
SOURCE_KINDS: Final = ("folder", "feed", "web")
ITEM_STATES: Final = ("read", "refused", "failed")
FETCHED_AS: Final = ("feed", "page")
STAGES: Final = ("near_duplicates", "date_expressions", "event_mentions", "events")

ACTOR: Final = pl.Struct({"name": pl.String, "role": pl.String, "kind": pl.String, "state": pl.String})
NAMED_ACTOR: Final = pl.Struct({"name": pl.String, "kind": pl.String, "state": pl.String})


class SchemaError(ValueError):
    """A frame does not have the columns or types that its table declares."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its polars type, what it means, and what its values may be."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    meaning: str
    nullable: bool = True
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its grain, columns and primary key."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    @property
    def polars_schema(self) -> pl.Schema:
        """Column names and types as polars wants them."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    def empty(self) -> pl.DataFrame:
        """A frame of this table without rows."""
        return pl.DataFrame(schema=self.polars_schema)

    def frame(self, rows: list[dict[str, object]]) -> pl.DataFrame:
        """A frame of this table from row dicts; absent columns become null."""
        return pl.DataFrame(rows, schema=self.polars_schema) if rows else self.empty()

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with exactly this table's columns and types, in order.

        Raises:
            SchemaError: a column is missing, or a value does not fit its type, or a required column holds null.
        """
        missing = [name for name in self.names if name not in frame.columns]
        if missing:
            raise SchemaError(f"{self.name}: missing columns {', '.join(missing)}")
        try:
            conformed = frame.select(pl.col(column.name).cast(column.dtype) for column in self.columns)
        except pl.exceptions.PolarsError as error:
            raise SchemaError(f"{self.name}: {error}") from error
        for column in self.columns:
            if not column.nullable and conformed[column.name].null_count():
                raise SchemaError(f"{self.name}.{column.name}: null where a value is required")
        return conformed


# Right behind the name of a place.
WHERE_COLUMNS: Final = (
    Column(
        "country",
        pl.String,
        "usual name of the state in which it took place, as actors name states: that of the place, else of who acts at home; null where not known or in none",
    ),
    Column(
        "latitude",
        pl.Float64,
        "degrees north (WGS 84); null for states, regions and places without known coordinates",
    ),
    Column(
        "longitude",
        pl.Float64,
        "degrees east (WGS 84); null for states, regions and places without known coordinates",
    ),
)
WHERE: Final = tuple(column.name for column in WHERE_COLUMNS)

ARTICLES: Final = Table(
    "articles",
    "one article, in its latest version",
    (
        Column(
            "article_id",
            pl.String,
            "the id the input gave, else a hash of the URL, else of the content",
            nullable=False,
        ),
        Column("url", pl.String, "canonical address"),
        Column("source", pl.String, "the outlet that published it, as the article, its feed or sources.toml names it"),
        Column(
            "outlet",
            pl.String,
            "the name that counts for its outlet where that is another one: what its site is known by among all articles",
        ),
        Column("title", pl.String, "headline"),
        Column("byline", pl.String, "who wrote it, as the article names them"),
        Column(
            "text",
            pl.String,
            "the article's words as given or extracted; all offsets count its characters",
            nullable=False,
        ),
        Column("lang", pl.String, "ISO 639-1 code of the language"),
        Column("published_at", TIMESTAMP, "when it was published; midnight UTC where only the day is known"),
        Column(
            "published_date",
            pl.Date,
            "the calendar day of publication as the outlet wrote it: the reference date (DCT)",
        ),
        Column(
            "published_basis",
            pl.String,
            "where the publication date was found",
            nullable=False,
            accepted=PUBLISHED_BASES,
        ),
        Column(
            "published_offset",
            pl.String,
            "the outlet's offset from UTC as it wrote it, such as `+03:00`; null where it wrote none",
        ),
        Column(
            "content_hash",
            pl.String,
            "SHA-256 (hex) of title, text and publication day: a change is a new version",
            nullable=False,
        ),
        Column("version", pl.Int64, "1 for the first version that was read of this article, 2 for the next"),
        Column("near_duplicate_of", pl.String, "article_id of the original this one repeats; null for originals"),
        Column("origin", pl.String, "the file or address it was read from", nullable=False),
        Column("fetched_at", TIMESTAMP, "when this version was first read, or came back"),
        Column("run_id", pl.String, "the run that read it so"),
    ),
    ("article_id",),
)

ARTICLE_VERSIONS: Final = Table(
    "article_versions",
    "one version of an article that was ever read",
    (
        Column("article_id", pl.String, "the article", nullable=False),
        Column("content_hash", pl.String, "the version", nullable=False),
        Column(
            "version",
            pl.Int64,
            "its number: 1 for the first that was read of this article; one that came back is the newest again",
        ),
        Column("first_read_at", TIMESTAMP, "when this version was first read"),
        Column("run_id", pl.String, "the run that first read this version"),
    ),
    ("article_id", "content_hash"),
)

REJECTED_ARTICLES: Final = Table(
    "rejected_articles",
    "one refused input",
    (
        Column("reject_id", pl.String, "hash of origin, position, reason and bytes", nullable=False),
        Column(
            "origin", pl.String, "file or address, with `#line` or `#item` where it is a part of one", nullable=False
        ),
        Column("reason", pl.String, "what was wrong, as one word", nullable=False, accepted=REJECT_REASONS),
        Column("detail", pl.String, "what was wrong, for people"),
        Column("raw_hash", pl.String, "SHA-256 (hex) of the refused bytes"),
        Column("rejected_at", TIMESTAMP, "when it was first refused"),
        Column("run_id", pl.String, "the run that first refused it"),
    ),
    ("reject_id",),
)

DATE_EXPRESSIONS: Final = Table(
    "date_expressions",
    "one date expression in a text",
    (
        Column("article_id", pl.String, "the article it stands in", nullable=False),
        Column("text_start", pl.Int64, "offset of its first character", nullable=False),
        Column("text_end", pl.Int64, "offset after its last character", nullable=False),
        Column("text", pl.String, "the words", nullable=False),
        Column("type", pl.String, "TIMEX3 type", nullable=False, accepted=("DATE", "TIME", "DURATION", "SET")),
        Column("value", pl.String, "TIMEX3 value"),
        Column("mod", pl.String, "TIMEX3 mod, such as START, MID, END, APPROX"),
        Column("earliest", pl.Date, "first day it can mean; null for durations, sets and days before year 1"),
        Column("latest", pl.Date, "last day it can mean"),
        Column("precision", pl.String, "how exactly the interval is known", nullable=False, accepted=PRECISIONS),
        Column("edtf", pl.String, "the interval in EDTF (ISO 8601-2)"),
        Column("basis", pl.String, "how it was resolved", accepted=DATE_BASES),
        Column("signal", pl.String, "the preposition before it; behind a duration `after` or `before`"),
        Column("reason", pl.String, "how it was resolved, for people"),
    ),
    ("article_id", "text_start", "text_end"),
)

EVENT_MENTIONS: Final = Table(
    "event_mentions",
    "one event as one sentence reports it",
    (
        Column("mention_id", pl.String, "hash of article, trigger offsets and event type", nullable=False),
        Column("article_id", pl.String, "the article it stands in", nullable=False),
        Column("event_type", pl.String, "id of the type in the ontology", nullable=False),
        Column("status", pl.String, "whether it took place", nullable=False, accepted=STATUSES),
        Column("start_date", pl.Date, "first day of the event's interval; null when the text does not date it"),
        Column("end_date", pl.Date, "last day of the event's interval"),
        Column("precision", pl.String, "how exactly the interval is known", nullable=False, accepted=PRECISIONS),
        Column("edtf", pl.String, "the interval in EDTF (ISO 8601-2)"),
        Column("date_basis", pl.String, "how the date is known; null for undated mentions", accepted=DATE_BASES),
        Column("date_text", pl.String, "the words that date it"),
        Column("date_text_start", pl.Int64, "offset of those words"),
        Column("date_text_end", pl.Int64, "offset after those words"),
        Column("date_reason", pl.String, "how the date was worked out, for people"),
        Column(
            "actors", pl.List(ACTOR), "who did it and to whom: name, role, kind, the state they act for", nullable=False
        ),
        Column("place", pl.String, "where it took place"),
        *WHERE_COLUMNS,
        Column("trigger", pl.String, "the words that name the event", nullable=False),
        Column("trigger_start", pl.Int64, "offset of the trigger", nullable=False),
        Column("trigger_end", pl.Int64, "offset after the trigger", nullable=False),
        Column("sentence_start", pl.Int64, "offset of the sentence that reports it", nullable=False),
        Column("sentence_end", pl.Int64, "offset after that sentence", nullable=False),
        Column("attributed_to", pl.String, "who claims it, where the text attributes it"),
        Column("confidence", pl.Float64, "0 to 1: how likely a careful reader would agree", nullable=False),
        Column("extractor_version", pl.String, "hash of code version, ontology and vocabulary", nullable=False),
    ),
    ("mention_id",),
)

EVENTS: Final = Table(
    "events",
    "one event in the world",
    (
        Column("event_id", pl.String, "stable id", nullable=False),
        Column("event_type", pl.String, "id of the type in the ontology", nullable=False),
        Column("status", pl.String, "whether it took place", nullable=False, accepted=STATUSES),
        Column("start_date", pl.Date, "first day of the most precise interval the mentions support; null when undated"),
        Column("end_date", pl.Date, "last day of that interval"),
        Column("precision", pl.String, "how exactly the interval is known", nullable=False, accepted=PRECISIONS),
        Column("edtf", pl.String, "the interval in EDTF (ISO 8601-2)"),
        Column("date_basis", pl.String, "how the date is known; null when undated", accepted=DATE_BASES),
        Column("actors", pl.List(ACTOR), "the actors of all mentions, main ones first", nullable=False),
        Column("place", pl.String, "where it took place"),
        *WHERE_COLUMNS,
        Column("title", pl.String, "headline of the event: who did what", nullable=False),
        Column("n_mentions", pl.Int64, "number of mentions", nullable=False),
        Column("n_articles", pl.Int64, "number of articles that report it", nullable=False),
        Column("n_sources", pl.Int64, "number of distinct outlets that report it", nullable=False),
        Column("first_reported_at", TIMESTAMP, "publication time of the first report"),
        Column("last_reported_at", TIMESTAMP, "publication time of the latest report"),
        Column("confidence", pl.Float64, "0 to 1", nullable=False),
    ),
    ("event_id",),
)

EVENT_VERSIONS: Final = Table(
    "event_versions",
    "one event as it was known during one span of time, from its first report to the next and from each to the one after",
    (
        Column("event_id", pl.String, "the event", nullable=False),
        Column("valid_from", TIMESTAMP, "the report that made it known so: its publication time", nullable=False),
        Column("valid_to", TIMESTAMP, "the next report, which is not known here; null for what is known now"),
        *EVENTS.columns[1:],
        Column("sources", pl.List(pl.String), "the outlets that had reported it, sorted", nullable=False),
        Column(
            "origin_hash", pl.String, "hash of the event and its mentions: a change has it told again", nullable=False
        ),
    ),
    ("event_id", "valid_from"),
)

EVENT_LINKS: Final = Table(
    "event_links",
    "one mention of one event",
    (
        Column("mention_id", pl.String, "the mention", nullable=False),
        Column("event_id", pl.String, "the event it reports", nullable=False),
        Column("merge_reason", pl.String, "why the mention belongs to the event, for people", nullable=False),
    ),
    ("mention_id",),
)

EVENT_ALIASES: Final = Table(
    "event_aliases",
    "one event id that was merged away",
    (
        Column("alias_id", pl.String, "an event id that users may still hold", nullable=False),
        Column("event_id", pl.String, "the event that took its place; null when its articles no longer report it"),
        Column("run_id", pl.String, "the run that changed it"),
    ),
    ("alias_id",),
)

EVENT_CORES: Final = Table(
    "event_cores",
    "one core of an event: its reports that give one and the same interval, or none; merging goes on from here",
    (
        Column("core_id", pl.String, "mention_id of the report that founded it", nullable=False),
        Column("event_type", pl.String, "id of the type in the ontology", nullable=False),
        Column("start_date", pl.Date, "first day of the interval; null when undated"),
        Column("end_date", pl.Date, "last day of the interval"),
        Column("published_first", pl.Date, "day of publication of the first report; null when not known"),
        Column("published_last", pl.Date, "day of publication of the last report"),
        Column("acting", pl.List(NAMED_ACTOR), "who did it", nullable=False),
        Column("targets", pl.List(NAMED_ACTOR), "to whom it was done", nullable=False),
        Column("place", pl.String, "where it took place"),
        Column("kind", pl.String, "the kind of event within its type; empty when not told", nullable=False),
        Column("counted", pl.String, "which of a numbered series it is, such as `round 3`; empty when not told"),
        Column("planned", pl.Boolean, "whether all reports tell it as planned", nullable=False),
        Column("assumed", pl.Boolean, "whether its date is only that of publication", nullable=False),
        Column("told", pl.Int64, "how much its founder tells of who and where", nullable=False),
        Column("confidence", pl.Float64, "how sure its founder is, 0 to 1", nullable=False),
        Column("position", pl.Int64, "offset of the founder's trigger", nullable=False),
        Column("stem", pl.String, "beginning of the founder's trigger", nullable=False),
        Column("span_start", pl.Date, "first day of a known span of days that a report tells"),
        Column("span_end", pl.Date, "last day of that span"),
        Column("n_reports", pl.Int64, "number of reports, each of one article", nullable=False),
        Column(
            "wordings",
            pl.List(pl.Int64),
            "the words in which reports tell it, as numbers",
            nullable=False,
        ),
        Column("filed_keys", pl.List(pl.Int64), "keys under which reports of its interval find it", nullable=False),
        Column("asked_keys", pl.List(pl.Int64), "keys under which its reports look for others of it", nullable=False),
        Column("filed", pl.List(pl.Int64), "cells in which others find it", nullable=False),
        Column("asked", pl.List(pl.Int64), "cells in which it looks for its host", nullable=False),
        Column(
            "host_id", pl.String, "core_id of the more precise core of which it tells; null when it stands for itself"
        ),
        Column("root_id", pl.String, "core_id of the core that stands for its event", nullable=False),
        Column("host_reason", pl.String, "why it tells of its host, for people"),
    ),
    ("core_id",),
)

CORE_MEMBERS: Final = Table(
    "core_members",
    "one mention of one core",
    (
        Column("mention_id", pl.String, "the mention", nullable=False),
        Column("core_id", pl.String, "the core to which it belongs", nullable=False),
        Column("story", pl.String, "article_id of its article, or of the one that this repeats", nullable=False),
        Column("join_reason", pl.String, "why it belongs to it, for people; null for its founder"),
    ),
    ("mention_id",),
)

PERSON_STATES: Final = Table(
    "person_states",
    "one person whose state all mentions that tell it agree on",
    (
        Column("name", pl.String, "full name", nullable=False),
        Column("state", pl.String, "the state for which the person acts", nullable=False),
    ),
    ("name",),
)

CHANGED_EVENTS: Final = Table(
    "changed_events",
    "one event that changed since the SQL models were built",
    (Column("event_id", pl.String, "an event that was added, changed or removed", nullable=False),),
    ("event_id",),
)

ARTICLE_KEYS: Final = Table(
    "article_keys",
    "one article as it was last compared with others: those that share some of its keys may repeat it",
    (
        Column("article_id", pl.String, "the article", nullable=False),
        Column("keys", pl.List(pl.Int64), "the smallest hashes of its runs of words", nullable=False),
    ),
    ("article_id",),
)

MODEL_BUILDS: Final = Table(
    "model_builds",
    "one SQL model as it was last built, what its rows were found to pass, and the page that was drawn of them since",
    (
        Column(
            "model", pl.String, "its name; `timeline_page` for the page, `sound_rows` for the tests", nullable=False
        ),
        Column(
            "sql_hash",
            pl.String,
            "hash of its SQL; of the page, of itself and the code that drew it; of the tests, of theirs",
            nullable=False,
        ),
    ),
    ("model",),
)

EXTRACTIONS: Final = Table(
    "extractions",
    "one article read by one stage",
    (
        Column("article_id", pl.String, "the article", nullable=False),
        Column("stage", pl.String, "the stage, named after what it finds", nullable=False, accepted=STAGES),
        Column("content_hash", pl.String, "the version of the article that was read", nullable=False),
        Column("version", pl.String, "the version of the stage that read it", nullable=False),
        Column("n_rows", pl.Int64, "rows it gave", nullable=False),
    ),
    ("article_id", "stage"),
)

RUNS: Final = Table(
    "runs",
    "one run",
    (
        Column("run_id", pl.String, "Dagster's run id", nullable=False),
        Column("started_at", TIMESTAMP, "when it began", nullable=False),
        Column("finished_at", TIMESTAMP, "when it ended; null while it runs or when it was killed"),
        Column(
            "state",
            pl.String,
            "running, finished, failed, or stopped by Ctrl-C or another signal",
            nullable=False,
            accepted=("running", "finished", "failed", "stopped"),
        ),
        Column("n_read", pl.Int64, "articles and refused inputs read"),
        Column("n_kept", pl.Int64, "articles kept"),
        Column("n_new", pl.Int64, "articles that were new or had changed"),
        Column("n_refused", pl.Int64, "inputs refused"),
        Column("n_unchanged", pl.Int64, "articles of files and addresses that had not changed and were not read again"),
        Column("n_mentions", pl.Int64, "mentions in the warehouse after the run"),
        Column("n_events", pl.Int64, "events in the warehouse after the run"),
        Column("seconds", pl.Float64, "how long it took, in seconds"),
    ),
    ("run_id",),
)

SOURCE_RUNS: Final = Table(
    "source_runs",
    "one source as one run read it",
    (
        Column("run_id", pl.String, "the run", nullable=False),
        Column("source", pl.String, "the source's name in sources.toml", nullable=False),
        Column("kind", pl.String, "its kind", nullable=False, accepted=SOURCE_KINDS),
        Column("source_group", pl.String, "the group, and so the schedule, that it belongs to", nullable=False),
        Column("started_at", TIMESTAMP, "when its reading began", nullable=False),
        Column("finished_at", TIMESTAMP, "when it ended; null when the run was killed"),
        Column("n_items", pl.Int64, "files and addresses looked at", nullable=False),
        Column("n_unchanged", pl.Int64, "those of them that held nothing new", nullable=False),
        Column("n_kept", pl.Int64, "articles read", nullable=False),
        Column("n_new", pl.Int64, "articles that were not in the warehouse", nullable=False),
        Column("n_changed", pl.Int64, "articles of which a new version was read", nullable=False),
        Column("n_refused", pl.Int64, "inputs refused", nullable=False),
        Column("n_failures", pl.Int64, "files and addresses that could not be had", nullable=False),
        Column("last_failure", pl.String, "the last of these failures, for people"),
    ),
    ("run_id", "source"),
)

SOURCE_ITEMS: Final = Table(
    "source_items",
    "one file or address of one source, as it was last looked at",
    (
        Column(
            "source", pl.String, "the source's name in sources.toml; empty for files named to a run", nullable=False
        ),
        Column("origin", pl.String, "the file or address", nullable=False),
        Column(
            "state",
            pl.String,
            "whether its bytes were read, refused or not to be had",
            nullable=False,
            accepted=ITEM_STATES,
        ),
        Column("detail", pl.String, "what was wrong, for people"),
        Column("raw_hash", pl.String, "SHA-256 (hex) of the bytes last read"),
        Column("size_bytes", pl.Int64, "how many bytes were last read"),
        Column("modified", pl.String, "when it changed, as the file system (ns) or the server (Last-Modified) says"),
        Column("listed", pl.String, "when it changed, as the feed or sitemap that names it says"),
        Column("etag", pl.String, "the server's name for the version last read"),
        Column("n_failures", pl.Int64, "failures since it was last read", nullable=False),
        Column("checked_at", TIMESTAMP, "when it was last looked at", nullable=False),
        Column("read_at", TIMESTAMP, "when its bytes were last read"),
        Column("retry_at", TIMESTAMP, "not to be asked again before"),
        Column("reader_version", pl.String, "the version of the reader that read a file; null for addresses"),
        Column("n_articles", pl.Int64, "articles that were found in it"),
    ),
    ("source", "origin"),
)

FETCHED_DOCUMENTS: Final = Table(
    "fetched_documents",
    "one fetched answer whose bytes are kept",
    (
        Column("origin", pl.String, "the address asked for", nullable=False),
        Column(
            "raw_hash",
            pl.String,
            "SHA-256 (hex) of the bytes, and their name in the folder of kept bytes",
            nullable=False,
        ),
        Column("source", pl.String, "the source's name in sources.toml", nullable=False),
        Column("fetched_as", pl.String, "what it was asked for", nullable=False, accepted=FETCHED_AS),
        Column("address", pl.String, "where redirects led"),
        Column("media_type", pl.String, "Content-Type of the answer"),
        Column("outlet", pl.String, "the outlet that the source or the feed names"),
        Column("listed_title", pl.String, "the headline in the feed or sitemap that led here"),
        Column("listed_published", pl.String, "the publication date there, as written"),
        Column("listed_summary", pl.String, "the summary there"),
        Column("fetched_at", TIMESTAMP, "when it was last fetched anew", nullable=False),
        Column("run_id", pl.String, "the run that did so"),
    ),
    ("origin", "raw_hash"),
)

TABLES: Final = (
    ARTICLES,
    ARTICLE_VERSIONS,
    REJECTED_ARTICLES,
    DATE_EXPRESSIONS,
    EVENT_MENTIONS,
    EVENTS,
    EVENT_VERSIONS,
    EVENT_LINKS,
    EVENT_ALIASES,
    EVENT_CORES,
    CORE_MEMBERS,
    PERSON_STATES,
    CHANGED_EVENTS,
    ARTICLE_KEYS,
    MODEL_BUILDS,
    EXTRACTIONS,
    RUNS,
    SOURCE_RUNS,
    SOURCE_ITEMS,
    FETCHED_DOCUMENTS,
)
