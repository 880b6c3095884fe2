"""Where articles come from: files, feeds and the web.

Belongs here: what `sources.toml` declares, fetching bytes, handing them on as documents. Does not: what the bytes mean (transforms.articles).

- `declared.py`  what sources.toml may say; `config.py` reads it; `example.toml` shows it
- `folder.py`    finds and reads files
"""

from orchestration.sources.config import SourcesFileError, example_sources, load_sources, sources_path
from orchestration.sources.declared import Group, Source, Sources
from orchestration.sources.folder import SourceError, find_documents

__all__ = [
    "Group",
    "Source",
    "SourceError",
    "Sources",
    "SourcesFileError",
    "example_sources",
    "find_documents",
    "load_sources",
    "sources_path",
]
