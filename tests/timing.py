"""How time grows with size: the doubling tests stand on this one measure. Speeds are no tests: they are measured in bench/."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 3
ATTEMPTS = 4
FLOOR = 0.002
"""Seconds that are too few to be told from noise."""


def least_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some runs, with the collector of cycles still: it walks what other tests have left."""
    taken = []
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
    finally:
        if collecting:
            gc.enable()
    return min(taken)


def assert_growth(prepare: Callable[[int], Callable[[], object]], size: int, *, longer: int = 8, slack: float = 2.5) -> None:
    """Fails where work `longer` times as large takes more than `slack` times its share of the time, in each of some attempts.

    A square law takes 8 times its share of work 8 times as large: the slack leaves room for a busy machine and none for the
    square. A busy machine may spoil an attempt, a square law spoils all.
    """
    little, large = prepare(size), prepare(size * longer)
    little()
    found = []
    for _ in range(ATTEMPTS):
        share = max(least_seconds(little), FLOOR) * longer
        taken = least_seconds(large, rounds=1)
        if taken <= slack * share:
            return
        found.append(f"{taken:.3f} s against {share:.3f} s")
    raise AssertionError(f"{longer} times the work of {size} takes more than {slack} times its share: {'; '.join(found)}")


def assert_linear(work: Callable[[str], object], piece: str, times: int, *, longer: int = 8, slack: float = 2.5) -> None:
    """As assert_growth, for a text that repeats a piece."""
    assert_growth(lambda size: lambda: work(piece * size), times, longer=longer, slack=slack)
