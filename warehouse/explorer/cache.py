"""Remember answers that were dear: the latest ones, each worked out once even when many ask at the same time.

Belongs here: remembering. Does not: what an answer depends on; callers put it into the key.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Cache(Generic[Key, Answer]):
    """The latest `size` answers by key. An answer that could not be worked out is not remembered."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._answers: OrderedDict[Key, Future[Answer]] = OrderedDict()

    def get(self, key: Key, make: Callable[[], Answer]) -> Answer:
        """The answer for the key; `make` is called when nobody asked before. Its errors reach everyone who waits for it."""
        with self._lock:
            future = self._answers.get(key)
            if mine := future is None:
                future = self._answers[key] = Future()
                while len(self._answers) > self._size:
                    self._answers.popitem(last=False)
            else:
                self._answers.move_to_end(key)
        assert future is not None
        if mine:
            self._fill(key, future, make)
        return future.result()

    def _fill(self, key: Key, future: Future[Answer], make: Callable[[], Answer]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:
            with self._lock:
                if self._answers.get(key) is future:
                    del self._answers[key]
            future.set_exception(error)
