"""Match phrases of several words at a word.

Belongs here: the longest known name or term that begins at a word. Does not: which of them makes a unit (groups/units.py).
"""

from __future__ import annotations

from transforms.events.actors.words.flags import Flag
from transforms.events.actors.words.known import Known, known_names
from transforms.events.actors.words.tokens import Tokens


def match_term(tokens: Tokens, index: int, mask: int) -> tuple[int, int]:
    """The length in words and the flag of the longest role, group or noun that begins at a word; (0, 0) for none."""
    if not tokens.flags[index] & mask:
        return 0, 0
    word = tokens.words[index]
    following = None
    for rest, flag in word.terms if word else ():
        if not flag & mask:
            continue
        if not rest:
            return 1, flag
        following = tokens.small(index + 1) if following is None else following
        if rest[0] == following and _follows(tokens, index, rest, small=True):
            return len(rest) + 1, flag
    return 0, 0


def match_known(tokens: Tokens, index: int) -> tuple[int, Known | None]:
    """The length in words and the meaning of the longest known name that begins at a word."""
    if not tokens.flags[index] & Flag.GAZETTEER:
        return 0, None
    word = tokens.words[index]
    if word is None:
        return 0, None
    following = tokens.bare(index + 1) if word.seconds else ""
    # "Democratic People's Republic of Korea"
    if following and (following in word.seconds or tokens.raw[index + 1] in word.seconds):
        for rest, known in word.names:
            if not rest or _follows(tokens, index, rest, small=False):
                return len(rest) + 1, known
    return (0, None) if word.alone is None else (1, word.alone)


def _follows(tokens: Tokens, index: int, rest: tuple[str, ...], small: bool) -> bool:
    if tokens.flags[index] & Flag.POSSESSIVE and tokens.raw[index] not in known_names():
        return False
    for at, expected in enumerate(rest, index + 1):
        if not (tokens.plain[at] or (small and tokens.dotted(at))):
            return False
        if (tokens.small(at) if small else tokens.bare(at)) != expected and tokens.raw[at] != expected:
            return False
    return True
