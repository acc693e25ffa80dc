"""A6 scope-slip: one fact, one figure, but of other things ("17 countries", "17 partners") or of another part."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import listed
from ledger.interval import plain
from ledger.link.profile import figure_of
from ledger.model import Claim


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """One finding a fact: counts of one figure whose nouns or scopes differ between articles.

    People are called by many nouns in one article ("victims", "men"), so facts whose mentions are all of `skip_classes` are left alone.
    """
    skipped = frozenset(settings["skip_classes"])
    for fact in corpus.facts:
        if fact.kind != "count" or fact.verdict in ("conflict", "superseded") or fact.mentions < 2:
            continue
        claims = [claim for claim in corpus.claims_of(fact) if claim.weight == "core" and claim.unit]
        if all(claim.noun_class in skipped for claim in claims):
            continue
        seen = _first_of_each({_folded(claim.unit, settings): claim for claim in reversed(claims)}) or _by_scope(claims)
        if (
            len(seen) > 1
            and figure_of(seen[0])[1] >= int(settings["least"])
            and len({figure_of(claim) for claim in seen}) == 1
            and len({claim.article for claim in seen}) > 1
        ):
            yield _make_finding(seen)


def _folded(unit: str, settings: Settings) -> str:
    """The noun by which linking knows it and its aliases: homes are houses."""
    return next((str(group[0]) for group in settings.get("aliases", ()) if unit in group), unit)


def _by_scope(claims: list[Claim]) -> list[Claim]:
    """The first mention of each scope."""
    return _first_of_each({claim.scope: claim for claim in reversed(claims)})


def _first_of_each(kinds: dict[str, Claim]) -> list[Claim]:
    """The mentions in the order of their kinds; empty where there is one kind only."""
    return [kinds[kind] for kind in sorted(kinds)] if len(kinds) > 1 else []


def _make_finding(seen: list[Claim]) -> Finding:
    figure = plain(figure_of(seen[0])[0])
    things = [f"{claim.entity or claim.unit}{f' {claim.scope}' if claim.scope else ''} in {claim.article}" for claim in seen]
    working = f"{' = '.join(figure for _ in seen)}; {' / '.join(claim.entity or claim.unit for claim in seen)}"
    return Finding(tuple(seen), f"The same {figure} counts {listed(things)}", working)


CHECK = Check("A6", "scope-slip", find, scope="fact")
