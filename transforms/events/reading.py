"""Read the event candidates of one article, sentence by sentence.

Belongs here: bringing sentences, dates, actors and triggers together. Does not: what stands in other sentences (context/judge.py), rows (extract.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from transforms.events.actors import ActorMention, Places, find_actors
from transforms.events.actors.outside_codes import outside_codes
from transforms.events.candidate import Candidate
from transforms.events.clauses.placed_actors import Placed, place_actors
from transforms.events.clauses.placed_dates import PlacedDate, place_dates
from transforms.events.clauses.sentence import Sentence
from transforms.events.clauses.verbs import Tense
from transforms.events.context.chronicle import Entry, cut_entries, read_entries
from transforms.events.context.sayings import LEAD_SENTENCES, read_sayings
from transforms.events.dating.after_phrases import is_taken_in_phrase
from transforms.events.dating.attributive import GROUP
from transforms.events.dating.lengths_till_now import till_now
from transforms.events.dating.read import Dating, date_hit
from transforms.events.dating.said_there import AHEAD, is_said_there, put_back
from transforms.events.dating.windows import (
    dating_before,
    until_report,
    window_ahead,
    window_behind,
    window_behind_opening,
    window_of_reaction,
)
from transforms.events.event_kinds import HARMFUL, SCHEDULED, SPOKEN
from transforms.events.ontology import Ontology
from transforms.events.roles.bystanders import without_bystanders
from transforms.events.roles.find import find_arguments
from transforms.events.roles.givers import with_givers
from transforms.events.roles.needs import arguments_fit, neighbours_fit
from transforms.events.roles.opposed import with_opposed
from transforms.events.roles.premodifiers import without_premodifiers
from transforms.events.roles.read import assign_roles, doer_of
from transforms.events.roles.setting import complete_roles, find_reporter, strikes_place
from transforms.events.status.imagined import is_bare_crime
from transforms.events.status.plans import is_treated, tie_of
from transforms.events.status.read import read_status, with_date
from transforms.events.status.reproaches import accusers
from transforms.events.status.statuses import Status
from transforms.events.texts.headers import find_links, find_repeated, header_end, is_header
from transforms.events.texts.sentences import Span, split_sentences
from transforms.events.texts.share_codes import without_share_codes
from transforms.events.triggers.find import find_triggers
from transforms.events.triggers.hit import Hit
from transforms.events.triggers.patterns import Lexicon, Pattern
from transforms.events.words.function_words import PREPOSITIONS
from transforms.temporal import DateExpression, tag, written_day

_TOPICS: Final = (("regarding",), ("concerning",), ("into",))  # "will ask about the inquiry into the spill on Tuesday"
_OCCASIONS: Final = (("at",), ("during",))
_HELD: Final = frozenset({"meeting", "speech", "trial", "protest", "visit"})  # "will vote at meetings on April 8"
_HEARER_REACH: Final = 3  # tokens between a verb of speech and those who hear it: `told a campaign rally on Monday`
_SHARING: Final = HARMFUL | {"arrest"}  # "arrested 12 people in raids on Monday"
_DECIDING: Final = frozenset(
    {"vote", "rejection", "legislation", "verdict"}
)  # whose verb has what is decided as its object
_ANSWERING: Final = frozenset({"trial", "verdict", "arrest"})  # "pleaded guilty to the charges in 2012"
_TAKEN_REACH: Final = (
    6  # tokens beside names between a noun and a date that belongs to it rather than to the verb before both
)
_Promising = tuple[int, Sentence, dict[str, list[Pattern]]]


class Given(NamedTuple):
    """What is given of an article; `expressions` are its date expressions, as far as they lie in the text, where they have been found already."""

    text: str
    title: str | None
    published: date | None
    expressions: Sequence[DateExpression] | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read: its sentences, and the dates, actors and places in them."""

    text: str
    title: str
    published: date | None
    sentences: Sequence[Span]
    expressions: list[DateExpression]
    actors: list[ActorMention]
    places: Places
    entries: dict[int, Entry]
    sayings: dict[str, Dating]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an article that holds triggers, and its dates."""

    index: int
    sentence: Sentence
    hits: list[Hit]
    dates: list[DateExpression]


def read_articles(given: Sequence[Given], lexicon: Lexicon) -> list[tuple[Article, list[Told]] | None]:
    """Each article and its sentences that hold a trigger; None when none does.

    Each is read by itself, but they go through each step together: what a step needs then stays near the processor.
    """
    sentences: list[Sequence[Span]] = [split_sentences(item.text) for item in given]
    plain = [without_share_codes(item.text) for item in given]
    promising = [_promising(text, spans, lexicon) for text, spans in zip(plain, sentences, strict=True)]
    tagged = [_tag(item) if lines else [] for item, lines in zip(given, promising, strict=True)]
    given = [_as_written(item, dates) for item, dates in zip(given, tagged, strict=True)]
    found = [_without_headers(item, dates) for item, dates in zip(given, tagged, strict=True)]
    for number, item in enumerate(given):
        cut = cut_entries(item.text, sentences[number], found[number])
        if cut is not sentences[number]:
            sentences[number], promising[number] = cut, _promising(plain[number], cut, lexicon)
    told = [list(_find_told(lines, dates)) for lines, dates in zip(promising, found, strict=True)]
    return [
        (_read_around(item, text, spans, dates, lines), lines) if lines else None
        for item, text, spans, dates, lines in zip(given, plain, sentences, found, told, strict=True)
    ]


def _tag(given: Given) -> list[DateExpression]:
    """The date expressions of an article, as far as they lie in its text."""
    expressions = tag(given.text, given.published) if given.expressions is None else given.expressions
    return [item for item in expressions if item.end <= len(given.text)]


def _as_written(given: Given, dates: Sequence[DateExpression]) -> Given:
    """An article with the day of its dateline as that of publication: its "tomorrow" may lie before the page's own day."""
    return given._replace(published=written_day(given.text, dates, given.published))


