"""Who something belongs to: `Xi's visit`, `Israeli airstrikes`, `Malta's new tax law came into force`.

Belongs here: owners of the nouns that hits name. Does not: what the owner has to do with it (of_noun.py, read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.actors.words.known import adjectives_of
from transforms.events.clauses.embedded import governing_participle
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import VerbGroup
from transforms.events.roles.antecedents import described
from transforms.events.roles.enumerations import OWNING, has_preposition
from transforms.events.roles.subjects import GROUP_REACH, TELLING
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import PREPOSITIONS

_AT_POLLS: Final = frozenset({"in", "at", "during"})
_OUTCOMES: Final = frozenset({"victory", "win", "triumph", "defeat", "loss", "landslide", "re-election", "reelection"})
_ADJECTIVES: Final = (
    "ed",
    "ing",
    "ous",
    "ive",
    "ful",
    "less",
    "ic",
    "al",
    "ly",
    "y",
    "ent",
    "ant",
    "long",
    "new",
    "first",
)
FACING: Final = frozenset({"face", "faces", "faced", "facing"})


def owners_of(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who a noun belongs to: `Xi's visit`, `Israeli airstrikes`, `US-China talks`."""
    words, out = sentence.words, list[Placed]()
    if (whose := _whose(sentence, hit)) > 0:
        return described(words, whose, actors)
    participle = governing_participle(sentence, hit.start)
    for placed in actors:
        if placed.start <= participle:
            continue
        if placed.end <= hit.start and hit.start - placed.end <= GROUP_REACH:
            between = words[placed.end : hit.start]
            broken = any(
                word in PREPOSITIONS
                or word in TELLING
                or word in FACING
                or word in (";", "(", ")", "and", "that", "who")
                or word == ","
                and not _is_within_adjectives(between, at)
                for at, word in enumerate(between)
            )
            of_owner = (
                hit.kind == "meeting" and placed.end < hit.start and words[placed.start - 1 : placed.start] in OWNING
            )
            if of_owner and out and placed.actor.kind == "state":  # "Norfield's U.S. marketing summit"
                continue
            if not broken and sentence.first_finite(placed.end, hit.start) == hit.start:
                out.append(placed)
        elif placed.start == hit.start and placed.end < hit.end:  # "the Senate vote"
            out = [placed]
    first = out[-2:][0] if out else None
    shared = [item for item in actors if first is not None and _shares_noun(words, item, first)]
    return tuple(placed.actor for placed in [*shared, *out[-2:]])


def _shares_noun(words: list[str], item: Placed, owner: Placed) -> bool:
    """Whether "and" joins the adjective of a state to that of the owner behind it: `| U.S. | and British inquiries`."""
    states = item.actor.kind == owner.actor.kind == "state" and item.actor.name != owner.actor.name
    return states and item.end + 1 == owner.start and words[item.end] == "and"


def is_joined_to_thing(words: list[str], placed: Placed, actors: Sequence[Placed]) -> bool:
    """Whether "and" joins an actor right before a noun to what only says of what kind that is: `a civil rights and | ADA | lawsuit`, `the technology and | media | conference`."""
    joint = placed.start - 1
    if words[joint : joint + 1] != ["and"] or joint < 1 or words[placed.end : placed.end + 1] in OWNING:
        return False
    return words[joint - 1].isalpha() and not any(item.end == joint for item in actors)


def _whose(sentence: Sentence, hit: Hit) -> int:
    """The "whose" that a noun's group begins with: `Waugh, | whose | early release was announced`; -1 where there is none."""
    words = sentence.words
    for at in range(hit.start - 1, max(0, hit.start - 1 - GROUP_REACH), -1):
        if words[at] == "whose":
            return at
        if not words[at].isalpha() or words[at] in PREPOSITIONS or sentence.finite[at]:
            return -1
    return -1


def _is_within_adjectives(between: list[str], comma: int) -> bool:
    """Whether a comma behind an owner only parts the adjectives of what is owned: `Vella's | continued, brazen | attacks`."""
    return between[:1] in OWNING and comma > 1 and all(word.endswith(_ADJECTIVES) for word in between[1:comma])


def owners_of_law(sentence: Sentence, verb: VerbGroup, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whose law takes effect: `Malta's new tax law came into force`; those whom it is for or on did nothing."""
    words, clause = sentence.words, sentence.clauses[sentence.clause_at(verb.start)]
    for placed in actors:
        if clause.start <= placed.start < verb.start and not has_preposition(words, placed.start):
            owns = words[placed.end : placed.end + 1] in OWNING
            return (placed.actor,) if owns or placed.actor.surface in adjectives_of(placed.actor.name) else ()
    return ()


def who_stood(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whose victory or defeat an election brought: `Borg's | victory in the Maltese election`."""
    words, at = sentence.words, hit.start - 1
    while at > 0 and hit.start - at <= GROUP_REACH and words[at] not in PREPOSITIONS:
        at -= 1
    if at < 1 or words[at] not in _AT_POLLS or words[at - 1] not in _OUTCOMES:
        return ()
    outcome = at - 1
    return tuple(
        item.actor for item in actors if words[item.end : item.end + 1] in OWNING and 0 < outcome - item.end <= 2
    )
