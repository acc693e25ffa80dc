"""Fact ids: a fact keeps the id of the earlier fact that shares most of its claims; a new one is named after its first claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256


def assign_ids(facts: Sequence[Sequence[str]], earlier: Mapping[str, Sequence[str]]) -> list[str]:
    """One id a fact (each a list of claim ids, none in two facts), in the order of the facts.

    Claim ids hold no figure, so neither does a fact id: a corrected value leaves both as they were.
    """
    owner = {claim: number for number, claims in enumerate(facts) for claim in claims}
    shares: dict[tuple[int, str], int] = {}
    for fact_id, claims in earlier.items():
        for claim in claims:
            if claim in owner:
                key = owner[claim], fact_id
                shares[key] = shares.get(key, 0) + 1
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for number, fact_id in sorted(shares, key=lambda key: (-shares[key], key[1], min(facts[key[0]]))):
        if number not in ids and fact_id not in taken:
            ids[number] = fact_id
            taken.add(fact_id)
    taken.update(earlier)
    for number in sorted(set(range(len(facts))) - set(ids), key=lambda number: min(facts[number])):
        ids[number] = _fresh_id(min(facts[number]), taken)
        taken.add(ids[number])
    return [ids[number] for number in range(len(facts))]


def _fresh_id(claim_id: str, taken: set[str]) -> str:
    """`F-` and 12 hex of the claim id; counted on where that name is another fact's already (a fact that was split)."""
    for attempt in range(len(taken) + 1):
        digest = sha256(f"{claim_id} {attempt}".encode()).hexdigest()
        if f"F-{digest[:12]}" not in taken:
            return f"F-{digest[:12]}"
    raise AssertionError("more ids tried than are taken")
