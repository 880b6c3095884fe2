"""Find the words that name events.

Belongs here: matching the patterns of triggers with the grammar they need, up to the arguments. Does not: compiling the ontology's triggers to
patterns (patterns.py), who and when (roles/find.py, dating/read.py), whether it took place (status/read.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Final

from transforms.events.clauses.beside_dates import (
    BEFORE_DATES,
    behind_date,
    behind_undated,
    without_dates,
)
from transforms.events.clauses.borders import Kind
from transforms.events.clauses.insertions import is_credit
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.clauses.verbs import VerbGroup, read_verb_group
from transforms.events.clauses.word_classes import is_noun, is_verb
from transforms.events.triggers.blockers import is_blocked_near, words_before, words_behind
from transforms.events.triggers.called import is_called
from transforms.events.triggers.hit import Hit
from transforms.events.triggers.needed_words import has_intent_ahead, has_object_ahead, has_occasion, is_followed
from transforms.events.triggers.patterns import Pattern
from transforms.events.triggers.words_ahead import words_ahead
from transforms.events.words.function_words import (
    ADVERBS,
    BE,
    BEFALLING,
    DETERMINERS,
    HAVE,
    INDEFINITE_ARTICLES,
    PREPOSITIONS,
    is_adverb,
)
from transforms.events.words.inflection import IRREGULAR_PARTICIPLES, Form
from transforms.events.words.openers import QUOTES
from transforms.events.words.quantities import opens_number
from transforms.vocabulary import word_set

MAX_HITS: Final = 60  # trigger readings in one sentence; what has more is no prose
_MAX_GAP: Final = 4  # tokens that "_" may stand for
_NOUN_GROUP: Final = 4  # tokens before a participle in which the noun group that it describes begins
_INDEFINITE: Final = INDEFINITE_ARTICLES | {"two", "three"}
_NAME_REACH: Final = 6  # tokens in which a name must follow where a trigger needs one
_TIME_PREPOSITIONS: Final = frozenset({"on", "in", "at", "by"})
_NEVER_GOVERNED: Final = frozenset({"yesterday", "today", "tonight", "last", "late", "early", "earlier", "later"})
_SUFFERED: Final = frozenset({"charge", "arrest", "verdict", "release"})  # types that befall the subject of a headline
_LACKING: Final = _SUFFERED | {"demand"}  # types of the verbs that only in the passive stand right before a preposition
_TOLD_OF_NOUNS: Final = frozenset({"attack", "release"})  # types of verbs that mean something else of what is no person
_WITHOUT_OBJECT: Final = {
    "charge": "with",
    "convict": "of",
    "acquit": "of",
    "sentence": "for",
    "sue": "over",
    "order": "to",
    "instruct": "to",
    "urge": "to",
}
_SENTENCE_START: Final = 2  # tokens at the start of a sentence whose capital letters say nothing
_ADJECTIVES_IN_ED: Final = word_set("clauses", "adjectives_in_ed")
_INSERTED: Final = frozenset({Kind.RELATIVE, Kind.PARENTHESIS, Kind.PARTICIPLE})
_NO_OBJECT: Final = frozenset(
    {
        "to",
        "and",
        "or",
        "but",
        "when",
        "while",
        "that",
        "together",
        "peacefully",
        "yesterday",
        "today",
        "late",
        "early",
        "earlier",
        "last",
        "this",
    }
)
_ADJECTIVAL: Final = ("al", "ic", "il", "ive", "ary", "ous", "ible", "able")
_WHICH: Final = frozenset({"last", "next", "this", "that"})
_NAMING: Final = frozenset({"called", "named"})
_NO_GAP: Final = frozenset(
    {
        "when",
        "while",
        "been",
        "be",
        "to",
        "in",
        "and",
        "that",
        "for",
        "by",
        "at",
        "who",
        "which",
        ";",
        ":",
        "door",
        "with",
    }
    | {"via", "on", "over", "through", "after", "before", "during", "since", "from", "about", "against", "into"}
    | {"not", "never", "requested", "sought", "cancelled", "canceled", "postponed", "rejected", "refused"}
)


def find_triggers(sentence: Sentence, fitting: Mapping[str, Sequence[Pattern]]) -> list[Hit]:
    """The triggers of a sentence whose words and grammar fit, in order; the same words may fit several types, a longer phrase beats its parts.

    fitting: the patterns that the lexicon has for its words, by the word with which they begin.
    """
    hits = [
        hit
        for hit in _all_triggers(sentence, fitting)
        if hit.start not in sentence.dated and not _is_named(sentence, hit)
    ]
    if len(hits) > MAX_HITS:
        return []
    phrases = [hit for hit in hits if hit.end - hit.start > 1]
    hits = [hit for hit in hits if not any(_is_part(hit, phrase) for phrase in phrases)]
    taken = {(hit.start, hit.kind) for hit in hits if hit.kind != hit.event_type}
    return [hit for hit in hits if (hit.start, hit.event_type) not in taken] if taken else hits


def _is_named(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb or noun in a capital letter is part of a name (`Wealth Consulting`, `Fire Retirement System`); headlines capitalise every word."""
    word = sentence.raw[hit.start]
    if hit.start < _SENTENCE_START or not word[:1].isupper():
        return False
    if word.isupper():
        return len(word) > 1 and _is_between_small_letters(sentence, hit)
    before, behind = sentence.raw[hit.start - 1], sentence.raw[hit.end : hit.end + 1]
    if hit.verb is None and (not before[:1].isupper() or not _is_title(behind) or hit.end in sentence.dated):
        return False
    return before[:1].isalpha() and sentence.capital_share < HEADLINE_SHARE


