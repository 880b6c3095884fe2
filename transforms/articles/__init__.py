"""Bytes of a file or a fetched page -> rows of `articles`.

Belongs here: everything between bytes and an article row. Does not: finding and fetching bytes (orchestration.sources), storing rows (warehouse).

Start reading at `read.py`; an article passes the modules in this order:

- `document.py`                the values that travel: Document in, Article or Rejection between, ReadResult out
- `formats/compression.py`     .gz and .zst, within limits
- `formats/parts.py`           a large file as a stream of documents: lines, rows (`formats/csv_tables.py`, `formats/tables.py`: Parquet), archived pages (`formats/archives.py`: WARC)
- `formats/recognise.py`       which format the bytes have
- `encodings/read.py`          bytes to characters; `encodings/guess.py`, `encodings/scripts.py` where they do not say in which
- one module per format: `formats/plain_text.py`, `formats/json_lines.py`, `formats/feeds.py`, `pages/read.py` (HTML)
- `formats/keys.py`            what programs call the parts of an article; `formats/fragments.py` pieces of HTML in feeds and JSON to paragraphs
- `pages/text.py`, `pages/data.py`, `pages/dates.py`, `pages/titles.py`   a page's text, what it says about itself, which of it to believe
- `days/text_dates.py`         date headers and datelines; `days/published.py`, `days/written_days.py`   what a written publication date means
- `pages/walls.py`             pages that ask to sign in, for consent or money, or say that there is no page
- `bylines.py`                 who wrote it; `language.py` the language, declared or detected
- `own.py`                     timelines that Dateline wrote, which are no news
- `formats/listed.py`          what a feed or sitemap adds to a page; `formats/sitemaps.py`, `formats/feed_links.py` the pages they lead to
- `identity.py`                ids, hashes, canonical addresses
- `near_duplicates.py`         articles that repeat an earlier one; `versions.py` whether two texts of one id are one article
- `vocabulary.py`              the words of `data/articles.toml`, and the version of this room
"""

from transforms.articles.document import Document, Listing, ReadResult, RefusedError
from transforms.articles.formats.parts import is_growing_format, split
from transforms.articles.formats.sitemaps import SitemapEntry, read_addresses, read_sitemap
from transforms.articles.near_duplicates import (
    MAX_COMPARED,
    MIN_SHARED_KEYS,
    NEAR_DUPLICATE_JACCARD,
    SKETCH,
    compared_articles,
    near_duplicate_keys,
    sketches,
    with_near_duplicates,
)
from transforms.articles.read import read_document, read_documents
from transforms.articles.vocabulary import reader_version

__all__ = [
    "MAX_COMPARED",
    "MIN_SHARED_KEYS",
    "NEAR_DUPLICATE_JACCARD",
    "SKETCH",
    "Document",
    "Listing",
    "ReadResult",
    "RefusedError",
    "SitemapEntry",
    "is_growing_format",
    "read_addresses",
    "read_document",
    "read_documents",
    "read_sitemap",
    "reader_version",
    "split",
    "compared_articles",
    "near_duplicate_keys",
    "sketches",
    "with_near_duplicates",
]
