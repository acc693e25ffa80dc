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

from bench.results import table
from ledger.extract import Extractor
from ledger.link import link
from ledger.model import Extraction
from ledger.pack import RulePack, load_pack
from ledger.sources import make_document

SIZES = (10_000, 30_000, 100_000)
PLACES_A = "Ard Bel Cor Dun Esk Fal Gar Hol Ing Jor Kel Lor Mar Nor Oss Pel Quin Ros Sel Tor Ulm Ver Wes Yar".split()
PLACES_B = "by combe dale field ford ham hurst leigh mere mouth ness port stead ton wick worth".split()
FIRST = "Anna Bruno Clara Dario Edith Felix Greta Hugo Ines Jonas Karla Leo Marta Nils Olga Paul Rosa Sven Tilda Ugo Vera Yara Zeno".split()
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


def render_cost_section(costs: Sequence[Cost]) -> str:
    """The section of results.md."""
    rows = [[f"{one.claims:,}", f"{one.articles:,}", f"{one.facts:,}", f"{one.seconds:.1f}"] for one in costs]
    told = f"CPU seconds on one core over made-up news; grows as n^{growth(costs):.2f} (goals: under 30 s at 100,000 claims, n^1.2).\n"
    return "\n".join(["## Linking: cost\n", told, table(["claims", "articles", "facts", "seconds"], rows)])


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
    """(article, day, text) of each outlet that tells an event: every outlet orders the sentences its own way and words each by turns."""
    day = date(2024, 1, 1) + timedelta(days=event % 600)
    teller = TELLERS[event % len(TELLERS)]
    for outlet in range(3 + event % 4):
        headline, *sentences = (wordings[(outlet + at) % len(wordings)] for at, wordings in enumerate(teller(event, outlet)))
        turned = [sentences[0], *sentences[1 + outlet % 3 :], *sentences[1 : 1 + outlet % 3]]
        body = f"{' '.join(turned[:3])}\n\n{' '.join(turned[3:])}"
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


def _fire(event: int, outlet: int) -> list[list[str]]:
    place, name, chief = _place(event), _name(event), _name(event, 1)
    dead, hurt = _figure(event, 1, 2, 60) + 2 * (outlet == 2 and event % 3 == 0), _figure(event, 2, 5, 300)
    homes, cost, crews, hours = (_figure(event, salt, *ends) for salt, ends in ((3, (4, 900)), (4, (2, 95)), (5, (3, 40)), (6, (2, 30))))
    toll, wounded, houses = _said(dead, outlet), _said(hurt, outlet), _said(homes, outlet)
    return [
        [f"Fire in {place} kills {toll}", f"{toll.capitalize()} dead in {place} blaze"],
        [
            f"A fire in the town of {place} killed {toll} people and injured {wounded}, the mayor, {name}, said.",
            f"Mayor {name} of {place} said {toll} people had died and {wounded} were hurt when flames swept through the town.",
        ],
        [f"It destroyed {houses} homes.", f"The blaze left {houses} houses in ruins, according to the police."],
        [
            f"{chief}, who runs the {place} fire service, put the damage at ${cost}.{event % 9 + 1} million.",
            f"The damage may come to about ${cost} million, said {chief}, the head of the local firefighters.",
        ],
        [
            f"Firefighters with {crews} engines fought the flames for {hours} hours.",
            f"It took {_said(hours, outlet)} hours to put it out; {_said(crews, outlet)} fire engines were sent.",
        ],
        [f"Of the injured, {max(1, hurt // 4)} were still in hospital.", f"Doctors are still treating {max(1, hurt // 4)} of the injured."],
    ]


