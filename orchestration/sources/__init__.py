"""Where articles come from: files, feeds and the web.

Belongs here: what `sources.toml` declares, fetching bytes, handing them on as documents. Does not: what the bytes mean (transforms.articles).

- `declared.py`  what sources.toml may say; `config.py` reads it; `example.toml` shows it
- `folder.py`, `feed.py`, `web.py`   the kinds; `feed_parts.py` the older parts of a feed; `pages.py` the pages that feeds, sitemaps and lists lead to
- `files.py`     which files a path or glob names; `outlets.py` the outlet by their folder; `own.py` what Dateline wrote itself
- `piped.py`     what another program sends, for commands without a warehouse
- `fetching/`    one address -> one answer; `kept.py` the folder of fetched bytes
- `items.py`     what sources exchange with `orchestration.collect`, which stores it
"""

from orchestration.sources.config import SourcesFileError, example_sources, load_sources, sources_path
from orchestration.sources.declared import Group, Source, Sources
from orchestration.sources.folder import SourceError, find_documents, read_named

__all__ = [
    "Group",
    "Source",
    "SourceError",
    "Sources",
    "SourcesFileError",
    "example_sources",
    "find_documents",
    "load_sources",
    "read_named",
    "sources_path",
]
