"""The encoding in which the characters of a text are those of one language.

Belongs here: alphabets of Latin letters (`data/articles.toml`), the scripts of East Asia. Does not: whether words come out (guess.py).

A few hundred bytes give statistics nothing to hold on to, but no language has both "è" and "ž", nor syllables of Korean beside signs of Chinese.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from transforms.articles.vocabulary import vocabulary

MIN_SHARE: Final = 0.95
"""So many of the letters, or of the characters of East Asia, are those of the language."""
MIN_KANA_SHARE: Final = 0.2
"""So many of the characters of a Japanese text are no Chinese ones."""
MIN_MARKED_WORDS: Final = 0.08
"""Share of words with a letter beside a to z, below which a text may be English with names of anywhere."""

MIN_MARKED: Final = 4
"""So many such words are no chance."""
MARGIN: Final = 0.04
"""By so much more of the letters another encoding must fit than the commonest one: names of other languages stand in every text."""

_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_SIGNS: Final = re.compile(
    "[\u00a0-\u00bf×÷\u2010-\u2027\u2030-\u206f\u2190-\u22ff\u25a0-\u26ff\u3000-\u3020\u30fb\uff01-\uff5e]+"
)
_WITHIN_WORD: Final = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]+(?=[a-z])")
_KANA: Final = re.compile("[\u3041-\u30ff]")
_HANZI: Final = re.compile("[\u4e00-\u9fff]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")


def east_asian(sample: bytes) -> str | None:
    """The encoding in which this is Japanese, Korean or Chinese; null when it is in none."""
    for encoding, share_of in _SHARES.items():
        text = decoded(sample, encoding) or ""
        characters = _ASCII.sub("", _SIGNS.sub("", text))
        n_odd = len(_WITHIN_WORD.findall(text))
        if characters and share_of(characters) - n_odd / len(characters) >= MIN_SHARE:
            return encoding
    return None


def latin(sample: bytes) -> Iterator[str]:
    """The encodings in which one language of Latin letters has (nearly) all that are there, the best first."""
    shares: dict[str, float] = {}
    for encoding, languages in vocabulary().alphabets.items():
        text = decoded(sample, encoding)
        shares[encoding] = _best_share(text, languages) if text else 0.0
    commonest = next(iter(shares))
    best = sorted(shares, key=lambda encoding: -shares[encoding] - (MARGIN if encoding == commonest else 0))
    return (encoding for encoding in best if shares[encoding] >= MIN_SHARE)


def is_marked(sample: bytes, encoding: str) -> bool:
    """Whether words with letters beside a to z are so many that they are of the text's own language."""
    lines = (line for line in (decoded(sample, encoding) or "").splitlines() if not line.isascii())
    words = _WORD.findall(_TAG.sub(" ", "\n".join(lines)))
    n_marked = sum(not word.isascii() for word in words)
    return n_marked >= max(MIN_MARKED, MIN_MARKED_WORDS * len(words))


def decoded(sample: bytes, encoding: str) -> str | None:
    """The characters of a text that may end within one; null when it is in another encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except (LookupError, UnicodeError):
        return None


def _best_share(text: str, languages: Mapping[str, str]) -> float:
    letters = Counter(letter for letter in text if letter.isalpha() and not letter.isascii())
    n_of = (
        sum(n for letter, n in letters.items() if letter in alphabet or letter.lower() in alphabet)
        for alphabet in languages.values()
    )
    return max(n_of) / letters.total() if letters else 0.0


def _japanese(characters: str) -> float:
    n_kana, n_hanzi = len(_KANA.findall(characters)), len(_HANZI.findall(characters))
    return (n_kana + n_hanzi) / len(characters) if n_kana >= MIN_KANA_SHARE * len(characters) else 0.0


def _korean(characters: str) -> float:
    return len(_HANGUL.findall(characters)) / len(characters)


def _chinese(characters: str, encoding: str, common: range) -> float:
    """The share of common characters: those that the standard lists first, in its first rows."""
    codes = (character.encode(encoding) for character in characters if _HANZI.match(character))
    return sum(len(code) == 2 and code[0] in common and code[1] > _ROW_START for code in codes) / len(characters)


_ROW_START: Final = 0x3F
# Korean comes before Chinese: in the encoding of mainland China every Korean text is one of common characters
_SHARES: Final[Mapping[str, Callable[[str], float]]] = {
    "cp932": _japanese,
    "euc_jp": _japanese,
    "cp949": _korean,
    "gb18030": partial(_chinese, encoding="gb18030", common=range(0xB0, 0xD8)),
    "big5": partial(_chinese, encoding="big5", common=range(0xA4, 0xC7)),
}
