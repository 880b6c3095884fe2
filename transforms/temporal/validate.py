"""Whether a phrase is a date where it stands: the words and signs beside it.

Where from: TempEval-3 leaves ages, names and quantities untagged (of 44 ages none is tagged but "8-month-old truce").
Belongs here: ambiguous words ("May", "March", "second", "fall"). Does not: years that are numbers (years.py), names (names.py), ages (ages.py), what the phrase means
(grammar, resolve/).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from transforms.temporal.ages import aged_rejection, english_age, foreign_age
from transforms.temporal.beside import CLAUSE_END, OWNED, REACH, word_before, word_behind
from transforms.temporal.grammar import Parsed
from transforms.temporal.joints import heads_entry, is_behind_year
from transforms.temporal.lexicon import beside_words
from transforms.temporal.meaning import Kind
from transforms.temporal.names import (
    attacks_rejection,
    can_be_name,
    may_rejection,
    name_rejection,
    newspaper_rejection,
    person_rejection,
    programme_rejection,
    season_rejection,
    title_rejection,
    walk_rejection,
)
from transforms.temporal.scan import DAY_ALONE
from transforms.temporal.years import year_rejection

Question = Callable[[str, str, int, int], str | None]  # asked of the text, the text in lower case, start and end
_PERSONAL: Final = frozenset({"april", "may", "june", "august", "jan", "mar"})  # months that are given names
_WORD: Final = re.compile(r"[a-z]+")
_POINTING: Final = frozenset({"this", "that", "each", "every", "its", "his", "her", "their"})
_OWNED_REACH: Final = 40  # characters behind "today's" in which it is said what is owned
_OWNED_WORDS: Final = 3
_QUANTITY_END: Final = re.compile(
    r"(?:\d|[$€£%]|cents?|dollars?|percent|million|billion|thousand|times|once|twice|people|hours?|days?)\s{1,2}$"
)
_BARE_SEASONS: Final = ("S", "tS")
_PERIODS_OF_PLAY: Final = frozenset({"half", "quarter"})
_CLOCK_UNITS: Final = ("hours", "minutes", "seconds")
_LENGTH_BEFORE: Final = ("for", "in", "within", "by", "few", "many", "several", "early")
_LENGTH_BEHIND: Final = ("before", "after", "later", "earlier", "ago", "into", "long", "until")
_COUNTED_FROM: Final = frozenset({"after", "before"})
_POSSESSIVES: Final = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_DAY_ALONE: Final = re.compile(DAY_ALONE)
_FRACTIONS: Final = ("Nu", "N-u", "xN-u", "xNu", "aU", "xaU")
_PLAY_REACH: Final = 150  # characters beside "the second half" in which a match is spoken of
_COURSE: Final = re.compile(r"\b(?:over|through|throughout|across) the $")
_SPELLED_DAY: Final = re.compile(r"(?<=[a-z.])(?: the)? [a-z-]{5,15}$")
_SPANISH_END: Final = re.compile(r"\s*(?:[.,;:!?)\"»\u201d]|``|$|\n)|\s(?:y|o|que|en|a|de|con|para|por)\b")
_PAUSE: Final = re.compile(r"\s*(?:[.,;:!?)\"\u201d\u2013\u2014]|--|\Z|\n)")
_ELIDED_OF: Final = ("d'", "d\u2019")
_OF_EVENT: Final = re.compile(r"(?: au soir)? (?:d['\u2019]|(?:de|du|des|del|der|von)\b)")
_DAY_SHORT: Final = frozenset(
    {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "dec", "mar", "jun"}
)
_OF_SOMETHING: Final = re.compile(
    r" (?:of|before|after) (?:the|his|her|its|their|this|that|an?) (?!year|month|week|decade|century)"
)


def questions(words: str, parsed: Parsed, lang: str) -> tuple[Question, ...]:
    """What to ask of the surroundings of a phrase, of which `words` are as written, before it counts as a date: nothing, for most phrases.

    A question gives the reason why the phrase is no date expression where it stands, null when it can be one.
    """
    asked: list[Question] = []
    if parsed.meaning.type == "DURATION":
        asked.append(english_age if lang == "en" else partial(foreign_age, lang))
    if lang == "en" and parsed.letters[-1] == "J" and parsed.letters[0] != "u":
        asked.append(aged_rejection)
    if lang == "fr" and parsed.letters == "S":
        asked.append(_french_season_rejection)
    if lang == "es" and parsed.letters == "R" and words.lower() in ("pasado", "pasada"):
        asked.append(_spanish_past_rejection)
    if parsed.letters == ":":
        asked.append(_following_rejection if lang == "en" else _neighbour_rejection)
    if parsed.letters in ("Y", "xY"):
        asked.append(partial(year_rejection, lang))
    elif lang == "en":
        asked += _english_questions(words, parsed)
    return tuple(asked)


def _always(reason: str) -> Question:
    return lambda *_place: reason


def depends_on_neighbours(parsed: Parsed, lang: str) -> bool:
    """Whether the words beside a phrase can change its end, its start or its type: `is_rate`, `is_some_day`, `dangling`, `is_following`, `lasts` and `article_before` need only be asked then."""
    letters = parsed.letters
    if lang == "es":
        return letters[-1] in "bz" or letters in ("R", "aU")
    return letters == "aU" or (
        lang == "en" and (letters[-1] in "~bzO@" or letters[0] in "lf" or letters in ("NU", "u"))
    )


def is_rate(lower: str, start: int, end: int, parsed: Parsed) -> bool:
    """Whether "a year" says how often: right behind an amount ("$500 million a year", but "rose to $20 a day after the sale")."""
    if parsed.letters != "aU" or word_behind(lower, end) in _COUNTED_FROM:
        return False
    return bool(_QUANTITY_END.search(lower, max(0, start - REACH), start))


def is_some_day(lower: str, start: int, end: int, parsed: Parsed) -> bool:
    """Whether "one day" stands between a modal and its verb: some time to come ("will one day lead", TempEval-3)."""
    return (
        parsed.letters == "NU"
        and lower.startswith("one day", start)
        and word_before(lower, start) in beside_words("en", "modal_before")
        and (following := word_behind(lower, end)) != ""
        and following not in beside_words("en", "preposition")
    )


def dangling(lower: str, start: int, end: int, parsed: Parsed, lang: str) -> int:
    """How many characters at the end of a phrase belong to what follows: "two days [before] the vote", "a year [later] than planned"."""
    last = parsed.letters[-1]
    if lang == "es" and last in "bz" and lower.startswith((" de ", " del "), end):
        return end - lower.rfind(" ", 0, end)  # "dos días [después] del partido"
    if lang != "en":
        return 0
    if last == "~" and not CLAUSE_END.match(lower, end):
        return len(" before")
    if last == "O" and (spelled := _SPELLED_DAY.search(lower, start, end)) and not CLAUSE_END.match(lower, end):
        return end - spelled.start()  # "became in March [the first] woman", "the July-September [first] edition"
    if last == "@" and lower.startswith(" of ", end):
        return len(" ahead")  # "two days [ahead] of the vote"
    if last in "bz" and lower.endswith(" in", 0, end):
        return len(" in")  # "ended 12 days later [in] his arrest"
    if last in "bz" and len(parsed.letters) > 1 and lower.startswith(" than ", end):
        return len(" earlier") if last == "b" else len(" later")
    return 0


def is_following(lower: str, start: int, parsed: Parsed, lang: str) -> bool:
    """Whether "following" in front of a weekday is a preposition, for no article stands before it: "fell following Thursday's results"."""
    return (
        lang == "en"
        and parsed.letters[:2] == "fW"
        and lower.startswith("following ", start)
        and word_before(lower, start) not in _POINTING
    )


def lasts(lower: str, start: int, parsed: Parsed, lang: str) -> bool:
    """Whether "last" in front of a length of time is the verb: "will last two weeks"."""
    return (
        lang == "en"
        and parsed.letters[0] == "l"
        and parsed.meaning.type == "DURATION"
        and lower.startswith("last ", start)
        and word_before(lower, start) in beside_words("en", "verb_before")
    )


def article_before(lower: str, start: int, end: int, parsed: Parsed) -> int:
    """How many characters the article in front of plural units takes: of "over [the years]", but "the [days] before the vote" (TempEval-3)."""
    if lower.startswith("pasado", start) and lower.endswith("del ", 0, start):
        return (
            len("del ") if _SPANISH_END.match(lower, end) else 0
        )  # "la herencia [del pasado]", but "el partido del [pasado] Mundial"
    if parsed.letters != "u" or not _COURSE.search(lower, max(0, start - REACH), start):
        return 0
    return 0 if word_behind(lower, end) in beside_words("en", "course_behind") else len("the ")


def _french_season_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "été" is a participle, or a season only says of what kind something is ("Jeux d'hiver")."""
    before = lower[max(0, start - REACH) : start]
    if before.endswith(_ELIDED_OF):
        kind = before[:-2].split()[-1:]
        return None if kind and kind[0] in beside_words("fr", "season") else "a kind of something"
    return "a verb" if lower[start:end] == "été" and before.split()[-1:] != ["en"] else None


