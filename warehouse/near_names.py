"""Names that are spelled nearly as one that nobody bears.

Belongs here: what "did you mean" offers for actors and places. Does not: which names a filter lets through (filters.py).
"""

from __future__ import annotations

from typing import Final

import duckdb

from warehouse.filters import EventFilter, several, words_of
from warehouse.user_sql import missing_marts

NEAR: Final = 0.93  # Jaro-Winkler similarity (Winkler 1990), 1 for equal names
MOST_OFFERED: Final = 3
_MARTS: Final = {"actor": ("main.actor_activity", "actor_name"), "place": ("main.events_by_place", "place")}


def near_names(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> dict[str, list[str]]:
    """For each actor and place of a filter that none of today's events names: the names that are spelled nearly so, or hold a word that is.

    The nearest stand first; of those near to a single word, which many names hold, those with most events.

    Raises:
        WarehouseError: the marts were never built.
    """
    asked = [("actor", name) for name in several(filter.actor)] + [("place", name) for name in several(filter.place)]
    with missing_marts():
        return {name: near for what, name in asked if (near := _near(db, what, name))}


def _near(db: duckdb.DuckDBPyConnection, what: str, asked: str) -> list[str]:
    mart, column = _MARTS[what]
    alike = "jaro_winkler_similarity({}, {})".format
    likeness, order = alike(f"lower({column})", "lower($asked)"), "likeness desc, n_events desc"
    if len(asked.split()) == 1:
        like_word = alike("word", f"trim({words_of('$asked')})")
        words = f"list_transform(string_split(trim(name_words), ' '), lambda word: {like_word})"
        likeness, order = f"greatest({likeness}, list_max({words}))", "likeness = 1 desc, n_events desc, likeness desc"
    rows = db.execute(
        f"""
        select {column} as name, {likeness} as likeness
        from {mart} where likeness >= $least order by {order}, name limit {MOST_OFFERED}
        """,
        {"asked": asked, "least": NEAR},
    ).fetchall()
    return [] if any(likeness == 1 for _, likeness in rows) else [name for name, _ in rows]
