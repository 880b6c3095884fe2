"""Where the events that a report may tell are looked up: cells of an actor or place and a time.

Belongs here: keys, cells, and what is done with crowded ones. Does not: times (across.py, undated.py), the comparison (agreement.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from transforms.merge.agreement import Judge
from transforms.merge.groups import Group
from transforms.merge.names import ActorName

# Cells with more events than this are crowded.
CROWD = 32

Cell = tuple[str, int]
Buckets = Callable[[Group], Sequence[int]]


class KeyBook:
    """The keys of reports, worked out once for all that name the same actors and place."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[tuple[object, ...], tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def filed(self, group: Group) -> tuple[str, ...]:
        """The keys under which an event is filed."""
        return self._keys(group)[0]

    def asked(self, group: Group) -> tuple[str, ...]:
        """The keys under which a report looks for its event."""
        return self._keys(group)[1]

    def wanted(self, reports: Iterable[Group], buckets: Buckets) -> set[Cell]:
        """All cells in which some reports will look."""
        return {(key, bucket) for report in reports for key in self.asked(report) for bucket in buckets(report)}

    def _keys(self, group: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
        told = (group.acting, group.targets, group.place, group.kind)
        known = self._known.get(told)
        if known is None:
            known = self._known[told] = self._work_out(group)
        return known

    def _work_out(self, group: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """An event is filed under all that it tells; a report asks for those who tell two events apart, for others and the place only without them.

        Related actors (a state and its people) are looked for only among those who tell two events apart.
        """
        if self._judge.traits.unnamed:
            keys = tuple(sorted([f"kind {group.kind}", *(f"in {land}" for land in self._judge.lands(group))]))
            return keys, keys
        main, rest = self._judge.main(group)
        leading, following = self._in_particular(main), self._in_particular(rest)
        common = {key for actor in following for key in actor.own}
        if group.place >= 0:
            common |= {f"at {word}" for word in self._judge.places.words[group.place]}
        filed = common.union(*(actor.keys for actor in leading))
        asked = {key for actor in leading for key in actor.asks}
        if not any(actor.named for actor in leading):
            asked |= common
        if self._judge.traits.stately:
            acting = {f"for {actor.state}" for actor in leading if actor.state}
            filed, asked = filed | acting, asked | acting
        return tuple(sorted(filed)), tuple(sorted(asked))

    def _in_particular(self, numbers: tuple[int, ...]) -> list[ActorName]:
        actors = [self._judge.actors[number] for number in numbers]
        return [actor for actor in actors if actor.named] or actors


class Index:
    """Events by cell. Only cells in which somebody will look are kept.

    A crowded cell shows only its events at the report's place, and the index always shows the event that tells the very same: so work grows with
    the number of reports and not with its square.
    """

    def __init__(self, book: KeyBook, wanted: set[Cell] | None = None) -> None:
        self._book = book
        self._wanted = wanted
        self._cells: dict[Cell, list[Group]] = defaultdict(list)
        self._narrow: dict[tuple[str, int, int], list[Group]] = defaultdict(list)
        self._exact: dict[tuple[object, ...], Group] = {}

    def add(self, event: Group, buckets: Iterable[int]) -> None:
        """File an event under its actors and place in some time buckets."""
        self._exact.setdefault(_signature(event), event)
        keys = self._book.filed(event)
        for bucket in buckets:
            for key in keys:
                if self._wanted is None or (key, bucket) in self._wanted:
                    self._file(key, bucket, event)

    def same(self, report: Group) -> Group | None:
        """The event whose founder told the very same, if there is one."""
        return self._exact.get(_signature(report))

    def candidates(self, report: Group, buckets: Sequence[int]) -> list[Group]:
        """The events that may be the one reported."""
        found: dict[int, Group] = {}
        same = self.same(report)
        if same is not None:
            found[same.leader] = same
        for key in self._book.asked(report):
            for bucket in buckets:
                for event in self._cell(key, bucket, report.place):
                    found[event.leader] = event
        return list(found.values())

    def _file(self, key: str, bucket: int, event: Group) -> None:
        cell = self._cells[key, bucket]
        cell.append(event)
        if len(cell) == CROWD:
            for earlier in cell[:-1]:
                self._narrow[key, bucket, earlier.place].append(earlier)
        if len(cell) >= CROWD:
            self._narrow[key, bucket, event.place].append(event)

    def _cell(self, key: str, bucket: int, place: int) -> Sequence[Group]:
        cell = self._cells.get((key, bucket), ())
        if len(cell) < CROWD:
            return cell
        return self._narrow.get((key, bucket, place), [])[:CROWD] if place >= 0 else ()


def _signature(group: Group) -> tuple[object, ...]:
    return (group.start, group.end, group.acting, group.targets, group.place, group.kind)