def _spanish_past_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "pasado" is what somebody has been through, or "pasada" a word for something else: "su pasado", "ha sido una pasada", "pasada la una"."""
    is_owned = word_before(lower, start) in beside_words("es", "past_before")
    return "no time" if is_owned or lower.startswith((" la ", " las ", " el "), end) else None


def _neighbour_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether the day is that before an event: "la veille du scrutin", "am Vorabend der Wahl"."""
    return "the day before something" if _OF_EVENT.match(lower, end) else None


def _following_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether the day is that behind an event: "the day after the vote", "the day after he left"."""
    return None if _PAUSE.match(lower, end) else "the day after something"


def _english_questions(written: str, parsed: Parsed) -> list[Question]:
    asked: list[Question] = [name_rejection] if can_be_name(written) else []
    asked += _questions_of_form(parsed) + _questions_of_words(written.lower(), parsed.letters)
    if parsed.meaning.kind is not Kind.HOLIDAY and (written[:1].isupper() or written[:1].isdigit()):
        asked.append(title_rejection)
    if written == "Today":
        asked.append(programme_rejection)
    if written == "9/11":
        asked.append(attacks_rejection)
    return asked


def _questions_of_form(parsed: Parsed) -> list[Question]:
    """What is asked because of the grammar and meaning of an expression."""
    letters, meaning = parsed.letters, parsed.meaning
    asked: list[Question] = []
    is_bare_part = meaning.kind is Kind.PART and meaning.year is None and meaning.year_offset is None
    if is_bare_part and meaning.unit in _PERIODS_OF_PLAY:
        asked.append(_play_rejection)
    if letters in _BARE_SEASONS:
        asked.append(season_rejection)
    if letters.endswith("D") and letters[0] == "e":
        asked.append(_age_rejection)
    if letters == "tO" and meaning.kind is Kind.DAY_OF_MONTH:
        asked.append(_day_alone_rejection)
    if letters.endswith("PotO") and meaning.kind is Kind.DAY_OF_MONTH:
        asked.append(_ordinal_rejection)
    if letters == "u":
        asked.append(_bare_units_rejection)
    if letters == "P" and meaning.kind is Kind.TIME:
        asked.append(_hour_rejection)
    if letters in ("aU", "tU"):
        asked.append(_occasion_rejection)
    if letters == "tU" and meaning.kind is not Kind.VALUE:
        asked.append(_of_event_rejection)
    return asked


def _questions_of_words(words: str, letters: str) -> list[Question]:
    """What is asked because of the very words of an expression, in small letters."""
    asked: list[Question] = []
    if words in ("hours", "the hours"):
        asked.append(_hours_rejection)
    if letters == "M" and words in _PERSONAL:
        asked.append(person_rejection)
    if letters == "M" and words == "march":
        asked.append(walk_rejection)
    if letters[-1:] == "M" and words.endswith("may"):
        asked.append(may_rejection)
    if words in ("current", "the current"):
        asked.append(_account_rejection)
    if words in _DAY_SHORT:
        asked.append(_short_name_rejection)
    if words.endswith("fall"):
        asked.append(_fall_rejection)
    if letters in ("aU", "U", "OU", "aOU", "NU") and words.endswith("second"):
        asked.append(_always("an ordinal"))
    if letters in ("aU", "xaU") and words.endswith("quarter"):
        asked.append(_quarter_rejection)
    if words == "the past":
        asked.append(_past_rejection)
    if words.endswith("last day"):
        asked.append(_last_day_rejection)
    if words == "daily":
        asked.append(newspaper_rejection)
    if letters in _FRACTIONS and words.endswith(("quarters", "quarter")):
        asked.append(_fraction_rejection)
    if words == "today":
        asked.append(_present_rejection)
    if words.startswith("many "):
        asked.append(_as_many_rejection)
    return asked


def _short_name_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "Dec" or "Sun" does not head the entry of a chronicle, behind its year: "2001, Dec - The union grows"."""
    heads = is_behind_year(lower, start) and heads_entry(lower, end)
    return None if heads else "a name without a number beside it"


