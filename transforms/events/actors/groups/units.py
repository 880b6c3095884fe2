"""Read words into units: a name, a state, an organisation, a role, a group noun, a pronoun.

Belongs here: what begins at a word. Does not: how far an organisation's name goes (organisations.py), noun groups of several units (noun_groups.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, count
from typing import Final

from transforms.events.actors.groups.branches import branched_end, is_named_beside, ranked_end
from transforms.events.actors.groups.legal_forms import firm_end
from transforms.events.actors.groups.offices import chief_office_end, fields_end, holder_begin, is_subject_of_office
from transforms.events.actors.groups.organisations import begun_organisation_end, following_organisation_end
from transforms.events.actors.groups.powers import is_power
from transforms.events.actors.groups.settlements import Settlements, home_end
from transforms.events.actors.groups.standing import is_firm_of_sun, is_led_verb, is_national, is_sunday_paper
from transforms.events.actors.groups.unnamed import (
    MIN_HEADING,
    describes,
    is_heading,
    is_no_name,
    is_share_code,
    is_zone,
    may_be_shouted_name,
    opens_home,
    opens_line,
    thing_end,
)
from transforms.events.actors.places.gazetteer import LISTED_WEIGHT, Reading, multiword_beginnings, places
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import DESCRIBED, Known
from transforms.events.actors.words.phrases import match_known, match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_TERMS: Final = Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN
_INTERESTING: Final = Flag.UPPER | _TERMS | Flag.PRONOUN | Flag.GAZETTEER | Flag.ORDINAL
_TERM_SORTS: Final = {Flag.ROLE: "role", Flag.GROUP: "group", Flag.ORG_NOUN: "noun"}
_SMALL_WORDS: Final = Flag.DETERMINER | Flag.NUMBER | Flag.QUANTIFIER
MAX_NAME: Final = 8  # words of a name; longer runs of capitals are headlines or lists
MAX_SHOUTED_NAME: Final = 4
MIN_SHOUTED_CITY: Final = 4  # letters; a shorter word in capitals is an acronym
_HEADS: Final = Flag.ORG_HEAD | Flag.OPENER
# an ordinary word, and all that could make it more than that
_STARTER_AND_NAMING: Final = (
    Flag.STARTER | Flag.TIME | _TERMS | Flag.GIVEN | _HEADS | Flag.SURNAME_FIRST | Flag.HONORIFIC | Flag.SHOUTED
)
_ENDS_OF_BYLINES: Final = frozenset({"Staff", "Reporter", "Correspondent", "Editor", "Writer"})
_LEGAL_FORMS: Final = word_set("organisations", "legal_forms")
_PARTNERS: Final = frozenset({"Co", "Company", "Sons"})  # "Borg and Sons"
_OPENING_FIRMS: Final = word_set("organisations", "opening_firms")
_EXCHANGES: Final = word_set("organisations", "exchanges")
_SHORT_VERBS: Final = ("'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll")
_NATIONAL_FIRMS: Final = word_set("organisations", "national_firms")
_NO_ACTORS: Final = word_set("capitals", "no_actors")
_STORMS: Final = word_set("capitals", "storms")


@dataclass(slots=True)
class Unit:
    """Words `first` to `last` (exclusive) as one thing.

    `sort`: name, thing, state, adjective, people, capital, place, organisation, role, group, noun, pronoun or title.
    """

    sort: str
    first: int
    last: int
    known: Known | None = None
    sure: bool = True  # False for a word that only its place at a sentence's beginning may have given its capital


def read_units(tokens: Tokens) -> list[Unit]:
    """The units of a text in order, never overlapping."""
    units: list[Unit] = []
    settlements = Settlements(tokens)
    free = 0
    flags = tokens.flags
    for index in compress(count(), map(_INTERESTING.__and__, flags)):
        if index < free:
            continue
        unit = _read_unit(tokens, index, flags[index])
        if unit is not None:
            if flags[unit.last] & Flag.UPPER and unit.sort in ("name", "organisation"):
                unit = _with_branch(tokens, unit)
            if unit.sort in ("name", "place") and (place := settlements.named(unit.first, unit.last)):
                unit = Unit("place", unit.first, unit.last, unit.known or place)
            units.append(unit)
            free = unit.last if unit.sort != "role" else holder_begin(tokens, unit.last) or unit.last
            if unit.sort == "role" and free == unit.last and (end := fields_end(tokens, free)):
                units.append(Unit("name", free + 1, end))
                free = end
            if unit.sort == "adjective" and is_national(tokens, free):
                units.append(Unit("role", free, free + 1))
                free += 1
    return units


def _with_branch(tokens: Tokens, unit: Unit) -> Unit:
    """A name together with the country behind it of whose branch it is the name: "Norfield China"."""
    end = branched_end(tokens, unit.first, unit.last, unit.known, named=unit.sort == "name")
    return Unit("organisation", unit.first, end, Known("organisation", "")) if end else unit


def _read_unit(tokens: Tokens, index: int, flags: int) -> Unit | None:
    if flags & Flag.GAZETTEER and (unit := _read_known(tokens, index)):
        return unit
    if flags & Flag.PRONOUN:
        return Unit("pronoun", index, index + 1)
    if flags & Flag.UPPER and (end := firm_end(tokens, index, flags)):
        return Unit("organisation", index, end, Known("company", "")) if end > index + 1 else None
    if flags & Flag.ROLE and (end := chief_office_end(tokens, index)):
        return Unit("role", index, end)
    if flags & Flag.UPPER:
        return _read_upper(tokens, index, flags)
    if flags & Flag.ORDINAL:
        end = following_organisation_end(tokens, index + 1)
        return Unit("organisation", index, end) if end else None
    length, flag = match_term(tokens, index, _TERMS)
    if not length or flags & Flag.VERBAL and tokens.plain[index] and is_led_verb(tokens, index):
        return None
    if is_power(tokens, index):
        return None
    return Unit(_TERM_SORTS[flag], index, index + length)


def _read_known(tokens: Tokens, index: int) -> Unit | None:
    """A known name; the first part of an organisation's or a person's own name gives way to that name."""
    length, known = match_known(tokens, index)
    if known is None:
        return None
    if (
        known.sort == "adjective"
        and tokens.raw[index] in multiword_beginnings()
        and (unit := _read_place(tokens, index))
    ):
        return unit  # "British Columbia"
    last = index + length
    if tokens.raw[index] in _NATIONAL_FIRMS and (unit := _read_national_firm(tokens, index)):
        return unit
    if known.sort == "state" and tokens.gaps[last].endswith("$"):
        return None  # US$9.7 billion
    if tokens.flags[last - 1] & Flag.POSSESSIVE:
        if known.sort == "state" and (end := ranked_end(tokens, last)):
            sort = "thing" if is_named_beside(tokens, index, end) else "organisation"
            return Unit(sort, index, end, Known(DESCRIBED, "", known.state))
    else:
        joined = length > 1 and tokens.after(last) == "and"  # "the European Union and International Monetary Fund"
        may_go_on = known.sort != "organisation" or known.state is None and not joined
        if may_go_on and (end := following_organisation_end(tokens, last)):
            return Unit("organisation", index, end, Known("organisation", "", known.state))
        given = known.sort == "people" and tokens.flags[index] & Flag.GIVEN
        if (known.sort in ("state", "capital") or given) and _runs_on(tokens, last):
            return _read_name(tokens, index, tokens.flags[index])
        if known.sort == "company" and tokens.flags[last] & Flag.UPPER and (unit := _read_name(tokens, index, 0)):
            return unit if unit.sort == "organisation" else Unit("organisation", index, last, known)
    return Unit("organisation" if known.sort == "company" else known.sort, index, last, known)


def _read_national_firm(tokens: Tokens, index: int) -> Unit | None:
    """A firm's name that an adjective opens, or its beginning: "American Apparel Inc", "American Apparel"; none where a person or no firm follows."""
    following = tokens.flags[index + 1]
    other = Flag.GIVEN | Flag.GAZETTEER | Flag.ROLE
    if not tokens.plain[index + 1] or not following & Flag.UPPER or following & other:
        return None
    unit = _read_name(tokens, index, 0)
    if unit is not None and unit.known is not None and unit.known.sort == "company":
        return unit
    first = tokens.first_of_pair(index)
    whole = _read_name(tokens, first, 0) if first < index else None
    known = whole.known if whole is not None else None
    return Unit("organisation", index, index + 2, known) if known is not None and known.sort == "company" else None


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word of no known meaning follows: "Jordan Peterson", "Chad Smith"."""
    flags = tokens.flags[index]
    if not (tokens.plain[index] and flags & Flag.UPPER):
        return False
    other = Flag.TIME | Flag.GAZETTEER | Flag.HONORIFIC | Flag.GIVEN | Flag.ACRONYM | Flag.STARTER | Flag.SHOUTED
    return not flags & other and not match_term(tokens, index, Flag.ROLE | Flag.GROUP)[0]


def _read_upper(tokens: Tokens, index: int, flags: int) -> Unit | None:
    """A capitalised word: a role, a title, an organisation, a name, or an ordinary word at a sentence's beginning."""
    raw = tokens.raw[index]
    if home := home_end(tokens, index):
        return Unit("place", index, home, Known("place", " ".join(tokens.raw[index:home])))
    followed = tokens.plain[index + 1] and bool(tokens.flags[index + 1] & Flag.UPPER) and not flags & Flag.POSSESSIVE
    if _begins_nothing(tokens, index, flags, followed):
        return None
    named_on = followed or tokens.after(index + 1) == "of"
    if named_on and raw in multiword_beginnings() and (unit := _read_place(tokens, index)):
        return unit
    if flags & Flag.GROUP_MODIFIER and "-" in raw or followed and opens_home(tokens, index):
        return None  # "Idaho-based"
    if followed and flags & Flag.PEOPLE_ADJECTIVE and tokens.flags[index + 1] & Flag.GIVEN:
        return Unit("adjective", index, index + 1, Known("adjective", tokens.bare(index)))
    if followed and flags & (Flag.ROLE | Flag.ORG_HEAD) and (thing := thing_end(tokens, index)):
        return Unit("thing", index, thing, None, False)
    length, flag = match_term(tokens, index, _TERMS)
    goes_on = followed or flags & _HEADS or tokens.after(index + 1) == "and"
    opens = followed and raw in _OPENING_FIRMS
    personal = flags & (Flag.GIVEN | Flag.SURNAME_FIRST) and followed
    if goes_on and not (flag == Flag.ROLE and length > 1) and (end := begun_organisation_end(tokens, index, flags)):
        titled = personal and tokens.plain[index] and tokens.flags[index - 1] & Flag.ROLE
        alone = opens and end == index + 1  # "United Steelworkers"
        if not alone and (not titled or end - index > 2):  # "Vice Chairman Jim Press" is no press
            return Unit("organisation", index, end)
    if length and not personal:
        return Unit(_TERM_SORTS[flag], index, index + length)
    if flags & Flag.HONORIFIC and not personal:
        return Unit("title", index, index + 1)
    is_ordinary = flags & Flag.STARTER and (not followed or tokens.soft_start(index)) or flags & _SMALL_WORDS
    if is_ordinary and not (followed and _opens_name(tokens, index, flags)):
        return None
    if (
        flags & Flag.STARTER
        and flags & Flag.ACRONYM
        and (tokens.flags[index - 1] | tokens.flags[index + 1]) & Flag.ACRONYM
    ):
        return None  # "ARRAIGNED FOR THE MURDER"
    if flags & Flag.SHOUTED and not may_be_shouted_name(tokens, index, flags, followed):
        return None
    return _read_name(tokens, index, flags)


