"""Read words into units: a name, a state, an organisation, a role, a group noun, a pronoun.

Belongs here: which words form one unit. Does not: noun groups of several units ("French President Emmanuel Macron": noun_groups.py), who is who (coreference.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from transforms.events.actors.lexicon import Flag, Known
from transforms.events.actors.tokens import Tokens

_INTERESTING: Final = Flag.UPPER | Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN | Flag.PRONOUN | Flag.GAZETTEER
_LINKS: Final = ("of", "for")
MAX_NAME: Final = 8  # words of a name; longer runs of capitals are headlines or lists


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
    free = 0
    for index, word in enumerate(tokens.words):
        if word is None or index < free or not word.flags & _INTERESTING:
            continue
        unit = _read_unit(tokens, index)
        if unit is not None:
            units.append(unit)
            free = unit.last
    return units


def _read_unit(tokens: Tokens, index: int) -> Unit | None:
    flags = tokens.flags(index)
    if flags & Flag.GAZETTEER and (unit := _read_known(tokens, index)):
        return unit
    if flags & Flag.UPPER:
        return _read_upper(tokens, index, flags)
    return _read_small(tokens, index, flags)


def _read_small(tokens: Tokens, index: int, flags: int) -> Unit | None:
    if flags & Flag.PRONOUN:
        return Unit("pronoun", index, index + 1)
    length, flag = match_term(tokens, index, Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN)
    if not length:
        return None
    return Unit(_TERM_SORTS[flag], index, index + length)


_TERM_SORTS: Final = {Flag.ROLE: "role", Flag.GROUP: "group", Flag.ORG_NOUN: "noun"}


def match_term(tokens: Tokens, index: int, mask: int) -> tuple[int, int]:
    """The length in words and the flag of the longest role, group or noun that begins at a word; (0, 0) for none."""
    word = tokens.words[index]
    if word is None:
        return 0, 0
    for rest, flag in word.terms:
        if flag & mask and _follows(tokens, index, rest, lower=True):
            return len(rest) + 1, flag
    return 0, 0


def match_known(tokens: Tokens, index: int) -> tuple[int, Known | None]:
    """The length in words and the meaning of the longest known name that begins at a word."""
    word = tokens.words[index]
    if word is None:
        return 0, None
    for rest, known in word.names:
        if _follows(tokens, index, rest, lower=False):
            return len(rest) + 1, known
    return 0, None


def _follows(tokens: Tokens, index: int, rest: tuple[str, ...], lower: bool) -> bool:
    if not rest:
        return True
    if tokens.flags(index) & Flag.POSSESSIVE:
        return False
    for offset, expected in enumerate(rest, 1):
        at = index + offset
        if not (tokens.joined(at) or (tokens.dotted(at) and lower)):
            return False
        found = tokens.bare(at)
        if (found.lower() if lower else found) != expected:
            return False
    return True


def _read_known(tokens: Tokens, index: int) -> Unit | None:
    """A known name; the first part of an organisation's or a person's own name gives way to that name."""
    length, known = match_known(tokens, index)
    if known is None:
        return None
    last = index + length
    possessive = tokens.flags(last - 1) & Flag.POSSESSIVE
    if not possessive and known.sort != "organisation" and (end := _organisation_end(tokens, last)):
        return Unit("organisation", index, end, Known("organisation", "", known.state))
    if known.sort in ("state", "capital", "place") and not possessive and _runs_on(tokens, last):
        return _read_name(tokens, index, tokens.flags(index))
    if (
        known.sort == "organisation"
        and not possessive
        and known.state is None
        and (end := _organisation_end(tokens, last))
    ):
        return Unit("organisation", index, end, Known("organisation", "", None))
    return Unit(known.sort, index, last, known)


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word of no known meaning follows: "Jordan Peterson", "Chad Smith", "Washington Post"."""
    flags = tokens.flags(index)
    if not (tokens.joined(index) and flags & Flag.UPPER) or flags & (
        Flag.TIME | Flag.GAZETTEER | Flag.HONORIFIC | Flag.GIVEN | Flag.ACRONYM
    ):
        return False
    return not match_term(tokens, index, Flag.ROLE | Flag.GROUP)[0]


def _organisation_end(tokens: Tokens, index: int) -> int:
    """Where an organisation's name ends whose words go on at `index`; 0 when none does."""
    end = 0
    at = index
    while at < index + MAX_NAME:
        if not tokens.joined(at):
            break
        flags = tokens.flags(at)
        if flags & Flag.ORG_HEAD:
            end = at + 1
            if flags & Flag.OPENER:
                end = _after_link(tokens, end)
                at = max(at, end - 1)
        elif not flags & Flag.UPPER:
            if tokens.raw[at] not in ("and", "&"):
                break
        elif flags & Flag.TIME or match_term(tokens, at, Flag.ROLE)[0] and not tokens.flags(at + 1) & Flag.ORG_HEAD:
            break
        if flags & Flag.POSSESSIVE and not tokens.flags(at + 1) & Flag.ORG_HEAD:
            break
        at += 1
    return end


def _after_link(tokens: Tokens, end: int) -> int:
    """Where a name ends that may go on with "of" or "for" and capitalised words ("of Health and Human Services")."""
    while tokens.joined(end) and tokens.raw[end] in _LINKS and not tokens.flags(end - 1) & Flag.POSSESSIVE:
        at = end + 1
        if tokens.joined(at) and tokens.raw[at] == "the":
            at += 1
        if not (tokens.joined(at) and _is_name_part(tokens, at)):
            return end
        end = _links_end(tokens, at)
    return end


