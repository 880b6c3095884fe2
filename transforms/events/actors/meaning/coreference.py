"""Say for each noun group whom it means in its article: full names, states, organisations referred back to.

Belongs here: what a noun group stands for. Does not: pronouns (pronouns.py), entering full names (identify.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.groups.modifiers import MAX_MODIFIERS
from transforms.events.actors.groups.noun_groups import SPOKESPEOPLE, NounGroup
from transforms.events.actors.groups.ranks import is_known_by_rank
from transforms.events.actors.groups.standing import (
    acts,
    after_place_word,
    after_preposition,
    has_helped_deed,
    lies_in_state,
    stands_for_state,
)
from transforms.events.actors.groups.unnamed import is_home, is_known_by_home
from transforms.events.actors.groups.wording import adjectival_name, group_name, small_text
from transforms.events.actors.meaning.bare_nouns import names_nobody
from transforms.events.actors.meaning.evident import is_evident, is_told_as_person
from transforms.events.actors.meaning.identify import gender_of, roles_of, state_of
from transforms.events.actors.meaning.referent import Referent, referent_of
from transforms.events.actors.meaning.registry import GOVERNMENT, Entity, Registry
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import DETERMINERS, MAKER
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_INDEFINITE: Final = word_set("titles", "indefinite")
_OPEN: Final = _INDEFINITE - word_set("titles", "once")  # of those inside a group "the former president" is somebody
_PAIRED: Final = word_set("groups", "paired")
_LOOSE: Final = word_set("organisations", "loose")
_DESCRIBES_PEOPLE: Final = word_set(
    "groups", "behind_people"
)  # "an official familiar with the talks", "13 people dead"
_PAPERS: Final = word_set("clauses", "speaking_papers")
_DONE_TO_FIRMS: Final = word_set("actions", "done_to_firms")
_KINDS_OF_FIRM: Final = word_set("organisations", "kinds_of_firm")
_COMPANY: Final = "company"
_TRADES: Final = word_set("organisations", "nouns_of_trades")
_ANY_MAKER: Final = "manufacturer"
_SHORT_ROLES: Final = frozenset({"CEO", "CFO", "COO", "CTO", "CIO", "MP", "MEP", "PM", "VP", "SVP", "EVP"})
_HEADS_OF_GOVERNMENT: Final = frozenset({"prime minister", "premier"})
_COUNTRIES: Final = frozenset({"country", "nation", "republic", "state"})
_MONEY: Final = word_set("groups", "money")
_MEETINGS: Final = (["meeting"], ["meetings"])  # "a shareholder meeting"
MIN_PAIR: Final = 3  # words before the second of two offices: "the president and"
MAX_OFFICE: Final = 3  # words of an office
_MEMBERS: Final = frozenset({"country", "member", "nation", "state"})
_PAIRING: Final = frozenset({"two", "both", "three"})


def resolve(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    """Whom a noun group means; None when it is no actor."""
    sort = group.head.sort
    if tokens.small(group.last - 1) == "general" and tokens.after(group.last) == "meeting":
        return None  # "the Annual General Meeting"
    if sort == "name" or sort == "place":
        return _resolve_name(tokens, registry, group)
    if sort == "organisation":
        return _resolve_organisation(tokens, registry, group)
    if sort == "role":
        return _resolve_role(tokens, registry, group)
    if sort == "noun":
        return _resolve_noun(tokens, registry, group)
    if sort == "group":
        return _resolve_group(tokens, group)
    return _resolve_state(tokens, group)


def _resolve_name(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    if tokens.gaps[group.last] == ", " and is_home(tokens.bare(group.last)):
        return None  # "the San Ramon, California-based company"
    head = group.head
    name = group.name or group_name(tokens, head.first, head.last)
    entity = registry.named(name, group.first, gender_of(tokens, group) if group.titled else None)
    if entity is not None and _means(tokens, group, entity):
        return referent_of(entity)
    if group.titled:
        return Referent(name, "person", state_of(group), gender_of(tokens, group))
    if head.sort == "place":
        return _resolve_place(tokens, group)
    if after_place_word(tokens, group.first) and not group.apposed or lies_in_state(tokens, group.last):
        return None  # but "in Swiss group Vella"
    if not (head.sure or name in registry.certain or is_evident(tokens, group)):
        return None
    return Referent(name, _kind_of_unknown(tokens, group), state_of(group), sure=False)


def _means(tokens: Tokens, group: NounGroup, entity: Entity) -> bool:
    """Whether a name can mean an entity here: behind "in" it is a place, unless the entity surely is a person."""
    if group.head.sort == "place" and not (entity.titled and " " in entity.name):
        return False
    return entity.titled or bool(group.apposed) or not after_place_word(tokens, group.first)


def _kind_of_unknown(tokens: Tokens, group: NounGroup) -> str:
    """A name that nothing introduces: an organisation's unless it is a famous surname or what is said of it shows a person."""
    famous = tokens.flags[group.head.last - 1] & Flag.FAMOUS
    return "person" if famous or is_told_as_person(tokens, group) else "organisation"


