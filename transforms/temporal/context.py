"""What a text says around and before an expression: the reference day, the last dates mentioned, tense.

Where from: the tense is told by the last verb cue before an expression in its sentence (91.3 % of weekdays; HeidelTime does alike);
a future word anywhere in the sentence would do worse (88.5 %).
Belongs here: the state that resolving needs. Does not: how a meaning becomes a date (resolve/).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Final

from transforms.temporal.ahead import is_set_ahead
from transforms.temporal.behind import is_over
from transforms.temporal.beside import OWNED
from transforms.temporal.joints import ends_range, heads_entry, is_next_in_row, opens_entry, parts_year
from transforms.temporal.lexicon import cue_words
from transforms.temporal.period import RANKS, Period
from transforms.temporal.tense import TENSES, TENSES_BEHIND, done, headlines_plan, past_behind, verb_cues, when_past

CLAUSE_REACH: Final = 160  # characters before an expression in which its verb is looked for
LABEL_LENGTH: Final = 30  # characters
DEADLINE_REACH: Final = 24  # characters before an expression in which its preposition is looked for
SENTENCE_REACH: Final = 400  # characters between a date and what is compared with it
ENTRY_REACH: Final = 1_500  # characters between the dates of two entries of a chronicle
VERB_REACH: Final = 200  # characters behind it
CACHED_DAYS: Final = 4096
_N_RANKS: Final = max(RANKS.values()) + 1
# an initial, a title before a name or the short name of a month ends no sentence
_NO_ABBREVIATION: Final = r"(?<!\b[a-z]\.)(?<!\b(?:mr|ms|dr|vs|st|lt)\.)(?<!\b(?:mrs|gen|sen|rep|gov|rev|col|sgt|maj|adm)\.)(?<!\b(?:prof|capt|sept)\.)(?<!\b(?:jan|feb|mar|apr|aug|oct|nov|dec)\.)"
# it begins with one set of characters, which makes the search fast
# so does a dateline: "Town braces for storm VELLA (Reuters) - An airstrike Wednesday killed 11"
_DATELINE_END: Final = (
    r"(?<=\))(?:(?<=\(ap\))|(?<=\((?:cnn|afp)\))|(?<=\(xinhua\))|(?<=\(reuters\))"
    r"|(?<=\( ap \))|(?<=\( (?:cnn|afp) \))|(?<=\( xinhua \))|(?<=\( reuters \)))\s?(?:--|[-\u2013\u2014])\s"
)
_BREAK: Final = re.compile(rf"[.!?;\n)](?:(?<=\n)\s*\n|(?<![\n)]){_NO_ABBREVIATION}['\")\]]*\s|{_DATELINE_END})")
_RESULT_LENGTHS: Final = frozenset({"P6M", "P9M"})
_COMPARED: Final = frozenset({"year", "half", "quarter", "month"})
_MAIN_CLAUSE_END: Final = re.compile(rf"{_BREAK.pattern}|\b(?:which|who|whose|that|saying)\b")
_ENDED: Final = re.compile(r"\b(?:period|quarter|year|half|months|weeks) ended (?:on )?$")  # whatever is expected of it
# the day of an account: "had 2 billion as of [December 31]"; "in office as of December", "a ban effective as of July 1" begin then
_AS_OF: Final = re.compile(r"(?<!effective )\bas of $")
_YEAR_TO: Final = re.compile(r"\byear (?:to|through|ending|that ends(?: in)?)(?: the end of)? ?(?:end-|late |mid-)?$")
_FORESEEN: Final = re.compile(
    r"\b(?:forecasts?|expect(?:s|ed|ing)?|sees|predict(?:s|ed)?|project(?:s|ed)?) (?:[\w-]+ ){0,2}$"
)
_FORESEEN_BEHIND: Final = re.compile(r" (?:[a-z-]+ )?(?:forecasts?|estimates?|outlook|guidance|projections?)\b")
_FORECAST: Final = re.compile(
    r"\b(?:forecasts?|expect(?:s|ed|ing)?|estimates?|guidance|outlook|project(?:s|ed|ions?)|consensus|analysts|targets?|will|would)\b"
)
_DONE_REACH: Final = 40  # characters before an expression in which the verb it belongs to stands
# "WHEN: Monday", "a deadline of Monday", "The hearing is on Monday": what is announced
_LABEL: Final = re.compile(
    r"\b(?:(?:when|dates?|day|time)\s?:\s{0,3}|deadline of |(?<!today )(?<!it )is (?:at |on )?)$"
)
_LABEL_TAIL: Final = 8  # characters at its end in which its colon, its "of" or its "is" stands
# "By Friday the storm should reach the coast"
_MODAL_BEHIND: Final = re.compile(r",?(?: [\w'’-]+){1,6}? (?:should|could|may|might|must)(?! have\b) ")
# what somebody is to do by then: "asked them to leave by [Friday]", not "managed to leave"
_TO_DO: Final = re.compile(r"(?<!\bhad )(?<!managed )(?<!failed )(?<!able )(?<!began )\bto [a-z]+\b[^.,;]*$")
_WAS_SET_FOR: Final = re.compile(r"\b(?:had (?:been )?|originally |previously |initially )[a-z]+ for $")
_ACCORDING: Final = "according to "
# "came days before [Christmas]": told from there, and no deadline
_LENGTH_BEFORE: Final = re.compile(
    r"\b(?:seconds|minutes|hours|days?|weeks?|months?|years?|shortly|just|long) before (?:the )?$"
)
_BEFORE_PREPOSITION: Final = frozenset({"the", "on", "from", "this"})
_EVENT_AHEAD: Final = re.compile(
    r"(?<=[^\W_] )(?:ahead of|in the run-up to|in preparation for|preparing for) (?:(?:an?|the|its|their) )?(?:[\w-]+ ){1,3}on $"
)
_FRONT: Final = re.compile(r"\s*[\"'“‘`]*(?:(?:but |and )?(?:(?:early |late |back )?in |on |by |during )?(?:the )?)?")
# the same behind the comma of another clause
_NEXT_FRONT: Final = re.compile(
    r"(?:, and|, while|,? but|;) (?:(?:early |late |back )?(?:in |on |by |during |over |at ))?(?:the (?:[a-z]+ hours of )?|[a-z]{3,9} and )?$"
)
_OWN_VERB_REACH: Final = 60  # characters behind an expression that opens a clause in which its verb stands
_FRONT_REACH: Final = 36  # characters before an expression that opens its sentence


@lru_cache(maxsize=CACHED_DAYS)
def _in_words(reference: date) -> str:
    """The publication day for people."""
    return f"published {reference:%A} {reference}"


def _is_ahead_of_event(before: str) -> bool:
    """Whether the words before an expression call it the day of what others prepare for: "ahead of a summit on [Monday]"."""
    return "on " in before[-4:] and _EVENT_AHEAD.search(before) is not None


@cache
def _last_words(lang: str, cue: str) -> frozenset[str]:
    """The last word of each word or phrase that is a cue."""
    return frozenset(phrase.split()[-1] for phrase in cue_words(lang, cue))


Span = tuple[int, int]  # start and end of an expression in its text


@dataclass(slots=True)
class Context:
    """The reference day (null when unknown), whether the text is a narrative or an essay, and the dates it mentioned so far.

    `today` is the reference day as a period, `published` the same in words for people.
    """

    lower: str
    lang: str
    reference: date | None
    is_narrative: bool
    quarter: Period | None = None
    is_essay: bool = False
    # of a narrative: where dates that say their year start, and end in months
    written: Sequence[tuple[int, float]] = ()
    today: Period | None = field(init=False)
    published: str = field(init=False)
    ahead: set[int] = field(default_factory=set)  # weekdays that the text has told of as lying ahead
    _newest: Period | None = None
    _newest_end: int = 0
    _aside: Period | None = None
    _aside_end: int = 0
    _entry: Period | None = None
    _entry_end: int = 0
    _last: list[Period | None] = field(default_factory=lambda: [None] * _N_RANKS)

    def __post_init__(self) -> None:
        self.today = Period("day", self.reference.toordinal()) if self.reference is not None else None
        self.published = _in_words(self.reference) if self.reference is not None else ""

    def remember(self, period: Period, end: int) -> None:
        """Note a date that the text mentioned up to an offset; a year that only repeats the year of a finer date adds nothing."""
        self._newest, self._newest_end = period, end
        if period.unit in ("day", "month") and heads_entry(self.lower, end):
            self._entry, self._entry_end = period, end
        finer = self._last[RANKS["month"]]
        if (
            period.unit == "year"
            and finer is not None
            and finer.interval is not None
            and finer.first_year == period.number
            and finer == self._last[RANKS["half"]]
        ):
            return
        rank = RANKS[period.unit]
        self._last[rank:] = [period] * (_N_RANKS - rank)
        if period.unit == "quarter" and self._is_reported(period):
            self.quarter = period

    def _is_reported(self, quarter: Period) -> bool:
        """Whether results of a quarter can be what a report compares with: it has begun, and no later one that is over was named before."""
        if quarter.interval is None:
            return False  # "Q3 31 BC"
        if self.today is None:
            return True
        if quarter.start > self.today.start:
            return False
        known = self.quarter
        return (
            known is None
            or known.end >= self.today.start
            or known.number <= quarter.number
            and quarter.end < self.today.start
        )

    def remember_length(self, value: str) -> None:
        """Note a length of time: results of nine months are compared with those of the year before, not with a quarter (6 of 8 in the news)."""
        if value in _RESULT_LENGTHS:
            self.quarter = None

    def remember_aside(self, period: Period, end: int) -> None:
        """Note a date that a narrative names in passing: only what is said right behind counts from it."""
        self._aside, self._aside_end = period, end

    def aside_before(self, unit: str, start: int) -> Period | None:
        """The date named in passing behind which an expression stands, when it is known to the unit: "declassified in 2005. [Two years later]"."""
        aside = self._aside
        is_last = self._newest_end < self._aside_end < start <= self._aside_end + SENTENCE_REACH
        return aside if aside is not None and is_last and aside.rank <= RANKS[unit] else None

    def last(self, unit: str) -> Period | None:
        """The last date mentioned that is known to the unit or better."""
        return self._last[RANKS[unit]]

    def compared_in_sentence(self, start: int) -> Period | None:
        """The year, half, quarter or month named last before an expression, in its sentence or, when it opens one, in the sentence before."""
        newest = self._newest
        return newest if newest is not None and newest.unit in _COMPARED and self._is_near(start) else None

    def near(self, unit: str, start: int) -> Period | None:
        """The last date mentioned, when it is known to the unit and stands in the sentence of an expression, or in the one before when that opens its own."""
        newest = self._newest
        return newest if newest is not None and newest.rank <= RANKS[unit] and self._is_near(start) else None

    def _is_near(self, start: int) -> bool:
        if start - self._newest_end > SENTENCE_REACH:
            return False
        stop = _BREAK.search(self.lower, self._newest_end, start)
        return stop is None or stop.end() == start

    def range_start(self, start: int) -> Period | None:
        """The day or month named right before an expression that ends a span: "from 17 January to [13 October]"."""
        newest = self._newest
        if newest is None or newest.unit not in ("day", "month"):
            return None
        return newest if ends_range(self.lower, self._newest_end, start, is_day=newest.unit == "day") else None

    def named_before(self, unit: str, start: int) -> Period | None:
        """The date of a unit that an expression only says more about: "in 2008, [the year] the bank failed"."""
        newest = self._newest
        if newest is None or newest.unit != unit or self.lower[self._newest_end : start] != ", ":
            return None
        return newest

    def entry_before(self, start: int, end: int) -> Period | None:
        """The day or month of the entry before in a chronicle: "[Oct. 26, 2017] - Police meet. [Nov. 7] - They meet again"."""
        if self._entry is None or start - self._entry_end > ENTRY_REACH or not heads_entry(self.lower, end):
            return None
        return self._entry if opens_entry(self.lower, start) else None

    def year_before(self, start: int, end: int) -> Period | None:
        """The year that stands right before a month or day: "[2001], Dec - The union grows", "[1997] March 3"; in a sentence only one long over ("in [1996], January")."""
        newest = self._newest
        if newest is None or newest.unit != "year" or not parts_year(self.lower, self._newest_end, start):
            return None
        is_headed = self._newest_end + 1 == start or heads_entry(self.lower, end)
        is_over = self.today is not None and newest.number < self.today.first_year - 1
        return newest if is_headed or is_over else None

    def row_start(self, start: int) -> Period | None:
        """The day, today or to come, that is named right before an expression in a row: "on Monday and [Tuesday]"."""
        newest = self._newest
        if newest is None or self.today is None or newest.unit != "day" or newest.number < self.today.number:
            return None
        return newest if is_next_in_row(self.lower, self._newest_end, start) else None

    def row_of_parts(self, unit: str, start: int) -> Period | None:
        """The season or quarter named right before an expression in a row: "in the summer or [early fall]"."""
        newest = self._newest
        if newest is None or newest.unit != unit:
            return None
        return newest if is_next_in_row(self.lower, self._newest_end, start) else None

    def is_today(self, period: Period) -> bool:
        """Whether a period is the reference day."""
        return period is self.today or period == self.today

    def anchor(self, unit: str) -> Period | None:
        """The date that relative expressions of a unit count from: in a narrative the last one mentioned, else the reference day."""
        if self.is_narrative or self.reference is None:
            return self.last(unit) or self.today
        return self.today

    @property
    def is_label(self) -> bool:
        """Whether the whole text is a few words and no sentence, such as a cell of a programme: no tense, so the nearest day is meant."""
        is_short = len(self.lower) <= LABEL_LENGTH and not self.lower.rstrip().endswith(
            (".", "!", "?", "。", "！", "？")
        )
        return is_short and not _BREAK.search(self.lower) and self.tense(len(self.lower), 0) == 0

    def tense(self, start: int, end: int, *, modals: bool = True) -> int:
        """-1 past, 1 future, 0 unsaid: the last verb cue before an expression in its sentence, else the first one behind it.

        A preposition such as "until" right before the expression decides. `modals`: whether "would" and "may" speak of the future; before
        a weekday they do not.
        """
        before = _BREAK.split(self.lower[max(0, start - CLAUSE_REACH) : start])[-1]
        if self._opens_past_clause(before, end):
            return -1
        if self._is_deadline(before, modals=modals) or not modals and self._is_announced(before, end):
            return 1
        if modals and self.lang == "en" and _is_ahead_of_event(before):
            return 1
        if self.lang == "en" and "," not in before[(quoted := before.rfind(_ACCORDING)) :] and quoted >= 0:
            return -1  # "it will pay, according to a letter sent on [Monday]"
        last = ""
        for cue in verb_cues(self.lang, before, modals=modals):
            last = cue
        if not modals and before.endswith(" by ") and self._is_expected_by_then(before, last):
            return 1
        if last and (modals or last != "reported" or not self.lower.startswith(OWNED, end)):
            return TENSES[last]
        behind = _MAIN_CLAUSE_END.split(self.lower[end : end + VERB_REACH])[0]
        if self.lang == "en" and _FRONT.fullmatch(before) and _MODAL_BEHIND.match(behind):
            return 1
        tenses = (TENSES_BEHIND[cue] for cue in verb_cues(self.lang, behind, modals=False))
        told = next(filter(None, tenses), 0)
        planned = not modals and self.lang == "en" and not self.lower.startswith(OWNED, end)
        return told or int(planned and headlines_plan(before))

    def next_written(self, end: int) -> float | None:
        """Where in months the next date behind an offset that says its year ends."""
        behind = bisect_right(self.written, (end, 0.0))
        return self.written[behind][1] if behind < len(self.written) else None

    def ends_span(self, start: int) -> bool:
        """Whether a preposition says that an expression ends what began before it: "fought until [September]"."""
        return self.lang == "en" and self.lower.endswith((" until ", " till "), 0, start)

    def is_to_come(self, start: int, end: int) -> bool:
        """Whether the words beside an expression say that it cannot lie behind: what will happen, what is only set, what is traded for it."""
        if self.lang != "en":
            return False
        if is_set_ahead(self.lower, start, end):
            return True
        near = max(0, start - _DONE_REACH)
        is_year_to = "year " in self.lower[near:start] and _YEAR_TO.search(self.lower, near, start) is not None
        return is_year_to and self._is_foreseen(start, end)

    def _is_expected_by_then(self, before: str, last: str) -> bool:
        """Whether what is told up to "by" and a weekday will or may be: "could reach the coast by [Wednesday]"; `last` is its last verb cue but modals."""
        modal = [cue for cue in verb_cues(self.lang, before, modals=True)][-1:] == ["modal"]
        return modal or TENSES.get(last, 1) > 0 or _TO_DO.search(before) is not None

    def is_forecast(self, start: int, end: int) -> bool:
        """Whether an expression stands in what is forecast: "forecast [fourth-quarter] earnings", "[third-quarter] estimates"."""
        if _FORESEEN_BEHIND.match(self.lower, end, end + DEADLINE_REACH):
            return True
        return _FORESEEN.search(self.lower, max(0, start - DEADLINE_REACH), start) is not None

    def tense_before(self, start: int) -> int:
        """The tense that the words before an expression tell alone."""
        return self.tense(start, len(self.lower))

    def _is_announced(self, before: str, end: int) -> bool:
        """Whether the words before a weekday call it one to come: a label, "for" ("a strike for Monday", not "for Monday's strike"), "ahead of a summit on"."""
        if self.lang != "en":
            return False
        owned = self.lower.startswith(OWNED, end)
        if before.endswith(" for "):
            return not (owned or _WAS_SET_FOR.search(before))
        tail = before[-_LABEL_TAIL:]
        if not owned and (":" in tail or "of " in tail or "is " in tail) and _LABEL.search(before):
            return True
        return _is_ahead_of_event(before)

    def _is_foreseen(self, start: int, end: int) -> bool:
        """Whether forecasts are spoken of before an expression in its sentence, or behind when no verb in the past does: "expects profit to double in the year to [March]"."""
        before = _BREAK.split(self.lower[max(0, start - CLAUSE_REACH) : start])[-1]
        if _FORECAST.search(before):
            return True
        behind = _BREAK.split(self.lower[end : end + CLAUSE_REACH])[0]
        is_past = self.tense_before(start) < 0 or past_behind(self.lang).match(self.lower, end) is not None
        return not is_past and _FORECAST.search(behind) is not None

    def is_done(self, start: int, end: int) -> bool:
        """Whether a verb in the past, or "since", stands right before an expression, or is the verb of a sentence that it opens: what has happened by then cannot lie ahead."""
        near = max(0, start - _DONE_REACH)
        if self.lang != "en":
            return False
        if when_past(self.lang).match(self.lower, end) or is_over(self.lower, start, end):
            return True
        if (
            "as of " in self.lower[near:start]
            and _AS_OF.search(self.lower, near, start)
            and self.lower[end - 1].isdigit()
        ):
            return self.tense(start, end) <= 0
        if not done(self.lang).search(self.lower, near, start):
            return self._opens_past(start, end)
        return bool(_ENDED.search(self.lower, near, start)) or self.tense(start, end) < 0

    def _opens_past_clause(self, before: str, end: int) -> bool:
        """Whether an expression opens a clause of its own behind a comma or "but", whose verb is in the past: "nobody expected it, but on [Friday] he left"."""
        if self.lang != "en" or not _NEXT_FRONT.search(before, max(0, len(before) - _FRONT_REACH)):
            return False
        behind = _MAIN_CLAUSE_END.split(self.lower[end : end + _OWN_VERB_REACH])[0]
        return next((TENSES_BEHIND[cue] for cue in verb_cues(self.lang, behind, modals=True)), 0) < 0

    def _opens_past(self, start: int, end: int) -> bool:
        """Whether an expression opens a sentence in the past: "In [May], Malta sent a convoy"."""
        before = _BREAK.split(self.lower[max(0, start - _FRONT_REACH) : start])[-1]
        if not _FRONT.fullmatch(before) or not past_behind(self.lang).match(self.lower, end):
            return False
        return self.tense(start, end) < 0

    def _is_deadline(self, before: str, *, modals: bool) -> bool:
        """Whether a preposition such as "until" stands right before the expression, not as the first word of its sentence."""
        if "before " in before and _LENGTH_BEFORE.search(before):
            return False
        words = before[-DEADLINE_REACH:].split()
        while words and words[-1] in _BEFORE_PREPOSITION:
            words.pop()
        cue = "deadline" if modals else "limit"
        if len(words) < 2 or words[-1] not in _last_words(self.lang, cue):
            return False
        cues = cue_words(self.lang, cue)
        return any(" ".join(words[-n_words:]) in cues for n_words in (1, 2, 3))
