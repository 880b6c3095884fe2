"""Render the SQL of a model: `ref`, `source` and `config` as dbt has them, in a sandbox.

Belongs here: what a template may ask for. Does not: which models there are (project.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from typing import get_args

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from warehouse.errors import WarehouseError
from warehouse.sql_models.yaml_files import Materialization

_JINJA = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@dataclass(slots=True)
class Calls:
    """What a template asked for while it was rendered.

    relations: names in SQL of everything that may be asked for: models by name, sources as `raw.articles`.
    """

    relations: Mapping[str, str]
    models: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    materialized: str | None = None
    indexes: list[tuple[str, ...]] = field(default_factory=list)

    def ref(self, name: str) -> str:
        """A model's name in SQL."""
        return self._note(name, self.models)

    def source(self, source: str, table: str) -> str:
        """A source table's name in SQL."""
        return self._note(f"{source}.{table}", self.sources)

    def config(self, *, materialized: str | None = None, indexes: Sequence[Mapping[str, Sequence[str]]] = ()) -> str:
        """Note how the model is made, and the columns of its indexes; gives no SQL."""
        if materialized not in (None, *get_args(Materialization)):
            raise ValueError(f"materialized={materialized!r} is not one of {', '.join(get_args(Materialization))}")
        self.materialized = materialized
        self.indexes += [tuple(index["columns"]) for index in indexes]
        return ""

    def _note(self, name: str, noted: list[str]) -> str:
        if name not in self.relations:
            near = get_close_matches(name, self.relations, n=1)
            raise ValueError(f"there is no {name}{f'; did you mean {near[0]}?' if near else ''}")
        if name not in noted:
            noted.append(name)
        return self.relations[name]


def render(file: Traversable, relations: Mapping[str, str]) -> tuple[str, Calls]:
    """The SQL of a file, and what its template asked for.

    Raises:
        WarehouseError: no valid template, or one that asks for what is not there.
    """
    calls = Calls(relations)
    try:
        template = _JINJA.from_string(file.read_text("utf-8"))
        sql = template.render(ref=calls.ref, source=calls.source, config=calls.config)
    except (TemplateError, KeyError, TypeError, ValueError) as error:
        raise WarehouseError(f"{file}: {error}") from error
    return sql.strip().removesuffix(";"), calls


def relation_of(expression: str, relations: Mapping[str, str]) -> str:
    """The name in SQL of what an expression such as `ref('timeline')` names.

    Raises:
        ValueError: it names nothing that is there.
    """
    calls = Calls(relations)
    try:
        relation = _JINJA.compile_expression(expression)(ref=calls.ref, source=calls.source)
    except (TemplateError, TypeError) as error:
        raise ValueError(str(error)) from error
    if relation not in relations.values():
        raise ValueError(f"{expression} is no ref() or source()")
    return str(relation)
