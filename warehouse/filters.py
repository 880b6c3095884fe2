"""What a filter means: which events somebody asks for, as a parameterised SQL condition.

Belongs here: filters and how names and words are compared. Does not: what is read with a filter (queries.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from string import ascii_lowercase

import duckdb
import polars as pl

from transforms.schema import DATE_BASES, PRECISIONS, STATUSES
from warehouse.as_of import known_by, known_then
from warehouse.ddl import literal
from warehouse.errors import WarehouseError

# Names are compared by their words: lower case, without accents, one blank around each.
_WORDS = r"' ' || trim(regexp_replace(lower(strip_accents({})), '[^\p{{L}}\p{{N}}]+', ' ', 'g')) || ' '"

# Such words with the commonest differences of transliteration evened out: Zelenskyy, Zelensky, Zelenskiy.
_SPELLING = "regexp_replace(replace({}, 'y', 'i'), '(ii+)', 'i', 'g')"


NAMES_LOOKED_FOR_SINGLY = 5
EVENTS_LOOKED_UP = 1_000  # whose texts are read one by one rather than with all others
EVENTS_LISTED = 20_000  # by id, in a condition

_WORD = re.compile(r"[^\W_]+")
_ONLY_THOUGHT_OF = "hypothetical"  # a status of mentions, of which no event is made


def words_of(expression: str) -> str:
    """SQL for the words of a name as names are compared: lower case, without accents, one blank around each."""
    return _WORDS.format(expression)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are meant; what is empty or None filters nothing, and of several values of one field any will do.

    actor, place: whole names or words of names, in any case and without regard to accents; actors also by what else they are called
        ("U.S.") and in other transliterations ("Zelensky"). In double quotes the name of an actor means this one alone.
    event_type: ids of types, or of families of the built-in ontology. status, basis, precision: values of `status`, `date_basis`, `precision`.
    query: words or phrases, separated by commas; any of them as whole words in the title or the evidence. A `*` at the end stands for any ending.
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
        _check_known("status", set(several(self.status)) - {_ONLY_THOUGHT_OF}, set(STATUSES) - {_ONLY_THOUGHT_OF})
        _check_known("date basis", several(self.basis), DATE_BASES)
        _check_known("precision", several(self.precision), PRECISIONS)
        if self.since and self.until and self.until < self.since:
            raise WarehouseError(f"the period ends before it begins: {self.since} to {self.until}")


# All columns of an event but its words, which are long and for searching alone, and the others once more.
SHOWN_COLUMNS = "columns(lambda name: name not in ('words', 'packed'))"


def asked_events(filter: EventFilter) -> str:
    """The relation that is asked: the events of today, or as they were known on a past day."""
    if filter.as_of is None:
        return "main.timeline"
    return f"(select * exclude (valid_from, valid_to) from main.event_history where {known_then(filter.as_of)})"


def rows_of_events(event_ids: Iterable[str], as_of: date | None) -> str:
    """The SQL that selects these events: as they are today, or as they were known at the end of a day."""
    if as_of is None:
        return f"select {SHOWN_COLUMNS} from main.timeline where {one_of(event_ids)}"
    # a second condition on the table would keep the index from being used
    return f"""
        with told as materialized (select * from main.event_history where {one_of(event_ids)})
        select * exclude (valid_from, valid_to) from told where {known_then(as_of)}
    """


def one_of(event_ids: Iterable[str]) -> str:
    """The SQL condition that a row belongs to one of these events; constants, because only these are looked up in an index."""
    ids = ", ".join(literal(event_id) for event_id in event_ids)
    return f"event_id in ({ids})" if ids else "false"


class ActorNames:
    """All actors' names with the words they are compared by, for who looks up many: reading them is what takes time."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        compared = f"name_words as words, {_SPELLING.format('name_words')} as spelling"
        self._names = db.sql(f"select actor_name, {compared} from main.actor_activity").pl()

    def found(self, words: Iterable[str], spelled: bool) -> set[str]:
        """The names that hold any of these words, or that do when all are `spelled` alike."""
        holds = pl.any_horizontal(
            pl.lit(False),
            *(pl.col("spelling" if spelled else "words").str.contains(each, literal=True) for each in words),
        )
        return set(self._names.filter(holds)["actor_name"])


