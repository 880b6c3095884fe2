"""Tell verbs from nouns by their neighbours.

Belongs here: whether a word that can be both is one or the other in its sentence. Does not: what it names (triggers/find.py), its tense (verbs.py).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.beside_dates import before_date, before_inserted_date
from transforms.events.clauses.borders import Kind, is_participle
from transforms.events.clauses.gerunds import is_deed, is_told_of
from transforms.events.clauses.sentence import HEADLINE_SHARE, Sentence
from transforms.events.words.function_words import (
    ADJECTIVES,
    ADVERBS,
    BE,
    BEFALLING,
    BEFORE_BASES,
    BESIDE,
    COORDINATORS,
    DETERMINERS,
    DETERMINING_WORDS,
    DO,
    FUTURE,
    HAVE,
    INFINITIVES,
    MODALS,
    PREPOSITIONS,
    REPORTING,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_adverb_since,
    is_bare_subject,
    is_floating,
    is_in_ly,
    is_plural,
)
from transforms.events.words.inflection import IRREGULAR_PARTICIPLES, Form
from transforms.events.words.openers import QUOTES
from transforms.events.words.quantities import is_number, opens_number
from transforms.vocabulary import word_set

_SUBJECTS: Final = SUBJECT_PRONOUNS | {"you", "who", "which"}
_NOMINAL: Final = word_set("clauses", "nominal")
_COUNTS: Final = word_set("clauses", "counts")
_REFUSING: Final = word_set("clauses", "refusing")
_HELPING: Final = BE | {"has", "does"}
_OCCASIONS: Final = frozenset({"meeting", "hearing", "sentencing", "signing"})
_AWAITS: Final = word_set("clauses", "awaits")
_NOUN_GROUP: Final = 4  # tokens before a noun in which its determiner stands
_ONLY_VERBS: Final = word_set("clauses", "only_verbs")  # "Two states | sever diplomatic ties"
_NUMBERS: Final = word_set("groups", "numbers")
_OPENS_PEOPLE: Final = frozenset().union(
    *(word_set("groups", key) for key in ("numbers", "measures", "nouns")),
    *(word_set("titles", key) for key in ("modifiers", "roles")),
)  # words that open or are an object that is people: `arrests two officers`, `detain opposition leader Borg`
_MONEY: Final = frozenset("$€£")
_WHERE: Final = frozenset({"in", "of", "at", "near", "outside"})
_WITH: Final = frozenset({"with", "by", "to"})
_TIED: Final = word_set("clauses", "tied")
_PLACE_REACH: Final = 6  # tokens before a verb in which the preposition of a place stands
_SUBJECT_LENGTH: Final = 4  # tokens of a subject at the beginning of a sentence
_THERE_REACH: Final = 3  # tokens before a noun in which its "there" stands
_HELPERS: Final = frozenset({"when", "while", "to", "not", "as", "keep", "kept", "started", "began", "stopped"})
_ADJECTIVE_ENDINGS: Final = (
    "al",
    "ive",
    "ous",
    "ic",
    "ful",
    "ary",
    "ese",
    "ish",
    "ian",
    "an",
    "ern",
    "est",
    "th",
    "able",
    "less",
    "day",
    "ist",
)
_NOUN_ENDINGS: Final = (
    "sion",
    "sions",
    "ment",
    "ments",
    "ism",
)  # of no verbs in news but "mention" and its like, in -tion
_OBJECT_STARTS: Final = DETERMINING_WORDS | {
    "him",
    "them",
    "me",
    "us",
    "it",
    "that",
    "against",
    "for",
    "to",
}


def is_verb(sentence: Sentence, index: int, form: int, *, is_phrase: bool = False) -> bool:
    """Whether a word that can be a verb is one here, judged by its neighbours; a phrase brings its own object."""
    words = sentence.words
    previous = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if form & (Form.PAST | Form.PARTICIPLE) and not form & Form.BASE:
        if index == 0 and following[-1:] == "s" and sentence.raw[1].islower():
            return following in PREPOSITIONS or following in ADVERBS  # "Elected officials"
        return not _is_attribute(sentence, index) or following in PREPOSITIONS
    if form & Form.ING:
        awaited = previous in _AWAITS and words[index] in _OCCASIONS  # "awaits sentencing"
        # "after fighting resumed", "Fighting raged"
        goes_on = (index == 0 or previous in BESIDE) and sentence.finite[index + 1 : index + 2] == [True]
        is_noun = awaited or goes_on or _has_article(words, before_date(words, index, sentence.dated))
        is_noun = is_noun or _closes_compound(sentence, index)  # "the May 3 | shooting"
        is_noun = is_noun or is_deed(sentence, index)
        return not is_noun and following != "of" and not _is_compound_part(sentence, index)
    helper = _last_helper(words, before_inserted_date(words, index, sentence.dated))
    if helper == "to" or helper in MODALS or helper in FUTURE or helper in DO:
        return not form & Form.PRESENT
    if helper in _SUBJECTS:
        return True
    if helper in BE:
        return bool(form & Form.PARTICIPLE)  # "was set free"
    if helper in HAVE and form & Form.PARTICIPLE:  # "has come into force"
        return True
    if form & Form.PAST and _opens_relative(sentence, index - 1):  # "the storm that | hit Malta"
        return True
    if index and is_bare_subject(words, index - 1):
        return True
    if previous in DETERMINERS or helper in PREPOSITIONS or _is_number(previous) and not _ends_name(sentence, index):
        return False
    return _verb_without_helper(sentence, index, form, is_phrase)


def _is_number(word: str) -> bool:
    """Whether a word counts the noun behind it: not "thousands", who act themselves."""
    return word[-1:].isdigit() and word[0].isdigit() or word in _NUMBERS and word[-1] != "s"


def _ends_name(sentence: Sentence, index: int) -> bool:
    """Whether the number before a word belongs to a name: `Flight 5342 | collides`, but not `On March 3 | strikes hit`."""
    return index > 1 and sentence.raw[index - 2][:1].isupper() and index - 1 not in sentence.dated


def _is_compound_part(sentence: Sentence, index: int) -> bool:
    """Whether a word in -ing stands between nouns as one of them: `short-term lending markets`, but not `troops firing missiles`."""
    words = sentence.words
    if index == 0 or index + 1 >= len(words) or words[index] not in _NOMINAL:
        return False
    previous, following = words[index - 1], words[index + 1]
    if not previous[-1:].isalpha() or not following[:1].isalpha() or sentence.raw[index + 1][:1].isupper():
        return False
    opens = following in _OBJECT_STARTS or following in PREPOSITIONS or is_adverb(following)
    closes = previous in PREPOSITIONS or previous in COORDINATORS or previous in ADVERBS or previous in BE
    if opens or closes or previous in _HELPERS:
        return False
    return not (is_plural(previous) and is_plural(following))


def _closes_compound(sentence: Sentence, index: int) -> bool:
    """Whether a word in -ing ends a noun group that a determiner opens: `at its next policy meeting`, but not `the leaders meeting in Geneva`."""
    words = sentence.words
    if index < 2 or words[index] not in _OCCASIONS:
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if following[:1].isalpha() and following not in PREPOSITIONS:
        return False
    group = words[max(0, index - _NOUN_GROUP) : index]
    if is_plural(group[-1]) or not sentence.raw[index - 1].islower() or DETERMINERS.isdisjoint(group[:-1]):
        return False
    opened = max(at for at, word in enumerate(group) if word in DETERMINERS)
    return all(word.isalpha() and word not in PREPOSITIONS and word not in COORDINATORS for word in group[opened + 1 :])


def _has_article(words: list[str], index: int) -> bool:
    """Whether a determiner stands before a word, perhaps with an adjective between: `the heavy shooting`."""
    previous = words[index - 1] if index else ""
    if previous in DETERMINERS or index < 2:
        return previous in DETERMINERS
    described = previous in ADJECTIVES or previous.endswith((*_ADJECTIVE_ENDINGS, "ed"))
    return words[index - 2] in DETERMINERS and described


def _is_attribute(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands before its noun: `the newly elected president`, `against impeached officials`."""
    words, at = sentence.words, index - 1
    while at > 0 and is_in_ly(words[at]):
        at -= 1
    if at >= 0 and words[at].endswith("-be"):
        return True  # "the soon-to-be released figures"
    if _opens_relative(sentence, at) or is_floating(words, at) or is_bare_subject(words, at):
        return False  # "the blast that | killed him", "were each | found guilty"
    if at >= 0 and (words[at] in DETERMINERS or words[at] in PREPOSITIONS or words[at] == "to"):
        return not is_adverb_since(words, at)
    following = words[index + 1] if index + 1 < len(words) else ""
    is_base = at > 0 and words[at - 1] in BEFORE_BASES and not _is_name(sentence, at)  # not "linked to Borg | killed"
    if is_base and words[index] in BEFALLING and _is_noun_behind(words[at], following):
        return True  # "will pay ousted president Waugh"
    return at >= 0 and _is_plural_noun(following) and _opens_object(words, at)


