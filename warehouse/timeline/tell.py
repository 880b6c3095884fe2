"""Tell an event: pick the sentence or two that say best what happened.

Belongs here: which evidence sentences make a summary. Does not: headlines (the mart's `title`), drawing (render/).
A good sentence stands alone (no dangling "he"), is what most reports of the event say (near the centroid), and repeats no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, islice
from typing import Final, NamedTuple

import tomli

from warehouse.timeline.entries import Evidence, Sentence
from warehouse.timeline.tidy import MONTH, is_signed, tidied, without_stamp

NEAR_DUPLICATE: Final = 0.5  # Jaccard overlap of words above which a second sentence says the same
GOOD_WORDS: Final = (8, 45)  # words; shorter sentences lack the what, longer ones bury it
OPENING_WORDS: Final = 6  # words; a pronoun among them whose name does not stand before it points back
CAPTION_WORDS: Final = 3  # words; so many at most tell that a text stands below a picture or above a list
OPENING: Final = 120  # characters in which these stand
MAX_NAME: Final = 200  # characters of an actor's name that are looked at
MAX_SENTENCES_COMPARED: Final = 200  # quotes of one event; more do not move the centroid
WORDS_KEPT: Final = 20_000  # sentences whose words are remembered; the same ones tell several days
# What counts beside nearness to the centroid, which is 0 to 1.
CONFIDENCE_WEIGHT: Final = 0.5
OUTDATED_PENALTY: Final = 0.5
UNDATED_PENALTY: Final = (
    0.3  # for what names no day of its own: it may speak of what led to the event or of what may come of it
)
DANGLING_PENALTY: Final = 0.6
LENGTH_PENALTY: Final = 0.3
ASIDE_PENALTY: Final = 0.4  # for words that name the event at the very end: there it is an aside of another story
QUOTE_PENALTY: Final = 0.2
SIGNED_PENALTY: Final = 0.6  # for what a page puts around reports
QUOTE_MARKS: Final = ('"', "“", "'", "‘", "`", "«", "„")

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SPAN: Final = r"(?:week|month|quarter|year|decade|spring|summer|autumn|fall|winter)"
_OTHER_TIME: Final = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]etween|[Ee]arly|[Ll]ate|last|next)\s(?:{MONTH}|(?:19|20)\d\d)\b|\b(?:[Ll]ast|[Nn]ext)\s{_SPAN}\b|\b{_SPAN}s?\sago\b|\b[Ee]arlier\sthis\s{_SPAN}\b"
)
# " date 2023-03-21 Xi ..." and "MOSCOW, March 20 (Reuters) - Xi ...": where and when the report was filed, not what happened
_HEADER: Final = re.compile(r"^\s*date\s+\d{4}-\d{2}-\d{2}\s+", re.IGNORECASE)
_AGENCY: Final = r"\s*(?:\([^()]{2,40}\)\s*)?"
_CITY: Final = rf"[A-Z][A-Z .'’/\\]{{2,40}}(?:(?:,|\s(?={MONTH}\s*\d))[^—–()-]{{1,40}})?{_AGENCY}"
# "March 20 - Xi ...", "2023 March 20 -- Xi ...", "March 20: Xi ...": the day of an entry, which stands beside it anyway
_ENTRY: Final = rf"(?:(?:\d{{4}}\s+)?{MONTH}\s+\d{{1,2}}(?:\\?/\d{{1,2}})?(?:\s?,\s*\d{{4}})?(?:{_AGENCY}|\s?:)|(?:\d{{1,2}}\s+{MONTH}(?:\s\d{{4}})?|[A-Z][a-z]+day)\s?:)"
# "Here is a timeline of the strike: 2011 June 19 -- ...": what opens a list, before its first line
_INTRODUCTION: Final = re.compile(
    rf"^(?:Here|Below|(?:The )?[Ff]ollowing)\s(?:is|are)\s[^:]{{5,240}}:\s+(?=(?:\d{{4}}\s+)?{MONTH}\s+\d|\d{{1,2}}\s+{MONTH})"
)
# "Cairo, Egypt (CNN) -- ..."
_TOWN: Final = r"[A-Z][^()\d—–-]{2,60}\(\s*[A-Z]\w{1,20}\s*\)\s*"
_DATELINE: Final = re.compile(
    rf"^(?:(?:{_CITY}|{_TOWN}|\(\s*[A-Z]\w{{1,20}}\s*\)\s*)(?:[—–]|-{{1,2}})|{_ENTRY}(?:(?<=:)|(?:[—–]|-{{1,2}})(?=\s+\D)))\s+(?=\S)|^{_CITY}(?<=\)\s)-(?=[A-Z])"
)


class _Scored(NamedTuple):
    worth: float
    rank: int
    evidence: Evidence
    text: str
    words: frozenset[str]
    stands_alone: bool


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    table = tomli.loads((files("warehouse.timeline") / "sentences.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def summary_of(
    evidence: Sequence[Evidence], n_sentences: int, actors: Iterable[str] = (), status: str | None = None
) -> tuple[Sentence, ...]:
    """The one or more sentences that tell the event best, best first; never two that say the same.

    evidence: the quotes of one event, in their order of rank. A further sentence is taken from another outlet where there is one,
    and only when it shares a word of weight with the first. actors: names, by which a first word is known for a name.
    status: what the event is known to be; a report from before, which calls it planned, tells it worse.
    """
    if len(evidence) == 1 and n_sentences > 0:
        [quote], text = evidence, self_contained(evidence[0].sentence)
        return (quoted(text, quote),) if text else ()
    names = frozenset(word for name in actors for word in _WORD.findall(name[:MAX_NAME]))
    chosen: list[_Scored] = []
    remaining = _scored(evidence, names, status)
    while remaining and len(chosen) < n_sentences:
        told = {each.evidence.source for each in chosen}
        best = max(remaining, key=lambda each: (each.evidence.source not in told, each.worth, -each.rank))
        chosen.append(best)
        remaining = [each for each in remaining if each.stands_alone and _adds(each, chosen)]
    return tuple(quoted(each.text, each.evidence) for each in chosen)


def quoted(text: str, quote: Evidence) -> Sentence:
    """A quote, made to stand alone as `text`, as a sentence of a summary."""
    return Sentence(tidied(text), quote.source, quote.article_id, quote.mention_id)


def self_contained(sentence: str) -> str:
    """The sentence on one line, without the header, time or dateline that a report begins with."""
    line = without_stamp(_behind(_HEADER, " ".join(sentence.split())))
    shorter = _behind(_DATELINE, line)
    if (listed := _behind(_INTRODUCTION, shorter)) != shorter:
        shorter = _behind(_DATELINE, listed)
    return line if shorter == line or len(_WORD.findall(shorter)) <= 2 else shorter


def _behind(opening: re.Pattern[str], line: str) -> str:
    """The line without the words with which it opens; far faster than replacing them, which looks for them everywhere."""
    found = opening.match(line)
    return line[found.end() :] if found else line


@lru_cache(maxsize=WORDS_KEPT)
def content_words(sentence: str) -> frozenset[str]:
    """The words that carry meaning, lower case."""
    return frozenset(_WORD.findall(sentence.lower())) - empty_words()


def words_that(name: str) -> frozenset[str]:
    """The words of one list of `sentences.toml`, lower case."""
    return _vocabulary()[name]


@cache
def any_of(name: str) -> str:
    """A pattern for any word of one list of `sentences.toml`, as it is spelled there; the longest first."""
    words = sorted(_vocabulary()[name], key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def empty_words() -> frozenset[str]:
    """The words that carry no meaning of their own, lower case."""
    return _vocabulary()["stop"] | _vocabulary()["times"]


def _scored(evidence: Sequence[Evidence], names: frozenset[str], status: str | None) -> list[_Scored]:
    quotes: dict[str, tuple[int, Evidence]] = {}
    for rank, each in enumerate(evidence[:MAX_SENTENCES_COMPARED]):
        quotes.setdefault(self_contained(each.sentence), (rank, each))
    quotes.pop("", None)
    words = {text: content_words(text) for text in quotes}
    counts = Counter(chain.from_iterable(words.values()))
    norm = sum(count * count for count in counts.values()) ** 0.5
    found = []
    for text, (rank, each) in quotes.items():
        alone = stands_alone(text, names)
        worth = (_centrality(words[text], counts, norm) if len(quotes) > 1 else 0.0) + _fitness(text, each, alone)
        worth -= OUTDATED_PENALTY * (status is not None and each.status not in (status, None))
        found.append(_Scored(worth, rank, each, text, words[text], alone))
    return found


def _fitness(text: str, evidence: Evidence, stands_alone: bool) -> float:
    """How well a sentence serves as a summary, whatever the others say."""
    worth = CONFIDENCE_WEIGHT * evidence.confidence - DANGLING_PENALTY * (not stands_alone)
    if evidence.trigger:
        worth -= ASIDE_PENALTY * evidence.trigger[0] / len(evidence.sentence)
    worth -= SIGNED_PENALTY * is_signed(text)
    worth -= UNDATED_PENALTY * (evidence.when.start is None)
    worth -= LENGTH_PENALTY * (not GOOD_WORDS[0] <= len(text.split()) <= GOOD_WORDS[1])
    return worth - QUOTE_PENALTY * text.startswith(QUOTE_MARKS)


def _centrality(words: frozenset[str], counts: Counter[str], norm: float) -> float:
    """Cosine of the sentence's words and the words of all sentences together, whose length is `norm`; 0 to 1."""
    if not words or not norm:
        return 0.0
    return float(sum(map(counts.__getitem__, words)) / (len(words) ** 0.5 * norm))