def _resolve_place(tokens: Tokens, group: NounGroup) -> Referent | None:
    """A city or region acts only where a verb says so, "Wisconsin sued"; a firm bears the name of one that is fined: "fined Santander"."""
    known = group.head.known
    if known is not None and known.sort == "place" and _is_done_to_firm(tokens, group):
        return Referent(known.name, "organisation", None)
    if known is None:
        return None
    if known.sort == "region" and tokens.before(group.first) == "by" and tokens.flags[group.first - 2] & Flag.FIRM_DEED:
        return Referent(known.name, "state", known.state)  # "sued by Texas"
    if after_preposition(tokens, group.first) and tokens.small(group.first - 2) != "state":
        return None
    helped = has_helped_deed(tokens, group.last) and tokens.gaps[group.first].strip() != ","  # not "Oslo, Texas is"
    owns = tokens.flags[group.last - 1] & Flag.POSSESSIVE or helped
    if not (known.sort == "region" and owns) and not acts(tokens, group.last, firm=True):
        return None
    return Referent(known.name, "state" if known.name != known.state else "organisation", known.state)


def _is_done_to_firm(tokens: Tokens, group: NounGroup) -> bool:
    return tokens.before(group.first) in _DONE_TO_FIRMS and not tokens.flags[group.last - 1] & Flag.POSSESSIVE


def _resolve_state(tokens: Tokens, group: NounGroup) -> Referent | None:
    known, sort = group.head.known, group.head.sort
    money = sort in ("adjective", "state") and tokens.after(group.last) in _MONEY  # "30 US cents"
    if known is None or money or _names_war(tokens, group.last):
        return None
    if sort == "people":
        return Referent(group_name(tokens, group.first, group.last), "group", known.state)
    if known.state is None or sort == "capital" and not stands_for_state(tokens, group.first, group.last):
        return None
    return Referent(known.state, "state", known.state)


def _names_war(tokens: Tokens, last: int) -> bool:
    """Whether a state only names the war that somebody was in: `an Iraq War veteran`."""
    return (
        tokens.small(last) == "war"
        and last + 1 < len(tokens)
        and bool(tokens.flags[last + 1] & (Flag.ROLE | Flag.GROUP))
    )


