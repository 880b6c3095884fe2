"""Event mentions as merging compares them: one group per mention, actors and places as numbers.

Belongs here: from frames to groups and tables of names. Does not: comparing them (agreement.py), joining them (within.py, cores.py, hosts.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from transforms.merge.actors import ActorTable
from transforms.merge.groups import UNDATED, UNKNOWN_DAY, Group
from transforms.merge.names import actor_name
from transforms.merge.numbering import number_told
from transforms.merge.places import PlaceTable
from transforms.merge.rows import rows_of
from transforms.merge.vocabulary import merging_words, types_known_by_kind
from transforms.schema import EVENT_MENTIONS, WHERE, Table

# The words around a trigger in its sentence, where something may be counted in them; they are no part of the table of mentions.
BEFORE: Final = "words_before"
AFTER: Final = "words_after"
# One number for all mentions that stand in the same words; null for those that stand in too few.
WORDING: Final = "wording"
BESIDE: Final = (BEFORE, AFTER, WORDING)
ACTOR_FIELDS: Final = ["name", "kind", "state"]
ARTICLE_FIELDS: Final = ["article_id", "source", "published_at", "published_date", "near_duplicate_of", "title"]
# The id orders mentions; the rest only decides between two rows that claim one id.
MENTION_ORDER: Final = (
    "mention_id",
    "article_id",
    "extractor_version",
    "start_date",
    "end_date",
    "status",
    "confidence",
    "place",
    *WHERE,
)
# What merging reads of a mention; the words of its date and what it was worked out from are a third of it.
_READ_COLUMNS: Final = frozenset(
    {*MENTION_ORDER, "event_type", "precision", "edtf", "date_basis", "actors", "trigger", "trigger_start"}
)
READ_MENTIONS: Final = Table(
    EVENT_MENTIONS.name,
    EVENT_MENTIONS.grain,
    tuple(column for column in EVENT_MENTIONS.columns if column.name in _READ_COLUMNS),
    EVENT_MENTIONS.key,
)
LAST_WORD: Final = r"(\w+)\W*$"
STEM_LENGTH: Final = 4
EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
TARGET_ROLE: Final = "target"
# A longer span of days is doubt about the day, or holds more than one event.
LONGEST_SPAN_DAYS: Final = 14


@dataclass(frozen=True, slots=True)
class Prepared:
    """What merging works on.

    rows: the mentions that tell of something (not hypothetical), ordered by mention_id, with `row` (their number), `story` (the article, or the one that
    it repeats), `outlet` (source, or the article where the source is not known), `published_at`, `published_day` (ordinal), `place_number`, `kind`, `counted`.
    named: one row per actor of a mention: `row`, `role`, `actor` (its number), in the mention's order.
    """

    rows: pl.DataFrame
    named: pl.DataFrame
    actors: ActorTable
    places: PlaceTable


def prepare(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame) -> Prepared:
    """Number mentions, actors and places in an order that depends on nothing but their content.

    mentions: as `telling` gives them.
    states: the states of persons that all mentions of the warehouse tell, `name`, `state` (PERSON_STATES).
    """
    kept = mentions.sort("mention_id").with_row_index("row")
    rows = kept.join(_given(articles), on="article_id", how="left", maintain_order="left").with_columns(
        pl.coalesce("near_duplicate_of", "article_id").alias("story"),
        pl.coalesce("source", "article_id").alias("outlet"),
        ordinal(pl.coalesce("published_date", pl.col("published_at").dt.date()))
        .fill_null(UNKNOWN_DAY)
        .alias("published_day"),
    )
    places = rows.select(pl.col("place").drop_nulls().unique().sort()).with_row_index("place_number")
    rows = rows.join(places, on="place", how="left", maintain_order="left").with_columns(
        pl.col("place_number").cast(pl.Int64).fill_null(-1)
    )
    rows = _with_numbers(_with_kinds(rows))
    named = _with_states(_named(rows.select("row", "source", "actors")), states)
    rows = rows.drop("actors")
    actors = named.select(ACTOR_FIELDS).unique().sort(ACTOR_FIELDS, nulls_last=True).with_row_index("actor")
    named = named.join(actors, on=ACTOR_FIELDS, how="left", nulls_equal=True, maintain_order="left").select(
        "row", "role", "actor"
    )
    table = ActorTable([actor_name(*values) for values in actors.select(ACTOR_FIELDS).iter_rows()])
    return Prepared(rows, named, table, PlaceTable(places["place"].to_list()))


def telling(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions that tell of something (not hypothetical), one of each id, as far as merging reads them."""
    words = [name for name in BESIDE if name in mentions.columns]
    told = mentions.lazy().filter(pl.col("status") != "hypothetical").select(*READ_MENTIONS.names, *words).collect()
    return _one_each(told, "mention_id", MENTION_ORDER)


