"""Codes of shares beside the names of firms, which say nothing and hide the verb: "Norfield Corp ( NRF.N ) sued", "Norfield (NYSE: NRF), a maker of rails".

Belongs here: finding and blanking such codes. Does not: acronyms in brackets, which name the firm again (clauses/insertions.py), actors beside codes
(actors/outside_codes.py).
"""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = r"(?:[A-Z][A-Z0-9]{0,7}[a-z]?|\d{4,6})\.[A-Z]{1,2}"
_TIERS: Final = r"(?: ?GS| ?GM| ?CM)?"
# by what is written first of each, the rest of its name
_EXCHANGES: Final = {
    "NYSE": r"(?: American| Arca| MKT)?",
    "NASDAQ": _TIERS,
    "Nasdaq": _TIERS,
    "OTC": r"[A-Z]*",
    "TSX": r"[-A-Z]*",
    **dict.fromkeys(("LSE", "ASX", "AMEX", "CSE", "AIM", "HKEX", "SGX", "Euronext"), ""),
}
_EXCHANGE: Final = rf"(?:{'|'.join(map(''.join, _EXCHANGES.items()))})"
_LISTING: Final = rf"{_EXCHANGE} ?: ?[A-Z0-9.]{{1,8}}"
# in brackets; bare behind a name in small letters ("Corp NRF.O said"), never "the U.S economy"; an index with its point ("the index .SPX")
_CODES: Final = re.compile(
    rf"\( ?(?:{_CODE}|{_LISTING})(?:[,;/ ]+(?:{_CODE}|{_LISTING}))* ?\)"
    rf"|(?<=[a-z.)'] )(?:[A-Z][A-Z0-9]{{1,7}}[a-z]?|\d{{4,6}})\.[A-Z]{{1,2}}(?![\w.'’])"
    r"|(?<=\w )\.[A-Z][A-Z0-9]{2,8}(?![\w.])"
)
# without one of these there is no code; looked for first, since they are found ten times as fast
_SIGN: Final = re.compile(r"\.(?:[A-Z]{1,2}[^\w.]|[A-Z][A-Z0-9]{2})")


def without_share_codes(text: str) -> str:
    """The text with blanks for codes of shares, so that all offsets stay as they are."""
    if not _SIGN.search(text) and not any(map(text.__contains__, _EXCHANGES)):
        return text
    return _CODES.sub(_blank, text)


def _blank(code: re.Match[str]) -> str:
    return " " * len(code[0])
