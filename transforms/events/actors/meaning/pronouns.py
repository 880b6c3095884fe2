"""Say whom "he", "her" and "they" mean.

Belongs here: pronouns within the same and the previous sentence. Does not: names and noun groups (coreference.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from typing import Final

from transforms.events.actors.groups.noun_groups import NounGroup
from transforms.events.actors.groups.standing import acts, after_preposition, deed_at
from transforms.events.actors.meaning.introductions import identified_as
from transforms.events.actors.meaning.referent import Referent
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import PRONOUNS
from transforms.events.actors.words.tokens import Tokens
from transforms.events.words.function_words import REPORTING
from transforms.vocabulary import word_set

MAX_CANDIDATES: Final = 12  # mentions that a pronoun may look back on
MAX_SENTENCES: Final = 2  # back, for "he" and "his" at the beginning of a sentence; 1 for all others
_CODE_REACH: Final = 3  # words of a bracket with the code of a share
_TRIED_REACH: Final = 4  # words behind a pronoun in which it is said that somebody is tried: "was also later charged"
_OPENING: Final = frozenset(
    {"after", "before", "since", "until", "as"}
)  # may open a clause: "after the bank kept its rates"
_AHEAD: Final = frozenset({"after", "before", "since", "when", "as", "while", "until", "although", "though", "because"})
_AHEAD_REACH: Final = 5  # words before such a pronoun in its sentence: "Two years after he"
_OBJECTS: Final = frozenset({"him", "them"})
_WHO: Final = frozenset({"who", "which"})
_OWNERS: Final = frozenset({"his", "her"})
_ON_OCCASIONS: Final = frozenset({"at", "during", "in", "on", "about", "after", "before", "following", "despite"})
_OF_THE_TRIED: Final = word_set("groups", "occasions_of_others")
_BEFALLING: Final = frozenset({"was", "is", "has", "had", "were", "pleaded", "pled", "faces", "faced", "will", "and"})
_MANY: Final = ("forces", "troops", "police")  # organisations that are "they"
_TRIED: Final = word_set("titles", "tried")
_LAW: Final = word_set("titles", "of_the_law")
_QUOTED: Final = re.compile(r"“[^“”]{0,1500}”|\"[^\"]{0,1500}\"|``[^`']{0,1500}''")


class _Candidate:
    """A mention that a later pronoun may mean; whether it is a subject is only worked out when one asks."""

    def __init__(self, tokens: Tokens, group: NounGroup, referent: Referent) -> None:
        self._tokens, self.group, self.referent = tokens, group, referent
        self.sentence = tokens.sentence_of(group.first)
        self._subject: bool | None = None

    def subject(self) -> bool:
        """Whether it is likely a subject: it begins its sentence, or a verb follows and no preposition stands before it."""
        if self._subject is None:
            self._subject = self._is_subject()
        return self._subject

    def _is_subject(self) -> bool:
        tokens, first = self._tokens, self.group.first
        if self._owns_name():
            return False
        owned = first - 1 in tokens.firsts and tokens.flags[first - 1] & Flag.POSSESSIVE  # "Malta's Norfield, a bank,"
        if first in tokens.firsts or owned or tokens.before(first) == "the" and first - 1 in tokens.firsts:
            return True
        behind = _behind_code(tokens, self.group.last)
        acting = deed_at(tokens, behind) if behind else acts(tokens, self.group.last)
        # "residents who said they"
        if not acting and self.referent.kind == "group" and tokens.after(self.group.last) == "who":
            acting = acts(tokens, self.group.last + 1)
        opened = tokens.before(first - 1) if tokens.before(first) == "the" else tokens.before(first)
        return acting and (opened in _OPENING or not after_preposition(tokens, first))

    def _owns_name(self) -> bool:
        """Whether a state only says whose the one named right behind it is: "Malta's Norfield"."""
        tokens, last = self._tokens, self.group.last
        if self.referent.kind != "state" or not tokens.flags[last - 1] & Flag.POSSESSIVE or not tokens.plain[last]:
            return False
        return bool(tokens.flags[last] & Flag.UPPER)


def _behind_code(tokens: Tokens, index: int) -> int:
    """The word behind a bracket that opens at a word, such as the code of a share; 0 where none does: "Norfield (NRF.N) said"."""
    if tokens.gaps[index].strip(". \n")[:1] != "(":
        return 0
    reach = range(index + 1, min(index + 1 + _CODE_REACH, len(tokens)))
    return next((at for at in reach if tokens.gaps[at].strip()[:1] == ")"), 0)


class Recent:
    """The latest mentions of an article, to be asked for each pronoun in the order of the text."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._candidates: deque[_Candidate] = deque(maxlen=MAX_CANDIDATES)
        self._quotes: list[int] | None = None

    def note(self, group: NounGroup, referent: Referent) -> None:
        """Take in the next mention."""
        self._candidates.append(_Candidate(self._tokens, group, referent))

    def referents(self) -> list[tuple[int, Referent]]:
        """The latest mentions with the numbers of their sentences, in order."""
        return [(candidate.sentence, candidate.referent) for candidate in self._candidates]

    def antecedent(self, group: NounGroup) -> Referent | None:
        """Whom a pronoun means: a subject before it in its sentence, else the previous sentence's subject, else the nearest one that fits.

        "He" and "his" that begin a sentence may look one sentence further back.

        Inside a quotation only what is said in quotations counts: "he" there is hardly the one who speaks.
        """
        sentence, wanted = self._tokens.sentence_of(group.first), PRONOUNS[self._tokens.small(group.first)]
        fitting = [c for c in self._candidates if c.sentence >= sentence - MAX_SENTENCES and _fits(c, wanted)]
        if self._tokens.small(group.first) in _OBJECTS:  # "after Waugh ordered him"
            fitting = [c for c in fitting if c.group.last + 1 != group.first]
        if wanted in ("male", "female") and self._is_tried(group):
            fitting = [c for c in fitting if not self._is_of_the_law(c.group)]
        if fitting and self._is_quoted(group):
            fitting = [c for c in fitting if self._is_quoted(c.group)]
        if teller := self._teller(fitting, group):
            return teller.referent
        near = [c for c in fitting if c.sentence >= sentence - 1]
        if group.first in self._tokens.firsts:  # "identified the defendant as Waugh. He"
            near = [c for c in near if identified_as(self._tokens, c.group.first)] or near
        if wanted == "female":  # rather a woman than somebody of whom nothing tells it; most of those are men
            near = [c for c in near if c.referent.gender == wanted] or near
        if self._tokens.small(group.first) in _OBJECTS:  # "powers told Waugh to go, but squabbled over toppling him"
            near = [c for c in near if c.sentence == sentence] or near
        choice = _choose(near, sentence, wanted)
        if choice is None and wanted in ("male", "female") and group.first in self._tokens.firsts:
            choice = next((c for c in reversed(fitting) if c.subject()), None)
        return choice.referent if choice else None

    def _teller(self, fitting: list[_Candidate], group: NounGroup) -> _Candidate | None:
        """Who says in a relative clause what a pronoun opens: "denied by Waugh, who said he would stay"."""
        tokens = self._tokens
        saying = group.first - 1 - (tokens.before(group.first) == "that")
        if saying < 2 or tokens.small(saying) not in REPORTING or tokens.before(saying) not in _WHO:
            return None
        return next((c for c in reversed(fitting) if c.group.last == saying - 1), None)

    def _is_tried(self, group: NounGroup) -> bool:
        """Whether what follows befalls those who are tried, and not those who try them: "He was sentenced on Monday"."""
        tokens = self._tokens
        if tokens.after(group.last) not in _BEFALLING:
            return False
        return any(tokens.after(at) in _TRIED for at in range(group.last, group.last + _TRIED_REACH))

    def _is_of_the_law(self, group: NounGroup) -> bool:
        tokens = self._tokens
        return any(tokens.small(at) in _LAW for at in range(group.first, group.last))

    def _is_quoted(self, group: NounGroup) -> bool:
        if self._quotes is None:
            self._quotes = [offset for match in _QUOTED.finditer(self._tokens.text) for offset in match.span()]
        return bool(bisect_right(self._quotes, self._tokens.starts[group.first]) % 2)


