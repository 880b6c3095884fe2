"""The YAML files of the SQL models, as dbt writes them: their shapes, checked.

Belongs here: which keys Dateline understands and what is wrong with a file. Does not: SQL, the graph of models (project.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from transforms.errors import said_by_check
from warehouse.errors import WarehouseError

Materialization = Literal["view", "table"]
GenericTestKind = Literal["not_null", "unique", "accepted_values", "relationships"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GenericTestArguments(_Strict):
    """What a generic test is told: `values` (accepted_values), `to` and `field` (relationships)."""

    values: tuple[str | int | float | bool, ...] | None = None
    to: str | None = None
    field: str | None = None


class GenericTest(_Strict):
    """One generic test of a column, from `not_null` or `{accepted_values: {arguments: {values: [...]}}}`."""

    kind: GenericTestKind
    arguments: GenericTestArguments = GenericTestArguments()

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"kind": value}
        if isinstance(value, dict) and len(value) == 1:
            [(kind, settings)] = value.items()
            return {"kind": kind, **(settings or {})}
        return value

    @model_validator(mode="after")
    def _has_its_arguments(self) -> GenericTest:
        needed = {"accepted_values": ("values",), "relationships": ("to", "field")}.get(self.kind, ())
        given = tuple(name for name in ("values", "to", "field") if getattr(self.arguments, name) is not None)
        if given != needed:
            raise ValueError(f"{self.kind} takes the arguments: {', '.join(needed) or 'none'}")
        return self


class ColumnEntry(_Strict):
    """One column of a model."""

    name: str
    description: str | None = None
    data_tests: tuple[GenericTest, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _older_key(cls, value: Any) -> Any:
        if isinstance(value, dict) and "tests" in value and "data_tests" not in value:
            return {("data_tests" if key == "tests" else key): entry for key, entry in value.items()}
        return value


class ModelMeta(_Strict):
    """How Dateline keeps a model up to date: `rebuild_by` names the column by whose values its rows can be made again one by one."""

    rebuild_by: Literal["event_id", "event_key", "actor_name"] | None = None


class ModelConfig(_Strict):
    """The configuration of a model; dbt itself leaves `meta` to others."""

    meta: ModelMeta = ModelMeta()


class ModelEntry(_Strict):
    """One model: its grain and columns."""

    name: str
    description: str = Field(min_length=1)
    config: ModelConfig = ModelConfig()
    columns: tuple[ColumnEntry, ...] = ()


class SourceTableEntry(_Strict):
    """One table of a source."""

    name: str
    description: str | None = None


class SourceEntry(_Strict):
    """One source: a schema with tables that the models read."""

    name: str
    schema_name: str = Field(alias="schema")
    description: str | None = None
    tables: tuple[SourceTableEntry, ...]


class PropertiesFile(_Strict):
    """A `schema.yml` or `sources.yml`."""

    version: Literal[2] = 2
    models: tuple[ModelEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()


class ModelDefaults(_Strict):
    """What holds for all models of the project."""

    materialized: Materialization = Field(default="view", alias="+materialized")


class ProjectFile(BaseModel):
    """The parts of `dbt_project.yml` that Dateline reads; dbt's other keys pass."""

    model_config = ConfigDict(frozen=True)

    name: str
    model_paths: tuple[str, ...] = Field(alias="model-paths")
    test_paths: tuple[str, ...] = Field(alias="test-paths")
    models: dict[str, ModelDefaults] = {}

    @field_validator("model_paths")
    @classmethod
    def _some_models(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("name at least one folder")
        return value


Shape = TypeVar("Shape", bound=BaseModel)


def read_yaml(file: Traversable, shape: type[Shape]) -> Shape:
    """The file's content.

    Raises:
        WarehouseError: it is no YAML, or a key or value is wrong; the message names file and key.
    """
    try:
        # the C loader is ten times as fast and not in every build of PyYAML
        content = yaml.load(file.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return shape.model_validate(content)
    except yaml.YAMLError as error:
        raise WarehouseError(f"{file}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        raise WarehouseError(f"{file}: {'; '.join(_problems(error))}") from error


def _problems(error: ValidationError) -> Iterator[str]:
    for problem in error.errors(include_url=False, include_input=False):
        key = ".".join(str(part) for part in problem["loc"]) or "top level"
        yield f"{key}: {said_by_check(problem['msg'])}"
