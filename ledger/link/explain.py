"""Why claims are one fact, what a flag computed, and what kept near misses apart: the text of `factledger explain`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledger.errors import LedgerError
from ledger.interval import plain
from ledger.link.number_line import render_number_line
from ledger.model import Claim, Comparison, Fact, Flag, Ledger

_SHOWN_PAIRS = 45


def render_explanation(ledger: Ledger, identifier: str) -> str:
    """The explanation of a fact, claim or flag by its id; raises LedgerError where the ledger has no such id."""
    for fact in ledger.facts:
        if fact.fact_id == identifier:
            return _Explainer(ledger).fact(fact)
    for claim in ledger.claims:
        if claim.claim_id == identifier:
            return _Explainer(ledger).claim(claim)
    for flag in ledger.flags:
        if flag.flag_id == identifier:
            return _Explainer(ledger).flag(flag)
    raise LedgerError(
        identifier, "no fact, claim or flag of this ledger has that id", "Take an id from facts.csv, claims.csv or flags.csv."
    )


class _Explainer:
    """A ledger with its claims and facts by id."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.claims: Mapping[str, Claim] = {claim.claim_id: claim for claim in ledger.claims}
        self.facts: Mapping[str, Fact] = {claim: fact for fact in ledger.facts for claim in fact.claim_ids}

    def fact(self, fact: Fact) -> str:
        """The fact, its mentions on a line, each pair with its weights, the near misses, the flags."""
        claims = [self.claims[key] for key in fact.claim_ids if key in self.claims]
        inner = [pair for pair in self.ledger.comparisons if pair.left in fact.claim_ids and pair.right in fact.claim_ids]
        parts = [self._fact_head(fact), _block("Mentions", [self._mention(claim) for claim in claims])]
        parts += [_block(f"On a line ({unit})", [render_number_line(own)]) for unit, own in _by_unit(claims)]
        parts.append(_block("Why they are one fact", [self._pair(pair) for pair in inner[:_SHOWN_PAIRS]]))
        if len(inner) > _SHOWN_PAIRS:
            parts.append(f"  ... and {len(inner) - _SHOWN_PAIRS} more pairs")
        parts.append(self._misses(fact.claim_ids))
        parts += [_block("Flags", [self._flag_lines(flag) for flag in self.ledger.flags if flag.flag_id in fact.flag_ids])]
        return _join(parts)

    def claim(self, claim: Claim) -> str:
        """The claim's fields, its fact, and its nearest misses."""
        fields = [
            (name, getattr(claim, name))
            for name in (
                *("kind", "unit", "entity", "noun_class", "aspect", "direction", "qualifier", "role", "period", "base_period"),
                *("place", "subject", "outcome", "scope", "speaker", "weight"),
            )
        ]
        rows = [f"  {name:<12} {value}" for name, value in fields if value]
        rows += [f"  {'bounds':<12} {claim.bounds}", f"  {'expected':<12} {claim.expected}"]
        if claim.background:
            rows.append(f"  {'background':<12} tells another, earlier event")
        fact = self.facts.get(claim.claim_id)
        home = [self._fact_head(fact)] if fact else ["In no fact."]
        inner = [pair for pair in self.ledger.comparisons if fact and _joins(pair, claim.claim_id, fact.claim_ids)]
        why = _block("Why it belongs there", [self._pair(pair) for pair in inner])
        return _join([f"Claim {claim.claim_id}", self._mention(claim), "\n".join(rows), *home, why, self._misses((claim.claim_id,))])

    def flag(self, flag: Flag) -> str:
        """What the flag says, its arithmetic, and the mentions it is about."""
        claims = [self._mention(self.claims[key]) for key in flag.claim_ids if key in self.claims]
        fact = next((fact for fact in self.ledger.facts if fact.fact_id == flag.fact_id), None)
        return _join([f"Flag {flag.flag_id}", self._flag_lines(flag), _block("Mentions", claims), self._fact_head(fact) if fact else ""])

    def _fact_head(self, fact: Fact) -> str:
        figure = plain(fact.value) if fact.value is not None else _span(fact)
        words = " · ".join(part for part in (fact.entity, fact.subject, fact.period, fact.role if fact.role != "actual" else "") if part)
        votes = [
            _many(fact.mentions, "mention"),
            "in " + _many(fact.articles, "article"),
            "by " + _many(fact.independent_sources, "source"),
        ]
        return f"Fact {fact.fact_id}: {figure} {fact.unit}{f' ({words})' if words else ''}\n  verdict: {fact.verdict}; {' '.join(votes)}"

    def _mention(self, claim: Claim) -> str:
        return (
            f"  {claim.claim_id}  {claim.article}, character {claim.start + 1} ({claim.section}): {claim.surface}\n      {claim.sentence}"
        )

    def _pair(self, pair: Comparison) -> str:
        lines = [f"  {self._short(pair.left)} + {self._short(pair.right)}: {pair.weight:+.2f}"]
        return "\n".join(lines + [f"      {weight:+.2f}  {name.replace('_', ' '):<20} {reason}" for name, weight, reason in pair.terms])

    def _short(self, key: str) -> str:
        claim = self.claims.get(key)
        return f"{key} [{claim.surface}]" if claim else key

    def _misses(self, keys: Sequence[str]) -> str:
        """The comparisons that lead out of these claims, nearest first, with what spoke against them."""
        out = [pair for pair in self.ledger.comparisons if (pair.left in keys) != (pair.right in keys) and not self._same_fact(pair)]
        return _block("Near misses, and what kept them apart", [self._miss(pair, keys) for pair in sorted(out, key=_nearest)])

    def _same_fact(self, pair: Comparison) -> bool:
        left, right = self.facts.get(pair.left), self.facts.get(pair.right)
        return left is not None and left is right

    def _miss(self, pair: Comparison, keys: Sequence[str]) -> str:
        away = pair.right if pair.left in keys else pair.left
        claim, fact = self.claims.get(away), self.facts.get(away)
        against = sorted((weight, name, reason) for name, weight, reason in pair.terms if weight < 0)
        rows = [f"      {weight:+.2f}  {name.replace('_', ' '):<20} {reason}" for weight, name, reason in against]
        return "\n".join(
            [
                f"  {self._short(away)} of {fact.fact_id if fact else 'no fact'}: {pair.weight:+.2f}",
                *rows,
                f"      {claim.sentence if claim else ''}",
            ]
        )

    def _flag_lines(self, flag: Flag) -> str:
        working = f"\n      {flag.working}" if flag.working else ""
        return f"  {flag.check} {flag.severity}: {flag.message}{working}"


def _by_unit(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    units: dict[str, list[Claim]] = {}
    for claim in claims:
        units.setdefault(claim.unit, []).append(claim)
    return sorted(units.items())


def _joins(pair: Comparison, key: str, keys: Sequence[str]) -> bool:
    return key in (pair.left, pair.right) and pair.left in keys and pair.right in keys


def _nearest(pair: Comparison) -> tuple[float, str, str]:
    return (-pair.weight, pair.left, pair.right)


def _span(fact: Fact) -> str:
    ends = [plain(end) for end in (fact.low, fact.high) if end is not None]
    return " to ".join(dict.fromkeys(ends))


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _block(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *lines]) if lines else ""


def _join(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)
