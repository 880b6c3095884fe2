"""Say whom a sentence means that opens with "Both", "The two" or "The country" and tells their deed at once.

Belongs here: such openings, where the sentences before leave no choice. Does not: "both leaders" and "they" (pairs.py), single pronouns (pronouns.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from transforms.events.actors.groups.standing import acts, after_place_word
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import ADVERBS, BE, is_participle_form

_BOTH: Final = "Both"
_THE: Final = "The"
_TWO: Final = "two"
_COUNTRIES: Final = frozenset({"country", "nation"})
_PERSON: Final = "person"
_PAIRS: Final = (
    _PERSON,
    "state",
    "organisation",
)  # two of the first of these kinds are "both", firms only beside nobody
_REACH: Final = 2  # sentences back to the one that names the country


def opens_with_others(tokens: Tokens, first: int) -> bool:
    """Whether a sentence opens at a word with whom only those before can tell, and their verb follows."""
    word = tokens.raw[first] if first < len(tokens) else ""
    if word == _BOTH:
        return _does(tokens, first + 1)
    pointed = word == _THE and tokens.plain[first + 1] and tokens.raw[first + 1] in _COUNTRIES | {_TWO}
    return pointed and _does(tokens, first + 2)


def _does(tokens: Tokens, at: int) -> bool:
    """Whether a verb that tells a deed follows, and not what somebody is: "agreed", "later signed", "was hit", but not "is a republic"."""
    if not tokens.plain[at]:
        return False
    if tokens.raw[at] in BE:
        return tokens.raw[at + 1 : at + 2] != [] and is_participle_form(tokens.raw[at + 1])
    return acts(tokens, at + 1) if tokens.raw[at] in ADVERBS else acts(tokens, at)


def opening_mentions(tokens: Tokens, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions of those whom such openings mean, in order; none where it is not clear who they are.

    `mentions` are the other ones of the text in order.
    """
    openings = [(at, first) for at, first in enumerate(tokens.beginnings) if opens_with_others(tokens, first)]
    if not openings:
        return []
    by_sentence: dict[int, list[ActorMention]] = {}
    for item in mentions:
        by_sentence.setdefault(bisect_right(tokens.sentence_starts, item.start) - 1, []).append(item)
    found: list[ActorMention] = []
    for sentence, first in openings:
        word = first if tokens.raw[first] == _BOTH else first + 1
        if tokens.raw[word] in _COUNTRIES:
            meant = _country([by_sentence.get(at, []) for at in range(sentence - 1, sentence - 1 - _REACH, -1)])
        else:
            meant = _both(tokens, by_sentence.get(sentence - 1, []))
        if meant is not None:
            found.append(_placed(tokens, meant, word))
            by_sentence.setdefault(sentence, []).append(found[-1])
    return found


def _placed(tokens: Tokens, meant: ActorMention, word: int) -> ActorMention:
    """A mention, with the second one that it may have, where a word stands."""
    start, end = tokens.starts[word], tokens.end(word)
    joint = _placed(tokens, meant.joint, word) if meant.joint is not None else None
    return meant._replace(start=start, end=end, surface=tokens.text[start:end], joint=joint)


def _country(before: Sequence[Sequence[ActorMention]]) -> ActorMention | None:
    """The only state that the nearest sentence with any speaks of."""
    for mentions in before:
        states = {item.state for item in mentions if item.state is not None}
        if states:
            state = states.pop()
            return None if states else ActorMention(0, 0, "", state, "state", state)
    return None


def _both(tokens: Tokens, before: Sequence[ActorMention]) -> ActorMention | None:
    """The only two persons, states or organisations of a sentence, as one mention; places are none of them."""
    named = [one for item in before for one in (item, item.joint) if one is not None and one.name[:1].isupper()]
    for kind in _PAIRS if all(one.kind != _PERSON for one in named) else _PAIRS[:-1]:
        fitting = {one.name: one for one in named if one.kind == kind and not _is_place(tokens, one)}
        if len(fitting) > 2:
            return None
        if len(fitting) == 2:
            one, other = (item._replace(pronoun=True, led=False, joint=None) for item in fitting.values())
            return one._replace(joint=other)
    return None


def _is_place(tokens: Tokens, item: ActorMention) -> bool:
    return after_place_word(tokens, bisect_right(tokens.starts, item.start) - 1)
