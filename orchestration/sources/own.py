"""What Dateline writes itself, and what no run takes for news.

Belongs here: telling such files by where they lie and how they are called. Does not: timelines in other places (transforms.articles.pages.read).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from orchestration.paths import dagster_home, page_path
from orchestration.sources.config import DEFAULT_SOURCES, sources_path

IsOwn = Callable[[Path], bool]

_KEPT: Final = re.compile(r"(?P<start>[0-9a-f]{2})/(?P=start)[0-9a-f]{62}\.zst")


def own_files(warehouse: Path) -> IsOwn:
    """Whether a file (a real path) is the warehouse, lies beside it and belongs to it, holds fetched bytes or declares sources."""
    path = Path(os.path.realpath(warehouse))
    page, home = page_path(path), dagster_home(path)
    written = {path, page, page.with_suffix(".partial"), sources_path()}

    def is_own(file: Path) -> bool:
        is_beside = str(file).startswith(f"{path}.")
        is_kept = _KEPT.fullmatch("/".join(file.parts[-2:])) is not None
        return file in written or is_beside or is_kept or file.name == DEFAULT_SOURCES or home in file.parents

    return is_own


def nobodys(file: Path) -> bool:
    """Of no file it is said that Dateline has written it."""
    return False
