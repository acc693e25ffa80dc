"""Which pairs linking compares: all of an ordinary event, and of a huge one those that lie near each other in time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from ledger.link.block import Limits, count_crowds, find_equal_pairs, find_other_pairs
from ledger.link.events import find_events
from ledger.link.profile import Profile
from ledger.model import Article, Claim


def profile(number: int, figure: int, day: int, event: int = 0) -> Profile:
    value = Decimal(figure)
    claim = Claim(f"C-{number:04}", f"a{number:04}.txt", "body", 0, 2, str(figure), value, value, value, "count", "boat")
    figures = frozenset((("count", value, value),))
    return Profile((claim,), "count", figures, {}, {}, events=frozenset((event,)), days=frozenset((day,)))


def test_in_an_ordinary_event_every_pair_of_different_figures_is_compared() -> None:
    groups = [profile(number, 100 + number, day=number % 3) for number in range(6)]
    assert find_other_pairs(groups, Limits(12, 5)) == {(one, two) for one in range(6) for two in range(one + 1, 6)}


def test_in_a_huge_event_each_figure_is_compared_with_those_that_follow_in_the_order_of_days() -> None:
    groups = [profile(number, 100 + number, day=9 - number) for number in range(6)]
    assert find_other_pairs(groups, Limits(12, 2)) == {(4, 5), (3, 5), (3, 4), (2, 4), (2, 3), (1, 3), (1, 2), (0, 2), (0, 1)}


def test_mentions_of_one_figure_in_a_huge_event_are_bounded_too() -> None:
    nodes = [profile(number, 12, day=number) for number in range(50)]
    pairs = find_equal_pairs(nodes, Decimal("0.06"), Limits(12, 3))
    assert len(pairs) == 47 * 3 + 2 + 1
    assert all(two - one <= 3 for one, two in pairs)


def test_events_that_are_too_large_are_counted() -> None:
    groups = [profile(number, 100 + number, day=0, event=number // 5) for number in range(15)]
    assert count_crowds(groups, Limits(12, 4)) == 0
    assert count_crowds(groups, Limits(12, 3)) == 3


def test_a_topic_of_hundreds_of_articles_is_no_heap_of_single_events() -> None:
    names = (("Ardby", 3), ("Mayor Holm", 2), ("Quinwick", 1))
    first = date(2024, 1, 1)
    articles = [Article(f"a{at:04}.txt", "", first + timedelta(days=at // 30), "", "en", "", 900, names) for at in range(400)]
    events = find_events(articles, {}, {"share": 0.12, "days": 21.0, "late": 0.08, "name_floor": 60.0})
    assert len(set(events.values())) <= 8
