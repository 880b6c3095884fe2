"""Put the words of a text into a name: on one line, without a possessive ending, capitals calmed.

Belongs here: text of word ranges. Does not: which words (the other modules).
"""

from __future__ import annotations

import re
from typing import Final

from transforms.events.actors.groups.units import Unit
from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known
from transforms.events.actors.words.tokens import Tokens

# as corpora write that set every sign apart: "Gaddafi 's troops", "the workers ' union"
_OWNER: Final = re.compile(r" (['’]s\b|['’](?= ))")
MAX_ACRONYM = 5  # letters; a longer word in a text of capitals is a word


def text_of(tokens: Tokens, first: int, last: int) -> str:
    """The text of words `first` to `last` (exclusive) on one line; names in a text of capitals get ordinary ones."""
    text = tokens.text[tokens.starts[first] : tokens.end(last - 1)]
    if "\n" in text or "  " in text:
        text = " ".join(text.split())
    if " '" in text or " ’" in text:
        text = _OWNER.sub(r"\1", text)
    if tokens.flags[last - 1] & Flag.COMPANY:
        text = text.replace(", ", " ")  # "Norfield, Inc"
    if tokens.flags[first] & Flag.SHOUTED:
        return " ".join(_calm(word) for word in text.split())
    return text


def _calm(word: str) -> str:
    if len(word) <= MAX_ACRONYM and not any(letter in "AEIOUY" for letter in word):
        return word
    return word.title() if "'" not in word else word.capitalize()


def small_text(tokens: Tokens, unit: Unit) -> str:
    """A unit's words in small letters, one space between them."""
    if unit.last - unit.first == 1:
        return tokens.small(unit.first)
    return " ".join([tokens.small(index) for index in range(unit.first, unit.last)])


def group_name(tokens: Tokens, first: int, last: int) -> str:
    """The words of a group as written; in small letters in a text of capitals."""
    text = text_of(tokens, first, last)
    return text.lower() if tokens.flags[first] & Flag.SHOUTED else text


def adjectival_name(tokens: Tokens, parts: list[Unit], head: Unit) -> str:
    """The words from the first part to the head, a state's possessive turned into its adjective: "China's government" -> "Chinese government", but "Canada's Norfield Group" -> "Norfield Group"."""
    owner = parts[0]
    known: Known | None = owner.known
    if owner is not head and known is not None and known.adjective and owner.sort in ("state", "capital"):
        if tokens.flags[head.last - 1] & Flag.COMPANY:  # a firm has a name of its own
            return text_of(tokens, owner.last, head.last)
        return f"{known.adjective} {text_of(tokens, owner.last, head.last)}"
    return text_of(tokens, owner.first, head.last)
