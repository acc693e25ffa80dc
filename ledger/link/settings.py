"""rules/link.toml as typed settings: what linking weighs, folds and ignores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ledger.link.words import Vocabulary, find_stems, make_vocabulary
from ledger.model import Claim


def _counted(claim: Claim) -> str:
    """What is counted, without what it is told for each of: the vehicle of "vehicle per day"."""
    return claim.entity.partition(" per ")[0]


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """The tables of rules/link.toml. `equal` weighs mentions of one figure, `other` groups of different figures."""

    equal: Mapping[str, float]
    other: Mapping[str, float]
    thresholds: Mapping[str, float]
    events: Mapping[str, float]
    reprints: Mapping[str, float]
    verdict: Mapping[str, float]
    vocabulary: Vocabulary
    classes: Mapping[str, str]
    heads: Mapping[str, str]
    general: frozenset[str]
    whole: frozenset[str]
    outcomes: Mapping[str, str]
    kin: Mapping[str, frozenset[str]]
    roles: Mapping[str, str]
    besides: frozenset[str]
    besides_behind: frozenset[str]
    parts: frozenset[str]
    takers: frozenset[str]
    taken_reach: int
    bodies: frozenset[str]
    models: Mapping[str, str]
    harms: frozenset[str]
    living: frozenset[str]
    figures: frozenset[str]
    lead_sections: frozenset[str]
    summary_sections: frozenset[str]
    lead_reach: int
    near_reach: float
    idf_floor: int

    def class_of(self, claim: Claim) -> str:
        """The class of what is counted: of a tally ("toll", "population") what it tallies, else the noun's, near classes folded.

        A bare number's noun is what the sentence is about, not what it counts, and gives no class.
        """
        head = _counted(claim).rsplit(" ", 1)[-1].lower()
        tallied = self.heads.get(head)
        if tallied is not None:
            return tallied
        if self._are_dead(head, claim) or self._are_nationals(claim):
            return "person"
        return "" if claim.kind == "index" else self.classes.get(claim.noun_class, claim.noun_class)

    def entity_of(self, claim: Claim) -> list[str]:
        """The stems of what is counted, head last; every general word for people is "person". A bare number counts only what it tallies."""
        head = _counted(claim).rsplit(" ", 1)[-1].lower()
        if claim.kind == "index" and head not in self.heads:
            return []
        stems = list(find_stems(_counted(claim), self.vocabulary))
        if claim.kind == "percent" and head == "share":
            return stems[:-1]  # the share of a market is told in percent of the market
        if head in self.general or self._are_dead(head, claim):
            return [*(stems[:-1] if stems and stems[-1] == self.vocabulary.stem(head) else stems), self.heads.get(head, "person")]
        return [*stems, "person"] if self._are_nationals(claim) else stems

    def _are_dead(self, head: str, claim: Claim) -> bool:
        """True for "43 bodies were found": people who died."""
        return head in self.bodies and self.fold_outcome(claim.outcome) == "killed"

    def _are_nationals(self, claim: Claim) -> bool:
        """True for "225 Palestinians", or a name unknown to the lists to whom something befell as to people: people, of that name."""
        head = _counted(claim).rsplit(" ", 1)[-1]
        unknown = not claim.noun_class and self.fold_outcome(claim.outcome) in self.harms
        return claim.kind == "count" and head[:1].isupper() and head.isalpha() and (claim.noun_class == "person" or unknown)

    def scope_of(self, claim: Claim) -> str:
        """The words that make a figure a part, as sorted stems; "" where they only say that it is the whole ("so far", "in all")."""
        if claim.scope.lower() in self.whole:
            return ""
        return " ".join(sorted(set(find_stems(claim.scope, self.vocabulary)))) or claim.scope

    def names_thing(self, word: str) -> bool:
        """False for a word that tells nothing or tells what was done ("dozens more injured"): a noun is left."""
        return bool(self.vocabulary.stem(word)) and word not in self.outcomes

    def is_figure(self, word: str) -> bool:
        """True for digits and number words."""
        return word[:1].isdigit() or word in self.figures

    def outcome_of(self, claim: Claim) -> str:
        """The claim's outcome folded, else what its noun tells ("47 arrests"); only what lives dies or is hurt."""
        outcome = self.fold_outcome(claim.outcome) or self.outcomes.get(_counted(claim).rsplit(" ", 1)[-1].lower(), "")
        lives = outcome not in self.harms or self.class_of(claim) in self.living
        return outcome if lives else ""

    def fold_outcome(self, outcome: str) -> str:
        """The outcome that an outcome counts as ("dead" is "killed"), else its stem."""
        return self.outcomes.get(outcome.lower(), self.vocabulary.stem(outcome)) if outcome else ""

    def fold_role(self, role: str) -> str:
        """The role that a role counts as: a conversion or a comparison is as actual as what it stands beside."""
        return self.roles.get(role, role)


def make_settings(link: Mapping[str, Any]) -> LinkSettings:
    """Settings from the tables of rules/link.toml; a missing table or key raises KeyError."""
    words = link["words"]
    return LinkSettings(
        equal=_weights(link["equal"]),
        other=_weights(link["other"]),
        thresholds=_weights(link["thresholds"]),
        events=_weights(link["events"]),
        reprints=_weights(link["reprints"]),
        verdict=_weights(link["verdict"]),
        vocabulary=make_vocabulary(words),
        classes=_fold(link["classes"]),
        heads=_fold(link["heads"]),
        general=frozenset(str(words["general"]).split()) | frozenset(link["heads"]["person"]),
        outcomes=_fold(link["outcomes"]),
        kin=_make_kin(link["kin"], make_vocabulary(words)),
        whole=frozenset(words["whole"]),
        roles=_fold(link["roles"]),
        besides=frozenset(words["besides"]),
        besides_behind=frozenset(words["besides_behind"]),
        parts=frozenset(words["parts"]),
        takers=frozenset(words["takers"]),
        taken_reach=int(words["taken_reach"]),
        bodies=frozenset(words["bodies"]),
        models={form: word for word in words["models"] for form in (word, f"{word}s")},
        harms=frozenset(words["harms"]),
        living=frozenset(words["living"]),
        figures=frozenset(str(words["number_words"]).split()),
        lead_sections=frozenset(words["lead_sections"]),
        summary_sections=frozenset(words["summary_sections"]),
        lead_reach=int(words["lead_reach"]),
        near_reach=float(words["near_reach"]),
        idf_floor=int(words["idf_floor"]),
    )


def _make_kin(table: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Outcome, as it is folded -> the names of its families; an outcome that heads a family belongs to it."""
    families: dict[str, set[str]] = {}
    for name, members in table.items():
        for member in (name, *members):
            families.setdefault(member if member == name else vocabulary.stem(member), set()).add(name)
    return {outcome: frozenset(names) for outcome, names in families.items()}


def _weights(table: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(weight) for name, weight in table.items()}


def _fold(table: Mapping[str, Any]) -> dict[str, str]:
    """From {canonical: [words]} to {word: canonical}; the canonical form stands for itself."""
    folded = {word: name for name, words in table.items() for word in words}
    return {**folded, **{name: name for name in table}}
