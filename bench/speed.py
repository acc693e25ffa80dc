"""How fast extraction is: KB of text a second of one core's CPU, how it grows with the text, and how long a start takes."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.suites import Suites, read_records
from ledger.extract import Extractor
from ledger.pack import load_pack
from ledger.sources import make_document

ROUNDS = 3
STARTS = 7
LONG = 16
"""How many times over the news text is repeated to see that time grows with it and no faster."""


HOSTILE = ("1 ", "two and ", "5 to ", "2 of the ", "5 km per hour ", "$1 ", "4-", "(", '"', "2026 ", "3 May 2026 ", "U.S.", "million ", "a")
"""What a line of 2 MB repeats."""
HOSTILE_LENGTH = 2_000_000


@dataclass(frozen=True, slots=True)
class Speed:
    """KB/s on whole news articles and on the dense news sentences; time for a text 16 times as long, over 16 times the time; start in s;
    the dearest hostile line by KB, in times of the articles' cost."""

    articles: float
    sentences: float
    growth: float
    start: float
    hostile: float = 0.0
    dearest: str = ""


def measure_speed(suites: Suites, command: str) -> Speed:
    """Best of three rounds, in this process, CPU time; the start is the wall time of `extract` on one sentence."""
    extractor = Extractor(load_pack())

    def extract(texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            extractor.extract(make_document(text, f"{number}.txt"))

    articles = news_texts(suites)
    sentences = [record["text"] for record in read_records(suites.sets["NewsQuant"])]
    single, long = "\n\n".join(articles)[:20000], "\n\n".join(articles)[:20000] + "\n\n"
    growth = cpu_seconds(lambda: extract([long * LONG])) / (LONG * cpu_seconds(lambda: extract([single])))
    speed = rate(articles, extract)
    hostile, dearest = max((speed / rate_once((unit * (HOSTILE_LENGTH // len(unit))), extract), unit) for unit in HOSTILE)
    return Speed(speed, rate(sentences, extract), round(growth, 2), start_seconds(command), round(hostile, 1), dearest.strip())


def news_texts(suites: Suites) -> list[str]:
    """The articles of the reconcile clusters."""
    return [path.read_text(encoding="utf-8") for path in sorted((suites.folder / "reconcile" / "dev").glob("*/*.txt"))]


def rate(texts: Sequence[str], extract: Callable[[Sequence[str]], None]) -> float:
    """KB (1000 bytes of UTF-8) a second of CPU."""
    return round(sum(len(text.encode()) for text in texts) / 1000 / cpu_seconds(lambda: extract(texts)), 0)


def rate_once(text: str, extract: Callable[[Sequence[str]], None]) -> float:
    """KB a second of CPU on one long text, read once."""
    before = time.process_time()
    extract([text])
    return len(text.encode()) / 1000 / max(time.process_time() - before, 1e-9)


def cpu_seconds(work: Callable[[], None]) -> float:
    """The least CPU time of three rounds."""
    times = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return max(min(times), 1e-9)


def start_seconds(command: str) -> float:
    """The least wall time of `extract -` on one sentence, with the caches that a first run leaves (bytecode, compiled rules)."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(1 + STARTS):
        before = time.perf_counter()
        text = "The port moved 350 containers."
        subprocess.run([*shlex.split(command), "extract", "-"], input=text, capture_output=True, text=True, check=True, env=environment)
        times.append(time.perf_counter() - before)
    return round(min(times[1:]), 2)
