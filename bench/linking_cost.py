"""What linking costs: link() over 10,000, 30,000 and 100,000 claims of generated news.

    python -m bench.linking_cost [--sizes 10000 30000] [--profile]

The news is made up from templates: events of their own place, names and day, each told by three to six outlets that word, round and order
the figures in their own ways, with figures that outlets dispute. Nothing is drawn at random: the same size gives the same texts.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import math
import pstats
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.extract import Extractor
from ledger.link import link
from ledger.model import Extraction
from ledger.pack import RulePack, load_pack
from ledger.sources import make_document

SIZES = (10_000, 30_000, 100_000)
PLACES_A = "Ard Bel Cor Dun Esk Fal Gar Hol Ing Jor Kel Lor Mar Nor Oss Pel Quin Ros Sel Tor Ulm Ver Wes Yar".split()
PLACES_B = "by combe dale field ford ham hurst leigh mere mouth ness port stead ton wick worth".split()
FIRST = "Anna Bruno Clara Dario Edith Felix Greta Hugo Ines Jonas Karla Leo Marta Nils Olga Paul Rosa Sven Tilda Ugo Vera Willem Yara Zeno".split()
LAST = "ack an berg by d en er holm i in is man mann ner ov ski son strom t vik".split()
OUTLETS = "Courier Herald Post Gazette Mirror Echo".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Cost:
    """How long linking so many claims took, in seconds of CPU, and how many facts came of it."""

    claims: int
    articles: int
    facts: int
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line a size and the growth between the first and the last."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking_cost", description="CPU time of link() on generated news.")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="how many claims")
    parser.add_argument("--profile", action="store_true", help="show where the time of the last size goes")
    options = parser.parse_args(arguments)
    pack = load_pack()
    extractions = make_news(max(options.sizes), pack)
    costs = [measure_link(take(extractions, size), pack) for size in sorted(options.sizes)]
    print(render_costs(costs))
    if options.profile:
        profile_link(take(extractions, max(options.sizes)), pack)
    return 0


def measure_costs(pack: RulePack, sizes: Sequence[int] = SIZES) -> tuple[Cost, ...]:
    """The costs at each size, smallest first."""
    extractions = make_news(max(sizes), pack)
    return tuple(measure_link(take(extractions, size), pack) for size in sorted(sizes))


def measure_link(extractions: Sequence[Extraction], pack: RulePack) -> Cost:
    """The cost of one link()."""
    gc.collect()
    before = time.process_time()
    linkage = link(extractions, pack, {})
    seconds = time.process_time() - before
    return Cost(sum(len(one.claims) for one in extractions), len(extractions), len(linkage.facts), round(seconds, 2))


def growth(costs: Sequence[Cost]) -> float:
    """The exponent k of cost ~ claims^k between the smallest and the largest size."""
    first, last = costs[0], costs[-1]
    return round(math.log(last.seconds / max(first.seconds, 1e-9)) / math.log(last.claims / first.claims), 2)


def render_costs(costs: Sequence[Cost]) -> str:
    """A line a size, and the growth."""
    lines = [f"{one.claims:8} claims of {one.articles:6} articles: {one.seconds:7.2f} s of CPU, {one.facts} facts" for one in costs]
    if len(costs) > 1:
        lines.append(f"grows as n^{growth(costs):.2f} (target: at most 1.2; 100,000 claims in under 30 s)")
    return "\n".join(lines)


def profile_link(extractions: Sequence[Extraction], pack: RulePack) -> None:
    """Prints the thirty functions with most time of their own."""
    profile = cProfile.Profile()
    profile.runcall(link, extractions, pack, {})
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


def take(extractions: Sequence[Extraction], size: int) -> list[Extraction]:
    """The first extractions that have so many claims together."""
    taken: list[Extraction] = []
    claims = 0
    for one in extractions:
        if claims >= size:
            break
        taken.append(one)
        claims += len(one.claims)
    return taken


def make_news(size: int, pack: RulePack) -> list[Extraction]:
    """Extractions of made-up articles with at least so many claims, event after event."""
    extractor = Extractor(pack)
    made: list[Extraction] = []
    claims = 0
    event = 0
    while claims < size:
        for article, day, text in tell_event(event):
            one = extractor.extract(make_document(text, article, published=day))
            made.append(one)
            claims += len(one.claims)
        event += 1
    return made


def tell_event(event: int) -> Iterator[tuple[str, date, str]]:
    """(article, day, text) of each outlet that tells an event."""
    day = date(2024, 1, 1) + timedelta(days=event % 600)
    kind = TELLERS[event % len(TELLERS)]
    for outlet in range(3 + event % 4):
        headline, body = kind(event, outlet)
        yield f"{event:05}-{OUTLETS[outlet].lower()}.txt", day, f"{headline}\n\n{body}\n"


def _place(event: int, shift: int = 0) -> str:
    number = event * 7 + shift * 131
    return PLACES_A[number % len(PLACES_A)] + PLACES_B[number // len(PLACES_A) % len(PLACES_B)]


def _name(event: int, shift: int = 0) -> str:
    number = event * 11 + shift * 173
    family = f"{PLACES_A[number % len(PLACES_A)]}{LAST[number // len(PLACES_A) % len(LAST)]}"
    return f"{FIRST[(event + shift * 5) % len(FIRST)]} {family}"


def _figure(event: int, salt: int, low: int, high: int) -> int:
    return low + (event * 7919 + salt * 104729) % (high - low)


def _said(number: int, outlet: int) -> str:
    return WORDS[number] if number < len(WORDS) and outlet % 2 else f"{number:,}"


def _fire(event: int, outlet: int) -> tuple[str, str]:
    place, name, owner = _place(event), _name(event), _name(event, 1)
    dead, hurt = _figure(event, 1, 2, 60), _figure(event, 2, 5, 300)
    dead += 2 * (outlet == 2 and event % 3 == 0)
    homes, cost = _figure(event, 3, 4, 900), _figure(event, 4, 2, 95)
    crews, hours = _figure(event, 5, 3, 40), _figure(event, 6, 2, 30)
    damage = f"${cost}.{event % 9 + 1} million" if outlet % 2 else f"about ${cost} million"
    return f"Fire in {place} kills {_said(dead, outlet)}", (
        f"A fire in the town of {place} killed {_said(dead, outlet)} people and injured {_said(hurt, outlet)}, the mayor, {name}, said. "
        f"It destroyed {_said(homes, outlet)} homes. {owner}, who runs the {place} fire service, put the damage at {damage}.\n\n"
        f"{_said(crews, outlet).capitalize()} fire engines fought the flames for {_said(hours, outlet)} hours. "
        f"Of the injured, {_said(max(1, hurt // 4), outlet)} were still in hospital in {place}."
    )


def _company(event: int, outlet: int) -> tuple[str, str]:
    firm, name = f"{_place(event)} {('Foods', 'Motors', 'Mining', 'Shipping')[event % 4]}", _name(event)
    sales, profit, jobs = _figure(event, 7, 20, 990), _figure(event, 8, 2, 190), _figure(event, 9, 100, 9000)
    rise, shops = _figure(event, 10, 2, 48), _figure(event, 11, 5, 400)
    staff = f"{jobs:,}" if outlet != 1 else f"{round(jobs, -2):,}"
    return f"{firm} sales rise {rise}%", (
        f"{firm} sold goods worth €{sales} million in 2023, {rise} percent more than in 2022, its chief, {name}, said. "
        f"Its profit was €{profit}.{event % 10} million.\n\n"
        f"{firm} has {staff} employees and {_said(shops, outlet)} shops. {name} plans to open {_said(shops // 5 + 1, outlet)} more by 2026. "
        f"Shares in {firm} rose {rise // 3 + 1}.{outlet} percent."
    )


def _vote(event: int, outlet: int) -> tuple[str, str]:
    place, name, rival = _place(event), _name(event), _name(event, 2)
    share, turnout, votes = _figure(event, 12, 51, 75), _figure(event, 13, 30, 85), _figure(event, 14, 900, 90000)
    seats, whole = _figure(event, 15, 11, 40), _figure(event, 16, 45, 90)
    return f"{name} wins {place} election", (
        f"{name} won the election for mayor of {place} with {share}.{event % 10} percent of the vote. {rival} came second with {99 - share} percent. "
        f"Turnout was {turnout} percent.\n\n"
        f"{name} got {votes + (37 if outlet == 2 else 0):,} votes. Her party won {_said(seats, outlet)} of the {whole} seats on the council of {place}. "
        f"{_said(seats // 2 + 1, outlet).capitalize()} women were elected."
    )


def _study(event: int, outlet: int) -> tuple[str, str]:
    place, name = _place(event), _name(event)
    patients, weeks, better = _figure(event, 17, 80, 4000), _figure(event, 18, 6, 60), _figure(event, 19, 12, 70)
    risk, cost = _figure(event, 20, 2, 9), _figure(event, 21, 2, 80)
    drug = f"{PLACES_A[event % len(PLACES_A)]}{('oxin', 'amab', 'ivir', 'opril')[event % 4]}"
    return f"New drug {drug} helps heart patients", (
        f"Doctors at the University of {place} tested the drug {drug} on {patients:,} patients over {_said(weeks, outlet)} weeks. "
        f"{better} percent of them felt better, {name} wrote. Those without the drug were {_said(risk, outlet)} times as likely to fall ill.\n\n"
        f"The study cost ${cost} million. {'Nearly ' if outlet == 1 else ''}{patients // 9:,} patients had side effects."
    )


TELLERS = (_fire, _company, _vote, _study)


if __name__ == "__main__":
    sys.exit(main())
