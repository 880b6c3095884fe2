"""Names that are spelled nearly as one that nobody bears.

Belongs here: what "did you mean" offers for actors and places. Does not: which names a filter lets through (filters.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import duckdb

from warehouse.asking.as_of import known_then
from warehouse.asking.filters import (
    EventFilter,
    actor_names,
    is_in_states,
    place_names,
    several,
    states_asked,
    words_of,
)
from warehouse.asking.user_sql import missing_marts
from warehouse.ddl import literal

NEAR: Final = 0.93  # Jaro-Winkler similarity (Winkler 1990), 1 for equal names
LONG: Final = 5  # letters of a name in which one wrong letter is a slip; among shorter ones it makes another name
MOST_OFFERED: Final = 3
# A state is known as a place also where events only took place somewhere in it.
_PLACES: Final = f"""(
    select place, name_words, sum(n_events) as n_events
    from (
        select place, name_words, n_events from main.events_by_place
        union all
        select country, {words_of("country")}, sum(n_events) from main.events_by_place where country <> place group by country
    )
    group by place, name_words
)"""
_MARTS: Final = {"actor": ("main.actor_activity", "actor_name"), "place": (_PLACES, "place")}


def unknown_names(db: duckdb.DuckDBPyConnection, filter: EventFilter, n_events: int) -> dict[str, list[str]]:
    """The actors and places of a filter that no event names, each with the names that are spelled nearly so, or hold a word that is.

    The nearest stand first; of those near to a single word, which many names hold, those with most events.
    n_events: how many events the filter lets through: where these are any, an actor or a place that is asked for alone is known.

    Raises:
        WarehouseError: the marts were never built.
    """
    unknown: dict[str, list[str]] = {}
    with missing_marts():
        for field, asked in (("actor", several(filter.actor)), ("place", several(filter.place))):
            if len(asked) > 1 or not n_events:
                unknown |= {name: _near(db, field, name) for name in _nowhere(db, filter, field, asked)}
    return unknown


def near_names(db: duckdb.DuckDBPyConnection, actors: Sequence[str]) -> dict[str, list[str]]:
    """For each of these that none of today's events names as an actor: the names that are spelled nearly so, if any.

    Raises:
        WarehouseError: the marts were never built.
    """
    with missing_marts():
        return {name: near for name in actors if (near := _near(db, "actor", name))}


def _nowhere(db: duckdb.DuckDBPyConnection, filter: EventFilter, field: str, asked: Sequence[str]) -> list[str]:
    """The names that no event names, neither today nor on the day of which the filter asks."""
    mart, column = _MARTS[field]
    listed = ", ".join(map(literal, asked)) or "null"
    whole = {name for (name,) in db.execute(f"select {column} from {mart} where {column} in ({listed})").fetchall()}
    return [
        name
        for name in dict.fromkeys(asked)
        if name.strip()
        and name not in whole
        and not any(_is_known(db, field, name, day) for day in {None, filter.as_of})
    ]


def _is_known(db: duckdb.DuckDBPyConnection, field: str, name: str, as_of: date | None) -> bool:
    if field == "actor":
        return bool(actor_names(db, EventFilter(actor=name, as_of=as_of)))
    filter = EventFilter(place=name, as_of=as_of)
    return bool(place_names(db, filter)) or _is_around(db, states_asked(filter), as_of)


def _is_around(db: duckdb.DuckDBPyConnection, states: Sequence[str], as_of: date | None) -> bool:
    """Whether any event took place in one of these states, as is known today, or was on a day."""
    if not states:
        return False
    places = "main.events_by_place" if as_of is None else f"(from main.event_history where {known_then(as_of)})"
    return db.execute(f"select 1 from {places} where {is_in_states(states)} limit 1").fetchall() != []


def _near(db: duckdb.DuckDBPyConnection, what: str, asked: str) -> list[str]:
    mart, column = _MARTS[what]
    likeness, order = _alike(f"lower({column})", "lower($asked)"), "likeness desc, n_events desc"
    if len(asked.split()) == 1:
        like_word = _alike("word", f"trim({words_of('$asked')})")
        words = f"list_transform(string_split(trim(name_words), ' '), lambda word: {like_word})"
        likeness, order = f"greatest({likeness}, list_max({words}))", "likeness = 1 desc, n_events desc, likeness desc"
    rows = db.execute(
        f"""
        select {column} as name, {likeness} as likeness
        from {mart} where likeness >= $least order by {order}, name limit {MOST_OFFERED}
        """,
        {"asked": asked, "least": NEAR},
    ).fetchall()
    # one name in small and in capital letters is one
    spelled = {name.casefold(): name for name, _ in reversed(rows)}
    return [] if any(likeness == 1 for _, likeness in rows) else [*reversed(spelled.values())]


def _alike(name: str, asked: str) -> str:
    """SQL for how alike two names are: 1 for equal ones, NEAR at least where all but one letter of a long one agrees."""
    is_slip = f"""case when least(length({name}), length({asked})) >= {LONG} and abs(length({name}) - length({asked})) <= 1
        then damerau_levenshtein({name}, {asked}) = 1 else false end"""
    alike = f"jaro_winkler_similarity({name}, {asked})"
    return f"case when {is_slip} then greatest({alike}, {NEAR}) else {alike} end"
