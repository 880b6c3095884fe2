"""The OpenAPI 3.1 description of the API, made from the models that check and answer its requests.

Belongs here: the form of the description. Does not: addresses (api.py), shapes (documents.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from warehouse.explorer.documents import Problem
from warehouse.explorer.params import Params

if TYPE_CHECKING:
    from warehouse.explorer.api import Address

SCHEMAS: Final = "#/components/schemas/"
ABOUT: Final = (
    "Dated events that Dateline found in news articles, with the sentences behind them. Everything here only reads. "
    "An error is a document with one field, error, that says what to do."
)
PROBLEMS: Final = {
    "400": "A parameter that cannot be; the message names the remedy.",
    "404": "There is no such thing.",
    "410": "The event is gone: the articles that reported it no longer do.",
    "503": "There is no warehouse yet, or a run is writing it; `Retry-After` says when to ask again.",
}


def describe(addresses: Sequence[Address], files: Mapping[str, str]) -> dict[str, Any]:
    """The whole description.

    files: media types of the forms that are no JSON.
    """
    models: set[type[BaseModel]] = {Problem, *(address.answer for address in addresses)}
    ordered = sorted(models, key=lambda model: model.__name__)
    _, definitions = models_json_schema(
        [(model, "serialization") for model in ordered], ref_template=SCHEMAS + "{model}"
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dateline", "summary": "Events with dates and evidence", "description": ABOUT, "version": _version()},
        "paths": {address.path: {"get": _operation(address, files)} for address in addresses},
        "components": {"schemas": definitions["$defs"]},
    }  # fmt: skip


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0"


def _operation(address: Address, files: Mapping[str, str]) -> dict[str, Any]:
    media: dict[str, Any] = {"application/json": {"schema": {"$ref": SCHEMAS + address.answer.__name__}}}
    media.update({files[form]: {"schema": {}} for form in address.files})
    responses: dict[str, Any] = {"200": {"description": address.answer.__doc__ or address.summary, "content": media}}
    if address.can_move:
        responses["307"] = {"description": "The id is one of a day: its events.", "headers": {"Location": {"schema": {"type": "string"}}}}  # fmt: skip
        responses["308"] = {"description": "The event has another id now.", "headers": {"Location": {"schema": {"type": "string"}}}}  # fmt: skip
    missing = [*(["404"] if address.can_miss else []), *(["410"] if address.can_move else [])]
    for code in ("400", *missing, "503"):
        problem = {"schema": {"$ref": SCHEMAS + Problem.__name__}}
        responses[code] = {"description": PROBLEMS[code], "content": {"application/json": problem}}
    return {
        "operationId": address.name,
        "summary": address.summary,
        "parameters": [*_path_parameters(address.path), *_query_parameters(address.params)],
        "responses": responses,
    }


def _path_parameters(path: str) -> list[dict[str, Any]]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _query_parameters(params: type[Params]) -> list[dict[str, Any]]:
    schema = params.model_json_schema(by_alias=True)
    required = schema.get("required", [])
    return [
        _query_parameter(name, dict(field), name in required) for name, field in schema.get("properties", {}).items()
    ]


def _query_parameter(name: str, schema: dict[str, Any], required: bool) -> dict[str, Any]:
    description = schema.pop("description", "")
    schema.pop("title", None)
    if schema.get("default", 0) in (None, "", []):
        del schema["default"]
    # a parameter without a value is left out, so that null never stands in an address
    if kinds := [kind for kind in schema.pop("anyOf", []) if kind.get("type") != "null"]:
        schema |= kinds[0]
    return {"name": name, "in": "query", "required": required, "description": description, "schema": schema}