def _age_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    """Whether a decade is one of a life: "in her late forties"."""
    return "an age" if word_before(lower, start) in _POSSESSIVES else None


def _as_many_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    return "a number told before" if word_before(lower, start) == "as" else None


def _hours_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    return "a part of a day" if word_before(lower, start) in ("early", "small", "wee") else None


def _bare_units_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether plural units alone count or describe something else: "a matter of days", "minutes apart", "opening hours", "the minutes of the meeting"."""
    before, behind, words = word_before(lower, start), word_behind(lower, end), lower[start:end]
    if before == "on" or behind == "apart" or lower.endswith("matter of ", 0, start):
        return "no length of its own"
    if words == "quarters":
        return "rooms to live in"
    if words not in _CLOCK_UNITS or behind in _LENGTH_BEHIND or before in _LENGTH_BEFORE:
        return None
    return None if before == "after" and behind == "of" else "hours of business, minutes of a meeting"


def _hour_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    """Whether "noon" or "midnight" stands behind no preposition: "midnight blue", "High Noon"."""
    return None if word_before(lower, start) in beside_words("en", "hour_before") else "no time of its own"


def _day_alone_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    return None if word_before(lower, start) in beside_words("en", "day_before") else "a number in a row"


def _ordinal_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether something is numbered by the ordinal at the end: "the morning of the 5th Regiment"."""
    return None if _DAY_ALONE.match(lower, lower.rfind(" ", start, end) + 1) else "a number of something"


