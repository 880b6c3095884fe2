"""Say whom "the two leaders", "both companies" and "they" mean: the only two of that kind whom the article has just named.

Belongs here: pairs within the same and the previous sentence. Does not: single persons and things (pronouns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors.groups.noun_groups import COMMON_NOUNS, NounGroup
from transforms.events.actors.groups.wording import small_text
from transforms.events.actors.meaning.referent import Referent
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import read_vocabulary

_KINDS: Final = {
    noun: frozenset(kinds.split()) for kinds, nouns in read_vocabulary("groups")["pairs"].items() for noun in nouns
}
_STATE: Final = "state"
_PERSONS: Final = frozenset({"person"})
_THEY: Final = "they"
_OWNING: Final = ("'", "’")


def is_pair(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a group is "the two" or "both" and a noun for persons, states or firms named elsewhere."""
    if group.head.sort not in COMMON_NOUNS or group.head.first != group.first + 1 or group.last != group.head.last:
        return False
    if tokens.gaps[group.last][:1] in _OWNING:
        return False  # "the two countries' interests" are no deed of theirs
    counter = tokens.small(group.first)
    if counter != "both" and (counter != "two" or tokens.before(group.first) != "the"):
        return False
    return small_text(tokens, group.head) in _KINDS


def pair_mentions(tokens: Tokens, group: NounGroup, earlier: Sequence[tuple[int, Referent]]) -> list[ActorMention]:
    """One mention for each of the two whom a pair means, the first at its number and the second at its noun; none where it is not clear who they are.

    `earlier` are the latest mentions with the numbers of their sentences, in order.
    """
    kinds, sentence = _KINDS[small_text(tokens, group.head)], tokens.sentence_of(group.first)
    near = [(at, item) for at, item in earlier if at >= sentence - 1]
    both = _two(near, kinds, sentence)
    if len(both) != 2 and _STATE in kinds:  # "Borg of Malta met Vella of Norway. The two countries signed"
        both = _two([(at, _state_of(item)) for at, item in near if item.kind == "person"], kinds, sentence)
    if len(both) != 2:
        return []
    spans = (group.first, group.first + 1), (group.head.first, group.last)
    return [_mention(tokens, span, item) for span, item in zip(spans, both.values(), strict=True)]


def meant_by_they(tokens: Tokens, group: NounGroup, earlier: Sequence[tuple[int, Referent]]) -> list[Referent]:
    """The only two persons whom "they" can mean: those named in the sentence before; nobody where it is not clear who they are."""
    sentence = tokens.sentence_of(group.first)
    if tokens.small(group.first) != _THEY or group.first not in tokens.firsts:
        return []
    both = {item.name: item for at, item in earlier if at == sentence - 1 and _may_be_one(item, _PERSONS)}
    return list(both.values()) if len(both) == 2 else []


def _two(near: Sequence[tuple[int, Referent]], kinds: frozenset[str], sentence: int) -> dict[str, Referent]:
    """Those of some kinds by name: of the pair's own sentence where there are two, else of both sentences."""
    fitting = [(at, item) for at, item in near if _may_be_one(item, kinds)]
    here = {item.name: item for at, item in fitting if at == sentence}
    return here if len(here) == 2 else {item.name: item for _, item in fitting}


def _state_of(item: Referent) -> Referent:
    """The state of a person, or nobody's."""
    return Referent(item.state or "", _STATE, item.state)


def _may_be_one(item: Referent, kinds: frozenset[str]) -> bool:
    return item.kind in kinds and item.name[:1].isupper()


def _mention(tokens: Tokens, span: tuple[int, int], item: Referent) -> ActorMention:
    start, end = tokens.starts[span[0]], tokens.end(span[1] - 1)
    return ActorMention(start, end, tokens.text[start:end], item.name, item.kind, item.state)
