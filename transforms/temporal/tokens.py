"""Cut a stretch of date words into tokens.

Belongs here: one token per word, number or sign, with its class letter and value. Does not: combinations (grammar).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from transforms.temporal.ago import read_ago
from transforms.temporal.calendars import ERA_DATE, SHORT_YEARS, western_year, without_eras
from transforms.temporal.lexicon import LANGUAGES, Lexicon, lexicon
from transforms.temporal.numerals import joined_numbers, read_number, with_decimal_point
from transforms.temporal.scan import (
    CJK_DATE,
    CLOCKS,
    COLON_CLOCK,
    DAY_OF_ATTACKS,
    DECADE,
    DECADES,
    DECIMAL_COMMAS,
    ERA_FIRST,
    ERA_YEAR,
    FISCAL_YEAR,
    NUMERIC_DATE,
    ORDINALS,
    OTHER_ORDINAL,
    SHORT_DATES,
    YEAR,
    YEARS,
    YEARS_FIRST,
    ago_pattern,
    lowered,
    number_pattern,
    spelled,
    word_end,
    year_first,
)
from transforms.temporal.token import Token

_END: Final = r"(?![^\W_])"
_LONGEST_ARTICLE: Final = len("an")
CACHED_FORMS: Final = 16_384
_SHORT_DATE: Final = r"\d{1,2}\.(?:0?[1-9]|1[0-2])\.(?!\d)"
_HYPHENS: Final = ("-", "\u2010", "\u2011", "\u2013")
_HOURS: Final = 12  # on a dial
_NAMING_YEARS: Final = frozenset({"vi"})
_CENTURY_TURN: Final = 70
SENTENCE_END: Final = "|"  # a class that no rule knows
_SIGNS: Final = {",": ",", "\u060c": ",", "/": "&"}


@cache
def _token_pattern(lang: str) -> re.Pattern[str]:
    short = rf"(?P<short_date>{_SHORT_DATE})|" if lang in SHORT_DATES else ""
    first = rf"(?P<year_first>(?:{year_first(lang)}){_END})|" if lang in YEARS_FIRST else ""
    attacks = rf"(?P<attacks>{DAY_OF_ATTACKS})|" if lang == "en" else ""
    digits = (
        rf"(?P<cjk>{CJK_DATE})|{first}{short}{attacks}(?P<date>(?:{NUMERIC_DATE}){_END})|(?P<clock>(?:{CLOCKS.get(lang, COLON_CLOCK)}){_END})|(?P<decade>(?:{DECADES.get(lang, DECADE)}){_END})"
        rf"|(?P<ordinal>(?:{ORDINALS.get(lang, OTHER_ORDINAL)}){_END})|(?P<era>(?:{ERA_YEAR}){_END})|(?P<year>(?:{YEARS.get(lang, YEAR)}){_END})|(?P<number>(?:{number_pattern(lang)}){_END})"
    )
    ago = f"(?P<ago>{ago_pattern(lang)})|" if lang not in LANGUAGES else ""
    return re.compile(
        rf"{ago}(?=[0-9])(?:{digits})|(?P<era_date>{ERA_DATE})|(?P<era_first>{ERA_FIRST}{_END})|(?P<fiscal>{FISCAL_YEAR}{_END})|(?P<word>{_words(lang)})|(?P<sign>[-,/\u060c\u2010-\u2013])"
    )


def _words(lang: str) -> str:
    """A pattern for the words; an elided article ends in its apostrophe, every other word at its last letter."""
    forms = lexicon(lang).forms
    elided = "|(?<=['\u2019])" if any(form.endswith(("'", "\u2019")) for form in forms) else ""
    return rf"{spelled(forms)}(?:{word_end(lang)}{elided})"


def tokens_of(stretch: str, lang: str) -> list[Token]:
    """The tokens of a stretch as written; number words that belong together are one token."""
    vocabulary = lexicon(lang)
    found: list[Token] = []
    seen = ""
    for match in _token_pattern(lang).finditer(lowered(stretch, lang)):
        token = _token(match, stretch, vocabulary)
        if token is not None:
            if found and found[-1].letter == "N" and lang == "en" and _ends_sentence(found[-1], token, stretch):
                found.append(Token(found[-1].end, found[-1].end + 1, SENTENCE_END, "."))
                seen += SENTENCE_END
            found.append(token)
            seen += token.letter
    if lang in _NAMING_YEARS:
        found = _without_year_words(found)
    if lang == "en" and "a" in seen:
        found = _with_prepositions_cut(found)
    if len(seen) > len(found):
        found = _disambiguated(found)
    if "N" in seen or "O" in seen:
        found = joined_numbers(found)
    return _with_clocks(found) if "_" in seen or "<" in seen else found


def _ends_sentence(before: Token, token: Token, stretch: str) -> bool:
    """Whether a full stop stands behind a number that is no day: "fell to 20. [Hours] later", but "21. August"."""
    return token.letter != "M" and stretch.startswith(". ", before.end)


def _without_year_words(tokens: list[Token]) -> list[Token]:
    """The tokens without the word that only says that a number is a year: "3 tháng 5 | năm | 2012"."""
    return [
        token
        for token, following in zip(tokens, [*tokens[1:], None], strict=True)
        if following is None or following.letter != "Y" or (token.letter, token.value) != ("u", "year")
    ]


def _with_clocks(tokens: list[Token]) -> list[Token]:
    """A number and the words that make it a clock time as one token: "nine o'clock", "halb neun", "half past nine"."""
    joined: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        before = joined[-1] if joined else token
        clock = _joined_clock(before, token, following)
        if clock is None:
            joined.append(token)
        else:
            joined[-1] = Token(before.start, token.end, "K", clock)
    return joined


def _joined_clock(before: Token, token: Token, following: Token | None) -> int | str | None:
    """The clock time that two tokens are together; null when they are none."""
    if token.letter == "_":
        if before.letter == "K":
            return before.value  # "halb neun Uhr"
        return f"{before.value}:00" if before.letter == "N" and isinstance(before.value, int) else None
    hour, minutes = token.value, before.value
    if before.letter != "<" or token.letter != "N" or following is not None and following.letter in "uU":
        return None
    if not isinstance(hour, int) or not isinstance(minutes, int) or not 1 <= hour <= _HOURS:
        return None
    total = 60 * hour + minutes
    return f"{total // 60 or _HOURS}:{total % 60:02d}"


def _token(match: re.Match[str], stretch: str, vocabulary: Lexicon) -> Token | None:
    start, end = match.span()
    kind, written = match.lastgroup or "", match.group()
    if kind == "word":
        if written == "end" and stretch[end : end + 1] not in _HYPHENS:
            return None  # "will end Friday"; "end-June" is a date
        letter, value = _word_class(written, vocabulary.lang)
        if letter[0] in "MW8H" and stretch[start].islower() and _is_name(letter[0], written, vocabulary):
            return None
        return Token(start, end, letter, value)
    if kind == "ago":
        counted = read_ago(written, vocabulary.lang)
        return None if counted is None else Token(start, end, "6", counted, False)
    if kind == "year_first":
        return Token(start, end, "I", _year_month_day(written, vocabulary), False)
    if kind in ("era_first", "fiscal") and stretch[start].islower():
        return None  # "an ad 14 metres high"
    if kind == "number" and vocabulary.lang in DECIMAL_COMMAS:
        written = with_decimal_point(written)
    letter, value = _NUMERIC[kind](written)
    if kind == "year":
        known = western_year(int(written), vocabulary.lang)
        return None if known is None else Token(start, end, letter, known, False)
    return Token(start, end, letter, value, False)


def _is_name(letter: str, written: str, vocabulary: Lexicon) -> bool:
    """Whether a form has a capital letter wherever it is a date: "May", "Mondays", "Epiphany"; "election day" may have none, nor German "montags"."""
    if vocabulary.lang != "en":
        return vocabulary.capitalised and letter in "MW"
    return letter in "MW8" or letter == "H" and not written.endswith(" day")


def _with_prepositions_cut(tokens: list[Token]) -> list[Token]:
    """Where "over a" is not "more than a" ("over a year"), the preposition stands outside: "over [a three-year period]"."""
    return [
        token._replace(start=token.end - 1)
        if token.letter == "a" and token.end - token.start > _LONGEST_ARTICLE and following.letter == "N"
        else token
        for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True)
    ]


@lru_cache(maxsize=CACHED_FORMS)
def _word_class(words: str, lang: str) -> tuple[str, int | str]:
    """The class letter and value of a form; the letters and values of several meanings, which its neighbours choose from."""
    forms = lexicon(lang).forms
    meanings = forms.get(words) or forms[_together(words)]
    if len(meanings) == 1:
        return meanings[0].letter, meanings[0].value
    return "".join(word.letter for word in meanings), "/".join(str(word.value) for word in meanings)


def _together(words: str) -> str:
    """A form as the vocabulary has it: one space for a gap of white space, none before an apostrophe."""
    return " ".join(words.split()).replace(" '", "'").replace(" \u2019", "\u2019")


def _with_dashes(words: str) -> str:
    """`2023年3月20日` as `2023-3-20`; without a year `--3-20`."""
    parts = re.findall(r"\d+", words)
    has_year = len(parts[0]) == 4
    return "-".join(parts) if has_year else "--" + "-".join(parts)


def _year_month_day(words: str, vocabulary: Lexicon) -> str:
    """`2011. március 3` as `2011-3-3`, `2011. március` as `2011-3`."""
    year, *day = re.findall(r"\d+", words)
    months = (word.value for part in words.split() for word in vocabulary.forms.get(part, ()) if word.letter == "M")
    return "-".join([year, str(next(months)), *day])


def _era_year(words: str) -> tuple[str, int]:
    year = int(re.sub(r"\D", "", words))
    return "Y", -year if "b" in words else year


def _full_year(year: int) -> int:
    """A year of two digits in full: those below 70 belong to the century of 2000."""
    return year if year >= SHORT_YEARS else year + (2000 if year < _CENTURY_TURN else 1900)


_NUMERIC: Final[dict[str, Callable[[str], tuple[str, int | str]]]] = {
    "cjk": lambda words: ("I", _with_dashes(words)),
    "era_date": lambda words: ("I", _with_dashes(without_eras(words))),
    "date": lambda words: ("I", words),
    "attacks": lambda _words: ("I", "2001-09-11"),
    "short_date": lambda words: ("I", "--" + "-".join(reversed(words.rstrip(".").split(".")))),
    "fiscal": lambda words: ("Y", _full_year(int(re.sub(r"\D", "", words)))),
    "clock": lambda words: ("K", words),
    "decade": lambda words: ("D", int(re.sub(r"\D", "", words))),
    "ordinal": lambda words: ("O", int(re.sub(r"\D", "", words))),
    "era": _era_year,
    "era_first": _era_year,
    "year": lambda words: ("Y", int(words)),
    "number": lambda words: ("N", read_number(words)),
    "sign": lambda words: (_SIGNS.get(words, "-"), words),
}


def _disambiguated(tokens: list[Token]) -> list[Token]:
    """One class for each word that has several: "second" before a unit is an ordinal, after a number a unit."""
    chosen: list[Token] = []
    for index, token in enumerate(tokens):
        if len(token.letter) == 1:
            chosen.append(token)
            continue
        following = tokens[index + 1].letter if index + 1 < len(tokens) else ""
        letters, values = token.letter, str(token.value).split("/")
        wanted = _wanted_letter(letters, chosen[-1].letter if chosen else "", following)
        value = values[letters.index(wanted)]
        chosen.append(Token(token.start, token.end, wanted, int(value) if value.lstrip("-").isdigit() else value))
    return chosen


def _wanted_letter(letters: str, before: str, following: str) -> str:
    if "O" in letters and "U" in letters:
        return "U" if before in ("N", "q") and following[:1] not in ("U", "u") else "O"
    if "R" in letters and len(letters) > 1:
        is_direction = (following and following[:1] in "uUNWMSPqO") or (before and before in "uUMWSNOYTP")
        return letters.replace("R", "")[0] if is_direction else "R"
    if "T" in letters and "P" in letters:
        return "P" if before in ("1", "i", "t", "T", "W", "Q", "h", "e") else "T"
    if "U" in letters and "u" in letters:
        return "u" if before in ("N", "q", "m") else "U"
    if "Z" in letters:
        return "Z" if before == "K" else letters.replace("Z", "")[0]
    if "k" in letters and "Q" in letters:
        return "k" if following[:1] in ("U", "u") and following else "Q"
    if "d" in letters and "q" in letters:
        return "d" if before == "N" else "q"
    if "t" in letters and "q" in letters:
        return "q" if following[:1] == "u" else "t"
    if "=" in letters:
        return letters.replace("=", "")[0] if following[:1] in ("u", "U", "d") and following else "="
    if "x" in letters and "q" in letters:
        return "x" if following[:1] == "N" else "q"
    return letters[0]
