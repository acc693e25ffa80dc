"""Compiles rules/en/sections.toml and sentences.toml into what the sources ask of a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Protocol

from ledger.pack import Rule, RulePack, load_pack
from ledger.sources.sentences import SentenceWords, make_sentence_words
from ledger.sources.stamps import StampReader, make_stamp_reader

_ORDER = ("file", "caption", "rest", "list", "boilerplate", "teaser")
"""What a line is asked for, first answer wins; datelines and end marks are asked beside these."""
_TAIL, _END_TAIL = 100, 24
_USUAL_LENGTH = 400
SENTENCE_BREAK = re.compile(r"[a-z)”\"’'\d][.!?][”\"’')]{0,2}\s{1,3}[“\"‘'(]?[A-Z]")
"""A rough sign of two sentences on a line; mark_sentences is the exact one."""
_OWN_TIMEOUT = 0.05


class _Match(Protocol):
    def groupdict(self) -> dict[str, Any]: ...
    def start(self) -> int: ...
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern, ready to ask: `tail` is how many characters of the end are looked at, 0 for the start of the line or all of it."""

    gives: str
    longest: int
    ask: Callable[..., _Match | None]
    """The bound `fullmatch`, `match` or `search` of the pattern; a user's own is of the `regex` library and runs under a timeout."""
    tail: int
    pattern: str
    own: bool = False
    last: str = ""
    """Where not empty, the line ends with one of these characters."""
    not_last: str = ""
    holds: tuple[str, ...] = ()
    """Where not empty, the line holds one of these in any case: looked for first, since a pattern takes longer to find nothing."""
    single: bool = False
    """True where the line holds one sentence only."""
    unless: Callable[..., object] | None = None
    """The `search` of a pattern that must not be found in the line."""

    def find(self, line: str) -> _Match | None:
        """The match of the pattern where the rule looks for it, or None."""
        size = len(line)
        if size > self.longest or (self.last and line[-1] not in self.last) or line[-1] in self.not_last:
            return None
        if self.holds and not _holds(line.casefold(), self.holds):
            return None
        start = size - self.tail if 0 < self.tail < size else 0
        if self.own:
            return self._find_own(line, start)
        found = self.ask(line, start)
        if found is None or (self.single and SENTENCE_BREAK.search(line)) or (self.unless is not None and self.unless(line)):
            return None
        return found

    def _find_own(self, line: str, start: int) -> _Match | None:
        """The match of a user's own pattern, or None where there is none or it takes too long."""
        try:
            found = self.ask(line, start, timeout=_OWN_TIMEOUT)
            barred = found and ((self.single and SENTENCE_BREAK.search(line)) or (self.unless and self.unless(line, timeout=_OWN_TIMEOUT)))
        except TimeoutError:
            return None
        return None if barred else found


@dataclass(frozen=True, slots=True)
class SourceRules:
    """All that the sources take from a rule pack, compiled."""

    lines: tuple[Cue, ...]
    """What every line is asked for, in order."""
    cues: Mapping[str, tuple[Cue, ...]]
    """By what they give."""
    stamps: StampReader
    sentences: SentenceWords
    agencies: frozenset[str] = field(default_factory=frozenset)
    searched: tuple[Cue, ...] = ()
    """Those of `lines` that are looked for elsewhere than at the start, or that a line's last character decides."""
    hint: Callable[..., object] = bool
    """False for a line that none of the others can match: asked once, in place of them all."""

    def find_cue(self, line: str) -> str:
        """What a line is by its own words: caption, boilerplate, teaser, rest, list, file, or ""."""
        size = len(line)
        for cue in self.lines if self.hint(line) else self.searched:
            if size <= cue.longest and cue.find(line):
                return cue.gives
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


def _holds(line: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110
        if word in line:
            return True
    return False


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
    joined = {gives: _joined(found) for gives, found in cues.items()}
    lines = tuple(cue for gives in _ORDER for cue in joined.get(gives, ()))
    words = make_sentence_words(pack.rules.get("sentences", ()))
    searched = tuple(cue for cue in lines if cue.own or cue.last or cue.ask.__name__ == "search")
    hint = _hint([cue for cue in lines if cue not in searched])
    return SourceRules(lines, joined, make_stamp_reader(rules), words, frozenset(agencies), searched, hint)


@cache
def shipped_rules() -> SourceRules:
    """The rules of the pack that comes with the program."""
    return make_source_rules(load_pack())


def _make_cue(rule: Rule) -> Cue:
    where, longest = str(rule.fields.get("where", "in")), int(rule.fields.get("longest", _USUAL_LENGTH))
    exact = rule.fields.get("case") == "exact"
    pattern = str(rule.fields["pattern"]) if exact else f"(?i:{rule.fields['pattern']})"
    ask = getattr(_compiled(pattern, own=rule.own), {"whole": "fullmatch", "start": "match"}.get(where, "search"))
    unless = _compiled(f"(?i:{rule.fields['unless']})", own=rule.own).search if "unless" in rule.fields else None
    gives = str(rule.fields["gives"])
    tail = (_END_TAIL if gives == "end" else _TAIL) if where == "end" else 0
    last, not_last = str(rule.fields.get("last", "")), str(rule.fields.get("not_last", ""))
    holds = tuple(rule.fields.get("holds", ()))
    return Cue(gives, longest, ask, tail, pattern, rule.own, last, not_last, holds, bool(rule.fields.get("single")), unless)


def _compiled(pattern: str, *, own: bool) -> Any:
    if not own:
        return re.compile(pattern)
    import regex  # only a user's own patterns need a timeout

    return regex.compile(pattern)


def _hint(cues: Sequence[Cue]) -> Callable[..., object]:
    """One pattern that matches wherever one of these cues may: a body line fails it at its first letters."""
    ends = {"fullmatch": r"\Z", "match": ""}
    return re.compile("|".join(f"(?:{cue.pattern}){ends[cue.ask.__name__]}" for cue in cues)).match


def _joined(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The same cues, with the shipped ones that are asked alike as one pattern: fewer calls a line."""
    alike: dict[tuple[object, ...], list[Cue]] = {}
    alone: list[Cue] = []
    for cue in cues:
        if cue.own or cue.unless or "(?P<" in cue.pattern:
            alone.append(cue)
        else:
            alike.setdefault((cue.ask.__name__, cue.tail, cue.longest, cue.last, cue.not_last, cue.holds, cue.single), []).append(cue)
    return (*(_one(group) for group in alike.values()), *alone)


def _one(group: Sequence[Cue]) -> Cue:
    if len(group) == 1:
        return group[0]
    pattern = "|".join(f"(?:{cue.pattern})" for cue in group)
    first = group[0]
    return replace(first, ask=getattr(re.compile(pattern), first.ask.__name__), pattern=pattern)
