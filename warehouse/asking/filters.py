"""What a filter means: which events somebody asks for, as a parameterised SQL condition.

Belongs here: filters and how names are compared. Does not: words of a query (query_words.py), what is read with a filter (queries.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from itertools import chain

import duckdb
import polars as pl

from transforms.schema import DATE_BASES, PRECISIONS, STATUSES
from transforms.spelling import spelled, spellings
from warehouse.asking.as_of import check_history, known_then
from warehouse.asking.query_words import query_pattern, says_any
from warehouse.asking.single_events import event_key, may_be_any, one_of
from warehouse.ddl import literal
from warehouse.errors import WarehouseError

# Names are compared by their words: lower case, without accents, one blank around each.
_WORDS = r"' ' || trim(regexp_replace(lower(strip_accents({})), '[^\p{{L}}\p{{N}}]+', ' ', 'g')) || ' '"


NAMES_LOOKED_FOR_SINGLY = 5
WORDS_LOOKED_FOR = 100  # of names, in one pattern: of thousands it would take minutes

_ONLY_THOUGHT_OF = "hypothetical"  # a status of mentions, of which no event is made


def words_of(expression: str) -> str:
    """SQL for the words of a name as names are compared: lower case, without accents, one blank around each."""
    return _WORDS.format(expression)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are meant; what is empty or None filters nothing, and of several values of one field any will do.

    actor, place: whole names or words of names, in any case and without regard to accents; actors and states also by what else they are called
        ("U.S."), and as places with all that lies in them, actors in other transliterations ("Zelensky"). In double quotes the name of an actor means this one alone.
    event_type: ids of types, or of families of the built-in ontology. status, basis, precision: values of `status`, `date_basis`, `precision`.
        All four in any case, also several with commas between them.
    query: words or phrases, separated by commas; any of them as whole words in the title or the evidence. A `*` at the end stands for any ending,
        a hyphen for a blank and the other way round; accents count for nothing, and all apostrophes are one; double quotes keep a comma inside of a phrase.
    since, until: events whose interval shares a day with this period; undated events share none.
    as_of: events as they were known at the end of this day; all else is asked of what was known then. min_sources: outlets that report it. limit: at most so many rows.

    Raises:
        WarehouseError: a status, basis, precision or period that cannot be.
    """

    actor: str | Sequence[str] | None = None
    event_type: str | Sequence[str] | None = None
    place: str | Sequence[str] | None = None
    query: str | None = None
    since: date | None = None
    until: date | None = None
    basis: str | Sequence[str] | None = None
    status: str | Sequence[str] | None = None
    precision: str | Sequence[str] | None = None
    as_of: date | None = None
    min_sources: int | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for name in ("event_type", "status", "basis", "precision"):
            object.__setattr__(self, name, listed(getattr(self, name)))
        _check_known("status", set(several(self.status)) - {_ONLY_THOUGHT_OF}, set(STATUSES) - {_ONLY_THOUGHT_OF})
        _check_known("date basis", several(self.basis), DATE_BASES)
        _check_known("precision", several(self.precision), PRECISIONS)
        if self.since and self.until and self.until < self.since:
            raise WarehouseError(f"the period ends before it begins: {self.since} to {self.until}")


# All columns of an event but its numbers, its words, which are long and for searching alone, the others once more, and when it was known so.
SHOWN_COLUMNS = (
    "columns(lambda name: name not in"
    " ('event_key', 'lookup_key', 'words', 'has_apostrophes', 'packed', 'valid_from', 'valid_to'))"
)


def asked_table(filter: EventFilter) -> tuple[str, str]:
    """The table that is asked and the condition on its rows: the events of today, or as they were known on a past day."""
    if filter.as_of is None:
        return "main.timeline", "true"
    return "main.event_history", known_then(filter.as_of)


