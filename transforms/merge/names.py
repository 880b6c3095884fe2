"""Whether two names mean the same actor, and under which keys an actor is looked up.

Belongs here: names as words, their keys and relations. Does not: which actors an event needs (agreement.py), finding names in text (transforms/events).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from transforms.merge.vocabulary import merging_words
from transforms.spelling import spelling

# "Qin", "Xi", "Kim", "Moon": a first word this short is taken for a possible family name when the person's state is not known.
SHORT_FAMILY_NAME = 4
# So many names are kept as they are compared: a run works them out for several steps.
KNOWN_NAMES = 50_000
# No more things are numbered than a number of so many bits counts: two such numbers are one.
NUMBER_BITS: Final = 32


class Relation(IntEnum):
    """How two actors relate: the same one, a state and its office, a state and one of its people, or not at all."""

    NONE = 0
    KINDRED = 1
    OFFICE = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class ActorName:
    """One actor as names are compared: its words without titles, accents and spelling variants, its state, its kind.

    named: whether it is somebody in particular, and not "two soldiers", "a Taliban leader" or "the company".
    generation: what tells a father from a son of one name ("jr", "iii"), "" for none.
    own: the keys under which the actor itself is found; keys: under which its events are filed, so that related actors find them; asks: under which
    events of the same or a related actor are looked up.
    """

    name: str
    kind: str
    given_state: str | None
    state: str
    words: tuple[str, ...]
    named: bool
    initials: str
    family_first: bool
    generation: str
    own: tuple[str, ...]
    keys: tuple[str, ...]
    asks: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents; apostrophes and dots dropped, other punctuation as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’.]s?\b|[.'’]", "", plain)).split())


@lru_cache(KNOWN_NAMES)
def actor_name(name: str, kind: str, state: str | None) -> ActorName:
    """An actor as names are compared."""
    named = _is_proper(name, kind)
    words, generation = _without_generation(_words(name, kind, named), kind)
    own_state = fold(state or "") or (" ".join(words) if kind == "state" else "")
    if kind == "organisation" and not _is_public(name):
        own_state = ""  # a company of a country acts for itself
    if kind == "state":
        words = tuple(own_state.split())
    family_first = kind == "person" and len(words) > 1 and _family_first(words, state)
    initials = _initials(name)
    own = _own_keys(kind, words, initials, family_first, named)
    filed, asked = _keys(kind, named, own, own_state)
    keys = (tuple(sorted(found)) for found in (own, filed, asked))
    return ActorName(name, kind, state, own_state, words, named, initials, family_first, generation, *keys)


def is_named(name: str, kind: str | None) -> bool:
    """Whether an actor is somebody in particular, and not "two soldiers", "a Taliban leader" or "the company"; one of no known kind is."""
    return kind is None or _is_proper(name, kind)


def _is_proper(name: str, kind: str) -> bool:
    if kind == "person":
        last = name.split()[-1] if name.strip() else ""
        # "al-Assad" and "d'Aubigny" have their capital within
        return any(map(str.isupper, last)) and last.lower() not in merging_words().anybody and not _is_office(name)
    return kind != "group" and name != name.lower() and not _is_vague(name)


def _is_office(name: str) -> bool:
    """Whether a person is told by an office or a bond alone ("President of Norfield", "father of Anna Vella", "Foreign Minister"), and by no name of their own."""
    head, of, _ = name.partition(" of ")
    *before, last = head.split() or [""]
    titles = merging_words().titles
    return (bool(of) and last == last.lower()) or all(word.lower() in titles for word in (*before, last))


def _is_vague(name: str) -> bool:
    """Whether a name says whose or which kind of body it is and no more ("his government", "Foreign ministry")."""
    words = fold(name).split()
    rest = name.split()[1:]
    vocabulary = merging_words()
    plain = not any(word[:1].isupper() for word in rest)
    return plain and bool(words) and (words[0] in vocabulary.vague or vocabulary.common.issuperset(words))


def _is_public(name: str) -> bool:
    """Whether the name of an organisation is that of a body that acts for its state."""
    words, vocabulary = fold(name).split(), merging_words()
    return vocabulary.legal_forms.isdisjoint(words) and not vocabulary.public.isdisjoint(_phrases(words))


def _phrases(words: Sequence[str]) -> set[str]:
    """All that one to three words in a row say."""
    ends = ((start, start + length) for start in range(len(words)) for length in (1, 2, 3))
    return {" ".join(words[start:end]) for start, end in ends}


def relation(a: ActorName, b: ActorName) -> Relation:
    """How two actors relate.

    "the Russian president" may be any person of Russia by name, "a Russian officer" is kin to them, and "the foreign ministry's spokesman" speaks for the ministry.
    """
    if _same(a, b):
        return Relation.SAME
    if "organisation" in (a.kind, b.kind) and _speaks_for(a, b):
        return Relation.OFFICE
    if not a.state or a.state != b.state:
        return Relation.NONE
    if (a.kind == "state") != (b.kind == "state"):
        return Relation.OFFICE if "organisation" in (a.kind, b.kind) else Relation.KINDRED
    if a.kind != "person" or b.kind != "person" or a.named == b.named:
        return Relation.NONE
    return Relation.OFFICE if _holds_sole_title(b if a.named else a) else Relation.KINDRED


def _holds_sole_title(actor: ActorName) -> bool:
    """Whether somebody without a name is told by a title that one person of a state holds at a time."""
    words = fold(actor.name.partition(" of ")[0]).split()
    return bool({" ".join(words[-length:]) for length in (1, 2, 3)} & merging_words().sole)


def _speaks_for(a: ActorName, b: ActorName) -> bool:
    """Whether one is an organisation and the other somebody without a name who is told by it ("141 members of the General Assembly")."""
    body, voice = (a, b) if a.kind == "organisation" else (b, a)
    return (
        voice.kind in ("person", "group")
        and not voice.named
        and len(body.words) > 1
        and set(body.words) <= set(voice.words)
    )


def fullness(actor: ActorName) -> tuple[int, int, int, str]:
    """Sorts the fullest of several names of one actor first: most words, then most letters, then without the capitals of a headline or a sentence's beginning, then by spelling."""
    shouted = actor.kind == "person" and actor.name.isupper()
    capitals = shouted if actor.named else sum(letter.isupper() for letter in actor.name)
    return (-len(actor.words), -len(actor.name), int(capitals), actor.name)


