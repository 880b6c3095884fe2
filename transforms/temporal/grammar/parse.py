"""Apply the rules to a stretch of date words.

Belongs here: which rule wins. Does not: what each rule means (dates.py, decades.py, weekdays.py, weeks.py, units.py, parts.py, durations.py, clock.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from transforms.temporal.grammar import clock, dates, decades, durations, parts, units, weekdays, weeks
from transforms.temporal.grammar.rule import Builder, Phrase
from transforms.temporal.meaning import Meaning
from transforms.temporal.token import Token
from transforms.temporal.tokens import tokens_of

Matcher = Callable[[str, int], re.Match[str] | None]
_RULES: Final = (
    *dates.RULES,
    *decades.RULES,
    *weekdays.RULES,
    *weeks.RULES,
    *units.RULES,
    *parts.RULES,
    *durations.RULES,
    *clock.RULES,
)
_LOOKING_BACK: Final = frozenset().union(*(rule.first for rule in _RULES if "(?<" in rule.pattern))
CACHED_STRETCHES: Final = 65_536
NEVER_FIRST: Final = frozenset(",-&>oQG@BEJZ!#~;<|")  # classes that no phrase begins with
_CONTRACTIONS: Final = frozenset({"du", "au", "des", "aux"})  # a preposition and an article
LOOK_BACK: Final = 3  # classes in front of a phrase that a rule may ask for


class Parsed(NamedTuple):
    """One phrase of a stretch: offsets within the stretch, the classes of its tokens and the meaning."""

    start: int
    end: int
    letters: str
    meaning: Meaning


def parse(stretch: str, lang: str) -> tuple[Parsed, ...]:
    """The phrases of a stretch as written, in order: at each token the rule that reaches furthest wins, the earlier rule on a tie."""
    tokens = tokens_of(stretch, lang)
    letters = "".join(token.letter for token in tokens)
    found: list[Parsed] = []
    at = 0
    while at < len(tokens):
        if letters[at] in NEVER_FIRST:
            at += 1
            continue
        end, meaning = _longest(tokens, letters, at, lang)
        if meaning is None:
            at += 1
            continue
        first = at + (end - at > 1 and _stands_outside(stretch, tokens[at], letters[at:end], lang))
        found.append(Parsed(tokens[first].start, tokens[end - 1].end, letters[first:end], meaning))
        at = end
    return tuple(found)


def _stands_outside(stretch: str, article: Token, letters: str, lang: str) -> bool:
    """Whether the article that a phrase begins with is none of it: "du mois de juin" (10 of 10 in the French TimeBank), "der 8. Mai" (KRAUTS)."""
    if article.letter != "t":
        return False
    if lang == "fr":
        return stretch[article.start : article.end].lower() in _CONTRACTIONS
    return lang == "de" and letters.startswith("tOM")


def _longest(tokens: list[Token], letters: str, at: int, lang: str) -> tuple[int, Meaning | None]:
    before = letters[max(0, at - LOOK_BACK) : at] if letters[at] in _LOOKING_BACK else ""
    for length, build in _fitting(letters[at:], before):
        end = at + length
        meaning = build(Phrase(tokens, at, end, letters[at:end], lang))
        if meaning is not None:
            return end, meaning
    return at, None


@cache
def _rules_from(first: str) -> tuple[tuple[Matcher, Builder], ...]:
    """The rules that can begin with a class, in their order.

    Compiled when such a phrase comes: those who only want an interval need not wait for it.
    """
    return tuple((re.compile(rule.pattern).match, rule.build) for rule in _RULES if first in rule.first)


@lru_cache(maxsize=CACHED_STRETCHES)
def _fitting(letters: str, before: str) -> tuple[tuple[int, Builder], ...]:
    """The lengths that rules reach from the start of some classes, longest first: stretches of different words often have the same classes."""
    classes, start = before + letters, len(before)
    found = ((match(classes, start), build) for match, build in _rules_from(letters[0]))
    fitting = [(match.end() - start, build) for match, build in found if match is not None and match.end() > start]
    return tuple(sorted(fitting, key=lambda fit: -fit[0]))
