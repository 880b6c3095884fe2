"""The state that an event befell, and whoever stands nearest where grammar names nobody.

Belongs here: the state of a place as an actor of events that concern a whole state, actors of hits that name none.
Does not: actors by grammar (find.py), the place of an event (where.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention, PlaceMention, Places
from transforms.events.clauses.beside_dates import before_date
from transforms.events.clauses.embedded import is_embedded_noun
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.dating.crossings import has_infinitive
from transforms.events.event_kinds import STATEMENTS
from transforms.events.roles.bystanders import can_protest, denial_of_part, is_behind_passive, outsider_verb
from transforms.events.roles.joined_participles import hyphened_participle
from transforms.events.roles.judgements import only_looks_into
from transforms.events.roles.objects import BEFALLING, feels_effect
from transforms.events.roles.of_noun import HARMED, has_own_verb, is_done_by_subject
from transforms.events.roles.of_verb import TAKING_EFFECT
from transforms.events.roles.onlookers import only_looks_on
from transforms.events.roles.owners import is_joined_to_thing
from transforms.events.roles.premodifiers import only_modifies
from transforms.events.roles.read import represented
from transforms.events.roles.subjects import is_of_the_law
from transforms.events.roles.topics import is_topic
from transforms.events.roles.where import names_other_mishap, only_compares, place_in_clause
from transforms.events.status.claims import reporting_clauses
from transforms.events.status.plans import tie_of
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import (
    ADVERBS,
    BE,
    COORDINATORS,
    FUTURE,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    REPORTING,
    SUBJECT_PRONOUNS,
    is_participle_form,
)
from transforms.vocabulary import word_set

_BEFALLS: Final = {"protest": "target", "disaster": "target", "election": "source", "legislation": "source"}
_DONE_TO: Final = frozenset(
    {"trial", "verdict", "arrest", "release", "death", "charge", "warrant", "sanction", "disaster"}
)
_ELSEWHERE: Final = frozenset({"protest", "disaster"})  # types that befall the state in which they are
_BETWEEN_TWO: Final = frozenset({"meeting", "agreement"})
_SPEAKING_PARTIES: Final = frozenset({"state", "organisation"})  # officials and persons speak for others
_SHARED: Final = word_set("clauses", "shared")
_OF_PAPERS: Final = word_set("organisations", "outlets")
_ONLY_REPORTING: Final = _OF_PAPERS - {"agency", "business"}  # "the refugee agency said"
_GROUP: Final = 3  # tokens between the adjective of a state and the noun that it describes
_NO_NOUNS: Final = PREPOSITIONS | COORDINATORS | ADVERBS | BE | HAVE | FUTURE | MODALS | {"to"}
_RULERS: Final = word_set("clauses", "rulers")
_OF_PEOPLE: Final = frozenset({"death"})  # types that befall people only
_HARM_REACH: Final = 3  # tokens between those who are hurt and the word that says so
_MOST: Final = 6  # actors of a disaster
_WHERE: Final = frozenset({"in", "near", "at", "outside", "from", ","})
_HOMES: Final = word_set("clauses", "homes")
_TELLS: Final = frozenset({"told", "tells", "telling"})
# who is meant by these in what somebody says
_FIRST_PERSONS: Final = {"i": frozenset({"person"}), "we": frozenset({"organisation", "state", "group", "person"})}
_IN_COURT: Final = frozenset({"charge", "verdict"})
_ONLY_READ: Final = frozenset({"obtained", "reviewed", "seen", "viewed"})
_MADE_BY: Final = frozenset({"by", "from"})
_REACH: Final = 12  # tokens from a hit without actors in which the nearest one is taken


def complete_roles(
    sentence: Sentence,
    hit: Hit,
    roles: list[tuple[ActorMention, str]],
    actors: Sequence[Placed],
    places: Places,
    doer: str,
) -> list[tuple[ActorMention, str]]:
    """The actors of a hit with the state that it befell, and with the nearest actor of its clause where grammar gives none."""
    state = _state(sentence, hit, places) if _may_befall_state(sentence, hit) else None
    roles = [*_of_themselves(sentence, hit, roles, actors, doer), *roles]
    named = {actor.name for actor, _ in roles}
    if hit.kind == "legislation":  # "California banned it"
        named |= {actor.state for actor, _ in roles if actor.kind == "state" and actor.state is not None}
    if state is not None and state.name not in named:
        roles = [*roles, (state, _BEFALLS[hit.kind])]
    unsaid = hit.kind in STATEMENTS and not any(role in ("source", "speaker") for _, role in roles)
    if unsaid and not only_looks_into(sentence, hit):
        roles = [*_reporter(sentence, hit, actors), *roles]
    if hit.kind == "disaster":
        befallen = [] if state is not None or roles else _nearest_state(sentence, hit, actors)
        return _with_victims(sentence, [*roles, *befallen], actors)
    if len(roles) == 1 and hit.kind in _BETWEEN_TWO and (party := _other_party(sentence, hit, roles[0][0], actors)):
        return [(party, "participant"), *roles]
    if roles or hit.kind == "election" and hit.verb is None:
        return roles
    if hit.kind in STATEMENTS and hit.verb is not None and hit.verb.tense is Tense.PARTICIPLE:
        return roles
    if hyphened_participle(sentence, hit) > 0:
        return roles
    if hit.kind == "legislation" and hit.pattern.lemma in TAKING_EFFECT:
        return []  # "rules on trading by banks took effect"
    if hit.verb is None and is_embedded_noun(sentence, hit.start, hit.end):
        return []  # "police investigating the murder arrested a man"
    if hit.verb is not None and hit.verb.start and sentence.words[hit.verb.start - 1] in SUBJECT_PRONOUNS:
        return []  # "At the invitation of Mr Borg, she will travel": whom it means is not known
    near = _nearest(sentence, hit, actors)
    if near is None or hit.verb is None and not _is_tied(sentence, hit, near, actors):
        return []
    if hit.verb is not None and hit.kind in BEFALLING and only_modifies(sentence, near, hit.verb.start):
        return []  # "a Norfield jail cook was charged"
    if hit.verb is not None and hit.kind == "publication":
        return [(represented(near.actor), doer)] if _is_author(sentence, near) else []
    return _of_nearest(sentence, hit, near, doer)


def _of_themselves(
    sentence: Sentence, hit: Hit, roles: list[tuple[ActorMention, str]], actors: Sequence[Placed], doer: str
) -> list[tuple[ActorMention, str]]:
    """Who says behind it a sentence in which "I" or "we" is the subject of a hit: `"I met the king," | Borg | said`."""
    if hit.verb is None or not hit.verb.start or len(roles) > 1:
        return []
    speakers = _FIRST_PERSONS.get(sentence.words[hit.verb.start - 1], frozenset())
    actor = _reporting_actor(sentence, hit, actors) if speakers else None
    if actor is None or actor.kind not in speakers or actor.start < sentence.ends[hit.end - 1]:
        return []
    return [(represented(actor), "target" if hit.verb.passive and doer == "source" else doer)]


def _is_tied(sentence: Sentence, hit: Hit, near: Placed, actors: Sequence[Placed]) -> bool:
    """Whether an actor stands at a noun as whoever makes what it names: `a | Norfield court | ruling`, `the report issued by | Norfield Bank`, but not `lawmakers at the hearing`."""
    if near.start < hit.start:
        return hit.start <= near.end < hit.end and not is_joined_to_thing(sentence.words, near, actors)
    if hit.kind == "trial" and sentence.words[near.start - 1] == ",":
        return (
            sentence.words[sentence.clauses[sentence.clause_at(hit.start)].start] == "at"
        )  # "At a hearing, Judge Borg"
    link = _link_before(sentence, near)[1]
    if hit.kind == "publication" and link == "in" and _OF_PAPERS.intersection(near.actor.name.lower().split()):
        return True  # "The study was published in the Journal of Medicine"
    return link in _MADE_BY or hit.kind == "attack" and link == "outside"  # "a bombing outside the bank"


def _is_author(sentence: Sentence, near: Placed) -> bool:
    """Whether a document is by an actor: `A report by | Norfield Bank | released on Monday`, but not `A poll of | economists`, `Documents seen by | Norfield Bank | showed`."""
    before, link = _link_before(sentence, near)
    return link == "by" and before not in _ONLY_READ


def _link_before(sentence: Sentence, near: Placed) -> list[str]:
    """The two words before an actor and its article."""
    return ["", "", *sentence.words[: before_articles(sentence.words, near.start) + 1]][-2:]


def _of_nearest(sentence: Sentence, hit: Hit, near: Placed, doer: str) -> list[tuple[ActorMention, str]]:
    """The nearest actor with its role, where nothing says that it has no part in a hit."""
    if is_behind_passive(sentence, hit) or near.end <= hit.start and has_own_verb(sentence, hit):
        return []
    if hit.verb is None and near.end <= hit.start and only_looks_on(sentence, hit):
        return []
    if hit.verb is None and (near.end <= outsider_verb(sentence, hit) or _is_only_there(sentence, hit, near)):
        return []  # "the minister criticised the verdict"
    if hit.kind in _OF_PEOPLE and near.actor.kind not in ("person", "group"):
        return []
    harmed = hit.kind == "attack" and _is_harmed(sentence, near)
    if (_only_speaks_of(sentence, hit, near) or _is_where(sentence, hit, near)) and not harmed:
        return []
    if hit.verb is None and not _may_take_part(hit, near.actor) or _only_acts_on(sentence, hit, near):
        return []
    passive = hit.verb is not None and hit.verb.passive and doer == "source"  # "attacks on the bank were investigated"
    is_done_to = (hit.kind in _DONE_TO or harmed or passive) and not is_of_the_law(near.actor)
    return [(represented(near.actor), "target" if is_done_to else doer)]


def _is_only_there(sentence: Sentence, hit: Hit, near: Placed) -> bool:
    """Whether an actor beside a noun only owns where it was, or hears or speaks about it: `the protests in | her | country`, `told reporters about the protests`."""
    words = sentence.words
    if words[near.start] in POSSESSIVES and not _HOMES.isdisjoint(words[near.end : near.end + 2]):
        return near.start > hit.start
    if feels_effect(sentence, hit, near) or _is_of_other_words(sentence, hit, near):
        return True
    if near.end <= hit.start and denial_of_part(sentence, hit) >= 0:
        return True  # "denied any | government | role in the massacre"
    return near.end <= hit.start and tie_of(sentence, hit)[1:] == ("about",)


def _is_of_other_words(sentence: Sentence, hit: Hit, near: Placed) -> bool:
    """Whether an actor behind a noun belongs to a verb or a noun between: `the uprising seeking to oust | him`, `the strikes halted an advance by | his men`."""
    words, between = sentence.words, sentence.words[hit.end : near.start]
    by = next((at for at in range(near.start - 1, max(hit.end, near.start - 3), -1) if words[at] == "by"), -1)
    if by > 0 and sentence.first_finite(hit.end, by) < by:
        # not "the strike was led on Monday by | Borg"
        return not is_participle_form(words[before_date(words, by, sentence.dated) - 1])
    return has_infinitive(sentence, hit.end, near.start) and "," not in between


def _may_take_part(hit: Hit, actor: ActorMention) -> bool:
    """Whether somebody of that kind may have a part in what a noun names: not `the lawsuit filed in a court`, `police broke up the protest`, `At the sentencing the headmaster read`."""
    if hit.kind == "protest":
        return can_protest(actor)
    return hit.kind not in _IN_COURT or is_of_the_law(actor) is (hit.kind == "verdict")


def _other_party(sentence: Sentence, hit: Hit, named: ActorMention, actors: Sequence[Placed]) -> ActorMention | None:
    """Who says that talks or a deal "with" somebody were held, and so takes part: `Norfield said talks with the union had failed`."""
    if not any(item.actor is named and _is_party(sentence, hit, item) for item in actors):
        return None
    speaker = _reporting_actor(sentence, hit, actors)
    if speaker is None or speaker.kind not in _SPEAKING_PARTIES or speaker.name == named.name:
        return None
    return None if _OF_PAPERS.intersection(speaker.name.lower().split()) else speaker


def _is_party(sentence: Sentence, hit: Hit, item: Placed) -> bool:
    """Whether an actor stands behind the "with" of talks or a deal that nobody owns: `talks with the union`, but not `their talks with`."""
    words = sentence.words
    at = before_articles(words, item.start)
    noun = at - 1
    beside = hit.end == at if hit.verb is None else noun < hit.start
    return noun >= 0 and beside and words[at] == "with" and words[noun] in _SHARED


def _nearest_state(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> list[tuple[ActorMention, str]]:
    """The state nearest behind a disaster whose place is not known: `A wildfire in Hilltop County, South Korea, spreads`."""
    near = next((item for item in actors if item.actor.kind == "state" and 0 <= item.start - hit.end <= _REACH), None)
    if near is None or names_other_mishap(sentence, hit, near.start, near.end):
        return []
    if only_compares(sentence, near.start, near.end):
        return []
    beside = sentence.clause_at(near.start) == sentence.clause_at(hit.start)
    return [(near.actor, "target")] if beside else []


def _only_speaks_of(sentence: Sentence, hit: Hit, near: Placed) -> bool:
    """Whether an actor beside a noun of force did not do it: `Microsoft gave details of the attacks`, `a car bomb near Aden, Yemen`."""
    if hit.kind != "attack" or hit.verb is not None:
        return False
    if near.start >= hit.end:
        return near.actor.kind == "state"  # "a car bomb near Aden, Yemen"
    return not is_done_by_subject(sentence, hit)


def _only_acts_on(sentence: Sentence, hit: Hit, near: Placed) -> bool:
    """Whether an actor only does something with a deal that others made: `The king praised the deal signed in July`."""
    if hit.kind != "agreement" or hit.verb is None or not hit.verb.passive or hit.verb.start < hit.verb.head:
        return False
    return near.end <= sentence.first_finite(near.end, hit.start) < hit.start


def _is_where(sentence: Sentence, hit: Hit, near: Placed) -> bool:
    """Whether a state only tells where the subject of a verb of force was: `A car bombing near Aden, Yemen, kills three`; or a body to what somebody is named: `nominations to the Senate`."""
    if hit.kind == "appointment" and hit.verb is None and "to" in sentence.words[hit.end : near.start]:
        return True
    before = sentence.words[near.start - 1] if near.start else ""
    return hit.kind == "attack" and near.actor.kind == "state" and before in _WHERE


def _with_victims(
    sentence: Sentence, roles: list[tuple[ActorMention, str]], actors: Sequence[Placed]
) -> list[tuple[ActorMention, str]]:
    """The actors of a disaster with those whom its sentence says it hurt: `Six people died and ten others were hurt as a roof collapsed`."""
    named = {actor.name for actor, _ in roles}
    hurt = [
        placed.actor
        for placed in actors
        if (placed.actor.kind == "group" or _is_unnamed(placed.actor))
        and placed.actor.name not in named
        and _is_harmed(sentence, placed)
        and sentence.words[placed.start - 1] != "including"
    ]
    return [*roles, *((actor, "target") for actor in hurt)][:_MOST]


def _is_unnamed(actor: ActorMention) -> bool:
    """Whether somebody is told of without a name: `killing the pilot`, `one person was hurt`."""
    return actor.kind == "person" and not actor.pronoun and actor.surface.split()[-1].islower()


def _is_harmed(sentence: Sentence, placed: Placed) -> bool:
    """Whether a word beside an actor says that they were hurt: `killing 12 people`."""
    words, behind = sentence.words, placed.end
    if words[behind : behind + 2] == [",", "including"]:  # "six people, including two children, were killed"
        behind = next((at for at in range(behind + 2, len(words)) if words[at] == ","), behind)
    beside = (
        *words[max(0, placed.start - _HARM_REACH) : placed.start],
        *words[behind : behind + _HARM_REACH + 1],
    )
    return not HARMED.isdisjoint(beside)


def strikes_place(sentence: Sentence, hit: Hit, places: Places) -> bool:
    """Whether a hit is a disaster or a protest whose clause says where it was, which is as good as a name of whom it befell."""
    if hit.kind not in _ELSEWHERE:
        return False
    place = place_in_clause(places, sentence, hit, offices=True)
    return place is not None and place.country is not None and not _only_describes(sentence, hit, place)


def _may_befall_state(sentence: Sentence, hit: Hit) -> bool:
    """Whether what a hit names may befall the state in which it is; a protest does where it is against those who rule there."""
    if hit.kind == "protest":
        clause = sentence.clauses[sentence.clause_at(hit.start)]
        return not _RULERS.isdisjoint(sentence.words[clause.start : clause.end])
    return hit.kind in _BEFALLS


def _state(sentence: Sentence, hit: Hit, places: Places) -> ActorMention | None:
    place = place_in_clause(places, sentence, hit, offices=True)
    if place is not None and hit.kind == "disaster" and place.name != place.country:
        return None  # "a crash in Valletta"
    if place is None or place.country is None or _only_describes(sentence, hit, place):
        return None
    return ActorMention(place.start, place.end, place.surface, place.country, "state", place.country)


def _only_describes(sentence: Sentence, hit: Hit, place: PlaceMention) -> bool:
    """Whether the name of a state only describes another noun than what befell it: `U.S. oil company Norfield found a leak`."""
    if hit.kind not in _ELSEWHERE:
        return False
    first, end = sentence.token_at(place.start), sentence.token_at(place.end - 1) + 1
    before = sentence.words[first - 2 : first] if first > 1 else sentence.words[:first]
    if not PREPOSITIONS.isdisjoint(before) or 0 <= hit.start - end <= _GROUP:
        return False
    behind = sentence.words[end] if end < len(sentence.words) else ""
    return behind.isalpha() and not sentence.finite[end] and behind not in _NO_NOUNS


def _reporter(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> list[tuple[ActorMention, str]]:
    """Who says what a statement without a speaker of its own says: `Gates said airdrops had been ruled out`, but not `The bank came under fire, the Norfield Times said`."""
    actor = _reporting_actor(sentence, hit, actors)
    if actor is not None and not _ONLY_REPORTING.isdisjoint(actor.name.lower().split()):
        return []
    return [(represented(actor), "speaker" if hit.kind == "speech" else "source")] if actor else []


def find_reporter(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> str | None:
    """The name of whoever reports a hit."""
    actor = _reporting_actor(sentence, hit, actors)
    return actor.name if actor else None


def _reporting_actor(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> ActorMention | None:
    """The first actor of the reporting clause beside a hit: before its content clause, or trailing behind it."""
    for clause in reporting_clauses(sentence, hit):
        named = next((placed.actor for placed in actors if clause.start <= placed.start < clause.end), None)
        if named is not None:
            return named
    return None


def _only_reports(sentence: Sentence, placed: Placed) -> bool:
    """Whether an actor behind a hit is the one who says so, or hears it: `as talks stalled, the paper said`, `a source close to the talks told Reuters`."""
    words = sentence.words
    return placed.end < len(words) and words[placed.end] in REPORTING or words[placed.start - 1] in _TELLS


def _nearest(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> Placed | None:
    """The actor nearest to a hit in its clause; of a verb one before it, for grammar tells those behind."""
    own = sentence.clause_at(hit.start)
    ranked = [
        (hit.start - placed.end if placed.end <= hit.start else placed.start - hit.end, placed.start, placed)
        for placed in actors
        if sentence.clause_at(placed.start) == own
        and (placed.end <= hit.start or hit.verb is None and not _only_reports(sentence, placed))
        and not is_topic(sentence, hit, placed.start)
    ]
    near = min(ranked, key=lambda item: item[:2], default=None)
    return near[2] if near is not None and near[0] <= _REACH else None