def _without_headers(given: Given, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """The date expressions of an article without those that only head it."""
    end = header_end(given.text)
    return [item for item in dates if not is_header(given.text, item, given.published, end)]


def _read_around(
    given: Given, plain: str, sentences: Sequence[Span], found: list[DateExpression], told: Sequence[Told]
) -> Article:
    """The article with what its triggers may refer to: actors, places, entries of a chronicle, who spoke when.

    plain: its text without codes of shares.
    """
    text, published = given.text, given.published
    needed = {item.index for item in told} | set(range(LEAD_SENTENCES))
    actors = find_actors(text, sentences, given.title, needed)
    if plain != text:
        actors = outside_codes(plain, actors)
    entries = read_entries(text, sentences, found, published)
    sayings = read_sayings(text, sentences, found, actors, published)
    return Article(text, given.title or "", published, sentences, found, actors, Places(text, actors), entries, sayings)


def _promising(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> list[_Promising]:
    """The sentences that may hold a trigger by their words, with their numbers and the patterns of those triggers."""
    beside = find_links(text, sentences) | find_repeated(text, sentences)
    read = ((index, Sentence(text, span)) for index, span in enumerate(sentences) if index not in beside)
    looked_up = ((index, sentence, lexicon.fitting(sentence.words)) for index, sentence in read)
    return [item for item in looked_up if item[2]]


def _find_told(promising: Sequence[_Promising], found: list[DateExpression]) -> Iterator[Told]:
    starts = [item.start for item in found]
    for index, sentence, fitting in promising:
        first, last = sentence.span
        dates = found[bisect_left(starts, first) : bisect_left(starts, last)]
        sentence.tell_dates([(item.start, item.end) for item in dates])
        hits = find_triggers(sentence, fitting)
        if hits:
            yield Told(index, sentence, hits, dates)


def read_candidates(article: Article, told: Sequence[Told], ontology: Ontology) -> list[Candidate]:
    """Every hit of the article whose grammar and arguments fit, in the order of the text."""
    actor_starts = [item.start for item in article.actors]
    candidates: list[Candidate] = []
    for item in told:
        span = item.sentence.span
        actors = article.actors[bisect_left(actor_starts, span.start) : bisect_left(actor_starts, span.end)]
        placed = without_premodifiers(item.sentence, place_actors(item.sentence, actors))
        candidates.extend(_sentence_candidates(article, item, placed, ontology))
    return candidates


def _sentence_candidates(article: Article, told: Told, actors: list[Placed], ontology: Ontology) -> list[Candidate]:
    index, sentence, hits = told.index, told.sentence, told.hits
    dates = put_back(sentence, hits, place_dates(sentence, told.dates), article.published)
    dates = till_now(sentence, dates, article.published)
    entry = article.entries.get(index)
    out: list[Candidate] = []
    for hit in hits:
        if not neighbours_fit(sentence, hit, actors):
            continue
        arguments = with_givers(sentence, hit, actors, find_arguments(sentence, hit, actors))
        if not arguments_fit(hit, arguments):
            continue
        grammatical = read_status(sentence, hit)
        dating = date_hit(
            sentence,
            hit,
            grammatical,
            [item for item in dates if not _is_taken(sentence, item, hit, hits)],
            article.published,
        )
        if entry is not None and dating is not None and entry.opens_with(dating.expression):
            dating = entry.dating
        status = with_date(sentence, hit, grammatical, dating.interval if dating else None, article.published)
        kind = ontology.types[hit.event_type].roles
        roles = assign_roles(arguments, hit, kind)
        roles = complete_roles(sentence, hit, roles, actors, article.places, doer_of(kind))
        roles = without_bystanders(sentence, hit, roles)
        roles = with_opposed(sentence, hit, roles, article.actors)
        if grammatical is Status.ALLEGED:
            roles = _without_accusers(sentence, hit, roles)
        reporter, located = find_reporter(sentence, hit, actors), strikes_place(sentence, hit, article.places)
        out.append(Candidate(sentence, index, hit, status, dating, roles, reporter, is_located=located))
    _add_windows(sentence, out, dates, article.published)
    if entry is not None:
        _add_entry(out, entry)
    return out


def _without_accusers(
    sentence: Sentence, hit: Hit, roles: list[tuple[ActorMention, str]]
) -> list[tuple[ActorMention, str]]:
    """The roles without those who only accuse others of it: `Police accused him of stabbing a nurse`."""
    tokens = accusers(sentence, hit)
    if not tokens:
        return roles
    first, last = sentence.starts[tokens[0]], sentence.ends[tokens[-1]]
    return [(actor, role) for actor, role in roles if role == "target" or not first <= actor.start < last]


def _is_taken(sentence: Sentence, placed: PlacedDate, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a date behind a verb stands nearer to a noun of another type: `found guilty of the attack in 2022`; who flies to a summit is there on its days."""
    if hit.verb is None or placed.start < hit.end:
        return False
    if is_taken_in_phrase(sentence, hit, placed, hits):
        return True
    is_agreed = hit.kind == "agreement" and hit.pattern.lemma == "agree"  # "agreed to lift sanctions on Monday"
    return any(
        other.verb is None
        and other.event_type != hit.event_type
        and not is_bare_crime(sentence, other)
        and not (hit.kind == "visit" and other.kind == "meeting")
        and not (hit.kind == "speech" and other.kind in _HELD and other.start - hit.end <= _HEARER_REACH)
        and not (hit.kind == "diplomatic_break" and other.kind == "agreement")
        and not _is_shared_occasion(sentence, hit, other)
        and not (hit.kind in _SHARING and tie_of(sentence, other)[1:] == ("in",))
        and not (other.kind == "charge" and hit.kind in _ANSWERING)
        and not (other.kind == "sanction" and hit.kind == "verdict")
        and not (hit.kind in _DECIDING and tie_of(sentence, other)[1:] in ((), ("to",)))
        and not _is_its_object(sentence, hit, other)
        and not (hit.kind == "deployment" and "to" in sentence.words[hit.end : other.start])
        and not is_treated(sentence, other)
        and not (is_agreed and other.kind not in SCHEDULED and sentence.words[hit.end] == "to")
        and tie_of(sentence, other)[1:] not in _TOPICS
        and hit.end < other.start
        and other.end <= placed.start
        and _width(sentence, other.end, placed.start) <= _TAKEN_REACH
        for other in hits
    )


def _is_its_object(sentence: Sentence, hit: Hit, other: Hit) -> bool:
    """Whether a noun is what a verb of the past was done to, on its day: `settled a lawsuit on Monday`, but not `planned a meeting on Monday`."""
    group = sentence.words[hit.end : other.start]
    past = hit.verb is not None and hit.verb.tense in (Tense.PAST, Tense.PERFECT)
    near = len(group) <= GROUP and all(map(str.isalpha, group)) and PREPOSITIONS.isdisjoint(group)
    return past and near and other.kind not in SCHEDULED and "to" not in group


def _is_shared_occasion(sentence: Sentence, hit: Hit, other: Hit) -> bool:
    """Whether what a verb names was done on an occasion, on its day: `met at a summit on Monday`, `threatened to quit in a speech on Monday`."""
    tied = tie_of(sentence, other)[1:]
    if hit.verb is not None and hit.verb.tense not in AHEAD:
        spoken = other.kind in SPOKEN and tied == ("in",)
    else:
        spoken = False
        if is_said_there(sentence, other):
            return False
    return spoken or tied in _OCCASIONS and other.kind in _HELD


def _width(sentence: Sentence, start: int, end: int) -> int:
    """How many tokens stand between two, before a preposition without names: `the attack in Norfield, East Malta, on March 3`."""
    if end - start <= _TAKEN_REACH or sentence.words[end - 1] not in PREPOSITIONS:
        return end - start
    return sum(not (word == "," or word[0].isupper()) for word in sentence.raw[start:end])


def _add_entry(candidates: list[Candidate], entry: Entry) -> None:
    """Date candidates by the entry of a chronicle that they stand in, unless their own clause has another date."""
    for item in candidates:
        item.in_entry = True
        item.dating = item.dating or entry.dating


def _add_windows(
    sentence: Sentence, candidates: list[Candidate], dates: list[PlacedDate], published: date | None
) -> None:
    """Date the undated candidates beside a dated one by "days after" and its like, and reactions to it."""
    dated = [item for item in candidates if item.dating is not None]
    for item in candidates:
        if item.dating is not None:
            continue
        clause = sentence.clause_at(item.hit.start)
        for anchor in dated:
            assert anchor.dating is not None
            other = sentence.clause_at(anchor.hit.start)
            if other == clause - 1:
                item.dating = window_behind(sentence, item.hit, dates, anchor.dating) or window_behind_opening(
                    sentence, item.hit, dates, anchor.dating
                )
            elif other == clause + 1:
                item.dating = window_ahead(sentence, dates, sentence.clauses[other].start, anchor.dating)
            if item.dating is None and anchor.status is Status.HAPPENED:
                item.dating = window_of_reaction(sentence, item.hit, anchor.hit, anchor.dating, published)
            if item.dating is not None:
                break
        if item.dating is None and (day := dating_before(sentence, item.hit, dates)):
            item.dating = window_behind(sentence, item.hit, dates, day)
        if item.dating is not None:
            item.status = with_date(sentence, item.hit, item.status, item.dating.interval, published)
            if item.status is Status.HAPPENED:
                item.dating = until_report(item.dating, published)
