"""What all requests share: the file, the copy of its events in memory, the answers worked out lately.

Belongs here: which version of the warehouse an answer is of, and remembering it. Does not: what is asked (find/), pages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import duckdb

from warehouse.asking.filters import EventFilter
from warehouse.errors import WarehouseBusyError
from warehouse.explorer.cache import Cache
from warehouse.explorer.catalogue import Catalogue, load_catalogue, load_known_events
from warehouse.explorer.matches import Matches, all_matches, find_matches
from warehouse.explorer.reader import SharedReader, version_of

REMEMBERED_FILTERS: Final = 48
REMEMBERED_DAYS: Final = 4
REMEMBERED_ANSWERS: Final = 512
EVERYTHING: Final = EventFilter()

Answer = TypeVar("Answer")


class Store:
    """A warehouse as the explorer sees it. All methods may be called from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = SharedReader(path)
        self._loading = threading.Lock()
        self._catalogue: Catalogue | None = None
        self._matches: Cache[Hashable, Matches] = Cache(REMEMBERED_FILTERS)
        self._known: Cache[Hashable, tuple[Catalogue, Matches]] = Cache(REMEMBERED_DAYS)
        self._answers: Cache[Hashable, Any] = Cache(REMEMBERED_ANSWERS)

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on the file.

        Raises:
            WarehouseError: as `SharedReader.cursor`.
        """
        with self.reader.cursor() as (db, _):
            yield db

    def catalogue(self) -> Catalogue:
        """All events, as the file has them now; as it had them before, while a run writes.

        Raises:
            WarehouseError: there is no warehouse, or a run writes the first one.
        """
        known = self._catalogue
        if known is not None and known.version == version_of(self.path):
            return known
        with self._loading:
            if self._catalogue is not None and self._catalogue.version == version_of(self.path):
                return self._catalogue
            try:
                with self.reader.cursor() as (db, version):
                    self._catalogue = load_catalogue(db, version)
            except WarehouseBusyError:
                if self._catalogue is None:
                    raise
            return self._catalogue

    @property
    def is_old(self) -> bool:
        """Whether the copy in memory is older than the file, because a run writes."""
        return self._catalogue is not None and self._catalogue.version != version_of(self.path)

    def matches(self, filter: EventFilter) -> tuple[Catalogue, Matches]:
        """The events of a filter, and the catalogue that their positions count in.

        Raises:
            WarehouseError: as `catalogue` and `find_matches`.
        """
        if filter == EVERYTHING:
            catalogue = self.catalogue()
            return catalogue, self._matches.get(catalogue.version, partial(all_matches, catalogue))
        if filter.as_of:
            return cast(
                tuple[Catalogue, Matches], self._remembered(self._known, filter, partial(_known_matches, filter))[1]
            )
        return self._remembered(self._matches, filter, lambda db, catalogue: find_matches(db, catalogue, filter))

    def remembered(self, key: Hashable, make: Callable[[duckdb.DuckDBPyConnection, Catalogue], Answer]) -> Answer:
        """An answer from the file, worked out once per version; `make` gets the catalogue of the same version.

        Raises:
            WarehouseError: as `catalogue`, and whatever `make` raises.
        """
        return cast(Answer, self._remembered(self._answers, key, make)[1])

    def kept(self, key: Hashable, catalogue: Catalogue, make: Callable[[], Answer]) -> Answer:
        """Something that was made of an answer and needs no file, made once per version."""
        return cast(Answer, self._answers.get((catalogue.version, key), make))

    def _remembered(
        self,
        cache: Cache[Hashable, Any],
        key: Hashable,
        make: Callable[[duckdb.DuckDBPyConnection, Catalogue], Any],
    ) -> tuple[Catalogue, Any]:
        def ask(catalogue: Catalogue) -> Any:
            with self.reader.cursor() as (db, version):
                if version != catalogue.version:
                    raise _ChangedError
                return make(db, catalogue)

        while True:
            catalogue = self.catalogue()
            try:
                return catalogue, cache.get((catalogue.version, key), partial(ask, catalogue))
            except _ChangedError:
                continue

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()


def _known_matches(filter: EventFilter, db: duckdb.DuckDBPyConnection, now: Catalogue) -> tuple[Catalogue, Matches]:
    then = load_known_events(db, now, filter)
    return then, all_matches(then)


class _ChangedError(Exception):
    """A run wrote between loading the catalogue and asking the file."""
