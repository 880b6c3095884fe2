"""Read texts whose capitals say nothing: reports in capitals throughout, headlines that capitalise every word.

Belongs here: seeing such sentences and classifying their words anew. Does not: ordinary sentences (lexicon.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from transforms.events.actors.flags import Flag
from transforms.events.actors.lexicon import Word, classify, classify_shouted
from transforms.events.sentences import Span

MIN_SHOUTED_LETTERS: Final = 15  # a shorter sentence in capitals is an acronym, a byline or a dateline
MIN_HEADLINE_WORDS: Final = 4
MAX_HEADLINE_WORDS: Final = 25
HEADLINE_SHARE: Final = 0.6  # of a headline's words begin with a capital
_STOPS: Final = frozenset(".\"”’'")  # headlines do not end in these
_KEPT: Final = (
    Flag.FAMOUS | Flag.GAZETTEER | Flag.GIVEN | Flag.ACRONYM | Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN | Flag.HONORIFIC
)


def without_capitals(
    text: str, sentences: Sequence[Span], firsts: list[int], raw: list[str], words: list[Word | None]
) -> list[Word | None]:
    """The classified words, with those of shouted sentences and headlines read without regard to their capitals."""
    headlines: list[range] = []
    for number, span in enumerate(sentences):
        stopped = text[span.end - 1] in _STOPS
        if stopped and not text[span.start : span.start + MIN_SHOUTED_LETTERS].isupper():
            continue
        inside = range(firsts[number], firsts[number + 1] if number + 1 < len(firsts) else len(raw))
        if _is_shouted(text, span):
            words[inside.start : inside.stop] = [classify_shouted(raw[index]) for index in inside]
        elif not stopped and _is_headline(inside, words):
            headlines.append(inside)
    if headlines:
        _calm(headlines, raw, words)
    return words


def _is_shouted(text: str, span: Span) -> bool:
    length = span.end - span.start
    return length >= MIN_SHOUTED_LETTERS and text[span.start : span.end].isupper()


def _is_headline(inside: range, words: list[Word | None]) -> bool:
    if not MIN_HEADLINE_WORDS <= len(inside) <= MAX_HEADLINE_WORDS:
        return False
    capital = sum(1 for index in inside if (word := words[index]) is not None and word.flags & Flag.UPPER)
    return capital >= HEADLINE_SHARE * len(inside)


def _calm(headlines: Iterable[range], raw: list[str], words: list[Word | None]) -> None:
    """Keep the capitals of a headline's words only where running text or the tables show a name."""
    covered = {index for inside in headlines for index in inside}
    running = {
        word.text
        for index, word in enumerate(words)
        if word is not None and word.flags & Flag.UPPER and index not in covered
    }
    if not running:
        return  # nothing but headlines: their capitals are all there is
    for index in covered:
        word = words[index]
        if word is not None and word.flags & Flag.UPPER and not word.flags & _KEPT and word.text not in running:
            words[index] = classify(raw[index].lower())
