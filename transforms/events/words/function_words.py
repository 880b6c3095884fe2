"""The function words of English, as the grammar of events asks for them.

Belongs here: sets of words by name. Does not: the words themselves (data/clauses.toml), rules.
"""

from __future__ import annotations

from typing import Final

from transforms.vocabulary import word_set

ADJECTIVES: Final = word_set("clauses", "adjectives")
ADVERBS: Final = word_set("clauses", "adverbs")
AT_OCCASIONS: Final = frozenset({"at", "during", "in"})  # `said in a speech`, `met at a summit`
BE: Final = word_set("clauses", "be")
BEFALLING: Final = word_set("clauses", "befalling_participles")
BESIDE: Final = word_set("clauses", "beside")
COORDINATORS: Final = word_set("clauses", "coordinators")
DEFINITE: Final = word_set("clauses", "definite")
DETERMINERS: Final = word_set("clauses", "determiners")
DO: Final = word_set("clauses", "do")
EACH: Final = frozenset({"all", "both", "each"})  # they may stand within a verb: "were each found guilty"
FUTURE: Final = word_set("clauses", "future")
HAVE: Final = word_set("clauses", "have")
INDEFINITE_ARTICLES: Final = frozenset({"a", "an", "another"})
INFINITIVES: Final = word_set("clauses", "infinitives")
MODALS: Final = word_set("clauses", "modals")
NEGATIONS: Final = word_set("clauses", "negations")
S_ENDINGS: Final = frozenset({"'s", "’s"})  # of owners, and "is"
OWNER_ENDINGS: Final = frozenset({"'s", "’s", "'", "’"})  # endings of owners
OWNING_PRONOUNS: Final = frozenset({"his", "her", "its", "their"})
POSSESSIVES: Final = word_set("clauses", "possessives")
PREPOSITIONS: Final = word_set("clauses", "prepositions")
PRONOUNS: Final = word_set("clauses", "pronouns")
REPORTING: Final = word_set("clauses", "reporting")
SUBJECT_PRONOUNS: Final = frozenset({"i", "he", "she", "it", "we", "they"})
_PARTICIPLES: Final = word_set("clauses", "irregular_participles")
_PLURALS: Final = frozenset({"people", "police", "children", "others", "both"})
_SINGULARS: Final = frozenset({"abdomen", "acumen", "amen", "omen", "regimen", "specimen", "turkmen", "yemen"})
_NOUNS_IN_LY: Final = word_set("clauses", "nouns_in_ly")
_HELPERS: Final = BE | HAVE
_NO_SUBJECTS: Final = (
    PREPOSITIONS | COORDINATORS | DETERMINERS | PRONOUNS | ADVERBS | INFINITIVES | {"to", "not", "that"}
)
_BEHIND_VERBS: Final = (DETERMINERS - {"such"}) | {"to", "that", "guilty", "him", "her", "it", "them"}
_JOINED_REACH: Final = 4  # tokens before the last of several subjects in which their "and" stands
DETERMINING_WORDS: Final = DETERMINERS - OWNER_ENDINGS - {"s'"}  # which may be the first of a noun group
AUXILIARIES: Final = BE | HAVE | DO | FUTURE | MODALS
BEFORE_BASES: Final = FUTURE | MODALS | {"to"}  # `will cut`, `may cut`, `to cut`
BEFORE_CRIMES: Final = frozenset({"of", "for", "with"})  # `accused of`, `sentenced for`, `charged with`
NO_PARTICIPLE: Final = frozenset(
    {
        "including",
        "according",
        "during",
        "following",
        "regarding",
        "concerning",
        "beijing",
        "morning",
        "evening",
        "spring",
        "king",
        "acting",
    }
)

_IRREGULAR_PARTICIPLES: Final = frozenset(
    {"shot", "beaten", "found", "caught", "taken", "hit", "struck", "held", "stopped", "cut"}
)


def is_plural(word: str) -> bool:
    """Whether a noun is told of several by its ending or by the table: `rebels`, `gunmen`, `police`."""
    if word.endswith("men"):
        return word not in _SINGULARS
    return word in _PLURALS or word.endswith("s") and not word.endswith(("ss", "'s"))


def is_in_ly(word: str) -> bool:
    """Whether a word has the ending of an adverb and is none of the nouns that have it, too: `newly`, but not `family`."""
    return word[-2:] == "ly" and word not in _NOUNS_IN_LY


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb, by the table or by its ending: `also`, `newly`."""
    return word in ADVERBS or is_in_ly(word)


def before_helpers(words: list[str], at: int) -> int:
    """The token with which the auxiliaries and adverbs right before a verb begin; the verb itself where there are none: `it | has also imposed`."""
    while at > 0 and (words[at - 1] in AUXILIARIES or is_adverb(words[at - 1])):
        at -= 1
    return at


def is_adverb_since(words: list[str], at: int) -> bool:
    """Whether the "since" at a token is an adverb of the verb behind it, and opens no clause: `has since left`, `had long since left`."""
    before = at - 2 if words[at - 1] == "long" else at - 1
    return words[at] == "since" and before >= 0 and words[before] in HAVE


def is_floating(words: list[str], at: int) -> bool:
    """Whether a quantifier stands between an auxiliary or several subjects and their verb, and before no noun: `have all imposed sanctions`, `Malta and Norway both signed`."""
    if words[at] not in EACH or not at:
        return False
    return words[at - 1] in _HELPERS or _ends_several(words, at - 1)


def is_bare_subject(words: list[str], at: int) -> bool:
    """Whether "both" or "the two" opens a sentence up to a token and has no noun, for behind its verb an object opens: `Both | condemned the attack`, `The two | agreed to meet`."""
    opens = at == 0 and words[0] == "both" or at == 1 and words[:2] == ["the", "two"]
    return opens and not _BEHIND_VERBS.isdisjoint(words[at + 2 : at + 3])


def _ends_several(words: list[str], at: int) -> bool:
    """Whether a word may be the last one of several subjects: `they`, `Malta and Norway`."""
    last = words[at]
    if last in ("they", "we"):
        return True
    is_noun = last.isalpha() and last not in _NO_SUBJECTS and not last.endswith(("ed", "ing"))
    return is_noun and "and" in words[max(0, at - _JOINED_REACH) : at]


def is_participle_form(word: str) -> bool:
    """Whether a word may be a past participle by its form."""
    return word.endswith("ed") or word in _IRREGULAR_PARTICIPLES


def is_past_participle(word: str) -> bool:
    """Whether a word may be the past participle by which a noun before it is described, or a past verb of the same form."""
    return word[-2:] == "ed" or word in _PARTICIPLES