def _company(event: int, outlet: int) -> list[list[str]]:
    firm, name = f"{_place(event)} {('Foods', 'Motors', 'Mining', 'Shipping')[event % 4]}", _name(event)
    sales, profit, jobs = _figure(event, 7, 20, 990), _figure(event, 8, 2, 190), _figure(event, 9, 100, 9000)
    rise, shops = _figure(event, 10, 2, 48), _figure(event, 11, 5, 400)
    staff = f"{jobs:,}" if outlet != 1 else f"{round(jobs, -2):,}"
    return [
        [f"{firm} sales rise {rise}%", f"Good year for {firm}"],
        [
            f"{firm} sold goods worth €{sales} million in 2023, {rise} percent more than in 2022, its chief, {name}, said.",
            f"Sales at {firm} grew by {rise} percent to €{sales} million in 2023, according to chief executive {name}.",
        ],
        [f"Its profit was €{profit}.{event % 10} million.", f"The group earned €{profit}.{event % 10} million after tax."],
        [f"{firm} has {staff} employees.", f"The company employs {staff} people."],
        [f"It runs {_said(shops, outlet)} shops.", f"Customers can go to {shops} shops of the chain."],
        [f"{name} plans to open {shops // 5 + 1} more by 2026.", f"By 2026 another {shops // 5 + 1} are to be opened."],
    ]


def _vote(event: int, outlet: int) -> list[list[str]]:
    place, name, rival = _place(event), _name(event), _name(event, 2)
    share, turnout, votes = _figure(event, 12, 51, 75), _figure(event, 13, 30, 85), _figure(event, 14, 900, 90000)
    seats, whole = _figure(event, 15, 11, 40), _figure(event, 16, 45, 90)
    votes += 37 * (outlet == 2)
    return [
        [f"{name} wins {place} election", f"{place} has a new mayor"],
        [
            f"{name} won the election for mayor of {place} with {share}.{event % 10} percent of the vote.",
            f"With {share}.{event % 10} percent of the vote {name} was elected mayor of {place} on Sunday.",
        ],
        [f"{rival} came second with {99 - share} percent.", f"The runner-up, {rival}, took {99 - share} percent."],
        [f"Turnout was {turnout} percent.", f"Some {turnout} percent of those who could vote did so."],
        [f"{name} got {votes:,} votes.", f"The winner received {votes:,} ballots."],
        [
            f"Her party won {_said(seats, outlet)} of the {whole} seats on the council of {place}.",
            f"On the council, which has {whole} seats, her party will hold {_said(seats, outlet)}.",
        ],
    ]


def _study(event: int, outlet: int) -> list[list[str]]:
    place, name = _place(event), _name(event)
    patients, weeks, better = _figure(event, 17, 80, 4000), _figure(event, 18, 6, 60), _figure(event, 19, 12, 70)
    risk, cost = _figure(event, 20, 2, 9), _figure(event, 21, 2, 80)
    drug = f"{PLACES_A[event % len(PLACES_A)]}{LAST[event // 7 % len(LAST)]}{('oxin', 'amab', 'ivir', 'opril')[event % 4]}"
    return [
        [f"New drug {drug} helps heart patients", f"Hope for the sick in {place}"],
        [
            f"Doctors at the University of {place} tested the drug {drug} on {patients:,} patients.",
            f"The drug {drug} was given to {patients:,} patients in a trial led by {name} of {place} University.",
        ],
        [f"The trial ran for {_said(weeks, outlet)} weeks.", f"They took it for {weeks} weeks."],
        [f"{better} percent of them felt better, {name} wrote.", f"According to {name}, {better} percent got better."],
        [
            f"Those without the drug were {_said(risk, outlet)} times as likely to fall ill.",
            f"The risk was {_said(risk, outlet)} times as high for those who did not take it.",
        ],
        [f"The study cost ${cost} million.", f"A fund paid the ${cost} million that the work cost."],
        [f"{patients // 9:,} patients had side effects.", f"Nearly {patients // 9:,} patients complained of side effects."],
    ]


TELLERS = (_fire, _company, _vote, _study)


if __name__ == "__main__":
    sys.exit(main())
