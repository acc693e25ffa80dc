"""Made-up newsroom text of any size: events told by several outlets, with noise, reprints and updates.

    python -m bench.newsroom 1000 FOLDER        writes 1,000 articles of about 2 KB into FOLDER

Every choice comes from whole numbers (a mixing function over the seed, the event and the place in the text), so the same seed and
size give the same bytes on every machine, and the first 1,000 articles of a larger newsroom are the newsroom of 1,000.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from bench.newsroom_words import ASIDES, DEEDS, EVENTS, FIRST, LAST, NOISE, OUTLETS, PERSONS, QUOTES, SPOTS, TIMES, TOWNS_A, TOWNS_B, WORDS

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Draw:
    """Numbers drawn from a seed and an event, the same for the same questions."""

    seed: int
    event: int

    def number(self, salt: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + _mix(_mix(self.seed * 1_000_003 + self.event) + salt) % (high - low + 1)

    def one(self, salt: int, words: Sequence[str]) -> str:
        """One of the words."""
        return words[self.number(salt, 0, len(words) - 1)]


@dataclass(frozen=True, slots=True)
class Story:
    """One article of the newsroom: its file name and its text."""

    name: str
    text: str


def make_newsroom(articles: int, seed: int = 1) -> Iterator[Story]:
    """So many articles, event after event."""
    yield from islice(_all_stories(seed), articles)


def write_newsroom(folder: Path, articles: int, seed: int = 1) -> int:
    """Writes the articles as files, a hundred events a folder; gives the characters written."""
    characters = 0
    for story in make_newsroom(articles, seed):
        path = folder / story.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(story.text.encode())
        characters += len(story.text)
    return characters


def _all_stories(seed: int) -> Iterator[Story]:
    event = 0
    while True:
        yield from tell_event(Draw(seed, event))
        event += 1


def tell_event(draw: Draw) -> Iterator[Story]:
    """Two to six articles of one event: outlets that tell it their own way, a reprint of the first, an update of the day after."""
    kind = draw.number(1, 0, len(EVENTS) - 1)
    day = date(2023, 1, 1) + timedelta(days=draw.number(2, 0, 900))
    outlets = draw.number(3, 1, 4)
    first = draw.number(4, 0, len(OUTLETS) - 1)
    told = [_tell(draw, kind, outlet, day, later=False) for outlet in range(outlets)]
    if draw.number(5, 0, 2) == 0:
        told.append(_reprint(draw, told[0], outlets))
    if draw.number(6, 0, 3) == 0:
        told.append(_tell(draw, kind, outlets + 1, day + timedelta(days=1), later=True))
    for at, text in enumerate(told):
        outlet = OUTLETS[(first + at) % len(OUTLETS)].lower()
        yield Story(f"{draw.event // 100:04}/{draw.event:06}-{at}-{outlet}.txt", text)


def _tell(draw: Draw, kind: int, outlet: int, day: date, *, later: bool) -> str:
    """One outlet's article: headline, dateline, the figures in its own order and words, what people said, and noise around it."""
    lead, *others = EVENTS[kind][1]
    words = _figures(draw, outlet, later=later)
    turn = outlet % 3
    figures = [_worded(sentences, draw, outlet, at, words) for at, sentences in enumerate([lead, *others[turn:], *others[:turn]])]
    quotes = _some(draw, 300 + outlet, 6, QUOTES, words)
    asides = _some(draw, 400 + outlet, 6, ASIDES, words)
    mixed = [sentence for pair in zip(figures[1:4], quotes, strict=False) for sentence in pair]
    told = [mixed[:3], mixed[3:], [*figures[4:6], *asides[:2]], quotes[3:5], [*figures[6:], *asides[2:5]], quotes[5:], asides[5:]]
    paragraphs = [" ".join(part) for part in told]
    headline = _fill(EVENTS[kind][0][(outlet + later) % len(EVENTS[kind][0])], words)
    dateline = f"{words['town'].upper()}, {day:%B} {day.day}, {day.year} - "
    noise = _fill(draw.one(500 + outlet, NOISE), words) if draw.number(510 + outlet, 0, 2) == 0 else ""
    parts = [headline, f"Published: {day.isoformat()}", dateline + figures[0], *paragraphs, noise]
    return "\n\n".join(part for part in parts if part) + "\n"


