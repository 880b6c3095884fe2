"""Words put into a sentence that open no clause: acronyms and exchanges in brackets, and clauses that only say whose report it is.

Belongs here: what an insertion is by its words. Does not: where clauses begin (borders.py).
"""

from __future__ import annotations

from typing import Final

from transforms.vocabulary import word_set

DASHES: Final = frozenset({"—", "--", "---", "–"})
_RELATIVES: Final = word_set("clauses", "relatives")
_LISTED: Final = 5  # tokens of a bracket in which the colon behind an exchange stands: `(NYSE American: NRF)`
_CREDIT: Final = 9  # tokens from "as" to behind "reports"
_BEHIND_CREDIT: Final = ([","], ["from"], ["in"], ["."])


def opens_credit(words: list[str], index: int) -> bool:
    """Whether a clause only says whose report this is: `As our correspondent Anna Waugh reports from Rome, ...`."""
    reach = words[index + 1 : index + _CREDIT]
    if words[index] != "as" or "reports" not in reach:
        return False
    at = index + 1 + reach.index("reports")
    return words[at + 1 : at + 2] in _BEHIND_CREDIT and _RELATIVES.isdisjoint(words[index:at])


def is_credit(words: list[str], index: int) -> bool:
    """Whether a word is the "reports" of such a clause."""
    return any(opens_credit(words, at) for at in range(max(0, index - _CREDIT + 2), index))


def is_acronym(words: list[str], index: int) -> bool:
    """Whether a bracket holds one word that only abbreviates the name before it, and no agency's: `the ministry (FDFA) said`, but not `ROME (Reuters) -`."""
    closed = words[index] == "(" and words[index + 2 : index + 3] == [")"]
    return closed and index + 3 < len(words) and words[index + 3] not in DASHES and words[index + 3] != "-"


def is_listing(words: list[str], index: int) -> bool:
    """Whether a bracket holds only the exchange and the code of the share before it: `Norfield (NYSE: NRF) said`."""
    if words[index] != "(" or ":" not in words[index : index + _LISTED]:
        return False
    colon = words.index(":", index)
    return colon > index + 1 and words[colon + 2 : colon + 3] == [")"]


def is_in_listing(words: list[str], index: int) -> bool:
    """Whether a token stands within such a bracket."""
    first = max(0, index - _LISTED)
    opening = next((at for at in range(index, first - 1, -1) if words[at] == "("), -1)
    return opening >= 0 and is_listing(words, opening)
