"""The actors and the place of an event, out of those that its mentions name.

Belongs here: folding the names of one actor into the fullest, roles, order. Does not: whether two names are one actor (names.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Final

import polars as pl

from transforms.merge.actors import ActorTable
from transforms.merge.names import Relation, fullness
from transforms.merge.rows import rows_of
from transforms.schema import WHERE

ROLE_ORDER: Final = {role: rank for rank, role in enumerate(("source", "speaker", "participant", "target"))}


# Of an event with more actors than this, those whom the fewest mentions name are left out.
MOST_ACTORS: Final = 60


def event_casts(named: pl.DataFrame, actors: ActorTable, suffered: Set[int] = frozenset()) -> pl.DataFrame:
    """The actors of each event: `leader`, `actor` (number), `role`, `n` (how many mentions name it), main ones first.

    named: one row per actor of a mention: `leader`, `row`, `role`, `actor`. Names that mean one actor are folded into the fullest, which keeps the role that
    most mentions give it. Those whom more mentions name come first; of equal ones those who did it before those it was done to.

    suffered: the leaders of events that are about the one to whom they happen, which mentions tell also as his own deed ("Borg took office").
    """
    counts = (
        named.group_by("leader", "actor", "role")
        .agg(pl.col("row").n_unique().cast(pl.Int64).alias("n"))
        .sort("leader", "actor", "role")
    )
    several = pl.len().over("leader") > 1
    alone, together = counts.filter(~several), counts.filter(several)
    cast: list[tuple[int, int, str, int]] = []
    for leader, rows in _by_leader(together).items():
        cast.extend((leader, *member) for member in _cast(rows, actors, is_suffered=leader in suffered))
    schema = {"leader": pl.UInt32, "actor": pl.UInt32, "role": pl.String, "n": pl.Int64}
    return pl.concat([alone.select(schema.keys()), pl.DataFrame(cast, schema=schema, orient="row")])


def _by_leader(counts: pl.DataFrame) -> Mapping[int, list[tuple[int, str, int]]]:
    grouped: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for leader, actor, role, n in rows_of(counts):
        grouped[leader].append((actor, role, n))
    return grouped


def _cast(rows: Sequence[tuple[int, str, int]], actors: ActorTable, *, is_suffered: bool) -> list[tuple[int, str, int]]:
    """One event's actors with their roles and counts; rows: (actor, role, number of mentions)."""
    votes: dict[int, dict[str, int]] = {}
    known = sorted(rows, key=lambda row: (-row[2], row[0], row[1]))[:MOST_ACTORS]
    for actor, role, n in sorted(known, key=lambda row: (fullness(actors[row[0]]), row[0])):
        same = next((other for other in votes if actors.relation(other, actor) is Relation.SAME), actor)
        roles = votes.setdefault(same, defaultdict(int))
        roles[role] += n
    by_others = is_suffered and any(roles.keys() == {"source"} for roles in votes.values())
    folded = [(actor, _main_role(roles, by_others=by_others), sum(roles.values())) for actor, roles in votes.items()]
    folded.sort(key=lambda item: (-item[2], ROLE_ORDER[item[1]], item[0]))
    return folded


def _main_role(roles: dict[str, int], *, by_others: bool) -> str:
    """The role that most mentions give, of equal ones the first; who did as often as he suffered what somebody else only did suffered it."""
    order = ROLE_ORDER | {"target": -1} if by_others and "target" in roles else ROLE_ORDER
    return min(roles, key=lambda role: (-roles[role], order[role]))


def event_places(told: pl.DataFrame, countries: pl.Series) -> pl.DataFrame:
    """The place of each event, with its country and coordinates: `leader`, `place` and WHERE: the one most mentions name, of equal ones the one that is not a whole country, then the surer.

    told: one row per mention with `leader`, `place`, WHERE, `date_basis`, `confidence`; a mention that takes its date from another says the place of that event
    less surely. countries: the places that are whole countries. Of several places of that name the one is meant that most mentions mean; those that do not say
    which have no part in that. Where no mention names a place, the country is the one that most give.
    """
    sure = pl.col("confidence") - 1.0 * (pl.col("date_basis") == "inherited").fill_null(False)
    counts = _counted(told.drop_nulls("place"), sure, "leader", "place")
    country = pl.col("place").is_in(countries.implode())
    best = counts.sort("leader", -pl.col("n"), country, -pl.col("sure"), "place")
    named = best.unique("leader", keep="first", maintain_order=True).select("leader", "place")
    chosen = told.select("leader").unique(maintain_order=True).join(named, on="leader", how="left")
    located = told.filter(pl.any_horizontal(pl.col(WHERE).is_not_null())).join(
        chosen, on=["leader", "place"], how="semi", nulls_equal=True
    )
    meant = _counted(located, sure, "leader", *WHERE).sort(
        "leader", -pl.col("n"), -pl.col("sure"), *WHERE, nulls_last=True
    )
    where = meant.unique("leader", keep="first", maintain_order=True).select("leader", *WHERE)
    return chosen.join(where, on="leader", how="left", maintain_order="left")


def _counted(told: pl.DataFrame, sure: pl.Expr, *by: str) -> pl.DataFrame:
    """How many mentions say each thing (`n`), and how surely the surest (`sure`)."""
    return told.group_by(by).agg(pl.len().cast(pl.Int64).alias("n"), sure.max().round(4).alias("sure"))
