"""What addresses of the explorer may ask for: the query parameters of pages and of the API, checked.

Belongs here: names, limits and meaning of parameters. Does not: answering (find/).
The models are also what the OpenAPI description is made of.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, TypeVar, get_origin
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from transforms.errors import said_by_check
from warehouse.asking.filters import EventFilter, advice, listed, several
from warehouse.asking.periods import first_day, last_day
from warehouse.explorer.errors import BadRequestError

PAGE_SIZE: Final = 25
MAX_PAGE_SIZE: Final = 500
UNDATED: Final = "undated"
MARK: Final = "~"

Words = Annotated[str, Field(max_length=500)]
Several = Annotated[list[Words], Field(max_length=20)]
Period = Annotated[str, Field(max_length=20, examples=["2023", "2023-03", "2023-03-20"])]
PageSize = Annotated[int, Field(ge=1, le=MAX_PAGE_SIZE)]
Name = Annotated[str, Field(min_length=1, max_length=100_000)]


class Cursor(NamedTuple):
    """Where a page of events ends: the first day (None when undated) and the id of its last event, as `2023-03-20~e3f21ac9`."""

    day: date | None
    event_id: str

    def __str__(self) -> str:
        return f"{self.day or UNDATED}{MARK}{self.event_id}"

    @classmethod
    def of_words(cls, words: str) -> Cursor:
        """Read what `str` wrote.

        Raises:
            ValueError: the words are no cursor.
        """
        day, mark, event_id = words.partition(MARK)
        if not mark or not event_id:
            raise ValueError("not a place in a list; take it from a link or from `next` of an answer")
        return cls(None if day == UNDATED else date.fromisoformat(day), event_id)


class Params(BaseModel):
    """Parameters of one address. Empty values count as absent, as forms send them."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)

    def address(self, **changes: Any) -> str:
        """These parameters as a query string, some of them changed; a change to None takes a parameter away."""
        given = ((alias, getattr(self, name), default) for name, alias, default in _parameters(type(self)))
        values: dict[str, Any] = {alias: value for alias, value, default in given if value != default}
        values.update(changes)
        kept = {name: value for name, value in values.items() if value not in (None, "", [], ())}
        return urlencode(sorted(kept.items(), key=lambda item: item[0] in ("after", "before")), doseq=True)


@cache
def _parameters(kind: type[Params]) -> tuple[tuple[str, str, Any], ...]:
    """The name of each field, that of its parameter and its default."""
    fields = kind.model_fields.items()
    return tuple((name, field.alias or name, field.get_default(call_default_factory=True)) for name, field in fields)


class FilterParams(Params):
    """Which events are meant; of several values of one parameter any will do, of types, status, basis and precision also with commas between them."""

    query: Words = Field(
        "", description="Words or phrases, separated by commas: any of them in the headline or the evidence; `*` at the end of a word stands for any ending, double quotes keep a comma inside of a phrase."
    )  # fmt: skip
    actor: Several = Field(
        [], description="Actors: names or words of names; a name in double quotes means this one alone."
    )
    type: Several = Field([], description="Event types or families.")
    place: Several = Field(
        [],
        description="Places: names or words of names; states, also by what else they are called, with all that lies in them.",
    )
    since: Period = Field("", alias="from", description="Not before this year, month or day.")
    until: Period = Field("", alias="to", description="Not after this year, month or day.")
    status: Several = Field([], description="Whether it took place: happened, ongoing, planned, alleged, denied.")
    basis: Several = Field(
        [], description="How the date is known: explicit, relative, narrative, event, inherited, published."
    )
    precision: Several = Field(
        [], description="How exactly the date is known: day, days, week, month, quarter, season, half, year, decade, century, unknown."
    )  # fmt: skip
    min_sources: int | None = Field(None, ge=1, le=1_000_000, description="At least so many outlets report it.")
    as_of: Period = Field("", description="What had been reported by the end of this year, month or day.")

    @field_validator("type", "status", "basis", "precision")
    @classmethod
    def _is_listed(cls, given: list[str]) -> list[str]:
        return several(listed(given))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return self.filter() == EventFilter()

    def filter(self) -> EventFilter:
        """The filter that the parameters stand for.

        Raises:
            UserError: a period, type, status, basis or precision that cannot be.
        """
        return EventFilter(
            actor=tuple(self.actor) or None,
            event_type=tuple(self.type) or None,
            place=tuple(self.place) or None,
            query=self.query or None,
            since=first_day("from", self.since or None),
            until=last_day("to", self.until or None),
            status=tuple(self.status) or None,
            basis=tuple(self.basis) or None,
            precision=tuple(self.precision) or None,
            min_sources=self.min_sources,
            as_of=last_day("as_of", self.as_of or None),
        )

    def command(self) -> str:
        """The same events on the command line, for a shell."""
        words = ["dateline timeline"]
        for name, field in FilterParams.model_fields.items():
            given = getattr(self, name)
            for value in given if isinstance(given, list) else [given] if given else []:
                # after this sign, a value may begin like an option
                words.append(f"--{(field.alias or name).replace('_', '-')}={shlex.quote(str(value))}")
        return " ".join(words)

    def only_filter(self) -> FilterParams:
        """The same filter without the place in the list."""
        return FilterParams.model_validate({name: getattr(self, name) for name in FilterParams.model_fields})


