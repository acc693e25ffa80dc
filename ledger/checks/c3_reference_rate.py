"""C3 reference-rate: a bracketed conversion against the rates that the user's pack gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote, short
from ledger.interval import Interval, around, plain

_LINE = re.compile(r"^(?P<rate>\d+(?:\.\d+)?)\s(?P<base>[A-Z]{3})\sper\s(?P<quote>[A-Z]{3})$")


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each conversion that misses the reference by more than `spread`; none without references.

    `rates` are lines like "26000 VND per USD", read both ways round.
    """
    references = read_references(settings["rates"])
    spread = Decimal(str(settings["spread"]))
    for rate in corpus.rates:
        reference = references.get((rate.base, rate.quote))
        if reference is None or around(reference, reference * spread).overlaps(Interval(rate.low, rate.high)):
            continue
        claim, source = corpus.claim[rate.claim_id], corpus.claim[rate.converted_id]
        pair = f"{rate.base} per {rate.quote}"
        message = f"{quote(source)} given as {quote(claim)} makes {short(rate.rate, 5)} {pair}; the reference is {short(reference, 5)}"
        working = f"{short(rate.low, 5)} to {short(rate.high, 5)} {pair} as printed; {short(reference)} give or take {plain(spread * 100)}%"
        yield Finding((source, claim), message, working)


def read_references(lines: list[str]) -> Mapping[tuple[str, str], Decimal]:
    """(base, quote) -> so many base for one quote; a line that does not read as "26000 VND per USD" is left out."""
    found: dict[tuple[str, str], Decimal] = {}
    for line in lines:
        match = _LINE.match(line)
        if match and Decimal(match["rate"]) > 0:
            rate = Decimal(match["rate"])
            found[match["base"], match["quote"]] = rate
            found[match["quote"], match["base"]] = 1 / rate
    return found


CHECK = Check("C3", "reference-rate", find, scope="corpus")
