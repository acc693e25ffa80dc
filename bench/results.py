"""results.md: the scores beside those of other tools, in a fixed layout."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bench.suites import PARTS

if TYPE_CHECKING:
    from bench.scores import Score
    from bench.speed import Speed

PEERS = {"quantulum3": "quantulum3 0.10", "recognizers": "Recognizers-Text", "cqe": "CQE 2.0.3"}

INTRO = """\
# Where factledger stands

Written by `make bench`; `bench/floors.toml` pins every score here. The benchmark itself is not part of this project, and is read in parts:
*read* is what errors are looked at in, *unread* is only scored: a twelfth of each set and four clusters, set aside by SHA-1.
"""


def render_results(scores: Sequence[Score], speed: Speed, peers: Mapping[str, Any], more: Sequence[str] = ()) -> str:
    """The whole file; `more` are sections that others wrote."""
    found = {(score.name, score.measure, score.part): score.value for score in scores}
    extraction = [_extraction_row(group, found, peers) for group in peers["group"]]
    parts = [
        INTRO,
        "## Extraction: F1 in percent, value / value + unit\n",
        table(["set", "factledger", "read", "unread", "goal", *PEERS.values()], extraction),
        _of_peers(peers),
        "## Speed and start\n",
        table(["", "factledger", "goal", *PEERS.values()], _speed_rows(speed, peers)),
        "## News clusters: reconciliation, in percent\n",
        table(["measure", *PARTS, "goal", "same figure and unit"], _reconcile_rows(found, peers)),
        "## News clusters: what each figure is about, in percent\n",
        table(["field", *PARTS, "goal"], _field_rows(found, peers)),
        *more,
        f"Measured with Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores.\n",
    ]
    return "\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table with even columns."""
    lines = [list(head), *map(list, rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(head))]
    lines.insert(1, ["-" * width for width in widths])
    return "".join(f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |\n" for line in lines)


def _extraction_row(group: Mapping[str, Any], found: Mapping[tuple[str, str, str], float], peers: Mapping[str, Any]) -> list[str]:
    name = group["name"]
    ours = [_pair([found.get((name, measure, part)) for measure in ("value", "value + unit")]) for part in PARTS]
    goal = _pair(group["goal"])
    if name in peers["unread_goal"]:
        goal += f" (unread {_pair(peers['unread_goal'][name])})"
    return [name, *ours, goal, *(_marked(_pair(group.get(peer, [])), peer, peers) for peer in PEERS)]


def _marked(told: str, peer: str, peers: Mapping[str, Any]) -> str:
    """A figure of a peer, with a mark where it is as published and was not measured in this run."""
    return told if not told or peer in peers.get("measured", ()) else f"{told} †"


def _of_peers(peers: Mapping[str, Any]) -> str:
    """Where the figures of the peers come from."""
    measured = [PEERS[peer] for peer in PEERS if peer in peers.get("measured", ())]
    told = f"Measured in this run, in environments of their own: {', '.join(measured)}.\n" if measured else ""
    return told + ("" if len(measured) == len(PEERS) else "† as published, not measured in this run.\n")


def _speed_rows(speed: Speed, peers: Mapping[str, Any]) -> list[list[str]]:
    others = [[_marked(str(peers[what].get(peer, "")), peer, peers) for peer in PEERS] for what in ("speed", "start")]
    goal = f"{peers['speed']['goal']} or more"
    none = ["" for _ in PEERS]
    return [
        ["KB/s of CPU, one core: news sentences", f"{speed.sentences:.0f}", goal, *others[0]],
        ["KB/s of CPU, one core: whole news articles", f"{speed.articles:.0f}", goal, *none],
        ["time for a text 16 times as long / 16 times the time", f"{speed.growth:.2f}", "about 1", *none],
        [f'hostile line of 2 MB, the dearest ("{speed.dearest}"): cost of a KB / that of news', f"{speed.hostile:.1f}", "about 1", *none],
        ["start of `extract`, s", f"{speed.start:.2f}", f"under {peers['start']['goal']}", *others[1]],
    ]


def _reconcile_rows(found: Mapping[tuple[str, str, str], float], peers: Mapping[str, Any]) -> list[list[str]]:
    rows = []
    for entry in peers["reconcile"]:
        goal = f"{'at most ' if entry.get('lower') else ''}{entry['goal']}" if "goal" in entry else ""
        ours = [_figure(found.get(("news clusters", entry["measure"], part))) for part in PARTS]
        rows.append([entry["measure"], *ours, goal, _figure(entry.get("baseline"))])
    return rows


def _field_rows(found: Mapping[tuple[str, str, str], float], peers: Mapping[str, Any]) -> list[list[str]]:
    goals = {name: str(goal or "") for name, goal in peers["fields"].items()}
    goals |= {name: f"at most {goal}" if goal < 100 else "" for name, goal in peers["fields_at_most"].items()}
    return [[name, *(_figure(found.get(("news clusters", name, part))) for part in PARTS), goal] for name, goal in goals.items()]


def _pair(values: Sequence[float | None]) -> str:
    return " / ".join(_figure(value) for value in values if value is not None)


def _figure(value: float | None) -> str:
    return "" if value is None else str(value)
