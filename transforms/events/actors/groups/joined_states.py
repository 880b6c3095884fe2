"""Read two states that a hyphen joins: "US-China talks", "the Franco-German summit".

Belongs here: words of two states. Does not: persons of two states ("a Franco-Algerian man"), names of firms ("Anglo-American Corp").
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known, known_names
from transforms.events.actors.words.phrases import match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import read_vocabulary

_COMBINING: Final[dict[str, str]] = read_vocabulary("groups")["combining"]
_PERSONS: Final = Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN
_STATES: Final = frozenset({"state", "adjective"})
_PARTIES: Final = _STATES | {"organisation"}


def _party(words: tuple[str, ...], sorts: frozenset[str]) -> Known | None:
    """What half of a word names, perhaps with the word before it: "US", "Franco", "South Korea"."""
    first = _COMBINING.get(words[0], words[0])
    rows = known_names().get(first, ())
    return next((known for rest, known in rows if rest == words[1:] and known.sort in sorts), None)


def _second(word: str) -> Known | None:
    """What the second half of a word names where the word joins two with a hyphen: a state, or a body as in "Israel-Hamas"."""
    first, _, second = word.partition("-")
    return _party((second,), _PARTIES) if first and second and word not in known_names() else None


_SECOND: Final = WordTable(_second)


def joined_states(tokens: Tokens) -> list[ActorMention]:
    """Two mentions for each word that joins a state and another before an ordinary noun, each at its half: "US-China talks", "the Israel-Hamas war"."""
    mentions: list[ActorMention] = []
    for index, word in enumerate(tokens.raw):
        if "-" not in word or not tokens.flags[index] & Flag.UPPER or (second := _SECOND[word]) is None:
            continue
        if not _describes_thing(tokens, index + 1):
            continue
        hyphen, begin = word.index("-"), index
        first = _party((word[:hyphen],), _STATES)
        if index and tokens.plain[index] and (longer := _party((tokens.raw[index - 1], word[:hyphen]), _STATES)):
            first, begin = longer, index - 1
        if first is None or first.name == second.name:
            continue
        middle = tokens.starts[index] + hyphen
        mentions += [
            _mention(tokens.text, tokens.starts[begin], middle, first),
            _mention(tokens.text, middle + 1, tokens.starts[index] + len(word), second),
        ]
    return mentions


def _describes_thing(tokens: Tokens, following: int) -> bool:
    """Whether neither of the two words behind is a person, a group or a body: "US-China trade talks", but not "the Anglo-Dutch oil company"."""
    for at in (following, following + 1):
        if not tokens.plain[at]:
            return at > following
        if tokens.flags[at] & Flag.UPPER or match_term(tokens, at, _PERSONS)[0]:
            return False
    return True


def _mention(text: str, start: int, end: int, known: Known) -> ActorMention:
    kind = "organisation" if known.sort == "organisation" else "state" if known.state else "group"
    return ActorMention(start, end, text[start:end], known.name, kind, known.state)
