"""Inflect English verbs and nouns.

Belongs here: the forms of a word, by rule and from the table of irregular words. Does not: what a form means in its clause (clauses/verbs.py, clauses/word_classes.py).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from transforms.vocabulary import read_vocabulary, word_set

IRREGULAR_PARTICIPLES: Final = frozenset(forms[2] for forms in read_vocabulary("inflections")["verbs"].values())
_PLURAL_VERBS: Final[dict[str, list[str]]] = read_vocabulary("inflections")["plural_verbs"]
_VOWELS: Final = "aeiou"
_DOUBLING: Final = word_set("inflections", "doubling")
_NO_DOUBLING: Final = word_set("inflections", "no_doubling")
_CVC: Final = re.compile(r"^[^aeiou]*[aeiou][bcdfgklmnprtvz]$")


class Form:
    """What a form of a word can be, as bits, for one spelling can be several; plain integers, because IntFlag is slow."""

    BASE: Final = 1
    PRESENT: Final = 2
    PAST: Final = 4
    PARTICIPLE: Final = 8
    ING: Final = 16
    NOUN: Final = 32
    PLURAL: Final = 64


@cache
def verb_forms(lemma: str) -> dict[str, int]:
    """Every form of a verb, with British spellings: `visits`, `visited`, `visiting`."""
    third, past, participle, ing = _irregular(lemma) or _regular(lemma)
    forms: dict[str, int] = {}
    pairs = [
        (lemma, Form.BASE),
        (third, Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (ing, Form.ING),
        *zip(_PLURAL_VERBS.get(lemma, ()), (Form.PRESENT, Form.PAST), strict=False),
    ]
    for form, tag in pairs:
        for spelling in _spellings(form):
            forms[spelling] = forms.get(spelling, 0) | tag
    return forms


@cache
def noun_forms(lemma: str) -> dict[str, int]:
    """Singular and plural of a noun; the last word of a phrase is inflected."""
    return (
        {lemma: Form.NOUN, _plural(lemma): Form.NOUN | Form.PLURAL}
        if _plural(lemma) != lemma
        else {lemma: Form.NOUN | Form.PLURAL}
    )


def _irregular(lemma: str) -> tuple[str, str, str, str] | None:
    third, past, participle, ing = read_vocabulary("inflections")["verbs"].get(lemma, (None,) * 4)
    return (third, past, participle, ing) if third else None


def _regular(lemma: str) -> tuple[str, str, str, str]:
    past = _with_ed(lemma)
    third = f"{lemma}es" if re.search(r"[^aeiou]o$", lemma) else _with_s(lemma)  # "vetoes"
    return third, past, past, _with_ing(lemma)


def _spellings(form: str) -> set[str]:
    """American and British spelling of a form: -ize and -ise, travelled and traveled."""
    british = re.sub(r"iz(e|es|ed|ing)$", r"is\1", form)
    american = re.sub(r"^(\w+[aeiou]\w*[aeiou])ll(ed|ing)$", r"\1l\2", form)
    return {form, british, american}


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _doubles(word: str) -> bool:
    return word in _DOUBLING or (word not in _NO_DOUBLING and bool(_CVC.match(word)))


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + word[-1] + "ed" if _doubles(word) else word + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return word + word[-1] + "ing" if _doubles(word) else word + "ing"


def _plural(lemma: str) -> str:
    head, _, last = lemma.rpartition(" ")
    plural = read_vocabulary("inflections")["nouns"].get(last) or _plural_by_rule(last)
    return f"{head} {plural}".strip()


def _plural_by_rule(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word
    return _with_s(word)
