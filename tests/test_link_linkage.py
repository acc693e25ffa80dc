"""Claims become facts: the whole of linking, on sentences written for it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

import pytest

from ledger.extract import Extractor
from ledger.link import Linkage, link
from ledger.link.exchange import find_worths, with_worths
from ledger.link.scale import make_measure, read_scales
from ledger.link.verdict import find_disputes, judge
from ledger.model import Claim, Fact
from ledger.sources import make_document
from link_samples import make_article, make_claim, make_claims, make_extractions, sample_pack

HARBOUR = ("Marlow", "Quayle", "Harbourtown", "Brennan")


def link_claims(claims: Sequence[Claim], *articles_of_other_events: str) -> Linkage:
    others = {
        f"x{number}": make_article(name, names=(f"Stranger{number}", f"Foreign{number}"))
        for number, name in enumerate(articles_of_other_events)
    }
    return link(make_extractions(claims, **others), sample_pack(), {})


def fact_of(linkage: Linkage, claim: Claim) -> Fact:
    return next(fact for fact in linkage.facts if claim.claim_id in fact.claim_ids)


def together(linkage: Linkage, *claims: Claim) -> bool:
    return len({fact_of(linkage, claim).fact_id for claim in claims}) == 1


SANK = [
    make_claim(
        "A storm sank {12} fishing boats in Marlow harbour on Sunday.", "a.txt", unit="boat", entity="fishing boat", noun_class="vehicle"
    ),
    make_claim(
        "In Marlow harbour {12} fishing boats sank in the storm.", "b.txt", unit="boat", entity="fishing boat", noun_class="vehicle"
    ),
]
DEAD = [
    make_claim(
        "The storm killed {7} people in Marlow, police said.",
        "a.txt",
        unit="person",
        noun_class="person",
        outcome="killed",
        section="headline",
        before="y" * 100,
    ),
    make_claim(
        "The storm killed at least {9} people in Marlow.",
        "b.txt",
        unit="person",
        noun_class="person",
        outcome="killed",
        section="headline",
        qualifier="at_least",
        before="y" * 100,
    ),
]
INJURED = make_claim(
    "The storm injured {7} people in Marlow, police said.", "b.txt", unit="person", noun_class="person", outcome="injured", before="x" * 900
)


def test_mentions_of_one_figure_are_one_fact_and_agree() -> None:
    linkage = link_claims(SANK)
    assert together(linkage, *SANK)
    assert fact_of(linkage, SANK[0]).verdict == "agree"


def test_a_revised_toll_is_one_fact_in_conflict() -> None:
    linkage = link_claims([*SANK, *DEAD])
    assert together(linkage, *DEAD)
    assert fact_of(linkage, DEAD[0]).verdict == "conflict"


def test_the_dead_and_the_injured_stay_apart_though_the_figure_is_one() -> None:
    linkage = link_claims([*DEAD, INJURED])
    assert not together(linkage, DEAD[0], INJURED)


def test_two_figures_of_one_sentence_are_two_facts() -> None:
    claims = make_claims("The storm sank {12} boats and {15} boats.", {"value": 12}, {"value": 15}, unit="boat", noun_class="vehicle")
    assert not together(link_claims(claims), *claims)


def test_a_bracketed_conversion_joins_the_amount_it_converts() -> None:
    amount = make_claim("Each parcel was worth {2 million VND} (77 USD).", value=2000000, kind="currency", unit="VND")
    bracket = make_claim("Each parcel was worth 2 million VND ({77 USD}).", value=77, kind="currency", unit="USD", converts=amount.claim_id)
    linkage = link_claims([amount, bracket])
    fact = fact_of(linkage, amount)
    assert together(linkage, amount, bracket)
    assert (fact.unit, fact.value, fact.mentions) == ("VND", 2000000, 2)


def test_lengths_in_two_units_are_one_fact_where_they_round_to_each_other() -> None:
    claims = [
        make_claim("The quake struck {58 km} west of Marlow.", "a.txt", kind="physical", unit="kilometer"),
        make_claim("The quake struck {36 miles} west of Marlow.", "b.txt", kind="physical", unit="mile"),
    ]
    linkage = link_claims(claims)
    assert together(linkage, *claims)
    assert fact_of(linkage, claims[0]).verdict == "rounding"


def test_an_annual_result_is_one_fact_across_events() -> None:
    common = {"unit": "agreement", "period": "2025", "subject": "Ostrovia", "outcome": "signed", "noun_class": "document"}
    claims = [
        make_claim("Ostrovia signed {350} cooperation agreements in 2025.", "a.txt", entity="cooperation agreement", **common),
        make_claim(
            "In 2025, Ostrovia signed {nearly 350} cooperation agreements.",
            "x.txt",
            value=350,
            entity="cooperation agreement",
            qualifier="nearly",
            **common,
        ),
    ]
    linkage = link_claims(claims, "x.txt")
    assert together(linkage, *claims)
    assert fact_of(linkage, claims[0]).verdict == "nuance"


def test_one_figure_of_unlike_things_is_not_one_fact_across_events() -> None:
    claims = [
        make_claim("The school has {12} classrooms.", "a.txt", unit="classroom", noun_class="building"),
        make_claim("The patrol seized {12} magazines.", "x.txt", unit="magazine", noun_class="weapon", outcome="seized"),
    ]
    assert not together(link_claims(claims, "x.txt"), *claims)


def test_the_order_of_articles_does_not_matter() -> None:
    claims = [*SANK, *DEAD, INJURED]
    expected = link_claims(claims)
    shuffled = list(claims)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert link_claims(shuffled) == expected


def test_ids_survive_a_changed_figure_and_a_new_article() -> None:
    before = link_claims(SANK)
    more = [
        *SANK,
        make_claim("The storm sank {12} fishing boats in Marlow.", "c.txt", unit="boat", entity="fishing boat", noun_class="vehicle"),
    ]
    after = link(make_extractions(more), sample_pack(), {fact.fact_id: fact.claim_ids for fact in before.facts})
    assert fact_of(after, SANK[0]).fact_id == fact_of(before, SANK[0]).fact_id


def test_every_claim_is_in_one_fact() -> None:
    linkage = link_claims([*SANK, *DEAD, INJURED])
    ids = [claim_id for fact in linkage.facts for claim_id in fact.claim_ids]
    assert sorted(ids) == sorted(claim.claim_id for claim in [*SANK, *DEAD, INJURED])


def test_a_comparison_is_the_sum_of_its_terms() -> None:
    for comparison in link_claims([*SANK, *DEAD, INJURED]).comparisons:
        assert comparison.weight == pytest.approx(sum(weight for _, weight, _ in comparison.terms), abs=0.05)


def test_near_misses_are_kept_with_what_spoke_against_them() -> None:
    linkage = link_claims([*DEAD, INJURED])
    names = {name for pair in linkage.comparisons if INJURED.claim_id in (pair.left, pair.right) for name, _, _ in pair.terms}
    assert "outcome_differs" in names


def test_no_claims_make_no_facts() -> None:
    assert link([], sample_pack(), {}) == Linkage((), {}, ())


def test_a_range_has_no_value() -> None:
    claim = make_claim("It needs {2 to 4 GB}.", value=0, low=Decimal(2), high=Decimal(4), kind="physical", unit="gigabyte")
    fact = fact_of(link_claims([claim]), claim)
    assert (fact.value, fact.low, fact.high, fact.verdict) == (None, 2, 4, "single")


def test_two_sources_in_one_sentence_are_one_fact_in_conflict() -> None:
    sentence = "The survey put the magnitude of the Marlow quake at {6.1}, but the institute put it at {5.9}."
    common = {"kind": "physical", "unit": "magnitude", "entity": "magnitude", "subject": "Marlow quake", "section": "headline"}
    claims = make_claims(sentence, {"value": "6.1", "speaker": "survey"}, {"value": "5.9", "speaker": "institute"}, **common)
    linkage = link_claims(claims)
    assert together(linkage, *claims)
    assert fact_of(linkage, claims[0]).verdict == "conflict"


def test_two_firms_that_speak_of_themselves_are_two_facts() -> None:
    common = {"unit": "car", "entity": "car", "noun_class": "vehicle", "outcome": "sold"}
    sentence = "Marlow Motors said it sold {5,000} cars, and Quayle Motors said it sold {7,000} cars."
    firms = [{"speaker": name, "subject": name, "value": value} for name, value in (("Marlow Motors", 5000), ("Quayle Motors", 7000))]
    claims = make_claims(sentence, *firms, **common)
    assert not together(link_claims(claims), *claims)


def test_a_teaser_is_another_story() -> None:
    body = make_claim("The council opened {12} schools in Marlow.", "a.txt", unit="school", entity="school", noun_class="building")
    teaser = make_claim("Twelve of {12} parks in Quayle to close", "b.txt", unit="park", entity="park", section="teaser", story=1)
    assert not together(link_claims([body, teaser]), body, teaser)


HAUL = [
    make_claim("Thieves took jewels worth {2000000} euros from the Quayle shop.", kind="currency", unit="EUR", entity="jewel"),
    make_claim("Jewels worth {1700000} pounds were taken from the Quayle shop.", "b.txt", kind="currency", unit="GBP", entity="jewel"),
]


def _with_rate(pounds: int) -> list[Claim]:
    """HAUL, beside an article that gives another amount in both currencies."""
    fine = make_claim("The owner once paid a fine of {100} euros.", "c.txt", before="y" * 90, kind="currency", unit="EUR", entity="fine")
    told = make_claim(
        f"The owner once paid a fine of 100 euros (£{{{pounds}}}).",
        "c.txt",
        before="y" * 90,
        kind="currency",
        unit="GBP",
        entity="fine",
        converts=fine.claim_id,
        role="conversion",
    )
    return [*HAUL, fine, told]


def test_two_currencies_are_one_amount_by_a_rate_that_the_articles_print() -> None:
    linkage = link_claims(_with_rate(85))
    assert together(linkage, *HAUL)
    assert fact_of(linkage, HAUL[0]).verdict == "rounding"


def test_without_a_printed_rate_two_currencies_stay_apart() -> None:
    assert not together(link_claims(HAUL), *HAUL)


@pytest.mark.parametrize(("dollars", "verdict"), [("0.50", "agree"), ("0.75", "conflict")])
def test_cents_and_dollars_are_one_currency(dollars: str, verdict: str) -> None:
    cents = make_claim("A bottle of milk costs {50} cents at the Quayle dairy.", kind="currency", unit="US_cent", entity="bottle")
    told = f"A bottle of milk costs ${{{dollars}}} at the Quayle dairy."
    whole = make_claim(told, "b.txt", kind="currency", unit="USD", entity="bottle")
    linkage = link_claims([cents, whole])
    assert together(linkage, cents, whole)
    assert fact_of(linkage, cents).verdict == verdict


def test_a_rate_holds_for_the_parts_of_a_currency() -> None:
    one = make_claim("It cost {80} cents.", kind="currency", unit="US_cent")
    two = make_claim("It cost 80 cents (€{1}).", kind="currency", unit="EUR", converts=one.claim_id)
    measure = make_measure(read_scales(sample_pack()))
    worths = find_worths([one, two], measure)
    assert worths == {"EUR": ("EUR", Decimal(1)), "USD": ("EUR", Decimal("1.25"))}
    assert with_worths(measure, worths)("currency", "US_cent").base(Decimal(8)) == Decimal("0.1")


def test_a_chain_of_conversions_gives_a_rate() -> None:
    one = make_claim("It cost {100} euros.", kind="currency", unit="EUR")
    two = make_claim("It cost 100 euros (£{80}).", kind="currency", unit="GBP", converts=one.claim_id)
    three = make_claim("A meal was {8} pounds.", "b.txt", kind="currency", unit="GBP")
    four = make_claim("A meal was 8 pounds (${12}).", "b.txt", kind="currency", unit="USD", converts=three.claim_id)
    worths = find_worths([four, three, two, one], make_measure({}))
    assert worths == {"EUR": ("EUR", Decimal(1)), "GBP": ("EUR", Decimal("1.25")), "USD": ("EUR", Decimal("0.833333333333"))}


def test_five_more_are_not_the_toll() -> None:
    toll = make_claim("The mine fire at Brennan killed {12} miners.", unit="miner", noun_class="person", outcome="killed")
    more = make_claim("The mine fire at Brennan killed {5} more miners.", "b.txt", unit="miner", noun_class="person", outcome="killed")
    assert not together(link_claims([toll, more]), toll, more)
    revised = make_claim("The mine fire at Brennan killed {15} miners.", "b.txt", unit="miner", noun_class="person", outcome="killed")
    assert together(link_claims([toll, revised]), toll, revised)


def test_another_thirty_injured_behind_the_dead_are_all_the_injured() -> None:
    people = {"unit": "person", "noun_class": "person"}
    dead = make_claim("The mine fire at Brennan killed {12} miners.", "a.txt", outcome="killed", **people)
    hurt = make_claim(
        "Another {30} people were injured in the mine fire at Brennan.", "a.txt", before="y" * 60, outcome="injured", **people
    )
    other = make_claim("The mine fire at Brennan injured {34} people.", "b.txt", outcome="injured", **people)
    linkage = link_claims([dead, hurt, other])
    assert together(linkage, hurt, other)
    assert not together(linkage, hurt, dead)


def test_a_part_of_the_injured_is_not_all_of_them() -> None:
    people = {"unit": "person", "noun_class": "person", "outcome": "injured"}
    whole = make_claim("The mine fire at Brennan injured {34} people.", "a.txt", **people)
    part = make_claim("The clinic at Brennan treated {30} of the injured after the mine fire.", "b.txt", **people)
    assert not together(link_claims([whole, part]), whole, part)


def test_figures_of_two_years_are_no_conflict() -> None:
    old, new = (
        make_claim(f"In {year} the Quayle works made {{{cars}}} cars.", f"{year}.txt", unit="car", period=str(year), outcome="made")
        for year, cars in ((2021, 500), (2022, 700))
    )
    disputes = find_disputes([old, new], make_measure({}), sample_pack().link["verdict"])
    assert [dispute.relation.kind for dispute in disputes] == ["conflict"]
    assert judge([old, new], disputes, {}, make_measure({})) == "nuance"


def test_reasons_show_words_and_not_stems() -> None:
    reasons = " ".join(reason for pair in link_claims(SANK).comparisons for _, _, reason in pair.terms)
    assert "marlow" in reasons
    assert "fishing" in reasons
    assert "boats" in reasons


def test_thousands_more_behind_another_figure_of_one_sentence_are_no_total() -> None:
    people = {"unit": "person", "noun_class": "person", "outcome": "killed"}
    at_home, abroad = make_claims(
        "The Brennan flood killed {4000} people at home and {2000} more abroad.", {"value": 4000}, {"value": 2000}, **people
    )
    total = make_claim("The Brennan flood killed {6000} people.", "b.txt", **people)
    assert not together(link_claims([at_home, abroad, total]), abroad, total)


def _speeds(*figures: int) -> list[Claim]:
    """A speed told of the bus, in the first article, and the others, all in the second."""
    first, *others = figures
    told = [make_claim(f"The bus to Quayle was going at {{{first}}} km/h.", kind="physical", unit="kilometer / hour", entity="speed")]
    return told + [
        make_claim(
            f"Investigators in Brennan said it did {{{speed}}} km/h.",
            "b.txt",
            before="y" * 500 * at,
            kind="physical",
            unit="kilometer / hour",
            entity="speed",
        )
        for at, speed in enumerate(others, 1)
    ]


def test_the_only_speed_of_one_article_is_the_only_speed_of_the_other() -> None:
    one, other = _speeds(78, 84)
    linkage = link_claims([one, other])
    assert together(linkage, one, other)
    assert fact_of(linkage, one).verdict == "conflict"


def test_of_three_speeds_nobody_knows_which_is_meant() -> None:
    one, *others = _speeds(78, 84, 61, 50)
    linkage = link_claims([one, *others])
    assert not any(together(linkage, one, other) for other in others)


def test_an_amount_for_each_is_not_the_whole_amount() -> None:
    each = make_claim("Each of the families in Quayle got ${400} from the fund.", kind="currency", unit="USD", entity="family")
    whole = make_claim("The fund gave the families in Quayle ${900}.", "b.txt", kind="currency", unit="USD", entity="family")
    assert not together(link_claims([each, whole]), each, whole)


def test_a_yearly_rate_meets_a_plain_amount() -> None:
    rate = make_claim("Marlow expects savings of {$150} a year.", kind="currency", unit="USD / year", entity="saving", aspect="rate")
    plain = make_claim("Annual savings of {$150} are expected in Marlow.", "b.txt", kind="currency", unit="USD", entity="saving")
    linkage = link_claims([rate, plain])
    assert together(linkage, rate, plain)
    assert fact_of(linkage, rate).verdict == "agree"


def test_those_whom_a_clinic_treated_are_part_of_the_wounded() -> None:
    people = {"unit": "person", "noun_class": "person", "outcome": "injured"}
    treated = make_claim("The clinic in Quayle has treated {17} people.", **people)
    hurt = make_claim("The fire in Quayle injured {20} people.", "b.txt", **people)
    assert not together(link_claims([treated, hurt]), treated, hurt)


def test_nationals_are_people() -> None:
    named = make_claim("The raid on Brennan killed {225} Marlowans.", unit="Marlowan", entity="Marlowan", outcome="killed")
    people = make_claim("The raid on Brennan killed {225} people.", "b.txt", unit="person", noun_class="person", outcome="killed")
    linkage = link_claims([named, people])
    assert together(linkage, named, people)
    revised = make_claim("The raid on Brennan killed {271} Marlowans.", "c.txt", unit="Marlowan", entity="Marlowan", outcome="killed")
    assert fact_of(link_claims([named, people, revised]), revised).verdict == "conflict"


def test_boats_are_not_killed_whatever_is_told_of_them() -> None:
    taken = make_claim("The frigate off Quayle stopped {3} boats.", unit="boat", noun_class="vehicle", outcome="seized")
    misread = make_claim("The frigate off Quayle stopped {3} boats.", "b.txt", unit="boat", noun_class="vehicle", outcome="killed")
    assert together(link_claims([taken, misread]), taken, misread)


@pytest.mark.parametrize(("percent", "verdict"), [(50, "agree"), (53, "rounding"), (60, "conflict")])
def test_half_of_them_are_fifty_percent(percent: int, verdict: str) -> None:
    half = make_claim(
        "The storm destroyed {0.5} of the houses in Marlow.",
        value=Decimal("0.5"),
        kind="ratio",
        unit="times",
        aspect="share",
        entity="house",
    )
    told = make_claim(
        f"The storm destroyed {{{percent}}} percent of the houses in Marlow.",
        "b.txt",
        kind="percent",
        unit="percent",
        aspect="share",
        entity="house",
    )
    linkage = link_claims([half, told])
    assert together(linkage, half, told)
    assert fact_of(linkage, half).verdict == verdict


def test_three_who_were_shot_are_the_three_who_died_and_not_the_three_arrested() -> None:
    people = {"unit": "person", "noun_class": "person"}
    shot = make_claim("A gunman shot {3} people in Marlow harbour.", outcome="shot", **people)
    dead = make_claim("The attack in Marlow harbour killed {3} people.", "b.txt", outcome="killed", **people)
    held = make_claim("A day later police arrested {3} people at an inn.", "c.txt", outcome="arrested", **people)
    linkage = link_claims([shot, dead, held])
    assert together(linkage, shot, dead)
    assert not together(linkage, dead, held)


def test_two_frosts_are_as_near_as_two_heats() -> None:
    frost = {"kind": "physical", "unit": "degree", "entity": "temperature"}
    one = make_claim("Crews fought the Marlow fire at {-17} degrees.", value=Decimal(-17), **frost)
    other = make_claim("The fire in Marlow was fought at {-20} degrees.", "b.txt", value=Decimal(-20), **frost)
    linkage = link_claims([one, other])
    assert together(linkage, one, other)
    assert fact_of(linkage, one).verdict == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police in Marlow arrested {} people.", "The number of arrests in Marlow rose to {}."),
        ("Norvik will pay ${} million for Brennan Steel.", "Brennan Steel was sold after a bid of ${} million."),
        (
            "The ${} million takeover of Brennan Steel was agreed in Marlow.",
            "Norvik agreed in Marlow to buy Brennan Steel for ${} million.",
        ),
        ("The judge in Marlow sentenced him to {} years in prison.", "The court in Marlow jailed him for {} years."),
        ("Rescuers in Marlow saved {} people.", "A total of {} passengers were rescued in Marlow."),
        ("Norvik of Marlow holds {} percent of the market for tin.", "Norvik of Marlow has a {}% share of the tin market."),
        ("Gusts of {} mph were measured in Marlow.", "The wind in Marlow blew at {} mph."),
        ("The death toll in Marlow rose to {}.", "Rescuers in Marlow counted {} bodies."),
        ("The storm in Marlow claimed {} lives.", "There were {} deaths in Marlow, a doctor said."),
    ],
)
def test_one_quantity_in_two_outlets_words_is_one_fact(one: str, other: str) -> None:
    extractor = Extractor(sample_pack())
    read = [
        extractor.extract(make_document(f"{place} news\n\nNews from Marlow and Brennan. {told}", f"{place}.txt"))
        for place, told in (("Harbour", one.format(14)), ("Quayle", other.format(17)))
    ]
    linkage = link(read, sample_pack(), {})
    claims = [
        next(claim for claim in extraction.claims if figure in claim.surface) for extraction, figure in zip(read, ("14", "17"), strict=True)
    ]
    assert together(linkage, *claims)
