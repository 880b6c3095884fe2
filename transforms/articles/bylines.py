"""Who wrote an article, as it names them.

Belongs here: names of authors -> one byline. Does not: where a document keeps them (the format's module).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MAX_BYLINE_LENGTH: Final = 200
MAX_NAMES: Final = 20


def byline_of(names: Iterable[str]) -> str | None:
    """The names without "By", addresses and repetitions, joined by `; `; null when none is left."""
    from trafilatura.json_metadata import normalize_authors  # slow to import: only when somebody is named

    byline: str | None = None
    for number, name in enumerate(names):
        if number < MAX_NAMES and name.strip() and len(name) <= MAX_BYLINE_LENGTH:
            byline = normalize_authors(byline, name)
    return byline[:MAX_BYLINE_LENGTH] if byline else None
