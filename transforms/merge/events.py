"""Rows of `events` from the mentions that were joined.

Belongs here: putting an event's row together, its id, counts and times. Does not: joining (cores.py, hosts.py); its interval (dating.py), status and confidence
(weighing.py), actors and place (casting.py) and headline (headlines.py).
"""

from __future__ import annotations

import hashlib
from typing import Final

import polars as pl

from transforms.merge.actors import ActorTable
from transforms.merge.casting import event_casts, event_places
from transforms.merge.dating import DATE_COLUMNS, event_dates
from transforms.merge.headlines import headline
from transforms.merge.leading import Member
from transforms.merge.mentions import TARGET_ROLE, Prepared
from transforms.merge.rows import rows_of
from transforms.merge.vocabulary import merging_words
from transforms.merge.weighing import event_confidences, event_statuses
from transforms.schema import ACTOR, EVENTS, WHERE

ID_LENGTH = 15
# What is read of each mention; outlets and articles as numbers, which are counted in a fraction of the time of texts.
TOLD_COLUMNS: Final = (
    *("row", "mention_id", "event_type", "status", "published_at", "confidence", "place", *WHERE, "kind"),
    *DATE_COLUMNS,
)


def event_id(mention_id: str) -> str:
    """The id of the event whose canonical mention is given."""
    return "e" + hashlib.sha256(mention_id.encode()).hexdigest()[:ID_LENGTH]


def build_events(prepared: Prepared, joined: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """EVENTS rows ordered by event_id, and the ids: `leader`, `event_id`.

    joined: `row`, `leader` (the row that stands for its event) of every mention.
    """
    events = describe_events(prepared, joined)
    return EVENTS.conform(events).sort("event_id"), events.select("leader", "event_id")


def describe_events(prepared: Prepared, joined: pl.DataFrame) -> pl.DataFrame:
    """One row per leader: `leader` and the EVENTS columns.

    joined: `row`, `leader` (a number that stands for an event); a mention may stand under several leaders.
    """
    told = _told(prepared).join(joined, on="row").sort("row")
    events = _counts(told)
    countries = pl.Series(
        [name for name, whole in zip(prepared.places.names, prepared.places.countries, strict=True) if whole],
        dtype=pl.String,
    )
    parts = [
        event_dates(told),
        event_statuses(told),
        event_confidences(told),
        event_places(told, countries),
        _kinds(told),
    ]
    for part in parts:
        events = events.join(part, on="leader", how="left", maintain_order="left")
    is_suffered = pl.col("event_type").is_in(sorted(merging_words().types["suffered"]))
    suffered = set(events.filter(is_suffered)["leader"])
    cast = event_casts(prepared.named.join(joined, on="row"), prepared.actors, suffered)
    events = _with_actors(events, cast, prepared.actors).with_columns(pl.col("precision").fill_null("unknown"))
    return events.with_columns(_titles(events, cast, prepared.actors))


def _told(prepared: Prepared) -> pl.DataFrame:
    lasting = pl.col("event_type").is_in(sorted(merging_words().types["lasting"])).alias("lasting")
    outlet = pl.col("outlet").rank("dense")
    article = pl.col("article_id").cast(pl.Categorical).to_physical()
    return prepared.rows.select(*TOLD_COLUMNS, lasting, outlet, article)


def _counts(told: pl.DataFrame) -> pl.DataFrame:
    """One row per event: `leader`, its type, id, counts and times of report. The canonical mention, earliest published and then first by id, gives the id."""
    counts = told.group_by("leader").agg(
        pl.col("event_type").first(),
        pl.len().alias("n_mentions"),
        pl.col("article_id").n_unique().alias("n_articles"),
        pl.col("outlet").n_unique().alias("n_sources"),
        pl.col("published_at").min().alias("first_reported_at"),
        pl.col("published_at").max().alias("last_reported_at"),
    )
    # the rows stand in their order, so that the first of each time is the first by id
    canonical = (
        told.select("leader", "mention_id", "published_at")
        .sort("published_at", nulls_last=True, maintain_order=True)
        .unique("leader", keep="first", maintain_order=True)
        .select("leader", "mention_id")
    )
    ids = [event_id(mention_id) for mention_id in canonical["mention_id"]]
    return counts.join(canonical.with_columns(pl.Series("event_id", ids, dtype=pl.String)), on="leader").sort("leader")


def _kinds(told: pl.DataFrame) -> pl.DataFrame:
    """The kind of each event within its type, where a trigger names it: `leader`, `kind`, the one that most mentions name."""
    counts = told.filter(pl.col("kind") != "").group_by("leader", "kind").agg(pl.len().cast(pl.Int64).alias("n"))
    best = counts.sort("leader", -pl.col("n"), "kind")
    return best.unique("leader", keep="first", maintain_order=True).select("leader", "kind")


def _with_actors(events: pl.DataFrame, cast: pl.DataFrame, actors: ActorTable) -> pl.DataFrame:
    listed = actors.frame.with_row_index("actor")
    structs = cast.join(listed, on="actor", maintain_order="left").select(
        "leader", pl.struct("name", "role", "kind", "state").alias("actors")
    )
    grouped = structs.group_by("leader", maintain_order=True).agg("actors")
    return events.join(grouped, on="leader", how="left", maintain_order="left").with_columns(
        pl.col("actors").fill_null(pl.lit([], dtype=pl.List(ACTOR)))
    )


def _titles(events: pl.DataFrame, cast: pl.DataFrame, actors: ActorTable) -> pl.Series:
    acting: dict[int, list[Member]] = {}
    targets: dict[int, list[Member]] = {}
    numbered = actors.actors
    for leader, number, is_target, n in rows_of(cast.select("leader", "actor", pl.col("role") == TARGET_ROLE, "n")):
        (targets if is_target else acting).setdefault(leader, []).append((numbered[number], n))
    rows = rows_of(events.select("leader", "event_type", "status", "place", "kind", "confidence", "n_mentions"))
    titles = [
        headline(event_type, status, acting.get(leader, ()), targets.get(leader, ()), place, kind or "", *counts)
        for leader, event_type, status, place, kind, *counts in rows
    ]
    return pl.Series("title", titles, dtype=pl.String)
