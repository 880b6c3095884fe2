"""Read the folder of SQL models: what each model is, what it reads, which tests there are.

Belongs here: files -> Project. Does not: running anything (models.py), the shapes of the YAML (dbt_yaml.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from importlib import resources
from importlib.resources.abc import Traversable
from typing import get_args

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from transforms.schema import TABLES
from warehouse.dbt_yaml import (
    GenericTestArguments,
    Materialization,
    ModelDefaults,
    ModelEntry,
    ProjectFile,
    PropertiesFile,
    SourceEntry,
    read_yaml,
)
from warehouse.ddl import RAW_SCHEMA, literal, quoted
from warehouse.errors import WarehouseError

PROJECT_FILE = "dbt_project.yml"
MARTS_LAYER = "marts"
MARTS_SCHEMA = "main"
_REF = re.compile(r"""^\s*(?:ref\(\s*['"](\w+)['"]\s*\)|source\(\s*['"](\w+)['"]\s*,\s*['"](\w+)['"]\s*\))\s*$""")


@dataclass(frozen=True, slots=True)
class Source:
    """One table that models read and Dateline loads."""

    name: str
    table: str
    schema: str

    @property
    def relation(self) -> str:
        """Its name in SQL."""
        return f"{quoted(self.schema)}.{quoted(self.table)}"


@dataclass(frozen=True, slots=True)
class Model:
    """One SQL model. `columns` maps names to descriptions; `depends_on` names the models it reads, `sources` the raw tables."""

    name: str
    layer: str
    schema: str
    materialized: str
    sql: str
    description: str
    columns: Mapping[str, str]
    depends_on: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def relation(self) -> str:
        """Its name in SQL."""
        return f"{quoted(self.schema)}.{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class ModelTest:
    """One test: `sql` selects the rows that fail. `column` is null for tests of a whole model."""

    name: str
    model: str
    column: str | None
    kind: str
    description: str
    sql: str


@dataclass(frozen=True, slots=True)
class Project:
    """The models in an order in which each comes after those it reads, the tests, and the sources."""

    models: tuple[Model, ...]
    tests: tuple[ModelTest, ...]
    sources: tuple[Source, ...]

    def model(self, name: str) -> Model:
        """The model of that name."""
        return next(model for model in self.models if model.name == name)


def load_project(folder: Traversable | None = None) -> Project:
    """Read the models that ship with Dateline, or those of another folder.

    Raises:
        WarehouseError: a file is wrong; the message names it and the key or model.
    """
    folder = folder or resources.files("dbt_like_sql")
    config = read_yaml(folder / PROJECT_FILE, ProjectFile)
    properties = [read_yaml(file, PropertiesFile) for file in _files(folder, config.model_paths, ".yml")]
    sources = {source.name: source for source in _sources(entry for file in properties for entry in file.sources)}
    entries = {entry.name: entry for file in properties for entry in file.models}
    files = {file.name.removesuffix(".sql"): (layer, file) for layer, file in _layered(folder, config)}
    _same_names(entries.keys(), files.keys())
    relations = {name: source.relation for name, source in sources.items()}
    relations |= {name: f"{quoted(_schema(layer))}.{quoted(name)}" for name, (layer, _) in files.items()}
    drafts = {name: _draft(file, layer, config, relations) for name, (layer, file) in sorted(files.items())}
    models = tuple(_described(_in_order(drafts), entries, sources))
    tests = [*_generic_tests(models, entries, relations), *_singular_tests(folder, config, relations)]
    return Project(models, tuple(tests), tuple(sources.values()))


def _files(folder: Traversable, paths: Iterable[str], ending: str) -> list[Traversable]:
    return [
        file
        for path in paths
        if (folder / path).is_dir()
        for file in sorted((folder / path).iterdir(), key=lambda file: file.name)
        if file.name.endswith(ending)
    ]


def _layered(folder: Traversable, config: ProjectFile) -> Iterator[tuple[str, Traversable]]:
    for layer in config.model_paths:
        for file in _files(folder, [layer], ".sql"):
            yield layer, file


def _schema(layer: str) -> str:
    """The schema of a folder's models, as macros/generate_schema_name.sql tells it to dbt."""
    return MARTS_SCHEMA if layer == MARTS_LAYER else layer


def _sources(entries: Iterable[SourceEntry]) -> Iterator[Source]:
    known = {table.name for table in TABLES}
    for entry in entries:
        for table in entry.tables:
            if entry.schema_name != RAW_SCHEMA or table.name not in known:
                raise WarehouseError(
                    f"sources.yml: {entry.name}.{table.name} is no table of the schema {RAW_SCHEMA} in transforms/schema.py"
                )
            yield Source(f"{entry.name}.{table.name}", table.name, entry.schema_name)


def _same_names(described: Iterable[str], written: Iterable[str]) -> None:
    for name in sorted(set(described) - set(written)):
        raise WarehouseError(f"schema.yml describes the model {name}, but there is no file {name}.sql")
    for name in sorted(set(written) - set(described)):
        raise WarehouseError(f"{name}.sql is not described: add it to the schema.yml of its folder")