class EventsParams(FilterParams):
    """A page of the events that a filter lets through, in order of time."""

    after: Annotated[str, Field(max_length=200)] = Field("", description="The page after this place: `next` of an earlier answer.")  # fmt: skip
    before: Annotated[str, Field(max_length=200)] = Field("", description="The page before this place: `previous` of an earlier answer.")  # fmt: skip
    limit: PageSize = Field(PAGE_SIZE, description="Events on a page.")

    @field_validator("after", "before")
    @classmethod
    def _is_cursor(cls, words: str) -> str:
        if words:
            Cursor.of_words(words)
        return words

    def cursor(self) -> tuple[Cursor | None, Cursor | None]:
        """The places that `after` and `before` name."""
        return (
            Cursor.of_words(self.after) if self.after else None,
            Cursor.of_words(self.before) if self.before else None,
        )


class EventParams(Params):
    """One event, from its n-th quoted sentence on."""

    after: int = Field(0, ge=0, le=10**9, description="Quotes after this rank.")
    as_of: Period = Field("", description="As it was known at the end of this year, month or day.")


class ListParams(Params):
    """A page of a list of names."""

    query: Words = Field("", description="Words, or the beginnings of words, that the name holds.")
    after: Annotated[str, Field(max_length=1000)] = Field("", description="The page after this place: `next` of an earlier answer.")  # fmt: skip
    limit: PageSize = Field(PAGE_SIZE, description="Rows on a page.")


class ArticlesParams(ListParams):
    """A page of articles, the latest first."""

    query: Words = Field("", description="Words in a row of the title or, without one, of the beginning of the text; of the last word the beginning will do.")  # fmt: skip
    source: Annotated[str, Field(max_length=100_000)] = Field("", description="Only articles of this outlet.")


class NameParams(Params):
    """One thing by its name."""

    name: Name = Field(description="The full name.")


class ArticleParams(Params):
    """One article."""

    id: Name = Field(description="The article's id.")
    event: Words = Field("", description="The event whose evidence stands out.")


class SqlParams(Params):
    """One read-only SQL statement."""

    sql: Annotated[str, Field(max_length=20_000)] = Field("", description="One SELECT statement.")


class SqlFileParams(Params):
    """One read-only SQL statement, and the form of its rows."""

    sql: Annotated[str, Field(min_length=1, max_length=20_000)] = Field(description="One SELECT statement.")
    format: Annotated[str, Field(pattern="^(json|csv|parquet)$")] = Field("json", description="json, csv or parquet.")


ParamsType = TypeVar("ParamsType", bound=Params)


def read_params(model: type[ParamsType], given: Iterable[tuple[str, str]]) -> ParamsType:
    """Check the parameters of an address.

    given: names and values as they stand in the query string.

    Raises:
        BadRequestError: an unknown parameter, one of which a second value would be lost, or a value that cannot be.
    """
    known = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    values: dict[str, Any] = {}
    for name, value in given:
        if name not in known:
            raise BadRequestError(f"there is no parameter {name[:50]!r}: {advice(name, known, 1)}")
        if not value.strip():
            continue
        if get_origin(known[name]) is list:
            values.setdefault(name, []).append(value.strip())
            continue
        read = value if name in ("id", "name", "source") else value.strip()
        if values.get(name, read) == read:
            values[name] = read
        elif name == "query" and issubclass(model, FilterParams):
            values[name] += f", {read}"
        else:
            raise BadRequestError(f"the parameter {name} is given several times: give it once")
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise BadRequestError(_first_problem(error.errors()[0])) from error


def _first_problem(problem: Mapping[str, Any]) -> str:
    name = ".".join(str(part) for part in problem["loc"][:1]) or "the address"
    if problem["type"] == "missing":
        return f"the parameter {name} is missing"
    given = str(problem.get("input", ""))[:50]
    return f"the parameter {name} cannot be {given!r}: {said_by_check(problem['msg'])}"