def _given(articles: pl.DataFrame) -> pl.DataFrame:
    titled = articles if "title" in articles.columns else articles.with_columns(pl.lit(None, pl.String).alias("title"))
    return _one_each(titled.select(ARTICLE_FIELDS), "article_id", ARTICLE_FIELDS)


def _named(rows: pl.DataFrame) -> pl.DataFrame:
    """One row per actor of a mention, with its fields in the place of `actors`; without those that are the `source` of the article."""
    each = rows.explode("actors").drop_nulls("actors").unnest("actors")
    return each.filter(pl.col("name").ne_missing(pl.col("source"))).drop("source")


def _one_each(rows: pl.DataFrame, key: str, order: Sequence[str]) -> pl.DataFrame:
    """One row for each value of the key, the first in the order where several have it."""
    if rows[key].n_unique() == rows.height:
        return rows
    return rows.sort(order).unique(key, keep="first", maintain_order=True)


def _with_kinds(rows: pl.DataFrame) -> pl.DataFrame:
    """The same with `kind`: the one that the trigger names, else, for types that are known by it, the one that the words around it or the article's title name ("" for none)."""
    known_by_kind = pl.col("event_type").is_in(types_known_by_kind())
    titled = pl.col("event_type").is_in(sorted(merging_words().types["unnamed"]))
    around = {name: pl.col(name) if name in rows.columns else pl.lit(None, pl.String) for name in (BEFORE, AFTER)}
    nearby = [pl.when(known_by_kind).then(words).fill_null("").alias(name) for name, words in around.items()]
    headline = pl.when(titled).then("title").fill_null("").alias("headline")
    words = ["event_type", "trigger", BEFORE, AFTER, "headline"]
    sorted_by_kind = rows.filter(pl.col("event_type").is_in(sorted(merging_words().kinds)))
    telling = sorted_by_kind.select("row", "event_type", "trigger", *nearby, headline)
    told = telling.select(words).unique()
    kinds = [_kind(*each) for each in told.iter_rows()]
    found = telling.join(told.with_columns(pl.Series("kind", kinds, dtype=pl.String)), on=words)
    return _with_words(rows, found.select("row", "kind"))


def _kind(event_type: str, trigger: str, before: str, after: str, headline: str) -> str:
    """The kind of what a trigger tells, by the trigger, else the words nearest to it ("the quake that [struck] the island"), else the headline."""
    words = merging_words()
    return (
        words.kind(event_type, trigger)
        or words.kind_near(event_type, before, after)
        or words.kind(event_type, headline)
    )


def _with_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """The same with `counted`: which of a numbered series the words around the trigger tell ("" for none)."""
    if BEFORE not in rows.columns:
        return rows.with_columns(pl.lit("").alias("counted"))
    words = [BEFORE, "trigger", AFTER]
    telling = rows.filter(pl.col(BEFORE).is_not_null()).select("row", *words)
    told = telling.select(words).unique()
    numbers = pl.Series("counted", [number_told(*each) for each in told.iter_rows()], dtype=pl.String)
    found = telling.join(told.with_columns(numbers), on=words, nulls_equal=True)
    return _with_words(rows, found.select("row", "counted"))


