"""The ledger in the order a fact-checker reads it: the worst facts first, the mentions of one fact side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ledger.lookup import Lookup, lookup_of
from ledger.model import SEVERITIES, Article, Claim, Fact, Flag, Ledger
from ledger.report.page_words import CHECK_WORDS, SEVERITY_WORDS, VERDICT_WORDS, amount_words, check_order, hedge_words
from ledger.store.reviews import Review

_WEB = re.compile(r"https?://", re.IGNORECASE)
MOST_CLAIMS = 50_000
"""The mentions that a workbook holds before it keeps to what a person should look at first; the tables hold all."""
FIRST_LOOK = 20_000
"""The mentions of that first look: nobody works off more by hand, and the workbook of an archive costs no more than a small one's."""
_SEVERITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_VERDICT = {verdict: rank for rank, verdict in enumerate(VERDICT_WORDS)}
_UNREVIEWED = Review("")
_LONGEST_LINK = 2_000
_WORDS_AROUND = 3


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row of Claims."""

    claim: Claim
    fact: Fact | None
    flags: tuple[Flag, ...]
    review: Review
    to_fact: str
    to_article: str
    first: bool
    """True for the first mention of its fact."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of Facts."""

    fact: Fact
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]
    statuses: tuple[str, ...]
    to_claims: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All that the sheets look up, worked out once. Row numbers are those of the sheets, the header being row 1."""

    ledger: Ledger
    """The whole of it, also where the rows are those of a first look."""
    lookup: Lookup
    """What is known of the claims without a row."""
    facts: tuple[FactRow, ...]
    claims: tuple[ClaimRow, ...]
    flags: tuple[Flag, ...]
    every_flag: tuple[Flag, ...]
    """Those without a row, too."""
    claim_at: Mapping[str, ClaimRow]
    fact_at: Mapping[str, FactRow]
    claim_rows: Mapping[str, int]
    fact_rows: Mapping[str, int]
    orphans: tuple[Review, ...]
    articles_at: str = ""

    def to_claim(self, claim_id: str) -> str:
        """A link to a claim's row; nothing for a claim that is not there."""
        return f"#Claims!A{self.claim_rows[claim_id]}" if claim_id in self.claim_rows else ""

    def to_fact(self, fact_id: str) -> str:
        """A link to a fact's row; nothing for a fact that is not there."""
        return f"#Facts!A{self.fact_rows[fact_id]}" if fact_id in self.fact_rows else ""


def arrange(ledger: Ledger, reviews: Iterable[Review] = (), articles_at: str = "") -> Arrangement:
    """The rows of the sheets in order; of a ledger with more than MOST_CLAIMS those for a first look, up to FIRST_LOOK, and all that
    somebody reviewed.

    `articles_at` is the way from the workbook's folder to the articles' common folder, with `/`; without it, links to an
    article without an address of its own lead to ledger.html.
    """
    lookup = lookup_of(ledger)
    order = _flag_order(ledger.flags)
    every_flag = tuple(sorted(ledger.flags, key=lambda flag: (order(flag), flag.article, flag.flag_id)))
    flags_of = _flags_by_owner(ledger.flags, order)
    review_of = {review.id: review for review in reviews}
    facts = _pressing_facts(ledger, flags_of, review_of, len(lookup.claims))
    kept = _with_claims(ledger, lookup, facts)
    fact_rows = {fact.fact_id: number for number, fact in enumerate(facts, start=2)}
    rows = tuple(_claim_rows(ledger, facts, kept, flags_of, review_of, articles_at))
    claim_at = {row.claim.claim_id: row for row in rows}
    claim_rows = {claim_id: number for number, claim_id in enumerate(claim_at, start=2)}
    fact_list = tuple(_fact_row(fact, claim_at, claim_rows, flags_of) for fact in facts)
    return Arrangement(
        ledger=ledger,
        lookup=lookup,
        facts=fact_list,
        claims=rows,
        flags=tuple(flag for flag in every_flag if _is_shown(flag, kept, lookup.claims)),
        every_flag=every_flag,
        claim_at=claim_at,
        fact_at={row.fact.fact_id: row for row in fact_list},
        claim_rows=claim_rows,
        fact_rows=fact_rows,
        orphans=tuple(sorted((review for review in review_of.values() if review.id not in lookup.claims), key=lambda review: review.id)),
        articles_at=articles_at,
    )


def _pressing_facts(ledger: Ledger, flags_of: Mapping[str, Sequence[Flag]], review_of: Mapping[str, Review], claims: int) -> list[Fact]:
    """The facts that have a row, the worst first."""
    key = _fact_key(flags_of)
    if claims <= MOST_CLAIMS:
        return sorted(ledger.facts, key=key)
    return sorted(first_look(ledger.facts, flags_of, review_of, min(FIRST_LOOK, MOST_CLAIMS)), key=key)


