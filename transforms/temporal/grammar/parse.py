"""Apply the rules to a stretch of date words.

Belongs here: which rule wins. Does not: what each rule means (dates.py, units.py, durations.py, clock.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transforms.temporal.grammar import clock, dates, durations, units
from transforms.temporal.grammar.rule import Phrase
from transforms.temporal.meaning import Meaning
from transforms.temporal.token import Token
from transforms.temporal.tokens import tokens_of

CACHED_STRETCHES: Final = 65_536
_RULES: Final = (*dates.RULES, *units.RULES, *durations.RULES, *clock.RULES)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One phrase of a stretch: offsets within the stretch, the classes of its tokens and the meaning."""

    start: int
    end: int
    letters: str
    meaning: Meaning


@lru_cache(maxsize=CACHED_STRETCHES)
def parse(stretch: str, lang: str) -> tuple[Parsed, ...]:
    """The phrases of a stretch as written, in order: at each token the rule that reaches furthest wins, the earlier rule on a tie."""
    tokens = tokens_of(stretch, lang)
    letters = "".join(token.letter for token in tokens)
    found: list[Parsed] = []
    at = 0
    while at < len(tokens):
        end, meaning = _longest(tokens, letters, at, lang)
        if meaning is None:
            at += 1
            continue
        found.append(Parsed(tokens[at].start, tokens[end - 1].end, letters[at:end], meaning))
        at = end
    return tuple(found)


def _longest(tokens: list[Token], letters: str, at: int, lang: str) -> tuple[int, Meaning | None]:
    best: tuple[int, Meaning | None] = (at, None)
    for candidate in _RULES:
        match = candidate.pattern.match(letters, at)
        if match is None or match.end() <= best[0]:
            continue
        meaning = candidate.build(Phrase(tokens, at, match.end(), lang))
        if meaning is not None:
            best = (match.end(), meaning)
    return best
