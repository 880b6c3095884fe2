"""Bytes of a file or a fetched page -> rows of `articles`.

Belongs here: everything between bytes and an article row. Does not: finding and fetching bytes (orchestration.sources), storing rows (warehouse).

Start reading at `read.py`; an article passes the modules in this order:

- `document.py`       the values that travel: Document in, Article or Rejection between, ReadResult out
- `compression.py`    .gz and .zst, within limits
- `formats.py`        which format the bytes have
- `encoding.py`       bytes to characters
- one module per format: `plain_text.py`, `pages.py` (HTML), `json_lines.py`, `feeds.py`
- `page_text.py`, `page_data.py`, `page_dates.py`, `page_titles.py`   a page's text, what it says about itself, which of it to believe
- `text_dates.py`     date headers and datelines; `dates.py`, `written_days.py`   what a written publication date means
- `fragments.py`      pieces of HTML in feeds and JSON to paragraphs
- `language.py`       the language, declared or detected; `vocabulary.py` the words of `data/articles.toml`
- `identity.py`       ids, hashes, canonical addresses
- `near_duplicates.py` articles that repeat an earlier one
"""

from transforms.articles.document import Document, ReadResult
from transforms.articles.near_duplicates import NEAR_DUPLICATE_JACCARD, with_near_duplicates
from transforms.articles.read import read_document, read_documents

__all__ = [
    "NEAR_DUPLICATE_JACCARD",
    "Document",
    "ReadResult",
    "read_document",
    "read_documents",
    "with_near_duplicates",
]
