"""Articles as JSON: one object a line (JSONL, NDJSON), one object, a list of objects, or a JSON Feed.

Belongs here: keys and values -> Article. Does not: other formats. `text` is kept exactly as given: offsets count its characters.
"""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import Final

from transforms.articles.bylines import byline_of
from transforms.articles.dates import published_from
from transforms.articles.document import Article, Listing, Published, RefusedError, Rejection
from transforms.articles.encoding import decode, without_surrogates
from transforms.articles.fragments import paragraphs_of
from transforms.articles.identity import canonical_url
from transforms.articles.language import language_code
from transforms.articles.text_dates import published_by_words_or_address

TEXT_KEYS: Final = (
    "text",
    "body",
    "content",
    "article_text",
    "maintext",
    "content_text",
    "articleBody",
    "full_text",
    "story",
)
HTML_KEYS: Final = ("content_html", "html", "description_html")
TITLE_KEYS: Final = ("title", "headline", "name")
ID_KEYS: Final = ("id", "article_id", "doc_id", "docid", "guid", "uid", "_id")
URL_KEYS: Final = ("url", "link", "canonical_url", "source_url", "web_url", "external_url")
SOURCE_KEYS: Final = (
    "source",
    "outlet",
    "publisher",
    "publication",
    "sitename",
    "site_name",
    "source_domain",
    "newspaper",
)
BYLINE_KEYS: Final = ("byline", "authors", "author", "creator", "writer")
LANG_KEYS: Final = ("lang", "language", "inLanguage")
DATE_KEYS: Final = (
    "published",
    "published_at",
    "published_date",
    "publish_date",
    "date_published",
    "datePublished",
    "pubDate",
    "pubdate",
    "publication_date",
    "date_publish",
    "date",
    "dct",
    "timestamp",
    "created_at",
)
CHANGED_KEYS: Final = ("date_modified", "dateModified", "modified", "updated", "updated_at")
ITEM_KEYS: Final = ("items", "articles", "data", "results", "docs", "documents")
KNOWN_KEYS: Final = frozenset(
    (*TEXT_KEYS, *HTML_KEYS, *TITLE_KEYS, *ID_KEYS, *URL_KEYS, *SOURCE_KEYS, *LANG_KEYS, *DATE_KEYS, *BYLINE_KEYS)
)
LINES: Final = "application/x-ndjson"
"""The media type of documents that are to be read line by line."""
MAX_DETAIL: Final = 200
MAX_LOOKED_AHEAD: Final = 2**16
"""So much behind the first line is looked at to tell one JSON value from one object a line."""


def read_json(
    content: bytes,
    origin: str,
    media_type: str | None = None,
    first_line: int = 1,
    left_out: frozenset[str] = frozenset(),
) -> Iterator[Article | Rejection]:
    """Each object as an article, each bad line or object as a rejection at `origin#line` (or `origin#item` in a list).

    `first_line` is the number of the first line when `content` is a part of a file; items that link to `left_out` are passed over.

    Raises:
        RefusedError: `encoding` for a file in no known encoding, `no_article` for an empty list.
    """
    if b"\x00" in content[:64]:
        content = decode(content, media_type).encode("utf-8")
    content = content.removeprefix(codecs.BOM_UTF8)
    whole = _whole(content, media_type)
    if whole is None:
        yield from read_lines(content, origin, first_line, media_type)
        return
    items = _items(whole)
    if not items:
        raise RefusedError("no_article", "a JSON list without items")
    for number, item in enumerate(items, start=first_line):
        if left_out and isinstance(item, dict) and _string(item, URL_KEYS) in left_out:
            continue
        yield _article_or_rejection(item, origin, f"{origin}#{number}", None)


def _whole(content: bytes, media_type: str | None) -> object | None:
    """The value of a file that is one JSON value; null when each line stands for itself."""
    if holds_lines(content):
        return None
    try:
        value = _value(decode(content, media_type))
    except (ValueError, RecursionError):
        return None
    return value


def items_of(content: bytes, media_type: str | None = None) -> list[Mapping[str, object]]:
    """The objects of a file that is one JSON value, such as a JSON Feed."""
    return [item for item in _items(_whole(content, media_type)) if isinstance(item, dict)]


def item_listing(item: Mapping[str, object]) -> tuple[str | None, Listing, str | None]:
    """The page that an object links to, what it says of it, and when it changed (as written)."""
    published = _string(item, DATE_KEYS)
    listing = Listing(_string(item, TITLE_KEYS), published, _text(item) or _string(item, ("summary",)))
    return _string(item, URL_KEYS), listing, _string(item, CHANGED_KEYS) or published