def _choose(fitting: list[_Candidate], sentence: int, wanted: str) -> _Candidate | None:
    """The latest subject of the sentence, the first of the one before, else the nearest that fits (things must be subjects)."""
    here = [c for c in fitting if c.sentence == sentence]
    before = [c for c in fitting if c.sentence < sentence]
    subject = next((c for c in reversed(here) if c.subject()), None) or next((c for c in before if c.subject()), None)
    if subject is not None or wanted == "thing":
        return subject
    nearest = here or before
    return nearest[-1] if nearest else None


def _fits(candidate: _Candidate, wanted: str) -> bool:
    referent = candidate.referent
    return _is_of_kind(referent, wanted) and (wanted in ("plural", "thing") or referent.sure or candidate.subject())


def _is_of_kind(referent: Referent, wanted: str) -> bool:
    if wanted == "plural":
        return referent.kind == "group" or referent.kind == "organisation" and referent.name.lower().endswith(_MANY)
    if wanted == "thing":
        return referent.kind in ("organisation", "state")
    return referent.kind == "person" and referent.gender in (None, wanted)


def looks_ahead(tokens: Tokens, group: NounGroup) -> bool:
    """Whether a pronoun stands in a clause that only opens its sentence, and may mean the subject behind: "Since he took office, Karl Borg has"."""
    opens = tokens.before(group.first) in _AHEAD
    return opens and group.first - tokens.sentence_first(group.first) <= _AHEAD_REACH


def opens_phrase(tokens: Tokens, group: NounGroup) -> bool:
    """Whether an owner stands in a phrase that opens its sentence and tells an occasion of the subject behind: "At his news conference on Friday, Karl Borg said"."""
    first = group.first
    if (
        first - 1 not in tokens.firsts
        or tokens.small(first) not in _OWNERS
        or tokens.before(first) not in _ON_OCCASIONS
    ):
        return False
    return not any(tokens.small(at) in _OF_THE_TRIED for at in range(group.last, group.last + _TRIED_REACH))


def is_meant_ahead(tokens: Tokens, group: NounGroup, later: NounGroup, referent: Referent) -> bool:
    """Whether the subject behind an opening clause is the one whom a pronoun in it means."""
    first = later.first - (tokens.before(later.first) in ("the", "a", "an"))
    wanted = PRONOUNS[tokens.small(group.first)]
    return tokens.gaps[first].strip() == "," and acts(tokens, later.last) and _is_of_kind(referent, wanted)
