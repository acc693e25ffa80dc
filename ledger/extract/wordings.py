"""Words that claim a record and give no number: "A record crowd came." in a paragraph without a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledger.extract.nouns import NounLexicon
from ledger.model import Claim, Wording
from ledger.pack import RulePack
from ledger.sources.tokens import WORD, Block

_WORD = "record"
_BEFORE = frozenset(("a", "another", "new"))
_SECTIONS = frozenset(("standfirst", "body"))


def make_record_words(pack: RulePack) -> frozenset[str]:
    """The nouns that "record" stands before as a thing of its own: label, player."""
    return frozenset(word for rule in pack.rules.get("qualifiers", ()) for word in rule.fields.get("not_before", ()))


def find_wordings(article: str, block: Block, nouns: NounLexicon, others: frozenset[str]) -> Iterator[Wording]:
    """The records of a block that has no figure, in text order."""
    if _WORD not in block.lows or block.kind not in _SECTIONS:
        return
    for at in range(1, len(block) - 1):
        if block.lows[at] != _WORD or block.lows[at - 1] not in _BEFORE or block.kinds[at + 1] != WORD:
            continue
        low = block.lows[at + 1]
        if low in others or nouns.singular(low) in others or not nouns.is_noun(low) or low in nouns.function:
            continue
        first, last = block.sentence_of(at)
        start, end = block.starts[at - 1], block.ends[at + 1]
        sentence = " ".join(block.text[block.starts[first] : block.ends[last - 1]].split())
        yield Wording(article, start, end, block.text[start:end], _WORD, sentence)


def without_told(wordings: Iterable[Wording], claims: Iterable[Claim]) -> tuple[Wording, ...]:
    """The wordings whose thing no claim of the article counts or measures, and all of them only where no claim is a record."""
    told = list(claims)
    if any("record" in claim.qualifier for claim in told):
        return ()
    things = {word.lower() for claim in told for word in claim.entity.split()}
    return tuple(wording for wording in wordings if wording.surface.lower().split()[-1] not in things)