def _is_between_small_letters(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word in capitals stands alone among ordinary ones, as abbreviations do: `activation of MET via`."""
    beside = sentence.raw[hit.start - 1] + "".join(sentence.raw[hit.end : hit.end + 1])
    return beside.islower() and sentence.capital_share < HEADLINE_SHARE


def _is_title(words: list[str]) -> bool:
    """Whether a word begins with a capital and goes on in small letters."""
    return bool(words) and words[0].istitle() and len(words[0]) > 1


def _is_part(hit: Hit, phrase: Hit) -> bool:
    return phrase.start <= hit.start and hit.end <= phrase.end and hit.end - hit.start < phrase.end - phrase.start


def _all_triggers(sentence: Sentence, fitting: Mapping[str, Sequence[Pattern]]) -> Iterator[Hit]:
    words = sentence.words
    for start in compress(count(), map(fitting.__contains__, words)):
        for pattern in fitting[words[start]]:
            end = _match_rest(sentence, start, pattern) if pattern.rest else start + 1
            if end and _words_allow(sentence, start, end, pattern):
                hit = _read_hit(sentence, start, end, pattern)
                if hit is not None:
                    yield hit


def _match_rest(sentence: Sentence, start: int, pattern: Pattern) -> int:
    """The token after the last word of a pattern that begins at `start`, or 0; behind a verb there may be a date: `appealed on Friday for`, `said on Friday it would not`."""
    words, at, gap = sentence.words, start + 1, 0
    for index, choice in enumerate(pattern.rest):
        if sentence.dated and pattern.is_verb and choice and not gap and at < len(words) and words[at] not in choice:
            at = _behind_day(sentence, at)
        if choice is None:
            behind = _behind_day(sentence, at) if pattern.is_verb and at < len(words) else at
            sought = pattern.rest[index + 1] if index + 1 < len(pattern.rest) else None
            term = sought is not None and _is_term(words[at:behind], sought)
            at, gap = at if term else behind, _MAX_GAP
            continue
        reach = range(at, min(behind_undated(at, gap + 1, sentence.dated) if gap else at + 1, len(words)))
        found = next((place for place in reach if words[place] in choice), -1)
        if found < 0:
            return 0
        between = (
            words[at:found] if sentence.dated.isdisjoint(reach) else without_dates(words, at, found, sentence.dated)
        )
        if not _NO_GAP.isdisjoint(_apart(between)) or between.count(",") == 1:
            return 0
        if index == 1 and words[start] in _NAMING and between[:1] and between[0] in QUOTES:
            return 0  # `a programme called "Champions for Malta"`
        if found in sentence.dated and (
            words[found + 1 : found + 2] == ["ago"] or sentence.raw[found] == "March" or words[found - 1] in _WHICH
        ):
            return 0  # "declared a curfew three days ago", "joined the firm in March", "gave birth this month to a boy"
        if found > at and words[start + 1] == "of":  # "a study is made of the trade agreement"
            return 0
        at, gap = found + 1, 0
    return at


def _is_term(words: list[str], sought: frozenset[str]) -> bool:
    """Whether what looks like a date is a stretch of time that a pattern asks for: `received | 12 years | in prison`."""
    return not sought.isdisjoint(words) and words[0] not in BEFORE_DATES


def _apart(words: list[str]) -> list[str]:
    """The words of a gap without the "and" of two adjectives: `faces criminal and civil | charges`."""
    joints = {
        at
        for at in range(1, len(words) - 1)
        if words[at] == "and" and words[at - 1].endswith(_ADJECTIVAL) and words[at + 1].endswith(_ADJECTIVAL)
    }
    return [word for at, word in enumerate(words) if at not in joints]


def _behind_day(sentence: Sentence, at: int) -> int:
    """The token behind the date that begins at a token, perhaps with its preposition; the token itself where none does."""
    first = at + (sentence.words[at] in BEFORE_DATES)
    behind = behind_date(first, sentence.dated)
    return behind if behind > first else at


def _words_allow(sentence: Sentence, start: int, end: int, pattern: Pattern) -> bool:
    words = sentence.words
    if pattern.near and pattern.near.isdisjoint(sentence.vocabulary):
        return False
    if pattern.after and not is_followed(sentence, end, pattern):
        return False
    if pattern.before and pattern.before.isdisjoint(words_ahead(sentence, start, pattern.is_verb)):
        return False
    if pattern.at and not has_occasion(sentence, end, pattern.at):
        return False
    if pattern.ahead and not has_intent_ahead(sentence, start, pattern.ahead):
        return False
    if pattern.called and not is_called(sentence, end, pattern.called):
        return False
    if start and words[start - 1] in pattern.not_prev:
        return False
    if pattern.trigger.named and not any(word[:1].isupper() for word in sentence.raw[end : end + _NAME_REACH]):
        return False
    following = words[end] if end < len(words) else ""
    if pattern.rest and words[end - 1] == "to" and following[:1].isdigit():
        return False  # "stocks declined to 64 days of supply"
    if pattern.is_verb and pattern.rest and words[end - 1] in _TIME_PREPOSITIONS and _may_date(sentence, end):
        return False  # "was fired | on Monday", but not "was sworn in | last week"
    if words[start] == "reporting" and following == "by" or words[start] == "reports" and is_credit(words, start):
        return False  # "(Reporting by Anna Berg)", "As Anna Berg reports from Rome"
    if words[start] == "named" and not pattern.rest and _only_tells_name(sentence, start, end):
        return False
    if pattern.rest and words[end - 1] == "into" and end + (following in DETERMINERS) in sentence.dated:
        return False  # "Looking into the second half of 2011"
    if following in pattern.not_next and not _opens_date(sentence, end):
        return following == "to" and has_object_ahead(sentence, end, pattern)  # "the troops that Malta sent to Norway"
    if pattern.trigger.intransitive and end not in sentence.dated and not _may_end_verb(following):
        return False
    if pattern.not_after and not pattern.not_after.isdisjoint(words_behind(sentence, end)):
        return False
    if pattern.not_before and not pattern.not_before.isdisjoint(words_before(sentence, start, end, pattern)):
        return False
    if pattern.not_near and not pattern.not_near.isdisjoint(sentence.vocabulary):
        ranges = _ranges_of_clause(sentence, start, end, pattern)
        return not any(is_blocked_near(sentence, pattern, first, last) for first, last in ranges)
    return True


def _opens_date(sentence: Sentence, at: int) -> bool:
    """Whether a preposition only tells when: `was charged in 2011`, `was fired on Monday`, but not `charged in the shooting`."""
    return sentence.words[at] in _TIME_PREPOSITIONS and at + 1 in sentence.dated


def _may_date(sentence: Sentence, at: int) -> bool:
    """Whether a date that begins at a token may stand behind a preposition: not `yesterday`, `last week`, nor a day behind "in"."""
    if at not in sentence.dated or sentence.words[at] in _NEVER_GOVERNED:
        return False
    return sentence.words[at - 1] != "in" or not sentence.words[at].endswith("day")


def _only_tells_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "named" behind an indefinite noun tells what somebody is called: "a senator named Anna Berg"."""
    words, raw = sentence.words, sentence.raw
    if not raw[start - 1 : start] or not raw[start - 1].islower() or not "".join(raw[end : end + 1])[:1].isupper():
        return False
    if start - 1 in sentence.dated:  # "Norfield two weeks ago named Borg"
        return False
    group = words[max(0, start - _NOUN_GROUP) : start]
    return not _INDEFINITE.isdisjoint(group) and "," not in group and PREPOSITIONS.isdisjoint(group)


def _ranges_of_clause(sentence: Sentence, start: int, end: int, pattern: Pattern) -> list[tuple[int, int]]:
    """The tokens of a trigger's clause beside it and between its words; of a threat with what is threatened: `warned | that growth will slow`."""
    index = sentence.clause_at(start)
    clause, *behind = sentence.clauses[index : index + 2]
    told = pattern.kind == "threat" and behind and behind[0].kind is Kind.CONTENT
    ranges = [(clause.start, start), (start + 1, end - 1), (end, behind[0].end if told else clause.end)]
    if clause.kind is Kind.RESUMED and index > 1 and sentence.clauses[index - 1].kind in _INSERTED:
        resumed = sentence.clauses[index - 2]  # "The report, which nobody saw, was released"
        ranges.append((resumed.start, resumed.end))
    elif clause.kind is Kind.PARTICIPLE and index > 0:
        ranges.append((sentence.clauses[index - 1].start, clause.start))  # "The bus crashed, killing two people"
    elif clause.kind is Kind.RELATIVE and pattern.kind in _TOLD_OF_NOUNS:
        noun = clause.start - 1 - (sentence.words[clause.start - 1] == ",")
        ranges.append((max(0, noun), clause.start))  # "the report, | which was released"
    return ranges


def _may_end_verb(word: str) -> bool:
    """Whether a verb before this word has no object."""
    return (
        not word[:1].isalnum()
        or word in PREPOSITIONS
        or word in ADVERBS
        or word in _NO_OBJECT
        or word.endswith(("ly", "day"))
    )


def _is_headline_passive(sentence: Sentence, end: int, pattern: Pattern) -> bool:
    """Whether a headline leaves out the auxiliary of a passive: `Brothers Indicted in Connection with Fraud`."""
    raw, words = sentence.raw, sentence.words
    if not pattern.form & Form.PARTICIPLE or end >= len(words) or not raw[-1][-1].isalnum():
        return False
    if sentence.capital_share <= HEADLINE_SHARE or opens_number(words, end):
        return False
    return words[end] in PREPOSITIONS or words[end] == "to"


def _lacks_object(sentence: Sentence, end: int, pattern: Pattern) -> bool:
    """Whether only the passive can stand before a preposition: `Second driver charged with manslaughter`."""
    if not pattern.form & Form.PARTICIPLE or pattern.lemma not in _WITHOUT_OBJECT:
        return False
    behind = behind_date(end, sentence.dated)  # "charged last year with fraud"
    return sentence.words[behind : behind + 1] == [_WITHOUT_OBJECT[pattern.lemma]]


def _is_prepositional(sentence: Sentence, end: int, group: VerbGroup) -> bool:
    """Whether a verb with its preposition only seems passive beside another: `said it was late and called for help`."""
    if sentence.words[group.head] in BEFALLING:  # "Man jailed for fraud"
        return False
    if (
        sentence.words[end - 1] == "by" or not group.head
    ):  # "a plan approved by the cabinet", "Pressed for an answer, Borg left"
        return False
    return sentence.words[end - 1] in PREPOSITIONS and BE.isdisjoint(sentence.words[group.start : group.head])


def _is_ticker(sentence: Sentence, start: int) -> bool:
    """Whether a word in capitals opens a bracket, as the short names of shares do: `MetLife Inc ( MET.N )`."""
    return start > 0 and sentence.words[start - 1] == "(" and sentence.raw[start].isupper()


def _is_auxiliary(words: list[str], start: int) -> bool:
    """Whether a form of "have" only helps the verb behind it: `had broken off talks`, but not `had heated talks`."""
    at = start + 1
    while is_adverb(words[at]):
        at += 1
    if words[at] in IRREGULAR_PARTICIPLES:
        return True
    return words[at][-2:] == "ed" and words[at] not in _ADJECTIVES_IN_ED


def _read_hit(sentence: Sentence, start: int, end: int, pattern: Pattern) -> Hit | None:
    if not pattern.is_verb:
        return (
            Hit(pattern, start, end, None, pattern.event_type, pattern.kind) if is_noun(sentence, start, end) else None
        )
    if not is_verb(sentence, start, pattern.form, is_phrase=end - start > 1) or _is_ticker(sentence, start):
        return None
    if pattern.rest and sentence.words[start] in HAVE and _is_auxiliary(sentence.words, start):
        return None
    group = read_verb_group(sentence, start, pattern.form)
    if pattern.kind in _SUFFERED and not group.passive:
        group = group._replace(passive=_is_headline_passive(sentence, end, pattern))
    if pattern.kind in _LACKING and not group.passive:
        group = group._replace(passive=_lacks_object(sentence, end, pattern))
    if pattern.rest and pattern.form & Form.PARTICIPLE and sentence.words[end : end + 1] == ["by"]:
        has_own = not HAVE.isdisjoint(sentence.words[group.start : group.head])
        group = group._replace(passive=group.passive or not has_own)  # "banks bailed out by the state"
    if group.passive and pattern.rest and _is_prepositional(sentence, end, group):
        group = group._replace(passive=False)
    if group.passive and group.start == group.head and has_object_ahead(sentence, end, pattern):
        group = group._replace(passive=False)  # "ignored the sanctions Malta imposed in May"
    if pattern.trigger.voice and (pattern.trigger.voice == "passive") is not group.passive:
        return None
    if pattern.trigger.intransitive and group.passive:
        return None
    return Hit(pattern, start, end, group, pattern.event_type, pattern.kind)
