"""What a report tells of who, where and which, made ready for comparing.

Belongs here: the shapes of it. Does not: comparing two of them (agreement.py).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from transforms.merge.vocabulary import vague_kinds


class Side(NamedTuple):
    """Some actors of a report by number: all, those who are somebody in particular, and whether a person or a state is among the latter.

    number: of the side among those of the type. offered: of each, what it offers and whether it is a person or a state in particular; sought: what any of them seeks.
    """

    number: int
    all: tuple[int, ...]
    named: tuple[int, ...]
    particular: bool
    offered: tuple[tuple[frozenset[int], bool], ...]
    sought: frozenset[int]

    def without(self, other: Side) -> tuple[int, bool]:
        """How many of it may be on the other side too, and whether a person or a state in particular is not."""
        n_shared, others = 0, False
        for offers, particular in self.offered:
            if not offers.isdisjoint(other.sought):
                n_shared += 1
            elif particular:
                others = True
        return n_shared, others


class Account(NamedTuple):
    """What a report tells of who, where and which, with what comparing it with others takes: worked out once for all that tell the same.

    main: the actors by whom two events of the type are told apart; rest: the others. lands, struck: the countries that it names, and those by name to whom it
    was done, for types that are known by kind and country.
    series: what it is counted in, "" for nothing. tells: which of TELLS it has.
    """

    acting: tuple[int, ...]
    targets: tuple[int, ...]
    place: int
    kind: str
    counted: str
    main: Side
    rest: Side
    actors: frozenset[int]
    lands: frozenset[str]
    struck: tuple[int, ...]
    series: str
    tells: int

    def is_other_kind(self, other: Account) -> bool:
        """Whether each tells its kind, and these are two."""
        return self.kind != other.kind and vague_kinds().isdisjoint((self.kind, other.kind))

    def is_other_number(self, other: Account) -> bool:
        """Whether the two tell different numbers of one series ("the second vote", "the third vote")."""
        return self.series == other.series and self.counted != other.counted


# What a report tells of, as bits: somebody on the main side, on the other, a place, and more than one on the main side.
MAIN, REST, PLACE, SEVERAL = 1, 2, 4, 8
TELLS: Final = (MAIN, REST, PLACE, SEVERAL)
BOTH: Final = MAIN | REST | PLACE
