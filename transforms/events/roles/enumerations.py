"""Actors beside each other: enumerations, appositions, offices and their holders, those behind a preposition.

Belongs here: which of several actors before a verb belong together. Does not: where the subject of a verb is looked for (subjects.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.placed_actors import Placed, before_articles
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.premodifiers import is_state_of_thing
from transforms.events.words.function_words import ADJECTIVES, PREPOSITIONS
from transforms.vocabulary import word_set

_ADDRESSED: Final = frozenset({"to", "with"})  # behind these stands no subject: `speaking to reporters`
_ARTICLES: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "these", "those"})
_DESCRIBING: Final = (
    "-based",
    "-backed",
    "-led",
    "-run",
    "-owned",
    "-linked",
    "ful",
    "ous",
    "tial",
)  # ends of adjectives before a name
_HONORIFICS: Final = ([",", "mr"], [",", "ms"], [",", "mrs"], [",", "dr"])
OWNING: Final = (["'s"], ["’s"], ["'"], ["’"])
_AS_WELL: Final = (["along", "with"], ["alongside"], ["as", "well", "as"], ["together", "with"])
_OWNERS: Final = (["his"], ["her"], ["its"], ["their"])
_HOME: Final = 4  # words between commas that say where somebody lives
_DEADLY: Final = word_set("clauses", "deadly")
_ROLES_OF_FIRMS: Final = word_set("titles", "of_firms")
_SHARES: Final = word_set("clauses", "shares")


def coordinated(sentence: Sentence, inside: list[Placed]) -> tuple[ActorMention, ...]:
    """Of the actors before a verb those that are no part of a prepositional phrase; all of an enumeration."""
    words = sentence.words
    firsts = {item.start for item in inside}
    inside = [item for item in inside if not (item.actor.pronoun and item.end in firsts)]  # "Malta and their allies"
    no_owners = [item for item in inside if words[item.end : item.end + 1] not in OWNING]
    free = [item for item in no_owners if not has_preposition(words, item.start)]
    free = [item for item in free if not is_listed_in_phrase(words, item, inside)]
    if len(free) > 1:  # "after the | U.S. | elections, Borg said"
        free = [item for item in free if not is_state_of_thing(sentence, item)] or free
        free = [free[0], *(item for item in free[1:] if not _is_object(words, item.start))]
    if not free:
        return _governed(words, inside)
    first = free[-1] if "," not in words[free[0].end : free[-1].end + 1] else free[0]
    chosen = list(_enumerated(words, first, [item for item in free if item.end <= first.start]))
    last = first
    for placed in [item for item in no_owners if item.start > first.start]:
        if is_home(words, placed):
            continue
        if not is_joined(words, last, placed):
            break
        if _holds_office(words, last, placed) and last in chosen:
            chosen.remove(last)
        if not is_apposition(words, last, placed):
            chosen.append(placed)
        last = placed
    if inside[-1] not in chosen and _is_named(words, chosen, inside[-1]):
        return (inside[-1].actor,)
    return tuple(placed.actor for placed in chosen)


def _governed(words: list[str], inside: list[Placed]) -> tuple[ActorMention, ...]:
    """Of actors that all stand behind prepositions the whole of a share, else the last: `A third of Republicans on the panel voted`."""
    for item in inside:
        if words[item.start - 1] == "of" and words[item.start - 2] in _SHARES:
            return (item.actor,)
    last = inside[-1]
    if _is_behind_deadly(words, inside[0]):
        inside = [item for item in inside if words[item.start - 1] == "by"]
        return (inside[0].actor,) if inside else ()
    return () if words[last.start - 1] in _ADDRESSED else (last.actor,)


def _is_behind_deadly(words: list[str], first: Placed) -> bool:
    """Whether the first of several actors stands behind what kills: `an attack on the army killed six people`."""
    at = before_articles(words, first.start)
    return at > 0 and words[at - 1] in _DEADLY


def enumerated(words: list[str], last: Placed, before: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """An actor with those that an enumeration joins to it on its left."""
    return tuple(placed.actor for placed in _enumerated(words, last, before))


def _enumerated(words: list[str], last: Placed, before: Sequence[Placed]) -> list[Placed]:
    chosen = [last]
    for placed in reversed(before):
        if placed.actor.pronoun and placed.end == chosen[0].start:
            continue
        if not is_joined(words, placed, chosen[0]) or _opens_sentence(words, placed, last):
            break
        if _is_where(words, placed, chosen[0]):
            break
        if is_apposition(words, placed, chosen[0]):
            chosen[0] = placed
        elif not _holds_office(words, placed, chosen[0]):
            chosen.insert(0, placed)
    return chosen


def joined_behind(words: list[str], first: Placed, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """An actor with those that an enumeration joins to it on its right: `Borg Partners | and Vella Capital`."""
    chosen = [first]
    for item in actors:
        if item.start >= chosen[-1].end:
            if not is_joined(words, chosen[-1], item) or is_apposition(words, chosen[-1], item):
                break
            chosen.append(item)
    return tuple(item.actor for item in chosen)


def _is_where(words: list[str], placed: Placed, following: Placed) -> bool:
    """Whether a state in front only says where those behind its comma act: `In | Malta, | Vella and the team will meet`."""
    opens = placed.start == 1 and words[0] == "in" and words[placed.end : placed.end + 1] == [","]
    return opens and placed.actor.kind == "state" and following.actor.kind != "state"


def _opens_sentence(words: list[str], placed: Placed, last: Placed) -> bool:
    """Whether an actor stands in an opening that ends before another: `According to the Times, the army fled`, but not `In Malta, Italy and Spain`."""
    return has_preposition(words, placed.start) and {"and", "or", "&"}.isdisjoint(words[placed.end : last.start])


def is_joined(words: list[str], left: Placed, right: Placed) -> bool:
    """Whether two actors are parts of one enumeration or of `ministers from Japan, China and Korea`."""
    between = between_actors(words, left, right)
    if right.actor.pronoun and not between:  # "the commission he appointed"
        return False
    if between[:1] == ["and"] and between[1:] in _OWNERS:  # "Western powers and their Arab allies"
        return True
    if joins_as_well(between):
        return True
    if "from" in between and (left.actor.kind == "person" or right.actor.kind in ("group", "person")):
        return False  # "a man from Norfield", "members from two gangs", but "ministers from Malta and Norway"
    return (
        len(between) <= 3 and set(between) <= {",", "and", "the", "a", "an", "&", "or", "from"} and between != ["the"]
    )


def joins_as_well(between: Sequence[str]) -> bool:
    """Whether the words between two actors join them as "and" does: `Waugh, together with Vella`."""
    return [word for word in between if word not in (",", "the", "a", "an", "his", "her", "their")] in _AS_WELL


def between_actors(words: list[str], left: Placed, right: Placed) -> list[str]:
    """The words between two actors, without an acronym in brackets, or an age and a home between commas."""
    between = words[left.end : right.start]
    if between[:1] == ["("] and between[2:3] == [")"]:
        return between[3:]
    return _behind_age(between) if between[1:2] and between[1].isdigit() and between[0] == "," else between


def is_home(words: list[str], placed: Placed) -> bool:
    """Whether what is named behind an age only says where somebody lives: `Waugh, 20, of Norfield,`, `Waugh, 20, Norfield,`, but not `Waugh, 20, Anna Vella, 19`."""
    at = placed.start - 1 - (words[placed.start - 1] == "of")
    aged = at > 1 and words[at] == "," and words[at - 1].isdigit() and words[at - 2] == ","
    behind = words[placed.end : placed.end + 2]
    return aged and behind[:1] == [","] and not behind[-1].isdigit()


def _behind_age(between: list[str]) -> list[str]:
    """What joins a person to the next one behind an age: `Waugh, 20, and Vella`, `Waugh, 20, of Norfield, and Vella`, `Waugh, 20, Norfield, Vella`."""
    rest = between[2:]
    joint = rest.index("and") if "and" in rest else len(rest)
    home = rest[1 : joint - 1]
    closed = rest[:1] == [","] and rest[joint - 1 : joint] == [","] and len(home) <= _HOME
    return [",", *rest[joint:]] if closed else rest


def is_apposition(words: list[str], left: Placed, right: Placed) -> bool:
    """Whether a role behind a comma says what the one named before it is: `John Waugh, president of the bank, said`."""
    named = not left.actor.name.islower()
    return (
        _is_role(right)
        and named
        and between_actors(words, left, right) in ([","], [",", "the"], [",", "a"], [",", "an"])
    )


def _holds_office(words: list[str], left: Placed, right: Placed) -> bool:
    """Whether a name right behind a comma says who holds the office before it, or right behind a group who they are: `the head of the fund (IMF), John Waugh, said`, `the partners Norfield and Vella`."""
    if names_group(left, right):
        return True
    between = between_actors(words, left, right)
    if between == [","] and words[right.end : right.end + 1] == [","] and _is_role_of_firm(left, right):
        return True  # "its adviser, Norfield Bank, said"
    person = right.actor.kind == "person" and not _is_role(right)
    return person and _is_role(left) and (between == [","] or between in _HONORIFICS)


def names_group(left: Placed, right: Placed) -> bool:
    """Whether a name right behind a group or a firm's role says who that is: `the brothers | Karl Borg and Joe Borg`, `its rival | Norfield`."""
    if left.end != right.start or right.actor.kind == "group" or right.actor.pronoun or left.actor.pronoun:
        return False
    if not left.actor.name.islower() or not right.actor.name[:1].isupper():
        return False
    if left.actor.kind == "person":
        return _is_role_of_firm(left, right)
    return left.actor.kind == "group" or left.actor.kind == right.actor.kind == "organisation"


