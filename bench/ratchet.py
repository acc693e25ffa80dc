"""The ratchet: every score is pinned in floors.toml and may only get better, unless somebody gives a reason in writing."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

HEADER = """\
# What `make bench` has reached, in percent: a score that falls below its floor (or rises above its ceiling) fails.
# Written by `python -m bench.run --update`, which only tightens. To loosen one takes --allow-regression "why", kept below.
"""


@dataclass(frozen=True, slots=True)
class Pin:
    """The worst that a score may be. `lower` is True for a ceiling: less is better."""

    value: float
    lower: bool = False

    def breached_by(self, value: float) -> bool:
        """True where the value is worse than the pin."""
        return value > self.value if self.lower else value < self.value


@dataclass(frozen=True, slots=True)
class Regression:
    """A pin that was loosened, and why."""

    score: str
    was: float
    became: float | None
    """None where the score is no longer measured."""
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The pins by score, and the record of those that were loosened."""

    pins: Mapping[str, Pin]
    regressions: tuple[Regression, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A score that is worse than its pin, or pinned and not measured (`measured` is None)."""

    score: str
    pin: Pin
    measured: float | None

    def __str__(self) -> str:
        bound = "at most" if self.pin.lower else "at least"
        found = "was not measured" if self.measured is None else f"is {self.measured}"
        return f"{self.score}: {found}, pinned at {bound} {self.pin.value}"


def find_breaches(floors: Floors, measured: Mapping[str, Pin]) -> tuple[Breach, ...]:
    """Every pinned score that got worse or went missing, by name. A new score breaches nothing."""
    breaches = []
    for score, pin in sorted(floors.pins.items()):
        now = measured.get(score)
        if now is None or pin.breached_by(now.value):
            breaches.append(Breach(score, pin, None if now is None else now.value))
    return tuple(breaches)


def tighten(floors: Floors, measured: Mapping[str, Pin]) -> Floors:
    """Floors that hold the better of pinned and measured, and every new score. Never loosens, never forgets a score."""
    pins = dict(floors.pins)
    for score, now in measured.items():
        pin = pins.get(score)
        if pin is None or not pin.breached_by(now.value):
            pins[score] = now
    return replace(floors, pins=pins)


def loosen(floors: Floors, breaches: Iterable[Breach], reason: str) -> Floors:
    """Floors that allow the breaches, each written down with the reason; a score that is no longer measured is dropped."""
    if not reason.strip():
        raise ValueError("a regression needs a reason")
    pins, record = dict(floors.pins), list(floors.regressions)
    for breach in breaches:
        del pins[breach.score]
        if breach.measured is not None:
            pins[breach.score] = replace(breach.pin, value=breach.measured)
        record.append(Regression(breach.score, breach.pin.value, breach.measured, reason.strip()))
    return Floors(pins, tuple(record))


def render_floors(floors: Floors) -> str:
    """floors.toml: floors and ceilings by name, regressions in the order they were allowed."""
    lines = [HEADER]
    for title, lower in (("floors", False), ("ceilings", True)):
        lines += [f"[{title}]", *(f"{_text(key)} = {pin.value}" for key, pin in sorted(floors.pins.items()) if pin.lower is lower), ""]
    for entry in floors.regressions:
        lines += ["[[regression]]", f"score = {_text(entry.score)}", f"was = {entry.was}"]
        lines += [] if entry.became is None else [f"became = {entry.became}"]
        lines += [f"reason = {_text(entry.reason)}", ""]
    return "\n".join(lines)


def parse_floors(text: str) -> Floors:
    """The floors of a floors.toml; raises tomllib.TOMLDecodeError, KeyError or ValueError for anything else."""
    table: dict[str, Any] = tomllib.loads(text)
    pins = {
        key: Pin(float(value), lower) for title, lower in (("floors", False), ("ceilings", True)) for key, value in table[title].items()
    }
    entries = table.get("regression", [])
    record = (Regression(entry["score"], entry["was"], entry.get("became"), entry["reason"]) for entry in entries)
    return Floors(pins, tuple(record))


def read_floors(path: Path) -> Floors:
    """The floors in a file; none where there is no file."""
    return parse_floors(path.read_text(encoding="utf-8")) if path.exists() else Floors({})


def write_floors(path: Path, floors: Floors) -> None:
    """Writes floors.toml."""
    path.write_text(render_floors(floors), encoding="utf-8", newline="\n")


def _text(text: str) -> str:
    """The text as a TOML string; JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
