"""The event types: what each is, its codes, and the words that name it.

Belongs here: reading and checking ontologies, the built-in one and the users' own. Does not: finding the words in a text (triggers/find.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from operator import is_
from typing import Annotated, Any, Final, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from transforms.errors import UserError, said_by_check
from transforms.vocabulary import read_vocabulary, vocabulary_text

ActorKind = Literal["any", "person", "state", "organisation", "group"]
Roles = Literal["source-target", "participants", "speaker-target", "target"]
Words = tuple[Annotated[str, Field(min_length=1)], ...]


_LISTS: Final = (
    "after",
    "before",
    "near",
    "at",
    "actor_before",
    "called",
    "ahead",
    "not_next",
    "not_prev",
    "not_after",
    "not_before",
    "not_near",
)


class OntologyError(UserError):
    """An ontology is wrong: one line that names the type, the field and the remedy."""


class Trigger(BaseModel):
    """Words that name an event of one type, and the grammar they need (the form is described in data/ontology.toml)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: Words = ()
    nouns: Words = ()
    weight: float = Field(default=0.6, ge=0, le=1)
    subject: tuple[ActorKind, ...] = ()
    object: tuple[ActorKind, ...] = ()
    voice: Literal["active", "passive"] | None = None
    undergoes: bool = False
    alone: bool = False
    together: bool = False
    intransitive: bool = False
    not_object: tuple[ActorKind, ...] = ()
    actor_object: bool = False
    actor_before: Words = ()
    subjunctive: bool = False
    tally: bool = False
    called: Words = ()
    ahead: Words = ()
    named: bool = False
    after: Words = ()
    before: Words = ()
    near: Words = ()
    at: Words = ()
    not_next: Words = ()
    not_prev: Words = ()
    not_after: Words = ()
    not_before: Words = ()
    not_near: Words = ()

    @model_validator(mode="after")
    def _has_words(self) -> Trigger:
        if not self.verbs and not self.nouns:
            raise ValueError("needs `verbs` or `nouns`")
        return self


class EventType(BaseModel):
    """One row of the ontology; `like`: the built-in type as whose events those of a user's type are read, and whose words it takes over."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    family: str = Field(min_length=1)
    label: str = Field(min_length=1)
    definition: str = Field(min_length=1)
    example: str = Field(min_length=1)
    plover: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    like: str | None = None
    roles: Roles = "source-target"
    triggers: tuple[Trigger, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Ontology:
    """The event types by id, the word lists that their triggers share, and a version that changes with either."""

    types: Mapping[str, EventType]
    lists: Mapping[str, tuple[str, ...]]
    version: str


def load_ontology(*extra_toml: str) -> Ontology:
    """The built-in ontology, changed and extended by users' TOML texts in order.

    A table of a known type changes the fields it gives and adds its triggers to the built-in ones (or replaces them with
    `replace_triggers = true`); any other table is a new type and must be complete.

    Raises:
        OntologyError: a text is not TOML, or a type or list is not valid.
    """
    texts = (vocabulary_text("ontology"), *extra_toml)
    lists: dict[str, Any] = {}
    tables: dict[str, dict[str, Any]] = {}
    # the built-in one is parsed once for all: that takes a tenth of a second
    for parsed in (read_vocabulary("ontology"), *map(_parse, extra_toml)):
        for name, table in parsed.items():
            if name == "lists":
                lists.update(_table_of_lists(table))
            else:
                tables[name] = _merged(name, tables.get(name), table)
    _check_likes(tables)
    checked = {name: _event_type(name, table) for name, table in tables.items()}
    _check_lists(checked, lists)
    version = sha256("\0".join(texts).encode()).hexdigest()[:12]
    return Ontology(checked, {name: tuple(words) for name, words in lists.items()}, version)


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise OntologyError(f"the ontology file is not valid TOML: {error}") from None


def _table_of_lists(table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise OntologyError("lists: must be a table [lists] of lists of words")
    return table


def _merged(name: str, known: dict[str, Any] | None, table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise OntologyError(
            f"type {name}: must be a table [{name}] with family, label, definition, example and triggers"
        )
    changes = dict(table)
    replaces = changes.pop("replace_triggers", False)
    triggers = changes.get("triggers", [])
    if not (isinstance(triggers, list) and all(isinstance(trigger, dict) for trigger in triggers)):
        raise OntologyError(
            f"type {name}, field triggers: each is a table of its own; write [[{name}.triggers]] and its fields below"
        )
    if known is None:
        return changes
    added = changes.pop("triggers", [])
    return {**known, **changes, "triggers": added if replaces else [*known["triggers"], *added]}


def _check_likes(tables: Mapping[str, dict[str, Any]]) -> None:
    """Raise OntologyError where a type is like one that is not built in, and give each the roles of the one that it is like."""
    built_in = read_vocabulary("ontology").keys() - {"lists"}
    for name, table in tables.items():
        like = table.get("like")
        if like is None:
            continue
        if like not in built_in or name in built_in:
            raise OntologyError(
                f"type {name}, field like: {like!r} will not do: a new type may be like one of {', '.join(sorted(built_in))}"
            )
        table.setdefault("roles", tables[like].get("roles", "source-target"))


def _event_type(name: str, table: dict[str, Any]) -> EventType:
    try:
        return EventType.model_validate({**table, "id": name})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = _place(name, table, first["loc"]) or "triggers"
        raise OntologyError(
            f"type {name}, field {field}: {_remedy(first['type'], first['loc'], first['msg'], first['input'])}"
        ) from None


def _place(name: str, table: dict[str, Any], place: tuple[int | str, ...]) -> str:
    """A field as `triggers.0.verbs`: triggers are counted in the user's file, though they stand behind the built-in ones of their type."""
    match place:
        case ("triggers", int(number), *rest):
            built_in = read_vocabulary("ontology").get(name, {}).get("triggers", [])
            n_built_in = sum(map(is_, table["triggers"], built_in))
            place = ("triggers", number - n_built_in, *rest)
    return ".".join(map(str, place))


def _remedy(kind: str, place: tuple[int | str, ...], message: str, given: object) -> str:
    """What is wrong with a field and what may stand there."""
    written = json.dumps(given, default=str, ensure_ascii=False)
    if kind == "tuple_type":
        return f"a list is needed; write it in brackets: [{written}]"
    if kind == "string_type":
        return f"a text is needed; write it in quotes, not as {written}"
    if kind == "missing":
        return "this field is needed"
    if kind != "extra_forbidden":
        return said_by_check(message).lower()
    model = Trigger if "triggers" in place else EventType
    return f"there is no such field; there are {', '.join(sorted(model.model_fields.keys() - {'id'}))}"


def _check_lists(types: Mapping[str, EventType], lists: Mapping[str, Any]) -> None:
    for name, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
            raise OntologyError(f"list {name}: must be a list of words")
    for event_type in types.values():
        for trigger in event_type.triggers:
            for field in _LISTS:
                unknown = [
                    word
                    for word in getattr(trigger, field)
                    if word.startswith("$") and len(word) > 1 and word[1:] not in lists
                ]
                if unknown:
                    raise OntologyError(f"type {event_type.id}, field {field}: {unknown[0]} names no list of [lists]")
