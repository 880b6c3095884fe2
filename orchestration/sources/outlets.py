"""Which outlet the files of a declared source come from, as `sources.toml` says.

Belongs here: the outlet by the name of a folder. Does not: what articles say of it themselves (transforms.articles).
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from orchestration.sources.declared import FolderSource, Source
from orchestration.sources.files import named_part, origin_of


def outlet_of(source: Source, folder: Path, origin: str) -> str | None:
    """The outlet of the articles in a file of this source; null where it is what they say themselves.

    folder: where sources.toml lies.
    """
    if not isinstance(source, FolderSource) or source.outlet_from is None:
        return source.outlet
    file = PurePosixPath(origin)
    if source.outlet_from == "folder":
        return file.parent.name or None
    roots = (PurePosixPath(origin_of(named_part(folder, pattern))) for pattern in source.paths)
    ways = [file.relative_to(root).parts for root in roots if file.is_relative_to(root)]
    nearest = min(ways, key=len, default=())
    return nearest[0] if len(nearest) > 1 else None
