"""Work without the search for reference cycles, which costs a fifth of linking, and half the time of a text of numbers alone, and finds
nothing: no object made there is in a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Holds the cyclic garbage collector off while the block runs, and puts it back as it was; for stages that make millions of objects.

    What is no longer referred to is freed all the same, at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
