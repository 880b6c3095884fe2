"""Looking for cyclic garbage less often."""

from __future__ import annotations

import subprocess
import sys

LEFT = """
import gc, weakref
from transforms.collector import NEW_OBJECTS, search_seldom

class Cycle:
    pass

def left(n_made):
    gc.collect()
    made = []
    for _ in range(n_made):
        cycle = Cycle()
        cycle.itself = cycle
        made.append(weakref.ref(cycle))
    return sum(each() is not None for each in made)

search_seldom()
print(left(NEW_OBJECTS // 10), left(2 * NEW_OBJECTS) < 2 * NEW_OBJECTS, NEW_OBJECTS)
"""


def test_a_process_that_searches_seldom_leaves_some_garbage_but_not_all():
    done = subprocess.run([sys.executable, "-c", LEFT], stdout=subprocess.PIPE, text=True, check=True)
    some, is_searched, limit = done.stdout.split()
    assert int(some) == int(limit) // 10
    assert is_searched == "True"


AT_THE_END = """
import gc
from transforms.collector import search_seldom

class Cycle:
    def __del__(self):
        print("found")

search_seldom()
cycle = Cycle()
cycle.itself = cycle
del cycle
"""


def test_a_process_that_searches_seldom_does_not_search_when_it_ends():
    done = subprocess.run([sys.executable, "-c", AT_THE_END], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout == ""
