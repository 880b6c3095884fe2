"""What a text says around an expression: whether it tells what was or what will be.

Where from: the tense is told by the last verb cue before an expression in its sentence (91.3 % of weekdays; HeidelTime does alike);
a future word anywhere in the sentence would do worse (88.5 %).
Belongs here: the tense of an expression, and what is set, expected or done by then. Does not: the dates mentioned before (mentioned.py), how a
meaning becomes a date (resolve/).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

from transforms.temporal.ahead import is_set_ahead
from transforms.temporal.behind import is_over
from transforms.temporal.beside import OWNED, SENTENCE_BREAK
from transforms.temporal.lexicon import cue_words
from transforms.temporal.mentioned import Mentioned
from transforms.temporal.tense import TENSES, TENSES_BEHIND, done, headlines_plan, past_behind, verb_cues, when_past

CLAUSE_REACH: Final = 160  # characters before an expression in which its verb is looked for
LABEL_LENGTH: Final = 30  # characters
DEADLINE_REACH: Final = 24  # characters before an expression in which its preposition is looked for
VERB_REACH: Final = 200  # characters behind it
_MAIN_CLAUSE_END: Final = re.compile(rf"{SENTENCE_BREAK.pattern}|\b(?:which|who|whose|that|saying)\b")
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
    r"(?<=[^\W_] )(?:ahead of|in the run-up to|in preparation for|preparing for) (?:(?:an?|the|its|their) )?(?!schedule\b)(?:[\w'’-]+ ){1,3}(?:on )?$"
)
_RESULTS: Final = (" earnings", " results")  # those of a quarter that has passed lie ahead
_RESULTS_REACH: Final = 9  # characters behind an expression in which they stand
_FRONT: Final = re.compile(r"\s*[\"'“‘`]*(?:(?:but |and )?(?:(?:early |late |back )?in |on |by |during )?(?:the )?)?")
# the same behind the comma of another clause
_NEXT_FRONT: Final = re.compile(
    r"(?:, and|, while|,? but|;) (?:(?:early |late |back )?(?:in |on |by |during |over |at ))?(?:the (?:[a-z]+ hours of )?|[a-z]{3,9} and )?$"
)
_OWN_VERB_REACH: Final = 60  # characters behind an expression that opens a clause in which its verb stands
_FRONT_REACH: Final = 36  # characters before an expression that opens its sentence


def _is_ahead_of_event(before: str, behind: str) -> bool:
    """Whether the words before an expression call it the day of what others prepare for: "ahead of a summit on [Monday]", "ahead of hearings [Monday]"."""
    is_cued = "ahead of" in before or "run-up" in before or "prepar" in before
    return is_cued and not behind.startswith(_RESULTS) and _EVENT_AHEAD.search(before) is not None


@cache
def _last_words(lang: str, cue: str) -> frozenset[str]:
    """The last word of each word or phrase that is a cue."""
    return frozenset(phrase.split()[-1] for phrase in cue_words(lang, cue))


Span = tuple[int, int]  # start and end of an expression in its text


@dataclass(slots=True)
class Context(Mentioned):
    """What resolving an expression needs to know of its text: the dates mentioned before, and the tense in which it speaks of each."""

    @property
    def is_label(self) -> bool:
        """Whether the whole text is a few words and no sentence, such as a cell of a programme: no tense, so the nearest day is meant."""
        is_short = len(self.lower) <= LABEL_LENGTH and not self.lower.rstrip().endswith(
            (".", "!", "?", "。", "！", "？")
        )
        return is_short and not SENTENCE_BREAK.search(self.lower) and self.tense(len(self.lower), 0) == 0

    def tense(self, start: int, end: int, *, modals: bool = True) -> int:
        """-1 past, 1 future, 0 unsaid: the last verb cue before an expression in its sentence, else the first one behind it.

        A preposition such as "until" right before the expression decides. `modals`: whether "would" and "may" speak of the future; before
        a weekday they do not.
        """
        before = SENTENCE_BREAK.split(self.lower[max(0, start - CLAUSE_REACH) : start])[-1]
        if self._opens_past_clause(before, end):
            return -1
        if self._is_deadline(before, modals=modals) or not modals and self._is_announced(before, end):
            return 1
        if modals and self.lang == "en" and _is_ahead_of_event(before, self.lower[end : end + _RESULTS_REACH]):
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
        return _is_ahead_of_event(before, self.lower[end : end + _RESULTS_REACH])

    def _is_foreseen(self, start: int, end: int) -> bool:
        """Whether forecasts are spoken of before an expression in its sentence, or behind when no verb in the past does: "expects profit to double in the year to [March]"."""
        before = SENTENCE_BREAK.split(self.lower[max(0, start - CLAUSE_REACH) : start])[-1]
        if _FORECAST.search(before):
            return True
        behind = SENTENCE_BREAK.split(self.lower[end : end + CLAUSE_REACH])[0]
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
        before = SENTENCE_BREAK.split(self.lower[max(0, start - _FRONT_REACH) : start])[-1]
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
