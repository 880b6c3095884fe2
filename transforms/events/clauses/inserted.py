"""What stands between a subject and its verb, or between two subjects: "Waugh, the mayor of Oslo, and the bank signed".

Belongs here: insertions that no actor is the subject in. Does not: subjects (roles/subjects.py), enumerations (roles/enumerations.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.clauses.borders import Kind
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.words.function_words import DETERMINERS, OWNER_ENDINGS, REPORTING
from transforms.events.words.openers import RELATIVES_OF_NAMES

_INSERTION: Final = 16  # tokens of what is said between commas of an actor
_SHORTEST_INSERTION: Final = 4
_HANGING: Final = frozenset({Kind.TEMPORAL, Kind.SIMULTANEOUS, Kind.SUBORDINATE})  # they go on a participle


def joined_over_insertion(words: list[str], last: Placed, others: Sequence[Placed]) -> Placed | None:
    """The actor that "and" joins to another over what is said of it: `Waugh, who is visiting Malta, and Vella signed`, `Waugh, a lawyer from Malta, and Vella`."""
    joint = last.start - 2 if words[last.start - 1] in DETERMINERS else last.start - 1
    if joint < _SHORTEST_INSERTION or words[joint] != "and" or words[joint - 1] != ",":
        return None
    opening = next((at for at in range(joint - 2, max(0, joint - _INSERTION), -1) if words[at] == ","), -1)
    if opening < 0 or words[opening + 1] not in RELATIVES_OF_NAMES | DETERMINERS or opening + 2 >= joint - 1:
        return None
    # "Waugh, a lawyer | from Malta, and Vella"
    return next((item for item in others if item.start < opening <= item.end), None)


def is_inserted(sentence: Sentence, index: int) -> bool:
    """Whether a clause stands between a subject and its verb: `The fund, which has 38 members, called on ...`."""
    before, clause, behind = [None, *sentence.clauses, None][index : index + 3]
    if before is None or clause is None or behind is None:
        return False
    if _is_in_participle(sentence, index):
        return True
    if behind.kind is not Kind.RESUMED:
        # "where Waugh lived and worked" has a subject of its own, "who lived and worked" the one before it
        skipped = clause.kind is Kind.COORDINATE or not sentence.finite[clause.start + 1]
        return skipped and goes_on_in_relative(sentence, index)
    if clause.kind is Kind.PARTICIPLE:
        return sentence.first_finite(before.start, before.end) == before.end
    # "Borg, an editor | when Vella was chairman | , was arrested"
    lacks_verb = before.kind is Kind.MAIN and sentence.first_finite(before.start, before.end) == before.end
    if clause.kind is Kind.SIMULTANEOUS and lacks_verb and "," in sentence.words[before.start : before.end]:
        return True
    return clause.kind in (Kind.RELATIVE, Kind.PARENTHESIS) or goes_on_in_relative(sentence, index)


def _is_in_participle(sentence: Sentence, index: int) -> bool:
    """Whether a clause belongs to a participle of several ones between a subject and its verb: `Borg | , speaking to reporters | after talks with Vella |, rejected it`."""
    clauses = sentence.clauses
    first = last = index
    while first > 0 and clauses[first].kind in _HANGING:
        first -= 1
    if first == 0 or clauses[first].kind is not Kind.PARTICIPLE or sentence.words[clauses[first].start] != ",":
        return False
    while last < len(clauses) and (last == first or clauses[last].kind in _HANGING):
        last += 1
    if last == len(clauses) or last == first + 1 or clauses[last].kind is not Kind.RESUMED:
        return False
    before = clauses[first - 1]
    return sentence.first_finite(before.start, before.end) == before.end


def goes_on_in_relative(sentence: Sentence, index: int) -> bool:
    """Whether a clause belongs to a relative one of several verbs, behind which its sentence goes on: `Borg, who left Malta | and met Vella |, was arrested`."""
    clauses = sentence.clauses
    first, last = index, index + 1
    while first > 0 and clauses[first].kind is Kind.COORDINATE:
        first -= 1
    while last < len(clauses) and clauses[last].kind is Kind.COORDINATE:
        last += 1
    enclosed = first > 0 and clauses[first].kind is Kind.RELATIVE and last < len(clauses)
    if not enclosed or last == first + 1 or clauses[last].kind is not Kind.RESUMED:
        return False
    return sentence.first_finite(clauses[index].start, clauses[index].end) < clauses[index].end


def is_apposed_clause(sentence: Sentence, index: int) -> bool:
    """Whether a clause without a verb only says what stands before the bracket before it: `Borg Steel ( BST ), the largest Swiss maker, reported`."""
    words, clause = sentence.words, sentence.clauses[index]
    if clause.kind is not Kind.RESUMED or sentence.clauses[index - 1].kind is not Kind.PARENTHESIS:
        return False
    return _only_describes(words, clause.start, clause.end)


def _only_describes(words: list[str], start: int, end: int) -> bool:
    """Whether the words between two commas say what stands before them: `, the largest Swiss maker of rails ,`, `, Malta's largest bank ,`."""
    between = words[start + 1 : end]
    if words[start] != "," or words[end : end + 1] != [","] or not between or "and" in between:
        return False
    return between[0] in DETERMINERS or not OWNER_ENDINGS.isdisjoint(between[1:3])


def without_included(words: list[str], start: int, inside: list[Placed]) -> list[Placed]:
    """The actors from the start of a clause on without those that are only some of others: `The bodies of six people, including | two children, | were found`."""
    whole = [item for item in inside if not _is_included(words, start, item.start)]
    return whole or inside


def _is_included(words: list[str], start: int, at: int) -> bool:
    before = next((n for n in range(at - 1, start, -1) if words[n] in (",", "including")), start)
    if words[before] == "," and words[before + 1 : before + 3] == ["among", "them"]:
        return True
    return words[before] == "including"


def without_apposition(words: list[str], start: int, end: int, inside: list[Placed]) -> list[Placed]:
    """The actors before a verb without those of a phrase between commas that only says what the one before it is: `Borg Steel, the largest Swiss maker of rails, reported`."""
    comma = next((at for at in range(end - 1, start, -1) if words[at] == ","), -1)
    if comma < 0 or not _only_describes(words, comma, end):
        return inside
    named = [item for item in inside if item.end <= comma]
    return named if named and named[-1].end == comma else inside


def without_told_of(sentence: Sentence, index: int, verb: int, inside: list[Placed]) -> list[Placed]:
    """The actors before a verb without the one whom an inserted teller interrupts: `The bank, | Borg | said on Monday, has lied`."""
    words, clause = sentence.words, sentence.clauses[index]
    if words[verb : verb + 1] == [] or words[verb] not in REPORTING or "," not in words[clause.start + 1 : verb]:
        return inside
    behind = sentence.clauses[index + 1] if index + 1 < len(sentence.clauses) else None
    if behind is None or behind.kind is not Kind.RESUMED or not sentence.finite[behind.start + 1]:
        return inside
    comma = max(at for at in range(clause.start + 1, verb) if words[at] == ",")
    return [item for item in inside if item.start > comma] or inside