def _is_role_of_firm(left: Placed, right: Placed) -> bool:
    """Whether an actor without a name is what one firm is to another, and the one behind it an organisation."""
    return right.actor.kind == "organisation" and left.actor.surface.split()[-1] in _ROLES_OF_FIRMS


def _is_named(words: list[str], offices: list[Placed], last: Placed) -> bool:
    """Whether a name behind a comma says who holds the offices farther before it: `The head of the board of the fund, John Waugh, said`."""
    person = last.actor.kind == "person" and not _is_role(last)
    named = words[last.start - 1] == "," or words[last.start - 2 : last.start] in _HONORIFICS
    return person and named and all(_is_role(office) for office in offices)


def _is_role(placed: Placed) -> bool:
    name = placed.actor.name
    return placed.actor.kind == "person" and (name[:1].islower() or name.split()[-1].islower())


def has_preposition(words: list[str], start: int) -> bool:
    """Whether a preposition that opens no clause of its own governs an actor that begins at a token."""
    at = start - 1
    if at > 0 and words[at - 1] in _ARTICLES and (words[at].lower().endswith(_DESCRIBING) or words[at] in ADJECTIVES):
        at -= 1  # "according to the Oslo-based | Norfield Observatory"
    while at >= 0 and words[at] in _ARTICLES:
        at -= 1
    return (
        at >= 0
        and (words[at] in PREPOSITIONS or words[at] == "to")
        and words[at] not in ("after", "before", "since", "until", "as", "because")
    )


def is_listed_in_phrase(words: list[str], last: Placed, before: Sequence[Placed]) -> bool:
    """Whether "and" joins a state to others in a phrase that belongs to whom it stands behind: `Regulators in Malta and | Cyprus | fined it`."""
    if last.actor.kind != "state" or words[last.start - 1] not in ("and", "or", ",", "the"):
        return False
    first = last
    for item in reversed([item for item in before if item.end < last.start]):
        if has_preposition(words, first.start):
            return item.end == before_articles(words, first.start)
        if item.actor.kind != "state" or not is_joined(words, item, first):
            return False
        first = item
    return False


def _is_object(words: list[str], start: int) -> bool:
    """Whether an infinitive governs an actor: `Governments want to help banks and have set ...`."""
    at = before_articles(words, start)
    return at > 0 and words[at - 1] == "to" and words[at] not in PREPOSITIONS
