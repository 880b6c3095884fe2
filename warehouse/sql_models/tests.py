"""Tests of the SQL models as SQL that selects the rows that fail.

Belongs here: dbt's four generic tests and the singular tests of the folder `tests`. Does not: running them (models.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from warehouse.ddl import literal, quoted
from warehouse.errors import WarehouseError
from warehouse.sql_models.templates import relation_of, render
from warehouse.sql_models.yaml_files import ColumnEntry, GenericTest

_MEANING = {
    "not_null": "every row has a value",
    "unique": "no value stands twice",
    "accepted_values": "every value is one of a fixed list",
    "relationships": "every value stands in the model it refers to",
}


@dataclass(frozen=True, slots=True)
class ModelTest:
    """One test: `sql` selects the rows that fail. `column` is null for tests of a whole model.

    by: the column by whose values the test can be made one by one, as `rebuild_by` of the models: whether a row passes depends on the rows with its value alone.
    """

    name: str
    model: str
    column: str | None
    kind: str
    description: str
    sql: str
    by: str | None = None


def generic_tests(
    model: str,
    columns: Iterable[ColumnEntry],
    relations: Mapping[str, str],
    rebuilt_by: Mapping[str, str | None],
    described_in: str,
) -> Iterator[ModelTest]:
    """The tests that schema.yml lists for the columns of a model.

    rebuilt_by: `rebuild_by` of each model by its relation.

    Raises:
        WarehouseError: a test refers to what is not there.
    """
    for column in columns:
        for test in column.data_tests:
            try:
                sql = _failing_rows(test, relations[model], quoted(column.name), relations)
            except ValueError as error:
                raise WarehouseError(f"{described_in}: {model}.{column.name}: {test.kind}: {error}") from error
            name = f"{test.kind}_{model}_{column.name}"
            by = rebuilt_by.get(relations[model])
            is_by_value = by is not None and _is_by_value(test, column.name, by, relations, rebuilt_by)
            yield ModelTest(name, model, column.name, test.kind, _MEANING[test.kind], sql, by if is_by_value else None)


def _is_by_value(
    test: GenericTest, column: str, by: str, relations: Mapping[str, str], rebuilt_by: Mapping[str, str | None]
) -> bool:
    """Whether a test of a model that is rebuilt by a column can be made value by value, too."""
    match test.kind:
        case "unique":
            return column == by
        case "relationships":
            parent = relation_of(test.arguments.to or "", relations)
            return column == by == test.arguments.field == rebuilt_by.get(parent)
        case _:
            return True


def _failing_rows(test: GenericTest, table: str, column: str, relations: Mapping[str, str]) -> str:
    """The same rows as dbt's own four tests find; null passes all but `not_null`."""
    values = f"select {column}, count(*) as n_rows from {table}"
    match test.kind:
        case "not_null":
            return f"select * from {table} where {column} is null"
        case "unique":
            return f"{values} where {column} is not null group by {column} having count(*) > 1"
        case "accepted_values":
            accepted = ", ".join(literal(str(value)) for value in test.arguments.values or ())
            return f"{values} where {column}::varchar not in ({accepted}) group by {column}"
        case "relationships":
            parent = relation_of(test.arguments.to or "", relations)
            field = quoted(test.arguments.field or "")
            # twice as fast as `not exists`
            orphans = f"{table} as child anti join {parent} as parent on parent.{field} = child.{column}"
            return f"select child.* from {orphans} where child.{column} is not null"


def singular_test(file: Traversable, relations: Mapping[str, str]) -> ModelTest:
    """The test of one SQL file, named after it.

    Raises:
        WarehouseError: no valid template, or one that reads no model.
    """
    sql, calls = render(file, relations)
    if not calls.models:
        raise WarehouseError(f"{file}: a test must read a model: use {{{{ ref('...') }}}}")
    name = file.name.removesuffix(".sql")
    return ModelTest(name, calls.models[0], None, "singular", name.replace("_", " "), sql)