def _reprint(draw: Draw, text: str, outlet: int) -> str:
    """A wire story once more: another source line, now and then without its last paragraph."""
    paragraphs = text.rstrip("\n").split("\n\n")
    if draw.number(7, 0, 1) and len(paragraphs) > 5:
        paragraphs = paragraphs[:-1]
    return "\n\n".join([*paragraphs, f"Taken over from a news agency by the {OUTLETS[outlet % len(OUTLETS)]}."]) + "\n"


def _some(draw: Draw, salt: int, count: int, sentences: Sequence[str], words: dict[str, str]) -> list[str]:
    """So many different sentences, each about persons, deeds and spots of its own."""
    first = draw.number(salt, 0, len(sentences) - 1)
    return [_fill(sentences[(first + at) % len(sentences)], words | _scene(draw, 1_000 + 100 * salt + 10 * at)) for at in range(count)]


def _scene(draw: Draw, salt: int) -> dict[str, str]:
    lists = {"person": PERSONS, "person2": PERSONS, "deed": DEEDS, "deed2": DEEDS, "spot": SPOTS, "spot2": SPOTS, "time": TIMES}
    return {name: draw.one(salt + at, words) for at, (name, words) in enumerate(lists.items())}


def _worded(sentences: Sequence[str], draw: Draw, outlet: int, at: int, words: dict[str, str]) -> str:
    return _fill(sentences[draw.number(600 + 31 * outlet + at, 0, len(sentences) - 1)], words)


def _fill(sentence: str, words: dict[str, str]) -> str:
    filled = sentence.format_map(words)
    return filled[0].upper() + filled[1:]


def _figures(draw: Draw, outlet: int, *, later: bool) -> dict[str, str]:
    """Names and figures of an event as an outlet writes them: some outlets spell out, round or dispute; an update raises the toll."""
    small = [draw.number(20 + at, 3, 40) + (2 if later else 0) for at in range(4)]
    middle = [draw.number(30 + at, 41, 960) for at in range(4)]
    large = [draw.number(40 + at, 1_001, 98_000) for at in range(4)]
    tenths = [draw.number(50 + at, 11, 980) for at in range(4)]
    shares = [draw.number(60 + at, 4, 48) for at in range(4)]
    if outlet == 2 and draw.number(70, 0, 3) == 0:
        small[0] += 3
        large[1] += 700
    rounds = outlet % 3 == 1
    spelt = outlet % 2 == 1
    words = {f"s{at}": WORDS[number] if spelt and number < len(WORDS) else str(number) for at, number in enumerate(small)}
    words |= {f"m{at}": str(number) for at, number in enumerate(middle)}
    words |= {f"l{at}": f"about {round(number, -3):,}" if rounds and at > 1 else f"{number:,}" for at, number in enumerate(large)}
    words |= {f"t{at}": f"{number // 10}.{number % 10}" for at, number in enumerate(tenths)}
    words |= {f"p{at}": str(number) for at, number in enumerate(shares)}
    return words | _names(draw)


def _names(draw: Draw) -> dict[str, str]:
    town, near = (draw.one(80 + at, TOWNS_A) + draw.one(82 + at, TOWNS_B) for at in range(2))
    name, chief = (f"{draw.one(90 + at, FIRST)} {draw.one(84 + at, TOWNS_A)}{draw.one(94 + at, LAST)}" for at in range(2))
    firm = f"{draw.one(86, TOWNS_A)}{draw.one(97, LAST)} {draw.one(98, ('Foods', 'Motors', 'Mining', 'Shipping', 'Energy', 'Steel'))}"
    year = str(2021 + draw.number(99, 0, 1))
    return {"town": town, "near": near, "name": name, "family": name.split()[1], "chief": chief, "firm": firm, "year": year}


def _mix(number: int) -> int:
    """A whole number of 64 bits in which every bit of `number` counts (the finisher of splitmix64)."""
    number = (number + 0x9E3779B97F4A7C15) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes a newsroom into a folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.newsroom", description="Made-up articles, the same on every machine.")
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    characters = write_newsroom(options.folder, options.articles, options.seed)
    print(f"{options.articles:,} articles, {characters:,} characters in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
