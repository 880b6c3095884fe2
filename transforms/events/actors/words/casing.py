"""Read texts whose capitals say nothing: reports in capitals throughout, headlines that capitalise every word.

Belongs here: seeing such sentences and classifying their words anew. Does not: ordinary sentences (lexicon.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import Word, classify, classify_shouted
from transforms.events.texts.sentences import Span

MIN_SHOUTED_LETTERS: Final = 15  # a shorter sentence in capitals is an acronym, a byline or a dateline
MIN_SHOUTED_RUN: Final = 5  # words in capitals that open a heading
MIN_HEADLINE_WORDS: Final = 4
MAX_HEADLINE_WORDS: Final = 25
HEADLINE_SHARE: Final = 0.6  # of a headline's words begin with a capital
_STOPS: Final = frozenset(".\"”’'")  # headlines do not end in these
_POSSESSIVES: Final = ("'s", "’s", " 's", " ’s")
_KEPT: Final = (
    Flag.FAMOUS | Flag.GAZETTEER | Flag.GIVEN | Flag.ACRONYM | Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN | Flag.HONORIFIC
)


def without_capitals(
    text: str, sentences: Sequence[Span], firsts: list[int], raw: list[str], words: list[Word | None]
) -> list[Word | None]:
    """The classified words, with those of shouted sentences and headlines read without regard to their capitals."""
    headlines, shouted = list[range](), list[range]()
    for number, span in enumerate(sentences):
        stopped = text[span.end - 1] in _STOPS
        if stopped and not text[span.start : span.start + MIN_SHOUTED_LETTERS].isupper():
            continue
        inside = range(firsts[number], firsts[number + 1] if number + 1 < len(firsts) else len(raw))
        if _is_shouted(text, span):
            words[inside.start : inside.stop] = [classify_shouted(raw[index]) for index in inside]
            shouted.append(inside)
        elif run := _shouted_run(inside, raw):
            words[run.start : run.stop] = [classify_shouted(raw[index]) for index in run]
            shouted.append(run)
        elif not stopped and _is_headline(inside, words):
            headlines.append(inside)
    if headlines:
        _calm(headlines, raw, words, _running_words(headlines, shouted, raw, words))
    return words


def _is_shouted(text: str, span: Span) -> bool:
    length = span.end - span.start
    return length >= MIN_SHOUTED_LETTERS and text[span.start : span.end].isupper()


def _shouted_run(inside: range, raw: list[str]) -> range:
    """The words in capitals that open a heading behind which its source stands: "MAN JAILED FOR SHOOTING TWO - Norfield Police"; empty for few."""
    end = inside.start
    while end < inside.stop and (raw[end].isupper() or raw[end][:1].isdigit()):
        end += 1
    return range(inside.start, end if end - inside.start >= MIN_SHOUTED_RUN else inside.start)


def _is_headline(inside: range, words: list[Word | None]) -> bool:
    if not MIN_HEADLINE_WORDS <= len(inside) <= MAX_HEADLINE_WORDS:
        return False
    capital = sum(1 for index in inside if (word := words[index]) is not None and word.flags & Flag.UPPER)
    return capital >= HEADLINE_SHARE * len(inside)


def _running_words(
    headlines: Sequence[range], shouted: Sequence[range], raw: list[str], words: list[Word | None]
) -> set[str]:
    """The words of running text as written, of sentences in capitals only the names."""
    others = sorted((*headlines, *shouted), key=lambda inside: inside.start)
    borders = [0, *chain.from_iterable((inside.start, inside.stop) for inside in others), len(raw)]
    running = set(chain.from_iterable(raw[first:last] for first, last in zip(borders[::2], borders[1::2], strict=True)))
    named = (words[index] for index in chain.from_iterable(shouted))
    return running | {word.text for word in named if word is not None and _is_capitalised(word)}


def _calm(headlines: Sequence[range], raw: list[str], words: list[Word | None], running: set[str]) -> None:
    """Keep the capitals of a headline's words only where running text or the tables show a name; verbs keep none."""
    some = any(_is_capitalised(classify(token)) for token in running)  # else their capitals are all there is
    for inside in headlines:
        for index in inside:
            word = words[index]
            if word is None or not _is_capitalised(word) or word.flags & _KEPT:
                continue
            is_deed = bool(word.flags & Flag.FIRM_DEED) and index > inside.start
            if is_deed or some and not _runs(word.text, running):
                words[index] = classify(raw[index].lower())


def _runs(text: str, running: set[str]) -> bool:
    """Whether running text has a word with that capital, alone or as an owner."""
    return text in running or any(text + ending in running for ending in _POSSESSIVES)


def _is_capitalised(word: Word | None) -> bool:
    return word is not None and bool(word.flags & Flag.UPPER)