def _begins_nothing(tokens: Tokens, index: int, flags: int, followed: bool) -> bool:
    """Whether a capitalised word is seen at once to begin no unit: a verb, a sentence's first word, a day, a thing."""
    raw = tokens.raw[index]
    if opens_line(tokens, index):
        return True
    if raw.endswith(_SHORT_VERBS) or "-" in raw and not flags & _TERMS and describes(raw):
        return True  # "We’ve", "I'm"; "AI-first"
    if flags & Flag.FIRM_DEED and raw[-1] == "s" and tokens.plain[index] and tokens.flags[index - 1] & Flag.UPPER:
        return True  # in a headline: "President Criticizes Obama's Plan"
    if flags & _STARTER_AND_NAMING == Flag.STARTER and not followed and tokens.soft_start(index):
        return True  # most sentences begin so
    if flags & Flag.TIME and not (_names_on(tokens, index, followed) and _is_no_time(tokens, index, flags)):
        return True
    return not followed and raw in _NO_ACTORS or bool(flags & Flag.ACRONYM) and is_zone(tokens, index)


def _names_on(tokens: Tokens, index: int, followed: bool) -> bool:
    """Whether a capitalised word follows, also behind particles: "Jan du Plessis"."""
    particle = tokens.plain[index + 1] and tokens.flags[index + 1] & Flag.PARTICLE
    return followed or bool(particle and _particles(tokens, index + 1))


