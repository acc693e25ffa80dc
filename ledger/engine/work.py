"""What one worker does, wherever it runs: sources in, what was read and extracted out, as bytes. A pure function of sources and rules."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from ledger.engine.packed import Outcome, Reading, pack_source
from ledger.errors import Notice
from ledger.extract import Extractor
from ledger.model import Document, Extraction
from ledger.sources import Source, SourceRules, make_source_rules, read_source

if TYPE_CHECKING:
    from ledger.pack import RulePack


@dataclass(frozen=True, slots=True)
class Rules:
    """A rule pack as it travels to workers: two of one digest are one, and a worker unpacks them once."""

    digest: str
    packed: bytes = field(compare=False, repr=False)


def make_rules(pack: RulePack) -> Rules:
    """The pack, packed."""
    return Rules(extraction_digest(pack), pickle.dumps(pack, protocol=5))


def pack_rules(pack: RulePack) -> Rules:
    """The pack, packed, for work that every rule of it may change."""
    return Rules(pack.digest, pickle.dumps(pack, protocol=5))


def extraction_digest(pack: RulePack) -> str:
    """sha256 over what can change an extraction: every rule in its order, and the units; neither checks nor linking."""
    said = [[kind, [[rule.id, rule.own, rule.fields] for rule in pack.rules[kind]]] for kind in sorted(pack.rules)]
    text = json.dumps([said, pack.units_text], ensure_ascii=False, sort_keys=True, default=_plain)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)


@dataclass(frozen=True, slots=True)
class Workbench:
    """What reads and extracts by some rules."""

    extractor: Extractor
    sources: SourceRules
    free: Lock = field(default_factory=Lock)
    """Held while somebody works here: a worker of a cluster may have several threads, and they would gain nothing."""


@lru_cache(maxsize=2)
def compiled(rules: Rules) -> Workbench:
    """The workbench of these rules, made once in each process."""
    pack: RulePack = pickle.loads(rules.packed)  # noqa: S301 -- packed by the build that this process works for
    return Workbench(Extractor(pack), make_source_rules(pack))


def extract_batch(sources: Sequence[Source], rules: Rules) -> list[bytes]:
    """The packed outcome of each source, in order; depends on nothing but the arguments."""
    bench = compiled(rules)
    with bench.free:
        return [pack_source(extract_source(source, bench.extractor, bench.sources)) for source in sources]


def extract_source(source: Source, extractor: Extractor, rules: SourceRules) -> Outcome:
    """What is read and extracted of one source, or a Notice where that cannot be done (FACTLEDGER_DEBUG=1 shows where)."""
    try:
        document = read_source(source, rules)
    except Exception as error:  # one input that breaks its reader must not cost the others
        return broken_down(source.article, "reading", error)
    if isinstance(document, Notice):
        return document
    extraction = extract_one(document, extractor)
    return extraction if isinstance(extraction, Notice) else Reading(document, extraction)


def extract_one(document: Document, extractor: Extractor, *, fingerprint: bool = True) -> Extraction | Notice:
    """What is extracted from a document, or a Notice where extraction broke down."""
    try:
        return extractor.extract(document, fingerprint=fingerprint)
    except Exception as error:
        return broken_down(document.article, "extraction", error)


def broken_down(article: str, what: str, error: Exception) -> Notice:
    """The notice of an article that broke the program; with FACTLEDGER_DEBUG=1 the error itself goes on."""
    if os.environ.get("FACTLEDGER_DEBUG"):
        raise error
    found = f"{what} broke down ({type(error).__name__}: {error})"
    return Notice(article, found, "Please report this with the article; the other articles are done", unread=True)
