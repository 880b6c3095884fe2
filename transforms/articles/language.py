"""The language of an article.

Belongs here: normalising a declared language, detecting an undeclared one. Does not: where a document declares it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain
from typing import Final

from transforms.articles.vocabulary import vocabulary

SAMPLE_CHARACTERS: Final = 600
"""The beginning of a text: enough words for any detector, few enough to be cheap."""
MIN_HITS: Final = 6
MIN_LEAD: Final = 3
"""A language is sure when its commonest words occur this often and this many times as often as the next language's."""
MIN_HITS_ALONE: Final = 3
"""Of a whole text shorter than the sample, so many are enough where no other language has any."""
MIN_LETTERS: Final = 20
"""Less than this is no evidence."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_CODE: Final = re.compile(r"([a-z]{2})(?:[-_][a-z0-9_-]+)?$", re.IGNORECASE)


def language_code(declared: str | None) -> str | None:
    """`en-US`, `EN`, `en_GB.UTF-8` -> `en`; null for anything that is no two-letter code."""
    match = _CODE.match((declared or "").strip().partition(".")[0])
    return match[1].lower() if match else None


def detect_language(text: str) -> str | None:
    """ISO 639-1 code: by commonest words where they are clear (fast), else by py3langid; null for too little text."""
    sample = text[:SAMPLE_CHARACTERS]
    return _by_function_words(sample, is_whole=len(text) <= SAMPLE_CHARACTERS) or _rather_common(
        _by_model(sample), sample
    )


def _rather_common(lang: str | None, sample: str) -> str | None:
    """What a model says of a sample; a language of little news gives way to the one of which the sample has common words: few words mislead models."""
    if lang not in vocabulary().seldom_languages or len(sample) >= SAMPLE_CHARACTERS:
        return lang
    known = filter(None, map(_languages_of_words().get, _WORD.findall(sample.lower())))
    found = set(chain.from_iterable(known))
    return found.pop() if len(found) == 1 else lang


def _by_function_words(sample: str, *, is_whole: bool) -> str | None:
    languages = _languages_of_words()
    known = filter(None, map(languages.get, _WORD.findall(sample.lower())))
    hits = Counter(chain.from_iterable(known))
    (best, n_best), (_, n_next) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    if is_whole and n_best >= MIN_HITS_ALONE and not n_next:
        return best
    return best if n_best >= MIN_HITS and n_best >= MIN_LEAD * n_next else None


@cache
def _languages_of_words() -> dict[str, list[str]]:
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for lang, words in vocabulary().function_words.items():
        for word in words:
            languages[word].append(lang)
    return dict(languages)


def _by_model(sample: str) -> str | None:
    if sum(map(len, _WORD.findall(sample))) < MIN_LETTERS:
        return None
    import py3langid  # loads a model of a few MB: only when needed

    lang, _ = py3langid.classify(sample)
    return language_code(str(lang))
