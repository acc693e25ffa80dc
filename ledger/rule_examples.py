"""Runs every rule's own examples and counterexamples through the real extractor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Protocol

from ledger.interval import plain
from ledger.model import Claim, Document, Extraction, Uncounted
from ledger.pack import Example, Rule, RulePack
from ledger.sources import make_document
from ledger.sources.cues import SourceRules, make_source_rules
from ledger.store.columns import CLAIM_COLUMNS
from ledger.store.rows import claim_row

ARTICLE = "example.txt"

NUMBERS = frozenset(("value", "low", "high", "bounds_low", "bounds_high", "start", "end"))
"""Columns that compare as numbers, so that an example may say "2.50" for 2.5."""


class Extracts(Protocol):
    """What is asked of the extractor (ledger.extract.Extractor)."""

    def extract(self, document: Document) -> Extraction:
        """The claims of a document and the numbers that are none."""
        ...


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """One example that did not come out as its rule says. `text` has the braces; `got` is what came out instead."""

    file: str
    rule: str
    text: str
    wanted: str
    got: str

    def __str__(self) -> str:
        text = self.text.replace("\n", "\\n")
        return f"{self.file} [{self.rule}]: {text}\n  wanted:   {self.wanted}\n  came out: {self.got}"


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """How many examples were run, and those that failed, in the order of the pack."""

    examples: int
    failures: tuple[ExampleFailure, ...]


def run_examples(pack: RulePack, extractor: Extracts) -> ExampleReport:
    """Every example of every rule, judged; kinds by name, rules in the order of their file."""
    count, failures, sources = 0, [], make_source_rules(pack)
    for rule in (rule for kind in sorted(pack.rules) for rule in pack.rules[kind]):
        for example, counter in _proofs(rule):
            count += 1
            misses = _judge(example, counter, extractor, sources)
            failures += [ExampleFailure(rule.file, rule.id, marked(example), wanted, got) for wanted, got in misses]
    return ExampleReport(count, tuple(failures))


def render_examples(report: ExampleReport) -> str:
    """The failures in full, then the line "N examples, M failed"; M counts examples, not the columns wrong in them."""
    failed = len({(failure.file, failure.rule, failure.text) for failure in report.failures})
    return "\n\n".join([*map(str, report.failures), f"{report.examples} examples, {failed} failed"])


def marked(example: Example) -> str:
    """The example's text with its braces, as its rule has it.

    >>> marked(Example("Of 12 tugs 3 sank.", ((3, 5), (11, 12)), {}))
    'Of {12} tugs {3} sank.'
    """
    pieces, at = [], 0
    for start, end in example.spans:
        pieces += [_doubled(example.text[at:start]), "{", _doubled(example.text[start:end]), "}"]
        at = end
    return "".join([*pieces, _doubled(example.text[at:])])


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _proofs(rule: Rule) -> Iterator[tuple[Example, bool]]:
    yield from ((example, False) for example in rule.examples)
    yield from ((example, True) for example in rule.counterexamples)


def _judge(example: Example, counter: bool, extractor: Extracts, sources: SourceRules) -> list[tuple[str, str]]:
    """What was wanted and what came out instead, for each thing wrong; a known miss must have something wrong."""
    extraction = extractor.extract(make_document(example.text, ARTICLE, published=example.published, rules=sources))
    misses = list(_misses(example, counter, extraction))
    if not example.known_miss:
        return misses
    return [] if misses else [("known_miss = true: a miss", "what the example says: the miss is mended, take known_miss out")]


def _misses(example: Example, counter: bool, extraction: Extraction) -> Iterator[tuple[str, str]]:
    if counter and not example.spans:
        if extraction.claims:
            yield "no claim", _told(extraction.claims)
        return
    for start, end in example.spans:
        claims = [claim for claim in extraction.claims if claim.start < end and start < claim.end]
        others = [number for number in extraction.uncounted if number.start < end and start < number.end]
        place = f"at {example.text[start:end]!r}"
        if "reason" in example.expect:
            yield from _uncounted_misses(example, place, claims, others)
        elif len(claims) != 1:
            yield f"one claim {place}", _told([*claims, *others])
        else:
            yield from _column_misses(example, claims[0])


def _uncounted_misses(example: Example, place: str, claims: list[Claim], others: list[Uncounted]) -> Iterator[tuple[str, str]]:
    wanted = {key: value for key, value in example.expect.items() if key in ("reason", "surface")}
    fits = [number for number in others if all(getattr(number, key) == value for key, value in wanted.items())]
    if claims or len(fits) != 1 or len(others) != 1:
        said = " and ".join(f"{key} {value!r}" for key, value in wanted.items())
        yield f"one coverage row with {said} {place}, no claim", _told([*claims, *others])


def _column_misses(example: Example, claim: Claim) -> Iterator[tuple[str, str]]:
    row = dict(zip(CLAIM_COLUMNS, claim_row(claim, ""), strict=False))
    for key, value in example.expect.items():
        column = key.removeprefix("not_")
        same = _comparable(column, row[column]) == _comparable(column, value)
        if same == (column != key):
            yield f"{key} = {value!r}", f"{column} = {row[column]!r} in {_told([claim])}"


def _comparable(column: str, cell: str) -> str:
    if column not in NUMBERS or not cell:
        return cell
    try:
        return plain(Decimal(cell))
    except InvalidOperation:
        return cell


def _told(found: Iterable[Claim | Uncounted]) -> str:
    """The claims and uncounted numbers in a few words each, or "nothing"."""
    return "; ".join(map(_told_one, found)) or "nothing"


def _told_one(found: Claim | Uncounted) -> str:
    place = f"{found.surface!r} ({found.start}-{found.end})"
    if isinstance(found, Uncounted):
        return f"no claim but {found.reason} {place}"
    value = f"{found.low} to {found.high}" if found.value is None else plain(found.value)
    return f"{found.kind} {value} {found.unit or 'without unit'} {place}"