def _links_end(tokens: Tokens, at: int) -> int:
    """The end of a run of capitalised words with "and" between them."""
    begin = at
    while tokens.joined(at) and at < begin + MAX_NAME and not tokens.flags(at - 1) & Flag.POSSESSIVE:
        if _is_name_part(tokens, at) and not (at > begin and match_term(tokens, at, Flag.ROLE)[0]):
            at += 1
        elif (
            tokens.raw[at] in ("and", "&")
            and at > begin
            and tokens.joined(at + 1)
            and _is_plain_upper(tokens, at + 1)
            and not _is_state(tokens, at - 1)
        ):
            at += 2
        else:
            break
    return at


def _is_state(tokens: Tokens, index: int) -> bool:
    return match_known(tokens, index)[1] is not None


def _is_name_part(tokens: Tokens, index: int) -> bool:
    flags = tokens.flags(index)
    return bool(flags & Flag.UPPER) and not flags & Flag.TIME


def _is_plain_upper(tokens: Tokens, index: int) -> bool:
    flags = tokens.flags(index)
    return bool(flags & Flag.UPPER) and not flags & (Flag.TIME | Flag.GIVEN | Flag.GAZETTEER | Flag.ROLE)


def _read_upper(tokens: Tokens, index: int, flags: int) -> Unit | None:
    """A capitalised word: a role, a title, an organisation, a name, or an ordinary word at a sentence's beginning."""
    if flags & Flag.TIME and not (
        flags & Flag.GIVEN and tokens.flags(index + 1) & Flag.UPPER and tokens.joined(index + 1)
    ):
        return None
    length, flag = match_term(tokens, index, Flag.ROLE | Flag.GROUP | Flag.ORG_NOUN)
    if not (flag == Flag.ROLE and length > 1) and (end := _own_organisation(tokens, index, flags)):
        return Unit("organisation", index, end)
    if length and not (
        flags & (Flag.GIVEN | Flag.SURNAME_FIRST) and _is_plain_upper(tokens, index + 1) and tokens.joined(index + 1)
    ):
        return Unit(_TERM_SORTS[flag], index, index + length)
    if flags & Flag.PRONOUN:
        return Unit("pronoun", index, index + 1)
    if flags & Flag.HONORIFIC:
        return Unit("title", index, index + 1)
    if flags & Flag.STARTER and tokens.soft_start(index) or flags & (Flag.DETERMINER | Flag.NUMBER | Flag.QUANTIFIER):
        return None
    return _read_name(tokens, index, flags)


def _own_organisation(tokens: Tokens, index: int, flags: int) -> int:
    """The end of an organisation's name that begins here with its head ("Ministry of Defence") or before it ("Islamic Action Front")."""
    if flags & Flag.STARTER and tokens.soft_start(index) and not flags & (Flag.ORG_HEAD | Flag.OPENER):
        return 0
    if flags & (Flag.OPENER | Flag.ORG_HEAD):
        end = _after_link(tokens, index + 1) if flags & Flag.OPENER else index + 1
        further = 0 if flags & Flag.POSSESSIVE else _organisation_end(tokens, end)
        if further:
            return further
        return 0 if tokens.soft_start(index) and end == index + 1 else end
    if flags & Flag.POSSESSIVE:
        return 0
    end = _organisation_end(tokens, index + 1)
    if end and any(
        tokens.flags(at) & Flag.GAZETTEER and match_known(tokens, at)[1] for at in range(index + 1, min(end, index + 2))
    ):
        return 0
    return end


def _read_name(tokens: Tokens, index: int, flags: int) -> Unit | None:
    """A run of capitalised words with particles and initials: a person, or something the run's last word tells."""
    at = index + 1
    while at - index < MAX_NAME and not tokens.flags(at - 1) & Flag.POSSESSIVE:
        step = _name_step(tokens, at)
        if not step:
            break
        at += step
    last_flags = tokens.flags(at - 1)
    sure = at - index > 1 or not tokens.soft_start(index)
    if last_flags & Flag.COMPANY and at - index > 1:
        return Unit("organisation", index, at, Known("company", "", None))
    if last_flags & (Flag.THING | Flag.TIME) and not (at - index > 1 and flags & Flag.GIVEN and last_flags & Flag.TIME):
        return Unit("thing", index, at)
    if at - index == 1 and flags & Flag.PEOPLE_ADJECTIVE:
        return Unit("adjective", index, at, Known("adjective", tokens.bare(index)))
    return Unit("name", index, at, None, sure)


def _name_step(tokens: Tokens, at: int) -> int:
    """How many words a name goes on by at a word: an ordinary part, a dotted initial, particles with what follows; 0 when it ends."""
    dotted = tokens.dotted(at) and tokens.flags(at - 1) & Flag.INITIAL
    if not (tokens.joined(at) or dotted):
        return 0
    flags = tokens.flags(at)
    if flags & Flag.SUFFIX:
        return 1
    if flags & Flag.PARTICLE and not flags & Flag.UPPER:
        run = 1
        while run < 3 and tokens.flags(at + run) & Flag.PARTICLE and not tokens.flags(at + run) & Flag.UPPER:
            run += 1
        return (
            run + 1 if tokens.joined(at + run) and tokens.flags(at + run) & Flag.UPPER and tokens.joined(at + 1) else 0
        )
    if not flags & Flag.UPPER or flags & Flag.HONORIFIC:
        return 0
    if flags & Flag.TIME:
        return int(tokens.bare(at) == "May" and bool(tokens.flags(at - 1) & Flag.GIVEN))
    given = tokens.flags(at - 1) & (Flag.GIVEN | Flag.INITIAL)
    if not given and (match_term(tokens, at, Flag.ROLE)[0] or flags & Flag.GAZETTEER and match_known(tokens, at)[1]):
        return 0
    return 1
