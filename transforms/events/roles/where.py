"""Where an event took place.

Belongs here: which of the places named in its clause is an event's own. Does not: finding places (actors/places/), the state that an event befell (setting.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention, PlaceMention, Places
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.judged import judging_verb
from transforms.events.roles.enumerations import OWNING
from transforms.events.roles.read import DOING
from transforms.events.roles.topics import is_topic
from transforms.events.status.claims import reporting_clauses
from transforms.events.status.reproaches import accusers
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import COORDINATORS, PREPOSITIONS
from transforms.vocabulary import read_vocabulary, word_set

_PARTY_PREPOSITIONS: Final = frozenset({"against", "between", "by", "from", "with"})
_LOCATIVE: Final = frozenset({"in", "at", "near", "outside", "inside"})
_BEHIND_PHRASES: Final = COORDINATORS | {"that", "to", "when", "where", "which", "while", "who"}
# types in which states act on each other: one that acts is not where it was
_BETWEEN_STATES: Final = frozenset(
    {
        "accusation",
        "agreement",
        "attack",
        "call",
        "demand",
        "deployment",
        "diplomatic_break",
        "meeting",
        "rejection",
        "sanction",
        "threat",
        "visit",
    }
)
# what happens to bodies in one place, which another clause may name: "were killed as they walked in Valletta"
_BODILY: Final = frozenset(
    {
        "arrest",
        "attack",
        "death",
        "deployment",
        "disaster",
        "election",
        "exercise",
        "meeting",
        "protest",
        "release",
        "trial",
        "verdict",
        "weapons_test",
    }
)
_SIDES: Final = word_set("clauses", "parts_of_country")
_MISHAPS: Final = frozenset(read_vocabulary("ontology")["lists"]["mishap"])
_STRIKING: Final = frozenset({"hit", "struck", "devastated", "ravaged", "shook", "battered", "swept"})
_STRUCK_REACH: Final = 4  # tokens between "struck" and what it struck
_ABOUT: Final = frozenset({"on", "for", "about"})
_GATHERINGS: Final = word_set("clauses", "gatherings")
_BASED: Final = ("-based", "-headquartered")
# of these the place stands behind "in" or "at", or right before the noun: "the | Geneva | talks"
_HELD: Final = frozenset({"agreement", "call", "meeting", "speech"})
_WAYS: Final = _LOCATIVE | {"to", "into", "from", "around", "across"}
_MARKETS: Final = word_set("clauses", "market_streets")
_ALONG: Final = frozenset({"on", "along", "down", "in", "near", "off", "outside"})
_SETTLEMENTS: Final = word_set("actions", "settlements")
_AT_HOME: Final = word_set("clauses", "at_home")
_AT_HOME_OF_WHO_ACTS: Final = word_set("clauses", "at_home_of_who_acts")
_NOUN_REACH: Final = 2  # tokens between a place and the noun that it tells apart: "the | Geneva | peace talks"


def find_place(
    places: Places, sentence: Sentence, hit: Hit, roles: Sequence[tuple[ActorMention, str]]
) -> PlaceMention | None:
    """The place named in the clause of a hit, of what happens in one place also the one that another clause names."""
    found = place_in_clause(places, sentence, hit, roles)
    if found is None and hit.kind in _BODILY and not _is_at_unknown_place(sentence, hit):
        at = sentence.starts[hit.start]
        return min(_beyond_clause(places, sentence, hit), key=lambda place: abs(place.start - at), default=None)
    return found


def find_country(place: PlaceMention | None, hit: Hit, roles: Sequence[tuple[ActorMention, str]]) -> str | None:
    """The state in which an event took place: that of its place; where none is named, of what is done at home the only state that somebody acts for.

    Who is arrested or judged may be a stranger there: `a Maltese court jailed an Italian`.
    """
    if place is not None:
        return place.country
    if hit.kind not in _AT_HOME and hit.kind not in _AT_HOME_OF_WHO_ACTS:
        return None
    states = {actor.state for actor, role in roles if role in DOING or hit.kind in _AT_HOME} - {None}
    return states.pop() if len(states) == 1 else None


def _is_at_unknown_place(sentence: Sentence, hit: Hit) -> bool:
    """Whether a name that no table holds stands right behind a hit as where it was: `the meeting in | Oberndorf`."""
    at = hit.end + 1
    return sentence.words[hit.end : at] == ["in"] and sentence.raw[at : at + 1] != [] and sentence.raw[at][0].isupper()


def place_in_clause(
    places: Places,
    sentence: Sentence,
    hit: Hit,
    roles: Sequence[tuple[ActorMention, str]] = (),
    *,
    offices: bool = False,
) -> PlaceMention | None:
    """The place named in the clause of a hit, the nearest behind it first, parties last (`talks between Russia and China in Geneva`).

    Neither who acts nor what is only talked about is where it was: `was bombed by Malta`, `met in Geneva to discuss Malta`.
    With `offices` a state may also be the one whose minister or president is named.
    """
    at = sentence.starts[hit.start]
    if hit.kind == "disaster" and (struck := _struck_behind(places, sentence, hit)) is not None:
        return struck
    inside = _possible_places(places, sentence, hit, roles, offices=offices)
    if len(inside) < 2:
        return inside[0] if inside else None
    parties = _parties(sentence, inside)
    held = hit.kind in _HELD
    return min(
        inside,
        key=lambda place: (
            place in parties,
            held and _before(sentence, place) not in _LOCATIVE,
            place.inner,
            place.start < at,
            abs(place.start - at),
        ),
    )


def _possible_places(
    places: Places, sentence: Sentence, hit: Hit, roles: Sequence[tuple[ActorMention, str]], *, offices: bool
) -> list[PlaceMention]:
    """The places named in the clause of a hit that can be where it was."""
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    named = places.within(sentence.starts[clause.start], sentence.ends[clause.end - 1])
    if hit.kind == "disaster":
        spans = [(place, sentence.token_at(place.start), sentence.token_at(place.end - 1) + 1) for place in named]
        named = [place for place, first, end in spans if not names_other_mishap(sentence, hit, first, end)]
    acting = set[int]()
    if hit.kind in _BETWEEN_STATES:
        acting = {actor.start for actor, role in roles if role in DOING and actor.kind == "state"}
    named = [place for place in named if offices or not place.office]
    owned = {place.start for place in named}
    inside = [
        place
        for place in named
        if place.start not in acting
        and not _is_aside(sentence, hit, place, roles)
        and not _owns_place(sentence, place, owned)
    ]
    if hit.kind == "visit" and hit.verb is not None:
        return [place for place in inside if _before(sentence, place) != "from"]
    return _venues(sentence, hit, inside) if hit.kind in _HELD else inside


def _struck_behind(places: Places, sentence: Sentence, hit: Hit) -> PlaceMention | None:
    """The place that the relative clause of a disaster says it struck: `in contrast to the quake that struck | Malta`."""
    verb = hit.end + 1
    if sentence.words[hit.end : verb] not in (["that"], ["which"]) or sentence.words[verb : verb + 1] == []:
        return None
    if sentence.words[verb] not in _STRIKING:
        return None
    named = places.within(sentence.starts[verb], sentence.span.end)
    return next((place for place in named if sentence.token_at(place.start) - verb <= _STRUCK_REACH), None)


def names_other_mishap(sentence: Sentence, hit: Hit, first: int, end: int) -> bool:
    """Whether a name at tokens `first`..`end`, behind a comma or "and", only tells of another disaster in a list: `the tsunami, the | Malta | quake`."""
    between = sentence.words[hit.end : first]
    listed = "," in between or "and" in between
    return listed and end < len(sentence.words) and sentence.words[end] in _MISHAPS


def _venues(sentence: Sentence, hit: Hit, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places where people can have met or spoken, and that are not only talked of: not `pressure on | Malta`, `asked | Malta | to` or `Malta's debt`."""
    found: list[PlaceMention] = []
    ends = set[int]()  # tokens behind places that are venues, which "and" or a comma may join to the next
    for place in places:
        first, end = sentence.token_at(place.start), sentence.token_at(place.end - 1) + 1
        if _is_venue(sentence, hit, place, end) or sentence.words[first - 1] in (",", "and") and first - 1 in ends:
            found.append(place)
            ends.add(end)
    return found