def _opens_relative(sentence: Sentence, at: int) -> bool:
    """Whether the "that" at a token stands for the noun before it and has the verb behind it: `the storm that hit Malta`, but not `said that banned groups`."""
    if at < 0 or sentence.words[at] != "that":
        return False
    clause = sentence.clauses[sentence.clause_at(at)]
    return clause.kind is Kind.RELATIVE and clause.start == at


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a word has a capital where not every word does: `Norfield`, `al-Qaeda`."""
    return not sentence.raw[at].islower() and sentence.capital_share < HEADLINE_SHARE


def _is_noun_behind(verb: str, word: str) -> bool:
    """Whether a word can be the noun of the object of a verb that is no auxiliary."""
    return verb not in BE and verb not in ("have", "not") and word.isalpha() and word not in PREPOSITIONS


def _opens_object(words: list[str], at: int) -> bool:
    """Whether the noun of an object follows a count or a verb: `two | rejected claims`, `who controls | disputed territories`."""
    if words[at] in _COUNTS or words[at].endswith("ing") and at > 0 and words[at] != "having":
        return True
    return at > 0 and words[at - 1] in _SUBJECTS and words[at].endswith("s") and words[at] not in _HELPING


def _is_plural_noun(word: str) -> bool:
    return word.isalpha() and is_plural(word) and word not in PREPOSITIONS and word not in DETERMINERS


def _verb_without_helper(sentence: Sentence, index: int, form: int, is_phrase: bool) -> bool:
    """A present form after a noun: `Ministers meet in Tokyo`, `Artillery targets the town`; or a past one without an ending: `rebels cut the road`."""
    raw, words = sentence.raw, sentence.words
    previous, following = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
    if not previous[-1:].isalnum() and previous not in (",", ")", '"', "”", "''"):
        return False
    if previous in ADJECTIVES or (previous.endswith("ing") and following == "of"):
        return False
    if previous[-1:] == "s" and previous[:-1] in _ONLY_VERBS:  # "Malta condemns | attack on embassy"
        return False
    behind = raw[index + 1] if index + 1 < len(raw) else ""
    opens_object = (
        is_phrase
        or following in _OBJECT_STARTS
        or following in PREPOSITIONS
        or behind[:1].isdigit()
        or behind[:1] in _MONEY
        or behind[:1].isupper()
        or following in _OPENS_PEOPLE
        and _lacks_verb(sentence, index)
    )
    if form & Form.PRESENT:
        return _is_present_verb(sentence, index, is_phrase=is_phrase, opens_object=opens_object)
    if form & Form.PAST or following == "each":
        return True
    subject = _behind_subject(words, index)
    named = raw[subject - 1][:1].isupper()
    plural = is_plural(words[subject - 1]) or named and is_plural(_placed(words, index))
    listed = "and" in words[max(0, subject - 8) : subject] and (named or previous in COORDINATORS)
    if words[index] in _ONLY_VERBS and (plural or listed or _heads_sentence(sentence, index)):
        return True
    return (plural or listed) and (opens_object or following in _NUMBERS)


def _heads_sentence(sentence: Sentence, index: int) -> bool:
    """Whether a noun in the plural opens the sentence, and no verb stands between: `Two trains on a line in Malta, | collide`."""
    words = sentence.words
    reach = range(1, min(index, _SUBJECT_LENGTH + 1))
    head = next((at for at in reach if words[at] in PREPOSITIONS or words[at] == ","), index)
    return head < index and is_plural(words[head - 1]) and sentence.first_finite(0, index) == index


def _behind_subject(words: list[str], index: int) -> int:
    """The token behind the noun before a verb, past adverbs: `The ministers | also condemn the attack`, `Malta and Norway | formally quit the pact`."""
    at = index
    while at > 1 and (words[at - 1] in ADVERBS or is_in_ly(words[at - 1])):
        at -= 1
    return at


def _is_present_verb(sentence: Sentence, index: int, *, is_phrase: bool, opens_object: bool) -> bool:
    """Whether a form of the present that may be a noun in the plural is a verb; `opens_object`: whether what stands behind it may be its object."""
    raw, words = sentence.raw, sentence.words
    previous, following = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
    behind = raw[index + 1] if index + 1 < len(raw) else ""
    if index and (
        sentence.finite[index - 1] or previous in IRREGULAR_PARTICIPLES
    ):  # "held talks with", "has begun talks"
        return False
    if index > 1 and words[index - 2] == "to" and previous in INFINITIVES:  # "to reopen talks with"
        return False
    if following == "of" and index - 1 in sentence.dated:  # "the October issues of the magazine"
        return False
    if sentence.finite[index + 1 : index + 2] == [True]:
        return False  # "the Maltese vetoes encouraged them", "NATO ships enforced it"
    if previous in _REFUSING:  # "is resisting calls for it"
        return False
    if previous.endswith("ed") and index > 1 and (words[index - 2] in PREPOSITIONS or words[index - 2] in DETERMINERS):
        return False  # "with unlimited calls on"
    # "since protests began", "reporting battles between"
    if previous in BESIDE or is_participle(previous) and raw[index - 1].islower():
        return False
    tied = following in PREPOSITIONS or following == "to"
    own = is_phrase and raw[index - 1][:1].isupper()  # "as Malta fears the storm, Norway calls for help"
    if tied and not own and previous not in COORDINATORS and _has_verb_before(sentence, index):
        return False  # "referred the crackdown on Libyan protests to the court"
    named = raw[index - 1][:1].isupper() and behind[:1].isalpha() and following not in PREPOSITIONS
    closes = following in (".", "!") and sentence.first_finite(0, index) == index
    joined = previous in COORDINATORS and bool(following)  # "Conflicts and attacks" is a heading
    is_name = index > 1 and raw[index - 1][:1].isupper() and sentence.capital_share <= HEADLINE_SHARE
    attribute = previous.endswith(_ADJECTIVE_ENDINGS[:5]) and not is_name  # not "Norfield Capital buys"
    return (opens_object or named or closes or joined) and not attribute


def _placed(words: list[str], index: int) -> str:
    """The noun at the beginning of a sentence that a preposition ties to the name before a word: `Police in Kenya | arrest`; empty where there is none."""
    reach = range(index - 2, max(0, index - _PLACE_REACH), -1)
    at = next((at for at in reach if words[at] in _WHERE or words[at] in _WITH and words[at - 1] in _TIED), 0)
    noun = at - 2 if words[at] in _WITH else at - 1  # "Rebels backed by Kenya | seize"
    return words[noun] if 0 <= noun < at <= _SUBJECT_LENGTH else ""


def _lacks_verb(sentence: Sentence, index: int) -> bool:
    """Whether the clause of a word, which is no heading, has no other finite verb."""
    clause = sentence.clauses[sentence.clause_at(index)]
    verb = sentence.first_finite(clause.start, clause.end)
    return verb in (index, clause.end) and not sentence.words[-1][-1].isalnum()


def _has_verb_before(sentence: Sentence, index: int) -> bool:
    """Whether the clause of a word, which is no headline, has its verb before it, and that tells nothing of what others do."""
    if sentence.capital_share > HEADLINE_SHARE:
        return False
    verb = sentence.first_finite(sentence.clauses[sentence.clause_at(index)].start, index)
    return verb < index and verb not in sentence.dated and sentence.words[verb] not in REPORTING


def is_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words that can be a noun are one here: not after "to", a modal or a pronoun, nor before an object."""
    words = sentence.words
    word, previous = words[start], words[start - 1] if start else ""
    if end - start > 1 or word.endswith(_NOUN_ENDINGS):
        return True
    if word.endswith("ing"):
        return is_told_of(sentence, start, end) or _ing_is_noun(words, start)
    helper = _last_helper(words, start)
    if helper == "to":
        return word.endswith("s") and not word.endswith("ss")
    if helper in MODALS or helper in FUTURE or helper in DO or helper in _SUBJECTS:
        return False
    following = words[end] if end < len(words) else ""
    if previous in DETERMINERS or previous in PREPOSITIONS or previous.endswith(_ADJECTIVE_ENDINGS):
        return True
    if following == "that" and start > 1 and words[start - 2] in DETERMINERS and not sentence.finite[start - 1]:
        return True
    verb_like = following in ("the", "a", "an", "his", "her", "their", "its", "that", "him", "them")
    if _is_request(sentence, start, verb_like=verb_like):
        return False
    counted = following and end not in sentence.dated and (is_number(following) or opens_number(words, end))
    if counted and previous.isalpha() and is_plural(previous):
        return False  # "The rebels release 20 hostages"
    return not (verb_like and previous and previous[-1].isalpha() and previous not in ADVERBS)