def _with_words(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The same with the second column of `found`, by `row` ("" where it has none): numbers are joined in a fraction of the time of texts."""
    name = found.columns[1]
    joined = rows.join(found, on="row", how="left", maintain_order="left")
    return joined.with_columns(pl.col(name).fill_null(""))


def person_states(mentions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The states of persons by full name (PERSON_STATES rows), where all who tell it tell the same one.

    mentions: as `telling` gives them.
    """
    sources = _given(articles).select("article_id", "source")
    named = _named(mentions.select("article_id", "actors").join(sources, on="article_id", how="left"))
    told = pl.col("state").is_not_null() & pl.col("name").str.contains(" ", literal=True)
    return (
        named.filter((pl.col("kind") == "person") & told)
        .group_by("name")
        .agg(pl.col("state").unique().alias("states"))
        .filter(pl.col("states").list.len() == 1)
        .select("name", pl.col("states").list.first().alias("state"))
        .sort("name")
    )


def _with_states(named: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """The same, with the state of persons for whom only other mentions of the same full name give it."""
    known = states.select("name", pl.lit("person").alias("kind"), pl.col("state").alias("known_state"))
    return (
        named.join(known, on=["name", "kind"], how="left", maintain_order="left")
        .with_columns(pl.coalesce("state", "known_state").alias("state"))
        .drop("known_state")
    )


def conformed(mentions: pl.DataFrame) -> pl.DataFrame:
    """READ_MENTIONS rows, with `words_before`, `words_after` and `wording` where they are given.

    Raises:
        SchemaError: mentions lack a column or hold a wrong type.
    """
    words = [name for name in BESIDE if name in mentions.columns]
    return READ_MENTIONS.conform(mentions).with_columns(mentions.select(words))


def ordinal(column: pl.Expr) -> pl.Expr:
    """A date column as proleptic ordinals."""
    return column.cast(pl.Int32).cast(pl.Int64) + EPOCH_ORDINAL


def stories_by_type(prepared: Prepared) -> Iterator[tuple[str, list[list[Group]]]]:
    """For each event type, in order, the mentions of each story as groups of one."""
    types = _coded(prepared).partition_by("event_type", maintain_order=True, as_dict=True)
    for key in sorted(types):
        # sorted one by one, and let go: far fewer texts to compare, and less to keep
        yield str(key[0]), _stories(types.pop(key).sort("story", maintain_order=True))


def _coded(prepared: Prepared) -> pl.DataFrame:
    """One row per mention with what a group holds, ordered by row."""
    proper = pl.Series("proper", prepared.actors.named, dtype=pl.Boolean)
    named = prepared.named.select(
        "row", "role", "actor", proper.gather(prepared.named["actor"]), (pl.col("role") == TARGET_ROLE).alias("target")
    )
    # sorted once: each list is then as it stands
    each = named.unique(["row", "role", "actor"]).sort("row", "actor")
    nobody = pl.lit([], dtype=pl.List(pl.UInt32))
    known_span = (pl.col("precision") == "days") & (pl.col("date_basis") != "event")
    lasting = pl.col("event_type").is_in(sorted(merging_words().types["lasting"]))
    n_days = (pl.col("end_date") - pl.col("start_date")).dt.total_days() + 1
    rows = prepared.rows
    for numbers in (
        _told(each),
        _listed(each.filter(~pl.col("target")), "acting"),
        _listed(each.filter("target"), "targets"),
    ):
        rows = rows.join(numbers, on="row", how="left", maintain_order="left")
    return rows.select(
        "event_type",
        "story",
        "row",
        ordinal(pl.col("start_date")).fill_null(UNDATED).alias("start"),
        ordinal(pl.col("end_date")).fill_null(UNDATED).alias("end"),
        pl.col("acting").fill_null(nobody),
        pl.col("targets").fill_null(nobody),
        "place_number",
        "published_day",
        (pl.col("status") == "planned").alias("planned"),
        (pl.col("date_basis") == "published").fill_null(False).alias("assumed"),
        (pl.col("told").fill_null(0) + (pl.col("place_number") >= 0)).alias("told"),
        "confidence",
        "trigger_start",
        pl.col("trigger").str.to_lowercase().str.extract(LAST_WORD).str.head(STEM_LENGTH).fill_null("").alias("stem"),
        "kind",
        "counted",
        (pl.col(WORDING) if WORDING in rows.columns else pl.lit(None, pl.UInt32)).alias(WORDING),
        (known_span & lasting & (n_days <= LONGEST_SPAN_DAYS) & (n_days > 1)).fill_null(False).alias("known_span"),
    )


def _listed(actors: pl.DataFrame, side: str) -> pl.DataFrame:
    """The actors of one side of each mention: `row` and their numbers under the name of the side."""
    return actors.group_by("row").agg(pl.col("actor").alias(side))


def _told(actors: pl.DataFrame) -> pl.DataFrame:
    """How many actors in particular are told of, up to three, and one more for each side that is told of: `row`, `told`."""
    proper = (
        actors.filter("proper")
        .group_by("row")
        .agg(pl.len().cast(pl.Int64), pl.col("target").sum().cast(pl.Int64).alias("n"))
    )
    sides = (pl.col("n") > 0).cast(pl.Int64) + (pl.col("n") < pl.col("len")).cast(pl.Int64)
    return proper.select("row", (pl.min_horizontal("len", pl.lit(3, dtype=pl.Int64)) + sides).alias("told"))


def _stories(rows: pl.DataFrame) -> list[list[Group]]:
    stories: list[list[Group]] = []
    last: str | None = None
    for story, row, start, end, acting, targets, place, day, *rest, wording, known_span in rows_of(
        rows.drop("event_type")
    ):
        if story != last:
            stories.append([])
            last = story
        group = Group(row, start, end, tuple(acting), tuple(targets), place, day, day, *rest)
        group.span = (start, end) if known_span else None
        group.story = len(stories)
        if wording is not None:
            group.wordings = frozenset((wording,))
        stories[-1].append(group)
    return stories
