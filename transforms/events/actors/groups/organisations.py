"""Find where an organisation's name ends.

Belongs here: head nouns ("Ministry", "Council"), "of" and "and" inside such names. Does not: names of persons (units.py), which names are known (words/known.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.phrases import match_known, match_term
from transforms.events.actors.words.tokens import Tokens
from transforms.vocabulary import word_set

_LINKS: Final = ("of", "for")
_JOINTS: Final = ("and",)
_COMPLETE: Final = frozenset(
    {"Airlines", "Airways", "Bank", "Lines", "Motors", "Party"}
)  # another name follows their "and"
_OF_FIRMS: Final = word_set("organisations", "of_firms")
_LAST_OF_FIRMS: Final = word_set("organisations", "last_of_firms")
_FORMS: Final = word_set("organisations", "legal_forms") | word_set("organisations", "dotted_forms")
_TRADES: Final = word_set("organisations", "trades_of_firms")
_FIELDS: Final = word_set("organisations", "fields")
_STATES_PLACES: Final = frozenset({"Beach", "Fair", "Forest", "Highway", "Park", "Penitentiary", "Prison"})
CHAMBERS: Final = frozenset({"House"})  # no heads, but names of their own behind "the"
_ACTS_OF_CHAMBERS: Final = frozenset({"hearing", "hearings", "passage", "probe", "vote", "votes"})
_BEFORE_NAMES: Final = frozenset({"Bank"})  # heads that stand before their names
_FORMER: Final = frozenset({"former", "ex"})
MAX_NAME_BEHIND: Final = 2  # words of such a name
MIN_NAME: Final = 2  # words from "and" to the end of a firm's name behind it, at least
MAX_WORDS: Final = 8  # of an organisation's name on one side of "of"


def following_organisation_end(tokens: Tokens, index: int) -> int:
    """Where an organisation's name ends whose words go on at `index`; 0 when none does."""
    end, last, at = 0, 0, index
    while at < index + MAX_WORDS and tokens.plain[at] and _goes_on(tokens, at):
        flags = tokens.flags[at]
        if not flags & Flag.UPPER and any(tokens.flags[before] & Flag.GIVEN for before in range(index - 1, at)):
            break  # "Anna Berg and Reserve Chairman"
        at += 1
        if flags & Flag.ORG_HEAD and not _is_states(tokens, at):
            end = _after_link(tokens, at) if flags & Flag.OPENER else at
            at = max(at, end)
        elif end and tokens.bare(at - 1) in _FORMS and _JOINTS[0] not in tokens.raw[end:at]:
            last = at  # "Norfield Electric Vehicle Co"
        if tokens.flags[at - 1] & Flag.POSSESSIVE and not tokens.flags[at] & Flag.ORG_HEAD:
            break
    if end and _are_two_firms(tokens, index, end):
        return 0
    end = max(end, last)
    while end and tokens.plain[end] and tokens.flags[end] & Flag.COMPANY:
        end += 1
    return end


