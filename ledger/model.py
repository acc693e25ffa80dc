"""The frozen types that travel between the floors: Document -> Claim -> Fact -> Flag -> Ledger.

Offsets are code points into `Document.text`, half-open. Magnitudes are Decimals in the stated unit.
An absent text field is "", an absent number or date None.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol, TypeVar

from ledger.interval import Interval

T = TypeVar("T")
SECTION_KINDS = ("headline", "standfirst", "body", "caption", "teaser", "boilerplate")
KINDS = ("currency", "physical", "percent", "percentage_point", "count", "ratio", "rank", "index")
ASPECTS = ("level", "change", "share", "rank", "rate", "ratio")
ROLES = ("actual", "target", "forecast", "comparison", "conversion", "limit")
VERDICTS = ("single", "agree", "rounding", "nuance", "conflict", "superseded")
SEVERITIES = ("error", "warning", "info")
UNCOUNTED_REASONS = ("date", "time", "ordinal_label", "identifier", "enumeration", "idiom", "unparsed")


@dataclass(frozen=True, slots=True)
class Section:
    """One block (a paragraph, a heading, a list line) of a document and what it is."""

    kind: str
    start: int
    end: int
    story: int = 0
    """0 for the article's own story; 1.. for each story of a digest or a teaser."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: its unaltered text, what is known of its source, and its sections in text order."""

    article: str
    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    language: str = ""
    sha256: str = ""
    sections: tuple[Section, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention of a quantity and what it is about: one row of claims.csv. CONTRACT.md defines every field.

    `value` is None for a range; `low` and `high` are then its ends (elsewhere equal to `value`).
    `bounds` is what the words allow, `expected` what a reader assumes.
    """

    claim_id: str
    article: str
    section: str
    start: int
    end: int
    surface: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    kind: str
    unit: str
    entity: str = ""
    aspect: str = "level"
    direction: str = ""
    qualifier: str = ""
    bounds: Interval = Interval(None, None)
    expected: Interval = Interval(None, None)
    role: str = "actual"
    period: str = ""
    base_period: str = ""
    place: str = ""
    subject: str = ""
    outcome: str = ""
    scope: str = ""
    background: bool = False
    speaker: str = ""
    weight: str = "core"
    sentence: str = ""
    # what linking and the checks need beside the columns
    precision: Decimal = Decimal(1)
    """One unit of the last written digit, in the stated unit ("9.6 billion" -> 100000000)."""
    noun_class: str = ""
    """The class of the entity's head (rules/en/entities.toml): person, building, vehicle, ... or empty."""
    converts: str = ""
    """The claim id of the amount that this bracketed amount converts, else empty."""
    sentence_start: int = 0
    """Offset of the sentence in the text; two claims of one sentence share it."""
    block: int = 0
    """Index of the section in Document.sections; neighbours are neighbouring paragraphs."""
    story: int = 0
    """Section.story of the claim's section."""
    quoted: bool = False
    """True inside a direct quotation."""
    rules: tuple[str, ...] = ()
    """Ids of the rules that shaped the claim, in order of application."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A number that is not a claim, and why: one row of coverage.csv. reason is one of UNCOUNTED_REASONS."""

    article: str
    start: int
    end: int
    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that claim something about a figure that is not there ("a record", no number); feeds flags such as D4."""

    article: str
    start: int
    end: int
    surface: str
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Article:
    """What is kept of a document once its claims are out: one row of articles.csv, and what tells one event from another."""

    article: str
    title: str
    published: date | None
    publisher: str
    language: str
    sha256: str
    characters: int
    names: tuple[tuple[str, int], ...] = ()
    """Capitalised names of the text with their counts, sorted; the evidence of the event gate."""
    shingles: Sequence[int] = ()
    """Hashes of digit-masked word shingles, sorted; the evidence that two articles are one wire story."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extraction says of one document: a pure function of the document and the rule pack."""

    article: Article
    claims: tuple[Claim, ...]
    uncounted: tuple[Uncounted, ...]
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims, field by field: why they were linked or kept apart. `terms` are (name, weight, reason) in order."""

    left: str
    right: str
    weight: float
    terms: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Linked claims that are one quantity of one thing: one row of facts.csv."""

    fact_id: str
    kind: str
    unit: str
    entity: str
    aspect: str
    role: str
    period: str
    subject: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    mentions: int
    articles: int
    independent_sources: int
    verdict: str
    claim_ids: tuple[str, ...]
    flag_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that does not fit: one row of flags.csv. `working` is the arithmetic, written out."""

    flag_id: str
    check: str
    severity: str
    fact_id: str
    claim_ids: tuple[str, ...]
    article: str
    message: str
    working: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """An exchange rate implied by a bracketed conversion: so many `base` for one `quote` (25974 VND per USD)."""

    article: str
    claim_id: str
    converted_id: str
    base: str
    quote: str
    low: Decimal
    rate: Decimal
    high: Decimal
    """`rate` is the quotient of the printed figures, `low` to `high` what their rounding allows."""


class Lookup(Protocol):
    """The claims, numbers and near misses of a ledger as they are asked for: a view of a large one touches only what it shows.

    What `claims`, `claims_of`, `uncounted_of`, `unparsed` and `near_of` give out may be made at that moment; the rest is known.
    """

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Claim id -> claim, in the order of the ids; ids, `in` and `len` cost next to nothing."""

    @property
    def claim_counts(self) -> Mapping[str, int]:
        """Article -> how many claims it holds; one without any may be missing."""

    @property
    def idle(self) -> Collection[str]:
        """The ids of claims that are minor or stand in a teaser or boilerplate."""

    @property
    def minor(self) -> int:
        """How many claims are minor."""

    @property
    def reasons(self) -> Mapping[str, int]:
        """Reason -> how many numbers are no claims for it; together all of them."""

    @property
    def unparsed(self) -> Sequence[Uncounted]:
        """The numbers of no known sense, in the order of `Ledger.uncounted`."""

    def prepare(self, ids: Iterable[str]) -> None:
        """Told what claims will be asked for, before they are: together they may be made for less."""

    def article_of(self, claim_id: str) -> str:
        """The article of a claim, "" for an unknown id."""

    def claims_of(self, article: str) -> Sequence[Claim]:
        """The claims of an article, by id."""

    def uncounted_of(self, article: str) -> Sequence[Uncounted]:
        """The numbers of an article that are no claims, in text order."""

    def near_of(self, fact_id: str) -> Sequence[Comparison]:
        """The comparisons that lead from a fact to another one, the nearest first, then by claims."""

    def lines(self, table: str) -> Iterator[bytes] | None:
        """The rows of a table as they stand in its file, in their order, some of them together; None where they are to be made."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything a build knows; tables, workbook and page are views of it. Every tuple is sorted by id."""

    articles: tuple[Article, ...]
    claims: Sequence[Claim]
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...]
    uncounted: Sequence[Uncounted]
    rates: tuple[Rate, ...] = ()
    reprints: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """article -> the article it reprints."""
    comparisons: Sequence[Comparison] = ()
    """The links inside facts and the near misses between them."""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """article -> its text, for the views that mark figures in place."""
    sections: Mapping[str, tuple[Section, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """article -> its sections in text order, for the views that dim teasers and boilerplate."""
    rules_digest: str = ""
    crowded: int = 0
    """How many events were too large to compare every pair of their figures; known to the build that made it."""
    lookup: Lookup | None = field(default=None, compare=False, repr=False)
    """Where it is not None, what the views ask instead of the tuples (`ledger.lookup.lookup_of`); it must tell the same."""


def unfrozen(kind: type[T]) -> type[T]:
    """A class with the fields of a frozen one, and not frozen: setting many fields takes a third of the time. What it makes is laid out
    alike, and becomes one of `kind` by its `__class__`; `__post_init__` is not run."""
    told = [(part.name, part.type, field(default=part.default, default_factory=part.default_factory)) for part in fields(kind)]  # type: ignore[arg-type]
    return make_dataclass(f"Unfrozen{kind.__name__}", told, slots=True, eq=False, repr=False)
