"""Claims: figures with all that is known about them, ready for the ledger."""

from __future__ import annotations

from hashlib import blake2b

from ledger.extract.figures import Figure
from ledger.extract.found import BlockFigures
from ledger.extract.hedges import HedgeLexicon, make_intervals
from ledger.extract.surroundings import Surroundings
from ledger.model import Claim, Document, unfrozen
from ledger.sources.tokens import NUMBER, WORD, Block

_CONTEXT = 5
_OPEN_CLAIM = unfrozen(Claim)
_POWERS = {"2": "square", "3": "cubic"}


class ClaimMaker:
    """Makes the claims of one document; keeps count of like contexts, so that ids are unique and stable."""

    __slots__ = ("_document", "_hedges", "_number_words", "_seen")

    def __init__(self, document: Document, hedges: HedgeLexicon, number_words: frozenset[str]) -> None:
        self._document, self._hedges, self._number_words = document, hedges, number_words
        self._seen: dict[str, int] = {}

    def make(self, found: BlockFigures, around: list[Surroundings]) -> list[Claim]:
        """The claims of a block's figures, in text order."""
        ids: dict[int, str] = {}
        sentences: dict[int, tuple[int, str]] = {}
        claims = []
        for figure, more in zip(found.figures, around, strict=True):
            claim_id = self._claim_id(found.block, figure)
            ids[id(figure)] = claim_id
            converts = "" if figure.converts is None else ids.get(id(figure.converts), "")
            claims.append(self._claim(found.block, figure, more, claim_id, converts, sentences))
        return claims

    def _claim(
        self, block: Block, figure: Figure, more: Surroundings, claim_id: str, converts: str, sentences: dict[int, tuple[int, str]]
    ) -> Claim:
        start, end = block.starts[figure.first], block.ends[figure.last - 1]
        first, last = block.sentence_of(figure.first)
        if first not in sentences:
            offset = block.starts[first]
            sentences[first] = (offset, " ".join(block.text[offset : block.ends[last - 1]].split()))
        sentence_start, sentence = sentences[first]
        bounds, expected = make_intervals(figure, self._hedges)
        claim = _OPEN_CLAIM(
            claim_id=claim_id,
            article=self._document.article,
            section=block.kind,
            start=start,
            end=end,
            surface=block.text[start:end],
            value=figure.value,
            low=figure.low,
            high=figure.high,
            kind=figure.kind,
            unit=figure.unit,
            entity=f"{more.entity} per {_spoken(figure.per)}" if figure.kind == "count" and figure.per and more.entity else more.entity,
            aspect=more.aspect,
            direction=more.direction,
            qualifier=";".join(figure.qualifiers),
            bounds=bounds,
            expected=expected,
            role=more.role,
            period=more.period,
            base_period=more.base_period,
            place=more.place,
            subject=more.subject,
            outcome=more.outcome,
            scope=more.scope,
            background=more.background,
            speaker=more.speaker,
            weight=more.weight,
            sentence=sentence,
            precision=figure.step,
            noun_class=more.noun_class,
            converts=converts,
            sentence_start=sentence_start,
            block=block.index,
            story=block.story,
            quoted=more.quoted,
            rules=tuple(dict.fromkeys((*figure.rules, *more.rules))),
        )
        claim.__class__ = Claim
        return claim

    def _claim_id(self, block: Block, figure: Figure) -> str:
        """`C-` and 12 hex of the article, the words around with every figure masked, and the occurrence number."""
        before = self._masked(block, max(0, figure.first - 2 * _CONTEXT), figure.first)[-_CONTEXT:]
        after = self._masked(block, figure.last, min(len(block), figure.last + 2 * _CONTEXT))[:_CONTEXT]
        key = "\x1f".join((self._document.article, " ".join(before), " ".join(after)))
        seen = self._seen[key] = self._seen.get(key, 0) + 1
        payload = f"{key}\x1f{seen}".encode("utf-8", "surrogatepass")
        return "C-" + blake2b(payload, digest_size=6).hexdigest()

    def _masked(self, block: Block, first: int, last: int) -> list[str]:
        out: list[str] = []
        for i in range(first, last):
            if block.kinds[i] == NUMBER or block.lows[i] in self._number_words:
                if not out or out[-1] != "#":
                    out.append("#")
            elif block.kinds[i] == WORD:
                out.append(block.lows[i])
        return out


def _spoken(unit: str) -> str:
    """A unit that a count is told for each of, in words: "square kilometer" for "kilometer ** 2"."""
    name, _, power = unit.partition(" ** ")
    return f"{_POWERS[power]} {name}" if power in _POWERS else unit
