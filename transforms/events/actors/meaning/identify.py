"""Enter the names of one article: which noun groups introduce a person or an organisation, with state, roles and gender.

Belongs here: full names and how they are introduced. Does not: short forms and what refers back (coreference.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.organisations import CHAMBERS
from transforms.events.actors.groups.standing import after_place_word, is_told_as_thing
from transforms.events.actors.groups.units import Unit
from transforms.events.actors.groups.wording import adjectival_name, small_text, text_of
from transforms.events.actors.meaning.evident import is_told_as_person
from transforms.events.actors.meaning.introductions import Introductions
from transforms.events.actors.meaning.registry import GOVERNMENT, Entity, Registry, acronym, short_forms
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import DESCRIBED, names_state
from transforms.events.actors.words.lexicon import HELD_ONCE, classify
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import OWNING_PRONOUNS
from transforms.vocabulary import read_vocabulary, word_set

_MALE: Final = word_set("titles", "male")
_FEMALE: Final = word_set("titles", "female")
_STATE_LEADERS: Final = word_set("titles", "state_leaders")
_ONCE: Final = word_set("titles", "once")
_RATHER_OF_FIRMS: Final = word_set("titles", "rather_of_firms")
_FORMER: Final = "former"
_BEFORE_OFFICE: Final = 2  # words between which "former" stands: "former Maltese president"
_MEN: Final = frozenset(read_vocabulary("names")["male"].split())
_WOMEN: Final = frozenset(read_vocabulary("names")["female"].split())
_COMMON_NOUNS: Final = word_set("organisations", "common_nouns")
_PERSONAL: Final = Flag.GIVEN | Flag.INITIAL | Flag.SURNAME_FIRST
_LAST_OF_FIRMS: Final = word_set("organisations", "last_of_firms")
_ADVISING: Final = word_set("organisations", "advising_firms")
_PARTS: Final = frozenset({"unit", "division", "subsidiary", "arm", "affiliate"})
_HOLDING: Final = frozenset({"Group", "Holding", "Holdings"})
_WORDS_OF_FIRM: Final = 3  # of a name whose last word before its form may stand alone
MIN_ACRONYM: Final = 3  # letters of one that are no initials
MAX_ACRONYM: Final = 4
_PERSONAL_LATER: Final = Flag.INITIAL | Flag.SUFFIX


def _referring() -> dict[str, list[str]]:
    """The nouns that may refer to a name with a certain word in it, from the table that lists the words for each noun."""
    nouns: dict[str, list[str]] = {}
    for noun, accepted in read_vocabulary("organisations")["refers"].items():
        for word in accepted:
            nouns.setdefault(word, []).append(noun)
    return nouns


_REFERRING: Final = _referring()
_NOT_NAMED_SO: Final = word_set("organisations", "loose") | {GOVERNMENT, "administration"}
_BY_NAME: Final = frozenset({"state", "capital"})


def enter_names(tokens: Tokens, groups: list[NounGroup], registry: Registry) -> None:
    """Enter everybody whom the groups name in full; notes name and title of the groups that do."""
    before, introductions = None, Introductions(tokens, registry)
    for group in groups:
        sort = group.head.sort
        state = state_of(group)
        if state is not None:
            registry.enter_state(state, group.first, by_name=any(unit.sort in _BY_NAME for unit in group.parts))
        if sort == "name" or sort == "place" and _names_person(tokens, group):
            _enter_person(tokens, registry, group, state or _shared_state(tokens, before, group))
            if entity := registry.entities.get(group.name.lower()):
                introductions.introduce(group, entity)
        elif sort == "organisation":
            _enter_organisation(tokens, registry, group)
        if len(group.parts) > 1 or group.complement or group.apposed:
            _enter_inner(tokens, registry, group)
            _enter_named_by_noun(tokens, registry, group)
        if sort == "role":
            introductions.pass_by(group)
        before = group


def _shared_state(tokens: Tokens, before: NounGroup | None, group: NounGroup) -> str | None:
    """The state of a person from the one before "and": "Israeli Prime Minister Ariel Sharon and Defense Minister Shaul Mofaz"."""
    if before is None or group.parts[0].sort != "role" or before.head.sort != "name":
        return None
    joined = group.first == before.last + 1 and tokens.after(before.last) == "and" and tokens.plain[group.first]
    return state_of(before) if joined and any(unit.sort == "role" for unit in before.parts) else None


def _names_person(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a word that could be a place has a capitalised role or a title before it ("Secretary Clinton")."""
    return any(
        unit.last == group.head.first
        and (unit.sort == "title" or unit.sort == "role" and tokens.flags[unit.first] & Flag.UPPER)
        for unit in group.parts
    )


