"""Find the date expressions of a text: stretches of date words, their phrases, the phrases that are dates where they stand.

Belongs here: the order scan, grammar, validate. Does not: what a date resolves to (resolve/).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transforms.temporal.grammar import Parsed, parse
from transforms.temporal.scan import runs
from transforms.temporal.validate import dangling, is_rate, lasts, rejection


def find(text: str, lower: str, lang: str) -> Iterator[tuple[int, Parsed]]:
    """Where each date expression starts, and its phrase, in order; `lower` is the text in lower case, character for character."""
    for start, end in runs(lower, lang):
        yield from _phrases(text, lower, start, end, lang)


def _phrases(text: str, lower: str, start: int, end: int, lang: str) -> Iterator[tuple[int, Parsed]]:
    for parsed in parse(text[start:end], lang):
        begin, stop = start + parsed.start, start + parsed.end
        loose = dangling(lower, stop, parsed, lang)
        if loose:
            yield from _phrases(text, lower, begin, stop - loose, lang)
            continue
        if lasts(lower, begin, parsed, lang):
            parsed = replace(parsed, start=parsed.start + len("last "))
            begin = start + parsed.start
        if rejection(text, lower, begin, stop, parsed, lang) is not None:
            continue
        if is_rate(lower, begin, parsed):
            yield begin, replace(parsed, meaning=replace(parsed.meaning, type="SET"))
        else:
            yield begin, parsed
