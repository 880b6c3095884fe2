"""Numbers in digits and words.

Belongs here: what a number says, which number words belong together. Does not: what is counted (grammar).
"""

from __future__ import annotations

from typing import Final

from transforms.temporal.token import Token

_MULTIPLIERS: Final = (100, 1000)
_THOUSAND_DIGITS: Final = 3


def read_number(digits: str) -> int | str:
    """A number written in digits: `1,200` is 1200, `2 1/2` and `2.5` stay text as `2.5`."""
    plain = digits.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    whole, _, fraction = plain.partition(" ")
    if fraction:
        over, _, under = fraction.partition("/")
        return f"{float(whole) + int(over) / int(under):g}" if int(under) else whole
    return plain


def with_decimal_point(digits: str) -> str:
    """A number in digits of a language that writes decimals with a comma, as English has it: `30,4` is `30.4`, `2.000` is `2000`."""
    whole, point, decimals = digits.rpartition(".")
    if point and len(decimals) == _THOUSAND_DIGITS:
        return whole.replace(".", "") + decimals
    return digits.replace(",", ".")


def joined_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens with number words that belong together as one: "twenty-four", "one hundred and ten", "nineteen ninety-six" (a year)."""
    merged: list[Token] = []
    for token in tokens:
        merged.append(token)
        while merged[-1].letter in "NO" and (joined := _joined_end(merged)) is not None:
            count, combined = joined
            merged[-count:] = [combined]
    return merged


def _joined_end(tokens: list[Token]) -> tuple[int, Token] | None:
    """The last tokens as one number and how many they are; null when they are no number together."""
    if len(tokens) < 2 or tokens[-1].letter not in "NO":
        return None
    last = tokens[-1]
    for count in (2, 3):
        if len(tokens) < count or (count == 3 and not _is_joint(tokens[-2], tokens[-3], last)):
            continue
        first = tokens[-count]
        combined = _combined(first, last, is_glued=count == 3 and tokens[-2].letter == "-")
        if combined is not None:
            letter, value = combined
            return count, Token(first.start, last.end, letter, value)
    return None


def _is_spelled_year(token: Token) -> bool:
    """Whether a token is "nineteen ninety", to which a "-six" may belong."""
    return (
        token.letter == "Y"
        and token.is_spelled
        and isinstance(token.value, int)
        and token.value % 100 >= 20
        and token.value % 10 == 0
    )


def _is_joint(joint: Token, before: Token, after: Token) -> bool:
    glued = joint.letter == "-" and joint.start == before.end and joint.end == after.start
    return glued or (joint.letter == "&" and before.value in _MULTIPLIERS)


def _combined(first: Token, last: Token, *, is_glued: bool) -> tuple[str, int] | None:
    high, low = first.value, last.value
    if first.letter == "a" and low in _MULTIPLIERS and isinstance(low, int):
        return "N", low
    if is_glued and _is_spelled_year(first) and isinstance(high, int) and isinstance(low, int) and 0 < low < 10:
        return "Y", high + low
    if (
        first.letter not in "N"
        or not isinstance(high, int)
        or not isinstance(low, int)
        or not (first.is_spelled and last.is_spelled)
    ):
        return None
    if 20 <= high < 100 and high % 10 == 0 and 0 < low < 10:
        return last.letter, high + low
    if is_glued:
        return None
    if low in _MULTIPLIERS and high < low:
        return "N", high * low
    if high >= 100 and high % 100 == 0 and 0 < low < 100:
        return last.letter, high + low
    if 13 <= high <= 20 and 10 <= low < 100 and last.letter == "N":
        return "Y", high * 100 + low
    return None