def _opens_name(tokens: Tokens, index: int, flags: int) -> bool:
    """Whether a word that begins a sentence belongs to the name behind it: a noun, or one that does so elsewhere: "Home Depot said", "Best Buy said"."""
    if flags & _SMALL_WORDS or tokens.flags[index + 1] != Flag.UPPER:
        return False
    return bool(flags & Flag.NOUN) or tokens.goes_together(index)


def _is_no_time(tokens: Tokens, index: int, flags: int) -> bool:
    """Whether a word of time before a capitalised one is a name or a title: "April Jones", "the Sunday Times", "PM Golda Berg", but not "3 PM Monday"."""
    if flags & Flag.GIVEN or is_sunday_paper(tokens, index) or is_firm_of_sun(tokens, index):
        return True
    return (
        bool(flags & Flag.ABBREVIATED)
        and not tokens.flags[index + 1] & Flag.TIME
        and not tokens.raw[index - 1].isdigit()
    )


def _read_place(tokens: Tokens, index: int) -> Unit | None:
    """A city, region or sea of two or three words: "New York", "Rio de Janeiro", "Gulf of Oman"."""
    table = places()
    for last in (index + 3, index + 2):
        if not tokens.plain[last - 1]:
            continue
        name = " ".join((*tokens.raw[index : last - 1], tokens.bare(last - 1)))
        readings = table.get(name if not name.isupper() else name.title())
        if readings and not following_organisation_end(tokens, last):
            return Unit("place", index, last, _place(readings[0]))
    return None


