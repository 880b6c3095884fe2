"""Where the events that a report may tell are looked up: keys of actors and places, and cells of a key and a month.

Belongs here: keys, cells, and what is done with crowded ones. Does not: which reports are compared (cores.py, hosts.py), the comparison (agreement.py).
A cell is a number that is the same on every machine, so that it can be stored: the CRC-32 of type and key, and the month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from typing import Final, NamedTuple
from zlib import crc32

from transforms.merge.agreement import Judge
from transforms.merge.groups import Group
from transforms.merge.once import names_befallen
from transforms.merge.sites import struck_by_name

# Keys and cells with more events than this are crowded.
CROWD = 32
CROWD_OF_CELL = 64
# Of what befalls somebody once so many different days are rather several people of one name.
CROWD_WITHOUT_MONTH = 24
# So many of the events under a crowded key are compared once more when all reports are joined.
GREATEST = 8
# Months are counted from year 1 (12 to 119,999); with one bit more, those in which undated reports were published.
MONTH_BITS = 17
PUBLISHED = 1 << MONTH_BITS
CELL_BITS = MONTH_BITS + 1
CELLS_OF_KEY = 1 << CELL_BITS  # the first of them is that of no month
# The key under which those meet who would not find even one that tells the very same: no number of a key is so small.
ALIKE = 0


class Keys(NamedTuple):
    """The keys of a report, as numbers: `filed`, under which it is filed, `asked`, under which it looks, and both once more narrowed to its place.

    The narrow keys stand in the order of the others; there are none without a place.
    """

    filed: tuple[int, ...]
    filed_here: tuple[int, ...]
    asked: tuple[int, ...]
    asked_here: tuple[int, ...]


class KeyBook:
    """The keys of reports of one event type, worked out once for all that name the same actors and place."""

    def __init__(self, event_type: str, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[int, Keys] = {}
        self._begun = crc32(f"{event_type}\0".encode())
        self._of_actors: dict[int, _ActorKeys] = {}
        self._of_places: dict[int, frozenset[int]] = {}

    def keys(self, group: Group) -> Keys:
        """The keys of a report."""
        number = self._judge.number(group)
        known = self._known.get(number)
        if known is None:
            filed, asked = self._work_out(group)
            known = self._known[number] = self._narrowed(sorted(filed), sorted(asked), group.place)
        return known

    def said(self, group: Group) -> tuple[int, ...]:
        """The keys of the words in which a report tells its event."""
        if not group.wordings:
            return ()
        return _shifted(sorted([crc32(b"said\0%d" % wording, self._begun) for wording in group.wordings]))

    def befallen(self, group: Group) -> list[int]:
        """The cells of no month in which those meet who tell what befell somebody but once, however long ago."""
        names = names_befallen(group, self._judge)
        return [crc32(f"once\0{name}".encode(), self._begun) << CELL_BITS for name in names]

    def _narrowed(self, filed: list[int], asked: list[int], place: int) -> Keys:
        if place < 0:
            return Keys(_shifted(filed), (), _shifted(asked), ())
        here = f"\0{self._judge.places.names[place]}".encode()
        filed_here, asked_here = [crc32(here, each) for each in filed], [crc32(here, each) for each in asked]
        return Keys(_shifted(filed), _shifted(filed_here), _shifted(asked), _shifted(asked_here))

    def _work_out(self, group: Group) -> tuple[frozenset[int], frozenset[int]]:
        """An event is filed under all that it tells; a report asks for those who tell two events apart, for others and the place only without them.

        Related actors (a state and its people) are looked for only among those who tell two events apart.
        """
        if self._judge.traits.unnamed:
            keys = self._numbered((f"kind {group.kind}", *(f"in {land}" for land in self._judge.lands(group))))
            struck = struck_by_name(group.targets, self._judge.actors)
            keys = keys.union(*[self._of_actor(number).own for number in struck])
            # a ship may be read as a person in one text and as a company in another
            names = (" ".join(self._judge.actors[number].words) for number in struck)
            keys |= self._numbered(f"struck {name}" for name in names)
            return keys, keys
        main, rest = self._judge.main(group)
        leading, following = self._in_particular(main), self._in_particular(rest)
        common = self._at(group.place).union(*[actor.own for actor in following])
        filed = common.union(*[actor.filed for actor in leading])
        asked = _NO_KEYS.union(*[actor.asked for actor in leading])
        # those in particular come alone
        return filed, asked if leading and leading[0].named else asked | common

    def _in_particular(self, numbers: tuple[int, ...]) -> list[_ActorKeys]:
        actors = [self._of_actors.get(number) or self._of_actor(number) for number in numbers]
        return [actor for actor in actors if actor.named] or actors

    def _of_actor(self, number: int) -> _ActorKeys:
        actor = self._judge.actors[number]
        acting = (f"for {actor.state}",) if self._judge.traits.stately and actor.state else ()
        known = self._of_actors[number] = _ActorKeys(
            actor.named,
            self._numbered(actor.own),
            self._numbered(actor.keys + acting),
            self._numbered(actor.asks + acting),
        )
        return known

    def _at(self, place: int) -> frozenset[int]:
        if place < 0:
            return _NO_KEYS
        known = self._of_places.get(place)
        if known is None:
            words = self._judge.places.words[place]
            known = self._of_places[place] = self._numbered(f"at {word}" for word in words)
        return known

    def _numbered(self, keys: Iterable[str]) -> frozenset[int]:
        return frozenset([crc32(key.encode(), self._begun) for key in keys])


class _ActorKeys(NamedTuple):
    """The keys of an actor as numbers: its own, those under which its events are filed, and those under which it is asked for."""

    named: bool
    own: frozenset[int]
    filed: frozenset[int]
    asked: frozenset[int]


_NO_KEYS: Final = frozenset[int]()


def _shifted(sums: list[int]) -> tuple[int, ...]:
    return tuple([each << CELL_BITS for each in sums])


class Meets(NamedTuple):
    """The keys by which reports of one set meet: one finds another where it asks under a key under which the other is filed."""

    filed: tuple[int, ...]
    asked: tuple[int, ...]


def meets(report: Group, book: KeyBook) -> Meets:
    """The keys by which a report meets others in its roll; those that tell the very same always do."""
    keys = book.keys(report)
    others: tuple[int, ...] = (ALIKE,) if set(keys.filed).isdisjoint(keys.asked) else ()
    if report.wordings:
        others += book.said(report)
    return Meets(keys.filed + others, keys.asked + others)


class Roll:
    """The events of one interval by key.

    A crowded key shows only its events at the report's place, and the roll always shows the event that tells the very same: so work grows with
    the number of reports and not with its square.
    """

    def __init__(self, book: KeyBook, judge: Judge) -> None:
        self._book = book
        self._judge = judge
        self._wide: dict[int, list[Group]] = defaultdict(list)
        self._narrow: dict[int, list[Group]] = defaultdict(list)
        self._exact: dict[int, Group] = {}
        self._said: dict[int, Group] = {}
        self._founded: dict[int, Keys] = {}
        self._known: dict[int, list[Group]] = {}

    def add(self, event: Group) -> None:
        """File an event under all that it tells."""
        number = self._judge.number(event)
        if number not in self._exact:
            self._exact[number] = event
        keys = self._book.keys(event)
        self._founded[event.leader] = keys
        for key in keys.filed:
            self._wide[key].append(event)
        for key in keys.filed_here:
            self._narrow[key].append(event)

    def hear(self, event: Group, wordings: Iterable[int]) -> None:
        """Know an event by the words in which a report tells it."""
        for wording in wordings:
            self._said.setdefault(wording, event)

    def same(self, report: Group) -> Group | None:
        """The event whose founder told the very same, if there is one."""
        return self._exact.get(self._judge.number(report))

    def candidates(self, report: Group) -> list[Group]:
        """The events that may be the one reported."""
        if not self._exact:
            return []
        found: dict[int, Group] = {}
        same = self.same(report)
        if same is not None:
            found[same.leader] = same
        for wording in report.wordings:
            if (said := self._said.get(wording)) is not None:
                found[said.leader] = said
        keys, wide = self._book.keys(report), self._wide
        for at, key in enumerate(keys.asked):
            events = wide.get(key)
            if events is None:
                continue
            if len(events) >= CROWD:
                events = self._narrow.get(keys.asked_here[at], [])[:CROWD] if keys.asked_here else []
            for event in events:
                found[event.leader] = event
        return list(found.values())

    def others(self, event: Group) -> list[Group]:
        """The other events that may be the same, by what its founder told; of those under a crowded key the greatest."""
        found = {event.leader: event}
        for key in self._founded[event.leader].asked:
            for other in self._greatest(key):
                found[other.leader] = other
        return list(found.values())[1:]

    def _greatest(self, key: int) -> Sequence[Group]:
        events = self._wide.get(key, ())
        if len(events) < CROWD:
            return events
        if key not in self._known:
            self._known[key] = nlargest(GREATEST, events, key=Group.weight)
        return self._known[key]


class CellIndex:
    """Events by cell; a crowded cell shows nothing, nor do those of its key in the months around it, lest the little known be taken for the well known. But each place has cells of its own.

    wanted: cells in which somebody will look; no others are kept. crowded: cells that are crowded by events that are not filed here.
    """

    def __init__(self, wanted: set[int], crowded: Collection[int] = ()) -> None:
        self._wanted = wanted
        self._crowded = crowded
        self._cells: dict[int, dict[int, Group]] = defaultdict(dict)

    def add(self, event: Group, cells: Iterable[int]) -> None:
        """File an event in its cells."""
        for cell in cells:
            if cell in self._wanted:
                self._cells[cell][event.leader] = event

    def candidates(self, cells: Iterable[int]) -> list[Group]:
        """The events in some cells, each once."""
        found: dict[int, Group] = {}
        asked = list(cells)
        closed = {cell >> MONTH_BITS for cell in asked if self._is_crowded(cell)}
        for cell in asked:
            if cell >> MONTH_BITS not in closed and (events := self._cells.get(cell)):
                found.update(events)
        return list(found.values())

    def _is_crowded(self, cell: int) -> bool:
        most = CROWD_OF_CELL if cell % CELLS_OF_KEY else CROWD_WITHOUT_MONTH
        return cell in self._crowded or len(self._cells.get(cell, ())) > most


def cells_of(keys: Sequence[int], months: Sequence[int]) -> list[int]:
    """The cells of some keys in some months."""
    return [key | month for key in keys for month in months]
