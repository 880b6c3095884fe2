"""Where articles come from: `folder.py` finds and reads files.

Belongs here: fetching bytes and handing them on as documents. Does not: what the bytes mean (transforms.articles).
"""

from orchestration.sources.folder import SourceError, find_documents

__all__ = ["SourceError", "find_documents"]