@dataclass(slots=True)
class _Calls:
    """What a template asked for while it was rendered: `ref`, `source` and `config` as dbt has them."""

    relations: Mapping[str, str]
    models: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    materialized: str | None = None

    def ref(self, name: str) -> str:
        return self._note(name, self.models)

    def source(self, source: str, table: str) -> str:
        return self._note(f"{source}.{table}", self.sources)

    def config(self, *, materialized: str) -> str:
        if materialized not in get_args(Materialization):
            raise ValueError(f"materialized={materialized!r} is not one of {', '.join(get_args(Materialization))}")
        self.materialized = materialized
        return ""

    def _note(self, name: str, noted: list[str]) -> str:
        if name not in self.relations:
            near = get_close_matches(name, self.relations, n=1)
            raise ValueError(f"there is no {name}{f'; did you mean {near[0]}?' if near else ''}")
        if name not in noted:
            noted.append(name)
        return self.relations[name]


_JINJA = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def _render(file: Traversable, relations: Mapping[str, str]) -> tuple[str, _Calls]:
    calls = _Calls(relations)
    try:
        template = _JINJA.from_string(file.read_text("utf-8"))
        sql = template.render(ref=calls.ref, source=calls.source, config=calls.config)
    except (TemplateError, TypeError, ValueError) as error:
        raise WarehouseError(f"{file}: {error}") from error
    return sql.strip().removesuffix(";"), calls


def _draft(file: Traversable, layer: str, config: ProjectFile, relations: Mapping[str, str]) -> Model:
    """The model of one file, still without descriptions."""
    sql, calls = _render(file, relations)
    defaults = config.models.get(config.name, ModelDefaults())
    return Model(
        name=file.name.removesuffix(".sql"),
        layer=layer,
        schema=_schema(layer),
        materialized=calls.materialized or defaults.materialized,
        sql=sql,
        description="",
        columns={},
        depends_on=tuple(calls.models),
        sources=tuple(calls.sources),
    )


def _in_order(drafts: Mapping[str, Model]) -> Iterator[Model]:
    graph = {name: model.depends_on for name, model in drafts.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise WarehouseError(f"models read each other in a circle: {' -> '.join(error.args[1])}") from error
    return (drafts[name] for name in order)


def _described(
    models: Iterable[Model], entries: Mapping[str, ModelEntry], sources: Mapping[str, Source]
) -> Iterator[Model]:
    """The models with their descriptions.

    A model that reads a source has all columns of it; a column that schema.yml names without a description means what it means where it comes from.
    """
    meanings = {table.name: {column.name: column.meaning for column in table.columns} for table in TABLES}
    known: dict[str, dict[str, str]] = {name: meanings[source.table] for name, source in sources.items()}
    for model in models:
        entry = entries[model.name]
        inherited = {name: text for read in (*model.sources, *model.depends_on) for name, text in known[read].items()}
        columns = {name: text for source in model.sources for name, text in known[source].items()}
        for column in entry.columns:
            description = column.description or inherited.get(column.name)
            if description is None:
                raise WarehouseError(f"{model.layer}/schema.yml: {model.name}.{column.name} has no description")
            columns[column.name] = description
        known[model.name] = columns
        tables = tuple(sources[name].table for name in model.sources)
        yield replace(model, description=entry.description, columns=columns, sources=tables)


def _generic_tests(
    models: Iterable[Model], entries: Mapping[str, ModelEntry], relations: Mapping[str, str]
) -> Iterator[ModelTest]:
    for model in models:
        for column in entries[model.name].columns:
            for test in column.data_tests:
                sql = _GENERIC_SQL[test.kind](model.relation, quoted(column.name), test.arguments, relations)
                name = f"{test.kind}_{model.name}_{column.name}"
                yield ModelTest(name, model.name, column.name, test.kind, _GENERIC_MEANING[test.kind], sql)


def _parent(arguments: GenericTestArguments, relations: Mapping[str, str]) -> str:
    named = _REF.match(arguments.to or "")
    name = ".".join(part for part in named.groups() if part) if named else ""
    if name not in relations:
        raise WarehouseError(
            f"schema.yml: relationships: `to: {arguments.to}` is no ref() or source() of a known model"
        )
    return relations[name]


def _accepted(arguments: GenericTestArguments) -> str:
    return ", ".join(literal(str(value)) for value in arguments.values or ())


_GENERIC_MEANING = {
    "not_null": "every row has a value",
    "unique": "no value stands twice",
    "accepted_values": "every value is one of a fixed list",
    "relationships": "every value stands in the model it refers to",
}

# The same rows as dbt's own four tests.
_GENERIC_SQL: dict[str, Callable[[str, str, GenericTestArguments, Mapping[str, str]], str]] = {
    "not_null": lambda table, column, _arguments, _relations: f"select * from {table} where {column} is null",
    "unique": lambda table, column, _arguments, _relations: (
        f"select {column}, count(*) as n_rows from {table} where {column} is not null group by {column} having count(*) > 1"
    ),
    "accepted_values": lambda table, column, arguments, _relations: (
        f"select {column}, count(*) as n_rows from {table} where {column}::varchar not in ({_accepted(arguments)}) group by {column}"
    ),
    "relationships": lambda table, column, arguments, relations: (
        f"select * from {table} as child where {column} is not null and not exists (select 1 from {_parent(arguments, relations)}"
        f" as parent where parent.{quoted(arguments.field or '')} = child.{column})"
    ),
}


def _singular_tests(folder: Traversable, config: ProjectFile, relations: Mapping[str, str]) -> Iterator[ModelTest]:
    for file in _files(folder, config.test_paths, ".sql"):
        sql, calls = _render(file, relations)
        if not calls.models:
            raise WarehouseError(f"{file}: a test must read a model: use {{{{ ref('...') }}}}")
        name = file.name.removesuffix(".sql")
        yield ModelTest(name, calls.models[0], None, "singular", name.replace("_", " "), sql)
