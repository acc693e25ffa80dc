"""What a build found of facts that several events tell, kept for the next: most events have not changed by then.

An event is known again by the key under which it is cached. What is kept holds for one place of a ledger, one set of rules and one table
of worths; anything else is as good as nothing, and found anew.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from ledger.engine.cache import ExtractionCache
from ledger.engine.packed import EventIndex, Memo, frame, pack_outcomes, unframe, unpack_outcomes
from ledger.link.across import Meeting
from ledger.link.joining import Joined, Memory, Place
from ledger.model import Comparison, Flag

Keys = Sequence[bytes]
"""The key of each event."""
SharedFlags = Mapping[tuple[Place, ...], tuple[Flag, ...]]
"""The flags of facts that several events tell, by the places of those that are one."""
_PARTS = 2


@dataclass(slots=True)
class Remembered:
    """What is known of shared facts: how they came to be, and what the checks say of each, by the places of the facts that are one."""

    memory: Memory = field(default_factory=Memory)
    flags: dict[tuple[Place, ...], tuple[Flag, ...]] = field(default_factory=dict)


def recall(cache: ExtractionCache | None, where: Iterable[bytes], keys: Keys) -> Remembered:
    """What was kept under `where`, as far as it is of events that are still there; nothing where that cannot be read."""
    packed = cache.read(cache.key_of(where)) if cache is not None else None
    with suppress(ValueError, TypeError, LookupError, zlib.error):
        if packed is not None:
            return _unpack(packed, {key: number for number, key in enumerate(keys)})
    return Remembered()


def keep(cache: ExtractionCache | None, where: Iterable[bytes], keys: Keys, joined: Joined, flags: SharedFlags) -> None:
    """Keeps for the next build what was found, and the flags of the facts that several events tell."""
    if cache is not None:
        cache.write([(cache.key_of(where), _pack(joined, flags, keys))])


def _pack(joined: Joined, flags_of: SharedFlags, keys: Keys) -> bytes:
    places = joined.places
    told = {home: fact for home, fact in zip(joined.homes, joined.facts, strict=True) if len(home) > 1}
    homes = list(told)
    body = [
        [key.hex() for key in keys],
        [[*places[a], *places[b], *one.groups, one.weight, one.above, one.equal] for (a, b), one in joined.meetings.items()],
        [
            [*places[a], *places[b], one.left, one.right, one.weight, one.terms]
            for (a, b), one in zip(joined.shown, joined.comparisons, strict=True)
        ],
        homes,
        [[at for at, home in enumerate(homes) for _ in flags_of.get(home, ())]],
    ]
    flags = [flag for home in homes for flag in flags_of.get(home, ())]
    rows = pack_outcomes((replace(_NOTHING, facts=tuple(told.values()), flags=tuple(flags)),))
    return frame(zlib.compress(json.dumps(body, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1), rows)


def _unpack(packed: bytes, numbers: Mapping[bytes, int]) -> Remembered:
    body, rows = unframe(packed, _PARTS)
    keys, meetings, comparisons, homes, (owners,) = json.loads(zlib.decompress(body))
    now = [numbers.get(bytes.fromhex(key)) for key in keys]
    terms: dict[Any, Any] = {}
    found = Remembered()
    for event, at, other, to, one, two, weight, above, equal in meetings:
        first, second = now[event], now[other]
        if first is not None and second is not None:
            found.memory.meetings[(first, at), (second, to)] = Meeting((one, two), weight, above, equal)
    for event, at, other, to, left, right, weight, told in comparisons:
        first, second = now[event], now[other]
        if first is not None and second is not None:
            own = tuple([terms.setdefault(term, term) for term in map(tuple, told)])
            found.memory.comparisons[(first, at), (second, to)] = Comparison(left, right, weight, own)
    (index,) = unpack_outcomes(rows, Memo())
    places = [_place_now(home, now) for home in homes]
    flags: dict[int, list[Flag]] = {}
    for owner, flag in zip(owners, index.flags, strict=True):
        flags.setdefault(owner, []).append(flag)
    for at, (home, fact) in enumerate(zip(places, index.facts, strict=True)):
        if home is not None:
            found.memory.facts[home] = fact
            found.flags[home] = tuple(flags.get(at, ()))
    return found


def _place_now(home: Sequence[Sequence[int]], now: Sequence[int | None]) -> tuple[Place, ...] | None:
    """The places of the facts that are one, as the events are numbered now; None where one of these is gone."""
    found: list[Place] = []
    for event, at in home:
        number = now[event]
        if number is None:
            return None
        found.append((number, at))
    return tuple(found)


_NOTHING = EventIndex((), (), (), 0, (), (), (), (), (), (), (), 0, (), crowded=False)
"""An index of no event: what facts and flags travel in."""