def holds_lines(content: bytes) -> bool:
    """Whether the first line is an object of its own and more follows; the beginning of the content is enough."""
    stream = io.BytesIO(content)
    first_line = next((line.strip() for line in stream if not line.isspace()), b"")
    return first_line.startswith(b"{") and first_line.endswith(b"}") and bool(stream.read(MAX_LOOKED_AHEAD).strip())


def _items(whole: object) -> list[object]:
    """The objects of a list or of an envelope around one; the items of a JSON Feed get its title as outlet, and its language."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and not any(whole.get(key) for key in TEXT_KEYS):
        for key in ITEM_KEYS:
            if isinstance(whole.get(key), list):
                common = _common(whole)
                return [common | item if isinstance(item, dict) else item for item in whole[key]]
    return [whole]


def _common(feed: Mapping[str, object]) -> dict[str, object]:
    if "jsonfeed.org" not in str(feed.get("version")):
        return {}
    return {"source": feed.get("title"), "language": feed.get("language")}


def read_lines(
    content: bytes, origin: str, first_line: int = 1, media_type: str | None = None
) -> Iterator[Article | Rejection]:
    """Each line as one object, whatever the first of them looks like; as `read_json`."""
    # line by line from the bytes: a whole file as one string would take up to four times its size
    for number, line in enumerate(io.BytesIO(content), start=first_line):
        if line.isspace():
            continue
        place = f"{origin}#{number}"
        try:
            value = _value(_decoded(line, media_type))
        except RefusedError as error:
            yield Rejection(place, error.reason, error.detail, line)
        except json.JSONDecodeError as error:
            yield Rejection(place, "malformed", f"not JSON: {error.msg} at character {error.pos + 1}", line)
        except (ValueError, RecursionError) as error:
            yield Rejection(place, "malformed", f"not JSON: {error}"[:MAX_DETAIL], line)
        else:
            yield _article_or_rejection(value, origin, place, line)


def _value(text: str) -> object:
    """The value that a JSON text writes; an integer of more digits than Python reads becomes a float."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        value = json.loads(text, parse_int=float)
    return value


def _decoded(line: bytes, media_type: str | None) -> str:
    try:
        return line.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return decode(line, media_type)


def _article_or_rejection(value: object, origin: str, place: str, line: bytes | None) -> Article | Rejection:
    try:
        return _article(value, origin)
    except RefusedError as error:
        return Rejection(place, error.reason, error.detail, _raw(value, line))
    except Exception as error:  # one object that cannot be borne must not stop the others of its file
        detail = f"cannot be read: {type(error).__name__}: {error}"[:MAX_DETAIL]
        return Rejection(place, "malformed", detail, _raw(value, line))


def _raw(value: object, line: bytes | None) -> bytes:
    """The bytes of a refused object; one that is nested too deeply to be written again has none."""
    if line is not None:
        return line
    try:
        return json.dumps(value, sort_keys=True).encode("ascii")
    except (ValueError, RecursionError):
        return b""


def _article(value: object, origin: str) -> Article:
    if not isinstance(value, dict):
        raise RefusedError("malformed", f"a JSON {type(value).__name__} where an object is needed")
    text = _text(value)
    if not text or text.isspace():
        raise RefusedError("no_text", f"no text: give one of the keys {', '.join(TEXT_KEYS[:3])}")
    url = canonical_url(_string(value, URL_KEYS))
    return Article(
        origin=origin,
        text=text,
        title=_string(value, TITLE_KEYS),
        url=url,
        source=_string(value, SOURCE_KEYS),
        byline=_byline(value),
        lang=language_code(_string(value, LANG_KEYS)),
        given_id=_string(value, ID_KEYS),
        published=_published(value, text, url),
    )


def _text(value: Mapping[str, object]) -> str:
    for key in TEXT_KEYS:
        text = value.get(key)
        if isinstance(text, str) and text:
            return text
    for key in HTML_KEYS:
        markup = value.get(key)
        if isinstance(markup, str) and markup:
            return paragraphs_of(without_surrogates(markup))
    return ""


def _string(value: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        found = value.get(key)
        if found is None:
            continue
        if isinstance(found, dict):
            found = found.get("name") or found.get("title") or found.get("$oid")
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        if isinstance(found, str) and found.strip():
            return found.strip()
    return None


def _byline(value: Mapping[str, object]) -> str | None:
    for key in BYLINE_KEYS:
        found = value.get(key)
        named = [_string({"name": one}, ("name",)) for one in (found if isinstance(found, list) else [found])]
        if any(named):
            return byline_of(name for name in named if name)
    return None


def _published(value: Mapping[str, object], text: str, url: str | None) -> Published:
    for key in DATE_KEYS:
        found = value.get(key)
        if isinstance(found, dict):
            found = found.get("$date")
        published = published_from(found, "metadata")
        if published.day is not None:
            return published
    return published_by_words_or_address(text, url)
