"""Merge event mentions into events: all at once, or step by step where most of them are merged already.

Belongs here: the order of the steps. Does not: any of them (portions.py, mentions.py, within.py, cores.py, hosts.py, events.py), rows of cores (core_rows.py).

All at once is `merge_portion`, portion by portion of whole event types (portions.py), or `merge_all` where all mentions are at hand. Step by step: `told_reports` says where reports of some articles meet others, `found_cores` forms the cores anew that may change by it,
`find_hosts` lets those look for a host that may find another one now, and `events_of` writes the events that changed. Both ways give the same events.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from transforms.collector import without_collector
from transforms.merge.agreement import Judge
from transforms.merge.cells import KeyBook, Meets
from transforms.merge.core_rows import CoreBatch, core_frame, read_cores, report_frame
from transforms.merge.cores import join_cores, keys_of_cores, keys_to_meet
from transforms.merge.events import build_events
from transforms.merge.groups import Group, Ledger
from transforms.merge.hosts import Host, all_hosts, cells_of_cores, root_of, some_hosts
from transforms.merge.mentions import Prepared, conformed, person_states, prepare, stories_by_type, telling
from transforms.merge.portions import MENTIONS_PER_PORTION, Portion, Portions, in_portions
from transforms.merge.vocabulary import traits_of
from transforms.merge.within import join_within
from transforms.schema import CORE_MEMBERS, EVENT_CORES, EVENT_LINKS

ONLY_REPORT = "only report"
FIRST_REPORT = "the most precise report of it"


@dataclass(frozen=True, slots=True)
class Merged:
    """events: EVENTS rows ordered by event_id; links: EVENT_LINKS rows ordered by mention_id, one for every mention that is not hypothetical."""

    events: pl.DataFrame
    links: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Cores:
    """cores: EVENT_CORES rows; members: CORE_MEMBERS rows, one for every mention of these cores."""

    cores: pl.DataFrame
    members: pl.DataFrame


@dataclass(frozen=True, slots=True)
class MergedPortion:
    """The events of one portion of mentions, and their cores."""

    events: Merged
    cores: Cores


@dataclass(frozen=True, slots=True)
class MergedAll:
    """Events with what is needed to go on from them: their cores, and the states of persons (PERSON_STATES rows)."""

    events: Merged
    cores: Cores
    states: pl.DataFrame


# Runs a function on each of some portions, and gives what it returns in their order.
HandOut = Callable[[Callable[[Portion], MergedPortion], Portions], Iterable[MergedPortion]]


@without_collector()
def merge_mentions(mentions: pl.DataFrame, articles: pl.DataFrame) -> Merged:
    """Merge the reports of one event into one event.

    mentions: EVENT_MENTIONS rows; `words_before` and `words_after` beside them are the words around the trigger in which something may be counted.
    articles: `article_id`, `source`, `published_at`, `published_date`, `near_duplicate_of` of their articles, and `title` where it is known; further columns are ignored, and a mention whose article is not given counts as one of an unknown outlet and time.
    The result depends on the set of rows alone: their order and how they were batched never change it.

    Raises:
        SchemaError: mentions lack a column or hold a wrong type.
    """
    told = telling(conformed(mentions))
    prepared = prepare(told, articles, person_states(told, articles))
    ledger = Ledger()
    hosts: dict[int, Host] = {}
    for event_type, reports, judge in _reports_by_type(prepared, ledger):
        book = KeyBook(event_type, judge)
        cores = join_cores(reports, book, judge, ledger)
        hosts |= all_hosts(cores, *cells_of_cores(cores, book, judge), judge)
    return _events(prepared, _members(ledger, hosts, prepared))


def merge_all(
    mentions: pl.DataFrame,
    articles: pl.DataFrame,
    hand_out: HandOut = map,
    mentions_per_portion: int = MENTIONS_PER_PORTION,
) -> MergedAll:
    """The same as `merge_mentions`, with what is needed to go on from it step by step.

    hand_out: how portions of about `mentions_per_portion` are merged, by default one after the other; it never changes the result.

    Raises:
        SchemaError: as `merge_mentions`.
    """
    told = telling(conformed(mentions))
    states = person_states(told, articles)
    merged = list(hand_out(merge_portion, in_portions(told, articles, states, mentions_per_portion)))
    events = pl.concat([each.events.events for each in merged]).sort("event_id")
    links = pl.concat([each.events.links for each in merged]).sort("mention_id")
    cores = pl.concat([each.cores.cores for each in merged])
    members = pl.concat([each.cores.members for each in merged])
    return MergedAll(Merged(events, links), Cores(cores, members), states)


@without_collector()
def merge_portion(portion: Portion) -> MergedPortion:
    """The events of one portion of mentions."""
    prepared = prepare(portion.mentions, portion.articles, portion.states)
    ledger, frames = Ledger(), []
    hosts: dict[int, Host] = {}
    for event_type, reports, judge in _reports_by_type(prepared, ledger):
        book = KeyBook(event_type, judge)
        met = keys_to_meet(reports, book)
        cores = join_cores(reports, book, judge, ledger)
        filed, asked = cells_of_cores(cores, book, judge)
        found = all_hosts(cores, filed, asked, judge)
        numbered = _numbered(cores, keys_of_cores(met, ledger), filed, asked)
        frames.append(core_frame(event_type, cores, numbered, found, prepared))
        hosts |= found
    members = _members(ledger, hosts, prepared)
    return MergedPortion(_events(prepared, members), Cores(_concat(frames), _member_rows(members, prepared)))


@without_collector()
def told_reports(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """The reports of some articles: their sets (`event_type`, `start_date`, `end_date`, and `published` where they give no date), and the keys by which they meet others of these (`filed_keys`, `asked_keys`).

    mentions, articles: as `merge_mentions`, all mentions of each type of a story (an article and its copies). states: PERSON_STATES rows.
    """
    prepared = prepare(telling(conformed(mentions)), articles, states)
    frames = [report_frame("", [], [])]
    for event_type, reports, judge in _reports_by_type(prepared, Ledger()):
        met = keys_to_meet(reports, KeyBook(event_type, judge))
        frames.append(report_frame(event_type, reports, list(met.values())))
    return pl.concat(frames)


@without_collector()
def found_cores(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame, forming: pl.Series) -> Cores:
    """The cores of some reports, without hosts.

    mentions, articles, states: as `told_reports`. forming: ids of the mentions whose reports are formed into cores, with all that they meet in their sets.
    """
    prepared = prepare(telling(conformed(mentions)), articles, states)
    wanted = set(prepared.rows.filter(pl.col("mention_id").is_in(forming.implode()))["row"])
    ledger, frames = Ledger(), []
    leaders: list[int] = []
    for event_type, reports, judge in _reports_by_type(prepared, ledger):
        book = KeyBook(event_type, judge)
        formed = [report for report in reports if report.leader in wanted]
        met = keys_to_meet(formed, book)
        cores = join_cores(formed, book, judge, ledger)
        leaders.extend(core.leader for core in cores)
        numbered = _numbered(cores, keys_of_cores(met, ledger), *cells_of_cores(cores, book, judge))
        frames.append(core_frame(event_type, cores, numbered, {}, prepared))
    kept = pl.Series("core", leaders, dtype=pl.UInt32)
    members = _members(ledger, {}, prepared).filter(pl.col("core").is_in(kept.implode()))
    return Cores(_concat(frames), _member_rows(members, prepared))


@without_collector()
def find_hosts(cores: pl.DataFrame, asking: Collection[str], crowded: Collection[int]) -> pl.DataFrame:
    """The hosts of some cores: `core_id`, `host_id`, `root_id`, `host_reason`, one row for each of `asking`.

    cores: EVENT_CORES rows of those that ask and of all in the cells in which they look, but for the cells that are `crowded`.
    """
    rows: list[tuple[str, str | None, str, str | None]] = []
    for batch in read_cores(cores):
        judge = Judge(traits_of(batch.event_type), batch.actors, batch.places)
        # a root that is not given may ask in another type by now
        given = batch.ids[: len(batch.groups)]
        numbers = {number for number, core_id in enumerate(given) if core_id in asking}
        known = {number: Host(root, "") for number, root in batch.roots.items() if root != number}
        hosts = some_hosts(batch.groups, batch.filed, batch.asked, numbers, known, crowded, judge)
        rows.extend(_host_rows(batch, numbers, hosts, known))
    schema = {name: pl.String for name in ("core_id", "host_id", "root_id", "host_reason")}
    return pl.DataFrame(rows, schema=schema, orient="row")


@without_collector()
def events_of(mentions: pl.DataFrame, articles: pl.DataFrame, states: pl.DataFrame, members: pl.DataFrame) -> Merged:
    """The events of some cores.

    mentions, articles, states: as `merge_mentions`, all mentions of these events. members: for each `mention_id` the `root_id` of its event and the
    `merge_reason` (null for the one that founded it).
    """
    prepared = prepare(telling(conformed(mentions)), articles, states)
    rows = prepared.rows.select("row", "mention_id")
    leaders = rows.rename({"row": "leader", "mention_id": "root_id"})
    joined = rows.join(members, on="mention_id").join(leaders, on="root_id").select("row", "leader", "merge_reason")
    return _events(prepared, joined)


def _reports_by_type(prepared: Prepared, ledger: Ledger) -> Iterator[tuple[str, list[Group], Judge]]:
    """The reports of each type: what single articles tell."""
    for event_type, stories in stories_by_type(prepared):
        judge = Judge(traits_of(event_type), prepared.actors, prepared.places)
        reports = [
            report
            for mentions in stories
            for report in (join_within(mentions, judge, ledger) if len(mentions) > 1 else mentions)
        ]
        yield event_type, reports, judge


def _members(ledger: Ledger, hosts: dict[int, Host], prepared: Prepared) -> pl.DataFrame:
    """One row per mention: `row`, `core` and `leader` (the rows that stand for its core and its event), `merge_reason` (null for founders), `joined` (why it is in its core)."""
    rows = range(prepared.rows.height)
    told = pl.DataFrame(
        {
            "row": rows,
            "core": [ledger.founder(row) for row in rows],
            "joined": [ledger.reason(row) for row in rows],
        },
        schema={"row": pl.UInt32, "core": pl.UInt32, "joined": pl.String},
    )
    hosted = pl.DataFrame(
        {
            "core": list(hosts),
            "root": [root_of(leader, hosts) for leader in hosts],
            "why": [host.why for host in hosts.values()],
        },
        schema={"core": pl.UInt32, "root": pl.UInt32, "why": pl.String},
    )
    founder = pl.when(pl.col("row") == pl.col("core")).then("why")
    return told.join(hosted, on="core", how="left", maintain_order="left").select(
        "row",
        "core",
        pl.coalesce("root", "core").alias("leader"),
        pl.coalesce("joined", founder).alias("merge_reason"),
        "joined",
    )


def _events(prepared: Prepared, joined: pl.DataFrame) -> Merged:
    """joined: `row`, `leader`, `merge_reason` (null for the founder of an event)."""
    events, ids = build_events(prepared, joined.select("row", "leader"))
    founder = pl.when(pl.len().over("leader") > 1).then(pl.lit(FIRST_REPORT)).otherwise(pl.lit(ONLY_REPORT))
    told = joined.with_columns(pl.col("merge_reason").fill_null(founder))
    links = told.join(ids, on="leader").join(prepared.rows.select("row", "mention_id"), on="row").sort("mention_id")
    return Merged(events.rechunk(), EVENT_LINKS.conform(links).rechunk())


def _member_rows(members: pl.DataFrame, prepared: Prepared) -> pl.DataFrame:
    mention_ids, stories = prepared.rows["mention_id"], prepared.rows["story"]
    rows = members.select(
        mention_ids.gather(members["row"]).alias("mention_id"),
        mention_ids.gather(members["core"]).alias("core_id"),
        stories.gather(members["row"]).alias("story"),
        pl.col("joined").alias("join_reason"),
    )
    return CORE_MEMBERS.conform(rows)


def _numbered(
    cores: list[Group], keys: Mapping[int, Meets], filed: list[list[int]], asked: list[list[int]]
) -> dict[str, Sequence[Sequence[int]]]:
    """The keys and cells of each core by column."""
    return {
        "filed_keys": [keys[core.leader].filed for core in cores],
        "asked_keys": [keys[core.leader].asked for core in cores],
        "filed": filed,
        "asked": asked,
    }


def _concat(frames: list[pl.DataFrame]) -> pl.DataFrame:
    return EVENT_CORES.conform(pl.concat(frames)) if frames else EVENT_CORES.empty()


def _host_rows(
    batch: CoreBatch, asking: Collection[int], hosts: dict[int, Host], known: dict[int, Host]
) -> Iterator[tuple[str, str | None, str, str | None]]:
    others = {number: root for number, root in known.items() if number not in asking}
    chain = others | hosts
    for number in sorted(asking):
        host = hosts.get(number)
        root = root_of(number, chain)
        yield batch.ids[number], batch.ids[host.leader] if host else None, batch.ids[root], host.why if host else None
