"""Owners, firms and states right before a person whom they only describe: "Norfield's sales chief Karl Borg", "Norfield analyst Karl Borg".

Belongs here: which actors before a person take no part themselves. Does not: what is said of a name behind it (enumerations.py), units of one name (actors/).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import adjectives_of
from transforms.events.actors.words.lexicon import classify
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVES,
    OWNER_ENDINGS,
    OWNING_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    is_in_ly,
    is_past_participle,
)
from transforms.vocabulary import word_set

_MAX_BETWEEN: Final = 4  # words between a firm and a person that say what the person does there
_BRACKET: Final = 3  # tokens of an acronym in brackets
_DESCRIBING: Final = frozenset({"organisation", "state"})
_BEFORE_DOERS: Final = frozenset({"by", "with", "between"})  # what stands behind these acts, and is no thing
_HOME: Final = "-based"
_VERBAL: Final = ("ing", "s")  # endings of words that hardly say what the one behind them is
_MODIFIERS_IN_S: Final = word_set("clauses", "modifiers_in_s")
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,4}")  # "U.S.", "UK": these stand before nouns as adjectives do
_SETTLEMENTS: Final = word_set("actions", "settlements")  # who goes to "the Maltese city of Valletta" is in Malta
_WITH_STATES: Final = word_set("clauses", "stand_for_state")
_NO_HEADS: Final = ADVERBS | AUXILIARIES | COORDINATORS | DETERMINERS | PREPOSITIONS | PRONOUNS
_NO_NOUNS: Final = (
    ADVERBS | AUXILIARIES | COORDINATORS | DETERMINERS | INFINITIVES | PREPOSITIONS | PRONOUNS | REPORTING
) | {"to", "than", "as", "when", "while", "where", "whom", "whose"}


def without_premodifiers(sentence: Sentence, actors: list[Placed]) -> list[Placed]:
    """The actors of a sentence in order, each person with a name together with those that only describe who that is."""
    kept: list[Placed] = []
    for item in actors:
        home = _with_home(sentence, item)
        before = next((other for other in reversed(kept) if other.start < home.start), None)
        if before is None or before.end <= home.start:  # "directors of the Oslo, Norway-based firm"
            kept = [other for other in kept if other.start < home.start] if home is not item else kept
            item = home
        while (
            kept and item.start - kept[-1].end <= _MAX_BETWEEN + _BRACKET and _describes_next(sentence, kept[-1], item)
        ):
            item = item._replace(start=kept.pop().start)
        kept.append(item)
    return kept


def _with_home(sentence: Sentence, item: Placed) -> Placed:
    """An actor together with the city and the state before it in which it is: `the Oslo, Norway-based | firm`."""
    raw, start = sentence.raw, item.start
    at = next((at for at in range(start + 1, start - 2, -1) if 0 < at < len(raw) and raw[at].endswith(_HOME)), 0)
    if not at:
        return item
    while at and raw[at - 1][0].isupper():  # "North Carolina-based"
        at -= 1
    first = at - 1 if at and raw[at - 1] == "," else at
    while first and raw[first - 1][0].isupper():
        first -= 1
    return item._replace(start=first) if first < at - 1 and first > 0 and raw[first - 1] != "," else item


def _describes_next(sentence: Sentence, item: Placed, behind: Placed) -> bool:
    """Whether nothing but nouns stand between an actor, or its owner's form, and who has a name: `Borg Steel's | sales chief Anna Vella`, `ratings agency | Norfield`."""
    if item.actor.pronoun or behind.actor.pronoun:
        return False
    if not sentence.raw[behind.end - 1][:1].isupper():  # "a former Norfield Bank ( NRF.N ) | trader"
        unnamed = behind.actor.kind == "person" and behind.actor.surface.islower()
        return unnamed and item.actor.kind == "organisation" and item.end == behind.start
    if behind.actor.kind != "person":
        return behind.actor.kind == "organisation" and _says_what(sentence, item, behind)
    words = sentence.words
    closed = _behind_acronym(words, item.end)
    owns = words[closed : closed + 1] != [] and words[closed] in OWNER_ENDINGS
    if not owns and item.actor.kind not in _DESCRIBING:
        return False
    first = closed + owns
    bare = behind.actor.surface == behind.actor.name
    if bare and first == behind.start:
        if _has_first_name(behind):
            return owns  # but "in Malta Karl Borg resigned"
        return not owns and _says_what(sentence, item, behind)  # but "Malta's Humanitarian Aid"
    if bare and sentence.words[behind.start - 1].endswith(_VERBAL):
        return False  # "Malta's decision granting Borg immunity"
    return are_nouns(sentence, first, behind.start, owns=owns)


def _behind_acronym(words: list[str], end: int) -> int:
    """The token behind an acronym in brackets that stands at one: `Norfield Bank (NB) | board member`; the token itself where none does."""
    if words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"]:
        return end + _BRACKET
    return end + (words[end : end + 1] == [")"])


def only_modifies(sentence: Sentence, item: Placed, end: int) -> bool:
    """Whether nothing but nouns stand between a body and the verb group at a token, so that it only describes what they name: `a | Norfield | jail cook | was charged`."""
    words, first = sentence.words, _behind_acronym(sentence.words, item.end)
    body = item.actor.kind == "organisation" and not item.actor.pronoun
    between = range(first, end)
    nouns = all(words[at].isalpha() and words[at] not in _NO_HEADS and at not in sentence.dated for at in between)
    return body and first < end and nouns and sentence.first_finite(first, end) == end


def _has_first_name(item: Placed) -> bool:
    """Whether the name of a person begins with a first name."""
    word = classify(item.actor.name.split()[0])
    return word is not None and bool(word.flags & (Flag.GIVEN | Flag.SURNAME_FIRST | Flag.INITIAL))


def _says_what(sentence: Sentence, item: Placed, behind: Placed) -> bool:
    """Whether an actor only says what or whose the organisation behind it is: `ratings agency | Norfield`, `Italian | think-tank | Norfield`, `by Malta's | Norfield`."""
    words, first = sentence.words, item.end
    if words[first] in OWNER_ENDINGS:
        return first + 1 == behind.start and words[item.start - 1] in _BEFORE_DOERS
    last = behind.end
    if last < len(words) and (sentence.finite[last] or is_past_participle(words[last])):
        return False  # "the company Borg founded"
    if first == behind.start:
        return item.actor.kind == "organisation" and sentence.raw[first - 1].islower()
    return item.actor.surface in adjectives_of(item.actor.name) and are_nouns(sentence, first, behind.start, owns=False)