def state_of(group: NounGroup) -> str | None:
    """The state that a noun group names beside its head."""
    units = group.parts
    if group.apposed or group.complement:
        units = [*units, *group.apposed, *group.complement]
    for unit in units:
        if unit.known is not None and unit.known.state is not None:
            return unit.known.state
    return None


def roles_of(tokens: Tokens, group: NounGroup) -> list[str]:
    """The role phrases of a noun group in small letters; a leader's office also counts as "leader", one held once is "former president"."""
    roles = [small_text(tokens, unit) for unit in (*group.parts, *group.apposed) if unit.sort == "role"]
    if roles and not _STATE_LEADERS.isdisjoint(roles) and "leader" not in roles:
        roles.append("leader")
    held_once = bool(roles) and (roles[0].startswith(HELD_ONCE) or _is_held_once(tokens, group))
    return [f"{_FORMER} {role.removeprefix(HELD_ONCE)}" for role in roles] if held_once else roles


def _is_held_once(tokens: Tokens, group: NounGroup) -> bool:
    """Whether the first role of a group is no longer held: "the former Maltese president", "the ousted president"."""
    first = next(unit.first for unit in (*group.parts, *group.apposed) if unit.sort == "role")
    since = max(0, first - _BEFORE_OFFICE)
    return any(tokens.small(at) in _ONCE and all(tokens.plain[at + 1 : first + 1]) for at in range(since, first))


def gender_of(tokens: Tokens, group: NounGroup) -> str | None:
    """Male or female by title, role or given name; None when nothing tells."""
    said = {small_text(tokens, unit) for unit in (*group.parts, *group.apposed) if unit.sort in ("role", "title")}
    if not said.isdisjoint(_FEMALE):
        return "female"
    if not said.isdisjoint(_MALE):
        return "male"
    given = tokens.bare(group.head.first)
    if tokens.flags[group.head.first] & Flag.SHOUTED:
        given = given.title()
    if given not in _MEN and given not in _WOMEN:
        given = given.partition("-")[0]  # "Karl-Heinz"
    if (given in _MEN) != (given in _WOMEN):
        return "male" if given in _MEN else "female"
    return None


def _person_name(tokens: Tokens, group: NounGroup) -> str:
    """The name of the person that heads a noun group: royal titles stay before a single name ("King Salman")."""
    head = group.head
    name = text_of(tokens, head.first, head.last)
    before = tokens.flags[head.first - 1] if head.first > group.first else 0
    if before & Flag.ROYAL and before & (Flag.UPPER | Flag.SHOUTED):
        real = sum(1 for index in range(head.first, head.last) if not tokens.flags[index] & Flag.SUFFIX)
        if real == 1:
            return f"{text_of(tokens, head.first - 1, head.first)} {name}"
    return name


