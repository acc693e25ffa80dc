"""Facts of several events: which of them become one, and what is told of those that do not."""

from __future__ import annotations

from ledger.link.across import Meeting, join_across

THRESHOLDS = {"unseen": -1.0, "near_miss": -2.5}


def meeting(weight: float, *, equal: bool = True) -> Meeting:
    return Meeting((0, 0), weight, weight + 0.75, equal)


def test_facts_of_two_events_that_fit_are_one() -> None:
    across = join_across([0, 1, 2], {(0, 2): meeting(1.5)}, THRESHOLDS)
    assert across.facts == ((0, 2), (1,))
    assert across.joined == ((0, 2),)
    assert across.missed == ()


def test_what_one_event_keeps_apart_no_other_joins() -> None:
    across = join_across([0, 0, 1], {(0, 2): meeting(3.0), (1, 2): meeting(2.0)}, THRESHOLDS)
    assert across.facts == ((0, 2), (1,))
    assert across.missed == ((1, 2),)


def test_each_fact_tells_the_nearest_of_its_misses_and_what_is_far_is_none() -> None:
    meetings = {(0, 1): meeting(-1.2), (0, 2): meeting(-2.0), (2, 3): meeting(-2.9)}
    across = join_across([0, 1, 2, 3], meetings, THRESHOLDS)
    assert across.facts == ((0,), (1,), (2,), (3,))
    assert across.missed == ((0, 1), (0, 2))


def test_of_several_facts_that_are_one_each_is_told_with_the_earlier_one_that_it_fits_best() -> None:
    across = join_across([0, 1, 2], {(0, 1): meeting(1.0), (0, 2): meeting(0.5), (1, 2): meeting(2.0)}, THRESHOLDS)
    assert across.facts == ((0, 1, 2),)
    assert across.joined == ((0, 1), (1, 2))