def _resolve_organisation(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent:
    entity = registry.named(group.name, group.first)
    if entity is None:
        return Referent(group.name, "organisation", state_of(group))
    return Referent(entity.name, entity.kind, state_of(group) or entity.state)


def _resolve_group(tokens: Tokens, group: NounGroup) -> Referent | None:
    """A group by its words; "the two leaders" are persons that the article names elsewhere, and stay unsaid."""
    head = group.head
    counted = any(tokens.small(i) in _PAIRING for i in range(group.first, head.first))
    pointed_at = tokens.before(group.first) == "the" or tokens.small(group.first) == "both"
    if tokens.before(group.first) == "no" or tokens.small(group.first) == "no":
        return None  # "sent no delegates"
    if _is_describing(tokens, group) or counted and pointed_at and small_text(tokens, head) in _PAIRED:
        return None
    return Referent(group_name(tokens, group.first, group.last), "group", state_of(group))


def _is_describing(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a role word or group noun only describes the ordinary noun behind it ("general election")."""
    last = group.last
    if not tokens.flags[last - 1] & Flag.ADJECTIVAL or tokens.flags[last - 1] & Flag.POSSESSIVE:
        return False
    if tokens.flags[last - 1] & Flag.UPPER and not tokens.soft_start(group.first):
        return False
    ordinary = not tokens.flags[last] or tokens.flags[last] & (Flag.NOUN | Flag.UPPER) == Flag.NOUN
    modifies = (
        tokens.flags[last] & (Flag.GROUP_MODIFIER | Flag.UPPER) == Flag.GROUP_MODIFIER
    )  # "a private sector survey"
    ordinary = ordinary or modifies or tokens.raw[last : last + 1] in _MEETINGS
    official = tokens.small(last - 1) == "official"  # "an official familiar with the talks", "a company official"
    # "a major Norfield deal": a name that such a word had as its bearer would belong to its group
    if (
        tokens.plain[last]
        and tokens.flags[last] & Flag.UPPER
        and _is_determined(tokens, group)
        and tokens.raw[last - 1] == "major"
    ):
        return True
    if tokens.plain[last] and ordinary and tokens.raw[last][-2:] != "ed":
        return tokens.raw[last] not in _DESCRIBES_PEOPLE
    single = group.last - group.first == 1 and bool(tokens.flags[group.first] & Flag.ROLE)
    return single and not _is_determined(tokens, group) and not official


def _is_determined(tokens: Tokens, group: NounGroup) -> bool:
    """Whether an article stands before a noun, or before one word that describes it: "a drunken driver"; headings in capitals have none."""
    first = group.first
    if tokens.before(first) in DETERMINERS:
        return True
    if tokens.plain[first] and tokens.before(first - 1) in DETERMINERS and not tokens.flags[group.last] & Flag.UPPER:
        return True  # but "the last major Norfield strike"
    return bool(tokens.flags[first] & Flag.SHOUTED) and first - tokens.sentence_first(first) <= MAX_MODIFIERS


def _is_definite(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a noun group points at somebody known: "the ...", a state before it, and no "former", "new", "another"."""
    if group.parts[0].sort == "pronoun" or tokens.before(group.first) in _INDEFINITE:
        return False
    if any(tokens.small(index) in _OPEN for index in range(group.first, group.last)):
        return False
    return tokens.before(group.first) == "the" or len(group.parts) > 1 or _shares_article(tokens, group.first)


def _shares_article(tokens: Tokens, first: int) -> bool:
    """Whether a role stands behind "and" with the article of the one before it: "the President and | Prime Minister"."""
    if tokens.before(first) != "and" or first < MIN_PAIR or not tokens.flags[first - 2] & Flag.ROLE:
        return False
    return any(tokens.before(at) == "the" for at in range(first - 2, max(0, first - 2 - MAX_OFFICE), -1))


def _resolve_role(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    if _is_describing(tokens, group):
        return None
    if meant := registry.meant.get(group.first):
        return referent_of(meant)
    if ranked := _ranked_firm(tokens, registry, group, _COMPANY):
        return ranked
    state = state_of(group)
    if speaks_for := _spoken_for(tokens, registry, group):
        return speaks_for
    stated = all(unit.sort in ("role", "state", "adjective", "capital") for unit in (*group.parts, *group.complement))
    if stated and _is_definite(tokens, group) and not _is_of_others(tokens, group):
        roles = roles_of(tokens, group)
        if roles[0] in _HEADS_OF_GOVERNMENT:
            roles = roles[:1]  # "Malta's prime minister" is not the Maltese leader who is king
        for role in roles[:1] if state is None else dict.fromkeys((roles[0], *roles)):
            if entity := registry.holder(state, role, group.first):
                return referent_of(entity)
        if entity := registry.sole_holder(roles[0], group.first):
            return referent_of(entity)
    return Referent(_calmed(group_name(tokens, group.first, group.last)), "person", state, gender_of(tokens, group))


def _ranked_firm(tokens: Tokens, registry: Registry, group: NounGroup, noun: str) -> Referent | None:
    """The only firm of an article that a noun with a rank can mean: "the No. 3 U.S. automaker", "the world's No. 5 defense contractor"."""
    head = group.head
    if head.sort == "role" and tokens.small(head.last - 1) not in _TRADES or not is_known_by_rank(tokens, head.first):
        return None
    entity = registry.sole_before(noun, head.first)
    return referent_of(entity) if entity is not None else None


def _is_of_others(tokens: Tokens, group: NounGroup) -> bool:
    """Whether "of" tells whose office a role is, and no country: "the leader of the rebel council" is not the Libyan leader."""
    if group.complement or tokens.after(group.last) != "of":
        return False
    behind = group.last + 2 if tokens.after(group.last + 1) == "the" else group.last + 1
    return tokens.small(behind) not in _COUNTRIES


def _calmed(role: str) -> str:
    """A role of a heading in capitals in small letters: "WOMAN CHARGED WITH FRAUD", but not "CEO"."""
    return role.lower() if role.isupper() and role not in _SHORT_ROLES else role


def _spoken_for(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    """Whom a spokesman without a name speaks for, where an organisation or a state stands before him: "a White House spokesman"."""
    owner = group.parts[0]
    if owner is group.head or small_text(tokens, group.head) not in SPOKESPEOPLE:
        return None
    if owner.sort == "organisation" and owner.last == group.head.first:
        name = (
            owner.known.name
            if owner.known is not None and owner.known.name
            else group_name(tokens, owner.first, owner.last)
        )
        entity = registry.named(name, group.first)
        return referent_of(entity) if entity is not None else Referent(name, "organisation", state_of(group))
    return None


def _publishes(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a noun only says whose paper it is: `a government report`, `a company statement`."""
    return tokens.small(group.last) in _PAPERS


def _counted_first(tokens: Tokens, group: NounGroup) -> int:
    """The first word of a noun and of the number of its members: "the 27-nation bloc"."""
    number, _, members = tokens.before(group.head.first).partition("-")
    return group.head.first - 1 if number.isdigit() and members in _MEMBERS else group.head.first


def _resolve_noun(tokens: Tokens, registry: Registry, group: NounGroup) -> Referent | None:
    """An organisation by a noun: "the court" is the court named before, "China's government" the Chinese government."""
    alone = len(group.parts) == 1 and not group.complement
    noun = small_text(tokens, group.head)
    if noun.endswith(MAKER):
        noun = _ANY_MAKER
    if ranked := _ranked_firm(tokens, registry, group, noun):
        return ranked
    by_home = noun not in _LOOSE and is_known_by_home(tokens, group.head.first)
    pointed_at = by_home or alone and tokens.before(_counted_first(tokens, group)) == "the"
    if pointed_at or alone and noun in (GOVERNMENT, _COMPANY) and _publishes(tokens, group):
        sentence = tokens.sentence_first(group.first)
        before = sentence - 1 if noun in _LOOSE else group.first
        named = registry.state_since(sentence, before) if noun == GOVERNMENT else None
        referred = registry.sole_organisation if noun in _KINDS_OF_FIRM else registry.referred
        # "the Michigan-based supplier" is the company that is spoken of
        if (
            entity := named
            or referred(noun, before)
            or (registry.referred(_COMPANY, before) if by_home and noun in _TRADES else None)
        ):
            return referent_of(entity)
    if alone and names_nobody(tokens, group, noun):
        return None
    if alone or group.complement:
        return Referent(group_name(tokens, group.first, group.last), "organisation", state_of(group))
    return Referent(adjectival_name(tokens, group.parts, group.head), "organisation", state_of(group))