def _words(name: str, kind: str, named: bool) -> tuple[str, ...]:
    vocabulary = merging_words()
    words = fold(name).split()
    if kind == "person":
        # the title is all that tells an office apart
        while named and len(words) > 1 and words[0] in vocabulary.titles:
            words = words[1:]
    else:
        words = [full for word in words for full in vocabulary.short.get(word, word).split()]
        words = [
            word
            for word in words
            if not (word in vocabulary.small or word in vocabulary.legal_forms or kind == "group" and word.isdigit())
        ] or words
    return tuple(spelling(word) for word in words)


def _without_generation(words: tuple[str, ...], kind: str) -> tuple[tuple[str, ...], str]:
    """A person's words without the last one where it tells the generation, and that one ("" for none)."""
    told = kind == "person" and len(words) > 1 and words[-1] in merging_words().generations
    return (words[:-1], words[-1]) if told else (words, "")


def _family_first(words: Sequence[str], state: str | None) -> bool:
    return state in merging_words().family_first if state else len(words[0]) <= SHORT_FAMILY_NAME


def _initials(name: str) -> str:
    letters = [word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    return "".join(letters).casefold() if len(letters) > 1 else ""


def _own_keys(kind: str, words: tuple[str, ...], initials: str, family_first: bool, named: bool) -> set[str]:
    if kind == "state" or not words:
        return {f"state {' '.join(words)}"} if words else set()
    if kind == "person" and named:
        return {words[-1], words[0]} if family_first else {words[-1]}
    pairs = {" ".join(pair) for pair in pairwise(words)} if kind != "group" else {" ".join(words[-2:])}
    return (pairs or {words[0]}) | ({spelling(initials)} if initials else set())


def _keys(kind: str, named: bool, own: set[str], state: str) -> tuple[set[str], set[str]]:
    """The keys under which an actor's events are filed and looked up: its own, and those by which a state, its people and their titles find each other."""
    if not state:
        return own, own
    itself, people, roles = f"state {state}", f"of {state}", f"role {state}"
    if kind == "state":
        return {itself}, {itself, people, roles}
    if named:
        return own | {people}, own | {itself} | ({roles} if kind == "person" else set())
    return own | {roles}, own | {itself} | ({people, roles} if kind == "person" else set())


def _same(a: ActorName, b: ActorName) -> bool:
    elsewhere = bool(a.state and b.state and a.state != b.state)
    if elsewhere and a.kind == b.kind == "organisation":
        return False
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if a.words == b.words:
        return bool(a.words) and (a.named or not _others(a, b))
    if not (a.named or b.named):
        return (
            bool(a.words and b.words)
            and (set(a.words) <= set(b.words) or set(b.words) <= set(a.words))
            and not _others(a, b)
        )
    if a.named != b.named:
        return False
    if elsewhere:
        return False
    if a.kind == b.kind == "person":
        return _same_person(a, b)
    if "state" in (a.kind, b.kind):
        return False
    if "person" in (a.kind, b.kind):
        return 1 in (len(a.words), len(b.words)) and a.words[-1:] == b.words[-1:]
    return _same_organisation(a, b)


def _others(a: ActorName, b: ActorName) -> bool:
    """Whether one of two names without a proper name says that it is not the one told of before ("another man")."""
    return not merging_words().others.isdisjoint(a.words + b.words)


def _same_person(a: ActorName, b: ActorName) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if len(short.words) == 1:
        return short.words[0] == long.words[-1] or (long.family_first and short.words[0] == long.words[0])
    if short.words[-1] != long.words[-1] or _have_other_middles(short.words[1:-1], long.words[1:-1]):
        return False
    first, other = short.words[0], long.words[0]
    return (
        first == other
        or (1 in (len(first), len(other)) and first[0] == other[0])
        or set(short.words) <= set(long.words)
    )


def _have_other_middles(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names have middle words, or initials of such, of which none can be one of the other's ("William Albert Jones", "William C. Jones")."""
    return bool(a and b) and not any(
        one == other or (1 in (len(one), len(other)) and one[0] == other[0]) for one in a for other in b
    )


def _same_organisation(a: ActorName, b: ActorName) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if len(short.words) == 1:
        return short.words[0] == spelling(long.initials)
    return set(short.words) <= set(long.words)
