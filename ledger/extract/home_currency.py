"""The currency that a bare "$", "pesos" or "kr" means in an article: that of its publisher's country, or of its dateline's.

A name that several countries share is settled by either. A dollar is settled by the publisher alone, for agencies write "$" for
the American one everywhere; an article that also writes "A$", or tells the two apart by a conversion, keeps its bare "$" as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ledger.extract.datelines import dateline_end
from ledger.extract.phrases import PhraseTable
from ledger.extract.units import read_parts
from ledger.model import Claim, Document
from ledger.pack import RulePack
from ledger.sources.tokens import Block, split_words

SETTLED = "currency-of-country"
UNSETTLED = "currency-unsettled"
_DOLLAR = "USD"
_FIRST_BLOCKS = 8
_HOST = re.compile(r"(?:https?://)?(?P<host>[\w-]{1,60}(?:\.[\w-]{1,60}){1,5})(?:[/:?#]|$)")


@dataclass(frozen=True, slots=True)
class HomeLexicon:
    """Surfaces that several currencies share (the usual one first), and what tells a country and its currency."""

    shared: Mapping[str, tuple[str, ...]]
    places: PhraseTable[str]
    domains: Mapping[str, str]
    currencies: Mapping[str, str]
    parts: Mapping[str, tuple[str, Decimal]]
    """Unit of a part of a currency -> the currency, and its worth of it."""

    def likewise(self, unit: str, own: str) -> str:
        """The unit of the currency `own` that is to it what `unit` is to its own; "" where it has none: US_cent, AUD -> Australian_cent."""
        if unit not in self.parts:
            return own
        worth = self.parts[unit][1]
        return next((part for part in sorted(self.parts) if self.parts[part] == (own, worth)), "")


def make_home_lexicon(pack: RulePack) -> HomeLexicon:
    """The lexicon of the pack's rules of `currencies` and `places`."""
    shared: dict[str, tuple[str, ...]] = {}
    for rule in pack.rules.get("currencies", ()):
        shared.update({surface: tuple(codes) for surface, codes in rule.fields.get("ambiguous", {}).items() if len(codes) > 1})
    tables: dict[str, dict[str, str]] = {key: {} for key in ("currency", "domain", "same", "country", "adjectives")}
    for rule in pack.rules.get("places", ()):
        for key, table in tables.items():
            table.update(rule.fields.get(key, {}))
    countries = {name: name for name in tables["currency"]}
    towns = {town: country for town, country in tables["country"].items() if town not in countries}
    short = {name: tables["country"].get(full, full) for name, full in tables["same"].items()}
    names = {**tables["adjectives"], **towns, **short, **countries}
    places = PhraseTable(sorted((name.lower(), country) for name, country in names.items()))
    return HomeLexicon(shared, places, tables["domain"], tables["currency"], read_parts(pack))


class HomeCurrency:
    """One article on its way through: blocks are entered in order, then the claims are settled."""

    __slots__ = ("_agency", "_dateline", "_entered", "_lexicon", "_publisher")

    def __init__(self, lexicon: HomeLexicon, document: Document) -> None:
        self._lexicon = lexicon
        self._publisher = self._currency(self._country_of_publisher(document))
        self._dateline, self._agency, self._entered = "", False, 0

    def enter(self, block: Block) -> None:
        """Look for the dateline in one of the first blocks."""
        self._entered += 1
        if self._dateline or self._entered > _FIRST_BLOCKS:
            return
        end = dateline_end(block)
        if end:
            self._dateline = self._currency(self._country_in(block.lows[:end]))
            self._agency = ")" in block.lows[:end]

    def settle(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, those in a shared currency with the article's own where its country tells one."""
        if not self._publisher and not self._dateline:
            return list(claims)
        apart = self._tells_apart(claims)
        return [self._settled(claim, apart=apart) if claim.kind == "currency" else claim for claim in claims]

    def _settled(self, claim: Claim, *, apart: bool) -> Claim:
        unit, slash, per = claim.unit.partition(" / ")
        code = self._lexicon.parts[unit][0] if unit in self._lexicon.parts else unit
        codes = self._shared_by(claim, code)
        if not codes or claim.converts:
            return claim
        if code == _DOLLAR:
            own = "" if apart else self._own_dollar(codes)
        else:
            own = next((home for home in (self._dateline, self._publisher) if home in codes), "")
        if own and own != code:
            settled = self._lexicon.likewise(unit, own)
            return replace(claim, unit=settled + slash + per, rules=(*claim.rules, SETTLED)) if settled else claim
        if code == _DOLLAR and not own and not apart and self._is_unsettled(codes):
            return replace(claim, rules=(*claim.rules, UNSETTLED))
        return claim

    def _own_dollar(self, codes: tuple[str, ...]) -> str:
        """The publisher's dollar, unless the story comes from the country of another."""
        if self._publisher not in codes or (self._dateline in codes and self._dateline != self._publisher):
            return ""
        return self._publisher

    def _is_unsettled(self, codes: tuple[str, ...]) -> bool:
        """True where publisher or dateline stand for another dollar, and nothing says whose style is followed."""
        foreign = [home for home in (self._publisher, self._dateline) if home in codes and home != _DOLLAR]
        return bool(foreign) and not self._agency and self._publisher != _DOLLAR

    def _shared_by(self, claim: Claim, code: str) -> tuple[str, ...]:
        """The currencies that the claim's mark or name may mean; () where it says which, or is not shared."""
        if claim.surface.startswith("$"):
            codes = self._lexicon.shared.get("$", ())
        else:
            words = [word for word in split_words(claim.surface) if not word[0].isdigit()]
            codes = next((self._lexicon.shared[word] for word in (*words, *map(str.lower, words)) if word in self._lexicon.shared), ())
            if "$" in words or any(word.lower() in ("us", "u.s", "american") for word in words):
                return ()
        return codes if codes and codes[0] == code else ()

    def _tells_apart(self, claims: Sequence[Claim]) -> bool:
        """True where the article itself tells its dollars apart: it writes "A$", or converts its own money to "$"."""
        homes = {self._publisher, self._dateline}
        for claim in claims:
            if claim.kind == "currency" and claim.unit.partition(" / ")[0] in homes and not claim.surface.startswith("$"):
                return True
            if claim.converts and claim.surface.startswith("$"):
                return True
        return False

    # countries

    def _currency(self, country: str) -> str:
        return self._lexicon.currencies.get(country, "")

    def _country_of_publisher(self, document: Document) -> str:
        """The country of the article's address, or the one that its publisher's name or address tells."""
        for address in (document.url, document.publisher):
            host = _HOST.match(address)
            country = self._lexicon.domains.get(host["host"].rpartition(".")[2].lower(), "") if host else ""
            if country:
                return country
        return self._country_in([word.lower() for word in split_words(document.publisher)])

    def _country_in(self, lows: Sequence[str]) -> str:
        """The country of the first place that the words name."""
        for at in range(len(lows)):
            found = self._lexicon.places.right(list(lows), at)
            if found is not None:
                return found[1]
        return ""