def _read_name(tokens: Tokens, index: int, flags: int) -> Unit | None:
    """A run of capitalised words with particles and initials: a person, or something the run's last word tells."""
    at = index + 1
    longest = MAX_SHOUTED_NAME if flags & Flag.SHOUTED else MAX_NAME
    while at - index < longest and not tokens.flags[at - 1] & Flag.POSSESSIVE:
        step = _name_step(tokens, at)
        if not step or _begins_anew(tokens, index, at):
            break
        at += step
    return _named(tokens, index, at, flags)


def _begins_anew(tokens: Tokens, index: int, at: int) -> bool:
    """Whether a first name after two words that are none begins a person: "Chief of Naval Operations Lisa Franchetti"."""
    if at - index < 2 or not tokens.flags[at + 1] & Flag.UPPER:
        return False
    if is_subject_of_office(tokens, index, at):
        return True
    if not tokens.flags[at] & Flag.GIVEN:
        return False
    personal = Flag.GIVEN | Flag.INITIAL | Flag.SURNAME_FIRST | Flag.PARTICLE | Flag.SUFFIX
    return tokens.plain[at + 1] and not any(tokens.flags[i] & personal for i in range(index, at))


def _named(tokens: Tokens, index: int, at: int, flags: int) -> Unit | None:
    """What a run of capitalised words is."""
    last_flags, single = tokens.flags[at - 1], at - index == 1
    if last_flags & Flag.GROUP_MODIFIER and "-" in tokens.raw[at - 1]:
        return None  # "a United States-led plan"
    if not single and last_flags & Flag.ACRONYM and not last_flags & Flag.COMPANY and is_heading(tokens, index, at):
        return None
    if not single and is_subject_of_office(tokens, index, at):
        return Unit("thing", index, at, None, False)
    if last_flags & Flag.COMPANY and not single:
        return Unit("organisation", index, at, Known("company", ""))
    if (legal := _legal_form(tokens, at)) is not None:
        return Unit("organisation", index, at + legal, Known("company", ""))
    if not single and tokens.raw[index] in _OPENING_FIRMS:
        return Unit("organisation", index, at, Known("company", ""))
    if not single and not _STORMS.isdisjoint(tokens.raw[index : at - 1]):
        return Unit("thing", index, at, None, False)
    numbered = tokens.plain[index] and tokens.raw[index - 1].isdigit()  # "of 45 Jay Street"
    personal = flags & Flag.GIVEN and last_flags & Flag.SURNAME and not single and not numbered
    if last_flags & (Flag.THING | Flag.TIME) and not personal:
        return Unit("name" if single and last_flags & Flag.SURNAME else "thing", index, at, None, False)
    if single and flags & Flag.PEOPLE_ADJECTIVE:
        return Unit("adjective", index, at, Known("adjective", tokens.bare(index)))
    if single and is_no_name(tokens, index, flags):
        return None
    if single and (readings := _place_readings(tokens, index, last_flags)):
        return Unit("place", index, at, _place(readings[0]))
    return Unit("name", index, at, None, not single or not tokens.soft_start(index))