def _is_venue(sentence: Sentence, hit: Hit, place: PlaceMention, end: int) -> bool:
    """Whether the words around a place that ends before token `end` say that it was there: `in | Valletta`, `the capital, | Valletta`, `the | Valletta | talks`."""
    if sentence.words[end : end + 1] in OWNING:
        return False
    if end <= hit.start <= end + _NOUN_REACH:
        return all(word.isalpha() for word in sentence.words[end : hit.start])
    if (
        sentence.words[end : end + 1] != [] and sentence.words[end] in _GATHERINGS
    ):  # "said at a | Valletta | conference"
        return True
    first = sentence.token_at(place.start)
    return _before(sentence, place) in _WAYS or (
        sentence.words[first - 1 : first] in ([","], ["of"]) and sentence.words[first - 2] in _SETTLEMENTS
    )


def _owns_place(sentence: Sentence, place: PlaceMention, starts: set[int]) -> bool:
    """Whether another place is this one's, which tells more exactly where: `Malta's Sadr City`."""
    mark = sentence.token_at(place.end - 1) + 1
    owns = mark + 1 < len(sentence.words) and sentence.words[mark : mark + 1] in OWNING
    return owns and sentence.starts[mark + 1] in starts


def _beyond_clause(places: Places, sentence: Sentence, hit: Hit) -> list[PlaceMention]:
    """The places behind "in" and the like in other clauses of the sentence, but not where it is reported: `officials in Valletta said`."""
    telling = [
        (sentence.starts[clause.start], sentence.ends[clause.end - 1]) for clause in reporting_clauses(sentence, hit)
    ]
    return [
        place
        for place in places.within(*sentence.span)
        if not place.office
        and _before(sentence, place) in _LOCATIVE
        and not _is_aside(sentence, hit, place)
        and _ends_phrase(sentence, place)
        and not any(start <= place.start < end for start, end in telling)
    ]


