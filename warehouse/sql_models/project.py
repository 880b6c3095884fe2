"""Read the folder of SQL models: what each model is, what it reads, which tests there are.

Belongs here: files -> Project. Does not: running anything (models.py), the shapes of the YAML (yaml_files.py), templates, tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import resources
from importlib.resources.abc import Traversable

from transforms.schema import TABLES
from warehouse.ddl import RAW_SCHEMA, quoted
from warehouse.errors import WarehouseError
from warehouse.sql_models.templates import render
from warehouse.sql_models.tests import ModelTest, generic_tests, singular_test
from warehouse.sql_models.yaml_files import (
    ModelDefaults,
    ModelEntry,
    ProjectFile,
    PropertiesFile,
    SourceEntry,
    read_yaml,
)

PROJECT_FILE = "dbt_project.yml"
MARTS_LAYER = "marts"
MARTS_SCHEMA = "main"


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
    """One SQL model.

    `columns` maps names to descriptions; `depends_on` names the models it reads, `sources` the raw tables; `indexes`: the columns of each index, for tables
    of which single rows are asked for; `rebuild_by`: the column by whose values its rows can be made again one by one.
    """

    name: str
    layer: str
    schema: str
    materialized: str
    sql: str
    description: str
    columns: Mapping[str, str]
    depends_on: tuple[str, ...]
    sources: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    rebuild_by: str | None = None

    @property
    def relation(self) -> str:
        """Its name in SQL."""
        return f"{quoted(self.schema)}.{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class Project:
    """The models in an order in which each comes after those it reads, the tests, and the sources."""

    models: tuple[Model, ...]
    tests: tuple[ModelTest, ...]
    sources: tuple[Source, ...]

    def model(self, name: str) -> Model:
        """The model of that name."""
        return next(model for model in self.models if model.name == name)

    def of_layer(self, layer: str) -> Project:
        """The models of one layer, with nothing else."""
        return replace(self, models=tuple(model for model in self.models if model.layer == layer), tests=())


def load_project(folder: Traversable | None = None) -> Project:
    """Read the models that ship with Dateline, or those of another folder.

    Raises:
        WarehouseError: a file is wrong; the message names it and the key or model.
    """
    return _shipped() if folder is None else _read_project(folder)


@cache
def _shipped() -> Project:
    return _read_project(resources.files("dbt_like_sql"))


def _read_project(folder: Traversable) -> Project:
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
    rebuilt_by = {model.relation: model.rebuild_by for model in models}
    tests = [
        test
        for model in models
        for test in generic_tests(
            model.name, entries[model.name].columns, relations, rebuilt_by, f"{model.layer}/schema.yml"
        )
    ]
    tests += [singular_test(file, relations) for file in _files(folder, config.test_paths, ".sql")]
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


def _draft(file: Traversable, layer: str, config: ProjectFile, relations: Mapping[str, str]) -> Model:
    """The model of one file, still without descriptions."""
    sql, calls = render(file, relations)
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
        indexes=tuple(calls.indexes),
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
        yield replace(
            model,
            description=entry.description,
            columns=columns,
            sources=tables,
            rebuild_by=entry.config.meta.rebuild_by,
        )
