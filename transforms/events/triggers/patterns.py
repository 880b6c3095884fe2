"""Compile the ontology's triggers to patterns, by the words with which they begin.

Belongs here: patterns and the lexicon of them. Does not: matching them in a sentence (find.py), reading the ontology (ontology.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from transforms.events.ontology import EventType, Ontology, Trigger
from transforms.events.words.inflection import noun_forms, verb_forms

GAP: Final = "_"
INFINITIVE: Final = "+to"
INFINITIVE_MARK: Final = "+"
REFUSAL_MARK: Final = "-"
_COMMON: Final = 4  # letters; shorter words stand in most sentences, and tell little of whether a pattern may match
_NOTHING: Final = ""  # what patterns need that need no other word


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say one trigger, compiled: the first word is the key of the lexicon, `rest` the sets of words that follow it."""

    event_type: str
    kind: str
    trigger: Trigger
    lemma: str
    is_verb: bool
    form: int
    rest: tuple[frozenset[str] | None, ...]
    needed: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    at: frozenset[str]
    not_next: frozenset[str]
    not_prev: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    not_near: frozenset[str]
    actor_before: frozenset[str]
    called: frozenset[str]
    ahead: frozenset[str]


class _Beginning(NamedTuple):
    """The patterns that begin with one word, longer ones first, and their places by each other word that they need; the empty one for none."""

    patterns: tuple[Pattern, ...]
    needing: Mapping[str, tuple[int, ...]]
    needed: frozenset[str]  # those other words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by their first word."""

    beginnings: Mapping[str, _Beginning]
    words: frozenset[str]  # those first words

    def fitting(self, words: list[str]) -> dict[str, list[Pattern]]:
        """The patterns that find in a sentence all words of their own and one of those they need, by first word, longer ones first.

        The fast test before any grammar: mostly there are none.
        """
        # of two sets the smaller one is looked through
        vocabulary = frozenset((_NOTHING, *words))
        out: dict[str, list[Pattern]] = {}
        for word in self.words & vocabulary:
            patterns, needing, needed = self.beginnings[word]
            if met := needed & vocabulary:
                places = sorted({place for other in met for place in needing[other]})
                found = map(patterns.__getitem__, places)
                fitting = [pattern for pattern in found if not pattern.rest or _holds(vocabulary, pattern.rest)]
                if fitting:
                    out[word] = fitting
        return out


def _holds(vocabulary: frozenset[str], rest: tuple[frozenset[str] | None, ...]) -> bool:
    """Whether a vocabulary has one word of each set."""
    return not any(map(vocabulary.isdisjoint, filter(None, rest)))


def compile_lexicon(ontology: Ontology) -> Lexicon:
    """Patterns of all triggers by the first word of each inflected form."""
    lexicon: dict[str, list[Pattern]] = {}
    for event_type in ontology.types.values():
        for trigger in event_type.triggers:
            for key, pattern in _patterns(event_type, trigger, ontology.lists):
                lexicon.setdefault(key, []).append(pattern)
    patterns = {key: tuple(sorted(items, key=lambda pattern: -len(pattern.rest))) for key, items in lexicon.items()}
    return Lexicon({key: _beginning(items) for key, items in patterns.items()}, frozenset(patterns))


def _beginning(patterns: tuple[Pattern, ...]) -> _Beginning:
    return _Beginning(patterns, *_places(tuple(pattern.needed for pattern in patterns)))


@lru_cache(maxsize=1)  # the forms of one word stand side by side and need the same
def _places(needed: tuple[frozenset[str], ...]) -> tuple[Mapping[str, tuple[int, ...]], frozenset[str]]:
    """Where each word stands in a row of needed words, and all of them."""
    places: dict[str, tuple[int, ...]] = {}
    for place, words in enumerate(needed):
        for word in words or (_NOTHING,):
            places[word] = (*places.get(word, ()), place)
    return places, frozenset(places)


def _patterns(
    event_type: EventType, trigger: Trigger, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Pattern]]:
    conditions = [_words(words, lists) for words in (trigger.after, trigger.before, trigger.near, trigger.at)]
    blocked = (trigger.not_next, trigger.not_prev, trigger.not_after, trigger.not_before, trigger.not_near)
    others = [_words(words, lists) for words in (*blocked, trigger.actor_before, trigger.called, trigger.ahead)]
    required = conditions[2] or conditions[3] or conditions[0] or conditions[1] or others[-2]
    required = required or frozenset(word[1:] for word in others[-1])
    if any(word.startswith(INFINITIVE_MARK) for word in required):
        required |= {"to"}

    def pattern(phrase: str, is_verb: bool, form: int, rest: tuple[frozenset[str] | None, ...]) -> Pattern:
        longest = max((words for words in rest if words), key=_length, default=required)
        needed = required if required and _length(longest) <= _COMMON else longest
        return Pattern(
            event_type.id,
            event_type.like or event_type.id,
            trigger,
            phrase,
            is_verb,
            form,
            rest,
            needed,
            *conditions,
            *others,
        )

    for phrase in trigger.verbs:
        head, *rest = phrase.split()
        for key, form in verb_forms(head).items():
            yield key, pattern(phrase, True, form, _rest(rest))
    for phrase in trigger.nouns:
        for spelling, form in noun_forms(phrase).items():
            key, *rest = spelling.split()
            yield key, pattern(phrase, False, form, tuple(frozenset({word}) for word in rest))


def _length(words: frozenset[str]) -> int:
    return min(map(len, words), default=0)


def _rest(words: list[str]) -> tuple[frozenset[str] | None, ...]:
    return tuple(None if word == GAP else frozenset({word, word + "s"}) for word in words)


def _words(words: tuple[str, ...], lists: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    out: set[str] = set()
    for word in words:
        if word.startswith("$") and len(word) > 1:
            out.update(lists[word[1:]])
        elif word.startswith("~"):
            out.update(verb_forms(word[1:]))
        else:
            out.add(word)
    return frozenset(out)
