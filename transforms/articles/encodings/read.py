"""Bytes to characters.

Belongs here: finding the encoding of a document and refusing what is not text. Does not: guessing (guess.py), the format of the
text (formats/recognise.py).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from transforms.articles.document import RefusedError
from transforms.articles.encodings.guess import COMMONEST, guess

MAX_BAD_SHARE: Final = 0.1
"""A text is damaged UTF-8, not another encoding, while at most this share of its non-ASCII characters is broken."""
MAX_CONTROL_SHARE: Final = 0.005
"""Above this share of control characters it is binary data, not text."""
_SAMPLE: Final = 2**16
# two bytes a character: a line of them may look like UTF-8 by chance
_WIDE: Final = re.compile("big5|cp9|euc|gb|iso2022|shift|utf")
_LONGEST_LINE: Final = 2**27
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_IN_MEDIA_TYPE: Final = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_TO_JAPANESE: Final = re.compile(rb"\x1b\$[@B]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# what pages declare and what browsers read instead (WHATWG Encoding Standard, "latin1" is a label of windows-1252)
_READ_AS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}


def decode(content: bytes, media_type: str | None = None, markup: bool = False) -> str:
    """The characters of a document: byte order mark, unmarked UTF-16, ISO-2022-JP, UTF-8, declared encoding, detected encoding, in this order.

    `markup` says that declarations inside the bytes (`<meta charset>`, `<?xml encoding?>`) count.

    Raises:
        RefusedError: `encoding` when the bytes are binary or fit no encoding.
    """
    text = _by_mark(content)
    if text is None:
        text = _two_byte(content)
    if text is None:
        text = _escaped(content)
    if text is None:
        text = _utf8(content)
    if text is None:
        text = _declared(content, media_type, markup)
    if text is None:
        text = _detected(content)
    if text is None:
        raise RefusedError("encoding", "not text in any known encoding; save it as UTF-8")
    _check_not_binary(text)
    return text


def decoded_parts(parts: Iterator[bytes]) -> Iterator[str]:
    """The characters of a long text that comes in parts, each line in UTF-8 if it can be, else in the encoding of the first that cannot.

    Raises:
        RefusedError: `encoding` when the bytes are binary or fit no encoding.
    """
    first = next(parts, b"")
    marked = next((encoding for mark, encoding in _BOMS if first.startswith(mark) and encoding != "utf-8-sig"), None)
    wide = marked or _two_byte_encoding(first)
    if wide is not None:
        decoder = codecs.getincrementaldecoder(wide)("replace")
        yield from map(decoder.decode, chain([first], parts))
        yield decoder.decode(b"", final=True)
        return
    other: str | None = None
    for lines in _whole_lines(chain([first.removeprefix(codecs.BOM_UTF8)], parts)):
        try:
            yield lines.decode("utf-8")
        except UnicodeDecodeError:
            other = other or _other_encoding(lines)
            yield _decoded_lines(lines, other)


def _whole_lines(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut at ends of lines, so that no character is cut in two."""
    rest: list[bytes] = []
    n_rest = 0
    for part in parts:
        cut = max(part.rfind(b"\n"), part.rfind(b"\r")) + 1
        if not cut and n_rest < _LONGEST_LINE:
            rest.append(part)
            n_rest += len(part)
            continue
        yield b"".join([*rest, part[:cut]]) if cut else b"".join([*rest, part])
        rest = [part[cut:]] if cut else []
        n_rest = sum(map(len, rest))
    if n_rest:
        yield b"".join(rest)


def _other_encoding(lines: bytes) -> str | None:
    """The encoding of the lines that are not even damaged UTF-8; null when there are none."""
    others = [line for line in lines.splitlines(keepends=True) if _utf8(line) is None]
    if not others:
        return None
    other = guess(b"".join(others))
    if other is None:
        raise RefusedError("encoding", "not text in any known encoding; save it as UTF-8")
    return other


def _decoded_lines(lines: bytes, other: str | None) -> str:
    if other is not None and _WIDE.match(other):
        return lines.decode(other, "replace")
    texts = ((line, _utf8(line)) for line in lines.splitlines(keepends=True))
    return "".join(line.decode(other or COMMONEST, "replace") if text is None else text for line, text in texts)


def without_surrogates(text: str) -> str:
    """Halves of surrogate pairs, which escapes in JSON and HTML can make, cannot be stored: one character for one, so that offsets hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _by_mark(content: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise RefusedError(
                    "encoding", f"has the byte order mark of {encoding} but is not: {error.reason}"
                ) from error
    return None


def _escaped(content: bytes) -> str | None:
    """ISO-2022-JP, whose bytes are all ASCII: sequences that no other text has lead into Japanese and back."""
    if not _TO_JAPANESE.search(content) or not content.isascii():
        return None
    try:
        return content.decode("iso2022_jp")
    except UnicodeDecodeError:
        return None


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    n_bad = text.count("\ufffd")
    n_other = sum(not character.isascii() for character in text)
    return text if n_bad <= MAX_BAD_SHARE * n_other else None


def _declared(content: bytes, media_type: str | None, markup: bool) -> str | None:
    names = _DECLARED_IN_MEDIA_TYPE.findall(media_type or "")
    if markup:
        names += [name.decode("ascii") for name in _DECLARED.findall(content[:4096])]
    for name in names:
        try:
            encoding = codecs.lookup(name).name
            return content.decode(_READ_AS.get(encoding, encoding))
        except (LookupError, UnicodeError):
            continue
    return None


def _detected(content: bytes) -> str | None:
    encoding = guess(content)
    if encoding is None:
        return None
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError):
        return None


def _two_byte(content: bytes) -> str | None:
    encoding = _two_byte_encoding(content) if b"\x00" in content[:_SAMPLE] else None
    try:
        return content.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _two_byte_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: Western text has a zero in every second byte."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _check_not_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise RefusedError("encoding", "binary data, not text")