def rows_of_events(event_ids: Iterable[str], as_of: date | None) -> str:
    """The SQL that selects these events: as they are today, or as they were known at the end of a day."""
    ids = list(event_ids)
    if as_of is None:
        table, found, condition = "main.timeline", may_be_any(map(event_key, ids)), one_of(ids)
    else:
        table, found, condition = "main.event_history", one_of(ids), known_then(as_of)
    # a second condition on the table would keep the index from being used
    return f"""
        with told as materialized (select * from {table} where {found})
        select {SHOWN_COLUMNS} from told where {condition}
    """


class ActorNames:
    """All actors' names with the words they are compared by, for who looks up many: reading them is what takes time."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self._names = db.sql("select actor_name, name_words from main.actor_activity").pl()

    def found(self, words: Sequence[str]) -> set[str]:
        """The names that hold any of these words, in any transliteration."""
        found: set[str] = set()
        for first in range(0, len(words), WORDS_LOOKED_FOR):
            some = words[first : first + WORDS_LOOKED_FOR]
            found |= _holding(some, self._names.filter(pl.col("name_words").str.contains(_pattern(some))).iter_rows())
        return found


def condition_of(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> tuple[str, dict[str, object]]:
    """The SQL condition of a filter on rows of `asked_table`, and the values of its parameters."""
    actors = actor_names(db, filter)
    parts: dict[str, tuple[str, object]] = {
        "actors": ("true", None) if actors is None else (_names_any(actors, filter.as_of), actors),
        "types": ("list_contains($types::varchar[], event_type)", _known_types(db, filter)),
        "places": (_places_any(filter), place_names(db, filter)),
        "query": (says_any(db, filter.query, filter.as_of), query_pattern(filter.query)),
        "since": ("end_date >= $since::date", filter.since),
        "until": ("start_date <= $until::date", filter.until),
        "bases": ("list_contains($bases::varchar[], date_basis)", several(filter.basis) or None),
        "statuses": ("list_contains($statuses::varchar[], status)", several(filter.status) or None),
        "precisions": ("list_contains($precisions::varchar[], precision)", several(filter.precision) or None),
        "min_sources": ("n_sources >= $min_sources::bigint", filter.min_sources),
    }
    wanted = {name: part for name, part in parts.items() if part[1] is not None}
    condition = " and ".join(sql for sql, _ in wanted.values()) or "true"
    return condition, {name: value for name, (sql, value) in wanted.items() if f"${name}" in sql}


def asked_rows(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> tuple[str, str, dict[str, object]]:
    """The table that a filter asks, the whole SQL condition on its rows, and the values of its parameters.

    Raises:
        WarehouseError: an event type that nobody knows, or a past day is asked for and events have no history yet.
    """
    if filter.as_of:
        check_history(db)
    table, known = asked_table(filter)
    condition, parameters = condition_of(db, filter)
    return table, f"{known} and {condition}", parameters


def several(value: str | Sequence[str] | None) -> list[str]:
    """The values of a field of a filter."""
    return [value] if isinstance(value, str) else list(value or ())


def listed(value: str | Sequence[str] | None) -> str | Sequence[str] | None:
    """Ids as they are stored, of those that somebody gave in any case and with commas between them: `Peace plan,visit`."""
    named = (word.strip().lower() for each in several(value) for word in each.split(","))
    return tuple(dict.fromkeys(re.sub(r"[\s-]+", "_", word) for word in named if word)) or value


def place_names(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> list[str] | None:
    """The places that hold the words of one of the names, or of the state that is called so, without those in it (`states_asked`); None without names."""
    asked = several(filter.place)
    if not asked:
        return None
    rows = db.execute(
        f"""
        with asked as (select {words_of("name")} as words from (select unnest($names::varchar[]) as name))
        select distinct place from {_places(filter.as_of)}, asked where contains(name_words, asked.words)
        """,
        {"names": sorted({*asked, *states_asked(filter)})},
    )
    return sorted(name for (name,) in rows.fetchall())


def states_asked(filter: EventFilter) -> list[str]:
    """The states that are asked for as places, by any of their names: what took place anywhere in them is meant, too."""
    asked = several(filter.place)
    if not asked:
        return []
    from transforms.events.actors.aliases import state_called

    return sorted({state for name in asked if (state := state_called(name)) is not None})


def is_in_states(states: Iterable[str]) -> str:
    """The SQL condition that the country of a row is one of these."""
    return f"country in ({', '.join(map(literal, states)) or 'null'})"


def _places_any(filter: EventFilter) -> str:
    named, states = "place in (select unnest($places::varchar[]))", states_asked(filter)
    return f"({named} or {is_in_states(states)})" if states else named


def _places(as_of: date | None) -> str:
    """The relation of places and the words of their names: of today, or as they were known on a past day."""
    if as_of is None:
        return "main.events_by_place"
    known = f"select distinct place from main.event_history where {known_then(as_of)} and place is not null"
    return f"(select place, {words_of('place')} as name_words from ({known}))"


def actor_names(
    db: duckdb.DuckDBPyConnection, filter: EventFilter, known: ActorNames | None = None
) -> list[str] | None:
    """The full names of the actors that are asked for: those that hold the words of one of the names, or of what it stands for.

    Words are compared in all their transliterations; a name in quotes is this name alone where anybody bears it, and else as if it had none.
    known: the names of today, where they were prepared.
    """
    asked = several(filter.actor)
    if not asked:
        return None
    from transforms.events.actors.aliases import full_name_of

    if known is None and filter.as_of is None and len(asked) > NAMES_LOOKED_FOR_SINGLY:
        known = ActorNames(db)
    meant = {name: {name, full_name_of(name) or name} for name in asked}
    compared = _compared(db, {name for names in meant.values() for name in names})
    quoted = {name: whole for name in meant if (whole := name_in_quotes(name)) is not None}
    exact = {name: whole for name, whole in quoted.items() if _is_borne(db, whole, filter.as_of)}
    found = set(exact.values())
    words = [sorted(compared[each] for each in names) for name, names in meant.items() if name not in exact]
    # looking through the names of today takes as long for many as for one
    for any_of in [sorted({*chain(*words)})] if words and filter.as_of is None else words:
        found |= _names_with(db, any_of, filter.as_of, known)
    return sorted(found)


def exactly(name: str) -> str:
    """The value of a filter that means the actor of this name alone, and nobody whose name holds its words."""
    return f'"{name}"'


def name_in_quotes(value: str) -> str | None:
    """The name that the value of a filter means alone; None where it has no quotes."""
    name = value[1:-1]
    return name if value == exactly(name) else None


def _is_borne(db: duckdb.DuckDBPyConnection, name: str, as_of: date | None) -> bool:
    named = "main.actor_activity" if as_of is None else _names_until_now(as_of)
    return db.execute(f"select 1 from {named} where actor_name = {literal(name)} limit 1").fetchall() != []


def _compared(db: duckdb.DuckDBPyConnection, names: Collection[str]) -> dict[str, str]:
    """The words of each name."""
    # constants: the client looks for half a dozen libraries at each value of a parameter
    listed = ", ".join(f"({literal(name)})" for name in sorted(names))
    return dict(db.execute(f"select name, {words_of('name')} from (values {listed}) as asked(name)").fetchall())


def _names_with(
    db: duckdb.DuckDBPyConnection, words: Sequence[str], as_of: date | None, known: ActorNames | None
) -> set[str]:
    """The names that hold any of these words, in any transliteration."""
    if known is not None and as_of is None:
        return known.found(words)
    named = "main.actor_activity" if as_of is None else _names_until_now(as_of)
    near = f"select actor_name, name_words from {named} where regexp_matches(name_words, {literal(_pattern(words))})"
    names = _holding(words, db.execute(near).fetchall())
    return names if as_of is None or _bore_any(db, names, as_of) else set()


def _pattern(words: Iterable[str]) -> str:
    """The regular expression for all names that may hold any of these words."""
    return "|".join(spellings(each) for each in words)


def _holding(words: Iterable[str], names: Iterable[tuple[str, str]]) -> set[str]:
    """Those of some names, each with its words, that hold any of these words."""
    looked_for = [spelled(each) for each in words]
    spelled_names = ((name, spelled(own)) for name, own in names)
    return {name for name, own in spelled_names if any(each in own for each in looked_for)}


def _names_until_now(day: date) -> str:
    """The relation of the names that actors bear today, or did on a day in events that have since become known otherwise.

    All names that were known then are among them, and taking those from the few versions that are no more takes a tenth of the time.
    """
    return f"""(
        with once as (
            select distinct unnest(actor_names) as actor_name from main.event_history
            where {known_then(day)} and valid_to is not null
        ),
        -- as a list, behind which no condition is pushed: else the words of all names would be worked out, of which these are the fewest
        gone as (select list(actor_name) as names from once anti join main.actor_activity using (actor_name))
        select actor_name, name_words from main.actor_activity
        union all
        select actor_name, {words_of("actor_name")} from (select unnest(names) as actor_name from gone)
    )"""


def _bore_any(db: duckdb.DuckDBPyConnection, names: Collection[str], day: date) -> bool:
    """Whether any event named one of these, as it was known on a day."""
    if not names:
        return False
    named = _names_any(sorted(names), day)
    asked = f"select 1 from main.event_history where {known_then(day)} and {named} limit 1"
    return db.execute(asked).fetchall() != []


def _known_types(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> list[str] | None:
    if not filter.event_type:
        return None
    # what most types have: an event in a known month
    stored = _types_in(db, "main.events_by_month")
    return types_asked(stored if stored >= set(several(filter.event_type)) else _types_in(db, "main.timeline"), filter)


def _types_in(db: duckdb.DuckDBPyConnection, mart: str) -> set[str]:
    return {name for (name,) in db.execute(f"select distinct event_type from {mart}").fetchall()}


def types_asked(stored: Set[str], filter: EventFilter, where_all: str = "`dateline types` lists them") -> list[str]:
    """The event types that are asked for, families replaced by their types; `stored` are those of the events.

    where_all: what to tell who asks for a type that is spelled like none.

    Raises:
        WarehouseError: an event type that nobody knows.
    """
    asked = several(filter.event_type)
    if stored >= set(asked):
        return list(asked)
    # the ontology is read only when somebody asks for what the warehouse does not hold: a type without events, or a family
    family_of = _families()
    known = {*stored, *family_of, *family_of.values()}
    _check_known("event type", asked, known, where_all)
    of_family = {family: [name for name in family_of if family_of[name] == family] for family in family_of.values()}
    return [name for value in asked for name in ([value] if value in stored else of_family.get(value, [value]))]


@cache
def _families() -> dict[str, str]:
    """The family of each type of the built-in ontology."""
    from transforms.events import load_ontology

    return {name: kind.family for name, kind in load_ontology().types.items()}


def _check_known(what: str, asked: Collection[str], known: Collection[str], where_all: str | None = None) -> None:
    """where_all: what lists the known ones, where they are too many to be named."""
    for value in asked:
        if value not in known:
            raise WarehouseError(f"there is no {what} {value!r}: {advice(value, known, 3, where_all)}")


def advice(unknown: str, known: Collection[str], most: int, where_all: str | None = None) -> str:
    """What to ask for instead of what is unknown: at most so many that are spelled nearly so, else where all stand, else all."""
    near = get_close_matches(unknown, known, n=most)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return where_all or f"there are {', '.join(sorted(known))}"


def _names_any(actors: Collection[str], as_of: date | None) -> str:
    """The SQL condition that a row of the table that is asked names one of these actors."""
    if not actors:
        return "false"
    names = ", ".join(map(literal, actors))
    if as_of is None:
        return f"event_key in (select event_key from main.event_names where actor_name in ({names}))"
    if len(actors) <= NAMES_LOOKED_FOR_SINGLY:
        return f"({' or '.join(f'list_contains(actor_names, {literal(name)})' for name in actors)})"
    # a row that is compared with a list takes as long as the list is: of 50 names ten times as long as this, of 500 a hundred times
    return f"""rowid in (
        select row from (select rowid as row, unnest(actor_names) as actor_name from main.event_history)
        where actor_name in ({names})
    )"""
