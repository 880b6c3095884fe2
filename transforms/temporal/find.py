"""Find the date expressions of a text: stretches of date words, their phrases, the phrases that are dates where they stand.

Belongs here: the order scan, grammar, validate. Does not: what a date resolves to (resolve/).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from transforms.temporal.grammar import Parsed, parse
from transforms.temporal.grammar.parse import CACHED_STRETCHES
from transforms.temporal.scan import leading_joints, runs
from transforms.temporal.validate import (
    Question,
    article_before,
    dangling,
    depends_on_neighbours,
    is_following,
    is_rate,
    is_some_day,
    lasts,
    questions,
)


class _Candidate(NamedTuple):
    """A phrase of a stretch and what to ask where it stands."""

    parsed: Parsed
    questions: tuple[Question, ...]
    depends_on_neighbours: bool


def find(text: str, lower: str, lang: str) -> list[tuple[int, Parsed]]:
    """Where each date expression starts, and its phrase, in order; `lower` is the text in lower case, character for character."""
    found: list[tuple[int, Parsed]] = []
    behind_joints = leading_joints(lang).match
    for start, end in runs(lower, lang):
        joints = behind_joints(text, start, end)
        _add_phrases(found, text, lower, joints.end() if joints else start, end, lang)
    return found


@lru_cache(maxsize=CACHED_STRETCHES)
def _candidates(stretch: str, lang: str) -> tuple[_Candidate, ...]:
    """The phrases of a stretch as written: the same words are looked at once."""
    return tuple(
        _Candidate(
            parsed,
            questions(stretch[parsed.start : parsed.end], parsed, lang),
            depends_on_neighbours(parsed, lang),
        )
        for parsed in parse(stretch, lang)
    )


def _add_phrases(found: list[tuple[int, Parsed]], text: str, lower: str, start: int, end: int, lang: str) -> None:
    for parsed, asked, depends in _candidates(text[start:end], lang):
        begin, stop = start + parsed.start, start + parsed.end
        if depends:
            loose = dangling(lower, begin, stop, parsed, lang)
            if loose:
                _add_phrases(found, text, lower, begin, stop - loose, lang)
                continue
            if is_following(lower, begin, parsed, lang):
                _add_phrases(found, text, lower, begin + len("following "), stop, lang)
                continue
            if lasts(lower, begin, parsed, lang):
                parsed = parsed._replace(start=parsed.start + len("last "))
                begin = start + parsed.start
            article = article_before(lower, begin, stop, parsed)
            if article:
                parsed = parsed._replace(start=parsed.start - article)
                begin -= article
        for ask in asked:
            if ask(text, lower, begin, stop) is not None:
                break
        else:
            if depends and is_rate(lower, begin, stop, parsed):
                parsed = parsed._replace(meaning=replace(parsed.meaning, type="SET"))
            elif depends and is_some_day(lower, begin, stop, parsed):
                parsed = parsed._replace(meaning=replace(parsed.meaning, type="DATE", value="FUTURE_REF"))
            found.append((begin, parsed))
