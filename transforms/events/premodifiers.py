"""Owners, firms and states right before a person whom they only describe: "Norfield's sales chief Karl Borg", "Norfield analyst Karl Borg".

Belongs here: which actors before a person take no part themselves. Does not: what is said of a name behind it (enumerations.py), units of one name (actors/).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses import Sentence
from transforms.events.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVES,
    OWNER_ENDINGS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    is_in_ly,
    is_past_participle,
)
from transforms.events.placed_actors import Placed
from transforms.events.vocabulary import word_set

_MAX_BETWEEN: Final = 4  # words between a firm and a person that say what the person does there
_DESCRIBING: Final = frozenset({"organisation", "state"})
_VERBAL: Final = ("ing", "s")  # endings of words that hardly say what the one behind them is
_MODIFIERS_IN_S: Final = word_set("clauses", "modifiers_in_s")
_NO_NOUNS: Final = (
    ADVERBS | AUXILIARIES | COORDINATORS | DETERMINERS | INFINITIVES | PREPOSITIONS | PRONOUNS | REPORTING
) | {"to", "than", "as", "when", "while", "where", "whom", "whose"}


def without_premodifiers(sentence: Sentence, actors: list[Placed]) -> list[Placed]:
    """The actors of a sentence in order, each person with a name together with those that only describe who that is."""
    kept: list[Placed] = []
    for item in actors:
        while kept and item.start - kept[-1].end <= _MAX_BETWEEN and _describes_next(sentence, kept[-1], item):
            item = item._replace(start=kept.pop().start)
        kept.append(item)
    return kept


def _describes_next(sentence: Sentence, item: Placed, behind: Placed) -> bool:
    """Whether nothing but nouns stand between an actor, or its owner's form, and a person with a name: `Borg Steel's | sales chief Anna Vella`."""
    if behind.actor.kind != "person" or behind.actor.pronoun or item.actor.pronoun:
        return False
    if not sentence.raw[behind.end - 1][:1].isupper():
        return False
    owns = sentence.words[item.end] in OWNER_ENDINGS
    if not owns and item.actor.kind not in _DESCRIBING:
        return False
    first = item.end + owns
    bare = behind.actor.surface == behind.actor.name
    if bare and first == behind.start:
        return owns  # but "in Malta Karl Borg resigned"
    if bare and sentence.words[behind.start - 1].endswith(_VERBAL):
        return False  # "Malta's decision granting Borg immunity"
    return all(_is_noun(sentence, at) and (owns or not _may_be_verb(sentence, at)) for at in range(first, behind.start))


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word can be a noun or an adjective before a name: the "sales" of `Norfield sales analyst`."""
    word = sentence.words[at]
    if not word[0].isalpha() or word in _NO_NOUNS or sentence.finite[at] or at in sentence.dated:
        return False
    return not is_in_ly(word) and not is_past_participle(word)


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters has the ending of a verb of the present and is no known noun: `Norfield | names Karl Borg`."""
    word = sentence.raw[at]
    return word[-1] == "s" and word.islower() and word not in _MODIFIERS_IN_S