def _legal_form(tokens: Tokens, at: int) -> int | None:
    """How many words of its legal form follow a name that these, or the exchange where it is listed, show to be a company's: `Norfield, Inc. (NYSE: NRF)`, `Norfield ( NRF.N )`; None for other names."""
    if tokens.flags[at - 1] & Flag.POSSESSIVE or at >= len(tokens):
        return None
    if tokens.after(at) == "and" and tokens.plain[at + 1] and tokens.bare(at + 1) in _PARTNERS:
        return 2
    if tokens.gaps[at] == ", " and tokens.bare(at) in _LEGAL_FORMS:
        return 1
    if tokens.gaps[at] not in (" (", " ( "):
        return None
    listed = tokens.bare(at) in _EXCHANGES and tokens.gaps[at + 1][:1] == ":"
    return 0 if listed or is_share_code(tokens, at) else None


def _place(reading: Reading) -> Known:
    return Known("region" if reading.weight == LISTED_WEIGHT else "place", reading.name, reading.country)


def _place_readings(tokens: Tokens, index: int, flags: int) -> tuple[Reading, ...] | None:
    """What a single word may mean as a place; datelines write cities in capitals ("HELSINKI (Reuters)")."""
    name = tokens.bare(index)
    return places().get(name.title() if flags & Flag.ACRONYM and len(name) >= MIN_SHOUTED_CITY else name)


def _name_step(tokens: Tokens, at: int) -> int:
    """How many words a name goes on by at a word: an ordinary part, a dotted initial, particles with what follows; 0 when it ends."""
    before = tokens.flags[at - 1]
    if not (tokens.plain[at] or before & Flag.INITIAL and tokens.dotted(at)):
        return 0
    if tokens.raw[at - 1] in _ENDS_OF_BYLINES or is_share_code(tokens, at):
        return 0
    flags = tokens.flags[at]
    if flags & Flag.SUFFIX:
        return 1
    if not flags & Flag.UPPER:
        return _particles(tokens, at) if flags & Flag.PARTICLE else 0
    if flags & Flag.HONORIFIC and not before & Flag.GIVEN:
        return 0
    if flags & (Flag.DETERMINER | Flag.PRONOUN) and not _is_initial(tokens, at):
        return 0
    if flags & Flag.TIME:
        return int(tokens.bare(at) == "May" and bool(before & Flag.GIVEN))
    if before & (Flag.GIVEN | Flag.INITIAL) and not flags & Flag.ACRONYM:
        return 1
    if before & Flag.ACRONYM and not flags & Flag.ACRONYM and len(tokens.raw[at - 1]) >= MIN_HEADING:
        return 0
    length, known = match_known(tokens, at) if flags & Flag.GAZETTEER else (0, None)
    if known and tokens.plain[at + length] and tokens.bare(at + length) in _LEGAL_FORMS:
        return length  # "Norfield North America Inc"
    return 0 if known or flags & Flag.ROLE and match_term(tokens, at, Flag.ROLE)[0] else 1


def _is_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter that could be an article is an initial: "Steven A. Borg"."""
    return bool(tokens.flags[at] & Flag.INITIAL) and not tokens.flags[at] & Flag.SHOUTED and tokens.dotted(at + 1)


def _particles(tokens: Tokens, at: int) -> int:
    """The length of a run of particles in small letters and the capitalised word behind it: "van der Bellen"."""
    run = 1
    while run < 3 and tokens.plain[at + run] and tokens.flags[at + run] & (Flag.PARTICLE | Flag.UPPER) == Flag.PARTICLE:
        run += 1
    return run + 1 if tokens.plain[at + run] and tokens.flags[at + run] & Flag.UPPER else 0
