"""Compiles rules/en/sections.toml and sentences.toml into what the sources ask of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from ledger.pack import Rule, RulePack, load_pack
from ledger.sources.sentences import SentenceWords, make_sentence_words
from ledger.sources.stamps import StampReader, make_stamp_reader

_ORDER = ("file", "caption", "rest", "list", "boilerplate", "teaser")
"""What a line is asked for, first answer wins; datelines and end marks are asked beside these."""
_TAIL = 120
_USUAL_LENGTH = 400
_OWN_TIMEOUT = 0.05


class _Match(Protocol):
    def groupdict(self) -> dict[str, Any]: ...
    def start(self) -> int: ...
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of a rule, ready to ask."""

    where: str
    longest: int
    form: Any
    """A compiled pattern; a user's own is of the `regex` library and runs under a timeout."""
    own: bool = False

    def find(self, line: str) -> _Match | None:
        """The match of the pattern where the rule looks for it, or None."""
        if len(line) > self.longest:
            return None
        limit: Mapping[str, float] = {"timeout": _OWN_TIMEOUT} if self.own else {}
        try:
            found = self._ask(line, limit)
        except TimeoutError:
            return None
        return found

    def _ask(self, line: str, limit: Mapping[str, float]) -> _Match | None:
        if self.where == "whole":
            found = self.form.fullmatch(line, **limit)
        elif self.where == "start":
            found = self.form.match(line, **limit)
        else:
            found = self.form.search(line, max(0, len(line) - _TAIL) if self.where == "end" else 0, **limit)
        return found  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class SourceRules:
    """All that the sources take from a rule pack, compiled."""

    cues: Mapping[str, tuple[Cue, ...]]
    stamps: StampReader
    sentences: SentenceWords
    agencies: frozenset[str] = field(default_factory=frozenset)

    def find_cue(self, line: str) -> str:
        """What a line is by its own words: caption, boilerplate, teaser, rest, list, file, or ""."""
        for gives in _ORDER:
            if any(cue.find(line) for cue in self.cues.get(gives, ())):
                return gives
        return ""

    def find_dateline(self, line: str) -> _Match | None:
        """The match of an agency's opening ("Hanoi (VNA) –"), or None."""
        return next((found for cue in self.cues.get("dateline", ()) if (found := cue.find(line))), None)

    def find_end(self, line: str) -> str | None:
        """The agency named by an article's end mark ("-VNA"), "" for a mark without one ("./."), None for no mark."""
        if line in self.agencies:
            return line
        for cue in self.cues.get("end", ()):
            found = cue.find(line)
            if found:
                named = next((name for name in found.groupdict().values() if name), "")
                if not named or named in self.agencies or named.isupper():
                    return str(named)
        return None


def make_source_rules(pack: RulePack) -> SourceRules:
    """The rules of a pack that the sources use."""
    rules = pack.rules.get("sections", ())
    cues: dict[str, list[Cue]] = {}
    agencies: set[str] = set()
    for rule in rules:
        if "pattern" in rule.fields:
            cues.setdefault(str(rule.fields["gives"]), []).append(_make_cue(rule))
        elif rule.fields["gives"] == "agency":
            agencies.update(rule.fields["words"])
    frozen = {gives: _joined(found) for gives, found in cues.items()}
    words = make_sentence_words(pack.rules.get("sentences", ()))
    return SourceRules(frozen, make_stamp_reader(rules), words, frozenset(agencies))


@cache
def shipped_rules() -> SourceRules:
    """The rules of the pack that comes with the program."""
    return make_source_rules(load_pack())


def _make_cue(rule: Rule) -> Cue:
    where, longest = str(rule.fields.get("where", "in")), int(rule.fields.get("longest", _USUAL_LENGTH))
    pattern = str(rule.fields["pattern"])
    pattern = pattern if rule.fields.get("case") == "exact" else f"(?i:{pattern})"
    if not rule.own:
        return Cue(where, longest, re.compile(pattern))
    import regex  # only a user's own patterns need a timeout

    return Cue(where, longest, regex.compile(pattern), own=True)


def _joined(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The same cues, with those that look at the same place for the same lengths as one pattern: fewer calls a line."""
    alike: dict[tuple[str, int], list[Cue]] = {}
    alone: list[Cue] = []
    for cue in cues:
        if cue.own or "(?P<" in cue.form.pattern:
            alone.append(cue)
        else:
            alike.setdefault((cue.where, cue.longest), []).append(cue)
    return (*(_one(group) for group in alike.values()), *alone)


def _one(cues: Iterable[Cue]) -> Cue:
    group = list(cues)
    pattern = "|".join(f"(?:{cue.form.pattern})" for cue in group)
    return Cue(group[0].where, group[0].longest, re.compile(pattern))
