"""Find the actors of one article.

Belongs here: the order of the steps, from text to mentions. Does not: the steps (tokens, units, noun_groups, identify, coreference, pronouns).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors.coreference import Referent, resolve
from transforms.events.actors.identify import enter_names
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.noun_groups import NounGroup, read_groups
from transforms.events.actors.pronouns import Candidate, antecedent
from transforms.events.actors.registry import Registry
from transforms.events.actors.tokens import Tokens, tokenise
from transforms.events.actors.units import read_units
from transforms.events.sentences import Span, split_sentences

_MAX_CANDIDATES: Final = 12  # mentions that a pronoun may look back on
_BEFORE_OBJECTS: Final = frozenset(
    {
        "of",
        "in",
        "to",
        "by",
        "with",
        "from",
        "for",
        "at",
        "against",
        "on",
        "about",
        "between",
        "over",
        "into",
        "near",
        "under",
        "than",
        "as",
        "like",
        "toward",
        "towards",
    }
)


def find_actors(text: str, sentences: Sequence[Span], title: str | None = None) -> list[ActorMention]:
    """The actors of an article in order, never overlapping; names that only the headline gives in full count too.

    Raises nothing: a text without actors gives an empty list. Linear in the length of the text.
    """
    tokens = tokenise(text, sentences)
    groups = read_groups(tokens, read_units(tokens))
    registry = enter_names(tokens, groups)
    if title and title not in text:
        _enter_title(registry, title)
    return _mentions(tokens, registry, groups)


def _enter_title(registry: Registry, title: str) -> None:
    tokens = tokenise(title, split_sentences(title))
    for entity in enter_names(tokens, read_groups(tokens, read_units(tokens))).entities.values():
        if entity.titled:
            registry.enter(entity, entity.name.split())


def _mentions(tokens: Tokens, registry: Registry, groups: list[NounGroup]) -> list[ActorMention]:
    mentions: list[ActorMention] = []
    recent: list[Candidate] = []
    for group in groups:
        sentence = tokens.sentence(group.first)
        pronoun = group.head.sort == "pronoun"
        if pronoun:
            referent = antecedent(tokens.bare(group.first).lower(), sentence, recent)
        else:
            referent = resolve(tokens, registry, group)
        if referent is None:
            continue
        mentions.append(_mention(tokens, group, referent, pronoun))
        recent.append(Candidate(referent, sentence, _is_subject(tokens, group)))
        del recent[:-_MAX_CANDIDATES]
    return mentions


def _mention(tokens: Tokens, group: NounGroup, referent: Referent, pronoun: bool) -> ActorMention:
    start, end = tokens.start(group.first), tokens.end(group.last - 1)
    return ActorMention(start, end, tokens.text[start:end], referent.name, referent.kind, referent.state, pronoun)


def _is_subject(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a noun group is likely a subject: no preposition before it."""
    at = group.first - 1
    while at >= 0 and tokens.raw[at].lower() in ("the", "a", "an", "his", "her", "their", "its"):
        at -= 1
    return at < 0 or at + 1 in tokens.firsts or tokens.raw[at].lower() not in _BEFORE_OBJECTS