def condition_of(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> tuple[str, dict[str, object]]:
    """The SQL condition of a filter, and the values of its parameters."""
    actors = actor_names(db, filter)
    parts: dict[str, tuple[str, object]] = {
        "actors": (_names_any(actors), actors),
        "types": ("list_contains($types::varchar[], event_type)", _known_types(db, filter)),
        "places": ("place in (select unnest($places::varchar[]))", _place_names(db, filter)),
        "pattern": (_says_any(db, filter), query_pattern(filter.query)),
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


def _says_any(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> str:
    """The SQL condition that the title or a quote of an event holds one of the terms of the query.

    A term that is a word is found among the words of the event. Other terms are looked for there without their signs, and the texts of what is found are read.
    """
    terms = _terms(filter.query)
    if filter.as_of or not terms:
        known = f"{says('sentence', filter.query)} and {known_by(filter.as_of)}"
        said = f"select event_id from main.event_evidence where {known}"
        return f"({says('title', filter.query)} or event_id in ({said}))"
    conditions = [_holds_words(term) for term in terms if _is_word(term)]
    phrases = [term for term in terms if not _is_word(term)]
    if phrases:
        conditions.append(_says_phrase(db, " or ".join(map(_holds_words, phrases)), query_pattern(filter.query) or ""))
    return f"({' or '.join(conditions)})"


def _says_phrase(db: duckdb.DuckDBPyConnection, holds_words: str, pattern: str) -> str:
    """The SQL condition that a text of an event matches `$pattern`, where only events that hold some words in a row can."""
    asked = f"select event_id from main.timeline where {holds_words} limit {EVENTS_LOOKED_UP + 1}"
    found = [event_id for (event_id,) in db.execute(asked).fetchall()]
    if len(found) > EVENTS_LOOKED_UP:
        matching = _matching(holds_words, "event_id in (select event_id from held)")
    else:
        matching = _matching(one_of(found), one_of(found))
    ids = db.execute(f"{matching} limit {EVENTS_LISTED + 1}", {"pattern": pattern}).fetchall()
    # what was found once need not be looked for again
    return one_of(event_id for (event_id,) in ids) if len(ids) <= EVENTS_LISTED else f"event_id in ({matching})"


def _matching(held: str, quoted: str) -> str:
    """The SQL that selects the events whose title or quotes match `$pattern`, of events and of quotes on one condition each."""
    return f"""
        with held as materialized (select event_id, title as text from main.timeline where {held}),
        quotes as materialized (select event_id, sentence as text from main.event_evidence where {quoted})
        select distinct event_id from (from held union all from quotes) where regexp_matches(text, $pattern)
    """


def _is_word(term: str) -> bool:
    return _WORD.fullmatch(term.removesuffix("*")) is not None


def asks_for_words(query: str | None) -> bool:
    """Whether all terms of a query are single words, or beginnings of them."""
    return all(map(_is_word, _terms(query)))


def _holds_words(term: str) -> str:
    """The SQL condition that the words of an event hold those of a term, one right after the other; `*` asks for a last one that begins so."""
    words = [word.lower() for word in _WORD.findall(term)]
    if not words:
        return "true"
    text = " || ' ' || ".join(map(_with_capital, words)) + ("" if term.endswith("*") else " || ' '")
    # a capital tells where a word begins
    if words[0][0] in ascii_lowercase:
        return f"contains(words, {text})"
    # of what has none the blank before it tells, but as it occurs before all words it is looked for last
    return f"(contains(words, {text}) and contains(words, ' ' || {text}))"


def _with_capital(word: str) -> str:
    """SQL for a word as `words` holds it."""
    if word[0] in ascii_lowercase:
        return literal(word[0].upper() + word[1:])
    return f"upper({literal(word[0])}) || {literal(word[1:])}"


def several(value: str | Sequence[str] | None) -> list[str]:
    """The values of a field of a filter."""
    return [value] if isinstance(value, str) else list(value or ())


def _place_names(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> list[str] | None:
    """The places that hold the words of one of the names; None without names."""
    asked = several(filter.place)
    if not asked:
        return None
    rows = db.execute(
        f"""
        with asked as (select {words_of("name")} as words from (select unnest($names::varchar[]) as name))
        select distinct place from {_places(filter.as_of)}, asked where contains(name_words, asked.words)
        """,
        {"names": asked},
    )
    return sorted(name for (name,) in rows.fetchall())


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

    A name that nobody bears is looked for as other transliterations spell it, one in quotes as if it had none.
    known: the names of today, where they were prepared.
    """
    asked = several(filter.actor)
    if not asked:
        return None
    from transforms.events.actors.aliases import full_name_of

    found: set[str] = set()
    for name in asked:
        whole = name[1:-1]
        if name == exactly(whole) and _is_borne(db, whole, filter.as_of):
            found.add(whole)
            continue
        names = {name, full_name_of(name) or name}
        borne = _names_with(db, names, False, filter.as_of, known)
        found |= borne or _names_with(db, names, True, filter.as_of, known)
    return sorted(found)


def exactly(name: str) -> str:
    """The value of a filter that means the actor of this name alone, and nobody whose name holds its words."""
    return f'"{name}"'


def _is_borne(db: duckdb.DuckDBPyConnection, name: str, as_of: date | None) -> bool:
    named = "main.actor_activity" if as_of is None else _names_until_now(as_of)
    return db.execute(f"select 1 from {named} where actor_name = {literal(name)} limit 1").fetchone() is not None


def _names_with(
    db: duckdb.DuckDBPyConnection, asked: Collection[str], spelled: bool, as_of: date | None, known: ActorNames | None
) -> set[str]:
    # constants: the client looks for half a dozen libraries at each value of a parameter
    listed = ", ".join(f"({literal(name)})" for name in sorted(asked))
    compared = _SPELLING if spelled else "{}"
    asked_words = f"select {compared.format(words_of('name'))} from (values {listed}) as asked(name)"
    words = [each for (each,) in db.execute(asked_words).fetchall()]
    if known is not None and as_of is None:
        return known.found(words, spelled)
    named = "main.actor_activity" if as_of is None else _names_until_now(as_of)
    holds = " or ".join(f"contains({compared.format('name_words')}, {literal(each)})" for each in words)
    rows = db.execute(f"select actor_name from {named} where {holds}").fetchall()
    names = {name for (name,) in rows}
    return names if as_of is None or _bore_any(db, names, as_of) else set()


def _names_until_now(day: date) -> str:
    """The relation of the names that actors bear today, or did on a day in events that have since become known otherwise.

    All names that were known then are among them, and taking those from the few versions that are no more takes a tenth of the time.
    """
    return f"""(
        with once as (
            select distinct unnest(actor_names) as actor_name from main.event_history
            where {known_then(day)} and valid_to is not null
        )
        select actor_name, name_words from main.actor_activity
        union all
        select actor_name, {words_of("actor_name")} from once anti join main.actor_activity using (actor_name)
    )"""


def _bore_any(db: duckdb.DuckDBPyConnection, names: Collection[str], day: date) -> bool:
    """Whether any event named one of these, as it was known on a day."""
    asked = f"select 1 from main.event_history where {known_then(day)} and {_names_any(names)} limit 1"
    return bool(names) and db.execute(asked, {"actors": sorted(names)}).fetchone() is not None


def _known_types(db: duckdb.DuckDBPyConnection, filter: EventFilter) -> list[str] | None:
    if not filter.event_type:
        return None
    # what most types have: an event in a known month
    stored = _types_in(db, "main.events_by_month")
    return types_asked(stored if stored >= set(several(filter.event_type)) else _types_in(db, "main.timeline"), filter)


def _types_in(db: duckdb.DuckDBPyConnection, mart: str) -> set[str]:
    return {name for (name,) in db.execute(f"select distinct event_type from {mart}").fetchall()}


def types_asked(stored: Set[str], filter: EventFilter) -> list[str]:
    """The event types that are asked for, families replaced by their types; `stored` are those of the events.

    Raises:
        WarehouseError: an event type that nobody knows.
    """
    asked = several(filter.event_type)
    if stored >= set(asked):
        return list(asked)
    # the ontology is read only when somebody asks for what the warehouse does not hold: a type without events, or a family
    family_of = _families()
    _check_known("event type", asked, {*stored, *family_of, *family_of.values()})
    of_family = {family: [name for name in family_of if family_of[name] == family] for family in family_of.values()}
    return [name for value in asked for name in ([value] if value in stored else of_family.get(value, [value]))]


@cache
def _families() -> dict[str, str]:
    """The family of each type of the built-in ontology."""
    from transforms.events import load_ontology

    return {name: kind.family for name, kind in load_ontology().types.items()}


def _check_known(what: str, asked: Collection[str], known: Collection[str]) -> None:
    for value in asked:
        if value not in known:
            near = get_close_matches(value, sorted(known), n=3) or sorted(known)
            raise WarehouseError(f"there is no {what} {value!r}: did you mean {' or '.join(near)}?")


def _names_any(actors: Collection[str] | None) -> str:
    """The SQL condition that an event names one of `$actors`; looking for a few names one by one costs a third."""
    if not actors or len(actors) > NAMES_LOOKED_FOR_SINGLY:
        return "list_has_any(actor_names, $actors::varchar[])"
    looked_for = (f"list_contains(actor_names, $actors[{place + 1}])" for place in range(len(actors)))
    return f"({' or '.join(looked_for)})"


def says(column: str, query: str | None) -> str:
    """The SQL condition that a column matches `$pattern`; most texts are ruled out by a search that looks for no ends of words, which costs half."""
    terms = _terms(query)
    pattern = f"regexp_matches({column}, $pattern)"
    if not all(map(_WORD.search, terms)):
        return pattern
    begun = "|".join(_term(term.removesuffix("*")) for term in terms)
    return f"(regexp_matches({column}, {literal(f'(?i){begun}')}) and {pattern})"


def _terms(query: str | None) -> list[str]:
    return [term.strip() for term in (query or "").split(",") if term.strip()]


def query_pattern(query: str | None) -> str | None:
    """A regular expression (RE2) for any of the words or phrases, as whole words and in any case."""
    terms = _terms(query)
    if not terms:
        return None
    return rf"(?i)(?:^|[^\pL\pN])(?:{'|'.join(_term(term) for term in terms)})(?:[^\pL\pN]|$)"


def _term(term: str) -> str:
    ending = r"[\pL\pN]*" if term.endswith("*") else ""
    return (
        r"\s+".join("".join(_escaped(character) for character in word) for word in term.removesuffix("*").split())
        + ending
    )


def _escaped(character: str) -> str:
    return character if character.isalnum() else rf"\x{{{ord(character):x}}}"
