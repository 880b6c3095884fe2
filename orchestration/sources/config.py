"""Read `sources.toml`; what is wrong in it is said with its line and the remedy.

Belongs here: finding and parsing the file, and turning errors into words. Does not: what the file may say (declared.py).
"""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import tomli
from pydantic import ValidationError

from orchestration.sources.declared import Sources
from transforms.errors import UserError, said_by_check

SOURCES_VARIABLE: Final = "DATELINE_SOURCES"
DEFAULT_SOURCES: Final = "sources.toml"
_REMEDIES: Final = {
    "extra_forbidden": "there is no such key; {keys}",
    "missing": "this key is needed; {keys}",
    "list_type": "a list is needed; write it in brackets: [{given}]",
    "bool_type": "true or false is needed; write it without quotes",
    "int_type": "no whole number that can be taken; write one such as 20, without quotes",
    "float_type": "no number that can be taken; write one such as 20, without quotes",
    "string_type": 'a text is needed; write it in quotes: "..."',
    "dict_type": "a table is needed; write [{table}] on a line of its own and the keys below it",
    "model_type": "a table is needed; write [{table}] on a line of its own and the keys below it",
    "model_attributes_type": "a table is needed; write [{table}] on a line of its own and the keys below it",
    "too_short": "an empty list; name at least one",
    "union_tag_not_found": 'this key is needed; write kind = "folder", "feed" or "web"',
    "union_tag_invalid": 'there is no such kind; write "folder", "feed" or "web"',
}
_PATTERN_REMEDIES: Final = {
    "url": "not a web address; write it with http:// or https://",
    "urls": "not a web address; write it with http:// or https://",
    "sitemaps": "not a web address; write it with http:// or https://",
    "user_agent": "only letters, digits and signs of ASCII can stand in a request; write it without others",
}
_NAME_REMEDY: Final = "not a name; use letters, digits, - and _"
_KINDS: Final = ("folder", "feed", "web")


class SourcesFileError(UserError):
    """`sources.toml` cannot be read or says something wrong; one line a mistake, each with its line and the remedy."""


def sources_path(named: Path | None = None) -> Path | None:
    """The file as named, else `DATELINE_SOURCES`, else `./sources.toml` where there is one."""
    chosen = named or os.environ.get(SOURCES_VARIABLE)
    if chosen:
        return Path(chosen).resolve()
    return Path(DEFAULT_SOURCES).resolve() if Path(DEFAULT_SOURCES).is_file() else None


def example_sources() -> str:
    """A documented `sources.toml` to begin with."""
    return files("orchestration.sources").joinpath("example.toml").read_text("utf-8")


def load_sources(path: Path) -> Sources:
    """The declared sources.

    Raises:
        SourcesFileError: there is no such file, it is not TOML, or it says something wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # editors of Windows write a byte order mark
    except FileNotFoundError as error:
        raise SourcesFileError(
            f"{path}: no such file; `dateline sources --example > {path.name}` writes one to begin with"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourcesFileError(
            f"{path}: cannot be read as UTF-8 text ({error}); check its permissions and encoding"
        ) from error
    return parse_sources(text, path)


def parse_sources(text: str, path: Path) -> Sources:
    """The declared sources in a text; `path` is where it lies: the words of errors and the folder of relative paths.

    Raises:
        SourcesFileError: as `load_sources`.
    """
    try:
        written = tomli.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # besides what is no TOML: numbers of thousands of digits, depths of nesting
        raise SourcesFileError(f"{path}: not TOML: {error}; compare with `dateline sources --example`") from error
    if "folder" in written:
        raise SourcesFileError(
            f"{path}:{_line_of(text, ('folder',))}: folder: there is no such key; declare it as [sources.NAME]"
        )
    try:
        return Sources.model_validate({**written, "folder": path.parent.resolve()})
    except ValidationError as error:
        said = [_in_words(problem, text, path) for problem in error.errors(include_url=False)]
        raise SourcesFileError("\n".join(said)) from error


def _in_words(problem: Any, text: str, path: Path) -> str:
    loc = tuple(str(part) for part in problem["loc"] if part != "[key]")
    if len(loc) > 2 and loc[0] == "sources" and loc[2] in _KINDS:
        loc = (*loc[:2], *loc[3:])
    message = said_by_check(problem["msg"])
    if not loc:  # a check of the whole file names the place itself
        place, _, message = message.partition(": ")
        loc = tuple(place.split("."))
    kind = problem["type"]
    if kind in _REMEDIES:
        table = ".".join(loc) if len(loc) > 1 or loc[0] == "fetching" else f"{loc[0]}.NAME"
        given = json.dumps(problem.get("input"), default=str, ensure_ascii=False)
        message = _REMEDIES[kind].format(keys=_known_keys(loc, problem), table=table, given=given)
    elif kind == "string_pattern_mismatch":
        message = next((_PATTERN_REMEDIES[part] for part in reversed(loc) if part in _PATTERN_REMEDIES), _NAME_REMEDY)
    else:
        message = f"{message}{_given(problem)}"
    return f"{path}:{_line_of(text, loc)}: {'.'.join(loc)}: {message}"


def _given(problem: Any) -> str:
    value = problem.get("input")
    return f" (given: {value!r})" if isinstance(value, str | int | float) and len(repr(value)) < 80 else ""


def _known_keys(loc: tuple[str, ...], problem: Any) -> str:
    from orchestration.sources import declared

    models: dict[str, type] = {"fetching": declared.Fetching, "groups": declared.Group}
    if loc[0] == "sources" and len(problem["loc"]) > 2:
        of_kind = {"folder": declared.FolderSource, "feed": declared.FeedSource, "web": declared.WebSource}
        models["sources"] = of_kind.get(str(problem["loc"][2]), declared.WebSource)
    if len(loc) == 1 or loc[0] not in models:
        return "known are [sources.NAME], [groups.NAME] and [fetching]"
    return f"known are {', '.join(models[loc[0]].model_fields)}"  # type: ignore[attr-defined]


def _line_of(text: str, loc: tuple[str, ...]) -> int:
    """The line of a key, else of the table that it belongs to; the parser of the standard library keeps no lines."""
    best, best_depth = 1, 0
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            table = _path(stripped.partition("#")[0]) or table
            found = table
        elif "=" in stripped and not stripped.startswith("#"):
            found = table + _path(f"{stripped.partition('=')[0]} = 0")
        else:
            continue
        depth = len(found) if loc[: len(found)] == found else 0
        if depth > best_depth:
            best, best_depth = number, depth
    return best


def _path(line: str) -> tuple[str, ...]:
    """The names that a table header or a key consists of."""
    try:
        value: object = tomli.loads(line)
    except tomli.TOMLDecodeError:
        return ()
    names: list[str] = []
    while isinstance(value, dict) and value:
        [(name, value)] = value.items()
        names.append(name)
    return tuple(names)
