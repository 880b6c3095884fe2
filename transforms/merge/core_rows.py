"""Cores of events as rows of a table, and back.

Belongs here: groups to EVENT_CORES rows and rows to groups. Does not: forming cores (cores.py), their hosts (hosts.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import polars as pl

from transforms.merge.actors import ActorTable
from transforms.merge.cells import Meets
from transforms.merge.groups import UNDATED, UNKNOWN_DAY, Group
from transforms.merge.hosts import Host, root_of
from transforms.merge.mentions import ACTOR_FIELDS, EPOCH_ORDINAL, Prepared, ordinal
from transforms.merge.names import actor_name
from transforms.merge.places import PlaceTable
from transforms.schema import EVENT_CORES, NAMED_ACTOR

SIDES = ("acting", "targets")
DAYS = {
    "start": "start_date",
    "end": "end_date",
    "published_first": "published_first",
    "published_last": "published_last",
    "span_start": "span_start",
    "span_end": "span_end",
}
# in the order of the fields of Group
PLAIN = ("planned", "assumed", "told", "confidence", "position", "stem", "kind", "counted")


@dataclass(frozen=True, slots=True)
class CoreBatch:
    """Cores of one event type, numbered in the order of their ids.

    groups: their leaders are these numbers. filed, asked: the cells of each group, as they are stored. roots: the number of the event's core for each; cores that are not given have numbers beyond the others.
    """

    event_type: str
    ids: list[str]
    groups: list[Group]
    filed: list[list[int]]
    asked: list[list[int]]
    roots: dict[int, int]
    actors: ActorTable
    places: PlaceTable


def core_frame(
    event_type: str,
    cores: Sequence[Group],
    numbered: Mapping[str, Sequence[Sequence[int]]],
    hosts: dict[int, Host],
    prepared: Prepared,
) -> pl.DataFrame:
    """The cores of one type as EVENT_CORES rows.

    numbered: the keys and cells of each by column. hosts: by leader, where there is one. prepared: the tables in which leaders, actors and places are numbers.
    """
    ids, names = prepared.rows["mention_id"], prepared.places.names
    spans = [core.span or (UNDATED, UNDATED) for core in cores]
    chosen = [hosts.get(core.leader) for core in cores]
    rows = pl.DataFrame(
        {
            **{name: [getattr(core, name) for core in cores] for name in (*PLAIN, *list(DAYS)[:4])},
            "span_start": [first for first, _ in spans],
            "span_end": [last for _, last in spans],
            "place": [names[core.place] if core.place >= 0 else None for core in cores],
            "n_reports": [core.size for core in cores],
            "host_reason": [host.why if host else None for host in chosen],
        },
        schema_overrides=dict.fromkeys(("place", "host_reason", "kind", "counted", "stem"), pl.String),
    )
    numbers: dict[str, list[int | None]] = {
        "core_id": [core.leader for core in cores],
        "host_id": [host.leader if host else None for host in chosen],
        "root_id": [root_of(core.leader, hosts) for core in cores],
    }
    numbered = {**numbered, "wordings": [sorted(core.wordings) for core in cores]}
    listed = prepared.actors.frame.to_struct().cast(NAMED_ACTOR)
    return EVENT_CORES.conform(
        rows.with_columns(
            pl.lit(event_type).alias("event_type"),
            *[_day(name).alias(column) for name, column in DAYS.items()],
            *[ids.gather(pl.Series(given, dtype=pl.UInt32)).alias(name) for name, given in numbers.items()],
            *[_actors([getattr(core, side) for core in cores], listed).alias(side) for side in SIDES],
            *[_numbers(lists).alias(name) for name, lists in numbered.items()],
        )
    )


def report_frame(event_type: str, reports: Sequence[Group], met: Sequence[Meets]) -> pl.DataFrame:
    """Reports of one type: `event_type`, `start_date`, `end_date`, `published` (null where they give a date), `filed_keys`, `asked_keys` (lists of numbers)."""
    days = {name: [getattr(report, name) for report in reports] for name in ("start", "end", "published_first")}
    undated = pl.col("start") == UNDATED
    return pl.DataFrame(days, schema=dict.fromkeys(days, pl.Int64)).select(
        pl.lit(event_type).alias("event_type"),
        _day("start").alias("start_date"),
        _day("end").alias("end_date"),
        pl.when(undated).then(_day("published_first")).alias("published"),
        _numbers([keys.filed for keys in met]).alias("filed_keys"),
        _numbers([keys.asked for keys in met]).alias("asked_keys"),
    )


def _day(ordinals: str) -> pl.Expr:
    known = pl.when(pl.col(ordinals) != UNKNOWN_DAY).then(pl.col(ordinals) - EPOCH_ORDINAL)
    return known.cast(pl.Int32).cast(pl.Date)


def _actors(numbers: list[tuple[int, ...]], listed: pl.Series) -> pl.Series:
    """Lists of numbers as lists of actors."""
    return _lists(listed.gather(pl.Series(list(chain.from_iterable(numbers)), dtype=pl.UInt32)), numbers)


def _lists(values: pl.Series, of: Sequence[Sequence[int]]) -> pl.Series:
    """Values one after the other as lists that are as long as those of `of`: far faster than making a series of each."""
    lengths = pl.Series([len(numbers) for numbers in of], dtype=pl.UInt32)
    at = pl.int_range(lengths.len(), dtype=pl.UInt32, eager=True)
    each = pl.DataFrame({"at": at.repeat_by(lengths).explode().drop_nulls(), "value": values})
    lists = each.group_by("at", maintain_order=True).agg("value")
    nothing = pl.lit([], dtype=pl.List(values.dtype))
    found = at.to_frame("at").join(lists, on="at", how="left", maintain_order="left")
    return found.select(pl.col("value").fill_null(nothing))["value"]


def _numbers(lists: Sequence[Sequence[int]]) -> pl.Series:
    return _lists(pl.Series(list(chain.from_iterable(lists)), dtype=pl.Int64), lists)


def read_cores(cores: pl.DataFrame) -> Iterator[CoreBatch]:
    """The cores of each event type as groups.

    cores: EVENT_CORES rows.
    """
    ordered = EVENT_CORES.conform(cores).sort("event_type", "core_id")
    for (event_type,), rows in ordered.partition_by("event_type", maintain_order=True, as_dict=True).items():
        yield _batch(str(event_type), rows)


def _batch(event_type: str, rows: pl.DataFrame) -> CoreBatch:
    numbered = rows.with_row_index("row")
    sides = pl.concat(
        [numbered.select("row", pl.lit(side).alias("side"), pl.col(side).alias("actor")) for side in SIDES]
    )
    each = sides.explode("actor").drop_nulls("actor").unnest("actor")
    actors = each.select(ACTOR_FIELDS).unique().sort(ACTOR_FIELDS, nulls_last=True).with_row_index("number")
    lists = each.join(actors, on=ACTOR_FIELDS, nulls_equal=True).group_by("row", "side").agg(pl.col("number").sort())
    numbers_of = {(row, side): tuple(numbers) for row, side, numbers in lists.iter_rows()}
    places = PlaceTable(numbered["place"].drop_nulls().unique().sort().to_list())
    place_numbers = {name: number for number, name in enumerate(places.names)}
    days = numbered.with_columns(
        ordinal(pl.col(column)).fill_null(UNDATED).alias(name) for name, column in DAYS.items()
    )
    told = days.select("row", "place", *DAYS, "n_reports", "wordings", *PLAIN)
    groups = [_group(numbers_of, place_numbers, *row) for row in told.iter_rows()]
    ids = rows["core_id"].to_list()
    numbers = {core_id: number for number, core_id in enumerate(ids)}
    for root in rows["root_id"].to_list():
        if root not in numbers:
            numbers[root] = len(ids)
            ids.append(root)
    roots = {number: numbers[root] for number, root in enumerate(rows["root_id"].to_list())}
    table = ActorTable([actor_name(*values) for values in actors.select(ACTOR_FIELDS).iter_rows()])
    filed, asked = rows["filed"].to_list(), rows["asked"].to_list()
    return CoreBatch(event_type, ids, groups, filed, asked, roots, table, places)


def _group(
    actors: dict[tuple[int, str], tuple[int, ...]],
    places: dict[str, int],
    leader: int,
    place: str | None,
    start: int,
    end: int,
    published_first: int,
    published_last: int,
    span_start: int,
    span_end: int,
    n_reports: int,
    wordings: list[int],
    *plain: Any,
) -> Group:
    """One group; its values come by position in the order of DAYS and PLAIN."""
    group = Group(
        leader,
        start,
        end,
        actors.get((leader, "acting"), ()),
        actors.get((leader, "targets"), ()),
        places[place] if place is not None else -1,
        published_first,
        published_last,
        *plain,
    )
    group.span = (span_start, span_end) if span_start != UNDATED else None
    group.size = n_reports
    group.wordings = frozenset(wordings)
    return group
