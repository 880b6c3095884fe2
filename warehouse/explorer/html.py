"""Templates, the files that pages load, and how words from articles are made harmless in them.

Belongs here: the Jinja2 environment and static files. Does not: what pages show (pages/), addresses.
The stylesheet of the self-contained timeline page is the base of the explorer's own: the same colours and marks mean the same things.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from warehouse.explorer.lines import lines, standing
from warehouse.timeline.render.html.quotes import pieces, reason_words
from warehouse.timeline.render.marks import counted, precision_mark
from warehouse.timeline.render.notes import day_words
from warehouse.timeline.render.plain import HEADLINE_LENGTH, NAME_LENGTH, plain, web_link


class StaticFile(NamedTuple):
    """A file that pages load."""

    content: bytes
    media_type: str


_TIMELINE: Final = "warehouse.timeline.render.html"
_EXPLORER: Final = "warehouse.explorer"
_STATIC: Final = {
    "timeline.css": (_TIMELINE, "timeline.css", "text/css; charset=utf-8"),
    "explorer.css": (_EXPLORER, "static/explorer.css", "text/css; charset=utf-8"),
    "theme.js": (_EXPLORER, "static/theme.js", "text/javascript; charset=utf-8"),
    "explorer.js": (_EXPLORER, "static/explorer.js", "text/javascript; charset=utf-8"),
    "icon.svg": (_EXPLORER, "static/icon.svg", "image/svg+xml"),
}


@cache
def static_files() -> dict[str, StaticFile]:
    """The files that pages load, by name."""
    return {
        name: StaticFile((files(package) / path).read_bytes(), media_type)
        for name, (package, path, media_type) in _STATIC.items()
    }


@cache
def static_url(name: str) -> str:
    """The address of such a file; it changes with the content, so that browsers may keep the file."""
    digest = hashlib.sha256(static_files()[name].content).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def link(path: str, **parameters: Any) -> str:
    """An address with parameters; empty ones are left out."""
    query = urlencode(
        {name: value for name, value in parameters.items() if value not in (None, "", [], ())}, doseq=True
    )
    return f"{path}?{query}" if query else path


def render(template: str, **values: Any) -> str:
    """One page."""
    return _environment().get_template(template).render(**values)


def compile_templates() -> None:
    """Do what the first page of each kind would wait for."""
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_EXPLORER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # else the files of the templates of each page are looked at anew
        auto_reload=False,
    )
    environment.filters.update(_FILTERS)
    environment.globals.update({"static": static_url, "link": link})
    return environment


_FILTERS: Final[dict[str, Any]] = {
    "plain": plain,
    "headline": lambda text: plain(text, HEADLINE_LENGTH),
    "name": lambda text: plain(text, NAME_LENGTH),
    "web_link": web_link,
    "mark": precision_mark,
    "pieces": pieces,
    "reason": reason_words,
    "counted": counted,
    "standing": standing,
    "day": day_words,
    "words": lambda name: str(name).replace("_", " "),
    "lines": lines,
}
