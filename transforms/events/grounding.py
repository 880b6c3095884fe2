"""Ground what a language model says of an article in the article's own words.

Belongs here: the form of an answer, and what of it is kept: quotes that stand in the text, names that it gives, dates read by our own tagger from
quoted words. Does not: asking a model (orchestration.llm), finding events by rule (extract.py).
Nothing here trusts the answer: whatever the text does not say is refused with a reason, and no day comes from the model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from transforms.events.actors import ActorMention, PlaceMention, find_actors, find_places
from transforms.events.dating.read import Dating, own_days
from transforms.events.identity import mention_id
from transforms.events.ontology import Ontology
from transforms.events.status.statuses import Status
from transforms.events.texts.sentences import Span, split_sentences
from transforms.schema import WHERE
from transforms.temporal import DateExpression, Interval, Precision, tag

CONFIDENCE: Final = 0.75  # of a grounded event: its words are in the text, its type is one opinion
MAX_EVENTS: Final = 200  # of one answer; what comes after them is refused
MAX_JOINED_DAYS: Final = 31  # two days farther apart are two dates, not the ends of one
_MAX_QUOTE: Final = 2_000  # characters
_MAX_NAME: Final = 300  # characters
# what the doers of an event are, and those it was done to or with, by the ontology's `roles`
_ROLES: Final = {
    "source-target": ("source", "target"),
    "participants": ("participant", "participant"),
    "speaker-target": ("speaker", "target"),
    "target": ("source", "target"),
}

Reason = Literal["malformed", "unknown_type", "quote_not_in_text", "hypothetical", "repeated", "too_many"]


class AnswerError(ValueError):
    """An answer is not JSON of the asked form; the message says what is wrong, for the model and for people."""


def _named(actor: object) -> object:
    return {"name": actor} if isinstance(actor, str) else actor


class ReportedActor(BaseModel):
    """Somebody whom the model names; a bare string is a name."""

    model_config = ConfigDict(extra="ignore")

    name: Annotated[str, Field(min_length=1, max_length=_MAX_NAME)]
    kind: Literal["person", "state", "organisation", "group"] = "group"


Actors = list[Annotated[ReportedActor, BeforeValidator(_named)]]


class ReportedEvent(BaseModel):
    """One event as the model reports it; nothing of it is believed before it is grounded."""

    model_config = ConfigDict(extra="ignore")

    type: str
    status: Status
    quote: Annotated[str, Field(min_length=1, max_length=_MAX_QUOTE)]
    trigger: str | None = None
    date_text: str | None = None
    actors: Annotated[Actors, Field(max_length=50)] = []
    targets: Annotated[Actors, Field(max_length=50)] = []
    place: str | None = None
    attributed_to: str | None = None


class Answer(BaseModel):
    """What the model sends back; each event is checked by itself, so that a bad one spoils no other."""

    model_config = ConfigDict(extra="ignore")

    events: list[Any]


@dataclass(frozen=True, slots=True)
class Grounded:
    """What was kept of an answer, as rows of `EVENT_MENTIONS` but for `extractor_version`, and how many events were refused by reason."""

    rows: list[dict[str, Any]]
    refused: Counter[str]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it is grounded in: its words, and the dates, names and places that we ourselves find in them."""

    article_id: str
    text: str
    title: str
    published: date | None
    sentences: list[Span]
    expressions: list[DateExpression]
    known: Mapping[str, ActorMention] = field(default_factory=dict)
    places: Mapping[str, PlaceMention] = field(default_factory=dict)


def read_source(article_id: str, text: str, title: str | None, published: date | None, lang: str | None) -> Source:
    """Find the sentences, dates, names and places of an article once, for all that is reported of it."""
    sentences = split_sentences(text)
    known = {mention.name.casefold(): mention for mention in find_actors(text, sentences, title)}
    expressions = tag(text, published, lang or "en")
    places = {place.surface.casefold(): place for part in (title or "", text) for place in find_places(part)}
    return Source(article_id, text, title or "", published, sentences, expressions, known, places)


def read_answer(answer: str) -> list[Any]:
    """The events in an answer, not yet checked.

    Raises:
        AnswerError: it is not JSON with a list `events`.
    """
    body = answer.strip()
    fenced = re.fullmatch(r"```(?:json)?\s*(.*?)\s*```", body, re.DOTALL)
    try:
        return Answer.model_validate_json(fenced.group(1) if fenced else body).events
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise AnswerError(f"{where + ': ' if where else ''}{first['msg']}") from None


def ground(source: Source, events: Sequence[Any], ontology: Ontology, *, hypothetical: bool = False) -> Grounded:
    """Keep of the reported events what the article's own words bear out.

    An event is kept when its type is in the ontology and its quote stands in the text (white space aside). Its date is read by the tagger from the
    quoted date words; without such words it has none. Actors, places and sources of claims that the article does not name are left out, and so are
    events that are only thought of, unless `hypothetical`.
    """
    rows: dict[str, dict[str, Any]] = {}
    refused: Counter[str] = Counter()
    for reported in events[:MAX_EVENTS]:
        row = _ground_one(source, reported, ontology, hypothetical=hypothetical)
        if isinstance(row, str):
            refused[row] += 1
        elif rows.setdefault(row["mention_id"], row) is not row:
            refused["repeated"] += 1
    if len(events) > MAX_EVENTS:
        refused["too_many"] += len(events) - MAX_EVENTS
    return Grounded(sorted(rows.values(), key=lambda row: (row["trigger_start"], row["event_type"])), refused)


