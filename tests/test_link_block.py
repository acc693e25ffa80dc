"""Which pairs linking compares: all of an ordinary event, and of a huge one those that lie near each other in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from ledger.link.block import find_equal_pairs, find_other_pairs, find_shared_pairs, is_crowded, shared_keys
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
    assert find_other_pairs(groups, 5) == {(one, two) for one in range(6) for two in range(one + 1, 6)}


def test_in_a_huge_event_each_figure_is_compared_with_those_that_follow_in_the_order_of_days() -> None:
    groups = [profile(number, 100 + number, day=9 - number) for number in range(6)]
    assert find_other_pairs(groups, 2) == {(4, 5), (3, 5), (3, 4), (2, 4), (2, 3), (1, 3), (1, 2), (0, 2), (0, 1)}


def test_mentions_of_one_figure_in_a_huge_event_are_bounded_too() -> None:
    nodes = [profile(number, 12, day=number) for number in range(50)]
    pairs = find_equal_pairs(nodes, Decimal("0.06"), 3)
    assert len(pairs) == 47 * 3 + 2 + 1
    assert all(two - one <= 3 for one, two in pairs)


def test_an_event_that_is_too_large_is_told() -> None:
    groups = [profile(number, 100 + number, day=0) for number in range(5)]
    assert not is_crowded(groups, 4)
    assert is_crowded(groups, 3)


def named(figure: str, *words: str, years: tuple[str, ...] = ()) -> Profile:
    one = profile(1, 1, day=0)
    value = Decimal(figure)
    heads, modifiers = frozenset(words[:1]), frozenset(words[1:])
    figures = frozenset((("count", value, value),))
    return replace(one, figures=figures, heads=heads, modifiers=modifiers, years=frozenset(years))


def test_facts_of_two_events_meet_by_a_figure_and_two_words_of_its_thing() -> None:
    keys = [shared_keys([named(*words)]) for words in (("350.0", "boat", "fishing"), ("350", "boat", "fishing", "old"), ("350", "boat"))]
    assert set(keys[0]) < set(keys[1])
    assert not keys[2]


def test_facts_of_two_events_meet_by_their_thing_and_year_whatever_the_figure() -> None:
    one, two = (shared_keys([named(figure, "boat", "fishing", years=("2024",))]) for figure in ("350", "360"))
    assert len(set(one) & set(two)) == 1


def test_facts_of_one_event_never_meet_by_a_key_that_they_share() -> None:
    assert find_shared_pairs([[7], [7], [7, 8], [8]], [0, 0, 1, 1], crowd=12) == {(0, 2), (1, 2)}


def test_a_key_that_many_facts_share_proposes_few_pairs_each() -> None:
    pairs = find_shared_pairs([[7]] * 40, list(range(40)), crowd=12)
    assert len(pairs) == 37 * 3 + 2 + 1


def test_a_topic_of_hundreds_of_articles_is_no_heap_of_single_events() -> None:
    names = (("Ardby", 3), ("Mayor Holm", 2), ("Quinwick", 1))
    first = date(2024, 1, 1)
    articles = [Article(f"a{at:04}.txt", "", first + timedelta(days=at // 30), "", "en", "", 900, names) for at in range(400)]
    events = find_events(articles, {}, {"share": 0.12, "days": 21.0, "late": 0.08, "name_floor": 60.0})
    assert len(set(events.values())) <= 8
