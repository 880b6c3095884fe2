"""Articles as JSON: one object a line (JSONL, NDJSON), one object, a list of objects, objects one after the other, or a JSON Feed.

Belongs here: objects of a file -> Article. Does not: what their keys mean (keys.py), other formats. `text` is kept exactly as given: offsets count its characters.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from transforms.articles.days.text_dates import published_by_words_or_address
from transforms.articles.document import MAX_DETAIL, Article, EmptyListError, Listing, RefusedError, Rejection
from transforms.articles.encodings.read import decode
from transforms.articles.formats.keys import MAX_DEPTH, Parts, has_text, listed_within, no_text
from transforms.articles.identity import canonical_url, host_of, id_of_item
from transforms.articles.language import language_code
from transforms.articles.own import check_keys

LINES: Final = "application/x-ndjson"
"""The media type of documents that are to be read line by line."""
MAX_LOOKED_AHEAD: Final = 2**16
"""So much behind the first line is looked at to tell one JSON value from one object a line."""
_NO_SPACE: Final = re.compile(r"\S")


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
        RefusedError: `encoding` for a file in no known encoding, `no_article` for an empty list, `own_page`.
    """
    if b"\x00" in content[:64]:
        content = decode(content, media_type).encode("utf-8")
    content = content.removeprefix(codecs.BOM_UTF8)
    whole = _whole(content, media_type)
    if whole is None:
        yield from read_lines(content, origin, first_line, media_type)
        return
    if isinstance(whole, dict):
        check_keys(whole)
    items = _items(whole)
    if not items:
        raise EmptyListError("a JSON list without items")
    of_feed = _is_feed(whole)
    for number, item in enumerate(items, start=first_line):
        if left_out and isinstance(item, dict) and Parts(item).url() in left_out:
            continue
        yield _article_or_rejection(item, origin, f"{origin}#{number}", None, of_feed=of_feed)


def _whole(content: bytes, media_type: str | None) -> object | None:
    """The value of a file that is one JSON value, or a list of those that it writes one after the other; null when each line stands for itself."""
    if holds_lines(content):
        return None
    text = decode(content, media_type)
    try:
        return _value(text)
    except (ValueError, RecursionError):
        return _values(text)


def _values(text: str) -> list[object] | None:
    """The values of a text that writes one after the other, each on as many lines as it needs, as `jq` does; null for any other."""
    decoder = json.JSONDecoder()
    values: list[object] = []
    position = 0
    try:
        while begin := _NO_SPACE.search(text, position):
            value, position = decoder.raw_decode(text, begin.start())
            values.append(value)
    except (ValueError, RecursionError):
        return None
    return values


def items_of(content: bytes, media_type: str | None = None) -> list[Mapping[str, object]]:
    """The objects of a file that is one JSON value, such as a JSON Feed."""
    return [item for item in _items(_whole(content, media_type)) if isinstance(item, dict)]


def next_of_json(content: bytes, media_type: str | None = None) -> str | None:
    """The address of the part of a JSON Feed with older items, as written."""
    whole = _whole(content, media_type)
    address = whole.get("next_url") if isinstance(whole, Mapping) and _is_feed(whole) else None
    return address if isinstance(address, str) and address.strip() else None


def item_listing(item: Mapping[str, object]) -> tuple[str | None, Listing, str | None]:
    """The page that an object links to, what it says of it, and when it changed (as written)."""
    parts = Parts(item)
    published = parts.written_date()
    return parts.url(), Listing(parts.title(), published, parts.text() or None), parts.written_change() or published


def begins_value(content: bytes) -> bool:
    """Whether the first line begins a list, or an object that goes on in the next one."""
    first_line = _first_line(io.BytesIO(content.removeprefix(codecs.BOM_UTF8)))
    return first_line.startswith(b"[") or first_line == b"{"


def _first_line(stream: io.BytesIO) -> bytes:
    return next((line.strip() for line in stream if not line.isspace()), b"")


def holds_lines(content: bytes) -> bool:
    """Whether the first line is an object of its own and more follows; the beginning of the content is enough."""
    stream = io.BytesIO(content)
    first_line = _first_line(stream)
    return (
        first_line.startswith(b"{")
        and first_line.endswith((b"}", b"},"))
        and bool(stream.read(MAX_LOOKED_AHEAD).strip())
    )


def _items(whole: object, depth: int = 0) -> list[object]:
    """The objects of a list or of an envelope around one; the items of a JSON Feed get its title as outlet, and its language."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and depth < MAX_DEPTH and not has_text(whole):
        within = listed_within(whole)
        if isinstance(within, list):
            common = _common(whole)
            return [common | item if isinstance(item, dict) else item for item in within]
        items = _items(within, depth + 1)
        if items != [within]:
            return items
    return [whole]


def _common(feed: Mapping[str, object]) -> dict[str, object]:
    if not _is_feed(feed):
        return {}
    return {"source": feed.get("title"), "language": feed.get("language")}


def _is_feed(whole: object) -> bool:
    """Whether a value is a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    return isinstance(whole, Mapping) and "jsonfeed.org" in str(whole.get("version"))


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
            # lines cut from a list end in its commas
            value = _value(_decoded(line, media_type).rstrip().removesuffix(","))
        except RefusedError as error:
            yield Rejection(place, error.reason, error.detail, line)
        except json.JSONDecodeError as error:
            yield Rejection(place, "malformed", f"not JSON: {error.msg} at character {error.pos + 1}", line)
        except (ValueError, RecursionError) as error:
            yield Rejection(place, "malformed", f"not JSON: {error}"[:MAX_DETAIL], line)
        else:
            # an answer of a news service may stand on one line
            for item in (_items(value) if isinstance(value, dict) else []) or [value]:
                yield _article_or_rejection(item, origin, place, line)


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


def _article_or_rejection(
    value: object, origin: str, place: str, line: bytes | None, *, of_feed: bool = False
) -> Article | Rejection:
    try:
        return _article(value, origin, of_feed)
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


def _article(value: object, origin: str, of_feed: bool) -> Article:
    if not isinstance(value, dict):
        raise RefusedError("malformed", f"a JSON {type(value).__name__} where an object is needed")
    parts = Parts(value)
    text = parts.text()
    if not text or text.isspace():
        raise no_text(parts.names, "keys")
    url = canonical_url(parts.url())
    published = parts.published()
    return Article(
        origin=origin,
        text=text,
        title=parts.title(),
        url=url,
        source=parts.source() or host_of(url) or None,
        byline=parts.byline(),
        lang=language_code(parts.lang()),
        given_id=id_of_item(parts.given_id(), url, origin) if of_feed else parts.given_id(),
        published=published if published.day is not None else published_by_words_or_address(text, url),
    )
