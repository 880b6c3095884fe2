"""Further parties of deals and talks: "sold it to Vella", "a deal under which Borg will pay Vella", "talks in which Malta took part", "called Borg to a meeting".

Belongs here: who takes part by such words around a hit. Does not: subjects and objects in their usual places (subjects.py, objects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.arguments import Arguments
from transforms.events.roles.enumerations import OWNING, has_preposition, joined_behind
from transforms.events.roles.premodifiers import is_state_of_thing
from transforms.events.roles.subjects import subject_before
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    BE,
    DETERMINERS,
    FUTURE,
    INFINITIVES,
    MODALS,
    OWNER_ENDINGS,
    PREPOSITIONS,
)
from transforms.vocabulary import word_set

_SELLING: Final = word_set("clauses", "selling")
_CALLING: Final = word_set("clauses", "calling_together")
_BINDING: Final = frozenset({"under", "by"})  # before "which" and what a deal lays down
_TAKING_PART: Final = (["took", "part"], ["take", "part"], ["taking", "part"], ["participated"], ["participate"])
_BEFORE_SALE: Final = 6  # tokens between "agreed" and what is sold
_RELATIVE_REACH: Final = 10  # tokens between a hit and "under which"
_SALE: Final = 24  # tokens between what tells a sale and who buys
_NOUNS: Final = 4  # tokens that may stand before a name: "to its smaller rival Vella"


def with_further_parties(sentence: Sentence, hit: Hit, found: Arguments, actors: Sequence[Placed]) -> Arguments:
    """The arguments of a hit with those who take part by other words of its sentence; found: those in the usual places."""
    if hit.kind == "agreement":
        sale = _sale(sentence, hit)
        more = (*_buyer(sentence, sale, actors), *_bound(sentence, hit, actors), *_taker(sentence, hit, actors))
    elif hit.kind == "meeting":
        more = (*_callers(sentence, hit, actors), *_taking_part(sentence, hit, actors))
    else:
        return found
    known = {actor.name for part in found for actor in part}
    new = tuple(actor for actor in more if actor.name not in known)
    return found._replace(object=(*found.object, *new)) if new else found


def _sale(sentence: Sentence, hit: Hit) -> int:
    """The token by which a hit tells a sale: `sold`, `agreed to sell`; -1 where it tells none."""
    if hit.verb is None:
        return -1
    words, reach = sentence.words, range(hit.start, min(hit.end + _BEFORE_SALE, len(sentence.words)))
    return next((at for at in reach if words[at] in _SELLING and (at < hit.end or words[at - 1] == "to")), -1)


def _buyer(sentence: Sentence, sale: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """To whom something is sold by a token: `sold the mine in Malta | to its rival Vella`."""
    words = sentence.words
    end = min(sale + _SALE, sentence.first_finite(sale + 1, len(words)))
    for at in range(sale + 1, end if sale >= 0 else 0):
        if words[at] == "to" and at + 1 < len(words) and words[at + 1] not in INFINITIVES:
            near = [item for item in actors if at < item.start <= at + _NOUNS and item.start < end]
            # "to its rival | Vella", "to Malta's | Vella"
            near = [item for item in near if not _only_leads(words, item, near)]
            if near and _are_nouns(words[at + 1 : near[0].start]):
                return (near[0].actor,)
    return ()


def _taker(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """By whom somebody agrees that something is done with them: `agreed on Monday to be bought by | Norfield`, `to be sold to | Norfield`."""
    words, reach = sentence.words, range(hit.end, min(hit.end + _BEFORE_SALE, len(sentence.words)))
    to = next((at for at in reach if words[at : at + 2] == ["to", "be"]), -1)
    reach = range(to + 2, min(to + _NOUNS + 1, len(words)) if to > 0 else 0)
    by = next((at for at in reach if words[at] == "by" or words[at - 1 : at + 1] == ["sold", "to"]), -1)
    near = [item for item in actors if 0 < by < item.start <= by + _NOUNS] if hit.verb is not None else []
    near = [item for item in near if not _only_leads(words, item, near)]
    return joined_behind(words, near[0], actors) if near and _are_nouns(words[by + 1 : near[0].start]) else ()


def _only_leads(words: list[str], item: Placed, others: Sequence[Placed]) -> bool:
    """Whether an actor owns or describes the one right behind it."""
    return item.actor.pronoun or words[item.end : item.end + 1] in OWNING or any(o.start == item.end for o in others)


def _are_nouns(words: Sequence[str]) -> bool:
    return all(word.replace("-", "").isalpha() and word not in PREPOSITIONS or word in OWNER_ENDINGS for word in words)


def _relative(sentence: Sentence, hit: Hit, before: frozenset[str]) -> int:
    """The token behind "which" and the given words before it, where that clause is about a hit; -1 where there is none."""
    words = sentence.words
    passive = hit.verb is not None and hit.verb.passive  # "a deal under which he will pay was signed"
    reach = range(0 if passive else hit.start, min(hit.end + _RELATIVE_REACH, len(words) - 1))
    return next((at + 2 for at in reach if words[at] in before and words[at + 1] == "which"), -1)


def _bound(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Whom a deal binds by what it lays down: `under which | Borg will sell | Vella to Norfield`."""
    first = _relative(sentence, hit, _BINDING)
    verb = sentence.first_finite(first, len(sentence.words)) if first > 0 else len(sentence.words)
    words = sentence.words
    if verb >= len(words) - 1 or words[verb] not in FUTURE | MODALS:
        return ()
    bound = [
        item for item in actors if first <= item.start and item.end <= verb and not is_state_of_thing(sentence, item)
    ]
    done_to = (item for item in actors if verb + 2 <= item.start <= verb + _NOUNS)
    bound += [item for item in done_to if DETERMINERS.issuperset(words[verb + 2 : item.start])]
    parties = [item.actor for item in bound if not has_preposition(words, item.start)]
    sells = words[verb + 1] in _SELLING
    return (*parties, *(_buyer(sentence, verb + 1, actors) if sells else ()))


def _taking_part(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who takes part in talks by a clause of theirs: `talks | in which Malta and Norway took part`."""
    words, first = sentence.words, _relative(sentence, hit, frozenset({"in"}))
    verb = sentence.first_finite(first, len(words)) if first > 0 else len(words)
    if not any(words[verb : verb + len(part)] == part for part in _TAKING_PART):
        return ()
    inside = (item for item in actors if first <= item.start and item.end <= verb)
    return tuple(item.actor for item in inside if not has_preposition(words, item.start))


def _callers(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who calls others to talks: `Malta | invited Norway to a meeting`."""
    words = sentence.words
    to = next((at for at in range(hit.start - 1, max(0, hit.start - _NOUNS), -1) if words[at] == "to"), -1)
    if hit.verb is not None or to < 0 or not _are_nouns(words[to + 1 : hit.start]):
        return ()
    called = next((item for item in actors if item.end == to), None)
    if called is None:
        return ()
    verb = before_articles(words, called.start)
    if verb < 1 or words[verb] not in _CALLING or words[verb - 1] in BE:
        return ()
    return subject_before(sentence, verb, actors)