def _is_request(sentence: Sentence, index: int, *, verb_like: bool) -> bool:
    """Whether a word asks the reader to do it: `please visit our page`, `For more information, visit Norfield's site`."""
    raw = sentence.raw
    if not index or raw[index - 1] != ",":
        return index > 0 and sentence.words[index - 1] == "please"
    behind = raw[index + 1] if index + 1 < len(raw) else ""
    return raw[index].islower() and (verb_like or behind[:1].isupper() or behind in ("our", "your", "www"))


def _ing_is_noun(words: list[str], index: int) -> bool:
    previous = words[index - 1] if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if previous in BE and previous not in ("'s", "’s"):
        return "there" in words[max(0, index - _THERE_REACH) : index]  # "there has been fighting in"
    if _has_article(words, index):
        return True
    if following in QUOTES and following != "”":
        return False  # "hearing “no” all day"
    if (
        following in ("the", "a", "an", "his", "her", "their", "its", "at", "him", "them", "that")
        and previous not in DETERMINERS
    ):
        return following == "at" and previous.endswith(_ADJECTIVE_ENDINGS)
    return previous not in ("were", "was", "are", "is", "been", ",", "")


def _last_helper(words: list[str], index: int) -> str:
    at = index - 1
    while at > 0 and is_adverb(words[at]):
        at -= 1
    return words[at] if at >= 0 else ""
