"""How mentions write a stem: the words of an explanation are those of the articles, not the stems that were compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ledger.link.profile import Profile

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
Ranked = tuple[int, str]
"""A word behind its length: the shortest comes first, of equals the first in the alphabet."""
_NONE: Ranked = (1_000_000, "")
_HELD, _KEPT = 100, 20_000
"""Sentences whose words are kept at a time, since those of one fact are asked about one after the other; and whose answers are."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How sentences write stems, each looked up once: a sentence is asked about again and again."""

    known: dict[str, dict[str, Ranked]] = field(default_factory=dict)
    """Sentence -> stem -> the word found."""
    words: dict[str, list[Ranked]] = field(default_factory=dict)

    def spell(self, stem: str, *profiles: Profile) -> str:
        """The shortest word of the mentions that begins with the stem ("vesse" is "vessel"), the stem itself where there is none."""
        best = _NONE
        for profile in profiles:
            spelt = profile.spelt
            if spelt is None:
                spelt = profile.spelt = self._answers(profile)
            found = spelt.get(stem)
            if found is None:
                found = spelt[stem] = self._find(stem.removesuffix("y"), profile)
            best = min(best, found)
        return best[1] or stem

    def _answers(self, profile: Profile) -> dict[str, Ranked]:
        """Where the answers about a profile go: for one claim, those about its sentence."""
        if len(profile.claims) > 1:
            return {}
        if len(self.known) == _KEPT:
            self.known.clear()
        return self.known.setdefault(profile.claims[0].sentence, {})

    def _find(self, root: str, profile: Profile) -> Ranked:
        sentences = dict.fromkeys([claim.sentence for claim in profile.claims])
        return min([self._first(sentence, root) for sentence in sentences], default=_NONE)

    def _first(self, sentence: str, root: str) -> Ranked:
        """The first of a sentence's words that begins so."""
        ranked = self.words.get(sentence)
        if ranked is None:
            if len(self.words) == _HELD:
                self.words.clear()
            words = {word.removesuffix("'s").removesuffix("’s") for word in _LETTERS.findall(sentence.lower())}
            ranked = self.words[sentence] = sorted([(len(word), word) for word in words])
        for found in ranked:
            if found[1].startswith(root):
                return found
        return _NONE