def _ends_phrase(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a place describes no noun behind it: not `in Valletta history`."""
    end = sentence.token_at(place.end - 1) + 1
    following = sentence.words[end] if end < len(sentence.words) else ""
    ends = not following[:1].isalnum() or following in PREPOSITIONS or following in _BEHIND_PHRASES
    return ends or end in sentence.dated or sentence.finite[end]


def only_compares(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a state at tokens `first`..`end` only tells how rare something is: `the worst spill in | US | history`, `the largest outside the | US`."""
    words = sentence.words
    behind = words[end + 1 : end + 2] if words[end : end + 1] in OWNING else words[end : end + 1]
    before = words[first - 2 : first - 1] if words[first - 1 : first] == ["the"] else words[first - 1 : first]
    return behind == ["history"] or before == ["outside"]


def _owns_history(sentence: Sentence, end: int) -> bool:
    """Whether a place that ends before token `end` only tells how rare something is: `the biggest fraud in | Wall Street's | history`."""
    return "history" in sentence.words[end : end + 1 + (sentence.words[end : end + 1] in OWNING)]


def _is_home(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a place only says where a firm is at home: `the | Stamford | , Connecticut-based company`."""
    end = sentence.token_at(place.end - 1) + 1
    behind = sentence.raw[end : end + 2]
    return any(word.endswith(_BASED) for word in (behind[1:] if behind[:1] == [","] else behind[:1]))


def _owns_actor(sentence: Sentence, end: int, roles: Sequence[tuple[ActorMention, str]]) -> bool:
    """Whether a state that ends at a token only says whose the person or the firm right behind it is: `Malta's | Norfield Optronics | sued Vella`."""
    if sentence.words[end : end + 1] not in OWNING or end + 1 >= len(sentence.words):
        return False
    behind = sentence.starts[end + 1]
    return any(actor.start == behind and actor.kind in ("person", "organisation") for actor, _ in roles)


def _is_aside(
    sentence: Sentence, hit: Hit, place: PlaceMention, roles: Sequence[tuple[ActorMention, str]] = ()
) -> bool:
    """Whether a place stands for the state that did it or for what it was about."""
    first, end = sentence.token_at(place.start), sentence.token_at(place.end - 1) + 1
    if _is_home(sentence, place) or _owns_history(sentence, end):
        return True
    if place.name == place.country and only_compares(sentence, first, end):
        return True
    if place.name == place.country and _owns_actor(sentence, end, roles):
        return True
    before = _before(sentence, place)
    if place.name in _MARKETS and before not in _ALONG:
        return True  # "the biggest loss that | Wall Street | expects" is that of a market
    if sentence.token_at(place.start) in accusers(sentence, hit):  # "Malta accused the rebels of kidnapping a judge"
        return True
    if before == "including" or place.name == place.country and (before == "by" or _is_subject(sentence, hit, place)):
        return True
    if before in _LOCATIVE:
        return _is_of_name(sentence, place)
    return is_topic(sentence, hit, sentence.token_at(place.start))


def _is_of_name(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a state belongs to the name of what an occasion is about: `the Summit on Peace in | Ukraine`, but not `the Conference on Disarmament in Geneva`."""
    if place.name != place.country:
        return False
    at = sentence.token_at(place.start) - 2
    last = at
    while at > 0 and sentence.raw[at][:1].isupper():
        at -= 1
    return 0 < at < last and sentence.words[at] in _ABOUT and sentence.words[at - 1] in _GATHERINGS


def _is_subject(sentence: Sentence, hit: Hit, place: PlaceMention) -> bool:
    """Whether a state only judges what a noun names: `Malta and Italy condemned the arrest`, but not `Malta announced it`."""
    if hit.verb is not None or hit.kind not in _BODILY or _before(sentence, place) in PREPOSITIONS:
        return False
    verb = judging_verb(sentence, hit)
    end = sentence.token_at(place.end - 1) + 1
    return end <= verb and (end == verb or sentence.words[end] in (",", "and"))


def _before(sentence: Sentence, place: PlaceMention) -> str:
    """The word before a place and its article: the "in" of `in the western Sahara`."""
    first = sentence.token_at(place.start)
    first -= sentence.words[first - 1 : first] != [] and sentence.words[first - 1] in _SIDES
    first -= sentence.words[first - 1 : first] == ["the"]
    return sentence.words[first - 1] if first else ""


def _parties(sentence: Sentence, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places that only stand for who takes part: behind "between" or "with", and those that "and" joins to them."""
    parties: list[PlaceMention] = []
    for place in places:
        first = sentence.token_at(place.start)
        first -= sentence.words[first - 1 : first] == ["the"]
        before = sentence.words[first - 1] if first else ""
        joined = before == "and" and parties and sentence.token_at(parties[-1].end - 1) == first - 2
        if before in _PARTY_PREPOSITIONS or joined:
            parties.append(place)
    return parties
