"""Timelines that Dateline has written: they tell events again, and are no news.

Belongs here: knowing them by what they hold, in each format. Does not: telling them by where they lie (orchestration.sources.own).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from transforms.articles.document import RefusedError

OWN_GENERATOR: Final = "Dateline timeline"
"""What pages that Dateline writes call themselves (meta name="generator")."""
HEAD_CHARACTERS: Final = 1_000
"""Title and coverage stand within."""

_COVERAGE: Final = re.compile(
    r"^(?:The\s[\d,]+\smost\simportant\sof\s)?[\d,]+\s(?:events?|days?)\sfrom\s[\d,]+\sarticles?(?:\sof\s[\d,]+\ssources?)?\s*(?:·[^\n]*)?$",
    re.MULTILINE,
)
_DOCUMENT: Final = frozenset({"title", "as_of", "generated_from", "groups", "entries"})
_COLUMNS: Final = ("start_date", "end_date", "precision", "edtf", "when")


def check_page(meta: Mapping[str, str]) -> None:
    """Refuse a page with these meta tags when Dateline wrote it; so the other functions of this module.

    Raises:
        RefusedError: `own_page`.
    """
    _check(meta.get("generator") == OWN_GENERATOR)


def check_text(text: str) -> None:
    """Refuse Markdown and text for the terminal: below the title stands how much the timeline covers."""
    _check(_COVERAGE.search(text, 0, HEAD_CHARACTERS) is not None)


def check_keys(keys: Collection[str]) -> None:
    """Refuse a JSON document with these keys."""
    _check(_DOCUMENT.issubset(keys))


def check_columns(names: Sequence[str]) -> None:
    """Refuse a table with these columns."""
    _check(tuple(names[: len(_COLUMNS)]) == _COLUMNS)


def _check(is_own: bool) -> None:
    if is_own:
        raise RefusedError("own_page", "a timeline that Dateline wrote; the articles behind it are what to read")