def _ground_one(source: Source, reported: object, ontology: Ontology, *, hypothetical: bool) -> dict[str, Any] | Reason:
    try:
        event = ReportedEvent.model_validate(reported)
    except ValidationError:
        return "malformed"
    if event.type not in ontology.types:
        return "unknown_type"
    if event.status is Status.HYPOTHETICAL and not hypothetical:
        return "hypothetical"
    quote = _find(event.quote, source.text)
    if quote is None:
        return "quote_not_in_text"
    trigger = (event.trigger and _find(event.trigger, source.text, *quote)) or quote
    return _row(source, event, quote, trigger, ontology.types[event.type].roles)


def _row(source: Source, event: ReportedEvent, quote: Span, trigger: Span, roles: str) -> dict[str, Any]:
    dating = _date(source, event, quote)
    interval = dating.interval if dating else None
    words = dating.expression if dating else None
    sentence = _around(source.sentences, trigger)
    place = _stated(source, event.place)
    return {
        "mention_id": mention_id(source.article_id, *trigger, event.type),
        "article_id": source.article_id,
        "event_type": event.type,
        "status": event.status.value,
        "start_date": interval.start if interval else None,
        "end_date": interval.end if interval else None,
        "precision": (interval.precision if interval else Precision.UNKNOWN).value,
        "edtf": interval.edtf if interval else None,
        "date_basis": dating.basis.value if dating else None,
        "date_text": words.text if words else None,
        "date_text_start": words.start if words else None,
        "date_text_end": words.end if words else None,
        "date_reason": dating.reason if dating else None,
        "actors": _actors(source, event, _ROLES[roles]),
        "place": place,
        **_where(source, place),
        "trigger": source.text[trigger.start : trigger.end],
        "trigger_start": trigger.start,
        "trigger_end": trigger.end,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "attributed_to": _stated(source, event.attributed_to),
        "confidence": CONFIDENCE,
    }


def _find(words: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where words stand in a text, to the letter but for white space; None where they do not."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        if not _cuts_word(text, match.start()) and not _cuts_word(text, match.end()):
            return Span(*match.span())
    return None


def _cuts_word(text: str, at: int) -> bool:
    """Whether an offset lies inside a word; scripts without capitals often write no spaces, so any place is an end there."""
    if not 0 < at < len(text):
        return False
    return all(letter.isalpha() and letter.lower() != letter.upper() for letter in text[at - 1 : at + 1])


def _around(sentences: Sequence[Span], trigger: Span) -> Span:
    """The sentence in which a trigger begins, stretched to its end."""
    for sentence in sentences:
        if sentence.start <= trigger.start < sentence.end:
            return Span(sentence.start, max(sentence.end, trigger.end))
    return trigger


def _date(source: Source, event: ReportedEvent, quote: Span) -> Dating | None:
    """The days that the quoted date words mean: in the quote, else at their last place before it, else their first behind it."""
    if not event.date_text:
        return None
    span = _find(event.date_text, source.text, *quote) or _nearest(event.date_text, source.text, quote)
    if span is None:
        return None
    inside = [item for item in source.expressions if item.start < span.end and span.start < item.end]
    dated = [item for item in inside if item.interval is not None and item.basis is not None]
    if not dated:
        return None
    chosen = dated[0]
    assert chosen.interval is not None and chosen.basis is not None
    interval = _joined([item.interval for item in dated if item.interval is not None])
    own = own_days(chosen, interval, event.status, source.published)
    reason = chosen.reason if own == chosen.interval else f"{chosen.reason}; for this event {own.edtf}"
    return Dating(own, chosen.basis, chosen, reason)


def _nearest(words: str, text: str, quote: Span) -> Span | None:
    before, at = None, _find(words, text, 0, quote.start)
    while at is not None:
        before, at = at, _find(words, text, at.end, quote.start)
    return before or _find(words, text, quote.end)


def _joined(intervals: Sequence[Interval]) -> Interval:
    """Two days as the ends of one interval (`from Monday to Wednesday`); else the first."""
    days = [interval for interval in intervals if interval.precision is Precision.DAY]
    if len(days) < 2 or len(days) < len(intervals):
        return intervals[0]
    start, end = min(day.start for day in days), max(day.end for day in days)
    return Interval.of_days(start, end) if (end - start).days <= MAX_JOINED_DAYS else intervals[0]


def _actors(source: Source, event: ReportedEvent, roles: tuple[str, str]) -> list[dict[str, str | None]]:
    named = [
        (actor, role) for role, actors in zip(roles, (event.actors, event.targets), strict=True) for actor in actors
    ]
    rows = (_actor(source, actor, role) for actor, role in named)
    return list({(row["name"], row["role"]): row for row in rows if row is not None}.values())


def _actor(source: Source, actor: ReportedActor, role: str) -> dict[str, str | None] | None:
    """An actor whom our own reading knows by that name, else one whose name the text or headline gives to the letter."""
    known = source.known.get(actor.name.casefold())
    if known is not None:
        return {"name": known.name, "role": role, "kind": known.kind, "state": known.state}
    name = _stated(source, actor.name)
    return {"name": name, "role": role, "kind": actor.kind, "state": None} if name else None


def _where(source: Source, place: str | None) -> dict[str, str | float | None]:
    """The country and the coordinates of a place that our own reading of the article knows; nulls for others."""
    known = source.places.get(place.casefold()) if place else None
    return {name: getattr(known, name, None) for name in WHERE}


def _stated(source: Source, words: str | None) -> str | None:
    """Words that stand in the text or headline, as they stand there."""
    for text in (source.text, source.title) if words and len(words) <= _MAX_NAME else ():
        found = _find(words or "", text)
        if found is not None:
            return " ".join(text[found.start : found.end].split())
    return None