def _are_two_firms(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "and" stands between the names of two firms: "Iberia and British Airways", but not "Norfield Savings and Loan Bank"."""
    if tokens.raw[end - 1] not in _OF_FIRMS or tokens.bare(end - 1) in _FORMS:
        return bool(tokens.flags[end - 1] & Flag.COMPANY) and _are_named_apart(tokens, index, end)
    joint = next((at for at in range(index, end) if tokens.raw[at] in _JOINTS), 0)
    return joint > 0 and end - joint > MIN_NAME and tokens.raw[joint - 1] not in _OF_FIRMS | _TRADES


def _are_named_apart(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the text names each of what "and" joins without the other: "Borg and Vella Group LLC" where "Vella" and "Borg" stand alone, too."""
    joint = next((at for at in range(index, end) if tokens.raw[at] in _JOINTS), 0)
    if joint != index or end - joint <= MIN_NAME:
        return False
    known = match_known(tokens, joint - 1)[1]
    first, second = tokens.bare(joint - 1), tokens.bare(joint + 1)
    apart = {first: known is not None and known.sort == "company", second: False}
    for at, word in enumerate(tokens.raw):
        if word == second and tokens.before(at) not in _JOINTS:
            apart[second] = True
        elif word == first and tokens.after(at + 1) not in _JOINTS:
            apart[first] = True
    return all(apart.values())


def _is_states(tokens: Tokens, at: int) -> bool:
    """Whether "State" before a word only says whose place follows: "Norfield State Prison"."""
    return tokens.raw[at - 1] == "State" and tokens.plain[at] and tokens.raw[at] in _STATES_PLACES


def _is_state(tokens: Tokens, at: int) -> bool:
    """Whether a state's name begins at a word, which is no part of one before it: "Russia and United States"."""
    known = match_known(tokens, at)[1]
    return known is not None and known.sort == "state"


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a word may stand inside an organisation's name before its head."""
    flags = tokens.flags[at]
    if not flags & Flag.UPPER or flags & Flag.SHOUTED:
        before = tokens.raw[at - 1]
        closed = tokens.flags[at - 1] & Flag.COMPANY or before in _COMPLETE or before in tokens.raw[at + 2 : at + 4]
        joins = tokens.raw[at] in _JOINTS and not closed and not _is_state(tokens, at + 1)
        if joins and before in _LAST_OF_FIRMS and _opens_other_firm(tokens, at + 1):
            return False
        return joins and bool(tokens.flags[at + 1] & Flag.UPPER)
    if flags & (Flag.TIME | Flag.HONORIFIC | Flag.SHOUTED):
        return False
    if flags & Flag.ROLE and match_term(tokens, at, Flag.ROLE)[0]:
        return bool(tokens.flags[at + 1] & Flag.ORG_HEAD and tokens.plain[at + 1])
    return True


def _opens_other_firm(tokens: Tokens, at: int) -> bool:
    """Whether the name of another firm follows "and", and no further trade of the same one: "Borg Oil and Vella Energy", but not "Borg Oil and Natural Gas Co"."""
    if at + 1 >= len(tokens) or tokens.raw[at] in _OF_FIRMS | _TRADES:
        return False
    if tokens.small(at) in _FIELDS or tokens.flags[at] & Flag.STARTER:
        return False
    return tokens.plain[at + 1] and tokens.raw[at + 1] in _OF_FIRMS and tokens.bare(at + 1) not in _FORMS


def begun_organisation_end(tokens: Tokens, index: int, flags: int) -> int:
    """The end of an organisation's name that begins at a word with its head ("Ministry of Defence") or before it ("Islamic Action Front")."""
    if flags & Flag.SHOUTED or tokens.small(index) in _FORMER:
        return 0
    if flags & (Flag.OPENER | Flag.ORG_HEAD):
        return _head_first_end(tokens, index, flags)
    if flags & Flag.POSSESSIVE or flags & Flag.STARTER and tokens.soft_start(index):
        return 0
    end = following_organisation_end(tokens, index + 1)
    inner = range(index + 1, end) if flags & Flag.GIVEN else range(index + 1, min(index + 2, end))
    if end and any(tokens.flags[at] & Flag.GAZETTEER and match_known(tokens, at)[1] for at in inner):
        return 0
    return end


def _head_first_end(tokens: Tokens, index: int, flags: int) -> int:
    end = _after_link(tokens, index + 1) if flags & Flag.OPENER else index + 1
    if not flags & Flag.POSSESSIVE and (further := following_organisation_end(tokens, end)):
        return further
    if end == index + 1 and tokens.raw[index] in _BEFORE_NAMES and (named := _named_end(tokens, end)) > end:
        return named
    if end == index + 1 and tokens.raw[index] in CHAMBERS and tokens.plain[index]:
        before = tokens.flags[index - 1]
        named = tokens.before(index) == "the" or before & Flag.GAZETTEER or tokens.flags[end] & Flag.GROUP
        named = named or tokens.plain[end] and tokens.raw[end] in _ACTS_OF_CHAMBERS
        return end if named else 0  # "the House voted", "House members", "a House vote"
    if end == index + 1 and (tokens.soft_start(index) or not flags & Flag.ORG_HEAD):
        return 0
    return end


def _named_end(tokens: Tokens, end: int) -> int:
    """Where the name behind a head ends: "Bank Negara Malaysia"; an office, a state's owner or an ordinary word is none."""
    at = end
    while (
        at < end + MAX_NAME_BEHIND
        and tokens.plain[at]
        and _is_part(tokens, at)
        and not tokens.flags[at - 1] & Flag.POSSESSIVE
    ):
        if tokens.flags[at] & (Flag.NOUN | Flag.ROLE | Flag.STARTER | Flag.ORG_HEAD | Flag.SHOUTED | Flag.ACRONYM):
            break
        at += 1
    return at


def _after_link(tokens: Tokens, end: int) -> int:
    """Where a name ends that may go on with "of" or "for" and capitalised words ("of Health and Human Services")."""
    while tokens.plain[end] and tokens.raw[end] in _LINKS and not tokens.flags[end - 1] & Flag.POSSESSIVE:
        at = end + 1
        if tokens.plain[at] and tokens.raw[at] == "the":
            at += 1
        if not (tokens.plain[at] and _is_part(tokens, at)):
            break
        end = _linked_end(tokens, at)
        end = _listed_end(tokens, end) or end
    return end


def _listed_end(tokens: Tokens, end: int) -> int:
    """Where a name ends that goes on with what else its office is for: "Department of Economic Affairs, Education and Research"; 0 when it does not."""
    at, joined = end, False
    while at < len(tokens) and at < end + MAX_WORDS and not joined:
        joined = tokens.plain[at] and tokens.raw[at] in _JOINTS
        begin = at + 1 if joined else at
        if not joined and tokens.gaps[at] != ", " or tokens.flags[begin - 1] & Flag.POSSESSIVE:
            return 0
        if joined and not tokens.plain[begin] or not _is_field(tokens, begin):
            return 0
        at = begin + 1
        while tokens.plain[at] and _is_field(tokens, at):
            at += 1
    return at if joined else 0


def _is_field(tokens: Tokens, at: int) -> bool:
    """Whether a word in a capital names what an office is for."""
    return bool(tokens.flags[at] & Flag.UPPER) and tokens.small(at) in _FIELDS


def _linked_end(tokens: Tokens, begin: int) -> int:
    """The end of a run of capitalised words with "and" between them."""
    at = begin
    while tokens.plain[at] and at < begin + MAX_WORDS and (at == begin or not tokens.flags[at - 1] & Flag.POSSESSIVE):
        role = match_term(tokens, at, Flag.ROLE)[0] if tokens.flags[at] & Flag.ROLE else 0
        if _is_part(tokens, at) and (at == begin or not role):
            at += max(1, role)  # "Office of the Attorney General"
        elif at > begin and tokens.raw[at] in _JOINTS and _joins(tokens, at):
            at += 2
        else:
            break
    return at


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether an "and" joins two words of one name: neither is a state, a person or a role."""
    following = tokens.flags[at + 1]
    if not (tokens.plain[at + 1] and following & Flag.UPPER) or following & (Flag.TIME | Flag.GIVEN):
        return False
    if match_term(tokens, at + 1, Flag.ROLE)[0]:
        return False
    return not match_known(tokens, at - 1)[1] and not match_known(tokens, at + 1)[1]


def _is_part(tokens: Tokens, index: int) -> bool:
    return tokens.flags[index] & (Flag.UPPER | Flag.TIME) == Flag.UPPER
