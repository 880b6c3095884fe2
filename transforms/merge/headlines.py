"""Headlines of events: who did what to whom, by the templates of `headlines.toml`.

Belongs here: filling templates. Does not: who can stand in them (leading.py), choosing the actors and place of an event (casting.py), words about dates
(warehouse/timeline).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.lexicon import classify
from transforms.merge.leading import Member, is_plural, leading, title_rules, witnessed
from transforms.merge.names import KNOWN_NAMES, ActorName
from transforms.merge.vocabulary import traits_of
from transforms.vocabulary import VocabularyError, read_vocabulary

# More names than this are counted, not listed.
MOST_NAMES: Final = 3
FIELDS: Final = frozenset({"actors", "targets", "sides", "own", "place", "type"})
SIDES: Final = frozenset({"actors", "targets", "own"})
# Below this, a headline does not say both who did it and to whom: one of the two is too often wrong.
LOW_CONFIDENCE: Final = 0.65


@dataclass(frozen=True, slots=True)
class Template:
    """One headline with the fields that it needs."""

    text: str
    needs: frozenset[str]


@cache
def templates() -> Mapping[str, tuple[Template, ...]]:
    """The checked templates by event type, or by "type.kind" for the kinds that have their own.

    Raises:
        VocabularyError: a type has no templates, an unknown field stands in one, or the last one needs a field.
    """
    table = read_vocabulary("headlines").get("templates", {})
    if "default" not in table:
        raise VocabularyError("headlines.toml: [templates] needs a default")
    return {event_type: _templates(event_type, texts) for event_type, texts in table.items()}


def _templates(event_type: str, texts: Sequence[str]) -> tuple[Template, ...]:
    found = tuple(Template(text, frozenset(re.findall(r"\{(\w+)\}", text))) for text in texts)
    open_end = bool(found) and found[-1].needs - {"type"} and "." not in event_type
    if not found or open_end or any(template.needs - FIELDS for template in found):
        raise VocabularyError(
            f"headlines.toml: {event_type} needs templates of {', '.join(sorted(FIELDS))}, the last one without any"
        )
    return found


def headline(
    event_type: str,
    status: str,
    acting: Sequence[Member],
    targets: Sequence[Member],
    place: str | None,
    kind: str = "",
    confidence: float = 1.0,
    n_mentions: int = 0,
) -> str:
    """One headline in the present tense; "to visit" for planned events; only what is known is said.

    acting, targets: the actors with the number of mentions that name them, main ones first. kind: the kind of event within its type, "" when not known.
    n_mentions: how many mentions tell of it; of many, one alone is no witness of who did it.
    """
    acting, targets = witnessed(event_type, acting, targets, place, kind, n_mentions)
    people, others = leading(event_type, acting, targets, place, kind)
    if kind and not people and not others and any(of_type := leading(event_type, acting, targets, place)):
        (people, others), kind = of_type, ""  # "Malta elected a parliament": no person wins
    if not (people or kind or place) and (otherwise := title_rules().otherwise.get(event_type)):
        kind = otherwise
        people, others = leading(event_type, acting, targets, place, kind)
    whom = _listed(others)
    known = {
        "actors": _listed(people),
        "targets": whom,
        "sides": whom if len(others) > 1 else "",
        "own": _possessive(whom),
        "place": _place(place, [*people, *others]),
        "type": event_type.replace("_", " "),
    }
    if people and all(actor.kind == "organisation" for actor in people) and not others:
        kind = title_rules().bodies.get(event_type, kind)
    chosen = _chosen(event_type, kind, known, confidence)
    subject = people if "actors" in chosen.needs else others if "targets" in chosen.needs else []
    text = _agreed(chosen.text, is_plural(subject), status == "planned").format_map(known)
    return text[:1].upper() + text[1:]


def says_only_what(title: str) -> bool:
    """Whether a headline names nobody and no place: `Meeting`, `Law enacted`."""
    return title in _nameless()


def says_little(title: str) -> bool:
    """Whether a headline does not tell what was said, agreed, decided or done: `Malta issues order`, `Joe Borg leaves office`."""
    words = title.split(" ")
    found = ((at, _little().get((at > 0, word))) for at, word in enumerate(words))
    return any(pattern.fullmatch(" ".join(words[at:])) is not None for at, pattern in found if pattern is not None)


@cache
def _little() -> dict[tuple[bool, str], re.Pattern[str]]:
    """What the templates that say little have behind the name that opens them, or from their first word on; by whether a name opens them, and by that first word."""
    texts = read_vocabulary("headlines").get("rules", {}).get("little", [])
    forms = ((plural, planned) for plural in (False, True) for planned in (False, True))
    table: dict[tuple[bool, str], list[str]] = {}
    for text in sorted({_agreed(text, plural, planned) for plural, planned in forms for text in texts}):
        named = text.startswith("{")
        told = text.partition(" ")[2] if named else text[:1].upper() + text[1:]
        table.setdefault((named, told.split(" ")[0]), []).append(re.sub(r"\\\{\w+\\\}", ".+", re.escape(told)))
    return {key: re.compile("|".join(patterns)) for key, patterns in table.items()}


@cache
def _nameless() -> frozenset[str]:
    """The headlines of all templates without fields, in each form of their verbs."""
    plain = {template.text for texts in templates().values() for template in texts if not template.needs}
    forms = ((plural, planned) for plural in (False, True) for planned in (False, True))
    return frozenset(_agreed(text, plural, planned) for plural, planned in forms for text in plain)


def _chosen(event_type: str, kind: str, known: Mapping[str, str], confidence: float) -> Template:
    """The first template whose fields are known; of a doubtful event, unless it is about its host, the first that does not name two sides."""
    one_sided = confidence < LOW_CONFIDENCE and not traits_of(event_type).hosted
    given = frozenset([name for name, words in known.items() if words])
    return next(
        template
        for template in _choices(event_type, kind)
        if template.needs <= given and not (one_sided and len(template.needs & SIDES) > 1)
    )


@lru_cache(KNOWN_NAMES)
def _choices(event_type: str, kind: str) -> tuple[Template, ...]:
    return (*templates().get(f"{event_type}.{kind}", ()), *(templates().get(event_type) or templates()["default"]))


@cache
def _agreed(template: str, plural: bool, planned: bool) -> str:
    """A template with its verb in the form that is needed."""
    return re.sub(r"<([^>]+)>", lambda form: _form(form[1].split("|"), plural, planned), template)


def _form(forms: Sequence[str], plural: bool, planned: bool) -> str:
    if planned:
        return forms[2] if len(forms) > 2 else f"to {forms[1]}"
    return forms[1] if plural else forms[0]


def _possessive(names: str) -> str:
    return names and (f"{names}'" if names.endswith("s") else f"{names}'s")


def _listed(actors: Sequence[ActorName]) -> str:
    if not actors:
        return ""
    if len(actors) == 1:
        return _in_sentence(actors[0].name, actors[0].kind)
    names = list(dict.fromkeys(_in_sentence(actor.name, actor.kind) for actor in actors))
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@lru_cache(KNOWN_NAMES)
def _in_sentence(name: str, kind: str) -> str:
    """The name of an actor as it stands within a sentence: "three people", "protesters", though the article began a sentence with them."""
    first = name.split()[0] if name.split() else ""
    ordinary = kind == "group" and (first.lower() in title_rules().plural_first or _is_common_noun(first))
    return name[:1].lower() + name[1:] if ordinary else name


def _is_common_noun(word: str) -> bool:
    """Whether a word that an article begins with a capital means people, and is no name of theirs: "Protesters", not "Egyptians"."""
    known, own = classify(word.lower()), classify(word)
    return (
        known is not None and bool(known.flags & (Flag.GROUP | Flag.ROLE)) and not (own and own.flags & Flag.GAZETTEER)
    )


def _place(place: str | None, actors: Sequence[ActorName]) -> str:
    """The place, unless an actor of the headline already names it."""
    return "" if place is None or any(actor.name == place for actor in actors) else place
