"""Which tense the verbs of a clause tell.

Where from: cues and endings are the vocabulary's (dates_*.toml, table "cues"); which of them decides is the context's matter.
Belongs here: verb cues in order, verbs in the past beside an expression. Does not: where the words around an expression begin and end (context.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from transforms.temporal.lexicon import beside_words, cue_endings, cue_words
from transforms.temporal.scan import spelled

_PARTICIPLE_REACH: Final = 60  # characters between a future verb and the participle of its object
TENSES: Final = {
    "future": 1,
    "future_ending": 1,
    "reported": 1,
    "modal": 1,
    "plans": 1,
    "pledged": 1,
    "settled": 0,  # "agreed to sell the firm in [June]": nothing tells whether the sale or the agreement is meant, and the nearest is
    "past": -1,
    "past_ending": -1,
}
TENSES_BEHIND: Final = {**TENSES, "plans": 0, "pledged": -1}
_PARTICIPLES: Final = frozenset({"past", "past_ending"})
_APOSTROPHES: Final = "'\u2019"
_UNCHANGED: Final = frozenset({"cut", "put", "hit", "quit", "set", "shut", "let"})  # their past is their base form, too
_CLAUSE_BREAK: Final = re.compile(r"[,;:()\u2013\u2014]|--|\b(?:and|but|after|when|that|which|who|because|as|if)\b")
# "had been due to expire", "as previously planned": what was planned then is past now
_WAS_PLANNED: Final = re.compile(
    r"\b(?:(?:had (?:[a-z]+ly )?been|as) (?:[a-z]+ly )?|(?:originally|previously|initially) )$"
)
# "better than analysts expected", "as expected": a forecast of what has come
_WAS_FORESEEN: Final = re.compile(r"\b(?:than(?: [a-z]+){0,2}|as) $")
_FORESEEN: Final = frozenset({"expected", "anticipated"})
_FORESEEN_REACH: Final = 32  # characters before it
# "the planned sale revealed on Monday": an adjective takes no participle
_DETERMINED: Final = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|our)|['’]s)\s(?:[a-z]+ly\s)?$")
_DETERMINER_REACH: Final = 20  # characters, one more than "their hastily " and some
_PASSIVE: Final = re.compile(r"\s(?:[a-z]+ )?be(?: [a-z]+ly)?\s")
# "a road to be opened", "when he is sentenced"
_TO_BE: Final = re.compile(
    r"(?:(?<!\bwas )(?<!\bwere )(?<!\bhad )(?<!\bagreed )\bto be|\b(?:when|once|if|until)(?: [a-z]+){1,2}(?: is| are|['’]s|['’]re)) (?:[a-z]+ly )?$"
)
_TO_BE_REACH: Final = 30  # characters before a participle
_TO_DO: Final = re.compile(r" (?:for|to (?!(?:the|an?|its|his|her|their)\b))")  # what somebody plans to do
_OF_SOMETHING: Final = re.compile(
    r" (?:an?|the|its|their|his|her) "
)  # "agreed to the deal on Monday", not "agreed to meet"

# a verb in the infinitive, or one in the passive that is the sale of something: "agreed to be sold to a rival"
_SETTLED: Final = re.compile(r"(?:agreed|pledged|promised|ordered)\sto\s([a-z]+)\b( (?:sold|bought|acquired|taken)\b)?")

_DUE: Final = "due"
# "closed due to the storm on Monday", "due to heavy snow"
_CAUSE: Final = re.compile(
    r" (?:mainly |largely |partly )?to (?:the|an?|its|their|his|her|this|that|these|those|bad|fears|floods|heavy|high|ill|lack|low|poor|rising|safety|security|severe|snow|storms|strikes|strong|technical|weak|concerns|violence|fighting|protests)\b"
)
_PROPOSED: Final = "proposed"
# "the cuts planned in a programme announced in May": what was announced was not planned to be
_PARTICIPLES_OF_PLANS: Final = frozenset({"planned", "upcoming"})
_VISITS: Final = "visits"
# "visits to the town", "his visits on Monday": no verb
_NO_OBJECT: Final = re.compile(r" (?:to|by|from|of|in|on|at|and|with|over|last|next|this|were|was|have)\b|\W*$|[,;)]")

# "Senate to vote on the bill on [Monday]"
_HEADLINE_TO: Final = re.compile(r"\b([a-z]+) to ([a-z]+)(?: [\w'’-]+){0,6} (?:on )?$")


@cache
def _cues(lang: str) -> tuple[re.Pattern[str], Mapping[str, str]] | None:
    """A pattern for the words and verb endings that tell a tense, with the sign before them, and the cue that each word is.

    It begins with one set of characters, which makes the search fast; the apostrophe of "'ll" is such a sign.
    """
    cues = {
        word: cue
        for cue in ("past", "modal", "reported", "plans", "pledged", "future", "no_verb")
        for word in cue_words(lang, cue)
    }
    words = {word.lstrip(_APOSTROPHES): cue for word, cue in cues.items()}
    plain = spelled(word for word in cues if word[0] not in _APOSTROPHES)
    elided = spelled({word[1:] for word in cues if word[0] in _APOSTROPHES})
    groups = [f"(?P<word>{plain}|(?<=[{_APOSTROPHES}]){elided})"] if words else []
    groups += [
        rf"(?P<{cue}_ending>[^\W\d_]{{3,22}}+(?:{'|'.join(f'(?<={ending})' for ending in endings)}))"
        for cue in ("future", "past")
        if (endings := cue_endings(lang, cue))
    ]
    return (re.compile(rf"[\W_](?:{'|'.join(groups)})(?![^\W_])"), words) if groups else None


def verb_cues(lang: str, clause: str, *, modals: bool) -> Iterator[str]:
    """The cues of a clause in order; a participle behind a future verb belongs to it ("will be released")."""
    known = _cues(lang)
    if known is None:
        return
    pattern, words = known
    clause = "\n" + clause
    future_end, told = -1, False
    for match in pattern.finditer(clause):
        cue, start = match.lastgroup or "", match.start() + 1
        if cue == "word":
            found = match.group("word")
            cue = words.get(found) or words[" ".join(found.split())]
        if cue == "no_verb" or cue == "modal" and not modals:
            continue
        if match.group("word") == _VISITS and _NO_OBJECT.match(clause, match.end()):
            continue
        if cue == "pledged" and _OF_SOMETHING.match(clause, match.end()):
            cue = "past"
        elif cue == "pledged" and _is_settled(match):
            cue = "settled" if modals else "past"
        if clause[start - 1] == "-" and TENSES[cue] > 0:
            continue  # "better-than-expected", "much-anticipated": an adjective
        if match.group("word") in _FORESEEN and _WAS_FORESEEN.search(clause, max(0, start - _FORESEEN_REACH), start):
            continue
        if match.group("word") == _DUE and _CAUSE.match(clause, match.end()):
            continue
        if cue == "plans" and told and not _TO_DO.match(clause, match.end()):
            continue  # "presented a peace plan to the council on Monday"
        if cue == "future" and _WAS_PLANNED.search(clause, 0, start):
            continue
        if future_end >= 0 and _belongs_to_future(cue, match.group("word") or "", clause[future_end:start]):
            continue
        if cue in _PARTICIPLES and lang == "en" and _is_to_be(clause, start):
            cue = "future"
        is_adjective = TENSES[cue] > 0 and _DETERMINED.search(clause, max(0, start - _DETERMINER_REACH), start)
        if match.group("word") == _PROPOSED and not is_adjective:
            cue = "past"  # "she proposed the ban [in January]", but "the proposed ban [in January]"
        if is_adjective and cue == "future":
            cue = "plans"  # "the scheduled hearing [on Friday]", but "[on Friday], during the scheduled hearing"
        takes_participle = TENSES[cue] > 0 and not is_adjective and match.group("word") not in _PARTICIPLES_OF_PLANS
        future_end = match.end() if takes_participle else -1
        told = told or TENSES[cue] < 0
        yield cue


def _belongs_to_future(cue: str, word: str, between: str) -> bool:
    """Whether a past form belongs to the future verb before it: "will be held", "will visit the flooded town", "will decide to cut"."""
    if cue == "past_ending":
        return len(between) <= _PARTICIPLE_REACH and not _CLAUSE_BREAK.search(between)
    is_base = word in _UNCHANGED and (not between.strip() or between.rstrip().endswith(" to"))
    return cue == "past" and (is_base or bool(_PASSIVE.fullmatch(between)))


def _is_to_be(clause: str, start: int) -> bool:
    """Whether what a participle tells is to be, or may: "a road to be [opened]", "when he is [sentenced]"."""
    first = max(0, start - _TO_BE_REACH)
    before = clause[first:start]  # a search costs ten times as much as a look for what it cannot do without
    if not ("to be " in before or "when " in before or "once " in before or "if " in before or "until " in before):
        return False
    return _TO_BE.search(clause, first, start) is not None


def _is_settled(pledge: re.Match[str]) -> bool:
    """Whether what is agreed or pledged is done with that, so that a weekday behind it has passed: "agreed to buy the firm on [Monday]"."""
    verb = _SETTLED.match(pledge.string, pledge.start("word"))
    return verb is not None and (verb[1] in beside_words("en", "settling") or verb[1] == "be" and verb[2] is not None)


def headlines_plan(before: str) -> bool:
    """Whether the words before an expression, in which no verb tells a tense, are those of an English headline on something to come: "Court to rule [Friday]"."""
    match = _HEADLINE_TO.search(before)
    if match is None:
        return False
    subject, verb = match.groups()
    return subject not in beside_words("en", "no_plan_before") and verb not in beside_words("en", "no_plan_behind")


@cache
def done(lang: str) -> re.Pattern[str]:
    """A verb in the past, or "since", that ends where an expression begins, but for prepositions: "convicted in [June]"."""
    return re.compile(
        rf"\b{verb_in_past(lang)}(?:\s(?:guilty|in|on|by|until|during|around|about|late|early|back|the))*[\s-]$"
    )


@cache
def past_behind(lang: str) -> re.Pattern[str]:
    """The first verb of a sentence that an expression opens, in the past."""
    return re.compile(rf",?(?: [\w'’-]+){{1,6}}? {verb_in_past(lang)}\b")


@cache
def when_past(lang: str) -> re.Pattern[str]:
    """What somebody or something did at the time that stands before it: "until [March], when it announced a loss", "a fire in [March], which killed two"."""
    verb = verb_in_past(lang)
    return re.compile(rf", (?:when(?: [\w'’-]+){{1,4}}? |which (?!(?:was|were|had|has|have|said|been)\b)){verb}\b")


def verb_in_past(lang: str) -> str:
    """A pattern for a verb in the past."""
    others = spelled(cue_words(lang, "no_verb"))
    return rf"(?:{spelled(cue_words(lang, 'past'))}|(?!{others}\b)[a-z]{{3,22}}ed)"
