"""Headlines of events: who did what to whom, by the templates of `headlines.toml`.

Belongs here: filling templates. Does not: choosing actors and places (casting.py), words on a timeline about dates (warehouse/timeline).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from transforms.merge.names import ActorName
from transforms.merge.vocabulary import VocabularyError, merging_words, read_toml

# More names than this are counted, not listed.
MOST_NAMES: Final = 3
FIELDS: Final = frozenset({"actors", "targets", "place", "type"})
# Actors whom less than this share of the mentions of the foremost one name do not stand in the headline.
SALIENT_SHARE: Final = 0.5


Member = tuple[ActorName, int]


@dataclass(frozen=True, slots=True)
class Template:
    """One headline with the fields that it needs."""

    text: str
    needs: frozenset[str]


@cache
def templates() -> Mapping[str, tuple[Template, ...]]:
    """The checked templates by event type.

    Raises:
        VocabularyError: a type has no templates, an unknown field stands in one, or the last one needs a field.
    """
    table = read_toml("headlines.toml").get("templates", {})
    if "default" not in table:
        raise VocabularyError("headlines.toml: [templates] needs a default")
    return {event_type: _templates(event_type, texts) for event_type, texts in table.items()}


def _templates(event_type: str, texts: Sequence[str]) -> tuple[Template, ...]:
    found = tuple(Template(text, frozenset(re.findall(r"\{(\w+)\}", text))) for text in texts)
    if not found or found[-1].needs - {"type"} or any(template.needs - FIELDS for template in found):
        raise VocabularyError(
            f"headlines.toml: {event_type} needs templates of {', '.join(sorted(FIELDS))}, the last one without any"
        )
    return found


def headline(
    event_type: str, status: str, acting: Sequence[Member], targets: Sequence[Member], place: str | None
) -> str:
    """One headline in the present tense; "to visit" for planned events; only what is known is said.

    acting, targets: the actors with the number of mentions that name them, main ones first.
    """
    people = _without_their_bodies(_salient(acting))
    others = [target for target in _hosts(event_type, _salient(targets), place) if target not in people]
    known = {
        "actors": _listed(people),
        "targets": _listed(others),
        "place": _place(place, [*people, *others]),
        "type": event_type.replace("_", " "),
    }
    choices = templates().get(event_type) or templates()["default"]
    chosen = next(template for template in choices if all(known[need] for need in template.needs))
    subject = people if "actors" in chosen.needs else others if "targets" in chosen.needs else []
    text = _agreed(chosen.text, _plural(subject), status == "planned").format_map(known)
    return text[:1].upper() + text[1:]


def _salient(members: Sequence[Member]) -> list[ActorName]:
    """Those in particular, or all where nobody in particular is named; without those whom few mentions name."""
    named = [member for member in members if member[0].named] or list(members)
    most = max((n for _, n in named), default=0)
    return [actor for actor, n in named if n >= SALIENT_SHARE * most]


def _hosts(event_type: str, targets: list[ActorName], place: str | None) -> list[ActorName]:
    """Of a visit, the states that are visited; others only where neither a state nor the place is known."""
    if not merging_words().traits(event_type).hosted:
        return targets
    states = [target for target in targets if target.kind == "state"]
    return states or ([] if place else targets)


@cache
def _agreed(template: str, plural: bool, planned: bool) -> str:
    """A template with its verb in the form that is needed."""
    return re.sub(r"<([^>]+)>", lambda form: _form(form[1].split("|"), plural, planned), template)


def _form(forms: Sequence[str], plural: bool, planned: bool) -> str:
    if planned:
        return forms[2] if len(forms) > 2 else f"to {forms[1]}"
    return forms[1] if plural else forms[0]


def _plural(subject: Sequence[ActorName]) -> bool:
    return len(subject) > 1 or any(
        actor.kind == "group" and _is_plural(actor.name.lower().split()) for actor in subject
    )


def _is_plural(words: Sequence[str]) -> bool:
    first, last = plural_words()
    words = words[: words.index("of")] if "of" in words[1:] else words
    return bool(words) and (words[-1].endswith("s") or words[-1] in last or words[0] in first or words[0].isdigit())


@cache
def plural_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that make a group plural, as its first and as its last word.

    Raises:
        VocabularyError: a list is missing or holds something else than words.
    """
    groups = read_toml("headlines.toml").get("groups", {})
    lists = [groups.get("plural_first"), groups.get("plural_last")]
    if not all(isinstance(words, list) and all(isinstance(word, str) for word in words) for words in lists):
        raise VocabularyError("headlines.toml: [groups] needs the lists plural_first and plural_last")
    return frozenset(lists[0]), frozenset(lists[1])


def _without_their_bodies(actors: Sequence[ActorName]) -> list[ActorName]:
    """The actors without the states and offices for which one of the others acts."""
    people = {actor.state for actor in actors if actor.kind == "person" and actor.state}
    bodies = people | {actor.state for actor in actors if actor.kind == "organisation"}
    return [
        actor for actor in actors if actor.state not in {"organisation": people, "state": bodies}.get(actor.kind, set())
    ]


def _listed(actors: Sequence[ActorName]) -> str:
    names = list(dict.fromkeys(_in_sentence(actor) for actor in actors))
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _in_sentence(actor: ActorName) -> str:
    """The name as it stands within a sentence: "three people", though the article began a sentence with them."""
    first = actor.name.split()[0].lower() if actor.name.split() else ""
    counted = actor.kind == "group" and first in plural_words()[0]
    return actor.name[:1].lower() + actor.name[1:] if counted else actor.name


def _place(place: str | None, actors: Sequence[ActorName]) -> str:
    """The place, unless an actor of the headline already names it."""
    return "" if place is None or place in {actor.name for actor in actors} else place