def _is_titled(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a title, a role, a first name or an initial shows that a name is a person's."""
    head = group.head
    if any(unit.sort == "title" or unit.sort == "role" and _is_personal(tokens, unit) for unit in group.others):
        return True
    if head.last - head.first < 2:
        return False
    if tokens.flags[head.first] & _PERSONAL:
        return True
    return any(tokens.flags[index] & _PERSONAL_LATER for index in range(head.first + 1, head.last))


def _is_personal(tokens: Tokens, role: Unit) -> bool:
    """Whether a role shows that who holds it is a person: not "oil major Norfield", but "Major Borg"."""
    return tokens.raw[role.last - 1] not in _RATHER_OF_FIRMS


def _add_to(tokens: Tokens, registry: Registry, group: NounGroup, entity: Entity, state: str | None) -> None:
    """Add the title, state and roles that a short form brings to the person it means."""
    entity.titled = entity.titled or entity.kind == "person"
    entity.state = entity.state or state
    entity.gender = entity.gender or gender_of(tokens, group)
    registry.enter_roles(entity, roles_of(tokens, group), group.first)


def _enter_person(tokens: Tokens, registry: Registry, group: NounGroup, state: str | None) -> None:
    group.name, group.titled = _person_name(tokens, group), _is_titled(tokens, group)
    single = group.head.last - group.head.first < 2
    short = single or tokens.flags[group.head.first] & Flag.PARTICLE
    known = registry.named(group.name, group.first) if short else registry.company(group.name, group.first)
    if known is not None:
        registry.enter_nouns(known, group.first)
        if group.titled:
            _add_to(tokens, registry, group, known, state)
        return
    if single and not group.titled:
        _note_certain(tokens, registry, group.head)
        return
    bare = tokens.before(group.first) != "the" and not _is_written_as_firm(tokens, group.head)
    kind = "person" if group.titled or bare and is_told_as_person(tokens, group) else "organisation"
    sure = kind == "person" or not bare
    entity = Entity(group.name, kind, group.first, state, gender_of(tokens, group), group.titled, sure=sure)
    words = text_of(tokens, group.head.first, group.head.last).split()
    # the last word may be the surname of a person whom nothing shows to be one
    forms = short_forms(words, group.titled) if group.titled or bare else [acronym(words)]
    forms += _acronyms_of(tokens, group)
    entity = registry.enter(entity, forms)
    if group.titled:
        entity.kind = "person"
    elif not entity.titled and is_told_as_thing(tokens, group.head.last):
        entity.kind = "organisation"
    registry.enter_roles(entity, roles_of(tokens, group), group.first)


def _is_written_as_firm(tokens: Tokens, unit: Unit) -> bool:
    """Whether a sign for "and" stands in a name, or an acronym before a word in small letters, or it ends as no person's does: "Borg & Vella", "NRF Vella", "Borg Research"."""
    if unit.last - unit.first > 1 and tokens.bare(unit.last - 1) in _ADVISING:
        return True
    if any("&" in tokens.gaps[at] for at in range(unit.first + 1, unit.last)):
        return True
    first = tokens.bare(unit.first)
    if (
        not MIN_ACRONYM <= len(first) <= MAX_ACRONYM
        or not first.isalpha()
        or not tokens.flags[unit.first] & Flag.ACRONYM
    ):
        return False
    if any(tokens.flags[at] & (Flag.ACRONYM | Flag.SHOUTED | Flag.SUFFIX) for at in range(unit.first + 1, unit.last)):
        return False  # "ANNA BORG"
    named = classify(first.title())
    return unit.last - unit.first > 1 and (named is None or not named.flags & _PERSONAL)


def _enter_organisation(tokens: Tokens, registry: Registry, group: NounGroup) -> None:
    """Enter the organisation that heads a group: its known full name, or "China's Foreign Ministry" as "Chinese Foreign Ministry", but not a firm."""
    head = group.head
    known = head.known.name if head.known is not None else ""
    if head.last - head.first == 1 and known:
        bearer = registry.named(tokens.bare(head.first), group.first)
        if bearer is not None and bearer.kind == "person":  # "Ilir Meta is charged. Meta was arrested in October"
            group.name = bearer.name
            return
    if head.known is not None and head.known.sort == "company":
        known = known or text_of(tokens, head.first, head.last)
    group.name = known or adjectival_name(tokens, group.parts, head)
    _enter_name(tokens, registry, group, head, group.name)


def _enter_inner(tokens: Tokens, registry: Registry, group: NounGroup) -> None:
    """Enter the organisations inside a group that something else heads: "Apple chief executive Tim Cook", "members of the FDLR"."""
    for unit in group.others:
        if unit.sort == "organisation":
            known = unit.known.name if unit.known is not None else ""
            _enter_name(tokens, registry, group, unit, known or text_of(tokens, unit.first, unit.last))
        elif unit.sort == "name" and unit.last - unit.first == 1:
            _note_certain(tokens, registry, unit)


def _enter_named_by_noun(tokens: Tokens, registry: Registry, group: NounGroup) -> None:
    """Enter what a name and a noun in small letters name together, which the noun alone means later: "the Norfield union", "members of the Norfield union"."""
    for name, noun in pairwise([*group.parts, *group.complement]):
        called = small_text(tokens, noun)
        if name.sort != "name" or noun.sort != "noun" or noun.first != name.last or called in _NOT_NAMED_SO:
            continue
        spelled = all(tokens.bare(at).isalpha() for at in range(name.first, name.last))  # not "the No.1 bank"
        if spelled and tokens.plain[noun.first] and not tokens.flags[name.last - 1] & Flag.POSSESSIVE:
            whole = text_of(tokens, name.first, noun.last)
            entity = registry.enter(Entity(whole, "organisation", name.first, state_of(group), nouns=(called,)), [])
            registry.enter_nouns(entity, name.first)


def _note_certain(tokens: Tokens, registry: Registry, unit: Unit) -> None:
    """Note a single word that has its capital inside a sentence, so that it is a name at the beginning of one, too; places are none."""
    if unit.sure and not after_place_word(tokens, unit.first):
        registry.certain.add(text_of(tokens, unit.first, unit.last))


def _enter_name(tokens: Tokens, registry: Registry, group: NounGroup, unit: Unit, name: str) -> None:
    if unit.known is not None and unit.known.sort == DESCRIBED:
        return  # no name, so that "the bank" is somebody else
    company = unit.known is not None and unit.known.sort == "company"
    business = company or bool(tokens.flags[unit.last - 1] & Flag.COMPANY)
    words = name.split()
    known = registry.entities.get(name.lower()) or registry.company(name, unit.first)
    if known is not None:
        if not _is_owned(tokens, unit):
            registry.enter_nouns(known, unit.first)
        return
    if unit.last - unit.first == 1 and name == tokens.bare(unit.first) and not unit.known:
        return  # "the Senate": a short form
    forms = [text_of(tokens, unit.first, unit.last)]
    forms += _acronyms_of(tokens, group)
    if len(words) > 2:
        forms.append(acronym(words))
    if business and len(words) > 2:
        forms.append(acronym(words[:-1]))
    # "Borg Steel" and "Borg" of "Borg Steel Inc", but not "Borg" of "Borg Malta Ltd"
    first = [] if _has_country(tokens, unit) else words[:1]
    forms += [*_short_names(words), *first, *_last_name(tokens, words)] if business else _own_heads(tokens, unit)
    state = unit.known.state if unit.known is not None else None
    if unit is group.head:
        state = state_of(group)
    entity = registry.enter(Entity(name, "organisation", unit.first, state), list(dict.fromkeys(forms)))
    trading = business or words[-1] in _LAST_OF_FIRMS
    sorts = [sort for sort, fits in (("company", company), ("business", trading)) if fits]
    entity.nouns = entity.nouns or tuple(dict.fromkeys(_nouns_for(words, sorts)))
    if not _is_owned(tokens, unit):
        registry.enter_nouns(entity, unit.first)


def _has_country(tokens: Tokens, unit: Unit) -> bool:
    """Whether a firm has the country of a branch in its name, so that its first word is the whole firm: "Norfield Malta Ltd"."""
    inside = range(unit.first + 1, unit.last)
    return any(tokens.flags[at] & Flag.GAZETTEER and names_state([tokens.bare(at)]) for at in inside)


def _is_owned(tokens: Tokens, unit: Unit) -> bool:
    """Whether an organisation is a part of another one, which "the company" does not mean: "at its Norfield unit"."""
    return tokens.before(unit.first) in OWNING_PRONOUNS or tokens.after(unit.last) in _PARTS


def _short_names(words: list[str]) -> list[str]:
    """A firm's name without its form, then without what only says that it holds others, and what stands before "&": "Borg Axle" of "Borg Axle & Steel Holdings Inc"."""
    names = [words[:-1]]
    while len(names[-1]) > 1 and names[-1][-1] in _HOLDING:
        names.append(names[-1][:-1])
    joint = words.index("&") if "&" in words else 0
    return [" ".join(name) for name in (*names, words[:joint]) if name]


def _last_name(tokens: Tokens, words: list[str]) -> list[str]:
    """The last word of a firm's name before its form, where the text has it alone and never as an ordinary word: "Kodak" of "Eastman Kodak Co"."""
    if len(words) < _WORDS_OF_FIRM:
        return []
    before, last = words[-3:-1]
    word = classify(last)
    if word is None or word.flags != Flag.UPPER or f" {last.lower()}" in tokens.text:
        return []
    return [last] if tokens.text.count(last) > tokens.text.count(f"{before} {last}") else []


def _acronyms_of(tokens: Tokens, group: NounGroup) -> list[str]:
    """The acronym in brackets behind a group."""
    if len(group.apposed) != 1 or not tokens.flags[group.apposed[0].first] & Flag.ACRONYM:
        return []
    return [tokens.bare(group.apposed[0].first)]


def _own_heads(tokens: Tokens, unit: Unit) -> list[str]:
    """The head noun with which a name begins or ends, also before "of", which can stand for it ("the Commission")."""
    heads = []
    whole = tokens.raw[unit.first] not in CHAMBERS or tokens.after(unit.first + 1) == "of"  # not "House Republicans"
    if tokens.flags[unit.first] & Flag.OPENER and whole:
        heads.append(tokens.bare(unit.first))
    ends = (unit.last - 1, *(index - 1 for index in range(unit.first + 1, unit.last) if tokens.raw[index] == "of"))
    heads += [tokens.bare(index) for index in ends if tokens.flags[index] & Flag.ORG_HEAD]
    return heads


def _nouns_for(words: list[str], sorts: list[str]) -> list[str]:
    """The nouns that may refer to an organisation: nouns of its own name, and those that the table allows for it or for its sorts."""
    own = [noun for word in words if (noun := word.lower()) in _COMMON_NOUNS]
    allowed = [noun for word in (*words, "*", *sorts) for noun in _REFERRING.get(word, ())]
    return [*own, *allowed]
