"""Whether two names mean the same actor, and under which keys an actor is looked up.

Belongs here: names as words, their keys and relations. Does not: which actors an event needs (agreement.py), finding names in text (transforms/events).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from transforms.merge.vocabulary import merging_words

# "Qin", "Xi", "Kim", "Moon": a first word this short is taken for a possible family name when the person's state is not known.
SHORT_FAMILY_NAME = 4


class Relation(IntEnum):
    """How two actors relate: the same one, a state and its office, a state and one of its people, or not at all."""

    NONE = 0
    KINDRED = 1
    OFFICE = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class ActorName:
    """One actor as names are compared: its words without titles, accents and spelling variants, its state, its kind.

    keys: under which an event of this actor is filed; `asks`: under which events of the same or a related actor are looked up.
    """

    name: str
    kind: str
    given_state: str | None
    state: str
    words: tuple[str, ...]
    initials: str
    family_first: bool
    keys: tuple[str, ...]
    asks: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether it is somebody in particular, and not "two soldiers", "a Taliban leader" or "the company"."""
        if self.kind == "person":
            return self.name.split()[-1][:1].isupper() if self.name.strip() else False
        return self.kind != "group" and self.name != self.name.lower()


def fold(text: str) -> str:
    """Lower case without accents; apostrophes and dots dropped, other punctuation as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’.]s?\b|[.'’]", "", plain)).split())


def spelling(word: str) -> str:
    """A word with the commonest differences of transliteration evened out ("Zelenskyy", "Zelenskiy", "Zelensky")."""
    return re.sub(r"(.)\1+", r"\1", word.replace("y", "i"))


def actor_name(name: str, kind: str, state: str | None) -> ActorName:
    """An actor as names are compared."""
    words = _words(name, kind)
    own_state = fold(state or "") or (" ".join(words) if kind == "state" else "")
    if kind == "state":
        words = tuple(own_state.split())
    family_first = kind == "person" and len(words) > 1 and _family_first(words, state)
    initials = _initials(name)
    keys = _keys(kind, words, initials, family_first)
    related = {f"of {own_state}"} if kind == "state" else {f"state {own_state}"} if own_state else set()
    filed = keys | ({f"of {own_state}"} if own_state and kind != "state" else set())
    return ActorName(
        name, kind, state, own_state, words, initials, family_first, tuple(sorted(filed)), tuple(sorted(keys | related))
    )


def relation(a: ActorName, b: ActorName) -> Relation:
    """How two actors relate."""
    if _same(a, b):
        return Relation.SAME
    if (a.kind == "state") == (b.kind == "state") or not a.state or a.state != b.state:
        return Relation.NONE
    return Relation.OFFICE if "organisation" in (a.kind, b.kind) else Relation.KINDRED


def fullness(actor: ActorName) -> tuple[int, int, str]:
    """Sorts the fullest of several names of one actor first: most words, then most letters, then by spelling."""
    return (-len(actor.words), -len(actor.name), actor.name)


def _words(name: str, kind: str) -> tuple[str, ...]:
    vocabulary = merging_words()
    words = fold(name).split()
    if kind == "person":
        while len(words) > 1 and words[0] in vocabulary.titles:
            words = words[1:]
    else:
        words = [
            word for word in words if word not in vocabulary.small and not (kind == "group" and word.isdigit())
        ] or words
    return tuple(spelling(word) for word in words)


def _family_first(words: Sequence[str], state: str | None) -> bool:
    return state in merging_words().family_first if state else len(words[0]) <= SHORT_FAMILY_NAME


def _initials(name: str) -> str:
    letters = [word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    return "".join(letters).casefold() if len(letters) > 1 else ""


def _keys(kind: str, words: tuple[str, ...], initials: str, family_first: bool) -> set[str]:
    if not words:
        return set()
    if kind == "state":
        return {f"state {' '.join(words)}"}
    if kind == "person":
        return {words[-1], words[0]} if family_first else {words[-1]}
    return {" ".join(words[-2:])} | ({initials} if initials else set())


def _same(a: ActorName, b: ActorName) -> bool:
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
    if a.state and b.state and a.state != b.state:
        return False
    if a.kind == b.kind == "person":
        return _same_person(a, b)
    if "state" in (a.kind, b.kind) or "person" in (a.kind, b.kind):
        return False
    return _same_organisation(a, b)


def _others(a: ActorName, b: ActorName) -> bool:
    """Whether one of two names without a proper name says that it is not the one told of before ("another man")."""
    return not merging_words().others.isdisjoint(a.words + b.words)


def _same_person(a: ActorName, b: ActorName) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if len(short.words) == 1:
        return short.words[0] == long.words[-1] or (long.family_first and short.words[0] == long.words[0])
    if short.words[-1] != long.words[-1]:
        return False
    first, other = short.words[0], long.words[0]
    return (
        first == other
        or (1 in (len(first), len(other)) and first[0] == other[0])
        or set(short.words) <= set(long.words)
    )


def _same_organisation(a: ActorName, b: ActorName) -> bool:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if len(short.words) == 1:
        return short.words[0] == spelling(long.initials)
    return set(short.words) <= set(long.words)


class ActorTable:
    """The actors of a set of mentions by number, with their relations worked out once."""

    def __init__(self, actors: Sequence[ActorName]) -> None:
        self.actors = actors
        self._relations: dict[tuple[int, int], Relation] = {}

    def __getitem__(self, number: int) -> ActorName:
        return self.actors[number]

    def relation(self, a: int, b: int) -> Relation:
        """How two actors relate, by their numbers."""
        if a == b:
            return Relation.SAME
        pair = (a, b) if a < b else (b, a)
        known = self._relations.get(pair)
        if known is None:
            known = self._relations[pair] = relation(self.actors[a], self.actors[b])
        return known