def first_look(facts: Sequence[Fact], flags_of: Mapping[str, Sequence[Flag]], review_of: Mapping[str, Review], most: int) -> Iterator[Fact]:
    """Of the facts those that a person should see first, up to `most` mentions: in conflict, flagged, or told most; and, beyond
    that, every fact of which somebody wrote something."""
    # most facts of an archive press nobody, so only those on the border of what is wanted are set in order
    degrees: defaultdict[tuple[bool, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        degrees[_is_calm(fact, flags_of.get(fact.fact_id, ()))].append(fact)
    wanted, mentions = set(), 0
    for _, alike in sorted(degrees.items()):
        if mentions + sum([len(fact.claim_ids) for fact in alike]) > most:
            alike.sort(key=_fact_key(flags_of))
        for fact in alike:
            mentions += len(fact.claim_ids)
            if mentions > most:
                break
            wanted.add(fact.fact_id)
        if mentions > most:
            break
    reviewed = review_of.keys()
    return (fact for fact in facts if fact.fact_id in wanted or not reviewed.isdisjoint(fact.claim_ids))


def _is_calm(fact: Fact, flags: Sequence[Flag]) -> tuple[bool, int]:
    """Sorts what does not fit first, then what most articles tell."""
    loud = fact.verdict in ("conflict", "superseded") or (bool(flags) and flags[0].severity in SEVERITIES[:2])
    return not loud, 0 if loud else -fact.mentions


def _with_claims(ledger: Ledger, lookup: Lookup, facts: Sequence[Fact]) -> dict[str, Claim]:
    """The claims of the facts, and those of no fact, by id."""
    claims = lookup.claims
    shown = [claim_id for fact in facts for claim_id in fact.claim_ids if claim_id in claims]
    loose = claims.keys() - {claim_id for fact in ledger.facts for claim_id in fact.claim_ids}
    lookup.prepare(shown)
    return {claim_id: claims[claim_id] for claim_id in (*shown, *sorted(loose))}


def _is_shown(flag: Flag, kept: Collection[str], claims: Collection[str]) -> bool:
    """True for a flag whose claims all have a row, those aside that are not in the ledger at all."""
    return all(claim_id in kept or claim_id not in claims for claim_id in flag.claim_ids)


def _claim_rows(
    ledger: Ledger,
    facts: Sequence[Fact],
    claims: Mapping[str, Claim],
    flags_of: Mapping[str, Sequence[Flag]],
    review_of: Mapping[str, Review],
    articles_at: str,
) -> Iterator[ClaimRow]:
    """The rows of Claims: fact by fact, the claims of each by article and place."""
    articles = {article.article: article for article in ledger.articles}
    for number, (fact, members) in enumerate(_members(facts, claims), start=2):
        for position, claim in enumerate(members):
            yield ClaimRow(
                claim=claim,
                fact=fact,
                flags=tuple(flags_of.get(claim.claim_id, ())),
                review=review_of.get(claim.claim_id, _UNREVIEWED),
                to_fact=f"#Facts!A{number}" if fact else "",
                to_article=article_link(articles.get(claim.article), claim, articles_at),
                first=position == 0,
            )


def _members(facts: Sequence[Fact], claims: Mapping[str, Claim]) -> Iterable[tuple[Fact | None, list[Claim]]]:
    """Each fact with its claims by article and place; last, the claims of no fact."""
    loose = dict(claims)
    for fact in facts:
        members = [loose.pop(claim_id) for claim_id in fact.claim_ids if claim_id in loose]
        yield fact, sorted(members, key=_place)
    for claim in sorted(loose.values(), key=_place):
        yield None, [claim]


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article, claim.start, claim.end, claim.claim_id


def _fact_row(fact: Fact, claim_at: Mapping[str, ClaimRow], rows: Mapping[str, int], flags_of: Mapping[str, Sequence[Flag]]) -> FactRow:
    members = sorted((claim_at[claim_id].claim for claim_id in fact.claim_ids if claim_id in claim_at), key=_place)
    places = [rows[claim.claim_id] for claim in members]
    to_claims = f"#Claims!A{min(places)}:A{max(places)}" if places else ""
    statuses = tuple(claim_at[claim.claim_id].review.status for claim in members)
    return FactRow(fact, tuple(members), tuple(flags_of.get(fact.fact_id, ())), statuses, to_claims)


def _flag_order(flags: Iterable[Flag]) -> Callable[[Flag], int]:
    """What flags are sorted by, the most severe first, then by check; worked out once for each check."""
    kinds = {(flag.check, flag.severity): (_severity(flag), check_order(flag.check)) for flag in flags}
    ranks = {key: rank for rank, key in enumerate(sorted(set(kinds.values())))}
    order = {kind: ranks[key] for kind, key in kinds.items()}
    return lambda flag: order[flag.check, flag.severity]


def _flags_by_owner(flags: Iterable[Flag], order: Callable[[Flag], int]) -> dict[str, list[Flag]]:
    """claim id (and fact id) -> its flags, the most severe first."""
    found: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in sorted(flags, key=lambda flag: (order(flag), flag.flag_id)):
        for owner in {*flag.claim_ids, flag.fact_id} - {""}:
            found[owner].append(flag)
    return dict(found)


def _severity(flag: Flag) -> int:
    return _SEVERITY.get(flag.severity, len(SEVERITIES))


def _fact_key(flags_of: Mapping[str, Sequence[Flag]]) -> Callable[[Fact], tuple[int, int, int, int, str, str]]:
    """What facts are sorted by, the worst first; `flags_of` gives the flags of each, the most severe first."""

    def key(fact: Fact) -> tuple[int, int, int, int, str, str]:
        flags = flags_of.get(fact.fact_id)
        worst = _severity(flags[0]) if flags else len(SEVERITIES)
        rank = _VERDICT.get(fact.verdict, len(VERDICT_WORDS))
        return rank, worst, -fact.articles, -fact.mentions, fact.entity or fact.unit, fact.fact_id

    return key


def article_link(article: Article | None, claim: Claim | None, articles_at: str) -> str:
    """Where a claim (or its article) can be read: the article's address with the figure marked, its file, or ledger.html."""
    if article is not None and _WEB.match(article.url):
        link = f"{article.url}#:~:text={_text_fragment(claim)}" if claim and "#" not in article.url else article.url
        return link if len(link) <= _LONGEST_LINK else article.url[:_LONGEST_LINK]
    if article is not None and articles_at:
        return f"{articles_at.rstrip('/')}/{quote(article.article)}"
    return f"ledger.html#{claim.claim_id}" if claim else "ledger.html"


def _text_fragment(claim: Claim) -> str:
    """The directive by which a browser marks the figure: prefix-,figure,-suffix."""
    before, figure, after = claim.sentence.partition(claim.surface)
    if not figure:
        return _percent(claim.surface)
    words = [" ".join(before.split()[-_WORDS_AROUND:]), claim.surface, " ".join(after.split()[:_WORDS_AROUND])]
    parts = [f"{_percent(words[0])}-," if words[0] else "", _percent(words[1]), f",-{_percent(words[2])}" if words[2] else ""]
    return "".join(parts)


def _percent(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def verdict_words(verdict: str) -> str:
    """A verdict and its sign: "conflict ≠". The word comes first, so that "agree =" never begins a formula."""
    sign = VERDICT_WORDS.get(verdict, ("", ""))[0]
    return f"{verdict} {sign}".rstrip()


def severity_words(severity: str) -> str:
    """A severity with its sign before it: "✕ error"."""
    sign = SEVERITY_WORDS.get(severity, ("", ""))[0]
    return f"{sign} {severity}".lstrip()


def check_words(check: str) -> str:
    """A check by its number and name: "A3 Scale slip"."""
    return f"{check} {CHECK_WORDS.get(check, '')}".rstrip()


def flags_words(flags: Iterable[Flag]) -> str:
    """Flags in a cell, a line each: "✕ A3 Scale slip"."""
    signs = {severity: sign for severity, (sign, _) in SEVERITY_WORDS.items()}
    return "\n".join(f"{signs.get(flag.severity, '')} {check_words(flag.check)}".strip() for flag in flags)


def happened_words(claims: Iterable[Claim]) -> str:
    """What befell the things of a fact, and of which part it speaks, as its mentions say: "injured, of them"."""
    return ", ".join(dict.fromkeys(word for claim in claims for word in (claim.outcome, claim.scope) if word))


def fact_words(row: FactRow) -> str:
    """A fact in a few words: "people (killed)"."""
    happened = happened_words(row.claims)
    name = row.fact.entity or row.fact.unit.replace("_", " ")
    return f"{name} ({happened})" if happened else name


def told_words(claims: Iterable[Claim]) -> str:
    """How the mentions of a fact tell it, a line each wording with its articles: "nearly 350: trade/minister.txt"."""
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        articles[_wording(claim)].append(claim.article)
    return "\n".join(f"{wording}: {', '.join(dict.fromkeys(found))}" for wording, found in articles.items())


def _wording(claim: Claim) -> str:
    hedge = hedge_words(claim.qualifier)
    figure = amount_words(claim) if claim.kind not in ("count", "rank", "index") else " ".join(claim.surface.split())
    return f"{hedge} {figure}" if hedge else figure
