"""Who is who in one article: full names, acronyms and roles, and what short forms of them stand for.

Belongs here: names found in one article and looking them up. Does not: other articles (transforms/merge), pronouns (pronouns.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import classify
from transforms.vocabulary import read_vocabulary

GOVERNMENT = "government"
_STATE = "state"
_SECONDS = frozenset(
    {"vice", "deputy", "assistant", "acting", "under", "former"}
)  # the vice president is not "the president"
_ALSO_CALLED = read_vocabulary("titles")["also_called"]
ANYWHERE = 1 << 30  # a position behind every word of an article
MAX_NAMESAKES = 8  # persons of one surname that are looked through
_MAX_MENTIONS = 40  # mentions of organisations before a noun that are weighed for it
_FADING = 50  # words after which a mention counts half for a noun that refers back


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody the article names in full; `position` is the word where it first does."""

    name: str
    kind: str
    position: int
    state: str | None = None
    gender: str | None = None
    titled: bool = False  # a title, role or first name shows that this is a person
    nouns: tuple[str, ...] = ()  # those in small letters that may refer to it
    sure: bool = True  # False for a name of which nothing shows whether a person or an organisation bears it


class _Index:
    """Entities by a key, each with the word where the article first connects the two, in that order."""

    def __init__(self) -> None:
        self._holders: dict[Hashable, list[tuple[int, Entity]]] = {}

    def of(self, key: Hashable) -> list[tuple[int, Entity]]:
        """What is connected with a key."""
        return self._holders.get(key, [])

    def everybody(self) -> list[tuple[Hashable, Entity]]:
        """Each key with each entity connected with it."""
        return [(key, entity) for key, holders in self._holders.items() for _, entity in holders]

    def add(self, key: Hashable, position: int, entity: Entity) -> None:
        """Note that a word names an entity by a key."""
        self._holders.setdefault(key, []).append((position, entity))

    def add_all(self, keys: Sequence[Hashable], position: int, entity: Entity) -> None:
        """Note that a word names an entity by each of some keys."""
        holders, named = self._holders, (position, entity)
        for key in keys:
            if key in holders:
                holders[key].append(named)
            else:
                holders[key] = [named]

    def note(self, key: Hashable, position: int, entity: Entity) -> None:
        """Connect a key and an entity from a word on."""
        holders = self._holders.setdefault(key, [])
        if not holders or holders[-1][1] is not entity:
            holders.append((position, entity))

    def last_before(self, key: Hashable, position: int, since: int = 0) -> Entity | None:
        """The entity connected last with a key up to a word, from another one on."""
        holders = self.of(key)
        after = bisect_right(holders, position, key=itemgetter(0))
        return holders[after - 1][1] if after and holders[after - 1][0] >= since else None

    def first(self, key: Hashable, gender: str | None) -> Entity | None:
        """The entity connected first with a key, of the gender if that is known."""
        for _, entity in self.of(key)[:MAX_NAMESAKES]:
            if gender is None or entity.gender in (None, gender):
                return entity
        return None