def _quarter_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    """Whether "a quarter" is a fourth, as it is unless it says how often ("$5 a quarter") or how long ("for a quarter")."""
    if _QUANTITY_END.search(lower, max(0, start - REACH), start) or word_before(lower, start) == "for":
        return None
    return "a fraction"


def _occasion_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "a day" is an occasion ("on a day when shares rose") or one end of a comparison ("a year-over-year increase")."""
    if lower.startswith(("-over-", "-on-", "-to-", "-by-", "-round"), end):
        return "a comparison"
    return "an occasion" if word_before(lower, start) == "on" else None


def _of_event_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "the week" is that of an event: "in the week of the vote", but "in 1990, the year before the war"."""
    is_told = lower[start - 2 : start] == ", " and lower[start - 3 : start - 2].isdigit()
    return "told by an event" if not is_told and _OF_SOMETHING.match(lower, end) else None


def _account_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    if lower[start - 1 : start] == "-":
        return "part of a word"  # "cross-current"
    return "an account" if word_behind(lower, end) in beside_words("en", "account") else None


def _past_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether "the past" only says which of some things: "the past few sessions", "the past six auctions"."""
    is_counted = lower[end : end + 1] == " " and lower[end + 1 : end + 2].isdigit()
    is_counted = is_counted or word_behind(lower, end) in beside_words("en", "counting")
    return "some things of the past" if is_counted else None


def _last_day_rejection(_text: str, lower: str, start: int, _end: int) -> str | None:
    """Whether "the last day" is the end of something ("on the last day of the fair"), and no length ("in the last day")."""
    return None if word_before(lower, start) in beside_words("en", "length_before") else "the end of something"


def _fraction_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    return "a fraction" if lower.startswith(" of ", end) else None


def _present_rejection(_text: str, lower: str, _start: int, end: int) -> str | None:
    """Whether "today's" means these times ("today's world") and no day ("today's attack")."""
    if not lower.startswith(OWNED, end):
        return None
    owned = end + len(" 's") - (lower[end] != " ")
    named = _WORD.findall(lower[owned : owned + _OWNED_REACH].split(",")[0])[:_OWNED_WORDS]
    return "the present" if beside_words("en", "todays").isdisjoint(named) else None


def _play_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    """Whether "the second half" is one of a match: no year is named and words of play stand near."""
    near = lower[max(0, start - _PLAY_REACH) : end + _PLAY_REACH]
    return None if beside_words("en", "play").isdisjoint(_WORD.findall(near)) else "a part of a match"


def _fall_rejection(_text: str, lower: str, start: int, end: int) -> str | None:
    words = lower[start:end]
    if words == "fall":
        return None if word_before(lower, start) in ("in", "by", "since", "until", "during") else "a verb"
    if words == "the fall" and lower.startswith((" of ", " in ", "-"), end):
        return "a decline"
    return None
