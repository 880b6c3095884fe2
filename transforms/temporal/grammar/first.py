"""With which classes a rule's pattern can begin, so that only the rules that can fit are tried.

Belongs here: reading a pattern for its first classes. Does not: the rules (dates.py, weekdays.py, weeks.py, units.py, parts.py, durations.py, clock.py).
"""

from __future__ import annotations

from typing import Final

_GROUP_HEADS: Final = ("(?:", "(?=", "(?!", "(?<=", "(?<!")


def first_classes(pattern: str) -> frozenset[str]:
    """The classes with which a match of a rule's pattern can begin.

    Knows the part of the syntax that rules are written in: classes, sets, groups, alternatives, look-around and the repeats `?` and `*`.

    Raises:
        ValueError: the pattern matches nothing at all, too.
    """
    found, is_empty, _ = _first_of_alternatives(pattern, 0)
    if is_empty:
        raise ValueError(f"a rule needs at least one token: {pattern}")
    return frozenset(found)


def _first_of_alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The first classes of a group's alternatives, whether one can be empty, and where the group ends."""
    found: set[str] = set()
    is_empty, is_open = False, True  # is_open: nothing that takes a token stands before
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            is_empty, is_open, at = is_empty or is_open, True, at + 1
            continue
        first, can_be_empty, at = _first_of_item(pattern, at)
        if is_open:
            found |= first
        is_open = is_open and can_be_empty
    return found, is_empty or is_open, at


def _first_of_item(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The first classes of the item at an offset with its repeat, whether it can be empty, and where it ends."""
    head = next((head for head in _GROUP_HEADS if pattern.startswith(head, at)), None)
    if head is not None:
        first, can_be_empty, end = _first_of_alternatives(pattern, at + len(head))
        at = end + 1
        if head != "(?:":
            return set(), True, at
    elif pattern[at] == "[":
        end = pattern.index("]", at)
        first, can_be_empty, at = set(pattern[at + 1 : end]), False, end + 1
    else:
        first, can_be_empty, at = {pattern[at]}, False, at + 1
    if at < len(pattern) and pattern[at] in "?*":
        return first, True, at + 1
    return first, can_be_empty, at