@dataclass(slots=True)
class Registry:
    """The entities of one article by full name, by short form, by role and by noun; `certain` are single words that are names wherever they stand."""

    entities: dict[str, Entity] = field(default_factory=dict)
    short: _Index = field(default_factory=_Index)
    roles: _Index = field(default_factory=_Index)
    nouns: _Index = field(default_factory=_Index)
    offices: _Index = field(default_factory=_Index)
    states: dict[str, Entity] = field(default_factory=dict)
    certain: set[str] = field(default_factory=set)
    meant: dict[int, Entity] = field(default_factory=dict)  # by the first word of one without a name

    def enter(self, entity: Entity, short_forms: list[str]) -> Entity:
        """Enter an entity, or add what is new about it to the one of that name."""
        known = self.entities.setdefault(entity.name.lower(), entity)
        known.state = known.state or entity.state
        known.gender = known.gender or entity.gender
        known.titled = known.titled or entity.titled
        for form in short_forms:
            self.short.note(form.lower(), entity.position, known)
        return known

    def enter_roles(self, entity: Entity, roles: list[str], position: int) -> None:
        """Note the roles that a person holds, for their state and for any, also by the other words for them."""
        others = [_ALSO_CALLED[role] for role in roles if role in _ALSO_CALLED]
        for role in (*roles, *others):
            self.roles.note((entity.state, role), position, entity)
            self.roles.note(role, position, entity)
        if roles and " " in roles[0] and roles[0].partition(" ")[0] not in _SECONDS:
            office = roles[0].partition(" of ")[0]  # "secretary of state"
            self.offices.note(office.rpartition(" ")[2], position, entity)

    def take_roles(self, other: Registry, position: int) -> None:
        """Note the roles that another text gives to the persons entered here, too."""
        for key, entity in other.roles.everybody():
            if known := self.entities.get(entity.name.lower()):
                self.roles.note(key, position, known)

    def sole_holder(self, office: str, position: int) -> Entity | None:
        """Whom the last word of an office means, where the article gives that office to one person only, and before: "the minister" of a foreign minister."""
        holders = {entity.name: at for at, entity in reversed(self.offices.of(office))}
        if len(holders) != 1 or position < min(holders.values()):
            return None
        return self.offices.of(office)[0][1]

    def sole_organisation(self, noun: str, position: int) -> Entity | None:
        """The organisation that a noun fits, where it fits no other one of the article."""
        fitting = {entity.name: entity for _, entity in self.nouns.of(noun)}
        return self.nouns.last_before(noun, position) if len(fitting) == 1 else None

    def sole_before(self, noun: str, position: int) -> Entity | None:
        """The organisation that a noun fits, where up to a word it fits no other one."""
        fitting = {entity.name: entity for at, entity in self.nouns.of(noun) if at <= position}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def enter_nouns(self, entity: Entity, position: int) -> None:
        """Note the nouns in small letters that may refer to an organisation after a word that names it ("the court")."""
        self.nouns.add_all(entity.nouns, position, entity)

    def enter_state(self, state: str, position: int, *, by_name: bool) -> None:
        """Note that a word speaks of a state, whose government may be "the government" from then on; by_name: not by an adjective ("Swiss")."""
        entity = self.states.setdefault(state, Entity(state, "state", position, state))
        self.nouns.add(GOVERNMENT, position, entity)
        if by_name:
            self.nouns.add(_STATE, position, entity)

    def state_since(self, first: int, position: int) -> Entity | None:
        """The state that is named last among the words from `first` up to a position."""
        return self.nouns.last_before(_STATE, position, since=first)

    def named(self, form: str, position: int, gender: str | None = None) -> Entity | None:
        """Whom a short form means.

        A person is the first one introduced, for others of that surname keep their first names; an organisation the last one, unless a person
        of that name was introduced before it.
        """
        form = form.lower()
        if entity := self.entities.get(form):
            return entity
        company, first = self.company(form, position), self.short.first(form, gender)
        if company is None or first is not None and first.titled and first.position < company.position:
            return first
        return company

    def company(self, form: str, position: int) -> Entity | None:
        """The organisation that a name of several words means without its legal form: "Borg Steel" of "Borg Steel Inc"."""
        latest = self.short.last_before(form.lower(), position)
        return latest if latest is not None and latest.sure and latest.kind != "person" else None

    def holder(self, state: str | None, role: str, position: int) -> Entity | None:
        """Who holds a role up to a word; of the given state, if any, also the only one whom the article introduces later."""
        if state is None:
            return self.roles.last_before(role, position)
        return (
            self.roles.last_before((state, role), position)
            or self._stateless_holder(state, role, position)
            or self._only_holder(state, role)
        )

    def introduced_holder(self, state: str, role: str, position: int) -> Entity | None:
        """Who holds a role of a state by the article's own words, up to a word or alone."""
        return self.roles.last_before((state, role), position) or self._only_holder(state, role)

    def _only_holder(self, state: str | None, role: str) -> Entity | None:
        """Who holds a role alone in the whole article."""
        holders = {entity.name: entity for _, entity in self.roles.of((state, role))}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _stateless_holder(self, state: str, role: str, position: int) -> Entity | None:
        """The only holder of a role whose state the article leaves open: "President Obama" is "the U.S. president" later."""
        entity = self._only_holder(None, role)
        if entity is None or entity.state not in (None, state) or not self.roles.last_before((None, role), position):
            return None
        entity.state = state
        return entity

    def referred(self, noun: str, position: int) -> Entity | None:
        """The organisation that a noun fits and that is most in mind: each mention counts, the nearer the more; of equals the last."""
        holders = self.nouns.of(noun)
        if not holders:
            return None
        behind = bisect_right(holders, position, key=itemgetter(0))
        weights: dict[Entity, float] = {}
        for at, entity in reversed(holders[max(0, behind - _MAX_MENTIONS) : behind]):
            weights[entity] = weights.get(entity, 0.0) + _FADING / (_FADING + position - at)
        return max(weights, key=weights.__getitem__, default=None)


def short_forms(words: list[str], titled: bool = True) -> list[str]:
    """The forms that may stand for a person's full name later: surname with and without particles, surname that comes first, given name.

    The first word stands for the whole only where the name is surely a person's.
    """
    flags = [word.flags if (word := classify(w)) else 0 for w in words]
    body = [w for w, f in zip(words, flags, strict=True) if not f & Flag.SUFFIX] or words
    forms = [
        body[-1],
        *(body[:1] if titled else ()),
        *(" ".join(body[start:]) for start in range(max(1, len(body) - 3), len(body) - 1)),
    ]
    if "-" in body[-1]:
        forms.append(body[-1].split("-", 1)[1])
    return list(dict.fromkeys(forms))


def acronym(words: list[str]) -> str:
    """The acronym that a name's capitalised words give."""
    return "".join(word[0] for word in words if word[:1].isupper())