def is_state_of_thing(sentence: Sentence, item: Placed) -> bool:
    """Whether a state only says of where the thing behind it is: `gifts to | U.S. | food banks`, `breaches of the | U.S. | Corrupt Practices Act`."""
    actor, words = item.actor, sentence.words
    if actor.kind != "state":
        return False
    owned = words[item.start - 1] in OWNING_PRONOUNS  # "its | Egypt | business"
    if not (owned or actor.surface in adjectives_of(actor.name) or _ACRONYM.fullmatch(actor.surface)):
        return False
    behind = words[item.end : end_of_nouns(sentence, item.end)]
    return (
        behind != [] and behind[0] not in _WITH_STATES and _SETTLEMENTS.isdisjoint(behind) and "-" not in actor.surface
    )


def end_of_nouns(sentence: Sentence, first: int) -> int:
    """The token behind the nouns that begin at one."""
    while first < len(sentence.words) and _is_noun(sentence, first):
        first += 1
    return first


def are_nouns(sentence: Sentence, first: int, end: int, *, owns: bool) -> bool:
    """Whether words before a name can all be nouns or adjectives, behind no owner none of them a verb in -s: the "sales" of `Norfield sales analyst`."""
    return all(_is_noun(sentence, at) and (owns or not _may_be_verb(sentence, at)) for at in range(first, end))


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word can be a noun or an adjective before a name: the "sales" of `Norfield sales analyst`."""
    word = sentence.words[at]
    if not word[0].isalpha() or word in _NO_NOUNS and word != "lead" or at in sentence.dated or is_in_ly(word):
        return False
    return "-" in word or not (sentence.finite[at] or is_past_participle(word))  # "Oslo-based"


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word in small letters has the ending of a verb of the present and is no known noun: `Norfield | names Karl Borg`."""
    word = sentence.raw[at]
    return word[-1] == "s" and word.islower() and word not in _MODIFIERS_IN_S
