"""Find the actors of one article.

Belongs here: the order of the steps, from text to mentions. Does not: the steps themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import zip_longest
from typing import Final

from transforms.events.actors.groups.appositions import read_groups
from transforms.events.actors.groups.joined_states import joined_states
from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.units import read_units
from transforms.events.actors.meaning.ages import aged_persons
from transforms.events.actors.meaning.coreference import resolve
from transforms.events.actors.meaning.first_person import first_persons
from transforms.events.actors.meaning.identify import enter_names
from transforms.events.actors.meaning.leaders import leads_several, led_mentions
from transforms.events.actors.meaning.openings import opening_mentions, opens_with_others
from transforms.events.actors.meaning.pairs import is_pair, meant_by_they, pair_mentions
from transforms.events.actors.meaning.pronouns import MAX_SENTENCES, Recent, is_meant_ahead, looks_ahead, opens_phrase
from transforms.events.actors.meaning.referent import Referent
from transforms.events.actors.meaning.registry import Registry, short_forms
from transforms.events.actors.meaning.surnames import surname_mentions
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import DETERMINERS
from transforms.events.actors.words.tokens import Tokens, tokenise
from transforms.events.texts.headers import find_dateline
from transforms.events.texts.sentences import Span, split_sentences
from transforms.events.words.function_words import OWNING_PRONOUNS

# what shows that a name is a person's
_PERSONAL: Final = (
    Flag.GIVEN | Flag.INITIAL | Flag.SURNAME_FIRST | Flag.SUFFIX | Flag.ROLE | Flag.HONORIFIC | Flag.SHOUTED
)
MAX_AHEAD: Final = 4  # groups behind a pronoun among which the subject stands that it may mean
# before the office of one, and not of whom the second one is
_ARTICLES: Final = OWNING_PRONOUNS | {"the", "a", "an"}
_BYLINE: Final = "By "
_CREDITED: Final = (["reporting", "by"], ["Reporting", "by"], ["Editing", "by"], ["editing", "by"], ["Writing", "by"])
_CREDITS: Final = ("eporting by ", "diting by ", "riting by ")
BEFORE_TEXT: Final = -1  # the position of names that the headline gives


def find_actors(
    text: str, sentences: Sequence[Span], title: str | None = None, needed: Collection[int] | None = None
) -> list[ActorMention]:
    """The actors of an article in order, never overlapping; names that only the headline gives in full count too.

    `sentences` are those of `text`; only those whose numbers are in `needed` (None: all) are sure to give their mentions. A text without actors gives an empty list. Takes time linear in the length of the text.
    """
    tokens = tokenise(text, sentences)
    groups = read_groups(tokens, read_units(tokens))
    registry = Registry()
    if title and title not in text:
        _enter_title(registry, title)
    enter_names(tokens, groups, registry)
    groups = _without_authors(tokens, _behind_dateline(tokens, groups))
    mentions = _mentions(tokens, registry, groups if needed is None else _needed(tokens, groups, needed))
    if better := joined_states(tokens) + surname_mentions(tokens, registry):
        mentions = _outside(mentions, better)
    others = [*better, *opening_mentions(tokens, mentions)]
    others += [*first_persons(text, title, registry), *aged_persons(text, registry)]
    return sorted([*mentions, *others]) if others else mentions


def _outside(mentions: list[ActorMention], better: list[ActorMention]) -> list[ActorMention]:
    """The mentions that do not begin inside one of others that know better."""
    ends = {item.start: item.end for item in better}
    starts = sorted(ends)
    before = (bisect_right(starts, item.start) - 1 for item in mentions)
    return [item for item, at in zip(mentions, before, strict=True) if at < 0 or item.start >= ends[starts[at]]]


def _behind_dateline(tokens: Tokens, groups: list[NounGroup]) -> list[NounGroup]:
    """The groups without those of the dateline that opens a report, which no pronoun means either: "(Reuters) - Malta said it"."""
    end = find_dateline(tokens.text).end
    return [group for group in groups if tokens.starts[group.first] >= end] if end else groups


def _without_authors(tokens: Tokens, groups: list[NounGroup]) -> list[NounGroup]:
    """The groups without those whom a byline or a credit inside the text names: "rice prices fell By Anna Borg and Karl Vella MALTA (Reuters)", "(Additional reporting by Anna Borg)"."""
    if _BYLINE not in tokens.text and not any(credit in tokens.text for credit in _CREDITS):
        return groups
    kept, before = list[NounGroup](), -1
    for group in groups:
        at = group.first
        joined = at == before + 1 and tokens.after(before) == "and"
        credited = tokens.raw[max(0, at - 2) : at] in _CREDITED
        if group.head.sort == "name" and (joined or credited or tokens.plain[at] and tokens.raw[at - 1] == "By"):
            full = group.head.last - group.head.first > 1 and not tokens.flags[group.last - 1] & Flag.POSSESSIVE
            before = group.last if full else -1
            if full:
                continue
        kept.append(group)
    return kept


def _enter_title(registry: Registry, title: str) -> None:
    """Enter the persons whom a headline names in full."""
    tokens, named = tokenise(title, split_sentences(title)), Registry()
    if not any(flags & _PERSONAL for flags in tokens.flags):
        return
    enter_names(tokens, read_groups(tokens, read_units(tokens)), named)
    for entity in named.entities.values():
        if entity.titled and " " in entity.name:
            entity.position = BEFORE_TEXT
            registry.enter(entity, short_forms(entity.name.split()))
    registry.take_roles(named, 0)


def _needed(tokens: Tokens, groups: list[NounGroup], needed: Collection[int]) -> list[NounGroup]:
    """The groups of the needed sentences and of those that pronouns look back on; roles always, for they tell whose office it is."""
    numbers = [tokens.sentence_of(group.first) for group in groups]
    zipped = zip(numbers, groups, strict=True)
    pronouns = {number for number, group in zipped if group.head.sort == "pronoun" or is_pair(tokens, group)}
    pronouns.update(
        at for at, first in enumerate(tokens.beginnings) if at in needed and opens_with_others(tokens, first)
    )
    wanted, reach = set[int](), 0
    for number in range(len(tokens.beginnings) - 1, -1, -1):
        if number in needed or reach:
            wanted.add(number)
            reach = MAX_SENTENCES if number in pronouns else max(0, reach - 1)
    return [g for number, g in zip(numbers, groups, strict=True) if number in wanted or g.head.sort == "role"]


def _mentions(tokens: Tokens, registry: Registry, groups: list[NounGroup]) -> list[ActorMention]:
    mentions: list[ActorMention] = []
    recent = Recent(tokens)
    office = -1  # where the first office begins of who is named behind the second
    for at, (group, following) in enumerate(zip_longest(groups, groups[1:])):
        if following is not None and _is_another_office(tokens, group, following):
            office = group.first
            continue
        first, office = office if office >= 0 else group.first, -1
        if is_pair(tokens, group) and (both := pair_mentions(tokens, group, recent.referents())):
            mentions += both
            continue
        pronoun = group.head.sort == "pronoun"
        referent = (
            _of_pronoun(tokens, registry, group, recent, groups[at + 1 : at + 1 + MAX_AHEAD])
            if pronoun
            else resolve(tokens, registry, group)
        )
        if pronoun and referent is None and (two := meant_by_they(tokens, group, recent.referents())):
            one, other = (_mention(tokens, group, first, item, pronoun) for item in two)
            mentions.append(one._replace(joint=other))
            for item in two:
                recent.note(group, item)
        if referent is not None:
            led = leads_several(tokens, group)
            mentions += (
                led_mentions(tokens, registry, group) if led else [_mention(tokens, group, first, referent, pronoun)]
            )
            recent.note(group, referent)
    return mentions


def _of_pronoun(
    tokens: Tokens, registry: Registry, group: NounGroup, recent: Recent, later: list[NounGroup]
) -> Referent | None:
    """Whom a pronoun means: mostly somebody before it, in an opening phrase or clause also the subject behind."""
    if opens_phrase(tokens, group) and (referent := _ahead(tokens, registry, group, later)):
        return referent
    referent = recent.antecedent(group)
    if referent is None and looks_ahead(tokens, group):
        return _ahead(tokens, registry, group, later)
    return referent


def _ahead(tokens: Tokens, registry: Registry, group: NounGroup, later: list[NounGroup]) -> Referent | None:
    """Whom a pronoun means that nobody was named for before: the subject of the clause behind its own."""
    for other in later:
        if tokens.sentence_of(other.first) != tokens.sentence_of(group.first):
            return None
        owned = other.parts[0].sort == "pronoun"  # "After he was shot, his father spoke"
        referent = None if owned else resolve(tokens, registry, other)
        if referent is not None and is_meant_ahead(tokens, group, other, referent):
            return referent
    return None


def _is_another_office(tokens: Tokens, group: NounGroup, following: NounGroup) -> bool:
    """Whether a role is one of two that the person named behind it holds: "Norfield Chairman and Chief Executive Karl Borg"."""
    if group.head.sort != "role" or following.head.sort != "name" or following.first != group.last + 1:
        return False
    if tokens.after(group.last) != "and" or tokens.before(group.first) in _ARTICLES:
        return False  # "the President and Prime Minister Anna Vella"
    if _is_bare_office(tokens, group) and any(unit.sort == "role" for unit in following.parts):
        return True
    offices = tokens.flags[group.last - 1] & tokens.flags[following.first] & Flag.UPPER
    return bool(offices) and following.parts[0].sort == "role"


def _is_bare_office(tokens: Tokens, group: NounGroup) -> bool:
    """Whether an office in small letters has neither article nor owner, as only one before a name has: "Former senator", "Norfield board member", "co-founder"."""
    if not tokens.raw[group.last - 1].islower():
        return False
    if group.last - group.first < 2 and (
        tokens.before(group.first) in DETERMINERS or tokens.raw[group.first][-1] == "s"
    ):
        return False
    return not any(
        tokens.flags[at] & (Flag.POSSESSIVE | Flag.DETERMINER | Flag.PRONOUN) for at in range(group.first, group.last)
    )


def _mention(tokens: Tokens, group: NounGroup, first: int, referent: Referent, pronoun: bool) -> ActorMention:
    start, end = tokens.starts[first], tokens.end(group.last - 1)
    return ActorMention(start, end, tokens.text[start:end], referent.name, referent.kind, referent.state, pronoun)
