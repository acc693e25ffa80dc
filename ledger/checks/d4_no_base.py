"""D4 no-base: a change without a base or a period; a record without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, Finding, Settings
from ledger.checks.words import quote
from ledger.model import Claim

_BASE = re.compile(
    r"\b(?:from|than|compared|against|since|over|versus|year|years|month|months|week|quarter|annually|annual|yearly|decade|day|daily|yesterday|today"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|previous|last|ago|inflation|period|between|after|before|during|until"
    r"|weeks|days|hours|night|century|season|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october"
    r"|november|december|(?:in|by)\s(?:may|(?:early\s|late\s|mid-?)?(?:19|20)\d\d|then)|by\sthe\send)\b",
    re.IGNORECASE,
)


def find(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """A finding for each change in percent whose sentence gives neither base nor period, and for each record that names no figure."""
    for claim in corpus.claims:
        if claim.section in settings["sections"] and _is_bare_change(claim):
            yield Finding(
                (claim,), f"{quote(claim)} {claim.direction or 'changed'}: against what, and when?", "no base and no period in the sentence"
            )
    for word in corpus.wordings:
        if word.kind == "record":
            yield Finding(
                (), f'"{word.surface}" claims a record and gives no number', word.sentence, article=word.article, place=word.start
            )


def _is_bare_change(claim: Claim) -> bool:
    if claim.aspect != "change" or claim.kind not in ("percent", "percentage_point"):
        return False
    return not (claim.period or claim.base_period or _BASE.search(claim.sentence))


CHECK = Check("D4", "no-base", find, style=True)
