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
from transforms.merge.vocabulary import VocabularyError, read_toml

# More names than this are counted, not listed.
MOST_NAMES: Final = 3
FIELDS: Final = frozenset({"actors", "targets", "place", "type"})
PLURAL_GROUP: Final = re.compile(
    r"(?i)^(?!a |an |one |the )(\w+ )*\w+s$|^(two|three|four|five|six|seven|eight|nine|ten|\d+) |people|men$|women$|children$"
)


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
    event_type: str, status: str, acting: Sequence[ActorName], targets: Sequence[ActorName], place: str | None
) -> str:
    """One headline in the present tense; "to visit" for planned events; only what is known is said."""
    targets = [target for target in targets if target not in acting]
    people = _without_their_states(acting)
    known = {
        "actors": _listed(people),
        "targets": _listed(targets),
        "place": _place(place, [*people, *targets]),
        "type": event_type.replace("_", " "),
    }
    choices = templates().get(event_type) or templates()["default"]
    chosen = next(template for template in choices if all(known[need] for need in template.needs))
    subject = people if "actors" in chosen.needs else targets if "targets" in chosen.needs else []
    text = re.sub(
        r"<([^>]+)>", lambda form: _form(form[1].split("|"), _plural(subject), status == "planned"), chosen.text
    )
    text = re.sub(r"\{(\w+)\}", lambda field: known[field[1]], text)
    return text[:1].upper() + text[1:]


def _form(forms: Sequence[str], plural: bool, planned: bool) -> str:
    if planned:
        return forms[2] if len(forms) > 2 else f"to {forms[1]}"
    return forms[1] if plural else forms[0]


def _plural(subject: Sequence[ActorName]) -> bool:
    return len(subject) > 1 or any(actor.kind == "group" and bool(PLURAL_GROUP.search(actor.name)) for actor in subject)


def _without_their_states(actors: Sequence[ActorName]) -> list[ActorName]:
    """The actors without the states that one of the others acts for."""
    acted_for = {actor.state for actor in actors if actor.kind != "state"}
    return [actor for actor in actors if actor.kind != "state" or actor.state not in acted_for]


def _listed(actors: Sequence[ActorName]) -> str:
    names = list(dict.fromkeys(actor.name for actor in actors))
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _place(place: str | None, actors: Sequence[ActorName]) -> str:
    """The place, unless an actor of the headline already names it."""
    return "" if place is None or place in {actor.name for actor in actors} else place
