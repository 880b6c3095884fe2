"""How many voted for and against: "The bill was defeated 180-238".

Belongs here: where such a pair of figures stands. Does not: which verbs name a vote with it (data/ontology.toml).
"""

from __future__ import annotations

from typing import Final

from transforms.events.clauses.sentence import Sentence

_REACH: Final = 9  # tokens to the figures: "passed on a party-line vote of 52-48", "the vote to raise the tax was 11-1"
_JOINTS: Final = frozenset({"to", "-", "–"})


def has_tally(sentence: Sentence, end: int) -> bool:
    """Whether the votes on both sides stand soon behind a verb or a noun: `180-238`, `42 to 2`."""
    words = sentence.words
    return any(
        _is_pair(words[at]) or words[at].isdigit() and _is_joined(words[at + 1 : at + 3])
        for at in range(end, min(end + _REACH, len(words)))
        if at not in sentence.dated
    )


def _is_pair(word: str) -> bool:
    first, joint, second = word.replace("–", "-").partition("-")
    return joint != "" and first.isdigit() and second.isdigit()


def _is_joined(behind: list[str]) -> bool:
    return len(behind) > 1 and behind[0] in _JOINTS and behind[1].isdigit()
