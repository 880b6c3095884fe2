"""What the keys of an object mean, whichever program wrote it: text, headline, address, outlet, date.

Belongs here: names and values of an object or of a row -> the parts of an article. Does not: objects in files (json_lines.py), names themselves
(`data/articles.toml`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from transforms.articles.bylines import byline_of
from transforms.articles.days.published import published_from
from transforms.articles.document import UNDATED, Published, RefusedError
from transforms.articles.encodings.read import without_surrogates
from transforms.articles.formats.fragments import paragraphs_of
from transforms.articles.identity import WEB
from transforms.articles.vocabulary import Keys, vocabulary

MAX_DEPTH: Final = 4
"""So many objects around the parts of an article are looked into."""
MAX_KEYS_NAMED: Final = 12
MAX_SHOWN: Final = 200

_BLOCK: Final = re.compile(r"</p>|<p[ >]|<br\s*/?>|</div>", re.IGNORECASE)
_SIGNS: Final = re.compile(r"[^\w$]|_")


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A key without capitals, accents and signs between words: `publishedAt`, `published_at` and `Published At` are `publishedat`."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return _SIGNS.sub("", plain)


@cache
def known_keys() -> Keys:
    """The words of `[keys]`, folded."""
    words = vocabulary().keys
    return Keys.model_validate({part: tuple(map(folded, getattr(words, part))) for part in Keys.model_fields})


def holds_texts(names: Sequence[str]) -> bool:
    """Whether one of these names of columns is that of texts, or of summaries beside addresses and dates."""
    keys, held = known_keys(), set(map(folded, names))
    summaries = (keys.summary, keys.url, keys.published)
    return not held.isdisjoint({*keys.text, *keys.html}) or not any(map(held.isdisjoint, summaries))


def is_known(name: str) -> bool:
    """Whether a name means a part of an article."""
    return folded(name) in _all_keys()


@cache
def _all_keys() -> frozenset[str]:
    keys = known_keys()
    return frozenset(
        word
        for part in Keys.model_fields
        if part not in ("items", "values", "texts_within")
        for word in getattr(keys, part)
    )


def no_text(names: Sequence[str], place: str) -> RefusedError:
    """The refusal of an object or table (`place`) that has these names and none of texts."""
    shown = ", ".join(names[:MAX_KEYS_NAMED]) + (", ..." if len(names) > MAX_KEYS_NAMED else "")
    best = ", ".join(vocabulary().keys.text[:3])
    return RefusedError("no_text", f"no text: none of its {place} ({shown[:MAX_SHOWN]}) holds it; call one {best}")


class Parts:
    """The parts of an article that an object holds; what other objects around or in it hold counts as its own."""

    def __init__(self, value: Mapping[str, object]) -> None:
        self.names = [name for name in value if isinstance(name, str)]
        self._value = _unfolded(value)

    def text(self) -> str:
        """The text; else the summary, where an address and a date show that it is one of an article; empty when there is none."""
        keys = known_keys()
        text = _text(self._value, keys.text, keys.html)
        if text or not (self.url() and self.published().day):
            return text
        return max((_text(self._value, (key,), ()) for key in keys.summary), key=len)

    def title(self) -> str | None:
        """The headline; without markup where it is a part of an object, as content managers write it."""
        return _string(self._value, known_keys().title)

    def url(self) -> str | None:
        """The address of the article's page, as written."""
        keys = known_keys()
        return _string(self._value, keys.url) or next(filter(_is_address, _strings(self._value, keys.source)), None)

    def source(self) -> str | None:
        """The outlet; an address is none."""
        return next((name for name in _strings(self._value, known_keys().source) if not _is_address(name)), None)

    def lang(self) -> str | None:
        """The language as written."""
        return _string(self._value, known_keys().lang)

    def given_id(self) -> str | None:
        """The id that the article came with."""
        return _string(self._value, known_keys().id)

    def byline(self) -> str | None:
        """Who wrote it."""
        for key in known_keys().byline:
            found = self._value.get(key)
            named = map(_plain, found if isinstance(found, list) else [found])
            # some programs put the number of a user there
            names = [name for name in named if name and not name.isdigit()]
            if names:
                return byline_of(names)
        return None

    def published(self) -> Published:
        """When it was published, as the first key says that holds a date."""
        for key in known_keys().published:
            published = published_from(_innermost(self._value.get(key)), "metadata")
            if published.day is not None:
                return published
        return UNDATED

    def written_date(self) -> str | None:
        """The date of publication as written."""
        return _string(self._value, known_keys().published)

    def written_change(self) -> str | None:
        """The date of the latest change as written."""
        return _string(self._value, known_keys().changed)


