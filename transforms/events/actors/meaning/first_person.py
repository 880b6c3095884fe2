"""Who says "I" in a statement or a transcript: "Statement by President Borg", "PRESIDENT BORG: I signed it".

Belongs here: whose words a text or a part of it is. Does not: what others say in quotation marks, "he" and "they" (pronouns.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from transforms.events.actors.meaning.registry import ANYWHERE, Registry
from transforms.events.actors.mention import ActorMention
from transforms.vocabulary import word_set

_KINDS: Final = (
    r"(?:Joint |Press |Opening |Written |Prepared )?(?:Statements?|Remarks|Message|Letter|Address|Speech|Testimony)"
)
_BY: Final = re.compile(
    rf"^{_KINDS}(?: as Prepared for Delivery)? (?:by|from|of) (?P<name>.{{3,60}}?)(?: (?:on|at|in|for|to|before|after|regarding|during|with)\b|$)"
)
_BEFORE: Final = re.compile(rf"^(?P<name>.{{3,60}}?)(?:['\u2019]s?)? {_KINDS}\b")
_BYLINE: Final = re.compile(r"\s*(?P<name>[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]*){1,4}), [A-Z][A-Za-z ,&-]{3,60}\n")
_LABEL: Final = re.compile(r"(?m)^(?P<label>(?:[A-Z][A-Z.\u2019'-]*[ ]){0,5}[A-Z][A-Z.\u2019'-]+):[ \t]")
# "my" only before what the speaker does: not "my husband"
_ME: Final = re.compile(
    r"\b(?:I(?!\.)|me|[Mm]y(?= (?:visits?|trips?|travels|meetings?|calls?|conversations?|talks|speech|remarks|address)\b))\b"
)
_QUOTED: Final = re.compile(r"\u201c[^\u201c\u201d]{0,1500}\u201d|\"[^\"\n]{0,1500}\"")
_OFFICES: Final = word_set("titles", "labels")
_NO_NAMES: Final = _OFFICES | {
    "statement",
    "statements",
    "remarks",
    "message",
    "letter",
    "address",
    "speech",
    "testimony",
}
_JOINED: Final = (" and ", " & ", ", ")


class _Turn(NamedTuple):
    """The words of one speaker from a character offset on; `name` is null when nobody known speaks."""

    start: int
    name: str | None


def first_persons(text: str, title: str | None, registry: Registry) -> Iterator[ActorMention]:
    """The mentions of those who speak of themselves, in order; none in a report, where only quotations have an "I"."""
    turns = list(_turns(text, title, registry))
    if not turns:
        return
    starts = [turn.start for turn in turns]
    quotes = [offset for match in _QUOTED.finditer(text) for offset in match.span()]
    for match in _ME.finditer(text, starts[0]):
        name = turns[bisect_right(starts, match.start()) - 1].name
        if name is None or bisect_right(quotes, match.start()) % 2:
            continue
        entity = registry.entities.get(name.lower())
        state = entity.state if entity is not None else None
        yield ActorMention(match.start(), match.end(), match.group(), name, "person", state, True)


def _turns(text: str, title: str | None, registry: Registry) -> Iterator[_Turn]:
    """Whose words the text is, and from where on: of the one whom headline or byline name, until labels name others."""
    author = _author(text, title, registry)
    labels = list(_LABEL.finditer(text))
    if author is not None:
        yield _Turn(0, author)
    for match in labels:
        yield _Turn(match.end(), _labelled(match.group("label"), author, registry))


def _author(text: str, title: str | None, registry: Registry) -> str | None:
    """The one person whom the headline of a statement, or the line above it, names."""
    line = _BYLINE.match(text)
    found = _BY.match(title or "") or _BEFORE.match(title or "") or line
    if found is None or any(joint in found.group("name") for joint in _JOINED):
        return None
    words = found.group("name").split()
    while words and words[0].lower().rstrip(".") in _OFFICES:
        words = words[1:]
    return _name_of(" ".join(words), registry) or (" ".join(words) if found is line else None)


def _labelled(label: str, author: str | None, registry: Registry) -> str | None:
    """The person whom a label in capitals means: "SECRETARY BORG", "THE PRESIDENT"; the author where it gives only an office."""
    words = [word for word in label.split() if word.lower().rstrip(".") not in _OFFICES]
    if not words:
        return author
    return _name_of(" ".join(words).title(), registry)


def _name_of(name: str, registry: Registry) -> str | None:
    """The fullest name of a person whom the article gives for a short one, without the offices and capitals of headlines; null when it has none."""
    entity = registry.named(name, ANYWHERE) if name else None
    if entity is None or entity.kind != "person":
        return None
    words = [word for word in entity.name.split() if word.lower() not in _NO_NAMES and len(word) > 1]
    full = " ".join(words)
    return full.title() if full.isupper() else full or None
