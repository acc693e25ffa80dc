"""JSON Lines: a claim a line, with its fact, its flags and its review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from ledger.export.reading import ReviewedLedger
from ledger.model import Claim, Fact, Flag
from ledger.store import Review, claim_json


def render_jsonlines(reviewed: ReviewedLedger) -> bytes:
    """The claims by id; columns and forms are those of `extract --format jsonl`, with fact_id, verdict, flags and review beside."""
    return "".join(_lines(reviewed)).encode("utf-8", "replace")


def _lines(reviewed: ReviewedLedger) -> Iterator[str]:
    facts, flags = reviewed.fact_of(), reviewed.flags_of()
    reviews = {review.id: review for review in reviewed.reviews}
    for claim in reviewed.ledger.claims:
        record = _record(claim, facts.get(claim.claim_id), flags.get(claim.claim_id, []), reviews.get(claim.claim_id))
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _record(claim: Claim, fact: Fact | None, flags: list[Flag], review: Review | None) -> dict[str, object]:
    written = {name: text for name, text in asdict(review).items() if name != "id" and text} if review else {}
    return {
        **claim_json(claim),
        "fact_id": fact.fact_id if fact else None,
        "verdict": fact.verdict if fact else None,
        "flags": [{"flag_id": flag.flag_id, "check": flag.check, "severity": flag.severity, "message": flag.message} for flag in flags],
        "review": written or None,
    }