def stands_alone(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether the sentence needs no sentence before it: it begins with no word that points back, and a name stands before its pronouns."""
    words = [word.group() for word in islice(_WORD.finditer(text, 0, OPENING), OPENING_WORDS)]
    lower = [word.lower() for word in words]
    vocabulary = _vocabulary()
    if not words or lower[0] in vocabulary["dangling"] or " ".join(lower[:2]) in vocabulary["dangling_pairs"]:
        return False
    back = next((at for at, word in enumerate(lower) if word in vocabulary["pointing"]), None)
    return back is None or any(_is_name(words, at, names) for at in range(back))


def is_caption(text: str) -> bool:
    """Whether the sentence stands below a picture."""
    return _opens_with(text, _vocabulary()["captions"])


def is_introduction(text: str) -> bool:
    """Whether the sentence stands above a list and tells what it holds."""
    return _opens_with(text, _vocabulary()["introductions"])


def names_other_time(text: str) -> bool:
    """Whether the sentence names a month, a year or a time gone by, and may tell of that: `paid a fine in June`, `between 2005 and 2009`, `two years ago`."""
    return _OTHER_TIME.search(text) is not None


def _opens_with(text: str, openings: frozenset[str]) -> bool:
    words = [word.group().lower() for word in islice(_WORD.finditer(text, 0, OPENING), CAPTION_WORDS)]
    return any(" ".join(words[:length]) in openings for length in range(2, CAPTION_WORDS + 1))


def is_cut_off(text: str) -> bool:
    """Whether a sentence breaks off: its last word asks for another, and no sign ends it."""
    words = text.lower().split()
    phrases = {" ".join(words[-2:]), " ".join(words[-3:])}
    return bool(words) and (
        words[-1] in _vocabulary()["unfinished"] or not phrases.isdisjoint(_vocabulary()["unfinished_phrases"])
    )


def is_no_news(text: str) -> bool:
    """Whether a sentence says that somebody said nothing."""
    return _no_news().search(text) is not None


@cache
def _no_news() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('no_news')}\b")


def is_question(text: str) -> bool:
    """Whether the sentence asks."""
    return _last_sign(text) == "?"


def is_exclamation(text: str) -> bool:
    """Whether the sentence exclaims, as comments do."""
    return _last_sign(text) == "!"


def _last_sign(text: str) -> str:
    """The sign with which a sentence ends, before closing quotes."""
    return text.rstrip("\"'”’ ")[-1:]


def is_speaking(text: str) -> bool:
    """Whether the sentence begins inside a quotation, or has its speaker or its reader in it."""
    return text.startswith(QUOTE_MARKS) or not _vocabulary()["speaking"].isdisjoint(
        word.partition("'")[0] for word in _WORD.findall(text.lower().replace("’", "'"))
    )


def _is_name(words: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Whether the word is a name: known as one, or capitalised where nothing else asks for a capital."""
    word = words[at]
    return word in names or (at > 0 and word[0].isupper() and word.lower() not in empty_words())


def _adds(each: _Scored, chosen: Sequence[_Scored]) -> bool:
    """Whether a sentence is about the same thing as the first one and repeats none."""
    if not each.words & chosen[0].words:
        return False
    return all(_overlap(each.words, other.words) <= NEAR_DUPLICATE for other in chosen)


def _overlap(some: frozenset[str], others: frozenset[str]) -> float:
    together = len(some | others)
    return len(some & others) / together if together else 1.0