def has_text(value: Mapping[str, object]) -> bool:
    """Whether an object by itself holds a text."""
    keys = known_keys()
    return bool(_text(_by_folded_name(value), keys.text, keys.html))


def listed_within(envelope: Mapping[str, object]) -> object:
    """The list of articles in an answer, or the object that may hold it; null when there is none."""
    held = _by_folded_name(envelope)
    found = [held[key] for key in known_keys().items if _may_hold_articles(held.get(key))]
    return next((one for one in found if isinstance(one, list)), found[0] if found else None)


def _may_hold_articles(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and (not value or isinstance(value[0], dict)))


def _unfolded(value: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    """The values of an object by folded name; one without a text takes those of the object in it that has one."""
    own, keys = _by_folded_name(value), known_keys()
    if depth < MAX_DEPTH and not _text(own, keys.text, keys.html):
        for key in keys.around:
            within = own.get(key)
            if isinstance(within, dict) and _text(inner := _unfolded(within, depth + 1), keys.text, keys.html):
                del own[key]
                return own | inner
    return own


def _by_folded_name(value: Mapping[str, object]) -> dict[str, object]:
    """Of names that are folded alike the one counts that is written as folded, else the first that has a value."""
    values: dict[str, object] = {}
    for name, held in value.items():
        key = folded(name)
        if held is not None and (name == key or key not in values):
            values[key] = held
    return values


def _text(value: Mapping[str, object], keys: Sequence[str], html_keys: Sequence[str]) -> str:
    for key in keys:
        text = _written(value.get(key), is_plain=key == keys[0])
        if text and not text.isspace():
            return text
    for key in html_keys:
        markup = value.get(key)
        if isinstance(markup, str) and markup:
            return paragraphs_of(without_surrogates(markup))
    return ""


def _written(value: object, *, is_plain: bool) -> str:
    """A text that is a string, an object around one, or a list of paragraphs; is_plain: a string is kept character by character."""
    if isinstance(value, str):
        return value if is_plain or not _BLOCK.search(value) else paragraphs_of(without_surrogates(value))
    if isinstance(value, list):
        paragraphs = [one if isinstance(one, str) else _text_within(one) for one in value]
        return "\n".join(_written(paragraph, is_plain=False) for paragraph in paragraphs if not paragraph.isspace())
    return _written(_text_within(value), is_plain=False)


def _text_within(value: object) -> str:
    """The text in an object around it; an object with a headline is an article of its own."""
    if not isinstance(value, dict):
        return ""
    held, keys = _by_folded_name(value), known_keys()
    if any(key in held for key in keys.title):
        return ""
    found = (held.get(key) for key in keys.texts_within)
    return next((text for text in found if isinstance(text, str)), "")


def _innermost(value: object) -> object:
    """The plain value in an object around one."""
    for _ in range(MAX_DEPTH):
        if not isinstance(value, dict):
            return value
        held = _by_folded_name(value)
        value = next((held[key] for key in known_keys().values if held.get(key)), None)
    return value


def _string(value: Mapping[str, object], keys: Sequence[str]) -> str | None:
    return next(_strings(value, keys), None)


def _strings(value: Mapping[str, object], keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        found = value.get(key)
        plain = _plain(found[0] if isinstance(found, list) and len(found) == 1 else found)
        if plain is not None:
            yield plain


def _plain(value: object) -> str | None:
    plain = _innermost(value)
    if isinstance(plain, int) and not isinstance(plain, bool):
        return str(plain)
    if not isinstance(plain, str) or not plain.strip():
        return None
    return plain.strip() if plain is value else paragraphs_of(without_surrogates(plain)) or None


def _is_address(name: str) -> bool:
    return name.startswith(WEB)
